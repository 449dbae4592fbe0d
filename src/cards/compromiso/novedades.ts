import { NOVEDADES, type Novedad } from "../../domain/compromiso/novedad.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, RichText, Tone } from "../card.ts"
import { listaConBotones } from "../card-actions.ts"
import { comando, frase } from "../comando.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  MAX_DETAIL_BUTTONS,
  marcaDemo,
  nota,
  paginar,
  recortar,
  texto,
} from "../respuesta.ts"
import { linea, type VistaCompromiso } from "./lista.ts"

export interface FilaNovedad {
  readonly novedad: Novedad
  readonly vista: VistaCompromiso
  readonly acuerdo: {
    readonly clave: string
    /** `null`: not for this reader. */
    readonly texto: string | null
    readonly difusion: Difusion
  }
  readonly fechaCompromiso: Fecha | null
  readonly fechaReprogramada: Fecha | null
  /** The last thing that was reported of it, for those who may read it. */
  readonly informe: { readonly texto: string; readonly fecha: Fecha; readonly url: string | null } | null
  /** Why its institution asks for another date, for those who may read it. */
  readonly motivoProrroga: string | null
}

export interface NovedadesVistas {
  /** The day of the last session that reviews commitments; `null`: none was held yet. */
  readonly desde: Fecha | null
  /** It was the last ordinary one: by the body's rules the others do not review them. */
  readonly deOrdinaria: boolean
  /** The day until which it tells. */
  readonly corte: Fecha
  /** In the order in which the session deals with them. */
  readonly filas: readonly FilaNovedad[]
  /** Overdue already then, and of which nothing was said since. */
  readonly vencidosDeAntes: number
}

export const TITULO_NOVEDAD: Readonly<Record<Novedad, string>> = {
  prorroga: "Piden prórroga",
  vencio: "Vencieron",
  fecha: "Tienen nueva fecha",
  cerrado: "Se cerraron",
  avance: "Siguen abiertos, con avance",
}

const CUENTA: Readonly<Record<Novedad, readonly [string, string]>> = {
  prorroga: ["pide prórroga", "piden prórroga"],
  vencio: ["venció", "vencieron"],
  fecha: ["tiene nueva fecha", "tienen nueva fecha"],
  cerrado: ["se cerró", "se cerraron"],
  avance: ["sigue abierto, con avance", "siguen abiertos, con avance"],
}

const MAX_DICHO = 160

/** The follow-up of acuerdos for the next session: only what changed since the last one. */
export function novedadesCard(organo: Organo, visto: NovedadesVistas, pedida: number): Card {
  const { filas } = visto
  const { filas: mostradas, pagina } = paginar(filas, pedida)
  return {
    title: `Seguimiento de acuerdos: ${organo.nombreCorto}`,
    tone: tonoNovedades(visto),
    blocks: [
      texto(primeraLinea(visto)),
      ...gruposNovedades(visto, mostradas),
      ...avisoPagina(pagina),
      ...deAntes(visto.vencidosDeAntes),
    ],
    actions: [
      ...verDetalle(mostradas),
      ...botonesPagina(pagina, "compromiso.novedades", ""),
      ...boton("compromiso.cedula", "", "Cédula para la carpeta"),
    ],
    ...marcaDemo([organo.origen, ...filas.map(({ vista }) => vista.origen)]),
  }
}

export const tonoNovedades = ({ filas }: NovedadesVistas): Tone =>
  filas.some(({ novedad }) => novedad === "vencio") ? "vencido" : "aviso"

export const verDetalle = (mostradas: readonly FilaNovedad[]): readonly Action[] =>
  mostradas
    .slice(0, MAX_DETAIL_BUTTONS)
    .flatMap(({ vista }) => boton("compromiso.ver", vista.clave, `Ver detalle de ${vista.clave}`))

/** "Desde la última sesión ordinaria, el 14 de mayo de 2024: 1 pide prórroga y 2 vencieron." */
export function primeraLinea({ desde, deOrdinaria, filas }: NovedadesVistas): string {
  const sesion = `sesión${deOrdinaria ? " ordinaria" : ""}`
  if (desde === null) return `El órgano aún no ha celebrado una ${sesion} desde la cual comparar.`
  const dia = `Desde la última ${sesion}, el ${fechaMedia(desde)}`
  return filas.length === 0
    ? `${dia}, nada cambió en los compromisos que usted puede consultar.`
    : `${dia}: ${enumerar(cuentasNovedades(filas))}.`
}

/** "1 pide prórroga", "2 vencieron"…, in the order in which the session deals with them. */
export const cuentasNovedades = (filas: readonly Pick<FilaNovedad, "novedad">[]): readonly string[] =>
  NOVEDADES.flatMap((novedad) => {
    const n = filas.filter((fila) => fila.novedad === novedad).length
    return n === 0 ? [] : [plural(n, ...CUENTA[novedad])]
  })

export const gruposNovedades = (
  { corte }: Pick<NovedadesVistas, "corte">,
  filas: readonly FilaNovedad[],
): readonly Block[] =>
  NOVEDADES.flatMap((novedad) => {
    const suyas = filas.filter((fila) => fila.novedad === novedad)
    if (suyas.length === 0) return []
    return [
      { kind: "heading" as const, text: TITULO_NOVEDAD[novedad] },
      listaConBotones(
        suyas,
        (fila) => renglon(fila, corte),
        ({ vista: { clave } }) => boton("compromiso.ver", clave, `Ver ${clave}`),
      ),
    ]
  })

function renglon({ vista, informe, motivoProrroga }: FilaNovedad, corte: Fecha): RichText {
  return [
    ...[linea(vista, corte)].flat(),
    ...(motivoProrroga === null ? [] : [`\nPide otra fecha porque: ${recortar(motivoProrroga, MAX_DICHO)}`]),
    ...(informe === null ? [] : [`\nLo último que se informó: ${recortar(informe.texto, MAX_DICHO)}`]),
  ]
}

export function deAntes(cuantos: number): readonly Block[] {
  if (cuantos === 0) return []
  const otros = plural(cuantos, "compromiso venció antes y sigue", "compromisos vencieron antes y siguen")
  return [nota(frase`${otros} sin atender: ${comando("compromiso.lista", { estado: "vencidos" })}.`)]
}
