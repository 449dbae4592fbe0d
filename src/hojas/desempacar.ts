import { inflateRawSync } from "node:zlib"
import type { LibroIlegible } from "../ports/hojas/libro.ts"

const MAX_PARTES = 200

const EOCD = 0x06054b50
const ENTRADA = 0x02014b50
const LOCAL = 0x04034b50
/** What stands in a field whose number is elsewhere. */
const ZIP64 = 0xffffffff
const SIN_COMPRIMIR = 0
const DEFLATE = 8
/** Where the ZIP's own end may stand before its comment. */
const COLA = 65_557
const CFB = [0xd0, 0xcf, 0x11, 0xe0]

/** The program of a workbook that has one. */
const MACROS = "vbaproject.bin"

export type Revision = "bien" | LibroIlegible

/**
 * Whether it is safe to hand a ZIP to who unpacks all of it at once: each part is unpacked here first, no further than what
 * is left of the whole. What the ZIP says of its own sizes is believed by nobody.
 */
export function revisarZip(archivo: Uint8Array, octetos: number): Revision {
  if (CFB.every((byte, i) => archivo[i] === byte)) return "protegido_o_antiguo"
  const zip = Buffer.from(archivo.buffer, archivo.byteOffset, archivo.byteLength)
  if (zip.length < 22 || zip.readUInt32LE(0) !== LOCAL) return "no_es_libro"
  try {
    return partesCaben(zip, octetos)
  } catch (error) {
    // Node says so when the output would be longer than what was allowed.
    if (error instanceof RangeError && Reflect.get(error, "code") === "ERR_BUFFER_TOO_LARGE")
      return "demasiado_grande"
    return "danado"
  }
}

function partesCaben(zip: Buffer, octetos: number): Revision {
  const fin = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (fin < 0 || fin < zip.length - COLA || zip.readUInt32LE(fin) !== EOCD) return "danado"
  // Of a bigger kind of ZIP, who unpacks it would believe another list of parts than the one that is looked at here.
  const otraLista = [12, 16].some((campo) => zip.readUInt32LE(fin + campo) === ZIP64)
  const partes = zip.readUInt16LE(fin + 10)
  if (otraLista) return "danado"
  if (partes > MAX_PARTES) return "demasiado_grande"
  let at = zip.readUInt32LE(fin + 16)
  let queda = octetos
  for (let i = 0; i < partes; i += 1) {
    if (zip.readUInt32LE(at) !== ENTRADA) return "danado"
    queda -= largoDe(zip, at, queda)
    if (queda < 0) return "demasiado_grande"
    const nombre = zip.toString("latin1", at + 46, at + 46 + zip.readUInt16LE(at + 28))
    if (nombre.toLowerCase().endsWith(MACROS)) return "con_macros"
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return "bien"
}

/** How long a part is once it is unpacked. Throws beyond `max`. */
function largoDe(zip: Buffer, at: number, max: number): number {
  const metodo = zip.readUInt16LE(at + 10)
  const comprimido = zip.readUInt32LE(at + 20)
  const local = zip.readUInt32LE(at + 42)
  if ([comprimido, zip.readUInt32LE(at + 24), local].includes(ZIP64)) throw new Error("ZIP64")
  if (zip.readUInt32LE(local) !== LOCAL) throw new Error("no local header")
  const desde = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const datos = zip.subarray(desde, desde + comprimido)
  if (metodo === SIN_COMPRIMIR) return datos.length
  if (metodo !== DEFLATE) throw new Error(`method ${metodo}`)
  if (comprimido === 0) return 0
  return inflateRawSync(datos, { maxOutputLength: Math.max(1, max) }).length
}
