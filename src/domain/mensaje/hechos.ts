import { fechaVigente } from "../compromiso/compromiso.ts"
import { fueAdoptado } from "../compromiso/exigible.ts"
import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { Autorizacion, EstadoAutorizacion } from "../tipos/autorizacion.ts"
import type { Compromiso, EstadoCompromiso } from "../tipos/compromiso.ts"
import type { VersionResumen } from "../tipos/resumen.ts"
import type { EstadoSesion, Sesion } from "../tipos/sesion.ts"
import type { Fecha, Hora } from "../tipos/tiempo.ts"

/** What a message said of one subject: the data whose change makes the message out of date. */
export type Hecho = HechoCompromiso | DichoSesion | HechoDesahogo | HechoAutorizacion | HechoResumen

export interface HechoCompromiso {
  readonly kind: "compromiso"
  readonly clave: string
  /** `cancelado` also when its acuerdo was cancelled; `sin_aprobar`: the body has not adopted its acuerdo. */
  readonly estado: EstadoCompromiso | "sin_aprobar"
  /** The date that counts. */
  readonly fecha: Fecha | null
  readonly institucionId: string | null
  /** In their order; left out by a program that did not know of them. */
  readonly corresponsables?: readonly string[]
  /** The date that was asked for and waits for an answer; left out by a program that did not know of it. */
  readonly prorroga?: Fecha | null
}

export interface DichoSesion {
  readonly kind: "sesion"
  readonly clave: string
  readonly estado: EstadoSesion
  readonly fecha: Fecha | null
  readonly hora: Hora | null
  readonly sede: string | null
}

/** How far a session that is being held has come: every act in it raises its revision. */
export interface HechoDesahogo {
  readonly kind: "desahogo"
  readonly clave: string
  readonly revision: number
}

/** What became of something that was asked of the presidencia, and whether its session changed meanwhile. */
export interface HechoAutorizacion {
  readonly kind: "autorizacion"
  /** The session's. */
  readonly clave: string
  readonly estado: EstadoAutorizacion
  readonly revision: number
}

/** Whether what a channel was told of a session was put right afterwards. */
export interface HechoResumen {
  readonly kind: "resumen"
  readonly clave: string
  readonly canalId: string
  /** Number of the last erratum that the channel received; `null`: none. */
  readonly errata: number | null
}

/** By subject: `compromiso:<id>`, `sesion:<id>`, `desahogo:<id of the session>`, `autorizacion:<id>`, `resumen:<id of the session>`. */
export type Hechos = Readonly<Record<string, Hecho>>

export const asuntoCompromiso = (id: string) => `compromiso:${id}`
export const asuntoAcuerdo = (id: string) => `acuerdo:${id}`
export const asuntoSesion = (id: string) => `sesion:${id}`
export const asuntoDesahogo = (id: string) => `desahogo:${id}`

export const asuntoSuscripcion = (id: string) => `suscripcion:${id}`
export const asuntoOrgano = (id: string) => `organo:${id}`

/** That somebody was told of something is about it, and changes nothing of it: no message is out of date for that. */
export const CONSULTA = "consulta:"
export const asuntoConsulta = (asunto: string) => `${CONSULTA}${asunto}`
export const asuntoAutorizacion = (id: string) => `autorizacion:${id}`

export const asuntoResumen = (sesionId: string) => `resumen:${sesionId}`

/** The id in `compromiso:<id>`, when the subject is of that kind. */
export function idDe(kind: Hecho["kind"], asunto: string): string | null {
  return asunto.startsWith(`${kind}:`) ? asunto.slice(kind.length + 1) : null
}

export function hechoCompromiso(
  compromiso: Pick<
    Compromiso,
    | "clave"
    | "estado"
    | "fechaCompromiso"
    | "fechaReprogramada"
    | "institucionId"
    | "corresponsables"
    | "prorrogaPedida"
  >,
  acuerdo: Pick<Acuerdo, "estado" | "adopcion"> | null,
): HechoCompromiso {
  const { clave, estado, institucionId } = compromiso
  return {
    kind: "compromiso",
    clave,
    estado: acuerdo === null ? estado : estadoDicho(estado, acuerdo),
    fecha: fechaVigente(compromiso),
    institucionId,
    ...(compromiso.corresponsables.length === 0 ? {} : { corresponsables: compromiso.corresponsables }),
    prorroga: compromiso.prorrogaPedida,
  }
}

function estadoDicho(estado: EstadoCompromiso, acuerdo: Pick<Acuerdo, "estado" | "adopcion">) {
  if (acuerdo.estado === "cancelado") return "cancelado"
  return fueAdoptado(acuerdo) ? estado : "sin_aprobar"
}

export function hechoSesion({ clave, estado, fecha, hora, sede }: Sesion): DichoSesion {
  return { kind: "sesion", clave, estado, fecha, hora, sede }
}

export function hechoDesahogo({ clave, revision }: Pick<Sesion, "clave" | "revision">): HechoDesahogo {
  return { kind: "desahogo", clave, revision }
}

export function hechoAutorizacion(
  { clave, revision }: Pick<Sesion, "clave" | "revision">,
  { estado }: Pick<Autorizacion, "estado">,
): HechoAutorizacion {
  return { kind: "autorizacion", clave, estado, revision }
}

export function hechoResumen(
  { clave }: Pick<Sesion, "clave">,
  canalId: string,
  versiones: readonly VersionResumen[],
): HechoResumen {
  const erratas = versiones.flatMap(({ estado, contenido: { errata } }) =>
    estado === "publicado" && errata?.canales.includes(canalId) ? [errata.numero] : [],
  )
  return { kind: "resumen", clave, canalId, errata: erratas.at(-1) ?? null }
}

export interface Cambio {
  readonly antes: Hecho
  readonly ahora: Hecho
}

/** What differs, ordered by clave. A subject of which nothing is known now counts as it was. */
export function cambiosEntre(antes: Hechos, ahora: Hechos): readonly Cambio[] {
  return Object.entries(antes)
    .flatMap(([asunto, uno]) => {
      const otro = ahora[asunto]
      return otro === undefined || igual(uno, otro) ? [] : [{ antes: uno, ahora: otro }]
    })
    .sort((a, b) => (a.ahora.clave < b.ahora.clave ? -1 : 1))
}

/** The clave is only its name. */
function igual(a: Hecho, b: Hecho): boolean {
  if (a.kind === "compromiso" && b.kind === "compromiso")
    return (
      a.estado === b.estado &&
      a.fecha === b.fecha &&
      a.institucionId === b.institucionId &&
      (a.corresponsables ?? []).join() === (b.corresponsables ?? []).join() &&
      (a.prorroga ?? null) === (b.prorroga ?? null)
    )
  if (a.kind === "sesion" && b.kind === "sesion")
    return a.estado === b.estado && a.fecha === b.fecha && a.hora === b.hora && a.sede === b.sede
  if (a.kind === "desahogo" && b.kind === "desahogo") return a.revision === b.revision
  if (a.kind === "autorizacion" && b.kind === "autorizacion")
    return a.estado === b.estado && a.revision === b.revision
  if (a.kind === "resumen" && b.kind === "resumen") return a.errata === b.errata
  return false
}
