import { cifrasDe, type Llano, tachar } from "./llano.ts"
import { cumpleCurp, cumpleLuhn } from "./verificadores.ts"

const FECHA = "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
const ANTES = "(?<![a-z0-9])"
const DESPUES = "(?![a-z0-9])"

const CURP = new RegExp(
  `${ANTES}[a-z]{4}[ .-]?${FECHA}[ .-]?[hmx][ .-]?[a-z]{2}[ .-]?[a-z]{3}[ .-]?[a-z0-9]\\d${DESPUES}`,
  "gu",
)
/** With spaces anywhere, which only its check digit tells from other words. */
const DELETREADA = new RegExp(
  `${ANTES}(?=((?:[a-z][ .-]?){4}(?:\\d[ .-]?){6}[hmx][ .-]?(?:[a-z][ .-]?){5}[a-z0-9][ .-]?\\d)${DESPUES})`,
  "gu",
)

/** Its shape is enough: one with a slip of the keyboard is still somebody's. */
export function hayCurp({ plano }: Llano): boolean {
  if (plano.search(CURP) >= 0) return true
  return [...plano.matchAll(DELETREADA)].some(([, hallado = ""]) =>
    cumpleCurp(hallado.replace(/[ .-]/gu, "")),
  )
}

/** A person's has four letters before its date; that of an institution, three, and is public. */
const RFC = new RegExp(`${ANTES}[a-z&]{4}-?${FECHA}-?[a-z0-9]{3}${DESPUES}`, "gu")
/** With its word, also with spaces and without its last three places. */
const CON_PALABRA = new RegExp(
  `${ANTES}r\\.?f\\.?c\\.?${DESPUES}[^\\d;\\n]{0,30}?${ANTES}[a-z&]{4}[ -]?${FECHA}(?:[ -]?[a-z0-9]{3})?${DESPUES}`,
  "u",
)
/** Those of the public in general and of people abroad are nobody's. */
const GENERICOS = /xaxx010101000|xexx010101000/gu

export function hayRfcDePersona({ plano }: Llano): boolean {
  // A CURP typed with spaces begins like one.
  const resto = tachar(tachar(plano, CURP), GENERICOS)
  return resto.search(RFC) >= 0 || CON_PALABRA.test(resto)
}

const PALABRA_NSS = /(?:(?<![a-z0-9])n\.?s\.?s\.?(?![a-z0-9])|segur(?:idad|o) social)[^\d;]{0,25}$/u
const PALABRA_IMSS = /(?:(?<![a-z0-9])imss(?![a-z0-9])|afiliacion)[^\d;]{0,25}$/u

/** Eleven digits beside its name; beside that of the institute alone, its check digit must hold. */
export const hayNss = ({ plano }: Llano): boolean =>
  cifrasDe(plano).some(
    ({ cifras, antes }) =>
      cifras.length === 11 && (PALABRA_NSS.test(antes) || (PALABRA_IMSS.test(antes) && cumpleLuhn(cifras))),
  )

const CREDENCIAL = [
  /(?<![a-z0-9])[a-z]{6}\d{8}[hm]\d{3}(?![a-z0-9])/u,
  /(?<![a-z0-9])idmex ?\d{8}/u,
  /(?<![a-z0-9])(?:ocr|cic)(?![a-z0-9])[^\d;\n]{0,15}\d{9,13}(?!\d)/u,
  /credencial (?:para votar|de elector|del ine)[^\d;\n]{0,30}\d{8,13}(?!\d)/u,
  /(?<![a-z0-9])(?:ine|ife)(?![a-z0-9])[^\d;\n]{0,20}\d{10,13}(?!\d)/u,
]

export const hayCredencial = ({ plano }: Llano): boolean => CREDENCIAL.some((forma) => forma.test(plano))

const PASAPORTE = /(?<![a-z0-9])pasaporte(?![a-z0-9])[^\d;\n]{0,30}\d{6,9}(?![a-z0-9])/u

export const hayPasaporte = ({ plano }: Llano): boolean => PASAPORTE.test(plano)
