import { shorten } from "../../../domain/texto/cut.ts"
import { masParecido, normalizar } from "../../../domain/texto/texto.ts"
import type { Celda, Hoja } from "../../../ports/hojas/libro.ts"
import type { Problema } from "../formato/problemas.ts"
import type { LecturaYaml } from "../formato/yaml.ts"
import { type Columna, HOJAS, type HojaDeLista } from "./columnas.ts"

/** What a workbook says, as the text of a file would, and where in it each place of that is. */
export interface LibroLeido {
  readonly lectura: LecturaYaml
  /** `instituciones[0].nombre` → `hoja «Instituciones», fila 2, columna B (Nombre)`, wherever a sentence names one. */
  enElLibro(texto: string): string
}

/** A row of a sheet as an item of a list. */
interface Item {
  readonly valor: Readonly<Record<string, unknown>>
  /** From 1, as the program numbers it. */
  readonly fila: number
}

interface Leida {
  readonly hoja: HojaDeLista
  /** As it is written in the workbook. */
  readonly nombre: string
  readonly items: readonly Item[]
  /** Of each column of the table: where it stands, from 0. */
  readonly lugar: ReadonlyMap<string, number>
}

/** Sheets and headings are recognised as people write them: without accents, in any case. */
export function leerLibro(hojas: readonly Hoja[]): LibroLeido {
  const problems: Problema[] = []
  const leidas = hojas.flatMap((hoja) => {
    const leida = leerHoja(hoja, problems)
    return leida === null ? [] : [leida]
  })
  const value = {
    version: 1,
    ...Object.fromEntries(leidas.map(({ hoja, items }) => [hoja.lista, items.map(({ valor }) => valor)])),
  }
  if (leidas.length === 0)
    problems.push({
      place: "archivo",
      message: `no tiene ninguna de las hojas que se leen: ${HOJAS.map(({ nombre }) => nombre).join(", ")}. Si es una cédula de seguimiento, use «importar-cedula»`,
    })
  const lectura: LecturaYaml =
    leidas.length === 0 ? { kind: "invalid", problems } : { kind: "ok", value, problems }
  return { lectura, enElLibro: (texto) => traducir(texto, leidas) }
}

function leerHoja({ nombre, filas }: Hoja, problems: Problema[]): Leida | null {
  const [encabezado = [], ...datos] = filas
  if (filas.every((fila) => fila.every(vacia))) return null
  const hoja = HOJAS.find((una) => normalizar(una.nombre) === normalizar(nombre))
  if (hoja === undefined) {
    const cerca = masParecido(
      normalizar(nombre),
      HOJAS.map((una) => normalizar(una.nombre)),
    )
    const quiso = HOJAS.find((una) => normalizar(una.nombre) === cerca)
    problems.push({
      place: `hoja «${shorten(nombre, 40)}»`,
      message: `no es una de las que se leen${quiso ? `; ¿quiso decir «${quiso.nombre}»?` : ""}`,
    })
    return null
  }
  const columnas = columnasDe(hoja, nombre, encabezado, problems)
  const items = datos.flatMap((fila, i) => {
    if (fila.every(vacia)) return []
    const celdas = columnas.map(([columna, c]) => [columna, fila[c] ?? null, c] as const)
    const valor = Object.fromEntries(
      celdas.flatMap(([columna, celda, c]) => {
        const leido = leerCelda(columna, celda)
        if (leido === undefined) return []
        if ("problema" in leido) {
          problems.push({ place: lugarDe(nombre, i + 2, columna, c), message: leido.problema })
          return []
        }
        return [[columna.campo, leido.valor]]
      }),
    )
    return [{ valor, fila: i + 2 }]
  })
  return { hoja, nombre, items, lugar: new Map(columnas.map(([{ campo }, c]) => [campo, c])) }
}

