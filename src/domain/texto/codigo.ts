/** Without letters that are read as figures, nor U: what is read out is written as it was. */
const ALFABETO = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const BITS = 5n
const GRUPO = 4

/** `9F3K-0Q2M-…`: random bits as people read them out, letter by letter. */
export function escribirCodigo(bytes: Uint8Array): string {
  let resto = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let cifras = ""
  for (let i = 0; i < Math.ceil((bytes.length * 8) / Number(BITS)); i += 1) {
    cifras = `${ALFABETO[Number(resto & 31n)]}${cifras}`
    resto >>= BITS
  }
  return (cifras.match(new RegExp(`.{1,${GRUPO}}`, "gu")) ?? []).join("-")
}

/** The same code however it was typed: without its hyphens, in lower case, with an O for a 0 or an I for a 1. */
export function codigoEscrito(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/gu, "1")
}
