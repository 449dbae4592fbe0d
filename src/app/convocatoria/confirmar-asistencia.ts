import { reparoAsistencia } from "../../domain/convocatoria/asistencia.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { ConfirmacionAsistencia } from "../../domain/tipos/convocatoria.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { avisarRegistroAjeno, medioEscrito } from "../canal/registro-ajeno.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"

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

/** From the call until the session is installed. */
export const seConfirmaAsistencia = ({ estado }: Pick<Sesion, "estado">): boolean => estado === "convocada"

/**
 * Records who will come for an institution. It may be changed until the session is installed; the last one holds.
 * `constancia`: on whose word the Secretaría Técnica records it, of which the institution is told.
 */
export function confirmarAsistencia(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
  respuesta: Respuesta,
  constancia: Constancia | null = null,
): Promise<Confirmada> {
  const { organo, hoy, persona, plataforma, now } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Confirmada> => {
    const sesion = await repositories.sesiones.byId(sesionId)
    if (sesion === null) throw new Error("the session of a confirmation is gone")
    if (!seConfirmaAsistencia(sesion)) return { kind: "fuera_de_estado", sesion }
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
    const despues = { ...nueva, ...constancia }
    await repositories.eventos.append(
      evento(actuacion, "asistencia.confirmada", sesion.id, anterior, despues),
    )
    if (constancia !== null)
      await avisarConfirmada(repositories, actuacion, { sesion, institucion, nueva, constancia })
    return {
      kind: "confirmada",
      anterior,
      faltaOficio: reparo === "falta_oficio",
      admiteSuplencia: suplencia.permitida,
    }
  })
}

const DICHO: Readonly<Record<Respuesta["respuesta"], string>> = {
  titular: "confirmó que asistirá su titular",
  suplente: "confirmó que asistirá una persona suplente",
  no_asistira: "avisó que no asistirá",
}

async function avisarConfirmada(
  repositories: Repositories,
  actuacion: Actuacion,
  {
    sesion,
    institucion,
    nueva,
    constancia,
  }: {
    readonly sesion: Sesion
    readonly institucion: Institucion
    readonly nueva: ConfirmacionAsistencia
    readonly constancia: Constancia
  },
): Promise<void> {
  const registro = {
    institucion,
    asunto: sesion.clave,
    que: DICHO[nueva.respuesta],
    medio: medioEscrito(constancia),
    objecion: "Si no es así, cámbielo con los botones de la convocatoria antes de que la sesión se instale.",
    origen: sesion.origen,
  }
  await avisarRegistroAjeno(repositories, actuacion, registro, ["asistencia", sesion.id, institucion.id])
}
