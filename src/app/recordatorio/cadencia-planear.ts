import type { InformesDeInstitucion } from "../../cards/recordatorio/informes-escalados.ts"
import { pideInformes, siguienteInforme } from "../../domain/compromiso/cadencia.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import { escaladosDe, paraInstitucion } from "../../domain/recordatorio/destinatarios.ts"
import {
  type RecordatorioInstitucion,
  recordatoriosDelDia,
  soloLoPropio,
} from "../../domain/recordatorio/recordatorio.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type CanalInstitucional, canalesDe, canalesInstitucionales } from "../canal/canales.ts"
import { rangoDeCadencias } from "../compromiso/listar.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { mensajeInformes } from "./cadencia-mensaje.ts"
import { diasPlaneados } from "./dia-planeado.ts"
import { mensajeInformesEscalados } from "./escalamiento-mensaje.ts"
import { politicaRecordatorios } from "./politica.ts"

/** Business days from the day on which a report is due; what is late is named on at the pace of the policy. */
const ESCALERA_INFORME: readonly number[] = [-3, 0]
/** Longest run of inhábiles of an institution that a rung is followed through, in calendar days. */
const VACACIONES = 60

/**
 * The reports that are asked for at a rhythm today: of each institution that owes one, or contributes to what does, in
 * its channels. Whoever reported in the period is not asked. The Secretaría Técnica is told of those that are late.
 */
export async function planearInformes(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const politica = await politicaRecordatorios(read, organo, hoy)
  const notBefore = inicioDeEnvio(politica, organo, hoy, now)
  const rows = notBefore === null ? [] : await conInformes(read, { organoId: organo.id })
  if (notBefore === null || rows.length === 0) return []
  const calendarios = await calendariosDeInformes(read, organo, rows, hoy)
  const instituciones = await read.instituciones.all()
  const desde = new Map(rows.map(({ compromiso }) => [compromiso.id, pedidoDesde(compromiso)]))
  const recordatorios = recordatoriosDelDia({
    hoy,
    diasPlaneados: await diasPlaneados(read, organo, hoy, VACACIONES),
    escalera: ESCALERA_INFORME,
    seguimientoSemanas: politica.seguimientoSemanas,
    compromisos: rows.map(({ compromiso }) => comoInforme(compromiso, calendarios.organo)),
    inhabiles: calendarios.organo,
    inhabilesDe: calendarios.de,
    responsable: responsables(instituciones, hoy),
    debidoDesde: (id) => desde.get(id) ?? null,
  })
  const plan: PlanInformes = {
    read,
    organo,
    hoy,
    politica,
    notBefore,
    calendarios,
    recordatorios,
    instituciones: new Map(instituciones.map((una) => [una.id, una])),
    canales: await canalesInstitucionales(read, organo, hoy),
  }
  return [...aInstituciones(plan), ...(await aSecretariaTecnica(plan))]
}

interface PlanInformes {
  readonly read: Repositories
  readonly organo: Organo
  readonly hoy: Fecha
  readonly politica: PoliticaRecordatorios
  readonly notBefore: Instante
  readonly calendarios: Calendarios
  readonly recordatorios: readonly RecordatorioInstitucion[]
  readonly instituciones: ReadonlyMap<string, Institucion>
  readonly canales: readonly CanalInstitucional[]
}

function aInstituciones(plan: PlanInformes): readonly PlanItem[] {
  const { organo, politica, calendarios, notBefore } = plan
  return plan.recordatorios.flatMap((todo) => {
    const recordatorio = paraInstitucion(todo, politica.destinatarios)
    const institucion = plan.instituciones.get(todo.institucionId)
    if (recordatorio === null || institucion === undefined) return []
    const inhabiles = calendarios.de(institucion.id)
    const mensaje = { organo, institucion, recordatorio, inhabiles, notBefore }
    return plan.canales
      .filter((uno) => uno.institucion.id === institucion.id)
      .map(({ canal }) => mensajeInformes({ ...mensaje, canal }))
  })
}

/** What is late reaches it at the same step as late commitments do; of who answers for it alone. */
async function aSecretariaTecnica(plan: PlanInformes): Promise<readonly PlanItem[]> {
  const { read, organo, hoy, calendarios, notBefore, politica } = plan
  const instituciones = plan.recordatorios.flatMap((todo): readonly InformesDeInstitucion[] => {
    const institucion = plan.instituciones.get(todo.institucionId)
    const propio = soloLoPropio(todo)
    const items = escaladosDe(propio, politica.destinatarios).filter(({ vencido }) => vencido)
    if (items.length === 0 || institucion === undefined) return []
    const conCanal = plan.canales.some((uno) => uno.institucion.id === institucion.id)
    const sePide = conCanal && paraInstitucion(propio, politica.destinatarios) !== null
    return [{ institucion, items, sePide, conCanal, inhabiles: calendarios.de(institucion.id) }]
  })
  if (instituciones.length === 0) return []
  const comun = { organo, fecha: hoy, instituciones, inhabiles: calendarios.organo, notBefore }
  const canales = await canalesDe(read, organo, "secretaria_tecnica")
  return canales.map((canal) => mensajeInformesEscalados({ ...comun, canal }))
}

/** Commitments whose reports are asked for. */
export async function conInformes(
  read: Pick<Repositories, "compromisos">,
  filtro: { readonly organoId: string } | { readonly ids: readonly string[] },
): Promise<readonly CompromisoConAcuerdo[]> {
  const rows = await read.compromisos.list({ ...filtro, conCadencia: true })
  return rows.filter(({ compromiso, acuerdo }) => pideInformes(compromiso, acuerdo))
}

export function calendariosDeInformes(
  read: Repositories,
  organo: Organo,
  rows: readonly CompromisoConAcuerdo[],
  hoy: Fecha,
): Promise<Calendarios> {
  const dias = [
    ...rangoDeCadencias(
      rows.map(({ compromiso }) => compromiso),
      hoy,
    ),
    hoy,
  ].sort()
  return leerCalendarios(read, organo, sumarDias(dias[0] ?? hoy, -VACACIONES), dias.at(-1) ?? hoy)
}

/** The commitment with its next report in the place of its due date, so that one rule says when to ask for either. */
export const comoInforme = (compromiso: Compromiso, inhabiles: Inhabiles): Compromiso => ({
  ...compromiso,
  estado: "en_proceso",
  fechaReprogramada: null,
  prorrogaPedida: null,
  fechaCompromiso:
    compromiso.cadencia === null
      ? null
      : siguienteInforme(compromiso.cadencia, compromiso.informadoEl, inhabiles),
})

/** Nothing was missed before it was asked for, or before the last report. */
function pedidoDesde({ cadencia, informadoEl }: Compromiso): Fecha | null {
  const dias = [cadencia?.desde, informadoEl].filter((dia) => dia != null)
  return dias.sort().at(-1) ?? null
}
