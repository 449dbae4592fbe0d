import { LIMITES } from "../domain/limites/limites.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../ports/chat-adapter.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"

interface QuienPrueba {
  readonly data: UnitOfWork
  readonly user: ExternalUser
  readonly now: Instante
}

type AmbitoIntento = "persona" | "espacio"

/** Whether an account may try one more code: nobody looks for one, nor uses up what is given to others. */
export const admiteIntento = (quien: QuienPrueba): Promise<boolean> =>
  tomarIntento(quien, ["persona", "espacio"])

/** One more try of the account, of its workspace, or of both; `false`: one of them has no more today, and none is taken. */
export async function tomarIntento(
  { data, now, user: { adapter, workspace, user } }: QuienPrueba,
  ambitos: readonly AmbitoIntento[],
): Promise<boolean> {
  const espacio = `${adapter} ${workspace}`
  const clave = { persona: `${espacio} ${user}`, espacio }
  const { kind } = await data.fresh.limites.tomar(
    ambitos.map((ambito) => ({
      ambito,
      clave: clave[ambito],
      clase: "codigo",
      n: 1,
      capacidad: LIMITES.codigo[ambito],
    })),
    now,
  )
  return kind === "tomadas"
}
