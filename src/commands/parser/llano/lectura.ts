import type { MotivoFuera } from "../../../cards/lenguaje/fuera.ts"
import type { Mundo } from "../../../domain/lenguaje/mundo.ts"
import type { Command } from "../../definition/definition.ts"
import type { Values } from "../values.ts"
import type { Cortesia } from "./cortesia.ts"

export interface Orden {
  readonly command: Command
  readonly values: Values
}

/** Why nothing is done of what was understood, where it is not that it may be several things. */
export type Reserva = "negada" | "condicion" | "ajena" | "pregunta" | "ironia" | "varias"

/** What somebody meant who wrote as to a colleague. */
export type Lectura =
  /** One thing, and no other: what only shows is shown; what acts is proposed. */
  | ({ readonly kind: "orden" } & Orden)
  /** One of these; `reserva`: what was said is that it should not be done, or not yet. */
  | { readonly kind: "pregunta"; readonly opciones: readonly Orden[]; readonly reserva: Reserva | null }
  | { readonly kind: "cortesia"; readonly que: Cortesia }
  | { readonly kind: "fuera"; readonly motivo: MotivoFuera }
  | { readonly kind: "nada" }

export interface QueSePuede {
  readonly commands: readonly Command[]
  readonly usable: (command: Command) => boolean
  readonly mundo: Mundo
  /** The word after the slash: what is written is about it. */
  readonly nombre: string | null
}
