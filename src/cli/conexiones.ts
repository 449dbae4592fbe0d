import { cambiarEstado } from "../app/conexion/cambiar-estado.ts"
import { conectar as registrar } from "../app/conexion/conectar.ts"
import { recifrar as recifrarTodo } from "../app/conexion/recifrar.ts"
import { systemClock } from "../clock.ts"
import { parseEnv } from "../config/env.ts"
import { type Core, openCore } from "../core.ts"
import { buscarInstitucion } from "../domain/directorio/institucion.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { AdapterDefinition } from "../ports/adapter-module.ts"
import type { Cifrado } from "../ports/cifrado.ts"
import type { CheckedConnection, ConexionRegistrada } from "../ports/conexiones.ts"
import { ESTADOS_CONEXION } from "../texts/etiquetas.ts"
import { momentoOficial } from "../texts/fechas.ts"
import { plural } from "../texts/plurales.ts"
import { quienOpera } from "./bitacora.ts"
import type { CliIo } from "./io.ts"
import { platformOf } from "./platforms-with.ts"

const SIN_CLAVE = new OperatorError(
  "Falta CLAVE_MAESTRA: sin ella no se guardan credenciales de otros espacios.",
  "Escriba una con «openssl rand -base64 32», póngala en .env o en un archivo con CLAVE_MAESTRA_FILE, guarde copia fuera de este equipo y vuelva a intentarlo.",
)

/** Connects a workspace with the credentials that standard input brings; or says how the bot is invited to one. */
export async function conectar(
  plataforma: string,
  options: { readonly institucion?: string },
  { env, out, err, read }: CliIo,
): Promise<number> {
  const definition = platformOf(plataforma, "connecting", "invitation")
  const config = parseEnv(definition.schema, env)
  if (definition.connecting === undefined) {
    out(`Abra esta dirección con una cuenta que administre el espacio y elija dónde agregar a Plenaria:\n`)
    out(`${await definition.invitation?.(config)}\n`)
    return 0
  }
  return withCore(env, async (core) => {
    const { cifrado } = core
    if (cifrado === null) throw SIN_CLAVE
    const institucionId = await institucionDe(core, options.institucion)
    err(`Escriba las credenciales, ${definition.connecting?.ayuda}. Termine con una línea vacía.\n`)
    const checked = await definition.connecting?.check(config, await read())
    if (checked === undefined) return 1
    if (checked.faltan.length > 0) throw sinPermisos(definition, checked)
    await guardar(core, cifrado, definition, checked, institucionId)
    out(
      `Se conectó el espacio «${checked.nombre}» (${checked.workspace}) de ${definition.name}. El bot lo atiende en menos de un minuto, sin reiniciarse.\n`,
    )
    return 0
  })
}

async function guardar(
  core: Core,
  cifrado: Cifrado,
  { id: adapter }: AdapterDefinition<unknown>,
  { workspace, nombre, medio, permisos, credentials }: CheckedConnection,
  institucionId: string | null,
): Promise<void> {
  const data = core.database.unitOfWork
  const antes = await data.fresh.conexiones.byWorkspace({ adapter, workspace })
  const espacio = {
    adapter,
    workspace,
    nombre,
    medio,
    permisos,
    institucionId: institucionId ?? antes?.institucionId ?? null,
    estado: "activa",
  } as const
  await data.read.eventos.desde({ ...quienOpera(), orden: "conectar" }, () =>
    registrar({ data, cifrado, now: systemClock.now() }, espacio, credentials, operador()),
  )
}

/** Closes a workspace: its credentials are forgotten, and what is for it waits. 1: it was not open. */
export async function desconectar(
  adapter: string,
  workspace: string,
  { env, out, err }: CliIo,
): Promise<number> {
  return withCore(env, async (core) => {
    const data = core.database.unitOfWork
    const conexion = await data.fresh.conexiones.byWorkspace({ adapter, workspace })
    if (conexion === null || conexion.estado === "desconectada" || conexion.medio === "ajustes") {
      err(
        conexion?.medio === "ajustes"
          ? `El espacio ${workspace} de ${adapter} se abre con los ajustes de la instalación: quite ahí sus credenciales y reinicie, o retire el bot de ese espacio.\n`
          : `El espacio ${workspace} de ${adapter} no está conectado. No se cambió nada.\n`,
      )
      return 1
    }
    const to = { estado: "desconectada", motivo: null } as const
    const closed = await data.read.eventos.desde({ ...quienOpera(), orden: "desconectar" }, () =>
      cambiarEstado({ data, now: systemClock.now() }, conexion, to, operador()),
    )
    if (!closed) {
      err(
        "Alguien más cambió esa conexión en este momento. No se cambió nada; vea cómo quedó con «conexiones».\n",
      )
      return 1
    }
    out(
      `Se cerró la conexión con «${conexion.nombre}» (${workspace}) y se borraron sus credenciales. Lo que se envíe a sus canales espera hasta que se conecte de nuevo, o vence. Revoque también los tokens en la plataforma.\n`,
    )
    return 0
  })
}

