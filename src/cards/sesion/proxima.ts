import type { EstadoConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Plazo } from "../../domain/tiempo/regla-plazo.ts"
import { instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_SESION, MODALIDAD, TIPO_SESION } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaYHora, limiteEnPalabras } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, Field, RichText } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { botonSiguiente } from "./siguiente.ts"

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
  readonly conUrl: boolean
  readonly antes: SesionDeSubOrgano | null
  readonly otros: readonly SesionDeSubOrgano[]
}

export function proximaSesionCard(data: ProximaSesionCard): Card {
  const { organo, sesion, antes } = data
  return {
    title: `Próxima sesión: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [{ kind: "fields", fields: camposProxima(data) }, ...notaSubOrgano(antes)],
    actions: [
      ...(data.puntos ? boton("sesion.agenda", sesion.clave, "Orden del día", "primary") : []),
      ...(data.preguntaInstitucion ? boton("compromiso.mios", "", "Mis compromisos") : []),
      ...botonSiguiente(sesion),
      ...deOtros(data.otros),
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
  conUrl,
}: ProximaSesionCard): readonly Field[] {
  return [
    { label: "Órgano", value: organo.nombreCorto },
    { label: "Tipo", value: `${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}` },
    { label: "Fecha", value: fechaOficial(sesion, organo) },
    ...(sesion.fecha && diasHabiles !== null ? [campoFaltan(hoy, sesion.fecha, diasHabiles)] : []),
    ...camposLugar(conUrl ? sesion : { ...sesion, url: null }),
    { label: "Estado", value: ESTADO_SESION[sesion.estado] },
    ...(convocatoria ? [{ label: "Convocatoria", value: textoConvocatoria(convocatoria) }] : []),
    ...(puntos ? [{ label: "Orden del día", value: cuentaPuntos(puntos) }] : []),
  ]
}

/** Date, hour and zone; the date alone when no hour is on record. */
export function cuando(sesion: Sesion, organo: Organo): string {
  return sesion.fecha === null ? "por definir" : fechaYHora(sesion.fecha, sesion.hora, organo.zona)
}

/** The official date, from which a platform may add its own local stamp when the hour is known. */
export function fechaOficial(sesion: Sesion, organo: Organo): RichText {
  const { fecha, hora } = sesion
  const instant = fecha === null || hora === null ? null : instanteDe(fecha, hora, organo.zona)
  return [{ kind: "date", text: cuando(sesion, organo), instant }]
}

/** Mode, place and link, each only if it is on record. */
export function camposLugar(sesion: Pick<Sesion, "modalidad" | "sede" | "url">): readonly Field[] {
  const { modalidad, sede, url } = sesion
  return [
    ...(modalidad ? [{ label: "Modalidad", value: MODALIDAD[modalidad] }] : []),
    ...(sede ? [{ label: "Lugar", value: sede }] : []),
    ...(url ? [{ label: "Enlace", value: [{ kind: "link" as const, text: url, url }] }] : []),
  ]
}

/** The row that says in how many business days a session is: "Faltan: 3 días hábiles", "Cuándo: hoy". */
export function campoFaltan(hoy: Fecha, fecha: Fecha, diasHabiles: number): Field {
  if (fecha === hoy) return { label: "Cuándo", value: "hoy" }
  // A session on a weekend may have no business day before it, and is not today for that.
  const habiles =
    diasHabiles === 0 ? "menos de un día hábil" : plural(diasHabiles, "día hábil", "días hábiles")
  if (fecha === sumarDias(hoy, 1)) return { label: "Cuándo", value: `mañana (${habiles})` }
  return { label: diasHabiles === 1 ? "Falta" : "Faltan", value: habiles }
}

export const UNIDAD_PLAZO: Readonly<Record<Plazo["unidad"], readonly [string, string]>> = {
  dias_habiles: ["día hábil", "días hábiles"],
  dias_naturales: ["día natural", "días naturales"],
  horas: ["hora", "horas"],
}

function textoConvocatoria(convocatoria: EstadoConvocatoria): string {
  if (convocatoria.kind === "enviada") return `convocada el ${fechaLarga(convocatoria.el)}`
  if (convocatoria.limite === null) return "aún no se convoca"
  const { plazo, hasta, vencio } = convocatoria.limite
  const regla = `${plural(plazo.n, ...UNIDAD_PLAZO[plazo.unidad])} de anticipación, según la regla configurada para este órgano`
  const limite = limiteEnPalabras(hasta)
  const ultimo = hasta.hora === null ? "último día" : "último momento"
  return vencio
    ? `aún no se convoca; el ${ultimo} para enviarla fue el ${limite} (${regla})`
    : `aún no se convoca; ${ultimo} para enviarla: ${limite} (${regla})`
}

function cuentaPuntos(puntos: readonly PuntoOrdenDia[]): string {
  const retirados = puntos.filter(({ estado }) => estado === "retirado").length
  const incluidos = puntos.filter(({ estado }) => estado === "incluido" || estado === "desahogado").length
  const vigentes = plural(incluidos, "punto", "puntos")
  return retirados === 0 ? vigentes : `${vigentes}; ${plural(retirados, "retirado", "retirados")}`
}

function notaSubOrgano(antes: SesionDeSubOrgano | null): readonly Block[] {
  if (!antes) return []
  const { organo, sesion } = antes
  return [nota(`Antes sesiona ${organo.nombreCorto}: ${sesion.etiqueta}, ${cuando(sesion, organo)}.`)]
}

const MAX_OTROS = 3

/** The next session of other bodies, a button each. */
function deOtros(otros: readonly SesionDeSubOrgano[]): readonly Action[] {
  return otros
    .slice(0, MAX_OTROS)
    .flatMap(({ organo }) =>
      boton(
        "sesion.proxima",
        `organo:${organo.clave}`,
        recortar(`Próxima ${deOrgano(organo.nombreCorto)}`, 70),
      ),
    )
}

export function sinProximaCard(data: {
  readonly organo: Organo
  readonly ultima: Sesion | null
  readonly antes: SesionDeSubOrgano | null
  readonly otros: readonly SesionDeSubOrgano[]
}): Card {
  const { organo, ultima, antes, otros } = data
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
    actions: [
      ...(ultima
        ? boton("sesion.resumen", ultima.clave, "Ver el resumen de la última sesión", "primary")
        : []),
      ...boton("sesion.crear", "", "Registrar una sesión…"),
      ...deOtros(otros),
    ],
    ...marcaDemo([organo.origen, ...(ultima ? [ultima.origen] : [])]),
  }
}
