import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { escribirArchivo, leerArchivo } from "../../src/respaldo/archivo.ts"
import { conservarSolo, guardados, nombreDe } from "../../src/respaldo/carpeta.ts"

const CLAVE = Buffer.alloc(32, 7)
const OTRA = Buffer.alloc(32, 8)
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
/** More than a piece, once compressed: what does not repeat does not shrink. */
const LINEAS = Array.from({ length: 4_000 }, (_, i) => createHash("sha256").update(String(i)).digest("hex"))

let carpeta: string
let archivo: string
beforeEach(() => {
  carpeta = mkdtempSync(join(tmpdir(), "plenaria-archivo-"))
  archivo = join(carpeta, "uno.respaldo")
})
afterEach(() => rmSync(carpeta, { recursive: true, force: true }))

const escribe = (clave: Buffer | null) =>
  escribirArchivo(
    archivo,
    clave,
    async (escribir) => {
      for (let i = 0; i < LINEAS.length; i += 500) await escribir(`${LINEAS.slice(i, i + 500).join("\n")}\n`)
    },
    async () => {},
  )

async function lee(clave: Buffer | null): Promise<readonly string[]> {
  const lineas: string[] = []
  for await (const linea of leerArchivo(archivo, clave)) lineas.push(linea)
  return lineas
}

/** Changes the file, and its fingerprint with it unless `huella` stays: as whoever can write in the folder could. */
function cambia(change: (octetos: Buffer) => Buffer, huella: "tambien" | "no"): void {
  const todo = readFileSync(archivo)
  const cambiado = change(Buffer.from(todo.subarray(0, -32)))
  const fin = huella === "no" ? todo.subarray(-32) : createHash("sha256").update(cambiado).digest()
  writeFileSync(archivo, Buffer.concat([cambiado, fin]))
}

const volteado = (en: number) => (octetos: Buffer) => {
  octetos.writeUInt8(octetos.readUInt8(en) ^ 1, en)
  return octetos
}

describe("a file of backup", () => {
  it("gives back what was written, ciphered or not, and only its owner may read it", async () => {
    for (const clave of [null, CLAVE]) {
      expect(await escribe(clave)).toBe(statSync(archivo).size)
      expect(await lee(clave)).toEqual(LINEAS)
      expect(statSync(archivo).mode & 0o777).toBe(0o600)
      // What a key of its own ciphers is never twice the same, and shows nothing of what it was.
      expect(readFileSync(archivo).includes(GZIP)).toBe(clave === null)
      rmSync(archivo)
    }
  })

  it("is refused with one octet changed, anywhere, or its end missing", async () => {
    for (const clave of [null, CLAVE]) {
      for (const en of [200, 70_000, 140_000]) {
        await escribe(clave)
        cambia(volteado(en), "no")
        await expect(lee(clave)).rejects.toThrow(/dañado o incompleto/)
      }
      await escribe(clave)
      writeFileSync(archivo, readFileSync(archivo).subarray(0, -1_000))
      await expect(lee(clave)).rejects.toThrow(/dañado o incompleto/)
      rmSync(archivo)
    }
  })

  it("ciphered, is refused too when whoever changed it made its fingerprint anew", async () => {
    const cabecera = () => readFileSync(archivo).indexOf("\n") + 1
    const trozo = 64 * 1024 + 16
    const changes: readonly ((octetos: Buffer) => Buffer)[] = [
      volteado(70_000),
      // Its last piece is gone.
      (octetos) => octetos.subarray(0, cabecera() + trozo),
      // Two pieces changed places.
      (octetos) => {
        const [a, b] = [cabecera(), cabecera() + trozo]
        const resto = octetos.subarray(b + trozo)
        return Buffer.concat([
          octetos.subarray(0, a),
          octetos.subarray(b, b + trozo),
          octetos.subarray(a, b),
          resto,
        ])
      },
    ]
    for (const change of changes) {
      await escribe(CLAVE)
      cambia(change, "tambien")
      await expect(lee(CLAVE)).rejects.toThrow(/fue alterado/)
    }
  })

  it("says that its key is another one, or that there is none", async () => {
    await escribe(CLAVE)
    await expect(lee(OTRA)).rejects.toThrow(/La clave no es la de este respaldo/)
    await expect(lee(null)).rejects.toThrow(/está cifrado y no se dio ninguna clave/)
    for (const clave of [CLAVE, OTRA])
      expect(String(await lee(OTRA).catch(String))).not.toContain(clave.toString("base64"))
  })

  it("is not there at all when writing, or checking it, failed", async () => {
    const failing = new Error("ENOSPC")
    const copia = async (escribir: (lineas: string) => Promise<void>) => {
      await escribir("x".repeat(1_000_000))
      throw failing
    }
    await expect(escribirArchivo(archivo, CLAVE, copia, async () => {})).rejects.toBe(failing)
    const dudosa = () => Promise.reject(failing)
    await expect(escribirArchivo(archivo, null, async () => {}, dudosa)).rejects.toBe(failing)
    expect(readdirSync(carpeta)).toEqual([])
  })

  it("is one of as many as are kept: the oldest go, and what nobody ended", async () => {
    const dias = [1, 2, 3, 4].map((dia) => `2026-03-0${dia}T09:00:00.123Z`)
    for (const dia of dias) writeFileSync(join(carpeta, nombreDe(dia)), "")
    writeFileSync(join(carpeta, `${nombreDe("2026-03-01T10:00:00.000Z")}.parcial`), "")
    writeFileSync(join(carpeta, `${nombreDe("2026-03-04T08:00:00.000Z")}.parcial`), "")
    writeFileSync(join(carpeta, "plenaria-apuntes.txt"), "")
    expect(await conservarSolo(carpeta, 2, "2026-03-04T09:00:00.123Z")).toBe(2)
    expect((await guardados(carpeta)).map(({ tomado }) => tomado)).toEqual(dias.slice(2))
    expect(readdirSync(carpeta)).toHaveLength(4)
    expect(await guardados(join(carpeta, "no-existe"))).toEqual([])
  })
})