/** What is connected, one a line; never a secret. */
export async function conexiones(
  { json }: { readonly json?: boolean },
  { env, out }: CliIo,
): Promise<number> {
  return withCore(env, async ({ database, env: { TZ_OFICIAL } }) => {
    const { fresh } = database.unitOfWork
    const instituciones = new Map((await fresh.instituciones.all()).map((one) => [one.id, one.siglas]))
    const todas = (await fresh.conexiones.all()).map(({ secretos: _secretos, ...conexion }) => ({
      ...conexion,
      institucion: instituciones.get(conexion.institucionId ?? "") ?? null,
    }))
    if (json) out(`${JSON.stringify(todas, null, 2)}\n`)
    else if (todas.length === 0) out("No hay ningún espacio conectado.\n")
    else for (const una of todas) out(`${renglon(una, TZ_OFICIAL)}\n`)
    return 0
  })
}

type Vista = Omit<ConexionRegistrada, "secretos"> & { readonly institucion: string | null }

const renglon = (
  { adapter, workspace, nombre, institucion, medio, estado, estadoEn, motivo, oidaEn }: Vista,
  zona: string,
): string =>
  [
    `${adapter} ${workspace}`,
    nombre,
    institucion ?? "sin institución",
    medio,
    `${ESTADOS_CONEXION[estado]} desde el ${momentoOficial(estadoEn, zona)}`,
    oidaEn === null ? "sin solicitudes todavía" : `última solicitud: ${momentoOficial(oidaEn, zona)}`,
    ...(motivo === null ? [] : [motivo]),
  ].join(" · ")

/** Encrypts all that is kept with the present key; after that CLAVE_MAESTRA_ANTERIOR may go. 1: some could not be opened. */
export async function recifrar({ env, out, err }: CliIo): Promise<number> {
  return withCore(env, async ({ database, cifrado }) => {
    if (cifrado === null) throw SIN_CLAVE
    const data = database.unitOfWork
    const { hechas, sinAbrir } = await data.read.eventos.desde({ ...quienOpera(), orden: "recifrar" }, () =>
      recifrarTodo({ data, cifrado, now: systemClock.now() }),
    )
    out(
      `${plural(hechas, "conexión cifrada", "conexiones cifradas")} de nuevo con la clave ${cifrado.claveId}.\n`,
    )
    if (sinAbrir.length === 0) {
      out("Ya puede quitar CLAVE_MAESTRA_ANTERIOR.\n")
      return 0
    }
    const espacios = sinAbrir.map(({ adapter, workspace }) => `${adapter} ${workspace}`).join(", ")
    err(
      `No se pudieron abrir con ninguna de las dos claves: ${espacios}. Reponga en CLAVE_MAESTRA_ANTERIOR la clave con que se guardaron, o conéctelos de nuevo.\n`,
    )
    return 1
  })
}

const operador = () => ({
  organoId: null,
  personaId: null,
  plataforma: "cli" as const,
  nombre: `${quienOpera().cuenta}, en la línea de comandos`,
})

async function withCore(env: CliIo["env"], work: (core: Core) => Promise<number>): Promise<number> {
  const core = await openCore({ LOG_LEVEL: "error", ...env }, {}, "datos")
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

async function institucionDe({ database }: Core, typed: string | undefined): Promise<string | null> {
  if (typed === undefined) return null
  const found = buscarInstitucion(typed, await database.unitOfWork.fresh.instituciones.all())
  if (found.kind === "una" && found.exacta) return found.item.id
  throw new OperatorError(
    `«${typed}» no es ninguna institución registrada.`,
    "Escriba sus siglas como en el directorio; véalas con: npm run -s plenaria -- exportar",
  )
}

function sinPermisos(
  { name, id }: AdapterDefinition<unknown>,
  { faltan, nombre }: CheckedConnection,
): OperatorError {
  return new OperatorError(
    `A la aplicación de «${nombre}» le ${faltan.length === 1 ? "falta un permiso" : "faltan permisos"}: ${faltan.join(", ")}. No se guardó nada.`,
    `Actualice la aplicación en ${name} con el manifiesto (npm run -s plenaria -- manifiesto ${id}), vuelva a instalarla en ese espacio y repita esta orden.`,
  )
}
