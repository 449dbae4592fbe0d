import type { EncargoHecho } from "../../../cards/compromiso/encargo.ts"
import type { DestinoReasignacion } from "../../../domain/compromiso/transiciones.ts"
import { buscarInstitucion, institucionEnFecha } from "../../../domain/directorio/institucion.ts"
import type { Busqueda } from "../../../domain/texto/busqueda.ts"
import { soloExacta } from "../../../domain/texto/busqueda.ts"
import { sumarDias } from "../../../domain/tiempo/plazo.ts"
import type { Compromiso } from "../../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../../domain/tipos/directorio.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import type { Actor } from "../../../domain/visibilidad/actor.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../../actuacion.ts"
import { admiteActo } from "../actuar.ts"
import { asentarActo, escribirCambios, leerCompromiso, type NoSeHizo } from "../asentar.ts"
import { asentarProrroga } from "../prorroga.ts"
import { avisarEncargo } from "./avisar.ts"

export interface Encargo {
  readonly acto: "reasignar"
  /** Who answers for it from now on. */
  readonly destino: Institucion
  readonly motivo: string
}

export type Encargado = ({ readonly kind: "hecho" } & EncargoHecho) | NoSeHizo

/** The institution that a text names, or the one that answers for it today. */
export async function institucionEncargada(
  read: Pick<Repositories, "instituciones">,
  texto: string,
  hoy: Fecha,
): Promise<Busqueda<Institucion>> {
  const todas = await read.instituciones.all()
  const found = soloExacta(buscarInstitucion(texto, todas))
  return found.kind === "una" ? { ...found, item: institucionEnFecha(found.item, hoy, todas) } : found
}

/**
 * Entrusts a commitment to another institution: what was reported of it and its dates stay, what the former one had put
 * off or asked for ends, and both are told. One transaction.
 */
export function encargarCompromiso(
  actuacion: Actuacion,
  actor: Actor,
  compromisoId: string,
  encargo: Encargo,
): Promise<Encargado> {
  const { organo, hoy } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Encargado> => {
    const row = await leerCompromiso(repositories, compromisoId)
    const antes = row.compromiso
    const destino = await destinoDe(repositories, antes, encargo.destino)
    const consulta = { read: repositories, organo, hoy, actor }
    const siguiente = await admiteActo(consulta, antes, encargo.acto, { destino })
    if (siguiente.kind !== "permitida") return siguiente
    const otra = await escribirCambios(repositories, antes, {
      institucionId: encargo.destino.id,
      corresponsables: antes.corresponsables.filter((id) => id !== encargo.destino.id),
    })
    if (otra !== null) return otra
    await asentarProrroga(repositories, actuacion, { acto: encargo.acto, texto: encargo.motivo }, antes)
    await terminarAplazamiento(repositories, actuacion, antes)
    const { compromiso } = await leerCompromiso(repositories, compromisoId)
    const de =
      antes.institucionId === null ? null : await repositories.instituciones.byId(antes.institucionId)
    await asentarEncargo(repositories, actuacion, encargo, { antes, compromiso, de })
    const hecho = {
      organo,
      compromiso,
      de,
      a: encargo.destino,
      motivo: encargo.motivo,
      prorroga: antes.prorrogaPedida,
      informes: (await repositories.compromisos.avances(antes.id)).length - 1,
    }
    const avisadas = await avisarEncargo(repositories, actuacion, hecho, row.acuerdo)
    return { kind: "hecho", ...hecho, avisadas }
  })
}

/** What it owes of the same agreement already, or answers for as a successor. */
async function destinoDe(
  read: Repositories,
  { id, acuerdoId }: Compromiso,
  institucion: Institucion,
): Promise<DestinoReasignacion> {
  const rows = await read.compromisos.list({ acuerdoId, institucionId: institucion.id })
  const otro = rows.find(({ compromiso }) => compromiso.id !== id && compromiso.estado !== "cancelado")
  return { institucion, yaDebe: otro?.compromiso.clave ?? null }
}

/** Whoever answers for it from now on is reminded of it, whatever the former one had put off. */
async function terminarAplazamiento(
  repositories: Repositories,
  { hoy, persona, plataforma, now }: Actuacion,
  { id }: Compromiso,
): Promise<void> {
  const { aplazamientos } = repositories
  if (!(await aplazamientos.vigentes(hoy)).has(id)) return
  await aplazamientos.create({
    compromisoId: id,
    hasta: sumarDias(hoy, -1),
    personaId: persona.id,
    plataforma,
    creadoEn: now,
  })
}

/** In the log, and among what was said of it, which travels with it. */
async function asentarEncargo(
  repositories: Repositories,
  actuacion: Actuacion,
  { acto, destino, motivo }: Encargo,
  hecho: { readonly antes: Compromiso; readonly compromiso: Compromiso; readonly de: Institucion | null },
): Promise<void> {
  const { antes, compromiso, de } = hecho
  const dicho = { antes, despues: compromiso, mas: { texto: motivo } }
  await asentarActo(repositories, actuacion, `compromiso.${acto}`, dicho)
  const quien =
    de === null ? `Se asigna a ${destino.siglas}` : `Se reasigna de ${de.siglas} a ${destino.siglas}`
  await repositories.compromisos.addAvance({
    compromisoId: antes.id,
    texto: `${quien}: ${motivo}`,
    url: null,
    porcentaje: null,
    personaId: actuacion.persona.id,
    registradoEn: actuacion.now,
  })
}
