import { type CifrasTablero, cuantosHay } from "../../domain/compromiso/tablero.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { recortar } from "../respuesta.ts"
import { dibujo, letrero, rectangulo } from "../svg.ts"
import { type FilaVista, MAX_FILAS, type TableroVisto } from "./tablero.ts"
import { abiertos, hayTendencia } from "./tendencia.ts"
import { ALTO_TENDENCIA, EN_PLAZO, tendenciaDibujada, VENCIDOS } from "./tendencia-dibujo.ts"

/**
 * One bar for each state, from what is worst to what is done. Told apart by those who see no red or no green, and in grey:
 * each is lighter or darker than its neighbours, and each carries its number.
 */
const BARRAS: readonly {
  readonly dice: string
  readonly cuantos: (cifras: CifrasTablero) => number
  readonly fondo: string
  readonly letra: string
}[] = [
  { dice: "Vencidos", cuantos: ({ vencidos }) => vencidos, ...VENCIDOS },
  { dice: "En plazo", cuantos: ({ enPlazo }) => enPlazo, ...EN_PLAZO },
  { dice: "En validación", cuantos: ({ enValidacion }) => enValidacion, fondo: "#f5e35b", letra: "#1a1a1a" },
  { dice: "Permanentes", cuantos: ({ permanentes }) => permanentes, fondo: "#c9c9c9", letra: "#1a1a1a" },
  { dice: "Atendidos", cuantos: ({ atendidos }) => atendidos, fondo: "#3a9b7c", letra: "#1a1a1a" },
]

const ANCHO = 1000
const MARGEN = 32
/** Where bars begin and end. */
const [DESDE, HASTA] = [210, 900]
const RENGLON = 44
const BARRA = 32
const ENCABEZADO = 150
/** Narrower than this, a segment has no room for its number. */
const CON_NUMERO = 22

/** The board as a drawing: readable as a thumbnail in a chat, and printed. */
export function tableroSvg(organo: Organo, hoy: Fecha, { filas, demo, tendencia }: TableroVisto): string {
  const mostradas = filas.slice(0, MAX_FILAS)
  const mayor = Math.max(1, ...mostradas.map(({ cifras }) => cuantosHay(cifras)))
  const bajo = ENCABEZADO + mostradas.length * RENGLON
  const serie = hayTendencia(tendencia) ? tendencia.puntos : []
  const alto = bajo + (serie.length === 0 ? 0 : ALTO_TENDENCIA) + MARGEN
  return dibujo(ANCHO, alto, [
    letrero(recortar(`Compromisos: ${organo.nombreCorto}`, 70), {
      x: MARGEN,
      y: 50,
      "font-size": 26,
      "font-weight": 700,
    }),
    letrero(`Al ${fechaLarga(hoy)}${demo ? " · DATOS DE DEMOSTRACIÓN" : ""}`, {
      x: MARGEN,
      y: 84,
      "font-size": 20,
      fill: "#4d4d4d",
    }),
    ...leyenda(mostradas),
    ...mostradas.flatMap((fila, i) => renglon(fila, ENCABEZADO + i * RENGLON, mayor)),
    ...(serie.length === 0
      ? []
      : tendenciaDibujada(serie, { x: MARGEN, y: bajo, ancho: ANCHO - 2 * MARGEN })),
  ])
}

const MAX_ALT = 1_000

/** What the drawing shows, in words. */
export function tableroAlt(organo: Organo, hoy: Fecha, { filas, tendencia }: TableroVisto): string {
  const de = ({ siglas, cifras }: FilaVista) =>
    `${siglas ?? "por definir"}: ${BARRAS.filter(({ cuantos }) => cuantos(cifras) > 0)
      .map(({ dice, cuantos }) => `${dice.toLocaleLowerCase("es")} ${cuantos(cifras)}`)
      .join(", ")}`
  const serie = hayTendencia(tendencia)
    ? ` Tendencia de abiertos y vencidos: ${tendencia.puntos.map((punto) => `${punto.sesion ?? "hoy"}, ${abiertos(punto)} y ${punto.vencidos}`).join("; ")}.`
    : ""
  const barras = filas.slice(0, MAX_FILAS).map(de).join("; ")
  return `${recortar(`Barras de compromisos por institución, ${organo.nombreCorto}, al ${fechaLarga(hoy)}. ${barras}.`, MAX_ALT - serie.length)}${serie}`
}

/** Only of what is in it. */
function leyenda(filas: readonly FilaVista[]): readonly string[] {
  let x = MARGEN
  return BARRAS.filter(({ cuantos }) => filas.some(({ cifras }) => cuantos(cifras) > 0)).flatMap(
    ({ dice, fondo }) => {
      const partes = [
        rectangulo({ x, y: 106, width: 22, height: 22, fill: fondo, stroke: "#1a1a1a", "stroke-width": 1 }),
        letrero(dice, { x: x + 30, y: 124, "font-size": 20 }),
      ]
      x += 30 + dice.length * 11 + 30
      return partes
    },
  )
}

function renglon({ siglas, cifras }: FilaVista, y: number, mayor: number): readonly string[] {
  const base = y + 23
  const total = cuantosHay(cifras)
  const porUno = (HASTA - DESDE) / mayor
  let x = DESDE
  const barras = BARRAS.flatMap(({ cuantos, fondo, letra }) => {
    const n = cuantos(cifras)
    if (n === 0) return []
    const [desde, width] = [x, n * porUno]
    x += width
    return [
      rectangulo({ x: desde, y, width, height: BARRA, fill: fondo, stroke: "#ffffff", "stroke-width": 2 }),
      ...(width < CON_NUMERO * String(n).length
        ? []
        : [
            letrero(String(n), {
              x: desde + width / 2,
              y: base,
              "font-size": 20,
              "font-weight": 700,
              fill: letra,
              "text-anchor": "middle",
            }),
          ]),
    ]
  })
  return [
    letrero(recortar(siglas ?? "Por definir", 14), { x: MARGEN, y: base }),
    ...barras,
    letrero(String(total), { x: x + 10, y: base, fill: "#4d4d4d" }),
  ]
}
