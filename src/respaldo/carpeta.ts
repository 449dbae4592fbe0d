import { chmod, mkdir, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { msEntre } from "../domain/tiempo/tiempo.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import { PARCIAL } from "./archivo.ts"

/** `plenaria-20261127T220154123Z.respaldo`: by their names they are in the order in which they were taken. */
const NOMBRE = /^plenaria-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.respaldo$/
/** What a process that died left half written; younger, it may be another process's work. */
const ABANDONADO_MS = 24 * 60 * 60_000

export interface Guardado {
  readonly archivo: string
  readonly tomado: Instante
}

export const nombreDe = (tomado: Instante): string => `plenaria-${tomado.replaceAll(/[-:.]/gu, "")}.respaldo`

/** Every backup in a folder, the oldest first. None, where there is no folder. */
export async function guardados(carpeta: string): Promise<readonly Guardado[]> {
  return conNombre(carpeta, (nombre) => nombre)
}

/** By the name of a backup that each file has, if it has. */
async function conNombre(
  carpeta: string,
  deArchivo: (nombre: string) => string,
): Promise<readonly Guardado[]> {
  const nombres = await readdir(carpeta).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return []
    throw error
  })
  return nombres.sort().flatMap((nombre) => {
    const [, ano, mes, dia, hora, minuto, segundo, ms] = NOMBRE.exec(deArchivo(nombre)) ?? []
    if (ano === undefined) return []
    const tomado = `${ano}-${mes}-${dia}T${hora}:${minuto}:${segundo}.${ms}Z`
    return [{ archivo: join(carpeta, nombre), tomado }]
  })
}

/** Only its owner reads it: what is in it is all that Plenaria knows. */
export async function prepararCarpeta(carpeta: string): Promise<void> {
  if ((await mkdir(carpeta, { recursive: true, mode: 0o700 })) !== undefined) await chmod(carpeta, 0o700)
}

/** Keeps the newest, and nothing that was left half written. Returns how many went. */
export async function conservarSolo(carpeta: string, cuantos: number, now: Instante): Promise<number> {
  const sobran = (await guardados(carpeta)).slice(0, -cuantos)
  const aMedias = await conNombre(carpeta, (nombre) =>
    nombre.endsWith(PARCIAL) ? nombre.slice(0, -PARCIAL.length) : "",
  )
  const abandonados = aMedias.filter(({ tomado }) => msEntre(tomado, now) > ABANDONADO_MS)
  for (const { archivo } of [...sobran, ...abandonados]) await rm(archivo, { force: true })
  return sobran.length
}
