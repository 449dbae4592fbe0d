import type { Clock } from "../../ports/clock.ts"
import type { ConexionRegistrada } from "../../ports/conexiones.ts"
import type { ConnectionNews } from "../../ports/connection-news.ts"
import type { Logger } from "../../ports/logger.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { mirarLugar, type VigilarDeps } from "../canal/vigilar.ts"
import { cambiarEstado } from "./cambiar-estado.ts"
import { asunto, hechos } from "./conectar.ts"
import type { ConexionesServidas } from "./servir.ts"

interface Deps extends Pick<VigilarDeps, "adapters"> {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
  readonly servidas: Pick<ConexionesServidas, "servir">
}

const SISTEMA = { organoId: null, personaId: null, plataforma: "sistema", nombre: "la plataforma" } as const
const POR_AJUSTES = "los ajustes de la instalación"

/** Writes down what the platforms tell of their workspaces, and acts on it at once. It never throws. */
export function novedadesDe({ data, clock, log, servidas, adapters }: Deps): ConnectionNews {
  const siempre = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      log.error({ error }, "What a platform told of a workspace could not be written down.")
    }
  }
  const retirar = async (conexion: ConexionRegistrada, motivo: string) => {
    if (conexion.estado === "revocada" || conexion.estado === "desconectada") return
    const now = clock.now()
    if (!(await cambiarEstado({ data, now }, conexion, { estado: "revocada", motivo }, SISTEMA))) return
    const { adapter, workspace } = conexion
    log.warn({ adapter, workspace, reason: motivo }, "Un espacio de trabajo retiró el acceso a Plenaria.")
  }
  return {
    opened: (espacio) =>
      siempre(async () => {
        const now = clock.now()
        const antes = await data.fresh.conexiones.byWorkspace(espacio)
        // One with credentials of its own was put on record by whoever connected it.
        if (antes !== null && antes.medio !== "ajustes" && antes.estado === "activa") return
        if (antes?.estado === "activa" && antes.nombre === espacio.nombre) return
        await data.transaction(async ({ conexiones, eventos }) => {
          const despues = await conexiones.save(
            {
              ...espacio,
              institucionId: antes?.institucionId ?? null,
              estado: "activa",
              motivo: null,
              medio: "ajustes",
              secretos: null,
              conectadaEn: now,
              conectadaPor: POR_AJUSTES,
            },
            now,
          )
          await eventos.append({
            tipo: "conexion.conectada",
            objeto: asunto(despues),
            organoId: null,
            personaId: null,
            plataforma: "sistema",
            antes: antes && hechos(antes),
            despues: hechos(despues),
            instante: now,
          })
        })
        log.info({ ...espacio, permisos: undefined }, "Se conectó un espacio de trabajo.")
      }),
    present: (adapter, workspaces) =>
      siempre(async () => {
        const present = new Set(workspaces)
        for (const conexion of await data.fresh.conexiones.all())
          if (
            conexion.adapter === adapter &&
            conexion.medio === "ajustes" &&
            !present.has(conexion.workspace)
          )
            await retirar(conexion, "Los ajustes de la instalación ya no abren ese espacio.")
      }),
    channel: (place, cambio) => siempre(() => mirarLugar({ data, clock, log, adapters }, place, cambio)),
    lost: ({ motivo, ...espacio }) =>
      siempre(async () => {
        const conexion = await data.fresh.conexiones.byWorkspace(espacio)
        if (conexion !== null) await retirar(conexion, motivo)
        await servidas.servir()
      }),
  }
}
