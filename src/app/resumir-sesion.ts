import type { ResumenSesion } from "../cards/resumen-sesion.ts"
import { noMencionados } from "../domain/sesion.ts"
import type { Organo, Sesion } from "../domain/tipos.ts"
import type { Repositories } from "../ports/repositories.ts"

/**
 * The facts on record of a session, and none else. Illustrative acuerdos stay out of the summary of a real session:
 * they would be read as the body's.
 */
export async function reunirResumen(
  read: Repositories,
  organo: Organo,
  sesion: Sesion,
): Promise<ResumenSesion> {
  const [puntos, asistencias, hechos, acuerdos, instituciones, integrantes] = await Promise.all([
    read.sesiones.puntos(sesion.id),
    read.sesiones.asistencias(sesion.id),
    read.sesiones.hechos(sesion.id),
    read.acuerdos.bySesion(sesion.id),
    read.instituciones.all(),
    sesion.fecha ? read.organos.integrantes(organo.id, sesion.fecha) : [],
  ])
  const isIllustrative = (origen: string) => origen === "demo" && sesion.origen !== "demo"
  return {
    organo,
    sesion,
    puntos: puntos.filter(({ origen }) => !isIllustrative(origen)),
    asistencias: asistencias.filter(({ origen }) => !isIllustrative(origen)),
    hechos,
    acuerdos: acuerdos.filter(({ origen, difusion }) => !isIllustrative(origen) && difusion !== "interna"),
    instituciones: new Map(instituciones.map((institucion) => [institucion.id, institucion])),
    noMencionados: noMencionados(integrantes, asistencias),
  }
}
