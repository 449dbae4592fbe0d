import { createHash, type Hash, randomBytes } from "node:crypto"
import { once } from "node:events"
import { createReadStream } from "node:fs"
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import { z } from "zod"
import { OperatorError } from "../domain/operator-error.ts"
import { cifrar, descifrar, nombreDeClave, SAL } from "./cifrado.ts"

/**
 * A file: a line that says what it is and, when it is ciphered, under which key; the copy, compressed and ciphered; and
 * the SHA-256 of all of it. It is read whole against that before anything of it is used.
 */
const FORMATO = "plenaria-respaldo-1"
const HUELLA = 32
/** The first line is some hundred characters. */
const CABECERA = 1_024
const NUEVA_LINEA = 10

const cabeceraSchema = z.object({
  formato: z.literal(FORMATO),
  /** The name of its key; null: it is not ciphered. */
  clave: z.string().nullable(),
  sal: z.base64(),
})

/** Until it is known to be good. */
export const PARCIAL = ".parcial"

/**
 * Writes a file beside its place: `copia` gives its lines, `comprobar` reads it, and only then it gets its name. Whatever
 * fails, a full disk too, leaves nothing. Returns how many octets it has.
 */
export async function escribirArchivo(
  archivo: string,
  clave: Buffer | null,
  copia: (escribir: (lineas: string) => Promise<void>) => Promise<unknown>,
  comprobar: (parcial: string) => Promise<void>,
): Promise<number> {
  const parcial = `${archivo}${PARCIAL}`
  try {
    const destino = await open(parcial, "wx", 0o600)
    try {
      await llenar(destino, clave, copia)
      await destino.sync()
    } finally {
      await destino.close()
    }
    await comprobar(parcial)
    const { size } = await stat(parcial)
    await rename(parcial, archivo)
    await asentarCarpeta(dirname(archivo))
    return size
  } catch (error) {
    await rm(parcial, { force: true })
    throw error
  }
}

async function llenar(
  destino: FileHandle,
  clave: Buffer | null,
  copia: (escribir: (lineas: string) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const sal = randomBytes(SAL)
  const dice = { formato: FORMATO, clave: clave && nombreDeClave(clave), sal: sal.toString("base64") }
  const cabecera = Buffer.from(`${JSON.stringify(dice)}\n`)
  const comprimir = createGzip()
  const escrito = pipeline(
    comprimir,
    clave === null ? sinCambio : cifrar(clave, sal, cabecera),
    (octetos: AsyncIterable<Buffer>) => conHuella(cabecera, octetos),
    async (octetos: AsyncIterable<Buffer>) => {
      for await (const unos of octetos) await destino.writeFile(unos)
    },
  )
  // Told to whoever writes next, or at the end.
  escrito.catch(() => {})
  await copia(async (lineas) => {
    if (comprimir.destroyed) await escrito
    if (!comprimir.write(lineas)) await Promise.race([once(comprimir, "drain"), escrito])
  }).catch(async (error: unknown) => {
    comprimir.destroy()
    await escrito.catch(() => {})
    throw error
  })
  comprimir.end()
  await escrito
}

async function* sinCambio(octetos: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* octetos
}

async function* conHuella(cabecera: Buffer, octetos: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const huella = createHash("sha256").update(cabecera)
  yield cabecera
  for await (const unos of octetos) {
    huella.update(unos)
    yield unos
  }
  yield huella.digest()
}

/** A name that is not on the disk yet could be lost with the power. Not every system can say so of a folder. */
async function asentarCarpeta(carpeta: string): Promise<void> {
  const una = await open(carpeta, "r").catch(() => null)
  await una?.sync().catch(() => {})
  await una?.close()
}

/**
 * The lines of a file, which was found whole first. OperatorError: it is damaged, altered, not one of ours, or ciphered
 * with another key.
 */
export async function* leerArchivo(archivo: string, clave: Buffer | null): AsyncGenerator<string> {
  const { size } = await stat(archivo).catch((error: unknown) => {
    throw new OperatorError(`No se puede leer «${archivo}».`, "Revise la ruta y los permisos del archivo.", {
      cause: error,
    })
  })
  const { cabecera, dice } = await leerCabecera(archivo)
  const fin = size - HUELLA
  if (!(await estaIntegro(archivo, fin)))
    throw new OperatorError(`«${archivo}» está dañado o incompleto: su huella no corresponde.`, OTRO)
  const paso = pasoDe(clave, dice.clave, Buffer.from(dice.sal, "base64"), cabecera)
  const texto = createGunzip()
  const contenido = createReadStream(archivo, { start: cabecera.length, end: fin - 1 })
  const leido = pipeline(contenido, paso, texto)
  leido.catch(() => {})
  yield* lineasDe(texto)
  await leido
}

const OTRO = "Use otro respaldo de la carpeta, o tráigalo de nuevo de donde lo guarda."

function pasoDe(clave: Buffer | null, nombre: string | null, sal: Buffer, cabecera: Buffer) {
  if (nombre === null) return sinCambio
  if (clave === null)
    throw new OperatorError(
      "El respaldo está cifrado y no se dio ninguna clave.",
      "Ponga en RESPALDO_CLAVE (o su archivo en RESPALDO_CLAVE_FILE) la clave con la que se tomó.",
    )
  if (nombreDeClave(clave) !== nombre)
    throw new OperatorError(
      `La clave no es la de este respaldo: se cifró con la clave ${nombre} y RESPALDO_CLAVE es la ${nombreDeClave(clave)}.`,
      "Ponga en RESPALDO_CLAVE la clave con la que se tomó. Sin ella no se puede leer.",
    )
  return descifrar(clave, sal, cabecera)
}

async function leerCabecera(archivo: string) {
  const inicio = await open(archivo, "r")
  try {
    const { buffer, bytesRead } = await inicio.read(Buffer.alloc(CABECERA), 0, CABECERA, 0)
    const cabecera = buffer.subarray(0, buffer.subarray(0, bytesRead).indexOf(NUEVA_LINEA) + 1)
    const dice = cabeceraSchema.safeParse(jsonOrNull(cabecera.toString("utf8")))
    if (dice.success) return { cabecera, dice: dice.data }
  } finally {
    await inicio.close()
  }
  throw new OperatorError(
    `«${archivo}» no es un respaldo de Plenaria, o su principio está dañado.`,
    "Indique un archivo .respaldo, como los que escribe «plenaria respaldar».",
  )
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function estaIntegro(archivo: string, fin: number): Promise<boolean> {
  if (fin <= 0) return false
  const huella: Hash = createHash("sha256")
  for await (const unos of createReadStream(archivo, { end: fin - 1 })) huella.update(unos as Buffer)
  const dicha: Buffer[] = []
  for await (const unos of createReadStream(archivo, { start: fin })) dicha.push(unos as Buffer)
  return huella.digest().equals(Buffer.concat(dicha))
}

async function* lineasDe(texto: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let resto = ""
  for await (const unos of texto) {
    const lineas = (resto + decoder.decode(unos, { stream: true })).split("\n")
    resto = lineas.pop() ?? ""
    yield* lineas
  }
  if (resto !== "") yield resto
}
