import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Convocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { EstadoSesion, PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Hora } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO, ESTADO_SESION, MODALIDAD, TIPO_SESION } from "../../texts/etiquetas.ts"
import { DEMO_LABEL } from "../plain-text.ts"

/** One entry of a calendar, in words and facts; src/app/calendario/archivo.ts writes it as iCalendar. */
export interface EntradaCalendario {
  /** The same for ever, so that a later version takes the place of an earlier one. */
  readonly uid: string
  /** Raised by every change on record: a calendar ignores an older one that arrives later. */
  readonly secuencia: number
  /** Which telling of it this is: 1 is the first; 0 when nobody was told yet. */
  readonly version: number
  readonly estado: "TENTATIVE" | "CONFIRMED" | "CANCELLED"
  readonly fecha: Fecha
  /** `null`: none is on record, and the entry is of the whole day. */
  readonly hora: Hora | null
  /** `null`: none is on record, and none is supposed. */
  readonly horaFin: Hora | null
  /** IANA zone of `hora`. */
  readonly zona: string
  readonly titulo: string
  readonly lugar: string | null
  readonly url: string | null
  readonly descripcion: string
  /** Who calls it (RFC 5546, ORGANIZER); `null`: the body has no address on record. */
  readonly organizador: { readonly nombre: string; readonly correo: string } | null
}

export interface SesionEnCalendario {
  readonly organo: Organo
  readonly sesion: Sesion
  /** How many changes of it are on record. */
  readonly cambios: number
  /** What was told to the institutions so far, oldest first. */
  readonly convocatorias: readonly Pick<Convocatoria, "version" | "motivo" | "contenido">[]
  /** In order; only those that who reads the calendar may see. */
  readonly puntos: readonly PuntoOrdenDia[]
}

/** What an entry takes in the calendar while nobody recorded when the session ends, in minutes. */
export const MINUTOS_SIN_TERMINO = 60
const SE_APARTA = "se aparta una hora"

const ESTADO: Readonly<Record<EstadoSesion, EntradaCalendario["estado"]>> = {
  programada: "TENTATIVE",
  diferida: "TENTATIVE",
  convocada: "CONFIRMED",
  sin_quorum: "CONFIRMED",
  instalada: "CONFIRMED",
  receso: "CONFIRMED",
  clausurada: "CONFIRMED",
  cancelada: "CANCELLED",
}

/**
 * A session without a date has no entry. One that was deferred without a new date is cancelled on the day that the
 * institutions were last told: their calendars still have it there.
 */
export function entradaDeSesion({
  organo,
  sesion,
  cambios,
  convocatorias,
  puntos,
}: SesionEnCalendario): EntradaCalendario | null {
  const cuando = diaDe(sesion, convocatorias)
  if (cuando === null) return null
  const estado = sesion.fecha === null ? "CANCELLED" : ESTADO[sesion.estado]
  const marca = estado === "CANCELLED" ? (sesion.estado === "cancelada" ? "Cancelada: " : "Diferida: ") : ""
  const motivo = convocatorias.at(-1)?.motivo ?? null
  const origenes = [organo.origen, sesion.origen, ...puntos.map(({ origen }) => origen)]
  return {
    uid: `sesion-${sesion.id}@plenaria`,
    secuencia: cambios,
    version: convocatorias.at(-1)?.version ?? 0,
    estado,
    ...cuando,
    zona: organo.zona,
    titulo: conDemo(`${marca}${sesion.etiqueta}, ${organo.nombreCorto}`, origenes),
    lugar: sesion.sede,
    url: sesion.url,
    organizador: organizadorDe(organo),
    descripcion: [
      ...(origenes.includes("demo") ? [DEMO_LABEL] : []),
      organo.nombreOficial,
      `Tipo: ${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}`,
      `Estado: ${ESTADO_SESION[sesion.estado]}`,
      ...(cuando.hora !== null && cuando.horaFin === null
        ? [`Hora de término: no consta; ${SE_APARTA}.`]
        : []),
      ...(sesion.modalidad ? [`Modalidad: ${MODALIDAD[sesion.modalidad]}`] : []),
      ...(sesion.url ? [`Enlace: ${sesion.url}`] : []),
      ...(motivo === null ? [] : [`Motivo: ${motivo}`]),
      ...(estado === "CANCELLED" ? [] : ordenDelDia(puntos)),
    ].join("\n"),
  }
}

function diaDe(
  { fecha, hora, horaFin }: Sesion,
  convocatorias: SesionEnCalendario["convocatorias"],
): Pick<EntradaCalendario, "fecha" | "hora" | "horaFin"> | null {
  if (fecha !== null) return { fecha, hora, horaFin: hora === null ? null : horaFin }
  const dicha = convocatorias.findLast(({ contenido }) => contenido.fecha !== null)?.contenido
  return dicha?.fecha ? { fecha: dicha.fecha, hora: dicha.hora, horaFin: null } : null
}

function ordenDelDia(puntos: readonly PuntoOrdenDia[]): readonly string[] {
  if (puntos.length === 0) return []
  const lineas = puntos.map(({ numero, titulo }, i) => `${numero ?? i + 1}. ${titulo}`)
  return ["", "Orden del día", ...lineas]
}

/** The day on which an institution's own commitment falls due; `null`: it has no date. */
export function entradaDeCompromiso(
  organo: Organo,
  compromiso: Pick<
    Compromiso,
    | "id"
    | "clave"
    | "texto"
    | "estado"
    | "fechaCompromiso"
    | "fechaReprogramada"
    | "reprogramaciones"
    | "origen"
  >,
  cambios: number,
): EntradaCalendario | null {
  const fecha = fechaVigente(compromiso)
  if (fecha === null) return null
  const { id, clave, texto, estado, origen } = compromiso
  return {
    uid: `compromiso-${id}@plenaria`,
    secuencia: cambios,
    version: 0,
    estado: "CONFIRMED",
    fecha,
    hora: null,
    horaFin: null,
    zona: organo.zona,
    titulo: conDemo(`Vence el compromiso ${clave}`, [origen]),
    lugar: null,
    url: null,
    organizador: organizadorDe(organo),
    descripcion: [
      ...(origen === "demo" ? [DEMO_LABEL] : []),
      texto,
      `Estado: ${ESTADO_COMPROMISO[estado]}`,
      organo.nombreOficial,
    ].join("\n"),
  }
}

const organizadorDe = ({ nombreCorto, correo }: Organo) =>
  correo === null ? null : { nombre: nombreCorto, correo }

/** A calendar often shows nothing but the title. */
const conDemo = (titulo: string, origenes: readonly Origen[]) =>
  origenes.includes("demo") ? `[Demostración] ${titulo}` : titulo

/** What a calendar says that has nothing to say yet: programs take an empty one for a broken address. */
export function entradaSinNada(organo: Organo, id: string, fecha: Fecha): EntradaCalendario {
  return {
    uid: `suscripcion-${id}@plenaria`,
    secuencia: 0,
    version: 0,
    estado: "CONFIRMED",
    fecha,
    hora: null,
    horaFin: null,
    zona: organo.zona,
    titulo: conDemo(`Suscripción a ${organo.nombreCorto}`, [organo.origen]),
    lugar: null,
    url: null,
    organizador: organizadorDe(organo),
    descripcion: "Todavía no hay sesiones con fecha ni compromisos por vencer. Aparecerán aquí por sí solos.",
  }
}
