import { OperatorError } from "../../domain/operator-error.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { StoredConnection } from "../../ports/chat-adapter.ts"
import type { Cifrado } from "../../ports/cifrado.ts"
import type { ConexionRegistrada } from "../../ports/conexiones.ts"
import type { InspectedSpace } from "../../ports/diagnostico.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type CanalDeAlgunOrgano, todosLosCanales } from "../canal/canales.ts"
import { abrir } from "../conexion/credenciales.ts"
import type { CanalVisto, DatosVistos, EspacioVisto } from "./vista.ts"

const UN_DIA_MS = 24 * 60 * 60_000

/** A platform that is on, as it can be asked; `null`: it tells nothing of that. */
export interface PlataformaPorVer {
  readonly id: AdapterId
  readonly propios: (() => Promise<readonly InspectedSpace[]>) | null
  readonly conectado: ((connection: StoredConnection) => Promise<InspectedSpace>) | null
}

/** What the platforms say of each workspace. One that does not answer keeps nobody else from being asked. */
export async function mirarEspacios(
  plataformas: readonly PlataformaPorVer[],
  conexiones: readonly ConexionRegistrada[],
  cifrado: Cifrado | null,
): Promise<readonly EspacioVisto[]> {
  const vistos = plataformas.flatMap((plataforma) => [
    porAjustes(plataforma),
    ...conexiones
      .filter(({ adapter }) => adapter === plataforma.id)
      // What the settings open was asked for with them.
      .filter(({ medio, estado }) => medio !== "ajustes" || estado !== "activa")
      .map(async (conexion) => [await conectado(plataforma, conexion, cifrado)]),
  ])
  return (await Promise.all(vistos)).flat()
}

async function porAjustes({ id, propios }: PlataformaPorVer): Promise<readonly EspacioVisto[]> {
  if (propios === null) return []
  try {
    const espacios = await propios()
    return espacios.map((espacio) => ({ adapter: id, conexion: null, abierto: { kind: "si", espacio } }))
  } catch (error) {
    return [{ adapter: id, conexion: null, abierto: rechazo(error) }]
  }
}

async function conectado(
  { id: adapter, conectado: preguntar }: PlataformaPorVer,
  conexion: ConexionRegistrada,
  cifrado: Cifrado | null,
): Promise<EspacioVisto> {
  const { estado, secretos, workspace, medio } = conexion
  const sin = { adapter, conexion, abierto: { kind: "no_preguntado" } } as const
  if (estado !== "activa" || secretos === null || preguntar === null) return sin
  const credentials = abrir(cifrado, conexion, secretos)
  if (credentials === null) return { adapter, conexion, abierto: { kind: "sin_clave" } }
  try {
    const espacio = await preguntar({ workspace, medio, credentials })
    return { adapter, conexion, abierto: { kind: "si", espacio } }
  } catch (error) {
    return { adapter, conexion, abierto: rechazo(error) }
  }
}

function rechazo(error: unknown): EspacioVisto["abierto"] {
  if (error instanceof OperatorError) return { kind: "no", que: error.message, hacer: error.hint }
  return {
    kind: "no",
    que: "no se pudo preguntar a la plataforma.",
    hacer: "Revise la conexión a internet de este equipo y repita la revisión.",
  }
}

/** What is on record of channels and messages, and what the platforms say of each active channel. */
export async function mirarDatos(
  fresh: Repositories,
  espacios: readonly EspacioVisto[],
  ahora: Instante,
): Promise<DatosVistos> {
  const canales = (await todosLosCanales(fresh)).filter(({ canal }) => canal.activo)
  // One after another in each workspace, so that no platform is asked faster than it likes.
  const porEspacio = new Map<string, CanalDeAlgunOrgano[]>()
  for (const uno of canales) {
    const espacio = `${uno.canal.adapter} ${uno.canal.workspace}`
    porEspacio.set(espacio, [...(porEspacio.get(espacio) ?? []), uno])
  }
  const preguntados = await Promise.all(
    [...porEspacio.values()].map(async (suyos) => {
      const vistos: CanalVisto[] = []
      for (const { canal, completa } of suyos) {
        const espacio = espacioDe(canal, espacios)
        vistos.push({
          canal,
          clave: completa,
          deInstitucion: espacio?.conexion?.institucionId ?? null,
          respuesta: espacio?.abierto.kind === "si" ? await espacio.abierto.espacio.channel(canal) : null,
        })
      }
      return vistos
    }),
  )
  return {
    canales: preguntados.flat(),
    fallas: await fresh.channelHealth.broken(),
    entregas: await fresh.deliveryReview.live(ahora),
    portadaRechazada: await fresh.deliveryReview.pageRefused(sumarMs(ahora, -UN_DIA_MS)),
    latidoMs: await fresh.latido.edad(),
  }
}

function espacioDe(
  { adapter, workspace }: CanalVisto["canal"],
  espacios: readonly EspacioVisto[],
): EspacioVisto | undefined {
  const suyos = espacios.filter((one) => one.adapter === adapter)
  return (
    suyos.find(({ conexion }) => conexion?.workspace === workspace) ??
    suyos.find(({ abierto }) => abierto.kind === "si" && abierto.espacio.workspaces.includes(workspace))
  )
}
