import type { TotalesCumplimiento } from "../../domain/recordatorio/cumplimiento.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_SESION, estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, Field, RichText } from "../card.ts"
import { unida } from "../comando.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"
import { camposLugar, fechaOficial } from "./proxima.ts"

export interface DatosRecordatorioSesion {
  readonly sesion: Sesion
  readonly organo: Organo
  readonly institucion: Institucion
  /** The day on which it is read. */
  readonly hoy: Fecha
  /** Business days until the session, in the body's calendar. */
  readonly diasHabiles: number
  /** What the institution itself owes in this body. */
  readonly debe: Pick<TotalesCumplimiento, "abiertos" | "vencidos">
  /** The day on which it was due to be sent, if that was earlier. */
  readonly correspondia: Fecha | null
  /** Only institutions of the body get the address of a remote session. */
  readonly conUrl: boolean
  /** Whether commands typed in this channel are about this body: otherwise its buttons would answer for another. */
  readonly conBotones: boolean
  /** The message shortly before the session. */
  readonly previo: boolean
}

/** A session that an institution is expected at: when, where, and what it still owes. */
export function recordatorioSesionCard(datos: DatosRecordatorioSesion): Card {
  const { sesion, organo, institucion, hoy, conBotones } = datos
  const esHoy = sesion.fecha === hoy
  return {
    title: `${titulo(datos)}: ${sesion.etiqueta} · ${institucion.siglas}`,
    tone: esHoy ? "atencion" : "aviso",
    blocks: [
      texto(saludo(datos)),
      { kind: "fields", fields: campos(datos) },
      texto(pendientes(datos)),
      ...notas(datos),
    ],
    actions: conBotones
      ? [
          ...boton("sesion.agenda", sesion.clave, "Ver el orden del día", "primary"),
          ...boton("compromiso.mios", "", "Ver mis compromisos"),
        ]
      : [],
    ...marcaDemo([sesion.origen, organo.origen, institucion.origen]),
  }
}

/** In place of a reminder that was sent of a session that is no longer expected; above it stands what changed. */
export function sesionYaNoEsperadaCard({
  sesion,
  organo,
  institucion,
}: Pick<DatosRecordatorioSesion, "sesion" | "organo" | "institucion">): Card {
  return {
    title: `${sesion.etiqueta} · ${institucion.siglas}`,
    tone: "atencion",
    blocks: [texto(`${sesion.etiqueta} ${deOrgano(organo.nombreCorto)}: ${ESTADO_SESION[sesion.estado]}.`)],
    actions: [],
    ...marcaDemo([sesion.origen, organo.origen, institucion.origen]),
  }
}

function titulo({ sesion, hoy, previo }: DatosRecordatorioSesion): string {
  if (sesion.fecha !== hoy) return "Próxima sesión"
  return previo ? "Por comenzar" : "Sesión de hoy"
}

/** When it is goes first, as one says it and as the calendar does: «mañana, viernes 27 de noviembre de 2026, 10:00 horas». */
function saludo(datos: DatosRecordatorioSesion): RichText {
  const { sesion, organo, institucion } = datos
  const a = estimadoEnlace(institucion)
  return unida([
    `${a}\nLa sesión ${deOrgano(organo.nombreCorto)} es ${dentroDe(datos)}`,
    fechaOficial(sesion, organo),
    ".",
  ])
}

function dentroDe({ sesion: { fecha }, hoy, diasHabiles }: DatosRecordatorioSesion): string {
  if (fecha === null) return ""
  if (fecha === hoy) return "hoy, "
  if (fecha === sumarDias(hoy, 1)) return "mañana, "
  return diasHabiles === 0 ? "" : `en ${plural(diasHabiles, "día hábil", "días hábiles")}, `
}

function campos({ sesion, conUrl }: DatosRecordatorioSesion): readonly Field[] {
  const { convocadaEl } = sesion
  return [
    ...camposLugar(conUrl ? sesion : { ...sesion, url: null }),
    ...(convocadaEl === null ? [{ label: "Estado", value: ESTADO_SESION[sesion.estado] }] : []),
  ]
}

function pendientes({ debe, institucion }: DatosRecordatorioSesion): string {
  if (debe.abiertos === 0) return `${institucion.siglas} no tiene compromisos por atender en este órgano.`
  const cuantos = `${institucion.siglas} tiene ${plural(debe.abiertos, "compromiso", "compromisos")} por atender`
  return debe.vencidos === 0
    ? `${cuantos}.`
    : `${cuantos}, ${plural(debe.vencidos, "de ellos vencido", "de ellos vencidos")}.`
}

function notas({ correspondia, hoy }: DatosRecordatorioSesion): readonly Block[] {
  return [
    ...(correspondia !== null && correspondia < hoy
      ? [nota(`Este recordatorio correspondía al ${fechaLarga(correspondia)}.`)]
      : []),
    nota("¿No puede asistir? Infórmelo a la Secretaría Técnica."),
  ]
}
