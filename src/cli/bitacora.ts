import { createReadStream } from "node:fs"
import { access } from "node:fs/promises"
import { hostname, userInfo } from "node:os"
import { createInterface } from "node:readline"
import { bitacoraPublica } from "../app/bitacora/publica.ts"
import { asentarSalida } from "../app/bitacora/salida.ts"
import { archivoPublico, FORMATOS_PUBLICOS } from "../cards/bitacora/publica.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { Organo } from "../domain/tipos/directorio.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import { plural } from "../texts/plurales.ts"
import type { CliIo } from "./io.ts"

/** What checks an export: the same file that somebody who does not trust this program runs without it. */
const VERIFICADOR = new URL("../../docs/verificar-bitacora.mjs", import.meta.url).href

interface Cabeza {
  readonly tamano: number
  readonly raiz: string
}
interface Verificador {
  verificar(
    lineas: AsyncIterable<string> | readonly string[],
    publicadas: readonly Cabeza[],
  ): Promise<
    Cabeza & {
      readonly fallas: readonly string[]
      readonly cabezas: number
      readonly testadas: readonly number[]
    }
  >
}

/** Who is logged in, and on which machine. */
export function quienOpera(): { readonly cuenta: string; readonly lugar: string } {
  return { cuenta: userInfo().username, lugar: hostname() }
}

/** Data leave, or are shown: who asked for them and by which order is on record before. */
export function anotarSalida(
  data: UnitOfWork,
  orden: string,
  tipo: "datos.exportados" | "datos.mostrados" = "datos.exportados",
): Promise<void> {
  return asentarSalida(data, { ...quienOpera(), orden }, tipo, systemClock.now())
}

export async function exportarBitacora({ env, out }: CliIo): Promise<number> {
  await exportada(env, "exportar-bitacora", (linea) => out(`${linea}\n`))
  return 0
}

export interface OpcionesPublica {
  readonly publica?: true
  readonly formato?: string
  readonly organo?: string
}

/** What may be given to anybody, of one body: a file that says in its header what it leaves out. */
export async function exportarPublica(
  { formato = "csv", organo: clave }: OpcionesPublica,
  { env, out }: CliIo,
): Promise<number> {
  const cual = FORMATOS_PUBLICOS.find((uno) => uno === formato)
  if (cual === undefined)
    throw new OperatorError(`«${formato}» no es un formato.`, "Escriba --formato csv o --formato json.")
  const core = await openCore({ LOG_LEVEL: "error", ...env })
  try {
    const { unitOfWork } = core.database
    const organo = organoDicho(await unitOfWork.read.organos.all(), clave)
    await anotarSalida(unitOfWork, "exportar-bitacora --publica")
    out(archivoPublico(await bitacoraPublica(unitOfWork.fresh, organo, systemClock.now()), cual))
    return 0
  } finally {
    await core.close()
  }
}

/** The body of that clave; none said: the only one that hangs from no other. */
export function organoDicho(todos: readonly Organo[], clave: string | undefined): Organo {
  const posibles = clave === undefined ? todos.filter(({ padreId }) => padreId === null) : todos
  const [uno, otro] = clave === undefined ? posibles : posibles.filter((organo) => organo.clave === clave)
  if (uno !== undefined && otro === undefined) return uno
  throw new OperatorError(
    clave === undefined ? "No se dijo de qué órgano." : `No hay ningún órgano con la clave «${clave}».`,
    `Escriba uno de estos: ${posibles.map((organo) => `--organo ${organo.clave}`).join(", ")}`,
  )
}

/** 0: nothing is missing and nothing was altered; 1: what is, one a line, the first link first. */
export async function verificarBitacora(
  archivo: string | undefined,
  cabezas: readonly string[],
  { env, out, err }: CliIo,
): Promise<number> {
  const publicadas = cabezas.map(cabezaEscrita)
  const { verificar }: Verificador = await import(VERIFICADOR)
  const { fallas, tamano, raiz, testadas, ...hallado } = await verificar(
    archivo === undefined ? await deLaBase(env) : await lineasDe(archivo),
    publicadas,
  ).catch((error: unknown) => {
    if (!(error instanceof SyntaxError)) throw error
    throw new OperatorError(
      `«${archivo}» no es una bitácora exportada: una línea no es JSON.`,
      "Expórtela otra vez: npm run -s plenaria -- exportar-bitacora > bitacora.jsonl",
    )
  })
  if (fallas.length > 0) {
    err(`La bitácora está alterada o incompleta:\n${fallas.map((una) => `  ${una}`).join("\n")}\n`)
    return 1
  }
  out(
    `La bitácora está íntegra: ${plural(tamano, "eslabón", "eslabones")}, ${plural(hallado.cabezas, "cabeza comprobada", "cabezas comprobadas")}.\nCabeza: ${tamano}:${raiz}\n`,
  )
  if (testadas.length > 0) out(`Sin su texto, por testado: ${testadas.join(", ")}.\n`)
  return 0
}

async function deLaBase(env: CliIo["env"]): Promise<readonly string[]> {
  const lineas: string[] = []
  await exportada(env, "verificar-bitacora", (linea) => void lineas.push(linea))
  return lineas
}

async function exportada(env: CliIo["env"], orden: string, escribir: (linea: string) => void): Promise<void> {
  const core = await openCore({ LOG_LEVEL: "error", ...env })
  try {
    const { unitOfWork } = core.database
    await anotarSalida(unitOfWork, orden)
    await unitOfWork.fresh.registro.exportar(escribir)
  } finally {
    await core.close()
  }
}

async function lineasDe(archivo: string): Promise<AsyncIterable<string>> {
  await access(archivo).catch(() => {
    throw new OperatorError(
      `El archivo «${archivo}» no existe o no se puede leer.`,
      "Revise la ruta y los permisos del archivo.",
    )
  })
  return createInterface({ input: createReadStream(archivo) })
}

function cabezaEscrita(escrita: string): Cabeza {
  const [, tamano, raiz] = /^(\d+):([0-9a-f]{64})$/.exec(escrita) ?? []
  if (tamano === undefined || raiz === undefined)
    throw new OperatorError(
      `«${escrita}» no es una cabeza.`,
      "Cópiela del canal: el tamaño, dos puntos y los 64 dígitos de la raíz.",
    )
  return { tamano: Number(tamano), raiz }
}
