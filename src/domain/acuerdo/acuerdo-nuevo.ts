import { Temporal } from "temporal-polyfill"
import { puedeDecidir, type Quorum } from "../desahogo/quorum.ts"
import type { ReglasSesion } from "../reglas/reglas-sesion.ts"
import { formarClaveAcuerdo, normalizarClave } from "../texto/clave.ts"
import { normalizar } from "../texto/texto.ts"
import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { EstadoCompromiso } from "../tipos/compromiso.ts"
import type { ContenidoConvocatoria } from "../tipos/convocatoria.ts"
import type { PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** What a body's rule says against an agreement: it is only registered with a reason, which is recorded. */
export type ReparoAcuerdo =
  | { readonly kind: "plazo"; readonly meses: number; readonly limite: Fecha }
  /** An extraordinary session deals only with what it was called for. */
  | { readonly kind: "asunto_no_convocado" }
  /** The body adopts nothing without a quórum: it may have been adopted before it was lost. `null`: nobody was called. */
  | { readonly kind: "sin_quorum"; readonly quorum: Quorum | null }

export interface AcuerdoPropuesto {
  readonly sesion: Pick<Sesion, "tipo" | "fecha">
  readonly punto: Pick<PuntoOrdenDia, "titulo" | "estado" | "difusion"> | null
  readonly fecha: Fecha | null
  /** What the latest convocatoria said; `null`: none is on record. */
  readonly convocado: Pick<ContenidoConvocatoria, "puntos"> | null
  /** Who is in the room to adopt it; `null`: it was adopted before, and is only put right. */
  readonly adoptan: { readonly quorum: Quorum | null } | null
}

export function reparosAcuerdo(
  { sesion, punto, fecha, convocado, adoptan }: AcuerdoPropuesto,
  { acuerdos, extraordinaria }: Pick<ReglasSesion, "acuerdos" | "extraordinaria">,
): readonly ReparoAcuerdo[] {
  const { plazoMaximoMeses: meses } = acuerdos
  const limite = meses === null || sesion.fecha === null ? null : sumarMeses(sesion.fecha, meses)
  const ajeno =
    sesion.tipo === "extraordinaria" && extraordinaria.soloAsuntoConvocado && !fueConvocado(punto, convocado)
  return [
    ...(adoptan === null || puedeDecidir(adoptan.quorum)
      ? []
      : [{ kind: "sin_quorum" as const, quorum: adoptan.quorum }]),
    ...(ajeno ? [{ kind: "asunto_no_convocado" as const }] : []),
    ...(meses !== null && limite !== null && fecha !== null && fecha > limite
      ? [{ kind: "plazo" as const, meses, limite }]
      : []),
  ]
}

/** From date to date; the last day of the month when that month has no such day (LFPA 29). */
export function sumarMeses(fecha: Fecha, meses: number): Fecha {
  return Temporal.PlainDate.from(fecha).add({ months: meses }).toString()
}

/** Items added after the convocatoria were not called for, whatever the orden del día says now. */
function fueConvocado(punto: AcuerdoPropuesto["punto"], convocado: AcuerdoPropuesto["convocado"]): boolean {
  if (punto === null || punto.estado === "propuesto") return false
  // What is internal was in nobody's convocatoria.
  if (convocado === null || punto.difusion === "interna") return true
  const titulo = normalizar(punto.titulo)
  return convocado.puntos.some((otro) => normalizar(otro.titulo) === titulo)
}

/**
 * The number and the clave of a session's next agreement. A clave that people would type like one that the body has is
 * skipped, with its number.
 */
export function claveSiguiente(
  plantilla: string,
  sesion: Pick<Sesion, "id" | "tipo" | "numero" | "fecha">,
  acuerdos: readonly Pick<Acuerdo, "sesionId" | "numero" | "clave">[],
  hoy: Fecha,
): { readonly numero: number; readonly clave: string } {
  const propios = acuerdos.filter(({ sesionId }) => sesionId === sesion.id)
  const usadas = new Set(acuerdos.map(({ clave }) => normalizarClave(clave)))
  const desde = Math.max(0, ...propios.map(({ numero }) => numero)) + 1
  // Each one taken rules out one number at most, unless the template has none to tell them apart.
  for (let numero = desde; numero <= desde + acuerdos.length; numero += 1) {
    const clave = formarClaveAcuerdo(plantilla, {
      tipo: sesion.tipo,
      numeroSesion: sesion.numero,
      consecutivo: numero,
      fecha: sesion.fecha ?? hoy,
    })
    if (!usadas.has(normalizarClave(clave))) return { numero, clave }
  }
  throw new Error(`the clave template "${plantilla}" tells agreements apart by nothing`)
}

/** Of a commitment: the agreement's and who owes it; with a number where one that was reassigned has that clave. */
export function claveCompromiso(
  acuerdo: string,
  siglas: string | null,
  usadas: readonly string[] = [],
): string {
  const clave = `${acuerdo}/${siglas ?? "por-definir"}`
  if (!usadas.includes(clave)) return clave
  let otra = 2
  while (usadas.includes(`${clave}-${otra}`)) otra += 1
  return `${clave}-${otra}`
}

/** The state in which a commitment of each type of agreement begins. */
export const estadoInicial = (tipo: Acuerdo["tipo"]): EstadoCompromiso =>
  tipo === "permanente" ? "permanente" : "pendiente"
