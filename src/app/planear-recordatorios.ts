import { recordatorioCard } from "../cards/recordatorio.ts"
import { institucionEnFecha } from "../domain/institucion.ts"
import type { PoliticaRecordatorios } from "../domain/perfil-reglas.ts"
import { type Inhabiles, sumarDias, sumarDiasHabiles } from "../domain/plazo.ts"
import {
  type ItemRecordatorio,
  nombrePeldano,
  type RecordatorioInstitucion,
  recordatoriosDelDia,
} from "../domain/recordatorio.ts"
import { fechaEnZona, instanteDe, msEntre } from "../domain/tiempo.ts"
import type { Canal, Fecha, Instante, Institucion, Organo } from "../domain/tipos.ts"
import type { NewDelivery } from "../ports/deliveries.ts"
import type { Repositories } from "../ports/repositories.ts"
import { fechaMedia } from "../texts/fechas.ts"
import { type Calendarios, leerCalendarios } from "./calendario.ts"
import { deliveryKey } from "./delivery-key.ts"
import { diasPlaneados } from "./dia-planeado.ts"
import type { PlanDeps, PlanItem } from "./planear-dia.ts"
import { politicaRecordatorios } from "./politica-recordatorios.ts"
import { modeloRecordatorio } from "./revision-recordatorio.ts"

/** Longest run of inhábiles of an institution that a rung is followed through, in calendar days. */
const VACACIONES = 60
/** Calendar read beyond the last date that matters, so that counting never runs off its end. */
const MARGEN = 120

interface PlanInstitucion extends PlanItem {
  readonly recordatorio: RecordatorioInstitucion
}

/**
 * The reminders of a body's today: one for each institution that owes something on a rung of the ladder and each
 * channel of it. Nothing once the working hours are over: what is left then is made up for on the next business day.
 */
