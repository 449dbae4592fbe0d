import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { OperatorError } from "../domain/operator-error.ts"
import type { RespaldoHecho } from "./respaldar.ts"

/**
 * The folder of an embedded database belongs to one process. Whoever wants a backup meanwhile leaves a request in it, and
 * finds the answer there: who may write in the folder may as well read all of it, so nobody gets a right they had not.
 */
const PEDIDO = /^respaldo-pedido-([0-9a-f-]{36})\.json$/
const pedidoEn = (dataDir: string, id: string) => join(dataDir, `respaldo-pedido-${id}.json`)
const respuestaEn = (dataDir: string, id: string) => join(dataDir, `respaldo-respuesta-${id}.json`)

const pedidoSchema = z.object({ cuenta: z.string(), lugar: z.string() })
type Quien = z.infer<typeof pedidoSchema>

const respuestaSchema = z.union([
  z.object({ hecho: z.custom<RespaldoHecho>((one) => typeof one === "object" && one !== null) }),
  z.object({ message: z.string(), hint: z.string() }),
])
type Respuesta = z.infer<typeof respuestaSchema>

export async function pedir(dataDir: string, quien: Quien): Promise<string> {
  const id = randomUUID()
  await escribir(pedidoEn(dataDir, id), quien)
  return id
}

/** Nobody has taken it yet. */
export const sinTomar = (dataDir: string, id: string): boolean => existsSync(pedidoEn(dataDir, id))

export const retirar = (dataDir: string, id: string): Promise<void> =>
  rm(pedidoEn(dataDir, id), { force: true })

/** The answer, once it is there; the order failed: OperatorError. */
export async function respuestaA(dataDir: string, id: string): Promise<RespaldoHecho | null> {
  const archivo = respuestaEn(dataDir, id)
  const texto = await readFile(archivo, "utf8").catch(() => null)
  if (texto === null) return null
  await rm(archivo, { force: true })
  const respuesta = respuestaSchema.parse(JSON.parse(texto))
  if ("hecho" in respuesta) return respuesta.hecho
  throw new OperatorError(respuesta.message, respuesta.hint)
}

/** Takes one request, so that nobody else does. */
export async function tomarPedido(
  dataDir: string,
): Promise<{ readonly id: string; readonly quien: Quien } | null> {
  for (const nombre of await readdir(dataDir)) {
    const id = PEDIDO.exec(nombre)?.[1]
    if (id === undefined) continue
    const texto = await readFile(join(dataDir, nombre), "utf8").catch(() => "null")
    await rm(join(dataDir, nombre), { force: true })
    const quien = pedidoSchema.safeParse(JSON.parse(texto))
    if (quien.success) return { id, quien: quien.data }
  }
  return null
}

export const contestar = (dataDir: string, id: string, respuesta: Respuesta): Promise<void> =>
  escribir(respuestaEn(dataDir, id), respuesta)

/** Whole or not at all: whoever looks finds it written to its end. */
async function escribir(archivo: string, contenido: object): Promise<void> {
  const parcial = `${archivo}.parcial`
  await writeFile(parcial, JSON.stringify(contenido), { mode: 0o600 })
  await rename(parcial, archivo)
}
