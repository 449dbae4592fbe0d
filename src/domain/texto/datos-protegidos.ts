/**
 * Texts that look like personal data or data of a case. What is written about these matters may not be kept in a chat
 * (LGTAIP 115; LGPSEDMTP 3-I and 36: disclosing data of a case or a victim is a crime), so it is refused before it is
 * stored. A pattern is a help, not a guarantee: it prefers to let a doubtful number pass over refusing a clave.
 */
export type DatoProtegido = "curp" | "rfc_persona" | "carpeta" | "telefono" | "correo_particular" | "victima"

/** `\b` knows no accents: what stands beside a word of ours is neither a letter nor a digit. */
const ANTES = "(?<![\\p{L}\\p{N}])"
const DESPUES = "(?![\\p{L}\\p{N}])"

const CURP = new RegExp(
  `${ANTES}[a-zñ]{4}[ -]?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?[hmx][ -]?[a-z]{2}[ -]?[a-zñ]{3}[ -]?[a-z0-9]\\d${DESPUES}`,
  "iu",
)

/** A person's has four letters before its date; that of an institution, three, and is public. */
const RFC_PERSONA = new RegExp(
  `${ANTES}[a-zñ&]{4}[ -]?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?[a-z0-9]{3}${DESPUES}`,
  "iu",
)

/** The word, then a number that identifies one: "carpetas de investigación 2024" counts them, and passes. */
const PALABRA_CARPETA =
  /(?:carpetas? de investigaci[oó]n|averiguaci[oó]n(?:es)? previas?|causas? penal(?:es)?|(?<![\p{L}\p{N}])NUC(?![\p{L}\p{N}]))[\s:;,(]*(?:con |de |el |la |los |las |y )*(?:n[uú]m(?:ero|\.)?s?|no\.|n\.?º|folio|clave|identificad[oa]s? como)?[\s:#.(]*([\p{L}\p{N}][\p{L}\p{N}/_.-]*)/giu
/** FED/SEIDO/UEITMPO-CDMX/0000123/2024 and CI-FIDAMPU/A/UI-1 S/D/00123/01-2024: how prosecutors' offices number them. */
const FORMA_CARPETA = [
  /(?<![\p{L}\p{N}])FED\/[\p{L}-]+\/[\p{L}\p{N}-]+(?:\/[\p{L}\p{N}-]+)*\/\d{3,}\/\d{4}(?!\d)/iu,
  /(?<![\p{L}\p{N}])CI-[\p{L}-]{3,}\/[\p{L}\p{N}-]+\/UI-?\d/iu,
  /(?<![\p{L}\p{N}])A\.?P\.?[/ -]?PGR\/[\p{L}\p{N}/-]*\d/iu,
]

const CORREO_PARTICULAR =
  /[\p{L}\p{N}._%+-]+@(?:[a-z0-9-]+\.)*(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|live|msn|icloud|me|aol|gmx|zoho|proton|protonmail|tutanota|prodigy)\.[a-z.]{2,10}/iu

/** Ten digits as Mexican numbers are written; none begins with 0, 1, 20 or 21, so a folio with its year passes. */
const TELEFONO =
  /(?<![\p{L}\p{N}/._-]|[$#] ?)(?:\+?52[ .-]?(?:1[ .-]?)?)?(?:\((?:[3-9]\d|2[2-9])\d?\)[ .-]?\d{3,4}[ .-]?\d{4}|(?:[3-9]\d|2[2-9])(?:\d{8}|[ .-]\d{4}[ .-]\d{4}|\d[ .-]\d{3}[ .-]\d{4}|[ .-]\d{8}|\d[ .-]\d{7}))(?![\p{L}\p{N}/_-])/gu
const PALABRA_TELEFONO =
  /(?<![\p{L}\p{N}])(?:tel(?:[eé]fono|\.)?|cel(?:ular|\.)?|m[oó]vil|whats?app)(?:\s+(?:de contacto|personal|particular|es|n[uú]mero))?[\s:.]*\+?\d(?:[ .()-]*\d){6,}/iu
/** A number that its own word explains is no telephone. */
const ES_FOLIO =
  /(?:oficios?|folios?|n[uú]m(?:ero|\.)?(?: de (?:oficio|folio|registro|expediente))?|no\.|n\.?º|expediente|registro|clave|cuenta)[\s:#.]*$/iu

/** "la víctima de nombre…", "la víctima María López", "la víctima de iniciales M.L.": a person, not the matter. */
const VICTIMA =
  /(?<!\p{L})[Vv][ií]ctima,?\s+(?:(?:de nombre|de iniciales|llamad[oa]|identificad[oa] como|que responde al nombre de)\s+\p{Lu}|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?!\p{L}))/u

const DIRECCION = /\bhttps?:\/\/\S+/giu
const SOLO_ANIO_O_CANTIDAD = /^(?:(?:19|20)\d{2}|\d{1,2})[.,)]*$/u

/** Every kind of protected data that a text seems to hold, in a fixed order; empty: none. */
export function datosProtegidos(texto: string): readonly DatoProtegido[] {
  // Full-width digits and letters are the same data in another dress; what is invisible hides nothing.
  const plain = texto.normalize("NFKC").replace(/\p{Cf}/gu, "")
  const found: DatoProtegido[] = []
  if (CURP.test(plain)) found.push("curp")
  // A CURP typed with spaces begins like one.
  if (RFC_PERSONA.test(plain.replace(CURP, " "))) found.push("rfc_persona")
  if (tieneCarpeta(plain)) found.push("carpeta")
  if (tieneTelefono(plain)) found.push("telefono")
  if (CORREO_PARTICULAR.test(plain)) found.push("correo_particular")
  if (VICTIMA.test(plain)) found.push("victima")
  return found
}

function tieneCarpeta(texto: string): boolean {
  if (FORMA_CARPETA.some((forma) => forma.test(texto))) return true
  return [...texto.matchAll(PALABRA_CARPETA)].some(([, numero = ""]) => {
    return /\d/u.test(numero) && !SOLO_ANIO_O_CANTIDAD.test(numero)
  })
}

function tieneTelefono(texto: string): boolean {
  // An address may hold any number: that of a document, of a page.
  const sinDirecciones = texto.replace(DIRECCION, " ")
  if (PALABRA_TELEFONO.test(sinDirecciones)) return true
  return [...sinDirecciones.matchAll(TELEFONO)].some(
    ({ index }) => !ES_FOLIO.test(sinDirecciones.slice(0, index)),
  )
}
