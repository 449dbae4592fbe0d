import type { AdapterId, EstadoSinAbrir } from "../../domain/tipos/canal.ts"
import type { BeforeAdapter, ChatAdapter, StoredConnection } from "../../ports/chat-adapter.ts"
import type { Cifrado } from "../../ports/cifrado.ts"
import type { ConexionRegistrada, Espacio } from "../../ports/conexiones.ts"
import type { Logger } from "../../ports/logger.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { abrir } from "./credenciales.ts"

interface Deps {
  readonly data: UnitOfWork
  readonly adapters: ReadonlyMap<AdapterId, Pick<ChatAdapter | BeforeAdapter, "serving">>
  /** `null`: this installation has no master key. */
  readonly cifrado: Cifrado | null
  readonly log: Logger
  /** The only sockets that this process opens, `slack/T0123ABCD`; `null`: all of them. */
  readonly solo: ReadonlySet<string> | null
}

/** The connections on record, as this process last read them and serves them. */
export interface ConexionesServidas {
  /** Reads them again, and hands each platform its own: what was added is opened, what is gone is closed. */
  servir(): Promise<void>
  /** Why a workspace would not be open; `activa`: it is on record as open; `null`: it has no connection. */
  estadoDe(espacio: Espacio): "activa" | EstadoSinAbrir | null
}

export function conexionesServidas({ data, adapters, cifrado, log, solo }: Deps): ConexionesServidas {
  let estados: ReadonlyMap<string, "activa" | EstadoSinAbrir | null> = new Map()
  const claveDe = ({ adapter, workspace }: Espacio) => `${adapter} ${workspace}`
  const avisadas = new Set<string>()

  const leer = (conexion: ConexionRegistrada) => {
    // What the settings open is told by the platform itself: were it not open, nothing would open it soon.
    if (conexion.secretos === null)
      return { conexion, estado: conexion.estado === "activa" ? null : conexion.estado, abierta: null }
    // Another process opens those sockets; what is posted to the one address each has to take.
    const ajena =
      conexion.medio === "socket" && solo?.has(`${conexion.adapter}/${conexion.workspace}`) === false
    if (conexion.estado !== "activa" || ajena) return { conexion, estado: conexion.estado, abierta: null }
    const credentials = abrir(cifrado, conexion, conexion.secretos)
    if (credentials !== null) {
      const abierta: StoredConnection = { workspace: conexion.workspace, medio: conexion.medio, credentials }
      return { conexion, estado: conexion.estado, abierta }
    }
    const { adapter, workspace } = conexion
    if (!avisadas.has(claveDe(conexion)))
      log.error({ adapter, workspace }, "No se abre un espacio: falta la clave maestra con que se guardó.")
    avisadas.add(claveDe(conexion))
    return { conexion, estado: "sin_clave" as const, abierta: null }
  }

  const leerTodas = async () => {
    const leidas = (await data.fresh.conexiones.all()).map(leer)
    estados = new Map(leidas.map(({ conexion, estado }) => [claveDe(conexion), estado]))
    for (const [id, { serving }] of adapters)
      await serving?.serve(
        leidas.flatMap(({ conexion, abierta }) => (conexion.adapter === id && abierta ? [abierta] : [])),
      )
  }
  let turno = Promise.resolve()

  return {
    estadoDe: (espacio) => estados.get(claveDe(espacio)) ?? null,
    // One after another: what was read before must not be served after what was read later.
    servir() {
      turno = turno.then(leerTodas, leerTodas)
      return turno
    },
  }
}
