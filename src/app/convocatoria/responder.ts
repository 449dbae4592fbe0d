import { reparoAsistencia } from "../../domain/convocatoria/asistencia.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Acuse, ConfirmacionAsistencia, Convocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { esSecretariaTecnica, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"

/** States in which an institution may still answer. */
const ABIERTAS: readonly EstadoSesion[] = ["convocada", "diferida", "cancelada"]

export type Quien =
  | { readonly kind: "una"; readonly institucion: Institucion }
  /** The asker speaks for several of the members, or named one that is not certain: which one? */
  | { readonly kind: "varias"; readonly instituciones: readonly Institucion[] }
  /** The asker speaks for none of the institutions that were called. */
  | { readonly kind: "ninguna" }

/**
 * For which of the institutions that were called the asker answers: their own, or, for the Secretaría Técnica (which
 * takes answers by telephone and oficio), the one that is named.
 */
export async function quienResponde(
  read: Repositories,
  organo: Organo,
  actor: Actor,
  sesion: Sesion,
  nombrada: string | null,
): Promise<Quien> {
  const convocadas = new Set(
    (await read.sesiones.integrantes(sesion.id)).map(({ institucionId }) => institucionId),
  )
  const propias = institucionesDe(actor, organo.id)
  const puede = (id: string) =>
    convocadas.has(id) &&
    (propias.includes(id) || (nombrada !== null && esSecretariaTecnica(actor, organo.id)))
  const posibles = (await read.instituciones.all()).filter(({ id }) => puede(id))
  if (nombrada !== null) {
    const found = soloExacta(buscarInstitucion(nombrada, posibles))
    if (found.kind === "una") return { kind: "una", institucion: found.item }
    const instituciones = found.kind === "varias" ? found.items : found.parecidas
    return instituciones.length > 0 ? { kind: "varias", instituciones } : { kind: "ninguna" }
  }
  const [una, ...otras] = posibles
  if (una === undefined) return { kind: "ninguna" }
  return otras.length === 0 ? { kind: "una", institucion: una } : { kind: "varias", instituciones: posibles }
}

export type Acusado =
  /** `previo`: somebody of the institution had done it before; the first one stays. */
  | {
      readonly kind: "acusado"
      readonly convocatoria: Convocatoria
      readonly acuse: Acuse
      readonly previo: boolean
      readonly por: string
    }
  | { readonly kind: "sin_convocatoria" }

/** Records that an institution received the latest version of the convocatoria: who, from where, when. */
export function acusarConvocatoria(
  actuacion: Actuacion,
  sesion: Sesion,
  institucion: Institucion,
): Promise<Acusado> {
  const { persona, plataforma, now } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Acusado> => {
    const convocatoria = (await repositories.convocatorias.list(sesion.id)).at(-1)
    if (convocatoria === undefined) return { kind: "sin_convocatoria" }
    const acuse: Acuse = {
      convocatoriaId: convocatoria.id,
      institucionId: institucion.id,
      personaId: persona.id,
      plataforma,
      instante: now,
    }
    if (await repositories.convocatorias.acusar(acuse)) {
      await repositories.eventos.append(evento(actuacion, "convocatoria.acusada", sesion.id, null, acuse))
      return { kind: "acusado", convocatoria, acuse, previo: false, por: persona.nombre }
    }
    const acuses = await repositories.convocatorias.acuses(convocatoria.id)
    const first = acuses.find(({ institucionId }) => institucionId === institucion.id) ?? acuse
    const who = await repositories.personas.byId(first.personaId)
    return { kind: "acusado", convocatoria, acuse: first, previo: true, por: who?.nombre ?? persona.nombre }
  })
}

export type Respuesta = Pick<ConfirmacionAsistencia, "respuesta" | "remota" | "nombre" | "cargo" | "oficio">

export type Confirmada =
  | {
      readonly kind: "confirmada"
      readonly anterior: ConfirmacionAsistencia | null
      /** The body asks for the oficio that names an alternate, and it was not given. */
      readonly faltaOficio: boolean
      readonly admiteSuplencia: boolean
    }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  /** The body's rules admit no alternates. */
  | { readonly kind: "sin_suplencia"; readonly sesion: Sesion }

/** Records who will come for an institution. It may be changed until the session is installed; the last one holds. */
export function confirmarAsistencia(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
  respuesta: Respuesta,
): Promise<Confirmada> {
  const { organo, hoy, persona, plataforma, now } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Confirmada> => {
    const sesion = await repositories.sesiones.byId(sesionId)
    if (sesion === null) throw new Error("the session of a confirmation is gone")
    if (sesion.estado !== "convocada") return { kind: "fuera_de_estado", sesion }
    const { suplencia } = await reglasDeSesion({ read: repositories, organo, hoy }, sesion)
    const reparo = reparoAsistencia(respuesta, suplencia)
    if (reparo === "sin_suplencia") return { kind: "sin_suplencia", sesion }
    const confirmaciones = await repositories.convocatorias.confirmaciones(sesion.id)
    const anterior = confirmaciones.find(({ institucionId }) => institucionId === institucion.id) ?? null
    const nueva: ConfirmacionAsistencia = {
      sesionId: sesion.id,
      institucionId: institucion.id,
      ...respuesta,
      personaId: persona.id,
      plataforma,
      instante: now,
    }
    await repositories.convocatorias.confirmar(nueva)
    await repositories.eventos.append(evento(actuacion, "asistencia.confirmada", sesion.id, anterior, nueva))
    return {
      kind: "confirmada",
      anterior,
      faltaOficio: reparo === "falta_oficio",
      admiteSuplencia: suplencia.permitida,
    }
  })
}

export const puedeAcusar = ({ estado }: Pick<Sesion, "estado">) => ABIERTAS.includes(estado)
