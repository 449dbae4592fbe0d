import type { EscaladoInstitucion } from "../../cards/recordatorio/escalamiento.ts"
import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import {
  destinatariosDelRecordatorio,
  escaladosDe,
  paraInstitucion,
} from "../../domain/recordatorio/destinatarios.ts"
import {
  conFechaAnterior,
  type EntradaRecordatorios,
  type RecordatorioInstitucion,
  recordatoriosDelDia,
  soloLoPropio,
  vencidosEn,
} from "../../domain/recordatorio/recordatorio.ts"
import { supersededOn } from "../../domain/recordatorio/superseded.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type CanalInstitucional, canalesDe, canalesInstitucionales } from "../canal/canales.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { leerDebidoDesde } from "./debido-desde.ts"
import { diaPlaneado, diasPlaneados } from "./dia-planeado.ts"
import { mensajeEscalamiento } from "./escalamiento-mensaje.ts"
import { mensajeInstitucion } from "./institucion-mensaje.ts"
import { politicaRecordatorios } from "./politica.ts"

/** Longest run of inhábiles of an institution that a rung is followed through, in calendar days. */
const VACACIONES = 60
/** Calendar read beyond the last date that matters, so that counting never runs off its end. */
const MARGEN = 120

/**
 * The reminders of a body's today: one for each institution that owes something on a rung of the ladder and each
 * channel of it, and one to the Secretaría Técnica for what reached the escalation. Nothing once the working hours are
 * over: what is left then is made up for on the next business day.
 */
export async function planearRecordatorios(deps: PlanDeps, organo: Organo): Promise<readonly PlanItem[]> {
  const { read } = deps.data
  const hoy = fechaEnZona(deps.now, organo.zona)
  const politica = await politicaRecordatorios(read, organo, hoy)
  const notBefore = inicioDeEnvio(politica, organo, hoy, deps.now)
  if (notBefore === null) return []
  const instituciones = await read.instituciones.all()
  const leida = await leerEntrada(read, organo, hoy, politica, instituciones)
  const { calendarios } = leida
  const { entrada, recordatorios } = await sinLoNuncaDebido(read, organo, leida)
  if (recordatorios.length === 0) return []
  const plan: Plan = {
    deps,
    organo,
    hoy,
    politica,
    notBefore,
    entrada,
    calendarios,
    recordatorios,
    institucion: (id) => instituciones.find((una) => una.id === id) ?? null,
    canales: await canalesInstitucionales(read, organo, hoy),
  }
  return [...(await paraInstituciones(plan)), ...(await paraSecretariaTecnica(plan))]
}

interface Plan {
  readonly deps: PlanDeps
  readonly organo: Organo
  readonly hoy: Fecha
  readonly politica: PoliticaRecordatorios
  readonly notBefore: Instante
  readonly entrada: EntradaRecordatorios
  readonly calendarios: Calendarios
  readonly recordatorios: readonly RecordatorioInstitucion[]
  readonly institucion: (id: string) => Institucion | null
  readonly canales: readonly CanalInstitucional[]
}

async function paraInstituciones(plan: Plan): Promise<readonly PlanItem[]> {
  const { deps, organo, hoy, politica, calendarios, notBefore } = plan
  const designados = await deps.data.read.personas.designados(organo.id, hoy)
  return plan.recordatorios.flatMap((todo) => {
    const recordatorio = paraInstitucion(todo, politica.destinatarios)
    const institucion = plan.institucion(todo.institucionId)
    const canales = plan.canales.filter((uno) => uno.institucion.id === todo.institucionId)
    if (recordatorio === null || institucion === null || canales.length === 0) return []
    const inhabiles = calendarios.de(institucion.id)
    const superseded = supersededOn(plan.entrada, recordatorio, politica.destinatarios)
    const comun = {
      organo,
      institucion,
      recordatorio,
      politica,
      designados,
      inhabiles,
      notBefore,
      superseded,
    }
    return canales.map(({ canal }) => mensajeInstitucion({ ...comun, canal }))
  })
}

