import { setTimeout as sleep } from "node:timers/promises"
import { comando } from "../cards/comando.ts"
import { systemClock } from "../clock.ts"
import { coreEnvSchema, parseEnv } from "../config/env.ts"
import { openCore, whereData } from "../core.ts"
import { type Contenido, DataFolderInUse, restoreCopy } from "../db/open.ts"
import { ajustesDe } from "../respaldo/ajustes.ts"
import { leerArchivo } from "../respaldo/archivo.ts"
import { comprobarArchivo } from "../respaldo/comprobar.ts"
import { pedir, respuestaA, retirar, sinTomar } from "../respaldo/pedido.ts"
import { type RespaldoHecho, respaldar as tomar } from "../respaldo/respaldar.ts"
import { plural } from "../texts/plurales.ts"
import { anotarSalida, quienOpera } from "./bitacora.ts"
import type { CliIo } from "./io.ts"

/** How often an answer is looked for, in milliseconds. */
const MIRA_MS = 200
/** A process that takes no request for this long, in milliseconds, knows nothing of them. */
const PACIENCIA_MS = 60_000

/** 0: it was taken, restored elsewhere and compared; otherwise it throws what kept it from that. */
export async function respaldar(io: CliIo): Promise<number> {
  const hecho = await aqui(io).catch((error: unknown) => {
    // The process that has the folder makes it, and goes on with its work meanwhile.
    if (error instanceof DataFolderInUse) return porElProceso(io, error)
    throw error
  })
  io.out(contado(hecho))
  return 0
}

async function aqui({ env }: CliIo): Promise<RespaldoHecho> {
  const core = await openCore({ LOG_LEVEL: "error", ...env })
  try {
    const { database } = core
    const ajustes = ajustesDe(core.env)
    await anotarSalida(database.unitOfWork, "respaldar")
    const comprobar = async (archivo: string) => void (await comprobarArchivo(archivo, ajustes.clave))
    return await tomar({ database, clock: systemClock, comprobar }, ajustes)
  } finally {
    await core.close()
  }
}

async function porElProceso(io: CliIo, ocupada: DataFolderInUse): Promise<RespaldoHecho> {
  const { dataDir } = whereData(io.env, parseEnv(coreEnvSchema, io.env))
  const id = await pedir(dataDir, quienOpera())
  const hasta = performance.now() + PACIENCIA_MS
  try {
    for (;;) {
      const hecho = await respuestaA(dataDir, id)
      if (hecho !== null) return hecho
      if (sinTomar(dataDir, id) && performance.now() > hasta) throw ocupada
      await sleep(MIRA_MS)
    }
  } finally {
    await retirar(dataDir, id)
  }
}

function contado({ archivo, octetos, tomado, cifrado, contenido, quitados }: RespaldoHecho): string {
  const lineas = [
    `Respaldo hecho y comprobado: se restauró aparte y es igual.`,
    `  Archivo: ${archivo} (${tamano(octetos)}, ${cifrado ? "cifrado" : "sin cifrar"})`,
    `  Tomado:  ${tomado}`,
    `  Tiene:   ${contenidoEnTexto(contenido)}`,
    ...(quitados > 0
      ? [`  Se quitaron ${plural(quitados, "respaldo anterior", "respaldos anteriores")}.`]
      : []),
    `Para restaurarlo en una base vacía: npm run -s plenaria -- restaurar ${archivo}`,
  ]
  return `${lineas.join("\n")}\n`
}

/** Reads a file, restores it in memory and compares it. 0: it is whole and is what it says. */
export async function verificarRespaldo(archivo: string, { env, out }: CliIo): Promise<number> {
  const clave = parseEnv(coreEnvSchema.pick({ RESPALDO_CLAVE: true }), env).RESPALDO_CLAVE ?? null
  const { cabecera, contenido } = await comprobarArchivo(archivo, clave)
  out(
    `El respaldo está íntegro y se puede restaurar.\n  Tomado: ${cabecera.tomado}\n  Tiene:  ${contenidoEnTexto(contenido)}\n`,
  )
  return 0
}

/** 0: everything is there, and what may have left since is in doubt. Nothing is written over. */
export async function restaurar(archivo: string, { env, out }: CliIo): Promise<number> {
  const settings = parseEnv(coreEnvSchema, env)
  const clave = settings.RESPALDO_CLAVE ?? null
  // Before a database is made for it.
  for await (const _ of leerArchivo(archivo, clave)) break
  const quien = { ...quienOpera(), now: systemClock.now() }
  const where = whereData(env, settings, undefined, "datos")
  const { cabecera, contenido, enDuda } = await restoreCopy(where, leerArchivo(archivo, clave), quien)
  const donde = where.databaseUrl === null ? `en «${where.dataDir}»` : "en la base de DATABASE_URL"
  const lineas = [
    `Respaldo restaurado ${donde}: ${contenidoEnTexto(contenido)}.`,
    `Tomado: ${cabecera.tomado}. Lo que se registró después no está: regístrelo de nuevo.`,
    enDuda === 0
      ? "Ningún mensaje estaba por salir."
      : `${plural(enDuda, "mensaje pudo haberse enviado", "mensajes pudieron haberse enviado")} después de tomarlo: al iniciar se buscan en su plataforma y solo sale lo que ahí no esté. Lo que no pueda buscarse espera a la Secretaría Técnica en «${comando("plenaria.entregas").text}».`,
    "Compruebe la bitácora (npm run -s plenaria -- verificar-bitacora) e inicie con npm start.",
  ]
  out(`${lineas.join("\n")}\n`)
  return 0
}

function contenidoEnTexto({ tablas, cabeza }: Contenido): string {
  const cuentas = Object.values(tablas)
  const filas = cuentas.reduce((suma, una) => suma + una.filas, 0)
  return `${plural(filas, "fila", "filas")} en ${plural(cuentas.length, "tabla", "tablas")}; bitácora de ${plural(cabeza.tamano, "eslabón", "eslabones")}`
}

const UNIDADES = ["octetos", "kB", "MB", "GB"] as const

/** "103.6 kB" */
function tamano(octetos: number): string {
  const i = Math.min(Math.floor(Math.log10(Math.max(octetos, 1)) / 3), UNIDADES.length - 1)
  return `${(octetos / 1000 ** i).toFixed(i === 0 ? 0 : 1)} ${UNIDADES[i]}`
}
