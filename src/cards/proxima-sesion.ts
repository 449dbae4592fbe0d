import type { EstadoConvocatoria } from "../domain/convocatoria.ts"
import type { Plazo } from "../domain/perfil-reglas.ts"
import { sumarDias } from "../domain/plazo.ts"
import type { Fecha, Organo, PuntoOrdenDia, Sesion } from "../domain/tipos.ts"
import { ESTADO_SESION, MODALIDAD } from "../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, fechaYHora } from "../texts/fechas.ts"
import { plural } from "../texts/plurales.ts"
import type { Block, Card, Field } from "./card.ts"
import { boton, marcaDemo, nota, texto } from "./respuesta.ts"

/** A session of a body below that comes before, so that nobody misses it. */
export interface SesionDeSubOrgano {
  readonly organo: Organo
  readonly sesion: Sesion
}

export interface ProximaSesionCard {
  readonly organo: Organo
  readonly hoy: Fecha
  readonly sesion: Sesion
  readonly diasHabiles: number | null
  readonly puntos: readonly PuntoOrdenDia[] | null
  readonly convocatoria: EstadoConvocatoria | null
  readonly preguntaInstitucion: boolean
  readonly antes: SesionDeSubOrgano | null
}

export function proximaSesionCard(data: ProximaSesionCard): Card {
  const { organo, sesion, antes } = data
  return {
    title: `Próxima sesión: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [{ kind: "fields", fields: camposProxima(data) }, ...notaSubOrgano(antes)],
    actions: [
      ...(data.puntos ? boton("sesion.agenda", sesion.clave, "Ver el orden del día", "primary") : []),
      ...(data.preguntaInstitucion ? boton("compromiso.mios", "", "Ver mis compromisos") : []),
    ],
    ...marcaDemo([sesion.origen, organo.origen, ...(antes ? [antes.sesion.origen] : [])]),
  }
}

function camposProxima({
  organo,
  hoy,
  sesion,
  diasHabiles,
  puntos,
  convocatoria,
}: ProximaSesionCard): readonly Field[] {
  return [
    { label: "Órgano", value: organo.nombreCorto },
    { label: "Fecha", value: cuando(sesion, organo) },
    ...(sesion.fecha && diasHabiles !== null
      ? [{ label: "Faltan", value: cuantoFalta(hoy, sesion.fecha, diasHabiles) }]
      : []),
    ...camposLugar(sesion),
    { label: "Estado", value: ESTADO_SESION[sesion.estado] },
    ...(convocatoria ? [{ label: "Convocatoria", value: textoConvocatoria(convocatoria, hoy) }] : []),
    ...(puntos ? [{ label: "Orden del día", value: cuentaPuntos(puntos) }] : []),
  ]
}

/** Date, hour and zone; the date alone when no hour is on record. */
export function cuando(sesion: Sesion, organo: Organo): string {
  return sesion.fecha === null ? "por definir" : fechaYHora(sesion.fecha, sesion.hora, organo.zona)
}

/** Mode, place and link, each only if it is on record. */
export function camposLugar(sesion: Sesion): readonly Field[] {
  const { modalidad, sede, url } = sesion
  return [
    ...(modalidad ? [{ label: "Modalidad", value: MODALIDAD[modalidad] }] : []),
    ...(sede ? [{ label: "Lugar", value: sede }] : []),
    ...(url ? [{ label: "Enlace", value: [{ kind: "link" as const, text: url, url }] }] : []),
  ]
}

function cuantoFalta(hoy: Fecha, fecha: Fecha, diasHabiles: number): string {
  if (fecha === hoy) return "es hoy"
  const habiles = plural(diasHabiles, "día hábil", "días hábiles")
  return fecha === sumarDias(hoy, 1) ? `es mañana (${habiles})` : habiles
}

const UNIDAD: Readonly<Record<Plazo["unidad"], readonly [string, string]>> = {
  dias_habiles: ["día hábil", "días hábiles"],
  dias_naturales: ["día natural", "días naturales"],
  horas: ["hora", "horas"],
}

function textoConvocatoria(convocatoria: EstadoConvocatoria, hoy: Fecha): string {
  if (convocatoria.kind === "enviada") return `enviada el ${fechaMedia(convocatoria.el)}`
  const { plazo, ultimoDia } = convocatoria
  const regla = `${plural(plazo.n, ...UNIDAD[plazo.unidad])} de anticipación, según las reglas configuradas del órgano`
  return ultimoDia < hoy
    ? `sin enviar; el último día para hacerlo fue el ${fechaLarga(ultimoDia)} (${regla})`
    : `sin enviar; el último día para hacerlo es el ${fechaLarga(ultimoDia)} (${regla})`
}

function cuentaPuntos(puntos: readonly PuntoOrdenDia[]): string {
  const retirados = puntos.filter(({ estado }) => estado === "retirado").length
  const vigentes = plural(puntos.length - retirados, "punto", "puntos")
  return retirados === 0 ? vigentes : `${vigentes}; ${plural(retirados, "retirado", "retirados")}`
}

function notaSubOrgano(antes: SesionDeSubOrgano | null): readonly Block[] {
  if (!antes) return []
  const { organo, sesion } = antes
  return [nota(`Antes sesiona ${organo.nombreCorto}: ${sesion.etiqueta}, ${cuando(sesion, organo)}.`)]
}

export function sinProximaCard(data: {
  readonly organo: Organo
  readonly ultima: Sesion | null
  readonly antes: SesionDeSubOrgano | null
}): Card {
  const { organo, ultima, antes } = data
  const cierre = ultima?.fecha
    ? `La última fue la ${ultima.etiqueta}, el ${fechaLarga(ultima.fecha)}.`
    : "Tampoco hay sesiones anteriores registradas."
  return {
    title: "No hay próxima sesión registrada",
    tone: "aviso",
    blocks: [
      texto(`No hay ninguna sesión por celebrarse de: ${organo.nombreCorto}. ${cierre}`),
      ...notaSubOrgano(antes),
      nota("Cuando la Secretaría Técnica programe una sesión, aparecerá aquí."),
    ],
    actions: ultima
      ? boton("sesion.resumen", ultima.clave, "Ver el resumen de la última sesión", "primary")
      : [],
    ...marcaDemo([organo.origen, ...(ultima ? [ultima.origen] : [])]),
  }
}
