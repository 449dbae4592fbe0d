import { z } from "zod"
import { textoConDatos } from "../../cards/compromiso/cambio.ts"
import { type ReparoDireccion, reparoDeDireccion } from "../../domain/texto/direccion.ts"
import { type ReparoTexto, reparoDeTexto } from "../../domain/texto/texto-libre.ts"

interface TextoLibre {
  readonly summary: string
  readonly label?: string
  /** In UTF-16 units, once trimmed. */
  readonly min?: number
  readonly max: number
  /** Several lines may be written. */
  readonly parrafo?: boolean
}

/**
 * The one type of every free text: kept as it is typed but for the white space around it, within its limits, never
 * blank, and refused when it holds protected data. It is in the option, so that no command can forget it.
 */
export const textoLibre = ({ summary, label, min = 1, max, parrafo = false }: TextoLibre) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .superRefine((texto, context) => {
      const reparo = reparoDeTexto(texto)
      if (reparo !== null) context.addIssue(issueDe(reparo))
    })
    .meta({
      kind: "texto",
      summary,
      input: parrafo ? "parrafo" : "texto",
      ...(label === undefined ? {} : { label }),
    })

/** An address on the web, kept as a link: https, nobody's credentials in it, and the same guard as a text. */
export const direccionHttps = ({ summary, label }: { readonly summary: string; readonly label: string }) =>
  z
    .string()
    .trim()
    .max(500)
    .superRefine((typed, context) => {
      const found = reparoDeTexto(typed)
      if (found !== null) return context.addIssue(issueDe(found))
      const reparo = reparoDeDireccion(typed)
      if (reparo !== null) context.addIssue({ code: "custom", message: REPARO_DIRECCION[reparo] })
    })
    .meta({ kind: "direccion", summary, label })

const REPARO_DIRECCION = {
  no_https: "no es una dirección. Escríbala completa, con https://",
  con_credenciales: "no debe llevar usuario ni contraseña",
} as const satisfies Record<ReparoDireccion, string>

/** A sentence of its own: what was typed is not said again, least of all when it is what must not be kept. */
const issueDe = (found: ReparoTexto) =>
  ({
    code: "custom",
    message:
      found.kind === "datos_protegidos"
        ? textoConDatos(found.datos)
        : "El texto contiene caracteres que no se pueden guardar. Escríbalo de nuevo.",
    params: { sentence: true },
  }) as const
