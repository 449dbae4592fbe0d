import type { Designacion, Persona } from "../tipos/directorio.ts"

/** Who is asking. Someone not linked to a person of the directory gets public facts only. */
export type Actor =
  | { readonly kind: "sin_vincular" }
  | {
      readonly kind: "vinculado"
      readonly persona: Persona
      readonly designaciones: readonly Designacion[]
      /** Ids of the bodies whose presidencia they stand in for: a suplente by oficio of the institution that presides. */
      readonly suplePresidencia?: readonly string[]
      /** Institutions that ended, with the one that answers today for what they owed. */
      readonly sucesiones?: readonly { readonly antecesora: string; readonly sucesora: string }[]
      /** Items that an institution of theirs is invited to. */
      readonly invitaciones?: readonly { readonly sesionId: string; readonly puntoId: string }[]
    }

/** Anybody: what they may see is what is public. */
export const PUBLICO: Actor = { kind: "sin_vincular" }
