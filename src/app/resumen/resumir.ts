import type { ResumenSesion } from "../../cards/resumen/datos.ts"
import { responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { noMencionados } from "../../domain/sesion/sesion.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import {
  respondeDe,
  veAcuerdo,
  vePunto,
  veResumen,
  veVotacion,
} from "../../domain/visibilidad/visibilidad.ts"
import { enOrden } from "../../domain/votacion/padron.ts"
import { fueResuelta, type VotacionDeSesion, type Voto } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { resumenesPublicados } from "./publicado.ts"
import { leerSeguimiento, seguimientoPara } from "./seguimiento.ts"
import { aplicarEdiciones, leerVersiones, registrados } from "./versiones.ts"

/**
 * The facts on record of a session, and none else. Illustrative acuerdos stay out of the summary of a real session:
 * they would be read as the body's.
 */
export async function reunirResumen(
  read: Repositories,
  organo: Organo,
  sesion: Sesion,
): Promise<ResumenSesion> {
  // One after another: inside a transaction there is one connection.
  const puntos = await read.sesiones.puntos(sesion.id)
  const asistencias = await read.sesiones.asistencias(sesion.id)
  const hechos = await read.sesiones.hechos(sesion.id)
  const acuerdos = await read.acuerdos.bySesion(sesion.id)
  const votaciones = (await read.votaciones.list(sesion.id)).filter(fueResuelta)
  const votos = await votosPorNombre(read, sesion, votaciones)
  const instituciones = await read.instituciones.all()
  const integrantes = sesion.fecha ? await read.organos.integrantes(organo.id, sesion.fecha) : []
  const isIllustrative = (origen: string) => origen === "demo" && sesion.origen !== "demo"
  return {
    organo,
    sesion,
    puntos: puntos.filter(({ origen }) => !isIllustrative(origen)),
    asistencias: asistencias.filter(({ origen }) => !isIllustrative(origen)),
    hechos,
    acuerdos: acuerdos.filter(({ origen, difusion }) => !isIllustrative(origen) && difusion !== "interna"),
    hayAcuerdos: acuerdos.some(({ origen }) => !isIllustrative(origen)),
    votaciones,
    votos,
    hayVotaciones: votaciones.length > 0,
    instituciones: new Map(instituciones.map((institucion) => [institucion.id, institucion])),
    noMencionados: noMencionados(integrantes, asistencias),
    ediciones: new Map(),
    seguimiento: await leerSeguimiento(read, organo, sesion, {
      puntos,
      instituciones,
      sobra: isIllustrative,
    }),
  }
}

/** Of each vote by name, who voted how, in the body's order. */
async function votosPorNombre(
  read: Repositories,
  sesion: Sesion,
  votaciones: readonly VotacionDeSesion[],
): Promise<ResumenSesion["votos"]> {
  const orden = (await read.sesiones.integrantes(sesion.id)).map(({ institucionId }) => institucionId)
  const found = new Map<string, readonly Voto[]>()
  for (const { id, modo } of votaciones) {
    if (modo !== "nominal") continue
    found.set(id, enOrden(await read.votaciones.votos(id), orden))
  }
  return found
}

/**
 * The summary as one reader may see it. `responsables`: which of the reader's institutions answer for an acuerdo; `propias`:
 * those institutions.
 */
export function resumenPara(
  resumen: ResumenSesion,
  actor: Actor,
  responsables: (acuerdoId: string) => readonly string[],
  propias: readonly string[] = respondeDe(actor, resumen.organo.id),
): ResumenSesion {
  const { sesion } = resumen
  return {
    ...resumen,
    puntos: resumen.puntos.filter((punto) => vePunto(actor, punto, sesion)),
    acuerdos: resumen.acuerdos.filter((acuerdo) =>
      veAcuerdo(actor, acuerdo, { sesion, responsables: responsables(acuerdo.id) }),
    ),
    votaciones: resumen.votaciones.filter((votacion) => veVotacion(actor, votacion, sesion)),
    seguimiento: seguimientoPara(resumen, actor, propias),
  }
}

/** What anybody may read of it: items and acuerdos with public handling, and none else. */
export const resumenPublico = (resumen: ResumenSesion): ResumenSesion =>
  resumenPara(resumen, { kind: "sin_vincular" }, () => [])

/** Worded as it was published: a draft is only for whoever prepares it. */
async function conLoPublicado(
  read: Pick<Repositories, "resumenes">,
  resumen: ResumenSesion,
): Promise<ResumenSesion> {
  const { publicada } = await leerVersiones(read, resumen.sesion.id)
  if (publicada === null) return resumen
  const { vigentes } = aplicarEdiciones(publicada.contenido.ediciones, registrados(resumen))
  return { ...resumen, ediciones: vigentes }
}

/** What the asker may read of a session; `null`: it has no summary yet, or none for the asker. */
export async function resumirSesion(
  { read, actor, organo }: ConsultaPersonal,
  sesion: Sesion,
): Promise<ResumenSesion | null> {
  const publicado = await resumenesPublicados(read, organo)
  if (!veResumen(actor, sesion, publicado(sesion))) return null
  const resumen = await conLoPublicado(read, await reunirResumen(read, organo, sesion))
  const propias = respondeDe(actor, organo.id)
  const rows =
    propias.length === 0 ? [] : await read.compromisos.list({ sesionId: sesion.id, deInstituciones: propias })
  return resumenPara(resumen, actor, (acuerdoId) =>
    rows
      .filter(({ acuerdo }) => acuerdo.id === acuerdoId)
      .flatMap(({ compromiso }) => responsablesDe(compromiso)),
  )
}
