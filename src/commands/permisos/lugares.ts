import { organoDelLugar } from "../../app/identificar.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { OTRO, PROPIO } from "./papeles.ts"

/** Where somebody may ask. A place says of which body is asked, and gives or takes nothing else: the answer is private. */
export interface Lugar {
  /** `canal_institucion` */
  readonly clave: string
  readonly nombre: string
  /** The body that its channel is linked to. */
  readonly canalDe: Organo | null
}

export const LUGARES: readonly Lugar[] = [
  { clave: "mensaje_directo", nombre: "Mensaje directo", canalDe: null },
  { clave: "canal_institucion", nombre: "Canal de una institución", canalDe: PROPIO },
  { clave: "canal_secretaria_tecnica", nombre: "Canal de la Secretaría Técnica", canalDe: PROPIO },
  { clave: "canal_otro_organo", nombre: "Canal de otro órgano", canalDe: OTRO },
  { clave: "canal_sin_registrar", nombre: "Canal sin registrar o compartido", canalDe: null },
  { clave: "pagina_local", nombre: "Página que se abre en el mismo equipo", canalDe: null },
]

/** Neither of the two is ever closed. */
const SIEMPRE = "2024-06-11T16:00:00.000Z"

/** The body that answers there. */
export function organoQueResponde({ canalDe }: Lugar, actor: Actor): Organo {
  const found = organoDelLugar([PROPIO, OTRO], canalDe?.id ?? null, actor, SIEMPRE)
  if (found.kind !== "uno") throw new Error("of two bodies, one below the other, one answers")
  return found.organo
}
