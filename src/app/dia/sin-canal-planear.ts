import { sinCanalCard } from "../../cards/canal/sin-canal.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import { recordatoriosDelDia } from "../../domain/recordatorio/recordatorio.ts"
import { esHabil, lunesDe, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { canalesInstitucionales, canalesQueSirven } from "../canal/canales.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"
import { deliveryTo, keyIn, type Message } from "../mensaje/delivery.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"

/** Calendar read beyond the dates that matter, in days: longer than any ladder and any vacation. */
const MARGEN = 180

/**
 * Institutions that ought to be reminded of something in what is left of the week and have no channel to be reminded
 * in: told to the Secretaría Técnica in one message a week.
 */
export async function planearSinCanal(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const lunes = lunesDe(hoy)
  const destinos = await canalesQueSirven(read, organo, "secretaria_tecnica")
  const pendientes: (typeof destinos)[number][] = []
  for (const canal of destinos) {
    if ((await read.deliveries.byKey(keyIn(canal, deLaSemana(organo, lunes)))) === null)
      pendientes.push(canal)
  }
  if (pendientes.length === 0) return []

  const instituciones = await read.instituciones.all()
  const mudas = await sinCanal(read, organo, instituciones, hoy)
  if (mudas.size === 0) return []
  const calendarios = await leerCalendarios(read, organo, sumarDias(hoy, -MARGEN), sumarDias(hoy, MARGEN))
  if (!esHabil(hoy, calendarios.organo)) return []
  const deben = await porRecordar(read, { organo, hoy, lunes, mudas, calendarios })
  if (deben.size === 0) return []

  const lista = instituciones.filter(({ id }) => deben.has(id))
  const { horario } = await politicaRecordatorios(read, organo, hoy)
  const desde = instanteDe(hoy, horario.desde, organo.zona)
  const notBefore = msEntre(desde, now) > 0 ? now : desde
  return pendientes.map((canal) => {
    const delivery = deliveryTo(canal, {
      ...deLaSemana(organo, lunes),
      organo,
      card: sinCanalCard({ organo, lunes, instituciones: lista }),
      notBefore,
      expiresAt: finDeSemana(lunes, organo),
      why: `Instituciones con recordatorios y sin canal en la semana del ${fechaMedia(lunes)}: ${lista
        .map(({ siglas }) => siglas)
        .join(", ")}.`,
    })
    return { canal, institucion: null, delivery }
  })
}

/** Which message it is: one a week. */
function deLaSemana({ id }: Organo, lunes: Fecha): Pick<Message, "purpose" | "subject"> {
  return { purpose: "aviso", subject: ["sin-canal", id, lunes] }
}

function finDeSemana(lunes: Fecha, { zona }: Organo): Instante {
  return instanteDe(sumarDias(lunes, 7), "00:00", zona)
}

/** By the id in the data, who answers for it today, where no channel of the body or of those above is theirs. */
async function sinCanal(
  read: Repositories,
  organo: Organo,
  instituciones: readonly Institucion[],
  hoy: Fecha,
): Promise<ReadonlyMap<string, string>> {
  const canales = await canalesInstitucionales(read, organo, hoy)
  const conCanal = new Set(canales.map(({ institucion }) => institucion.id))
  return new Map(
    instituciones
      .map((institucion) => [institucion.id, institucionEnFecha(institucion, hoy, instituciones).id] as const)
      .filter(([, vigente]) => !conCanal.has(vigente)),
  )
}

/** Who has a rung of the ladder between today and Sunday, by the same rule as the reminders. */
async function porRecordar(
  read: Repositories,
  semana: {
    readonly organo: Organo
    readonly hoy: Fecha
    readonly lunes: Fecha
    readonly mudas: ReadonlyMap<string, string>
    readonly calendarios: Calendarios
  },
): Promise<ReadonlySet<string>> {
  const { organo, hoy, lunes, mudas, calendarios } = semana
  const { escalera, seguimientoSemanas } = await politicaRecordatorios(read, organo, hoy)
  const owed = await read.compromisos.list({
    organoId: organo.id,
    deInstituciones: [...mudas.keys()],
    estados: ["pendiente", "en_proceso"],
    venceHasta: sumarDias(hoy, MARGEN),
  })
  const compromisos = owed.filter(seDebe).map(({ compromiso }) => compromiso)
  const calladas = new Set(mudas.values())
  const found = new Set<string>()
  for (let dia = hoy; dia < sumarDias(lunes, 7) && compromisos.length > 0; dia = sumarDias(dia, 1)) {
    const recordatorios = recordatoriosDelDia({
      hoy: dia,
      diasPlaneados: [],
      escalera,
      seguimientoSemanas,
      compromisos,
      inhabiles: calendarios.organo,
      inhabilesDe: calendarios.de,
      responsable: (id) => mudas.get(id) ?? id,
    })
    for (const { institucionId } of recordatorios) if (calladas.has(institucionId)) found.add(institucionId)
  }
  return found
}
