import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import type { CardFile } from "../../cards/card.ts"
import { asuntoConsulta, asuntoOrgano } from "../../domain/mensaje/hechos.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

/** Long enough to go to a computer with it. */
const VALE_MS = 60 * 60_000
/** Longer than anybody could guess, and in an address as it is. */
const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export type Archivo = Pick<CardFile, "name" | "mediaType" | "content" | "encoding">

/**
 * Keeps a file for whoever has the address that is told once. Of what it says only the SHA-256 is kept, and the file is
 * encrypted with it: who reads the data, or a copy of them, reads no file.
 */
export async function guardarDescarga(
  { read }: Pick<UnitOfWork, "read">,
  de: { readonly organoId: string; readonly personaId: string | null; readonly orden: string },
  { name, mediaType, content, encoding }: Archivo,
  now: Instante,
): Promise<{ readonly token: string; readonly venceEn: Instante }> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url")
  const venceEn = sumarMs(now, VALE_MS)
  const contenido = cifrar(token, JSON.stringify({ name, mediaType, content, encoding }))
  await read.descargas.put({ ...de, huella: huellaDe(token), contenido, venceEn }, now)
  return { token, venceEn }
}

/** Given once, and on record before it is given; `null`: nothing says whether there ever was such a file. */
export function tomarDescarga(data: UnitOfWork, token: string, now: Instante): Promise<Archivo | null> {
  if (!TOKEN.test(token)) return Promise.resolve(null)
  return data.transaction(async ({ descargas, eventos }) => {
    const found = await descargas.take(huellaDe(token), now)
    if (found === null) return null
    const { organoId, personaId, orden, contenido } = found
    await eventos.desde({ cuenta: null, lugar: null, orden }, () =>
      eventos.append({
        tipo: "archivo.descargado",
        objeto: asuntoConsulta(asuntoOrgano(organoId)),
        organoId,
        personaId,
        plataforma: "descarga",
        antes: null,
        despues: null,
        instante: now,
      }),
    )
    return JSON.parse(descifrar(token, contenido)) as Archivo
  })
}

const huellaDe = (token: string) => createHash("sha256").update(token).digest("hex")

const CIFRADO = "aes-256-gcm"
const NONCE = 12
const SELLO = 16

/** The address itself is the key: what is kept of it, its SHA-256, opens nothing. */
const claveDe = (token: string) => Buffer.from(token, "base64url")

function cifrar(token: string, texto: string): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIFRADO, claveDe(token), nonce)
  const cifrado = Buffer.concat([cipher.update(texto, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), cifrado])
}

function descifrar(token: string, contenido: Uint8Array): string {
  const bytes = Buffer.from(contenido)
  const decipher = createDecipheriv(CIFRADO, claveDe(token), bytes.subarray(0, NONCE))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + SELLO))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + SELLO)), decipher.final()]).toString("utf8")
}
