import { type Cifras, cifrasDe, esFolio, type Llano } from "./llano.ts"

/** Ten digits as Mexican numbers are written; none begins with 0, 1, 20 or 21, so a folio with its year passes. */
const TELEFONO =
  /(?<![\d.#])(?:\+?52[ .-]?(?:1[ .-]?)?)?(?:\((?:[3-9]\d|2[2-9])\d?\)[ .-]?\d{1,4}(?:[ .-]?\d{2}){2,3}|(?:[3-9]\d|2[2-9])(?:\d{8}|[ .-]\d{4}[ .-]\d{4}|\d[ .-]\d{3}[ .-]\d{2}[ .-]?\d{2}|[ .-]\d{8}|\d[ .-]\d{7}|(?:[.-]\d{2}){4}))(?!\d)/gu
/** Free of charge: the line of an institution. */
const SIN_COSTO = /^(?:52)?[89]00/u
const DE_OFICINA =
  /(?<![a-z])(?:conmutador|oficinas?|institucional(?:es)?|oficial(?:es)?|linea|ventanilla|centro de atencion|atencion ciudadana)(?![a-z])[^\d;]{0,40}$/u
const EXTENSION = /^[ ,;(]{0,3}ext(?:ension|s)?(?![a-z])/u
const DE_ALGUIEN = /(?<![a-z])(?:cel(?:ular|s)?|movil|whats?(?:app)?|personal|particular)(?![a-z])/u
const PALABRA =
  /(?<![a-z])(?:tel(?:efonos?|s)?|cel(?:ular|s)?|movil|whats?(?:app)?|wapp|(?:numero|telefono) de contacto|contacto de|(?:su|mi|tu) numero(?! de)|al numero)(?![a-z])[^\d;]{0,40}$/u
const ENLACE_DE_MENSAJES = /(?:wa\.me\/|whatsapp\.com\/send\/?\?phone=)\+?\d{10,13}/u

/** Of another country, as it is dialled. */
const EXTRANJERO = /(?<![a-z0-9])\+(?!52)[1-9]\d{0,2}(?:[ .-]?\d{2,4}){2,4}(?!\d)/u

/** By its shape, or by the word before it whatever its shape. */
export function hayTelefono({ plano }: Llano): boolean {
  if (ENLACE_DE_MENSAJES.test(plano) || EXTRANJERO.test(plano)) return true
  const conPalabra = cifrasDe(plano).filter(({ cifras, antes }) => cifras.length <= 13 && PALABRA.test(antes))
  return [...conPalabra, ...cifrasDe(plano, TELEFONO)].some((numero) => !esPublico(numero))
}

/** The switchboard of an office, a line free of charge, an amount; or it is no telephone, as its word says. */
function esPublico(numero: Cifras): boolean {
  const { cifras, antes, despues } = numero
  if (EXTENSION.test(despues) || SIN_COSTO.test(cifras) || /^ ?pesos/u.test(despues)) return true
  if (DE_OFICINA.test(antes) && !DE_ALGUIEN.test(antes)) return true
  return esFolio(numero) && !PALABRA.test(antes)
}

/** Where anyone has an address; «arroba» and «punto» are the same data in another dress. */
const DE_PROVEEDOR =
  /(?<=[a-z0-9._-] ?)(?:@|\(arroba\)|\[arroba\]|\(at\)|\[at\]|arroba ) ?(?:[a-z0-9-]{1,30}\.){0,3}(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|rocketmail|live|msn|icloud|me|aol|gmx|zoho|proton|protonmail|tutanota|prodigy|terra)(?:\.| ?punto )[a-z]{2}/u
const DE_ALGUIEN_ESCRITO =
  /correo (?:electronico )?(?:personal|particular|privado)[^@\n]{0,60}@([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})/u

/** An institution's is public, and so is one of an organisation; one that is said to be somebody's is not. */
export function hayCorreoParticular({ plano }: Llano): boolean {
  if (DE_PROVEEDOR.test(plano)) return true
  const dominio = DE_ALGUIEN_ESCRITO.exec(plano)?.[1]
  return dominio !== undefined && !/(?:^|\.)gob\.mx$/u.test(dominio)
}
