import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion } from "../sesion/leer.ts"
import { leerPaseDeLista } from "./pase-de-lista.ts"
import { suspenderSinQuorum } from "./quorum-votacion.ts"

export type PerdidaDeQuorum =
  | { readonly kind: "perdido"; readonly pase: PaseDeLista }
  /** The roll-call shows a quórum: what it lacks is who left. */
  | { readonly kind: "hay"; readonly pase: PaseDeLista }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

/** Puts on record that a session that is being held lost its quórum, as the roll-call shows. */
export function declararPerdida(actuacion: Actuacion, sesionId: string): Promise<PerdidaDeQuorum> {
  return actuacion.data.transaction(async (repositories): Promise<PerdidaDeQuorum> => {
    const consulta = { ...actuacion, read: repositories }
    const sesion = await leerSesion(repositories, sesionId)
    const antes = estaAbierta(sesion.estado) ? await leerPaseDeLista(consulta, sesion) : null
    if (antes === null) return { kind: "fuera_de_estado", sesion }
    if (antes.quorum.hay) return { kind: "hay", pase: antes }
    await suspenderSinQuorum(repositories, actuacion, sesion, antes)
    const { quorum } = antes
    await repositories.eventos.append(evento(actuacion, "quorum.perdido", sesion.id, null, { quorum }))
    const pase = await leerPaseDeLista(consulta, await leerSesion(repositories, sesionId))
    return { kind: "perdido", pase: pase ?? antes }
  })
}
