import type { Database } from "../db/open.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { msEntre } from "../domain/tiempo/tiempo.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { Clock } from "../ports/clock.ts"
import type { Logger } from "../ports/logger.ts"
import type { EstadoRespaldos, Respaldos } from "../ports/respaldos.ts"
import { guardados } from "./carpeta.ts"
import { contestar, tomarPedido } from "./pedido.ts"
import { type AjustesRespaldo, type Comprobar, type RespaldoHecho, respaldar } from "./respaldar.ts"

/** After a failure; the disk may be full for a while. */
const REINTENTO_MS = 15 * 60_000

export interface RespaldosDeps {
  readonly database: Pick<Database, "copy" | "exclusive">
  readonly clock: Clock
  readonly log: Logger
  readonly ajustes: AjustesRespaldo
  /** How often, in milliseconds; null: only when somebody asks. */
  readonly cadaMs: number | null
  /** The folder in which requests are left; null: whoever wants a backup makes it, for the database is a server's. */
  readonly dataDir: string | null
  readonly comprobar: Comprobar
  /** Puts on record that data leave, before they do. */
  readonly asentar: (quien: { readonly cuenta: string; readonly lugar: string }) => Promise<void>
}

/** The backups that the running process makes: those that are due, and those that are asked of it. */
export function createRespaldos(deps: RespaldosDeps): Respaldos {
  let falla: Instante | null = null

  const hacer = async (): Promise<RespaldoHecho> => {
    const hecho = await respaldar(deps, deps.ajustes)
    const { archivo, octetos, quitados } = hecho
    deps.log.info({ archivo, octetos, quitados }, "Respaldo hecho y comprobado.")
    return hecho
  }

  const programado = async () => {
    if (!(await toca(deps, falla))) return
    // Of several processes on the same data one is enough.
    const turno = await deps.database.exclusive.take("respaldo", () => {})
    if (turno === null) return
    try {
      await hacer()
      falla = null
    } catch (error) {
      falla = deps.clock.now()
      deps.log.error(
        { error, carpeta: deps.ajustes.carpeta },
        "No se hizo el respaldo programado; se intentará de nuevo en 15 minutos.",
      )
    } finally {
      await turno.release()
    }
  }

  return {
    async atender() {
      await atenderPedidos(deps, hacer)
      await programado()
    },
    estado: () => estadoDe(deps, falla),
  }
}

async function atenderPedidos(
  { dataDir, log, asentar }: RespaldosDeps,
  hacer: () => Promise<RespaldoHecho>,
): Promise<void> {
  if (dataDir === null) return
  const pedido = await tomarPedido(dataDir)
  if (pedido === null) return
  try {
    await asentar(pedido.quien)
    await contestar(dataDir, pedido.id, { hecho: await hacer() })
  } catch (error) {
    log.error({ error }, "No se hizo el respaldo que se pidió.")
    const { message, hint } =
      error instanceof OperatorError
        ? error
        : { message: "No se hizo el respaldo por un error interno.", hint: "Revise la bitácora técnica." }
    await contestar(dataDir, pedido.id, { message, hint })
  }
}

async function toca({ clock, cadaMs, ajustes }: RespaldosDeps, falla: Instante | null): Promise<boolean> {
  if (cadaMs === null) return false
  const now = clock.now()
  if (falla !== null && msEntre(falla, now) < REINTENTO_MS) return false
  const ultimo = (await guardados(ajustes.carpeta)).at(-1)
  return ultimo === undefined || msEntre(ultimo.tomado, now) >= cadaMs
}

async function estadoDe(
  { clock, cadaMs, ajustes }: RespaldosDeps,
  falla: Instante | null,
): Promise<EstadoRespaldos> {
  const todos = await guardados(ajustes.carpeta).catch(() => null)
  const ultimo = todos?.at(-1)?.tomado ?? null
  if (cadaMs === null) return { estado: "sin_programar", ultimo }
  if (falla !== null || todos === null) return { estado: "con_falla", ultimo }
  const tarde = ultimo === null || msEntre(ultimo, clock.now()) > cadaMs + REINTENTO_MS
  return { estado: tarde ? "atrasado" : "al_dia", ultimo }
}
