import { LIMITES } from "../domain/limites/limites.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../ports/chat-adapter.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"

/** Whether an account may try one more code: nobody looks for one, nor uses up what is given to others. */
export async function admiteIntento({
  data,
  now,
  user: { adapter, workspace, user },
}: {
  readonly data: UnitOfWork
  readonly user: ExternalUser
  readonly now: Instante
}): Promise<boolean> {
  const espacio = `${adapter} ${workspace}`
  const tomas = [
    { ambito: "persona", clave: `${espacio} ${user}` },
    { ambito: "espacio", clave: espacio },
  ] as const
  const { kind } = await data.fresh.limites.tomar(
    tomas.map((toma) => ({ ...toma, clase: "codigo", n: 1, capacidad: LIMITES.codigo[toma.ambito] })),
    now,
  )
  return kind === "tomadas"
}
