/** What looks like a person's or a case's data: it must not be written in a chat (LGTAIP 115, LGPSEDMTP 36). */
export type DatoProtegido = "curp" | "rfc_persona" | "telefono" | "correo_personal" | "carpeta_investigacion"

const PATRONES: readonly (readonly [DatoProtegido, RegExp])[] = [
  ["curp", /\b[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z\d]\d\b/iu],
  ["rfc_persona", /\b[A-ZÑ&]{4}\d{6}[A-Z\d]{3}\b/iu],
  ["correo_personal", /\b[\w.+-]+@(?:gmail|hotmail|outlook|yahoo|live|icloud|proton(?:mail)?)\.\w+/iu],
  [
    "carpeta_investigacion",
    /\b(?:carpeta(?:s)? de investigaci[oó]n|averiguaci[oó]n previa|c\.?\s?i\.?)\s*(?:n[uú]m(?:ero)?\.?\s*|no\.?\s*|:\s*)?[A-Z]{0,6}[/-]?\d[\w/-]{3,}/iu,
  ],
  [
    "telefono",
    /(?<![\d/-])(?:\+?52[\s.-]?)?(?:\(\d{2,3}\)|\d{2,3})[\s.-]\d{3,4}[\s.-]\d{4}(?![\d/-])|(?<![\d/-])\d{10}(?![\d/-])/u,
  ],
]

/** Every kind that the text seems to hold. Claves, dates and numbers of oficios are none. */
export function datosProtegidos(texto: string): readonly DatoProtegido[] {
  return PATRONES.filter(([, patron]) => patron.test(texto)).map(([dato]) => dato)
}
