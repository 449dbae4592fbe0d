import { adapterRegistry } from "../../adapters/registry.ts"
import { diagnosticar, type GrupoHallado } from "../app/diagnostico/grupos.ts"
import { hayProblemas, type Nivel } from "../app/diagnostico/hallazgo.ts"
import { mirarDatos, mirarEspacios, type PlataformaPorVer } from "../app/diagnostico/mirar.ts"
import type {
  DatosVistos,
  EspacioVisto,
  ProcesoVisto,
  RespaldosVistos,
  Vista,
} from "../app/diagnostico/vista.ts"
import { systemClock } from "../clock.ts"
import { describeCommands } from "../commands/describe.ts"
import { type CoreEnv, cifradoDe, coreEnvSchema, parseEnv, problemsOf } from "../config/env.ts"
import { enabledAdapters, inspectData, openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { AdapterDefinition, Environment } from "../ports/adapter-module.ts"
import type { DatabaseInspection } from "../ports/diagnostico.ts"
import { guardados } from "../respaldo/carpeta.ts"
import { plural } from "../texts/plurales.ts"
import type { CliIo } from "./io.ts"

/** Looks at everything and changes nothing. 0: it works, perhaps with something to know; 1: something is wrong. */
export async function doctor({ json }: { readonly json?: boolean }, { env, out }: CliIo): Promise<number> {
  const grupos = diagnosticar(await mirar(env))
  const hallazgos = grupos.flatMap((grupo) => grupo.hallazgos)
  out(json ? `${JSON.stringify({ bien: !hayProblemas(hallazgos), grupos }, null, 2)}\n` : enTexto(grupos))
  return hayProblemas(hallazgos) ? 1 : 0
}

async function mirar(env: Environment): Promise<Vista> {
  const definitions = enabledAdapters(env)
  const problemas = [coreEnvSchema, ...definitions.map(({ schema }) => schema)].flatMap((schema) =>
    problemsOf(schema, env),
  )
  const own = problemsOf(coreEnvSchema, env)
  // What cannot be read is as if it were not set: everything else is looked at all the same.
  const core = parseEnv(
    coreEnvSchema,
    without(
      env,
      own.map(({ variable }) => variable),
    ),
  )
  const plataformas = definitions.filter(({ schema }) => problemsOf(schema, env).length === 0)
  const visto = own.some(({ variable }) => variable === "DATABASE_URL" || variable === "DATA_DIR")
    ? SIN_BASE
    : await inspectData(env, core)
  const { base, espacios, datos } = await mirarBase(env, core, plataformas, visto)
  return {
    ahora: systemClock.now(),
    plataformas: new Map(adapterRegistry.map(({ id, name }) => [id, name])),
    encendidas: definitions.map(({ id }) => id),
    preguntables: plataformas.flatMap(({ id, inspection }) => (inspection ? [id] : [])),
    ajustes: {
      problemas,
      zona: core.TZ_OFICIAL,
      publica: core.PUBLIC_URL,
      abierto: !LOOPBACK.has(core.HOST),
      nivel: core.LOG_LEVEL,
      incorporada: core.DATABASE_URL === undefined,
      claveAnterior: core.CLAVE_MAESTRA_ANTERIOR !== undefined,
    },
    base,
    zonas: process.versions.tz,
    proceso: await preguntarAlBot(core),
    respaldos: await mirarRespaldos(core),
    espacios,
    datos,
  }
}

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"])
const SIN_BASE: DatabaseInspection = {
  estado: "cerrada",
  que: "No se revisó la base de datos: no se sabe cuál es.",
  hacer: "Corrija antes los ajustes.",
}

const without = (env: Environment, names: readonly string[]): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)))

interface MiradoEnLaBase {
  readonly base: DatabaseInspection
  readonly espacios: readonly EspacioVisto[]
  readonly datos: DatosVistos | null
}

