import { z } from "zod"
import { type ReparoDireccion, reparoDeDireccion } from "../../domain/texto/direccion.ts"

interface TextoLibre {
  readonly summary: string
  readonly label?: string
  /** In UTF-16 units, once trimmed. */
  readonly min?: number
  readonly max: number
  /** Several lines may be written. */
  readonly parrafo?: boolean
  /** An address inside it is kept as evidence. */
  readonly evidencia?: boolean
}

/**
 * The one type of every free text: kept as it is typed but for the white space around it, within its limits, never
 * blank. Its kind is what the guard for protected data goes by (router/reparos.ts), so that no command can forget it.
 */
export const textoLibre = ({
  summary,
  label,
  min = 1,
  max,
  parrafo = false,
  evidencia = false,
}: TextoLibre) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .meta({
      kind: "texto",
      summary,
      input: parrafo ? "parrafo" : "texto",
      ...(label === undefined ? {} : { label }),
      ...(evidencia ? { evidence: true } : {}),
    })

/** A phrase to look for, which nobody keeps or repeats: it may be what must not be here. It passes no guard for that. */
export const fraseSecreta = ({
  summary,
  label,
  max,
}: Required<Pick<TextoLibre, "summary" | "label" | "max">>) =>
  z.string().trim().min(1).max(max).meta({ kind: "secreto", summary, label, input: "parrafo" })

/** An address on the web, kept as a link: https, nobody's credentials in it, and the same guard as a text. */
export const direccionHttps = ({ summary, label }: { readonly summary: string; readonly label: string }) =>
  z
    .string()
    .trim()
    .max(500)
    .superRefine((typed, context) => {
      const reparo = reparoDeDireccion(typed)
      if (reparo !== null) context.addIssue({ code: "custom", message: REPARO_DIRECCION[reparo] })
    })
    .meta({ kind: "direccion", summary, label })

const REPARO_DIRECCION = {
  no_https: "no es una dirección. Escríbala completa, con https://",
  con_credenciales: "no debe llevar usuario ni contraseña",
} as const satisfies Record<ReparoDireccion, string>

/** A secret that somebody was given, in one line: looked up, and kept nowhere. */
export const codigoSecreto = ({ summary, label }: Required<Pick<TextoLibre, "summary" | "label">>) =>
  z.string().trim().min(1).max(100).meta({ kind: "secreto", summary, label })
