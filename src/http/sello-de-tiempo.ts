import { randomBytes } from "node:crypto"
import type { AutoridadDeTiempo } from "../ports/autoridad-de-tiempo.ts"

const TIMEOUT_MS = 15_000
/** A token with its certificates has a few thousand octets. */
const MOST = 100_000

/** Asks by HTTP, as RFC 3161 (3.4) says. */
export function timeStampAuthority(url: string): AutoridadDeTiempo {
  const { host } = new URL(url)
  return {
    nombre: host,
    async sellar(sha256) {
      const imprint = Buffer.from(sha256, "hex")
      // Positive, without a leading zero: DER writes it in one way only.
      const nonce = Buffer.concat([Buffer.of(0x40), randomBytes(8)])
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/timestamp-query" },
        body: new Uint8Array(query(imprint, nonce)),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((error: Error) => {
        throw new Error(error.name === "TimeoutError" ? "no contestó a tiempo" : "no se pudo llegar a ella", {
          cause: error,
        })
      })
      if (!answer.ok) throw new Error(`contestó con el estado HTTP ${answer.status}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (!granted(bytes)) throw new Error("no concedió el sello")
      if (!bytes.includes(imprint) || !bytes.includes(nonce)) throw new Error("su sello es de otra cosa")
      return bytes
    },
  }
}

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag, content.length), content])
}
const SEQUENCE = 0x30
const INTEGER = 0x02
/** 2.16.840.1.101.3.4.2.1, and no parameters. */
const SHA256 = der(SEQUENCE, Buffer.from("0609608648016503040201", "hex"), Buffer.from("0500", "hex"))

/** `TimeStampReq`, version 1, with the certificate of whoever signs: fewer than 128 octets, so that lengths take one. */
function query(imprint: Buffer, nonce: Buffer): Buffer {
  return der(
    SEQUENCE,
    der(INTEGER, Buffer.of(1)),
    der(SEQUENCE, SHA256, der(0x04, imprint)),
    der(INTEGER, nonce),
    der(0x01, Buffer.of(0xff)),
  )
}

/** `TimeStampResp` begins with its `PKIStatusInfo`, which begins with the status: 0 granted, 1 granted with changes. */
function granted(bytes: Buffer): boolean {
  if (bytes.length > MOST || bytes[0] !== SEQUENCE) return false
  const info = after(bytes, 0)
  if (bytes[info] !== SEQUENCE) return false
  const status = after(bytes, info)
  return bytes[status] === INTEGER && bytes[status + 1] === 1 && (bytes[status + 2] ?? 2) <= 1
}

/** Where the content of the value at `at` begins. */
const after = (bytes: Buffer, at: number): number => {
  const length = bytes[at + 1] ?? 0
  return at + 2 + (length < 0x80 ? 0 : length & 0x7f)
}
