import type { FilaConexion } from "../../cards/conexion/conexiones.ts"
import { referenciaDe } from "../../cards/conexion/por-confirmar.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { ConexionRegistrada, Espacio } from "../../ports/conexiones.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesEnUso } from "../canal/canales.ts"
import { institucionesSentadas } from "../canal/destinos.ts"
import type { Conexiones } from "../canal/recepcion.ts"

const claveDe = ({ adapter, workspace }: Espacio) => `${adapter} ${workspace}`

/**
 * The workspaces that a body speaks in: those of its channels, and those that its institutions connected. What needs
 * somebody comes first.
 */
export async function conexionesDelOrgano(
  read: Repositories,
  conexiones: Conexiones,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly FilaConexion[]> {
  const canales = (await canalesEnUso(read, organo)).filter(({ activo }) => activo)
  const instituciones = await institucionesSentadas(read, organo, hoy)
  const propias = new Set(instituciones.map(({ id }) => id))
  const registradas = new Map((await read.conexiones.all()).map((una) => [claveDe(una), una]))
  const espacios = new Map<string, Espacio>(canales.map((canal) => [claveDe(canal), canal]))
  for (const [clave, una] of registradas) if (propias.has(una.institucionId ?? "")) espacios.set(clave, una)
  const filas = [...espacios].map(([clave, espacio]): FilaConexion => {
    const { adapter, workspace } = espacio
    const conexion = registradas.get(clave) ?? null
    const suyos = new Set(
      canales.flatMap((canal) => (claveDe(canal) === clave ? (canal.institucionId ?? []) : [])),
    )
    if (conexion?.institucionId) suyos.add(conexion.institucionId)
    return {
      adapter,
      workspace,
      conexion: conexion && sinSecretos(conexion),
      instituciones: instituciones.filter(({ id }) => suyos.has(id)),
      ahora: conexiones.de({ adapter, workspace }),
    }
  })
  const bien = ({ ahora }: FilaConexion) => Number(ahora.kind === "activa")
  return filas.sort((a, b) => bien(a) - bien(b) || (claveDe(a) < claveDe(b) ? -1 : 1))
}

function sinSecretos({ secretos: _secretos, ...conexion }: ConexionRegistrada): FilaConexion["conexion"] {
  return conexion
}

/**
 * One that waits to be confirmed, of an institution of the body; `null`: there is none by that name, or the authorisation
 * that was shown is not the one that waits now.
 */
export async function porConfirmar(
  read: Repositories,
  organo: Organo,
  hoy: Fecha,
  nombrado: string,
): Promise<ConexionRegistrada | null> {
  const propias = new Set((await institucionesSentadas(read, organo, hoy)).map(({ id }) => id))
  const pendientes = (await read.conexiones.all()).filter(
    (una) => una.estado === "por_confirmar" && propias.has(una.institucionId ?? ""),
  )
  return pendientes.find((una) => [una.workspace, referenciaDe(una)].includes(nombrado)) ?? null
}
