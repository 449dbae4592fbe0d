import type { Plazo } from "../tiempo/regla-plazo.ts"
import type { TipoSesion } from "../tipos/sesion.ts"
import type { Fecha, Instante } from "../tipos/tiempo.ts"
import type { ReglasSesion } from "./reglas-sesion.ts"

/** The rules of one body, as data. Each version holds from `vigenteDesde` until the next one. */
export interface PerfilReglas {
  readonly version: number
  readonly vigenteDesde: Fecha
  readonly convocatoria: Readonly<Record<TipoSesion, Plazo>>
  /** `excluye_ambos_extremos`: N complete business days between sending and session. */
  readonly conteo: "excluye_ambos_extremos" | "incluye_dia_envio"
  readonly claveAcuerdo: string
  /** Who authorises the convocatoria, its changes and the comunicado before they leave; `null`: nobody besides. */
  readonly autoriza: "presidencia" | null
  readonly recordatorios: PoliticaRecordatorios
  /** Hosts to which addresses of documents and evidence may lead: `www.gob.mx`, `*.gob.mx`; none: to any. */
  readonly dominiosPermitidos: readonly string[]
  /** How it holds its sessions. */
  readonly sesiones: ReglasSesion
}

/** One version of a body's rules, and on whose word it stands. */
export interface VersionReglas {
  readonly perfil: PerfilReglas
  /** The article, acuerdo or oficio that says so; `null`: nobody recorded it. */
  readonly fuente: string | null
  /** Who put it on record in chat; `null`: a file brought it. */
  readonly personaId: string | null
  readonly registradoEn: Instante | null
}

/** Who a reminder speaks to. All but the Secretaría Técnica read it in their institution's channel. */
export type Destinatario = "enlace" | "suplente" | "titular" | "secretaria_tecnica"

/** `recordatorio` before the due date, `vencimiento` on it, `seguimiento` after it. */
export type TonoRecordatorio = "recordatorio" | "vencimiento" | "seguimiento"

/** What a body adds of its own to a reminder, in its own words; `null`: the usual text. */
export interface TextosRecordatorio {
  readonly apertura: string | null
  readonly cierre: string | null
}

/** 1 Monday … 5 Friday. */
export type DiaLaboral = 1 | 2 | 3 | 4 | 5

/** What is sent, when and to whom. Days are business days; hours are those of the body's zone. */
export interface PoliticaRecordatorios {
  /** Offsets from the due date in business days: negative before, positive after. */
  readonly escalera: readonly number[]
  /** Every how many weeks what is still overdue after the last rung is named again, on Mondays; `null`: no more. */
  readonly seguimientoSemanas: number | null
  /** Hours in which messages may be sent; outside them is quiet. */
  readonly horario: { readonly desde: string; readonly hasta: string }
  /** To whom from which offset on, in ascending order; before the first one, the enlace alone. */
  readonly destinatarios: readonly { readonly desde: number; readonly a: readonly Destinatario[] }[]
  readonly textos: Readonly<Record<TonoRecordatorio, TextosRecordatorio>>
  readonly sesiones: PoliticaSesiones
  /** Day of the week of the compliance report to the Secretaría Técnica, or the next business day; `null`: none. */
  readonly informeSemanal: DiaLaboral | null
}

/** Reminders of a session that has a date and is not over. */
export interface PoliticaSesiones {
  /** Business days before the session on which every institution is reminded of it. */
  readonly diasAntes: readonly number[]
  /** Whether it is said again on its own morning. */
  readonly mismoDia: boolean
  /** Hours before it, if its hour is recorded; `null`: none. */
  readonly horasAntes: number | null
  /** Business days before the last safe day of the convocatoria on which the Secretaría Técnica is warned; 0 is that day. */
  readonly convocatoria: readonly number[]
}
