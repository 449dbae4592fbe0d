import type { VistaCompromiso } from "../../cards/compromiso/lista.ts"
import { estaAbierto, estadoVisible, estaVencido, fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { rige } from "../../domain/compromiso/exigible.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { diasHabilesEntre } from "../../domain/tiempo/plazo.ts"
import type { EstadoCompromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { institucionesDe, veCompromiso, veCompromisoCompleto } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo, CompromisoFilter } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"

export type FiltroCompromisos = "abiertos" | "vencidos" | "todos"

export type ListaCompromisos =
  | {
      readonly kind: "lista"
      /** Ordered by urgency. */
      readonly compromisos: readonly VistaCompromiso[]
      readonly institucion: Institucion | null
    }
  | { readonly kind: "sin_acceso" }
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
  const { read, actor, organo, hoy } = consulta
  if (!veCompromiso(actor, organo.id)) return { kind: "sin_acceso" }
  const instituciones = await read.instituciones.all()
  const found = textoInstitucion === null ? null : buscarInstitucion(textoInstitucion, instituciones)
  if (found?.kind === "varias") return { kind: "institucion_ambigua", opciones: found.items }
  if (found?.kind === "ninguna") return { kind: "institucion_desconocida", parecidas: found.parecidas }
  const institucion = found?.item ?? null
  const filter: CompromisoFilter = {
    organoId: organo.id,
    ...(institucion ? { institucionId: institucion.id } : {}),
    ...(filtro === "todos" ? {} : { estados: EN_CURSO }),
  }
  const visibles = await compromisosVisibles(consulta, filter)
  // What the body did not adopt is owed by nobody; among all there are, it is told like the rest.
  const rows = filtro === "todos" ? visibles : visibles.filter(({ acuerdo }) => rige(acuerdo))
  const wanted = filtro === "vencidos" ? rows.filter((row) => estaVencido(row.compromiso, hoy)) : rows
  return { kind: "lista", institucion, compromisos: await vistasCompromiso(consulta, wanted, instituciones) }
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
  return rows.filter(
    ({ compromiso, acuerdo }) =>
      veCompromisoCompleto(actor, compromiso, organo.id) ||
      (veCompromiso(actor, organo.id) && acuerdo.difusion !== "interna" && closed.has(acuerdo.sesionId)),
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
  const { read, actor, organo } = consulta
  const ids = institucionesDe(actor, organo.id)
  const [instituciones, ...lists] = await Promise.all([
    read.instituciones.all(),
    ...ids.map((institucionId) => read.compromisos.list({ organoId: organo.id, institucionId })),
  ])
  const rows = lists.flat()
  const current = rows.filter(
    ({ compromiso, acuerdo }) => EN_CURSO.includes(compromiso.estado) && rige(acuerdo),
  )
  return {
    instituciones: instituciones.filter(({ id }) => ids.includes(id)),
    compromisos: await vistasCompromiso(consulta, current, instituciones),
    concluidos: rows.filter(({ compromiso }) => compromiso.estado === "atendido").length,
  }
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
  ])
  const byId = new Map(instituciones.map((institucion) => [institucion.id, institucion]))
  const views = rows.map(({ compromiso }): VistaCompromiso => {
    const fecha = fechaVigente(compromiso)
    const institucion = compromiso.institucionId ? (byId.get(compromiso.institucionId) ?? null) : null
    const { institucionId } = compromiso
    const inhabiles = institucionId ? calendarios.de(institucionId) : calendarios.organo
    const abierto = estaAbierto(compromiso)
    return {
      clave: compromiso.clave,
      siglas: institucion?.siglas ?? null,
      institucion: institucion?.nombre ?? null,
      estado: estadoVisible(compromiso, hoy),
      abierto,
      vencido: estaVencido(compromiso, hoy),
      fecha,
      dias: fecha !== null && abierto ? diasHabilesEntre(hoy, fecha, inhabiles) : null,
      inhabiles,
      origen: compromiso.origen,
      detalle: veCompromisoCompleto(actor, compromiso, organo.id)
        ? {
            texto: compromiso.texto,
            fechaOriginal: compromiso.fechaReprogramada ? compromiso.fechaCompromiso : null,
          }
        : null,
    }
  })
  return views.sort(porUrgencia)
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
