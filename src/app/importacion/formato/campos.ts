import { Temporal } from "temporal-polyfill"
import { z } from "zod"
import { FORMA_CLAVE, LARGOS } from "../../../domain/directorio/claves.ts"
import { shorten } from "../../../domain/texto/cut.ts"
import { sonDispensables } from "../../../domain/texto/datos-protegidos/datos-protegidos.ts"
import { reparoDeDireccion } from "../../../domain/texto/direccion.ts"
import { enBlanco, esGuardable, reparoDeTexto } from "../../../domain/texto/texto-libre.ts"
import { inhabilesBase } from "../../../domain/tiempo/calendario-base.ts"
import { sumarDias, sumarDiasHabiles } from "../../../domain/tiempo/plazo.ts"
import { instanteDe } from "../../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../../domain/tipos/canal.ts"
import type { Origen } from "../../../domain/tipos/registro.ts"
import type { Fecha, Instante } from "../../../domain/tipos/tiempo.ts"
import { textoConDatos } from "../../../texts/datos-protegidos.ts"

/** Zone in which a file's "today" and the hours of relative instants are read. */
export const ZONA = "America/Mexico_City"

/** What the header of a file decides for the rest of it. */
export interface Lectura {
  readonly hoy: Fecha
  /** Those that a channel or an account may be on. */
  readonly plataformas: readonly AdapterId[]
  /** Only a demonstration may use dates relative to today, and all of its data are labelled as such. */
  readonly demostracion: boolean
}

const RELATIVA = /^hoy(?:([+-]\d{1,4})(dh|d))?$/

/** `hoy+15dh` (business days of the official calendar) or `hoy-3d` (calendar days). */
function resolverRelativa(texto: string, hoy: Fecha): Fecha | null {
  const match = RELATIVA.exec(texto)
  if (!match) return null
  const n = Number(match[1] ?? 0)
  if (match[2] !== "dh") return sumarDias(hoy, n)
  const year = Number(hoy.slice(0, 4))
  const reach = Math.ceil(Math.abs(n) / 200) + 1
  const years = Array.from({ length: 2 * reach + 1 }, (_, i) => year - reach + i)
  return sumarDiasHabiles(hoy, n, new Set(years.flatMap((y) => inhabilesBase(y)).map((dia) => dia.fecha)))
}

/** A year outside these is a slip of the keyboard. */
const ANIOS = /^(19|20|21)\d{2}-/

function existe(fecha: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(fecha) || !ANIOS.test(fecha)) return false
  try {
    Temporal.PlainDate.from(fecha, { overflow: "reject" })
    return true
  } catch {
    return false
  }
}

export const MAX_TEXTO = 10_000

const VACIO = "está vacío; escriba un texto o quite el campo"

/** A text without more, or with what stands against keeping it. */
const cadena = (max: number, reparoDe: (value: string) => string | null) =>
  z
    .string()
    .trim()
    .min(1, VACIO)
    .max(max, `es demasiado largo (máximo ${max} caracteres)`)
    .superRefine((value, context) => {
      const message = value !== "" && enBlanco(value) ? VACIO : reparoDe(value)
      if (message !== null) context.addIssue({ code: "custom", message })
    })

const NO_GUARDABLE = "contiene caracteres que no se pueden guardar"

/** The guard of what people write in chat, here as well. */
function conGuarda(value: string): string | null {
  const reparo = reparoDeTexto(value)
  if (reparo === null) return null
  return reparo.kind === "no_guardable" ? NO_GUARDABLE : minuscula(textoConDatos(reparo.datos))
}

/** What people wrote. */
export const texto = (max = MAX_TEXTO) => cadena(max, conGuarda)

/** zod's own sentences begin with a capital letter, and so they are told from ours. */
const minuscula = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`

/** What a machine gave: the id of an account or of a channel. It may look like a telephone, and nobody wrote it. */
export const codigo = (max: number) =>
  cadena(max, (value) => {
    if (/\s/u.test(value)) return "no lleva espacios"
    return esGuardable(value) ? null : NO_GUARDABLE
  })

/**
 * What is on record already, kept letter by letter. What the Secretaría Técnica may have taken with its reason comes back;
 * what nobody can excuse was never taken, and is not by this way either.
 */
export const constancia = (max = 2 * MAX_TEXTO) =>
  z
    .string()
    .max(max, `es demasiado largo (máximo ${max} caracteres)`)
    .superRefine((value, context) => {
      const message = enBlanco(value) ? VACIO : sinDispensa(value)
      if (message !== null) context.addIssue({ code: "custom", message })
    })

function sinDispensa(value: string): string | null {
  const reparo = reparoDeTexto(value)
  if (reparo?.kind !== "datos_protegidos") return reparo === null ? null : NO_GUARDABLE
  const datos = reparo.datos.filter((dato) => !sonDispensables([dato]))
  return datos.length === 0 ? null : minuscula(textoConDatos(datos))
}

/** Somebody chose it: a person's CURP is no clave. */
export const clave = cadena(LARGOS.clave, conGuarda).regex(
  FORMA_CLAVE,
  "solo admite letras, números, guion, punto y diagonal",
)

export const hora = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'debe ser una hora de 00:00 a 23:59, entre comillas: "10:00"')

/** What was published in its day may have an address without the s. */
export const url = texto(2000)
  .regex(/^https?:\/\/\S+$/, "debe ser una dirección que comience con https://")
  .refine((value) => reparoDeDireccion(value) !== "con_credenciales", "no debe llevar usuario ni contraseña")

export const correo = codigo(254).regex(
  /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]+$/u,
  "debe ser un correo electrónico, por ejemplo sesiones@ejemplo.gob.mx",
)

/** `null` and "not written" are the same: nobody recorded it. */
export const opcional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null as never)

export const fechaDe = (lectura: Lectura) =>
  z.string().transform((value, context): Fecha => {
    const relativa = resolverRelativa(value, lectura.hoy)
    if (relativa && !lectura.demostracion) {
      context.addIssue({
        code: "custom",
        message: `«${value}» solo se admite en archivos con «demostracion: true»; escriba la fecha, por ejemplo 2024-02-16`,
      })
      return z.NEVER
    }
    if (relativa) return relativa
    if (existe(value)) return value
    context.addIssue({
      code: "custom",
      message: `«${shorten(value, 40)}» no es una fecha que exista; escríbala como 2024-02-16`,
    })
    return z.NEVER
  })

/** An instant; in a demonstration also a relative date, at noon. */
export const instanteEn = (lectura: Lectura) =>
  z.string().transform((value, context): Instante => {
    const relativa = lectura.demostracion ? resolverRelativa(value, lectura.hoy) : null
    if (relativa) return instanteDe(relativa, "12:00", ZONA)
    if (ANIOS.test(value) && z.iso.datetime({ offset: true }).safeParse(value).success) return value
    context.addIssue({
      code: "custom",
      message: "debe ser un instante, por ejemplo 2024-03-01T10:00:00-06:00",
    })
    return z.NEVER
  })

/** The same instant is written in many ways; on record it has one. */
export const instanteExacto = (lectura: Lectura) =>
  instanteEn(lectura).transform((value) =>
    Temporal.Instant.from(value).toString({ fractionalSecondDigits: 3 }),
  )

export const entero = (min: number, max: number) => z.int().min(min).max(max)

export const origenDe = (lectura: Lectura) =>
  z
    .enum(["registro", "comunicado", "demo"])
    .default((lectura.demostracion ? "demo" : "registro") satisfies Origen)
