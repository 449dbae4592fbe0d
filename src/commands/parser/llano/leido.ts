import type { Dicho } from "../../../domain/lenguaje/dicho.ts"
import type { Entidades } from "../../../domain/lenguaje/entidades.ts"
import type { Mundo } from "../../../domain/lenguaje/mundo.ts"
import type { TemaDicho } from "../../../domain/lenguaje/tema.ts"

/** All that is known of a phrase once it is read. */
export interface Leido {
  readonly dicho: Dicho
  readonly dichas: Entidades
  readonly tema: TemaDicho | null
  readonly mundo: Mundo
}
