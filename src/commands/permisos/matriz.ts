import type { Difusion } from "../../domain/tipos/registro.ts"
import { nivelQueLee } from "../../domain/visibilidad/visibilidad.ts"
import { type Alcance, AUDIENCES, alcanceDe } from "../definition/audience.ts"
import type { Command } from "../definition/definition.ts"
import { hasForm } from "../router/form.ts"
import { targetOf } from "../router/usage.ts"
import { LUGARES, type Lugar, organoQueResponde } from "./lugares.ts"
import { PAPELES, type Papel } from "./papeles.ts"

/** How a command is reached. Every one of them also has its button. */
export type Via = "texto" | "boton" | "formulario"

export interface Celda {
  readonly papel: Papel
  readonly lugar: Lugar
  readonly alcance: Alcance
  /** The strictest level that the answer may hold, besides what is of their own institution; `null`: it is refused. */
  readonly nivel: Difusion | null
}

export interface Renglon {
  /** `sesion.convocar` */
  readonly orden: string
  readonly command: Command
  readonly vias: readonly Via[]
  /** It changes something. */
  readonly actua: boolean
  readonly paraQuien: string
  readonly celdas: readonly Celda[]
}

/**
 * Who may do what, from where, by which way, and what they then read: asked of the rules that the router itself asks.
 * There is no other list.
 */
export function matrizDePermisos(commands: readonly Command[]): readonly Renglon[] {
  return commands.map((command) => ({
    orden: targetOf(command),
    command,
    vias: viasDe(command),
    actua: command.acts !== false,
    paraQuien: AUDIENCES[command.audience].label,
    celdas: LUGARES.flatMap((lugar) => PAPELES.map((papel) => celda(command, papel, lugar))),
  }))
}

export function viasDe(command: Command): readonly Via[] {
  return [
    ...(command.hidden ? [] : (["texto"] as const)),
    "boton",
    ...(hasForm(command) ? (["formulario"] as const) : []),
  ]
}

function celda(command: Command, papel: Papel, lugar: Lugar): Celda {
  const { id } = organoQueResponde(lugar, papel.actor)
  const alcance = alcanceDe(command, papel.actor, id)
  return { papel, lugar, alcance, nivel: alcance === "nada" ? null : nivelQueLee(papel.actor, id) }
}

/** The cell of somebody in a place. */
export function celdaDe({ celdas }: Renglon, papel: string, lugar: string): Celda {
  const found = celdas.find((una) => una.papel.clave === papel && una.lugar.clave === lugar)
  if (!found) throw new Error(`there is no ${papel} in ${lugar}`)
  return found
}
