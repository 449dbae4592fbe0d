import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto"
import { OperatorError } from "../domain/operator-error.ts"

/** Octets sealed together: whoever reads gets no octet before its piece proved to be as it was written. */
const TROZO = 64 * 1024
const SELLO = 16
/** Octets of the salt of a file. */
export const SAL = 16

/**
 * AES-256-GCM in pieces, each under its number and whether it is the last (the STREAM construction, as in age): none can
 * be changed, moved, or taken away from the end. Each file has a key of its own, from the key, its salt and its header.
 */
export function cifrar(clave: Buffer, sal: Buffer, cabecera: Buffer) {
  const propia = clavePropia(clave, sal, cabecera)
  return async function* (texto: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let numero = 0
    for await (const { trozo, ultimo } of enTrozos(texto, TROZO)) {
      const cifra = createCipheriv("aes-256-gcm", propia, vez(numero, ultimo), { authTagLength: SELLO })
      yield Buffer.concat([cifra.update(trozo), cifra.final(), cifra.getAuthTag()])
      numero += 1
    }
  }
}

export function descifrar(clave: Buffer, sal: Buffer, cabecera: Buffer) {
  const propia = clavePropia(clave, sal, cabecera)
  return async function* (cifrado: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let numero = 0
    for await (const { trozo, ultimo } of enTrozos(cifrado, TROZO + SELLO)) {
      const cifra = createDecipheriv("aes-256-gcm", propia, vez(numero, ultimo), { authTagLength: SELLO })
      cifra.setAuthTag(trozo.subarray(-SELLO))
      try {
        yield Buffer.concat([cifra.update(trozo.subarray(0, -SELLO)), cifra.final()])
      } catch (error) {
        throw new OperatorError(
          "El respaldo fue alterado: no es lo que se cifró con esta clave.",
          "Use otro respaldo, y averigüe quién pudo escribir en la carpeta.",
          { cause: error },
        )
      }
      numero += 1
    }
  }
}

/** Tells one key from another without telling anything of either. */
export const nombreDeClave = (clave: Buffer): string =>
  Buffer.from(hkdfSync("sha256", clave, "", "plenaria respaldo: nombre de la clave", 8)).toString("hex")

const clavePropia = (clave: Buffer, sal: Buffer, cabecera: Buffer): Buffer =>
  Buffer.from(
    hkdfSync("sha256", clave, sal, Buffer.concat([Buffer.from("plenaria respaldo "), cabecera]), 32),
  )

function vez(numero: number, ultimo: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(numero, 5, 6)
  nonce.writeUInt8(ultimo ? 1 : 0, 11)
  return nonce
}

/** All of the same size but the last, which may be shorter, and there is always a last one. */
async function* enTrozos(
  octetos: AsyncIterable<Buffer>,
  de: number,
): AsyncGenerator<{ readonly trozo: Buffer; readonly ultimo: boolean }> {
  let resto: Buffer = Buffer.alloc(0)
  for await (const unos of octetos) {
    resto = Buffer.concat([resto, unos])
    while (resto.length > de) {
      yield { trozo: resto.subarray(0, de), ultimo: false }
      resto = resto.subarray(de)
    }
  }
  yield { trozo: resto, ultimo: true }
}