export async function planearRecordatorios(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanInstitucion[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const politica = await politicaRecordatorios(read, organo, hoy)
  const notBefore = inicioDeEnvio(politica, organo, hoy, now)
  if (notBefore === null) return []

  const planeados = await diasPlaneados(read, organo, hoy, VACACIONES)
  const range = rangoDeVencimientos(politica.escalera, planeados.at(-1) ?? hoy, hoy)
  const calendarios = await leerCalendarios(
    read,
    organo.id,
    sumarDias(range.desde, -MARGEN),
    sumarDias(range.hasta, MARGEN),
  )
  const instituciones = await read.instituciones.all()
  const porId = new Map(instituciones.map((institucion) => [institucion.id, institucion]))
  const vigente = (id: string): string => {
    const institucion = porId.get(id)
    return institucion === undefined ? id : institucionEnFecha(institucion, hoy, instituciones).id
  }
  const owed = await read.compromisos.list({
    organoId: organo.id,
    estados: ["pendiente", "en_proceso"],
    venceDesde: range.desde,
    venceHasta: range.hasta,
  })
  const recordatorios = recordatoriosDelDia({
    hoy,
    diasPlaneados: planeados,
    escalera: politica.escalera,
    compromisos: owed
      .filter(({ acuerdo }) => acuerdo.tipo !== "informativo" && acuerdo.estado !== "cancelado")
      .map(({ compromiso }) => compromiso),
    inhabiles: calendarios.organo,
    inhabilesDe: calendarios.de,
    responsable: vigente,
  })
  if (recordatorios.length === 0) return []
  const canales = await canalesDeInstituciones(read, organo)
  return recordatorios.flatMap((recordatorio) => {
    const institucion = porId.get(recordatorio.institucionId)
    if (institucion === undefined) return []
    return canales
      .filter((canal) => canal.institucionId === institucion.id)
      .map((canal) => planItem({ organo, institucion, canal, recordatorio, calendarios, notBefore }))
  })
}

/** When today's messages may start to go out; `null`: today's hours are over. */
function inicioDeEnvio(
  { horario }: PoliticaRecordatorios,
  organo: Organo,
  hoy: Fecha,
  now: Instante,
): Instante | null {
  const desde = instanteDe(hoy, horario.desde, organo.zona)
  const hasta = instanteDe(hoy, horario.hasta, organo.zona)
  if (msEntre(hasta, now) > 0) return null
  return msEntre(desde, now) > 0 ? now : desde
}

/**
 * Due dates that can have a rung between two days. Without the calendar at hand (it is read for this range), business
 * days are widened to twice as many calendar days and a fortnight.
 */
function rangoDeVencimientos(
  escalera: readonly number[],
  primerDia: Fecha,
  hoy: Fecha,
): { readonly desde: Fecha; readonly hasta: Fecha } {
  const antes = Math.max(0, ...escalera.map((dias) => -dias))
  const despues = Math.max(0, ...escalera)
  return {
    desde: sumarDias(primerDia, -(despues * 2 + 14 + VACACIONES)),
    hasta: sumarDias(hoy, antes * 2 + 14),
  }
}

/** A sub-body without channels of its own speaks through those of the body above it. */
async function canalesDeInstituciones(read: Repositories, organo: Organo): Promise<readonly Canal[]> {
  const propios = (await read.canales.list(organo.id)).filter(
    (canal) => canal.activo && canal.audiencia === "institucion" && canal.institucionId !== null,
  )
  if (propios.length > 0 || organo.padreId === null) return propios
  const padre = await read.organos.byId(organo.padreId)
  return padre === null ? [] : canalesDeInstituciones(read, padre)
}

interface Partes {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly canal: Canal
  readonly recordatorio: RecordatorioInstitucion
  readonly calendarios: Calendarios
  readonly notBefore: Instante
}

function planItem({
  organo,
  institucion,
  canal,
  recordatorio,
  calendarios,
  notBefore,
}: Partes): PlanInstitucion {
  const inhabiles = calendarios.de(institucion.id)
  const to = { adapter: canal.adapter, workspace: canal.workspace, channel: canal.channel }
  const delivery: NewDelivery = {
    key: deliveryKey("recordatorio", [organo.id, institucion.id, recordatorio.fecha], to),
    purpose: "recordatorio",
    organoId: organo.id,
    canalId: canal.id,
    to,
    card: recordatorioCard({ recordatorio, institucion, organo, inhabiles }),
    notBefore,
    expiresAt: finDelSiguienteHabil(recordatorio.fecha, inhabiles, organo.zona),
    why: porque(recordatorio, institucion),
    ...modeloRecordatorio(recordatorio),
  }
  return { institucion, canal, recordatorio, delivery }
}

function finDelSiguienteHabil(hoy: Fecha, inhabiles: Inhabiles, zona: string): Instante {
  return instanteDe(sumarDias(sumarDiasHabiles(hoy, 1, inhabiles), 1), "00:00", zona)
}

/** "Recordatorio a SRE del 8 de marzo de 2024: CI/SO-21/02/2024/SRE T-5 (vence el 15 de marzo de 2024)." */
function porque({ fecha, items, omitidoDesde }: RecordatorioInstitucion, { siglas }: Institucion): string {
  const atraso = omitidoDesde === null ? "" : `, con lo omitido desde el ${fechaMedia(omitidoDesde)}`
  return `Recordatorio a ${siglas} del ${fechaMedia(fecha)}${atraso}: ${items.map(regla).join("; ")}.`
}

function regla({ compromiso, peldanos, fecha, vencido }: ItemRecordatorio): string {
  const nombres = peldanos.map(({ dias, nominal, envio }) =>
    nominal === envio ? nombrePeldano(dias) : `${nombrePeldano(dias)} aplazado por día inhábil`,
  )
  return `${compromiso.clave} ${nombres.join(", ")} (${vencido ? "venció" : "vence"} el ${fechaMedia(fecha)})`
}