/** The data are read only where nothing would have to be migrated first: to look must not change them. */
async function mirarBase(
  env: Environment,
  core: CoreEnv,
  definitions: readonly AdapterDefinition<unknown>[],
  base: DatabaseInspection,
): Promise<MiradoEnLaBase> {
  const plataformas = definitions.map((definition) => porVer(definition, env))
  const legible =
    base.estado === "vista" &&
    base.base.migraciones.faltan.length === 0 &&
    base.base.migraciones.falla === null
  if (!legible) return { base, espacios: await mirarEspacios(plataformas, [], null), datos: null }
  try {
    const opened = await openCore({
      ...without(
        env,
        problemsOf(coreEnvSchema, env).map(({ variable }) => variable),
      ),
      LOG_LEVEL: "silent",
    })
    try {
      const { fresh } = opened.database.unitOfWork
      const espacios = await mirarEspacios(plataformas, await fresh.conexiones.all(), cifradoDe(core))
      return { base, espacios, datos: await mirarDatos(fresh, espacios, systemClock.now()) }
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    const cerrada = { estado: "cerrada", que: error.message, hacer: error.hint } as const
    return { base: cerrada, espacios: await mirarEspacios(plataformas, [], null), datos: null }
  }
}

function porVer({ id, schema, inspection }: AdapterDefinition<unknown>, env: Environment): PlataformaPorVer {
  if (inspection === undefined) return { id, propios: null, conectado: null }
  const config = parseEnv(schema, env)
  const { connected } = inspection
  return {
    id,
    propios: () => inspection.own(config, systemClock, describeCommands()),
    conectado: connected ? (connection) => connected(config, connection, systemClock) : null,
  }
}

async function mirarRespaldos({
  RESPALDO_DIR,
  RESPALDO_CADA,
  RESPALDO_CLAVE,
}: CoreEnv): Promise<RespaldosVistos> {
  const como = { cadaMs: RESPALDO_CADA ?? null, cifrados: RESPALDO_CLAVE !== undefined }
  try {
    const ultimo = (await guardados(RESPALDO_DIR)).at(-1)?.tomado ?? null
    return { ...como, ultimo, falla: null }
  } catch (error) {
    const falla = error instanceof Error && "code" in error ? String(error.code) : "error"
    return { ...como, ultimo: null, falla }
  }
}

const SALUD_MS = 3_000

/** What the bot of this machine says of itself, where one answers. */
async function preguntarAlBot({ HOST, PORT }: CoreEnv): Promise<ProcesoVisto> {
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST
  const direccion = `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`
  try {
    const response = await fetch(`${direccion}/salud`, { signal: AbortSignal.timeout(SALUD_MS) })
    const { estado, plataformas = [] } = Object(await response.json())
    if (typeof estado !== "string") return { direccion, salud: null }
    const fallas = (plataformas as readonly { plataforma: string; estado: string }[])
      .filter((one) => one.estado !== "en_servicio" && one.estado !== "escucha_otro_proceso")
      .map((one) => `${one.plataforma}: ${one.estado.replaceAll("_", " ")}`)
    return { direccion, salud: { bien: response.ok, estado, fallas } }
  } catch {
    return { direccion, salud: null }
  }
}

const MARCAS: Readonly<Record<Nivel, string>> = {
  bien: "bien     ",
  aviso: "AVISO    ",
  problema: "PROBLEMA ",
  sin_ver: "sin ver  ",
}

function enTexto(grupos: readonly GrupoHallado[]): string {
  const lineas = grupos.flatMap(({ titulo, hallazgos }) => [
    titulo,
    ...hallazgos.flatMap(({ nivel, que, hacer }) => [
      `  ${MARCAS[nivel]} ${que}`,
      ...(hacer === null ? [] : [`            → ${hacer}`]),
    ]),
    "",
  ])
  const todos = grupos.flatMap(({ hallazgos }) => hallazgos)
  const n = todos.filter(({ nivel }) => nivel === "problema").length
  const avisos = todos.filter(({ nivel }) => nivel === "aviso" || nivel === "sin_ver").length
  const fin =
    n > 0
      ? `${plural(n, "problema", "problemas")}${avisos > 0 ? ` y ${plural(avisos, "aviso", "avisos")}` : ""}.`
      : avisos > 0
        ? `Funciona, con ${plural(avisos, "aviso", "avisos")}.`
        : "Todo está en orden."
  return `${[...lineas, fin].join("\n")}\n`
}