async function paraSecretariaTecnica(plan: Plan): Promise<readonly PlanItem[]> {
  const { deps, organo, hoy, calendarios, notBefore } = plan
  const instituciones = plan.recordatorios.flatMap((recordatorio) => escalado(plan, recordatorio))
  if (instituciones.length === 0) return []
  const { read } = deps.data
  const canales = await canalesDe(read, organo, "secretaria_tecnica")
  if (canales.length === 0 && deps.log !== undefined && !(await diaPlaneado(read, organo, hoy))) {
    deps.log.warn(
      { organo: organo.clave, fecha: hoy, instituciones: instituciones.map((una) => una.institucion.siglas) },
      "Hay compromisos que escalar y la Secretaría Técnica no tiene canal activo; regístrelo con audiencia «secretaria_tecnica».",
    )
  }
  const comun = { organo, fecha: hoy, instituciones, inhabiles: calendarios.organo, notBefore }
  return canales.map((canal) => mensajeEscalamiento({ ...comun, canal }))
}

function escalado(plan: Plan, todo: RecordatorioInstitucion): readonly EscaladoInstitucion[] {
  const recordatorio = soloLoPropio(todo)
  const { destinatarios } = plan.politica
  const items = escaladosDe(recordatorio, destinatarios)
  const institucion = plan.institucion(recordatorio.institucionId)
  if (items.length === 0 || institucion === null) return []
  const propio = paraInstitucion(recordatorio, destinatarios)
  return [
    {
      institucion,
      items,
      vencidos: vencidosEn(recordatorio),
      avisados: propio === null ? [] : destinatariosDelRecordatorio(propio, destinatarios),
      conCanal: plan.canales.some((uno) => uno.institucion.id === institucion.id),
      inhabiles: plan.calendarios.de(institucion.id),
    },
  ]
}

/** Since when something is owed is read only of what has a rung of an earlier date: on most days, nothing. */
async function sinLoNuncaDebido(
  read: Repositories,
  organo: Organo,
  { entrada, debidos }: Pick<Leida, "entrada" | "debidos">,
): Promise<{
  readonly entrada: EntradaRecordatorios
  readonly recordatorios: readonly RecordatorioInstitucion[]
}> {
  const recordatorios = recordatoriosDelDia(entrada)
  const dudosos = new Set(conFechaAnterior(recordatorios).map(({ compromiso }) => compromiso.id))
  if (dudosos.size === 0) return { entrada, recordatorios }
  const rows = debidos.filter(({ compromiso }) => dudosos.has(compromiso.id))
  const sabida = { ...entrada, debidoDesde: await leerDebidoDesde(read, organo, rows) }
  return { entrada: sabida, recordatorios: recordatoriosDelDia(sabida) }
}

interface Leida {
  readonly entrada: EntradaRecordatorios
  readonly calendarios: Calendarios
  readonly debidos: readonly CompromisoConAcuerdo[]
}

/** What the body's institutions owe, however long overdue, with the calendars it is counted with. */
async function leerEntrada(
  read: Repositories,
  organo: Organo,
  hoy: Fecha,
  { escalera, seguimientoSemanas }: PoliticaRecordatorios,
  instituciones: readonly Institucion[],
): Promise<Leida> {
  const planeados = await diasPlaneados(read, organo, hoy, VACACIONES)
  const hasta = ultimoVencimiento(escalera, hoy)
  const owed = await read.compromisos.list({
    organoId: organo.id,
    estados: ["pendiente", "en_proceso"],
    venceHasta: hasta,
  })
  const debidos = owed.filter(seDebe)
  const compromisos = debidos.map(({ compromiso }) => compromiso)
  const [primero = hoy] = [hoy, ...compromisos.map(fechaVigente).filter((fecha) => fecha !== null)].sort()
  const calendarios = await leerCalendarios(
    read,
    organo,
    sumarDias(primero, -MARGEN),
    sumarDias(hasta, MARGEN),
  )
  // Also those that ended while the bot was off, or their silenced rungs would count as missed.
  const aplazados = await read.aplazamientos.vigentes(planeados[0] ?? hoy)
  const entrada = {
    hoy,
    diasPlaneados: planeados,
    escalera,
    seguimientoSemanas,
    compromisos,
    inhabiles: calendarios.organo,
    inhabilesDe: calendarios.de,
    aplazadoHasta: (id: string) => aplazados.get(id) ?? null,
    responsable: responsables(instituciones, hoy),
  }
  return { entrada, calendarios, debidos }
}

/**
 * The last due date that can have a rung today. Without the calendar at hand (it is read for this range), business days
 * are widened to twice as many calendar days and a fortnight.
 */
function ultimoVencimiento(escalera: readonly number[], hoy: Fecha): Fecha {
  return sumarDias(hoy, Math.max(0, ...escalera.map((dias) => -dias)) * 2 + 14)
}
