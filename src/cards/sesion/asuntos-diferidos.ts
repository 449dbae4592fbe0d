import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block } from "../card.ts"
import { boton, recortar } from "../respuesta.ts"

/** What earlier sessions left that a session does not have yet. */
export interface AsuntosDiferidos {
  readonly diferidos: readonly PuntoOrdenDia[]
  /** Commitments still owed, when their follow-up belongs in the session; 0: it does not, or it is there. */
  readonly abiertos: number
  /** What changed in them since the last session that reviewed them: "2 vencieron". */
  readonly cambios: readonly string[]
}

const MAX_SHOWN = 10

/** Offered to whoever prepares the session, below what the card says. */
export function asuntosDiferidosBlocks(asuntosDiferidos: AsuntosDiferidos | null): readonly Block[] {
  if (asuntosDiferidos === null) return []
  const { diferidos, abiertos, cambios } = asuntosDiferidos
  const faltan = diferidos.length - MAX_SHOWN
  const items = [
    ...(abiertos === 0
      ? []
      : [
          `Seguimiento de acuerdos: ${plural(abiertos, "compromiso abierto", "compromisos abiertos")}${cambios.length === 0 ? "" : `; desde la última sesión, ${enumerar(cambios)}`}`,
        ]),
    ...diferidos.slice(0, MAX_SHOWN).map(({ titulo }) => `Diferido: ${recortar(titulo, 200)}`),
    ...(faltan > 0 ? [`y ${plural(faltan, "punto diferido más", "puntos diferidos más")}`] : []),
  ]
  return [
    { kind: "heading", text: "Queda de sesiones anteriores" },
    { kind: "list", ordered: false, items },
  ]
}

export function asuntosDiferidosActions(
  { clave, revision }: Sesion,
  asuntosDiferidos: AsuntosDiferidos | null,
): readonly Action[] {
  return asuntosDiferidos === null
    ? []
    : boton("sesion.punto-continuar", `${clave}@${revision}`, "Incluir lo que queda pendiente", "primary")
}
