import type { InformePedido, VistaCompromiso } from "../../cards/compromiso/lista.ts"
import { pideInformes, siguienteInforme } from "../../domain/compromiso/cadencia.ts"
import { estaVencido, fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import { obliga } from "../../domain/compromiso/exigible.ts"
import { buscarInstitucion, responsables } from "../../domain/directorio/institucion.ts"
import { diasHabilesEntre, type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Compromiso, EstadoCompromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import {
  institucionesDe,
  sabeDelCompromiso,
  veCompromisoCompleto,
} from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo, CompromisoFilter } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"

export type FiltroCompromisos = "abiertos" | "vencidos" | "prorroga" | "todos"

export type ListaCompromisos =
  | {
      readonly kind: "lista"
      /** Ordered by urgency. */
      readonly compromisos: readonly VistaCompromiso[]
      readonly institucion: Institucion | null
    }
  | { readonly kind: "institucion_ambigua"; readonly opciones: readonly Institucion[] }
  | { readonly kind: "institucion_desconocida"; readonly parecidas: readonly Institucion[] }

/** The states that are still on somebody's desk: the institution's, or the Secretaría Técnica's. */
const EN_CURSO: readonly EstadoCompromiso[] = ["pendiente", "en_proceso", "en_validacion", "permanente"]

/** Every commitment of the body, with what the asker may see of each. */
export async function listarCompromisos(
  consulta: ConsultaPersonal,
  filtro: FiltroCompromisos,
  textoInstitucion: string | null,
): Promise<ListaCompromisos> {
  const { read, organo, hoy } = consulta
  const instituciones = await read.instituciones.all()
  const found = textoInstitucion === null ? null : buscarInstitucion(textoInstitucion, instituciones)
  if (found?.kind === "varias") return { kind: "institucion_ambigua", opciones: found.items }
  if (found?.kind === "ninguna") return { kind: "institucion_desconocida", parecidas: found.parecidas }
  const institucion = found?.item ?? null
  const filter: CompromisoFilter = {
    organoId: organo.id,
    ...(institucion ? { deInstituciones: queResponde(institucion.id, instituciones, hoy) } : {}),
    ...(filtro === "todos" ? {} : { estados: EN_CURSO }),
  }
  const rows = await compromisosVisibles(consulta, filter)
  const wanted = rows.filter((row) => cabe(filtro, row, hoy))
  const vistas = await vistasCompromiso(consulta, wanted, instituciones)
  // That another date was asked for is read by whoever reads the whole of it.
  const compromisos =
    filtro === "prorroga" ? vistas.filter(({ detalle }) => detalle?.prorroga != null) : vistas
  return { kind: "lista", institucion, compromisos }
}

/** Of what is in course, only what is asked for; overdue is what is owed and late, as everywhere. */
function cabe(filtro: FiltroCompromisos, row: CompromisoConAcuerdo, hoy: Fecha): boolean {
  if (filtro === "todos") return true
  return filtro === "vencidos" ? seDebe(row) && estaVencido(row.compromiso, hoy) : obliga(row.acuerdo)
}

/** It and those whose commitments are its own today: those that it succeeded. */
export function queResponde(
  id: string,
  instituciones: readonly Institucion[],
  hoy: Fecha,
): readonly string[] {
  const responsable = responsables(instituciones, hoy)
  return instituciones.filter((una) => una.id === id || responsable(una.id) === id).map((una) => una.id)
}

/**
 * Rows whose existence the asker may know: their own, and those of acuerdos that are neither internal nor still being
 * deliberated (their session is not closed).
 */
export async function compromisosVisibles(
  { read, actor, organo }: ConsultaPersonal,
  filter: CompromisoFilter,
): Promise<readonly CompromisoConAcuerdo[]> {
  const [rows, sesiones] = await Promise.all([read.compromisos.list(filter), read.sesiones.list(organo.id)])
  const closed = new Set(sesiones.filter(({ estado }) => estado === "clausurada").map(({ id }) => id))
  return rows.filter(({ compromiso, acuerdo }) =>
    sabeDelCompromiso(
      actor,
      compromiso,
      closed.has(acuerdo.sesionId) ? acuerdo.difusion : "interna",
      organo.id,
    ),
  )
}

export interface CompromisosPropios {
  readonly instituciones: readonly Institucion[]
  /** Still on the institution's desk, most urgent first; then those in validation and permanent ones. */
  readonly compromisos: readonly VistaCompromiso[]
  readonly concluidos: number
}

/** What the asker's own institutions owe. */
export async function compromisosPropios(consulta: ConsultaPersonal): Promise<CompromisosPropios> {
  const { read, actor, organo, hoy } = consulta
  const ids = institucionesDe(actor, organo.id)
  const instituciones = await read.instituciones.all()
  const institucionIds = [...new Set(ids.flatMap((id) => queResponde(id, instituciones, hoy)))]
  const rows = await read.compromisos.list({ organoId: organo.id, deInstituciones: institucionIds })
  const current = rows.filter((row) => EN_CURSO.includes(row.compromiso.estado) && obliga(row.acuerdo))
  return {
    instituciones: instituciones.filter(({ id }) => ids.includes(id)),
    compromisos: await vistasCompromiso(consulta, current, instituciones),
    concluidos: rows.filter(({ compromiso }) => compromiso.estado === "atendido").length,
  }
}

/** What the asker's own institutions owe today, each with its id, ordered by urgency. */
export async function compromisosDebidos(
  consulta: ConsultaPersonal,
): Promise<readonly { readonly id: string; readonly vista: VistaCompromiso }[]> {
  const { read, actor, organo, hoy } = consulta
  const instituciones = await read.instituciones.all()
  const propias = institucionesDe(actor, organo.id)
  const institucionIds = [...new Set(propias.flatMap((id) => queResponde(id, instituciones, hoy)))]
  const rows = await read.compromisos.list({
    organoId: organo.id,
    deInstituciones: institucionIds,
    estados: ["pendiente", "en_proceso"],
  })
  const debidos = rows.filter(seDebe)
  const ids = new Map(debidos.map(({ compromiso }) => [compromiso.clave, compromiso.id]))
  const vistas = await vistasCompromiso(consulta, debidos, instituciones)
  return vistas.map((vista) => ({ vista, id: ids.get(vista.clave) ?? "" }))
}

/** Turns rows into what the asker may see, ordered by urgency. */
export async function vistasCompromiso(
  { read, actor, organo, hoy }: ConsultaPersonal,
  rows: readonly CompromisoConAcuerdo[],
  instituciones: readonly Institucion[],
): Promise<readonly VistaCompromiso[]> {
  const calendarios = await calendariosDe(read, organo, [
    hoy,
    ...rows.map((row) => fechaVigente(row.compromiso)),
    ...rangoDeCadencias(
      rows.map(({ compromiso }) => compromiso),
      hoy,
    ),
  ])
  const byId = new Map(instituciones.map((institucion) => [institucion.id, institucion]))
  const responsable = responsables(instituciones, hoy)
  const views = rows.map((row): VistaCompromiso => {
    const { compromiso } = row
    const fecha = fechaVigente(compromiso)
    const institucion = compromiso.institucionId ? (byId.get(compromiso.institucionId) ?? null) : null
    const { institucionId } = compromiso
    // Who answers for it today counts it in its own days, as its reminders do.
    const aCargo = institucionId === null ? null : responsable(institucionId)
    const inhabiles = aCargo === null ? calendarios.organo : calendarios.de(aCargo)
    const abierto = seDebe(row)
    const vencido = abierto && estaVencido(compromiso, hoy)
    return {
      clave: compromiso.clave,
      siglas: institucion?.siglas ?? null,
      institucion: institucion?.nombre ?? null,
      corresponsables: compromiso.corresponsables.flatMap((id) => byId.get(id)?.siglas ?? []),
      estado: vencido ? "no_atendido" : compromiso.estado,
      abierto,
      vencido,
      fecha,
      dias: fecha !== null && abierto ? diasHabilesEntre(hoy, fecha, inhabiles) : null,
      inhabiles,
      origen: compromiso.origen,
      detalle:
        veCompromisoCompleto(actor, compromiso, organo.id) ||
        veCompromisoCompleto(actor, { institucionId: aCargo }, organo.id)
          ? {
              texto: compromiso.texto,
              fechaOriginal: compromiso.fechaReprogramada ? compromiso.fechaCompromiso : null,
              prorroga: abierto ? compromiso.prorrogaPedida : null,
              informe: informePedido(row, hoy, calendarios.organo),
            }
          : null,
    }
  })
  return views.sort(porUrgencia)
}

/** How far ahead a rhythm's next report may fall, in days: a year of business days, and its days off. */
const UN_RITMO = 500

/** The days whose calendar the next reports are counted with. */
export function rangoDeCadencias(compromisos: readonly Compromiso[], hoy: Fecha): readonly Fecha[] {
  const desde = compromisos.flatMap(({ cadencia }) => cadencia?.desde ?? [])
  return desde.length === 0 ? [] : [...desde, sumarDias(hoy, UN_RITMO)]
}

function informePedido(
  { compromiso, acuerdo }: CompromisoConAcuerdo,
  hoy: Fecha,
  inhabiles: Inhabiles,
): InformePedido | null {
  const { cadencia, informadoEl } = compromiso
  if (cadencia === null || !pideInformes(compromiso, acuerdo)) return null
  const vence = siguienteInforme(cadencia, informadoEl, inhabiles)
  return { cadencia, vence, vencido: vence < hoy }
}

/** Owed before not owed; the earliest date first, none last; then by clave. */
export function porUrgencia(a: VistaCompromiso, b: VistaCompromiso): number {
  return (
    Number(b.abierto) - Number(a.abierto) ||
    (a.fecha ?? "9999").localeCompare(b.fecha ?? "9999") ||
    a.clave.localeCompare(b.clave, "es")
  )
}

/** The business calendars over the range that some dates span. */
export function calendariosDe(
  read: Repositories,
  organo: Organo,
  fechas: readonly (Fecha | null)[],
): Promise<Calendarios> {
  const known = fechas.filter((fecha) => fecha !== null).sort()
  const [desde, hasta] = [known[0], known.at(-1)]
  if (!desde || !hasta) throw new Error("a range needs at least one date")
  return leerCalendarios(read, organo, desde, hasta)
}
