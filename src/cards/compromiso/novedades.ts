import { NOVEDADES, type Novedad } from "../../domain/compromiso/novedad.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
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
  /** The last thing that was reported of it, for those who may read it. */
  readonly dicho: string | null
}

export interface NovedadesVistas {
  /** The day of the last session; `null`: none was held yet. */
  readonly desde: Fecha | null
  /** In the order in which the session deals with them. */
  readonly filas: readonly FilaNovedad[]
  /** Overdue already then, and of which nothing was said since. */
  readonly vencidosDeAntes: number
}

const TITULO: Readonly<Record<Novedad, string>> = {
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
export function novedadesCard(organo: Organo, hoy: Fecha, visto: NovedadesVistas, pedida: number): Card {
  const { desde, filas } = visto
  const { filas: mostradas, pagina } = paginar(filas, pedida)
  return {
    title: `Seguimiento de acuerdos: ${organo.nombreCorto}`,
    tone: filas.some(({ novedad }) => novedad === "vencio") ? "vencido" : "aviso",
    blocks: [
      texto(primeraLinea(desde, filas)),
      ...NOVEDADES.flatMap((novedad) => grupo(novedad, mostradas, hoy)),
      ...avisoPagina(pagina),
      ...deAntes(visto.vencidosDeAntes),
    ],
    actions: [
      ...mostradas
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap(({ vista }) => boton("compromiso.ver", vista.clave, `Ver detalle de ${vista.clave}`)),
      ...botonesPagina(pagina, "compromiso.novedades", ""),
      ...boton("compromiso.cedula", "", "Cédula para la carpeta"),
    ],
    ...marcaDemo([organo.origen, ...filas.map(({ vista }) => vista.origen)]),
  }
}

function primeraLinea(desde: Fecha | null, filas: readonly FilaNovedad[]): string {
  if (desde === null) return "El órgano aún no ha celebrado una sesión desde la cual comparar."
  const dia = `Desde la última sesión, el ${fechaMedia(desde)}`
  if (filas.length === 0) return `${dia}, nada cambió en los compromisos.`
  const cuentas = NOVEDADES.flatMap((novedad) => {
    const n = filas.filter((fila) => fila.novedad === novedad).length
    return n === 0 ? [] : [plural(n, ...CUENTA[novedad])]
  })
  return `${dia}: ${enumerar(cuentas)}.`
}

function grupo(novedad: Novedad, filas: readonly FilaNovedad[], hoy: Fecha): readonly Block[] {
  const suyas = filas.filter((fila) => fila.novedad === novedad)
  if (suyas.length === 0) return []
  return [
    { kind: "heading", text: TITULO[novedad] },
    { kind: "list", ordered: false, items: suyas.map((fila) => renglon(fila, hoy)) },
  ]
}

function renglon({ vista, dicho }: FilaNovedad, hoy: Fecha): RichText {
  const base = [linea(vista, hoy)].flat()
  return dicho === null ? base : [...base, `\nLo último que se informó: ${recortar(dicho, MAX_DICHO)}`]
}

function deAntes(cuantos: number): readonly Block[] {
  if (cuantos === 0) return []
  const otros = plural(cuantos, "compromiso venció antes y sigue", "compromisos vencieron antes y siguen")
  return [nota(frase`${otros} sin atender: ${comando("compromiso.lista", { estado: "vencidos" })}.`)]
}
