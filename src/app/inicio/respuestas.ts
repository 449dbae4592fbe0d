import type { Institucion } from "../../domain/tipos/directorio.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import { seConfirmaAsistencia } from "../convocatoria/confirmar-asistencia.ts"
import type { SesionFechada } from "../sesion/por-venir.ts"
import { sinAcuse } from "./convocatorias.ts"
import type { AsuntoHallado, Escena, Fuente } from "./fuente.ts"
import { deSesion, sesionesCercanas } from "./sesiones.ts"

/** What an institution has not answered: that it got the convocatoria, and then who will come. */
export const porResponder: Fuente = {
  requiere: "sesion.acuse",
  async buscar(escena) {
    const { read, actor, organo } = escena
    const ids = new Set(institucionesDe(actor, organo.id))
    if (ids.size === 0) return []
    const propias = (await read.instituciones.all()).filter(({ id }) => ids.has(id))
    const hallados: AsuntoHallado[] = []
    for (const sesion of (await sesionesCercanas(escena)).filter(fueConvocada))
      hallados.push(...(await deUnaSesion(escena, sesion, propias)))
    return hallados
  },
}

async function deUnaSesion(
  escena: Escena,
  sesion: SesionFechada,
  propias: readonly Institucion[],
): Promise<readonly AsuntoHallado[]> {
  const { read } = escena
  const faltan = await sinAcuse(escena, sesion.id)
  if (faltan === null) return []
  const convocadas = new Set(
    (await read.sesiones.integrantes(sesion.id)).map(({ institucionId }) => institucionId),
  )
  const suyas = propias.filter(({ id }) => convocadas.has(id))
  const confirmadas = new Set(
    (await read.convocatorias.confirmaciones(sesion.id)).map(({ institucionId }) => institucionId),
  )
  return suyas.flatMap(({ id, siglas }): readonly AsuntoHallado[] => {
    // Who speaks for one of them is not asked for which.
    const arg = suyas.length > 1 ? `${sesion.clave} institucion:${siglas}` : sesion.clave
    const de = suyas.length > 1 ? ` de ${siglas}` : ""
    const comun = { desde: null, hasta: sesion.fecha, ...deSesion(sesion) }
    if (faltan.includes(id))
      return [
        {
          ...comun,
          que: `Falta el acuse${de} de la convocatoria a ${sesion.clave}.`,
          orden: { command: "sesion.acuse", arg, label: `Acusar recibo de ${sesion.clave}${de}` },
        },
      ]
    if (confirmadas.has(id) || !seConfirmaAsistencia(sesion)) return []
    return [
      {
        ...comun,
        que: `Falta decir quién asistirá${de} a ${sesion.clave}.`,
        orden: { command: "sesion.asistencia", arg, label: `Responder por ${sesion.clave}${de}` },
      },
    ]
  })
}

/** Items to which an institution from outside the body is invited. */
export const invitadas: Fuente = {
  requiere: "sesion.agenda",
  async buscar(escena) {
    const { actor } = escena
    const suyas = actor.kind === "sin_vincular" ? [] : (actor.invitaciones ?? [])
    const invitadas = new Set(suyas.map(({ sesionId }) => sesionId))
    if (invitadas.size === 0) return []
    const sesiones = (await sesionesCercanas(escena)).filter((una) => invitadas.has(una.id))
    return sesiones.filter(fueConvocada).map((sesion) => ({
      que: `Su institución está invitada a ${sesion.clave}.`,
      desde: null,
      hasta: sesion.fecha,
      orden: { command: "sesion.agenda", arg: sesion.clave, label: `Ver los puntos de ${sesion.clave}` },
      ...deSesion(sesion),
    }))
  },
}
