import { type CifrasTablero, cuantosHay, type Movimiento } from "../../domain/compromiso/tablero.ts"
import type { Tendencia } from "../../domain/compromiso/tendencia.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaLarga, fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, RichText, Tone } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { tendenciaBlocks } from "./tendencia.ts"

/** One institution, as it is shown; `siglas: null`: the responsible one is still to be defined. */
export interface FilaVista {
  readonly siglas: string | null
  readonly cifras: CifrasTablero
}

export interface TableroVisto {
  readonly total: CifrasTablero
  readonly filas: readonly FilaVista[]
  readonly movimiento: Movimiento | null
  readonly tendencia: Tendencia
  /** Whether each institution is shown, and not only the asker's own. */
  readonly todas: boolean
  readonly demo: boolean
}

/** What one message holds on every platform; the rest is counted and left to the command. */
export const MAX_FILAS = 25

/** How all commitments stand: totals, what moved since the last session, and each institution. */
export function tableroCard(organo: Organo, hoy: Fecha, visto: TableroVisto): Card {
  const { total, filas, movimiento, todas } = visto
  const hay = cuantosHay(total)
  return {
    title: `Tablero de compromisos: ${organo.nombreCorto}`,
    tone: tono(total),
    blocks: [
      texto(`Al ${fechaLarga(hoy)}, ${hay === 0 ? "no hay compromisos registrados." : resumen(total, hay)}`),
      ...(movimiento === null || hay === 0 ? [] : [texto(desdeLaUltima(movimiento))]),
      ...(filas.length === 0
        ? []
        : [{ kind: "list" as const, ordered: false, items: filas.slice(0, MAX_FILAS).map(renglon) }]),
      ...tendenciaBlocks(visto.tendencia),
      ...notas(visto),
    ],
    actions: acciones(total, todas),
    ...marcaDemo(visto.demo ? ["demo"] : [organo.origen]),
  }
}

function tono({ vencidos, enValidacion }: CifrasTablero): Tone {
  if (vencidos > 0) return "vencido"
  return enValidacion > 0 ? "atencion" : "aviso"
}

/** "25 compromisos: 3 vencidos, 8 en plazo, 2 en validación y 12 atendidos." */
function resumen(total: CifrasTablero, hay: number): string {
  return `${plural(hay, "compromiso", "compromisos")}: ${enumerar(cuentas(total))}. ${comoSeAtendio(total)}`.trim()
}

function cuentas({
  vencidos,
  enPlazo,
  enValidacion,
  permanentes,
  atendidos,
}: CifrasTablero): readonly string[] {
  return [
    ...(vencidos > 0 ? [plural(vencidos, "vencido", "vencidos")] : []),
    ...(enPlazo > 0 ? [`${enPlazo} en plazo`] : []),
    ...(enValidacion > 0 ? [`${enValidacion} en validación`] : []),
    ...(permanentes > 0 ? [plural(permanentes, "permanente", "permanentes")] : []),
    ...(atendidos > 0 ? [plural(atendidos, "atendido", "atendidos")] : []),
  ]
}

/** "De los atendidos, 9 a tiempo y 1 tarde; de 2 no consta." */
function comoSeAtendio({ atendidos, aTiempo, tarde }: CifrasTablero): string {
  const consta = [...(aTiempo > 0 ? [`${aTiempo} a tiempo`] : []), ...(tarde > 0 ? [`${tarde} tarde`] : [])]
  if (consta.length === 0) return ""
  const resto = atendidos - aTiempo - tarde
  return `De los atendidos, ${enumerar(consta)}${resto > 0 ? `; de ${resto} no consta` : ""}.`
}

/** "Desde el 30 de octubre de 2026, día de la última sesión: 32 se acordaron, ninguno se reportó cumplido y 2 vencieron." */
function desdeLaUltima({ desde, acordados, cumplidos, vencieron }: Movimiento): string {
  const cuentas = [
    cuantos(acordados, "se acordó", "se acordaron"),
    cuantos(cumplidos, "se reportó cumplido", "se reportaron cumplidos"),
    cuantos(vencieron, "venció", "vencieron"),
  ]
  return `Desde el ${fechaMedia(desde)}, día de la última sesión: ${enumerar(cuentas)}.`
}

const cuantos = (n: number, uno: string, varios: string): string =>
  n === 0 ? `ninguno ${uno}` : plural(n, uno, varios)

/** "SRE: 2 vencidos y 4 en plazo; atraso promedio, 63 días hábiles" */
function renglon({ siglas, cifras }: FilaVista): RichText {
  const atraso = cifras.atraso.cuantos === 0 ? "" : `; atraso promedio, ${promedio(cifras.atraso)}`
  return [
    { kind: "bold", text: siglas ?? "Responsable por definir" },
    `: ${enumerar(cuentas(cifras))}${atraso}`,
  ]
}

/** "12 días hábiles", rounded to whole days. */
const promedio = ({ dias, cuantos }: CifrasTablero["atraso"]): string =>
  plural(Math.round(dias / cuantos), "día hábil", "días hábiles")

function notas({ total, todas, filas }: TableroVisto): readonly Block[] {
  const { atraso } = total
  return [
    ...(filas.length > MAX_FILAS
      ? [nota(`Se muestran las ${MAX_FILAS} instituciones con más por atender, de ${filas.length}.`)]
      : []),
    ...(atraso.cuantos === 0
      ? []
      : [
          nota(
            `Atraso promedio: ${promedio(atraso)}, solo de ${atraso.cuantos === 1 ? "el compromiso que lleva o llevó" : `los ${atraso.cuantos} compromisos que llevan o llevaron`} al menos uno, según el calendario de quien responde.`,
          ),
        ]),
    ...(todas || filas.length === 0
      ? []
      : [
          nota("El total cuenta los compromisos que usted puede consultar; la lista, los de su institución."),
        ]),
  ]
}

function acciones({ vencidos }: CifrasTablero, todas: boolean): readonly Action[] {
  return [
    ...(vencidos > 0
      ? boton("compromiso.lista", "vencidos", "Ver los vencidos", "primary")
      : boton("compromiso.lista", "", "Ver los compromisos", "primary")),
    ...(todas ? [] : boton("compromiso.mios", "", "Ver mis compromisos")),
  ]
}
