import { type SesionEscrita, sesionEscrita } from "../../../domain/acuerdo/clave-escrita.ts"
import { shorten } from "../../../domain/texto/cut.ts"
import type { Celda } from "../../../ports/hojas/libro.ts"
import type { Problema } from "../formato/problemas.ts"
import type { CampoCedula, Tabla } from "./columnas.ts"

/** A row that says something of a commitment, with what it takes from the rows above it. */
export interface Renglon {
  readonly tabla: Tabla
  /** From 1, as the program numbers it. */
  readonly fila: number
  readonly celdas: ReadonlyMap<CampoCedula, Exclude<Celda, null | { readonly formula: string }>>
  /** The session under whose heading it stands, in the table, its sheet's name or above the headings. */
  readonly bajo: SesionDicha | null
}

export interface SesionDicha extends SesionEscrita {
  readonly dicho: string
}

export interface Leidos {
  readonly renglones: readonly Renglon[]
  readonly problems: readonly Problema[]
  /** Rows in which nothing of a commitment stands: notes, totals, who signs. */
  readonly sobrantes: readonly number[]
}

/** What one writes once over several rows, also where the cells are not merged. */
const SE_CONTINUA: readonly CampoCedula[] = ["sesion", "fechaSesion", "claveAcuerdo", "textoAcuerdo"]
/** A row with less says nothing that can be put on record. */
const MINIMO = 2

export function renglonesDe(tabla: Tabla): Leidos {
  const renglones: Renglon[] = []
  const problems: Problema[] = []
  const sobrantes: number[] = []
  let bajo = sesionDicha([tabla.nombre]) ?? sesionDicha(tabla.encima.flat().map(textoDe))
  let arriba: Renglon["celdas"] = new Map()
  for (const { celdas, fila } of tabla.filas) {
    const escritas = celdas.filter((celda) => !vacia(celda))
    if (escritas.length === 0) {
      arriba = new Map()
      continue
    }
    const seccion =
      new Set(escritas.map(String)).size === 1 ? sesionDicha([textoDe(escritas[0] ?? null)]) : null
    if (seccion !== null) {
      bajo = seccion
      arriba = new Map()
      continue
    }
    const propias = celdasDe(tabla, celdas, (campo) =>
      problems.push({
        place: lugarDe(tabla, fila, campo),
        message: "tiene una fórmula; péguela como valor, pues aquí nada se calcula",
      }),
    )
    if (propias.size < MINIMO || new Set(propias.values()).size < MINIMO) {
      sobrantes.push(fila)
      continue
    }
    arriba = new Map([...continuadas(arriba, propias), ...propias])
    renglones.push({ tabla, fila, celdas: arriba, bajo })
  }
  return { renglones, problems, sobrantes }
}

function celdasDe(
  { columnas }: Tabla,
  fila: readonly Celda[],
  formula: (campo: CampoCedula) => void,
): Renglon["celdas"] {
  const celdas = new Map<CampoCedula, string | number | boolean>()
  for (const [campo, { columna }] of columnas) {
    const celda = fila[columna] ?? null
    if (vacia(celda)) continue
    if (typeof celda === "object") formula(campo)
    else celdas.set(campo, celda)
  }
  return celdas
}

/** An agreement that is named anew brings its own text, and a session its own day. */
function continuadas(
  arriba: Renglon["celdas"],
  propias: Renglon["celdas"],
): readonly (readonly [CampoCedula, string | number | boolean])[] {
  const otroAcuerdo = propias.has("claveAcuerdo") || propias.has("textoAcuerdo")
  return SE_CONTINUA.flatMap((campo) => {
    const valor = arriba.get(campo)
    const deOtro = campo === "fechaSesion" ? propias.has("sesion") : otroAcuerdo && campo !== "sesion"
    return valor === undefined || deOtro ? [] : [[campo, valor] as const]
  })
}

function sesionDicha(textos: readonly string[]): SesionDicha | null {
  for (const dicho of textos) {
    const sesion = sesionEscrita(dicho)
    if (sesion !== null) return { ...sesion, dicho }
  }
  return null
}

const textoDe = (celda: Celda): string => (typeof celda === "string" ? celda : "")

export const vacia = (celda: Celda): celda is null | string =>
  celda === null || celda === undefined || (typeof celda === "string" && celda.trim() === "")

const letra = (c: number): string =>
  c < 26 ? String.fromCharCode(65 + c) : `${letra(Math.floor(c / 26) - 1)}${letra(c % 26)}`

export const lugarDeFila = ({ nombre }: Tabla, fila: number) => `hoja «${shorten(nombre, 40)}», fila ${fila}`

/** Where whoever has the workbook open finds it. */
export function lugarDe(tabla: Tabla, fila: number, campo: CampoCedula): string {
  const columna = tabla.columnas.get(campo)
  const enFila = lugarDeFila(tabla, fila)
  return columna === undefined
    ? enFila
    : `${enFila}, columna ${letra(columna.columna)} (${shorten(columna.titulo, 40)})`
}
