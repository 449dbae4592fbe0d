import type { PerfilReglas, VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Avance, Compromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import type { Designacion, Institucion, Integrante, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { DiaInhabil } from "../../domain/tipos/tiempo.ts"
import { nivelDeSesion, nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import type { ConsoleMessage } from "../../ports/console-demo.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import { type Delivery, PRIORITIES } from "../../ports/repositories/deliveries.ts"
import type * as row from "../generated/client.ts"
import { readCard, readForma, readModelo, readReceipts, readReglas } from "./stored-json.ts"
import { fechaOf, fechaOrNull, instanteOf, instanteOrNull } from "./values.ts"
import { adopcionOf, CON_VOTACIONES } from "./votacion-rows.ts"

/** From the database's rows to the domain's types: exactly its fields, dates as text. */

export function perfilOf({ version, vigenteDesde, reglas }: row.PerfilReglas): PerfilReglas {
  return { version, vigenteDesde: fechaOf(vigenteDesde), ...readReglas(reglas) }
}

export function versionReglasOf(found: row.PerfilReglas): VersionReglas {
  const { fuente, personaId, registradoEn } = found
  return { perfil: perfilOf(found), fuente, personaId, registradoEn: instanteOrNull(registradoEn) }
}

export function organoOf(found: row.Organo): Organo {
  return { ...found, cerradoEl: fechaOrNull(found.cerradoEl) }
}

export function institucionOf(
  found: row.Institucion & { readonly alias: readonly row.AliasInstitucion[] },
): Institucion {
  const { id, siglas, nombre, vigenteDesde, vigenteHasta, sucesoraId, alias, origen } = found
  return {
    id,
    siglas,
    nombre,
    vigenteDesde: fechaOrNull(vigenteDesde),
    vigenteHasta: fechaOrNull(vigenteHasta),
    sucesoraId,
    alias: alias.map(({ texto, desde, hasta }) => ({
      texto,
      desde: fechaOrNull(desde),
      hasta: fechaOrNull(hasta),
    })),
    origen,
  }
}

export function integranteOf(found: row.Integrante): Integrante {
  return { ...found, desde: fechaOrNull(found.desde), hasta: fechaOrNull(found.hasta) }
}

export function personaOf({ id, clave, nombre, titulo, cargo, origen }: row.Persona): Persona {
  return { id, clave, nombre, titulo, cargo, origen }
}

export function designacionOf(found: row.Designacion): Designacion {
  return { ...found, desde: fechaOf(found.desde), hasta: fechaOrNull(found.hasta) }
}

export function canalOf({ fallaDesde: _, fallaMotivo: __, fallaAlcance: ___, ...canal }: row.Canal): Canal {
  return canal
}

export function sesionOf(found: row.Sesion): Sesion {
  return {
    ...found,
    fecha: fechaOrNull(found.fecha),
    convocadaEl: fechaOrNull(found.convocadaEl),
    instaladaEn: instanteOrNull(found.instaladaEn),
    clausuradaEn: instanteOrNull(found.clausuradaEn),
  }
}

type ConNivel = { readonly difusion: row.Difusion }

/**
 * What each row is read with, so that its `difusion` is the one that holds: what belongs to something internal is never
 * wider than it. The column keeps the level that the row was given by itself.
 */
export const conNivelDeSesion = { sesion: { select: { difusion: true, estado: true } } } as const
export const conNivelDePunto = {
  ...conNivelDeSesion,
  punto: { select: { difusion: true, fueIncluido: true } },
} as const

/** What an acuerdo is read with. */
export const conAcuerdo = { ...conNivelDePunto, ...CON_VOTACIONES } as const

interface DeSesion {
  readonly sesion: Pick<row.Sesion, "difusion" | "estado">
}
interface DePunto extends DeSesion {
  readonly punto: (ConNivel & { readonly fueIncluido: boolean }) | null
}

/** The level of an item by itself; `null`: of no item. */
export const nivelDePunto = (punto: DePunto["punto"]): row.Difusion | null =>
  punto && (punto.fueIncluido ? punto.difusion : "interna")

export function puntoOf({
  resultadoTipo,
  resultadoTexto,
  sesion,
  ...punto
}: row.PuntoOrdenDia & DeSesion): PuntoOrdenDia {
  return {
    ...punto,
    difusion: nivelEfectivo(nivelDeSesion(sesion), nivelDePunto(punto)),
    resultado: resultadoTexto === null ? null : { tipo: resultadoTipo, texto: resultadoTexto },
  }
}

export function asistenciaOf(found: row.Asistencia): Asistencia {
  return found
}

export function acuerdoOf({
  claveNormalizada: _,
  sesion,
  punto,
  votaciones,
  posteriorEl,
  posteriorMotivo,
  ...acuerdo
}: row.Acuerdo & DePunto & { readonly votaciones: Parameters<typeof adopcionOf>[0] }): Acuerdo {
  return {
    ...acuerdo,
    difusion: nivelEfectivo(nivelDeSesion(sesion), nivelDePunto(punto), acuerdo.difusion),
    adopcion: adopcionOf(votaciones),
    posterior: posteriorOf({ posteriorEl, posteriorMotivo }),
  }
}

export function posteriorOf({
  posteriorEl,
  posteriorMotivo,
}: Pick<row.Acuerdo, "posteriorEl" | "posteriorMotivo">): Acuerdo["posterior"] {
  return posteriorEl === null || posteriorMotivo === null
    ? null
    : { el: fechaOf(posteriorEl), motivo: posteriorMotivo }
}

export function compromisoOf({
  fechaVigente: _fecha,
  organoId: _organo,
  cadencia: ritmo,
  cadenciaDias: dias,
  cadenciaDesde,
  ...compromiso
}: row.Compromiso): Compromiso {
  const desde = fechaOrNull(cadenciaDesde)
  return {
    ...compromiso,
    cadencia: ritmo === null || desde === null ? null : { ritmo, dias, desde },
    informadoEl: fechaOrNull(compromiso.informadoEl),
    fechaCompromiso: fechaOrNull(compromiso.fechaCompromiso),
    fechaReprogramada: fechaOrNull(compromiso.fechaReprogramada),
    cumplidoEl: fechaOrNull(compromiso.cumplidoEl),
    prorrogaPedida: fechaOrNull(compromiso.prorrogaPedida),
  }
}

export function prorrogaOf({
  solicitanteId: _pide,
  resuelveId: _resuelve,
  plataforma: _plataforma,
  ...prorroga
}: row.Prorroga): Prorroga {
  return {
    ...prorroga,
    rige: fechaOf(prorroga.rige),
    propuesta: fechaOf(prorroga.propuesta),
    pedidaEn: instanteOf(prorroga.pedidaEn),
    resueltaEn: instanteOrNull(prorroga.resueltaEn),
    concedida: fechaOrNull(prorroga.concedida),
  }
}

export function avanceOf(found: row.Avance): Avance {
  return { ...found, registradoEn: instanteOf(found.registradoEn) }
}

export function inhabilOf({ id: _, ...dia }: row.DiaInhabil): DiaInhabil {
  return { ...dia, fecha: fechaOf(dia.fecha) }
}

export function deliveryOf(found: row.Delivery): Delivery {
  const { id, key, purpose, organoId, canalId, adapter, workspace, channel } = found
  return {
    id,
    key,
    purpose,
    organoId,
    canalId,
    to: { adapter, workspace, channel },
    card: readCard(found.card),
    notBefore: instanteOf(found.notBefore),
    expiresAt: instanteOrNull(found.expiresAt),
    why: found.why,
    state: found.state,
    attempts: found.attempts,
    receipts: readReceipts(found.receipts),
    reason: found.reason,
    createdAt: instanteOf(found.createdAt),
    finishedAt: instanteOrNull(found.finishedAt),
    asuntos: found.asuntos,
    modelo: found.modelo === null ? null : readModelo(found.modelo),
    editsId: found.editsId,
    pinsId: found.pinsId,
    lookSince: instanteOrNull(found.lookSince),
    forma: readForma(found.forma),
    priority: PRIORITIES[found.priority] ?? "respuesta",
    firstLookedAt: instanteOrNull(found.firstLookedAt),
  }
}

export function eventoOf(stored: row.Evento): Evento {
  const { id, tipo, objeto, organoId, personaId, plataforma, antes, despues, instante } = stored
  return { id, tipo, objeto, organoId, personaId, plataforma, antes, despues, instante: instanteOf(instante) }
}

export function consoleMessageOf(found: row.ConsolaMensaje): ConsoleMessage {
  return {
    ...found,
    card: readCard(found.card),
    sentAt: instanteOf(found.sentAt),
    editedAt: instanteOrNull(found.editedAt),
    pinnedAt: instanteOrNull(found.pinnedAt),
  }
}
