import { z } from "zod"
import type { Completes } from "../definition/definition.ts"

interface Referencia {
  readonly summary: string
  readonly label?: string
  readonly max?: number
  readonly completes?: Completes
  /** Takes all the words that remain: claves and names of institutions have spaces. */
  readonly rest?: boolean
  readonly literal?: boolean
  /** How one stands at the head of a free text, where nothing else says that it is one. */
  readonly lead?: RegExp
}

const MAX = 200

/** What names a record or a draft: looked up, never put on record as it was typed. */
export const referencia = ({ max = MAX, ...meta }: Referencia) =>
  z
    .string()
    .trim()
    .max(max)
    .meta({ kind: "referencia", ...meta })

/** `SO-22`, `so 22`: what no text begins with. */
export const LEAD_SESION = /(?:so|se)[-/_.\s]?\d{1,3}(?=\s|$)/iuy

/** `so 21 3`: written with spaces, it ends where its numbers end. */
export const LEAD_CLAVE = /(?:ci\s+)?(?:so|se)[-\s]\d{1,3}(?:\s+\d{1,4})+(?=\s|$)/iuy

/** `3`: the place of an item or of a paragraph. */
export const LEAD_LUGAR = /\d{1,3}(?=\s|$)/uy
