import { Gauge, type Registry } from "prom-client"
import { msEntre } from "../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../domain/tipos/canal.ts"
import type { BeforeAdapter, ChatAdapter } from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import type { Logger } from "../ports/logger.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"

/** What is read from the data is read no more often, however many ask. */
const CADA_MS = 5_000

export interface LecturasDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
  readonly adapters: ReadonlyMap<AdapterId, Pick<ChatAdapter | BeforeAdapter, "connection">>
  /** Runs on: milliseconds of any origin. */
  readonly elapsed?: () => number
}

interface Medida {
  readonly name: string
  readonly help: string
  readonly labelNames: readonly string[]
}

/** One read of the data for all that is asked of them at once. */
async function leer({ data, clock, adapters, elapsed = () => performance.now() }: LecturasDeps) {
  const { fresh } = data
  const begun = elapsed()
  const latido = await fresh.latido.edad()
  const latencia = elapsed() - begun
  const now = clock.now()
  const vivas = await fresh.deliveryReview.live(now)
  const viejas = new Map<AdapterId, number>([...adapters.keys()].map((id) => [id, 0]))
  for (const { state, adapter, oldest } of vivas)
    if (state === "pending" || state === "sending")
      viejas.set(adapter, Math.max(viejas.get(adapter) ?? 0, msEntre(oldest, now)))
  const conexiones = new Map<string, { readonly plataforma: string; readonly estado: string; n: number }>()
  for (const { adapter, estado } of await fresh.conexiones.all()) {
    const clave = `${adapter} ${estado}`
    const suma = conexiones.get(clave) ?? { plataforma: adapter, estado, n: 0 }
    conexiones.set(clave, { ...suma, n: suma.n + 1 })
  }
  const eslabones = await fresh.registro.longitud()
  return { latido, latencia, vivas, viejas, conexiones: [...conexiones.values()], eslabones, now }
}

type Lectura = Awaited<ReturnType<typeof leer>>
type Valor = readonly [labels: Readonly<Record<string, string>>, value: number]

/** Each gauge, and how it is read; one more is one entry. */
const MEDIDAS: readonly (readonly [Medida, (lectura: Lectura, deps: LecturasDeps) => readonly Valor[]])[] = [
  [
    {
      name: "plenaria_entregas",
      help: "Mensajes que ya debían salir y no han terminado bien, por su estado.",
      labelNames: ["estado", "plataforma", "espacio"],
    },
    ({ vivas }) =>
      vivas.map(({ state, adapter, workspace, count }) => [
        { estado: state, plataforma: adapter, espacio: workspace },
        count,
      ]),
  ],
  [
    {
      name: "plenaria_entrega_pendiente_segundos",
      help: "Desde hace cuánto pudo salir el mensaje que más espera.",
      labelNames: ["plataforma"],
    },
    ({ viejas }) => [...viejas].map(([plataforma, ms]) => [{ plataforma }, ms / 1_000]),
  ],
  [
    {
      name: "plenaria_conexiones",
      help: "Espacios de trabajo registrados, por su estado.",
      labelNames: ["plataforma", "estado"],
    },
    ({ conexiones }) => conexiones.map(({ plataforma, estado, n }) => [{ plataforma, estado }, n]),
  ],
  [
    {
      name: "plenaria_plataforma_sin_conexion_segundos",
      help: "Desde hace cuánto este proceso perdió la conexión con la plataforma; 0: la tiene.",
      labelNames: ["plataforma"],
    },
    ({ now }, { adapters }) =>
      [...adapters].map(([plataforma, { connection }]) => {
        const lost = connection?.lostSince() ?? null
        return [{ plataforma }, lost === null ? 0 : msEntre(lost, now) / 1_000]
      }),
  ],
  [
    { name: "plenaria_base_latencia_segundos", help: "Lo que tardó una consulta mínima.", labelNames: [] },
    ({ latencia }) => [[{}, latencia / 1_000]],
  ],
  [
    {
      name: "plenaria_latido_segundos",
      help: "Desde hace cuánto algún proceso planeó lo del día, en toda la instalación; infinito: nunca.",
      labelNames: [],
    },
    ({ latido }) => [[{}, latido === null ? Number.POSITIVE_INFINITY : latido / 1_000]],
  ],
  [
    { name: "plenaria_bitacora_eslabones", help: "Eslabones de la bitácora.", labelNames: [] },
    ({ eslabones }) => [[{}, eslabones]],
  ],
]

/** What is read from the data when somebody asks. Where they cannot be read, `plenaria_base_disponible` is 0 and alone. */
export function lecturasEn(registry: Registry, deps: LecturasDeps): void {
  const { log, elapsed = () => performance.now() } = deps
  let kept: { readonly at: number; readonly reading: Promise<Lectura | null> } | null = null
  const lectura = () => {
    if (kept === null || elapsed() - kept.at > CADA_MS)
      kept = {
        at: elapsed(),
        reading: leer(deps).catch((error: unknown) => {
          log.warn({ error }, "The data could not be read for the metrics.")
          return null
        }),
      }
    return kept.reading
  }
  const registers = [registry]
  new Gauge({
    name: "plenaria_base_disponible",
    help: "1 si la base de datos contesta.",
    registers,
    async collect() {
      this.set((await lectura()) === null ? 0 : 1)
    },
  })
  for (const [medida, valores] of MEDIDAS)
    new Gauge({
      ...medida,
      labelNames: [...medida.labelNames],
      registers,
      async collect() {
        const leida = await lectura()
        this.reset()
        // What was not read is not 0.
        if (medida.labelNames.length === 0) this.remove()
        if (leida !== null) for (const [labels, value] of valores(leida, deps)) this.set(labels, value)
      },
    })
}
