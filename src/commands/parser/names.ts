import type { CommandName } from "../definition/definition.ts"

/** What people type after the slash, besides the five names, and the subcommand it means by itself. */
export interface Name {
  readonly name: CommandName
  readonly alone: string
  /** Whose subcommand that is, if it is not its own. */
  readonly aloneOf?: CommandName
}

const NAMES: Readonly<Record<string, Name>> = {
  sesion: { name: "sesion", alone: "proxima" },
  sesiones: { name: "sesion", alone: "lista" },
  acuerdo: { name: "acuerdo", alone: "lista" },
  acuerdos: { name: "acuerdo", alone: "lista" },
  compromiso: { name: "compromiso", alone: "mios" },
  compromisos: { name: "compromiso", alone: "mios" },
  directorio: { name: "directorio", alone: "directorio", aloneOf: "plenaria" },
  plenaria: { name: "plenaria", alone: "ayuda" },
}

export const typedNames: readonly string[] = Object.keys(NAMES)

export const nameOf = (plain: string): Name | null =>
  Object.hasOwn(NAMES, plain) ? (NAMES[plain] ?? null) : null

interface Elsewhere {
  /** Under these names; `null`: without one. */
  readonly under: readonly (CommandName | null)[]
  readonly words: readonly string[]
  readonly name: CommandName
  readonly subcommand: string
  /** The word is also an option's value: "vencidos". */
  readonly isValue?: true
  /** It is not the same thing, so it is only offered. */
  readonly offered?: true
}

const ANYWHERE = [null, "sesion", "acuerdo", "compromiso", "directorio", "plenaria"] as const

/** What people look for under another name: to them "mis acuerdos" are commitments. */
export const ELSEWHERE: readonly Elsewhere[] = [
  { under: ["acuerdo"], words: ["mios", "mis"], name: "compromiso", subcommand: "mios" },
  { under: ["acuerdo"], words: ["vencidos"], name: "compromiso", subcommand: "lista", isValue: true },
  {
    under: ["sesion", "acuerdo", "compromiso", "directorio"],
    words: ["ayuda", "hola"],
    name: "plenaria",
    subcommand: "ayuda",
  },
  { under: [null], words: ["pendientes", "tareas"], name: "compromiso", subcommand: "mios" },
  { under: ANYWHERE, words: ["acta", "minuta"], name: "sesion", subcommand: "resumen", offered: true },
  { under: ANYWHERE, words: ["ics"], name: "plenaria", subcommand: "suscripcion-crear", offered: true },
  { under: ANYWHERE, words: ["liga", "zoom"], name: "sesion", subcommand: "proxima", offered: true },
]
