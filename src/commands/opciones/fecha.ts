import { z } from "zod"
import { MAX_ESCRITO } from "../../domain/tiempo/fecha-escrita/symbols.ts"
import type { OptionMeta } from "../definition/definition.ts"

/**
 * Options that are a date or an hour. They are written as people write them («lunes 14 de diciembre», «en 15 días
 * hábiles», «cinco y media de la tarde»); the router reads them, and a command gets `2026-12-14` and `17:30`.
 */
type Meta = Omit<OptionMeta, "written">

export const fechaEscrita = ({
  pasado = false,
  ...meta
}: Meta & {
  /** A day that has passed may be meant: it is for the command to ask about it. */
  readonly pasado?: boolean
}) =>
  z
    .string()
    .max(MAX_ESCRITO)
    .regex(/^\d{4}-\d\d-\d\d$/)
    .meta({ input: "fecha", ...meta, written: { pedido: "fecha", pasado } })

export const horaEscrita = (meta: Meta) =>
  z
    .string()
    .max(MAX_ESCRITO)
    .regex(/^\d\d:\d\d$/)
    .meta({ input: "hora", ...meta, written: { pedido: "hora", pasado: false } })