function columnasDe(
  hoja: HojaDeLista,
  nombre: string,
  encabezado: readonly Celda[],
  problems: Problema[],
): readonly (readonly [Columna, number])[] {
  return encabezado.flatMap((celda, c): readonly (readonly [Columna, number])[] => {
    if (vacia(celda)) return []
    const titulo = normalizar(String(celda)).replace(/\s*\*$/u, "")
    const columna = hoja.columnas.find((una) => normalizar(una.titulo) === titulo)
    if (columna !== undefined) return [[columna, c]]
    problems.push({
      place: `hoja «${nombre}», columna ${letra(c)}`,
      message: `«${shorten(String(celda), 40)}» no es una columna de esta hoja: ${hoja.columnas.map((una) => una.titulo).join(", ")}`,
    })
    return []
  })
}

type Leido = { readonly valor: unknown } | { readonly problema: string }

/** `undefined`: nothing is written there, and so it stays as it is. */
function leerCelda({ tipo }: Columna, celda: Celda): Leido | undefined {
  if (vacia(celda)) return undefined
  if (typeof celda === "object" && celda !== null)
    return { problema: "tiene una fórmula; péguela como valor, pues aquí nada se calcula" }
  if (tipo === "si_no") return siNo(celda)
  if (tipo === "entero") return entero(celda)
  if (tipo === "fecha") return fecha(celda)
  // A platform's ids have more digits than a number of a spreadsheet keeps.
  if (typeof celda === "number" && !Number.isSafeInteger(celda) && Number.isInteger(celda))
    return {
      problema: "es un número tan largo que la hoja ya perdió sus últimas cifras; escríbalo como texto",
    }
  return { valor: String(celda).trim() }
}

function siNo(celda: string | number | boolean | null): Leido {
  if (typeof celda === "boolean") return { valor: celda }
  const dicho = normalizar(String(celda))
  if (["si", "s", "x", "true", "verdadero", "1"].includes(dicho)) return { valor: true }
  if (["no", "n", "false", "falso", "0"].includes(dicho)) return { valor: false }
  return { problema: `se recibió «${shorten(String(celda), 40)}»; escriba sí o no` }
}

function entero(celda: string | number | boolean | null): Leido {
  const numero = Number(celda)
  return Number.isInteger(numero)
    ? { valor: numero }
    : { problema: `se recibió «${shorten(String(celda), 40)}»; escriba un número entero` }
}

/** `15/01/2026` as people write it here, too: day, month, year. */
function fecha(celda: string | number | boolean | null): Leido {
  if (typeof celda === "number")
    return { problema: `se recibió el número ${celda}; dé a la celda formato de fecha, o escriba 2026-01-15` }
  const escrita = String(celda).trim()
  const [, dia = "", mes = "", anio = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(escrita) ?? []
  return { valor: dia === "" ? escrita : `${anio}-${mes.padStart(2, "0")}-${dia.padStart(2, "0")}` }
}

const vacia = (celda: Celda): boolean => celda === null || (typeof celda === "string" && celda.trim() === "")

const letra = (c: number): string =>
  c < 26 ? String.fromCharCode(65 + c) : `${letra(Math.floor(c / 26) - 1)}${letra(c % 26)}`

const lugarDe = (nombre: string, fila: number, { titulo }: Columna, c: number): string =>
  `hoja «${nombre}», fila ${fila}, columna ${letra(c)} (${titulo})`

/** Every place of the document that a text names, said as whoever has the workbook open finds it. */
function traducir(texto: string, leidas: readonly Leida[]): string {
  return texto.replace(/\b([a-z]+)\[(\d+)\](?:\.([a-z_]+))?/gu, (todo, lista, indice, campo?: string) => {
    const leida = leidas.find(({ hoja }) => hoja.lista === lista)
    const item = leida?.items[Number(indice)]
    if (leida === undefined || item === undefined) return todo
    const columna = leida.hoja.columnas.find((una) => enArchivo(una.campo) === campo)
    if (columna === undefined) return `hoja «${leida.nombre}», fila ${item.fila}`
    const c = leida.lugar.get(columna.campo)
    return c === undefined
      ? `hoja «${leida.nombre}», fila ${item.fila}, columna «${columna.titulo}» (no está en la hoja)`
      : lugarDe(leida.nombre, item.fila, columna, c)
  })
}

/** As the document's places name a field. */
const enArchivo = (campo: string): string => campo.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)
