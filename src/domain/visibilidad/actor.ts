import type { Designacion, Persona } from "../tipos/directorio.ts"

/** Who is asking. Someone not linked to a person of the directory gets public facts only. */
export type Actor =
  | { readonly kind: "sin_vincular" }
  | { readonly kind: "vinculado"; readonly persona: Persona; readonly designaciones: readonly Designacion[] }
