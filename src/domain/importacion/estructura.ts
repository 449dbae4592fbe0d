import { sumarMs } from "../tiempo/tiempo.ts"
import type { DocumentoImportacion } from "./documento.ts"

/** A record of a document, whatever it is of. */
export type Fila = Readonly<Record<string, unknown>>

/** How the records of one list are told apart, and what hangs from each. */
export interface Lista {
  /** Fields that identify a record; `null`: its place in the list does. */
  readonly clave: readonly string[] | null
  /** Of a list by places: what must be the same for two records at one place to speak of the same thing. */
  readonly trata?: readonly string[]
  readonly listas?: Readonly<Record<string, Lista>>
}

const porClave = (clave: readonly string[], listas: Readonly<Record<string, Lista>> = {}): Lista => ({
  clave,
  listas,
})
const porLugar = (...trata: readonly string[]): Lista => ({ clave: null, trata })

/** Every list of a document: what is written of a record in two files, or in a file and the data, meets by its key. */
export const LISTAS: Readonly<Record<keyof DocumentoImportacion, Lista>> = {
  organos: porClave(["clave"], { perfiles: porClave(["version"]) }),
  instituciones: porClave(["siglas"], { alias: porClave(["texto"]) }),
  integrantes: porClave(["organo", "institucion", "desde"]),
  personas: porClave(["clave"]),
  designaciones: porClave(["persona", "organo", "calidad", "institucion", "desde"]),
  cuentas: porClave(["adapter", "workspace", "usuario"]),
  canales: porClave(["organo", "clave"]),
  inhabiles: porClave(["fecha", "ambito", "organo", "institucion"]),
  sesiones: porClave(["organo", "clave"], {
    hechos: porLugar("texto"),
    asistencias: porLugar("institucion"),
    puntos: porLugar("titulo"),
    acuerdos: porClave(["clave"], {
      compromisos: porClave(["clave"], { avances: porClave(["registradoEn", "texto"]) }),
    }),
  }),
  cargos: porClave(["organo", "nombre", "desde"]),
  // A session's lists are compared whole: what is on record is never changed by a file.
  constancias: porClave(["organo", "sesion"]),
}

const INSTANTE = /^\d{4}-\d{2}-\d{2}T/

/** The same text for what says the same: nothing written and `null`, an instant in any zone. */
export function canonico(value: unknown): string {
  if (typeof value === "string" && INSTANTE.test(value)) return sumarMs(value, 0)
  return JSON.stringify(value ?? null, (_, part: unknown) => (esFila(part) ? enOrden(part) : part))
}

/** The fields of a group in the order of their names, whatever the order in which they were written. */
const enOrden = (fila: Fila): Fila =>
  Object.fromEntries(Object.entries(fila).sort(([a], [b]) => (a < b ? -1 : 1)))

const texto = (partes: readonly unknown[]) => partes.map(canonico).join("\u0000")

const valores = (fila: Fila, campos: readonly string[]) => campos.map((campo) => fila[campo])

export const esFila = (value: unknown): value is Fila =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const filasDe = (value: unknown): readonly Fila[] => (Array.isArray(value) ? value.filter(esFila) : [])

/** Finds among the records of a list the one that a record, at its place, speaks of. */
export function buscador(lista: Lista, filas: readonly Fila[]): (fila: Fila, lugar: number) => Fila | null {
  const { clave, trata = [] } = lista
  if (clave === null)
    return (fila, lugar) => {
      const otra = filas[lugar]
      return otra && texto(valores(otra, trata)) === texto(valores(fila, trata)) ? otra : null
    }
  const porTexto = new Map(filas.map((fila) => [texto(valores(fila, clave)), fila]))
  return (fila) => porTexto.get(texto(valores(fila, clave))) ?? null
}

/** How people call a record of a list: by its key, or by its place, from 1. */
export function nombreDeFila({ clave }: Lista, fila: Fila, lugar: number): string {
  if (clave === null) return String(lugar + 1)
  return valores(fila, clave)
    .filter((parte) => parte !== null && parte !== undefined)
    .join(" / ")
}
