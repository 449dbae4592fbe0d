import { type EncargoHecho, reasignadoCard } from "../../../cards/compromiso/encargo.ts"
import type { Acuerdo } from "../../../domain/tipos/acuerdo.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../../actuacion.ts"
import { avisarDelActo } from "../asentar.ts"

/** Tells both institutions, each in its channels; which of them has any. Inside the transaction of the act. */
export async function avisarEncargo(
  repositories: Repositories,
  actuacion: Actuacion,
  hecho: Omit<EncargoHecho, "avisadas">,
  acuerdo: Acuerdo,
): Promise<EncargoHecho["avisadas"]> {
  const { compromiso, de, a } = hecho
  const avisar = (para: "anterior" | "nueva"): Promise<boolean> => {
    const institucion = para === "nueva" ? a : de
    return avisarDelActo(
      repositories,
      actuacion,
      { compromiso, acuerdo },
      {
        institucionId: institucion?.id ?? null,
        subject: ["reasignar", para],
        card: reasignadoCard({ ...hecho, para }),
        why: `${compromiso.clave} (${institucion?.siglas ?? ""}): reasignar, a la institución ${para}.`,
      },
    )
  }
  return { nueva: await avisar("nueva"), anterior: de === null ? null : await avisar("anterior") }
}
