import type { AcuerdoConSesion, FilaAcuerdo, SeguimientoAcuerdo } from "../../cards/acuerdo/lista.ts"
import { estaConcluido, fechaVigente, responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { contarDebidos, seDebe } from "../../domain/compromiso/cuenta.ts"
import { obliga } from "../../domain/compromiso/exigible.ts"
import { diasHabilesEntre, type Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { respondeDe, veAcuerdo, veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import { calendariosDe } from "../compromiso/listar.ts"
import type { ConsultaPersonal } from "../consulta.ts"

export type FiltroAcuerdos = "pendientes" | "todos"

/** Acuerdos that the asker may see: pending ones are in force and call for something that is not done yet. */
export async function listarAcuerdos(
  consulta: ConsultaPersonal,
  filtro: FiltroAcuerdos,
): Promise<readonly FilaAcuerdo[]> {
  const { read, actor, organo, hoy } = consulta
  const visible = await acuerdosVisibles(consulta)
  const rows = await read.compromisos.list({ organoId: organo.id })
  const byAcuerdo = agrupar(rows, ({ acuerdo }) => acuerdo.id)
  const wanted =
    filtro === "todos"
      ? visible
      : visible.filter(({ acuerdo }) => estaPendiente(acuerdo, byAcuerdo.get(acuerdo.id) ?? []))
  if (!veCompromiso(actor, organo.id))
    return wanted.map((row) => ({ ...row, seguimiento: null })).sort(byUrgency)
  const open = rows.filter(seDebe)
  const calendarios = await calendariosDe(read, organo, [
    hoy,
    ...open.map(({ compromiso }) => fechaVigente(compromiso)),
  ])
  const follow = (acuerdo: Acuerdo) => seguimiento(byAcuerdo.get(acuerdo.id) ?? [], hoy, calendarios.organo)
  return wanted.map((row) => ({ ...row, seguimiento: follow(row.acuerdo) })).sort(byUrgency)
}

function seguimiento(
  rows: readonly CompromisoConAcuerdo[],
  hoy: Fecha,
  inhabiles: Inhabiles,
): SeguimientoAcuerdo {
  const open = rows.filter(seDebe).map((row) => row.compromiso)
  const [fecha = null] = open
    .map(fechaVigente)
    .filter((date) => date !== null)
    .sort()
  return {
    ...contarDebidos(rows, hoy),
    fecha,
    dias: fecha === null ? null : diasHabilesEntre(hoy, fecha, inhabiles),
    inhabiles,
  }
}

/** With nobody made responsible yet, it waits for somebody; once all that was owed is concluded, for nothing. */
function estaPendiente(acuerdo: Acuerdo, suyos: readonly CompromisoConAcuerdo[]): boolean {
  if (acuerdo.estado !== "vigente" || !obliga(acuerdo)) return false
  return suyos.length === 0 || suyos.some(({ compromiso }) => !estaConcluido(compromiso))
}

/** Every acuerdo of the body that the asker may see, with its session. */
export async function acuerdosVisibles({
  read,
  actor,
  organo,
}: ConsultaPersonal): Promise<readonly AcuerdoConSesion[]> {
  const propias = respondeDe(actor, organo.id)
  const [acuerdos, sesiones, propios] = await Promise.all([
    read.acuerdos.list(organo.id),
    read.sesiones.list(organo.id),
    propias.length === 0 ? [] : read.compromisos.list({ organoId: organo.id, deInstituciones: propias }),
  ])
  const byId = new Map(sesiones.map((sesion) => [sesion.id, sesion]))
  // Which of the asker's institutions is responsible is all that the rule needs to know.
  const responsables = agrupar(propios, (row) => row.acuerdo.id)
  return acuerdos.flatMap((acuerdo) => {
    const sesion = byId.get(acuerdo.sesionId) ?? null
    const ids = (responsables.get(acuerdo.id) ?? []).flatMap((row) => responsablesDe(row.compromiso))
    const visible = veAcuerdo(actor, acuerdo, { ...(sesion ? { sesion } : {}), responsables: ids })
    return visible ? [{ acuerdo, sesion }] : []
  })
}

function agrupar<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? []
    group.push(item)
    groups.set(keyOf(item), group)
  }
  return groups
}

/** The earliest date owed first; without one, the newest session's acuerdos first, in their order. */
function byUrgency(a: FilaAcuerdo, b: FilaAcuerdo): number {
  return (
    (a.seguimiento?.fecha ?? "9999").localeCompare(b.seguimiento?.fecha ?? "9999") ||
    (b.sesion?.fecha ?? "9999").localeCompare(a.sesion?.fecha ?? "9999") ||
    a.acuerdo.numero - b.acuerdo.numero
  )
}
