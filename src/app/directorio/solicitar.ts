import { solicitudVinculacionCard, type Tocaya } from "../../cards/directorio/solicitud.ts"
import { LIMITES } from "../../domain/limites/limites.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Institucion, Organo, SolicitudVinculacion } from "../../domain/tipos/directorio.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { canalesDe } from "../canal/canales.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"

/** An account that is nobody's yet, and where it asks. */
export interface QuienPide {
  readonly data: UnitOfWork
  readonly organo: Organo
  readonly user: ExternalUser
  /** It belongs to another workspace than the one it asks from. */
  readonly externa: boolean
  readonly plataforma: NewEvento["plataforma"]
  readonly now: string
}

/** Who they say they are. */
export interface Pretension extends Pick<SolicitudVinculacion, "nombre" | "cargo" | "calidad" | "oficio"> {
  readonly institucion: Institucion
}

export type Solicitada =
  | {
      readonly kind: "solicitada"
      readonly solicitud: SolicitudVinculacion
      /** Whether the Secretaría Técnica has a channel where it reads of it. */
      readonly avisada: boolean
    }
  | { readonly kind: "limite"; readonly espera: number }

/**
 * Puts on record that somebody says who they are, and asks the Secretaría Técnica, in the same transaction. Nothing is granted: a
 * name proves nothing. Asked again, the last one waits and the others no more.
 */
export async function solicitarVinculacion(
  { data, organo, user, externa, plataforma, now }: QuienPide,
  { institucion, ...pretension }: Pretension,
): Promise<Solicitada> {
  const { adapter, workspace } = user
  const tomas = [
    { ambito: "persona", clave: `${adapter} ${workspace} ${user.user}` },
    { ambito: "espacio", clave: `${adapter} ${workspace}` },
  ] as const
  return data.transaction(async (repositories): Promise<Solicitada> => {
    const tomada = await repositories.limites.tomar(
      tomas.map((toma) => ({
        ...toma,
        clase: "vinculacion",
        n: 1,
        capacidad: LIMITES.vinculacion[toma.ambito],
      })),
      now,
    )
    if (tomada.kind === "agotada") return { kind: "limite", espera: tomada.espera }
    const solicitud = await repositories.vinculaciones.request({
      ...pretension,
      organoId: organo.id,
      institucionId: institucion.id,
      adapter,
      workspace,
      user: user.user,
      externa,
      creadaEn: now,
    })
    await repositories.eventos.append({
      tipo: "vinculacion.pedida",
      objeto: `solicitud_vinculacion:${solicitud.id}`,
      organoId: organo.id,
      personaId: null,
      plataforma,
      antes: null,
      despues: {
        adapter,
        workspace,
        user: user.user,
        externa,
        ...pretension,
        institucion: institucion.siglas,
      },
      instante: now,
    })
    const avisada = await avisar(repositories, organo, { solicitud, institucion, now })
    return { kind: "solicitada", solicitud, avisada }
  })
}

async function avisar(
  repositories: Repositories,
  organo: Organo,
  {
    solicitud,
    institucion,
    now,
  }: { readonly solicitud: SolicitudVinculacion; readonly institucion: Institucion; readonly now: string },
): Promise<boolean> {
  const canales = await canalesDe(repositories, organo, "secretaria_tecnica")
  const consta = await loQueConsta(repositories, solicitud)
  const avisos = canales.map((canal) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["vinculacion", solicitud.id],
      organo,
      card: solicitudVinculacionCard({ organo, solicitud, institucion, ...consta }),
      ...atOnce(now),
      why: `Solicitud de vinculación ${solicitud.numero}, de ${institucion.siglas}.`,
    }),
  )
  await enqueue(repositories, avisos, now)
  return canales.length > 0
}

/** What is on record that whoever decides on a request has to know. */
export async function loQueConsta(
  repositories: Pick<Repositories, "directorioWriter" | "conexiones" | "instituciones">,
  solicitud: SolicitudVinculacion,
): Promise<{ readonly parecidas: readonly Tocaya[]; readonly espacioDe: Institucion | null }> {
  const { conexiones, instituciones } = repositories
  const duena = (await conexiones.byWorkspace(solicitud))?.institucionId ?? null
  const ajeno = duena !== null && duena !== solicitud.institucionId
  return {
    parecidas: await tocayas(repositories, solicitud),
    espacioDe: ajeno ? await instituciones.byId(duena) : null,
  }
}

/** People on record with that very name: perhaps the same. Who has an account already would be two people if it is not theirs. */
export async function tocayas(
  { directorioWriter }: Pick<Repositories, "directorioWriter">,
  { nombre }: Pick<SolicitudVinculacion, "nombre">,
): Promise<readonly Tocaya[]> {
  const llamada = normalizar(nombre)
  const suyas = (await directorioWriter.personas()).filter((una) => normalizar(una.nombre) === llamada)
  const halladas: Tocaya[] = []
  for (const una of suyas)
    halladas.push({ ...una, conCuenta: (await directorioWriter.cuentas(una.id)).length > 0 })
  return halladas
}
