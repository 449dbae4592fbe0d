import { deflateRawSync, inflateRawSync } from "node:zlib"

/**
 * A workbook as the ZIP of its parts, and its parts out of it: by hand, so that what the product's own library writes and
 * reads is held against something that is not it.
 */
export function libroDePartes(partes: Readonly<Record<string, string>>): Buffer {
  const locales: Buffer[] = []
  const entradas: Buffer[] = []
  let desde = 0
  for (const [nombre, texto] of Object.entries(partes)) {
    const bytes = Buffer.from(texto, "utf8")
    const datos = deflateRawSync(bytes)
    const comun = Buffer.alloc(26)
    comun.writeUInt16LE(20, 0)
    comun.writeUInt16LE(0x0800, 2)
    comun.writeUInt16LE(8, 4)
    comun.writeUInt32LE(crc32(bytes), 10)
    comun.writeUInt32LE(datos.length, 14)
    comun.writeUInt32LE(bytes.length, 18)
    comun.writeUInt16LE(Buffer.byteLength(nombre), 22)
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), comun, Buffer.from(nombre), datos])
    const resto = Buffer.alloc(14)
    resto.writeUInt32LE(desde, 10)
    entradas.push(Buffer.concat([Buffer.from("504b01021400", "hex"), comun, resto, Buffer.from(nombre)]))
    locales.push(local)
    desde += local.length
  }
  const directorio = Buffer.concat(entradas)
  const fin = Buffer.alloc(22)
  fin.writeUInt32LE(0x06054b50, 0)
  fin.writeUInt16LE(entradas.length, 8)
  fin.writeUInt16LE(entradas.length, 10)
  fin.writeUInt32LE(directorio.length, 12)
  fin.writeUInt32LE(desde, 16)
  return Buffer.concat([...locales, directorio, fin])
}

/** Each part by its name, as text. */
export function partesDeLibro(archivo: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(archivo)
  const fin = zip.lastIndexOf(Buffer.from("504b0506", "hex"))
  const partes = new Map<string, string>()
  let at = zip.readUInt32LE(fin + 16)
  for (let i = 0; i < zip.readUInt16LE(fin + 10); i += 1) {
    const largoNombre = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const desde = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const datos = zip.subarray(desde, desde + zip.readUInt32LE(at + 20))
    const bytes = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(datos) : datos
    partes.set(zip.toString("utf8", at + 46, at + 46 + largoNombre), bytes.toString("utf8"))
    at += 46 + largoNombre + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return partes
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
