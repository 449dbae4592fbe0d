import type { PuntoTendencia } from "../../domain/compromiso/tendencia.ts"
import { fechaCorta } from "../../texts/fechas.ts"
import { recortar } from "../respuesta.ts"
import { letrero, rectangulo } from "../svg.ts"
import { abiertos } from "./tendencia.ts"

/** As in the bars above it: dark below light, and each with its number. */
export const VENCIDOS = { fondo: "#a3340a", letra: "#ffffff" } as const
export const EN_PLAZO = { fondo: "#8ccbf2", letra: "#1a1a1a" } as const

const TITULO = 60
const COLUMNA = 180
const PIE = 64
/** Of the whole of it, in pixels. */
export const ALTO_TENDENCIA = TITULO + COLUMNA + PIE
const MAX_ANCHO = 96
/** Lower than this, a segment has no room for its number. */
const CON_NUMERO = 24

/** One column for each session and for today: what was still owed, overdue at its foot. */
export function tendenciaDibujada(
  puntos: readonly PuntoTendencia[],
  { x, y, ancho }: { readonly x: number; readonly y: number; readonly ancho: number },
): readonly string[] {
  const mayor = Math.max(1, ...puntos.map(abiertos))
  const paso = ancho / puntos.length
  return [
    letrero("Tendencia: abiertos y, de ellos, vencidos", { x, y: y + 36, "font-weight": 700 }),
    ...puntos.flatMap((punto, i) =>
      columna(punto, {
        centro: x + paso * (i + 0.5),
        base: y + TITULO + COLUMNA,
        porUno: (COLUMNA - 30) / mayor,
      }),
    ),
  ]
}

function columna(
  punto: PuntoTendencia,
  { centro, base, porUno }: { readonly centro: number; readonly base: number; readonly porUno: number },
): readonly string[] {
  const { sesion, dia, vencidos, enPlazo } = punto
  const enMedio = { x: centro, "text-anchor": "middle" }
  const abajo = vencidos * porUno
  const arriba = enPlazo * porUno
  return [
    ...tramo(vencidos, { centro, y: base - abajo, height: abajo, ...VENCIDOS }),
    ...tramo(enPlazo, { centro, y: base - abajo - arriba, height: arriba, ...EN_PLAZO }),
    letrero(String(abiertos(punto)), { ...enMedio, y: base - abajo - arriba - 8, fill: "#4d4d4d" }),
    letrero(recortar(sesion ?? "Hoy", 12), { ...enMedio, y: base + 26, "font-size": 20, "font-weight": 700 }),
    letrero(fechaCorta(dia), { ...enMedio, y: base + 50, "font-size": 18, fill: "#4d4d4d" }),
  ]
}

function tramo(
  cuantos: number,
  {
    centro,
    y,
    height,
    fondo,
    letra,
  }: {
    readonly centro: number
    readonly y: number
    readonly height: number
    readonly fondo: string
    readonly letra: string
  },
): readonly string[] {
  if (cuantos === 0) return []
  const width = MAX_ANCHO
  return [
    rectangulo({
      x: centro - width / 2,
      y,
      width,
      height,
      fill: fondo,
      stroke: "#ffffff",
      "stroke-width": 2,
    }),
    ...(height < CON_NUMERO
      ? []
      : [
          letrero(String(cuantos), {
            x: centro,
            y: y + height / 2 + 7,
            "font-size": 20,
            "font-weight": 700,
            fill: letra,
            "text-anchor": "middle",
          }),
        ]),
  ]
}
