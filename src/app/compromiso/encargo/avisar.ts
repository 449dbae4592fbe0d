import { type EncargoHecho, reasignadoCard } from "../../../cards/compromiso/encargo.ts"
import type { Acuerdo } from "../../../domain/tipos/acuerdo.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../../actuacion.ts"
import { canalesDeInstitucion } from "../../canal/canales.ts"
import { atOnce } from "../../mensaje/delivery.ts"
import { enqueueIn } from "../../mensaje/enqueue.ts"
import { modeloAviso } from "../aviso-revision.ts"

/** Tells both institutions, each in its channels; which of them has any. Inside the transaction of the act. */
export async function avisarEncargo(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  hecho: Omit<EncargoHecho, "avisadas">,
  acuerdo: Acuerdo,
): Promise<EncargoHecho["avisadas"]> {
  const { compromiso, de, a } = hecho
  const avisar = async (para: "anterior" | "nueva"): Promise<boolean> => {
    const institucion = para === "nueva" ? a : de
    const canales = await canalesDeInstitucion(repositories, organo, hoy, institucion?.id ?? null)
    const aviso = {
      purpose: "aviso" as const,
      subject: ["compromiso", compromiso.id, "reasignar", para, now],
      organo,
      card: reasignadoCard({ ...hecho, para }),
      ...atOnce(now),
      why: `${compromiso.clave} (${institucion?.siglas ?? ""}): reasignar, a la institución ${para}.`,
      ...modeloAviso(compromiso, acuerdo),
    }
    await enqueueIn(repositories, canales, aviso, now)
    return canales.length > 0
  }
  return { nueva: await avisar("nueva"), anterior: de === null ? null : await avisar("anterior") }
}
