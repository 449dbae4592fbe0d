import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import type { Cifrado } from "../ports/cifrado.ts"

/** AES-256-GCM as NIST SP 800-38D recommends: a random nonce of 96 bits, a tag of 128. */
const ALGORITHM = "aes-256-gcm"
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Encrypts with the first of the keys, and opens what any of them encrypted. */
export function cifradoCon(key: Buffer, ...previous: readonly Buffer[]): Cifrado {
  const keys = new Map([key, ...previous].map((one) => [idOf(one), one]))
  const claveId = idOf(key)
  return {
    claveId,
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
      return { bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]), claveId }
    },
    open({ bytes, claveId: id }, about) {
      const opening = keys.get(id)
      if (opening === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const sealed = Buffer.from(bytes)
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv(ALGORITHM, opening, sealed.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(about))
        .setAuthTag(tag)
      try {
        const body = sealed.subarray(NONCE_BYTES + TAG_BYTES)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8")
      } catch {
        return null
      }
    },
  }
}

/** Says nothing of the key: it cannot be undone, and a key of 256 random bits cannot be guessed. */
const idOf = (key: Buffer) =>
  createHash("sha256").update("plenaria clave ").update(key).digest("hex").slice(0, 12)

/** A key as `openssl rand -base64 32` writes it; `null`: it is none. */
export function leerClave(written: string): Buffer | null {
  const key = Buffer.from(written, "base64")
  return key.length === KEY_BYTES && key.toString("base64") === written ? key : null
}
