import { responsables } from "../../domain/directorio/institucion.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import { seEsperaDesde } from "../../domain/recordatorio/desde-cuando.ts"
import { loDijoLaConvocatoria, previoLoDijoLaConvocatoria } from "../../domain/sesion/recordatorio.ts"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { fechaMedia, fechaYHora, horaOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import { type DestinoSesion, destinosDeSesiones } from "../canal/destinos.ts"
import { deliveryTo, keyIn, type Message } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { cargasDeInstituciones } from "../recordatorio/carga.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"
import { calendariosDeSesiones, type SesionFechada, sesionesPorVenir, yaEmpezo } from "./por-venir.ts"
import { type DatosMensajeSesion, modeloSesion, tarjetaSesion } from "./recordatorio-revision.ts"
import { type DiaDeSesion, type TurnoSesion, turnosDe } from "./recordatorio-turnos.ts"

/**
 * The reminders of a body's sessions that today asks for, one for each channel of an institution, once it was convened:
 * a session that nobody was called to is announced to nobody. One whose day passed
 * without it (the bot was off, the session was recorded or moved later) is made up for until the next one is due.
 */
export async function planearSesiones(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const sesiones = (await sesionesPorVenir(read, organo, hoy)).filter(
    (sesion) => fueConvocada(sesion) && sesion.difusion !== "interna" && !yaEmpezo(sesion, organo, now),
  )
  if (sesiones.length === 0) return []
  const politica = await politicaRecordatorios(read, organo, hoy)
  const inicio = inicioDeEnvio(politica, organo, hoy, now)
  if (inicio === null) return []
  const calendarios = await calendariosDeSesiones(read, organo, hoy, sesiones)
  const dia: DiaDeSesion = { organo, politica, hoy, now, inicio, calendarios }
  const destinos = await destinosDeSesiones(read, organo, hoy)
  const avisos = sesiones.flatMap((sesion) =>
    destinos(sesion).flatMap((destino) =>
      turnosDe(dia, sesion, destino.institucion.id).map((turno) => ({ sesion, destino, turno })),
    ),
  )
  const enviadas = await convocatoriasEnviadas(read, avisos)
  const pendientes: Aviso[] = []
  for (const aviso of avisos.filter((uno) => !loDijo(uno, enviadas, organo)))
    if (await falta(read, dia, aviso)) pendientes.push(aviso)
  return redactar(read, dia, pendientes)
}

interface Aviso {
  readonly sesion: SesionFechada
  readonly destino: DestinoSesion
  readonly turno: TurnoSesion
}

/** By session, when the last convocatoria that went out did, or the last change of it. */
async function convocatoriasEnviadas(
  read: Pick<Repositories, "convocatorias">,
  avisos: readonly Aviso[],
): Promise<ReadonlyMap<string, Instante>> {
  const enviadas = new Map<string, Instante>()
  for (const id of new Set(avisos.map(({ sesion }) => sesion.id)))
    for (const { enviadaEn } of await read.convocatorias.list(id))
      if (enviadaEn !== null && enviadaEn > (enviadas.get(id) ?? "")) enviadas.set(id, enviadaEn)
  return enviadas
}

/** The convocatoria has just said it. */
function loDijo(
  { sesion, turno }: Aviso,
  enviadas: ReadonlyMap<string, Instante>,
  { zona }: Organo,
): boolean {
  const enviadaEn = enviadas.get(sesion.id)
  if (enviadaEn === undefined) return false
  return turno.kind === "dia"
    ? loDijoLaConvocatoria(turno.peldano, enviadaEn, zona)
    : previoLoDijoLaConvocatoria(turno.momento, enviadaEn)
}

/** What is due today is always planned; what was due before only if it was not planned then. */
async function falta(
  read: Pick<Repositories, "deliveries">,
  { organo, hoy }: DiaDeSesion,
  aviso: Aviso,
): Promise<boolean> {
  const { turno } = aviso
  if (turno.kind === "previo" || turno.peldano.envio === hoy) return true
  return (await read.deliveries.byKey(keyIn(aviso.destino.canal, cual(organo, aviso)))) === null
}

/** Which message it is. */
function cual(
  organo: Organo,
  { sesion, destino: { institucion }, turno }: Aviso,
): Pick<Message, "purpose" | "subject"> {
  const subject = ["sesion", organo.id, sesion.id, institucion.id, ...turno.ocurrencia]
  return { purpose: proposito(turno), subject }
}

/**
 * A day's reminder obeys the working hours. The one shortly before a session does not wait for them, or it would come
 * after a session that begins early; its own rule keeps it out of the night.
 */
const proposito = ({ kind }: TurnoSesion) => (kind === "dia" ? "recordatorio" : "aviso")

async function redactar(
  read: Repositories,
  { organo, hoy, calendarios }: DiaDeSesion,
  avisos: readonly Aviso[],
): Promise<readonly PlanItem[]> {
  if (avisos.length === 0) return []
  const responsable = responsables(await read.instituciones.all(), hoy)
  const inhabiles = calendarios.organo
  const cargas = await cargasDeInstituciones(read, organo, hoy, inhabiles, responsable)
  const tardios = avisos.filter((aviso) => correspondiaA(aviso, hoy) !== null)
  const desde = await esperadasDesde(
    read,
    organo,
    tardios.map(({ sesion }) => sesion.id),
  )
  return avisos.map((aviso): PlanItem => {
    const { sesion, turno } = aviso
    const { institucion, canal, conUrl } = aviso.destino
    const dia = turno.kind === "previo" ? fechaEnZona(turno.momento, organo.zona) : hoy
    const correspondia = correspondiaA(aviso, hoy)
    // Before they were called to it on that date there was nothing to remind of, and this one is not late.
    const tardio = correspondia !== null && correspondia >= (desde.get(sesion.id) ?? "")
    const datos: DatosMensajeSesion = {
      institucionId: institucion.id,
      correspondia: tardio ? correspondia : null,
      conUrl,
      conBotones: canal.organoId === organo.id,
      previo: turno.kind === "previo",
    }
    const delivery = deliveryTo(canal, {
      ...cual(organo, aviso),
      organo,
      card: tarjetaSesion({ organo, institucion, inhabiles, cargas }, sesion, datos, dia),
      notBefore: turno.notBefore,
      expiresAt: turno.expiresAt,
      why: porque(organo, aviso, institucion, hoy),
      ...modeloSesion(sesion, datos),
    })
    return { canal, institucion, delivery }
  })
}

/** The day before today that a reminder was for; `null`: it is of today. */
const correspondiaA = ({ turno }: Aviso, hoy: Fecha): Fecha | null =>
  turno.kind === "dia" && turno.peldano.envio < hoy ? turno.peldano.envio : null

/** By session, since when its members are expected on its date. */
async function esperadasDesde(
  read: Pick<Repositories, "eventos">,
  { zona }: Organo,
  sesionIds: readonly string[],
): Promise<ReadonlyMap<string, Fecha | null>> {
  const unicas = [...new Set(sesionIds)]
  const asientos = unicas.length === 0 ? [] : await read.eventos.byObjetos(unicas.map(asuntoSesion))
  return new Map(
    unicas.map((id) => {
      const propios = asientos.filter(({ objeto }) => objeto === asuntoSesion(id))
      return [id, seEsperaDesde(propios, zona, { convocada: true })]
    }),
  )
}

/** "Recordatorio de la sesión SO-22 a SRE: 5 días hábiles antes (sesiona el jueves 21 de marzo de 2024, 10:00 horas (hora del centro))." */
function porque({ zona }: Organo, { sesion, turno }: Aviso, { siglas }: Institucion, hoy: Fecha): string {
  const cuando = fechaYHora(sesion.fecha, sesion.hora, zona)
  return `Recordatorio de la sesión ${sesion.clave} a ${siglas}: ${regla(turno, zona, hoy)}; sesiona el ${cuando}.`
}

function regla(turno: TurnoSesion, zona: string, hoy: Fecha): string {
  if (turno.kind === "previo") {
    return `${plural(turno.horas, "hora", "horas")} antes, a las ${horaOficial(horaEnZona(turno.momento, zona), zona)}`
  }
  const { dias, nominal, envio } = turno.peldano
  const cual = dias === 0 ? "el mismo día" : `${plural(dias, "día hábil", "días hábiles")} antes`
  const movido = nominal === envio ? "" : `, ${envio < nominal ? "adelantado" : "aplazado"} por día inhábil`
  const tarde = envio < hoy ? `, con lo que correspondía al ${fechaMedia(envio)}` : ""
  return `${cual}${movido}${tarde}`
}
