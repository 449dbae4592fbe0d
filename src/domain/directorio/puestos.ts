import type { Calidad } from "../tipos/directorio.ts"
import { seTraslapan, type Vigencia } from "./vigencia.ts"

/** A term of somebody in a post, or of an institution in a seat, by whatever it is known. */
interface Puesto extends Vigencia {
  readonly organo: string
  readonly institucion: string | null
}

const mismoAsiento = (una: Puesto, otra: Puesto): boolean =>
  una.organo === otra.organo && una.institucion === otra.institucion

/** A seat has one term at a time: the first of the others that it overlaps, or `undefined`. */
export const asientoTraslapado = <P extends Puesto>(puesto: Puesto, otros: readonly P[]): P | undefined =>
  otros.find((otro) => mismoAsiento(otro, puesto) && seTraslapan(otro, puesto))

/** A seat has one titular person at a time: among the other titulares, the first that it overlaps, or `undefined`. */
export const titularTraslapado = <P extends Puesto>(
  puesto: Puesto & { readonly calidad: Calidad },
  titulares: readonly P[],
): P | undefined => (puesto.calidad === "titular" ? asientoTraslapado(puesto, titulares) : undefined)

/** Capacities that are those of an institution: whoever holds one says of which. */
const POR_INSTITUCION: readonly Calidad[] = [
  "titular",
  "suplente",
  "enlace",
  "participante",
  "invitado_especial",
]

/** It is an institution that is invited: whoever comes says for which. */
export const faltaInstitucion = (calidad: Calidad, institucion: string | null): boolean =>
  calidad === "invitado_especial" && institucion === null

/** What a form asks for: every capacity that speaks for an institution. */
export const hablaPorInstitucion = (calidad: Calidad): boolean => POR_INSTITUCION.includes(calidad)
