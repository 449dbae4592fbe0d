import type { DocumentoImportacion } from "./documento.ts"
import {
  buscador,
  canonico,
  esFila,
  type Fila,
  filasDe,
  LISTAS,
  type Lista,
  nombreDeFila,
} from "./estructura.ts"

/** A record and those that it hangs from, the outermost first. */
export type Ruta = readonly { readonly lista: string; readonly fila: Fila; readonly nombre: string }[]

export interface CampoCambiado {
  /** Of the record, or of a group of its fields: `["recordatorios", "escalera"]`. */
  readonly campo: readonly string[]
  readonly antes: unknown
  readonly despues: unknown
}

/** What a document would add to the data, or change in them. */
export type Diferencia =
  /** `contiene`: how many records of each kind hang from it. */
  | { readonly tipo: "alta"; readonly ruta: Ruta; readonly contiene: Readonly<Record<string, number>> }
  | { readonly tipo: "cambio"; readonly ruta: Ruta; readonly campos: readonly CampoCambiado[] }

export interface Comparacion {
  readonly diferencias: readonly Diferencia[]
  readonly sinCambio: number
}

/** Compares a document with what is recorded, record by record. What only the data have is no difference. */
export function comparar(registrado: DocumentoImportacion, documento: DocumentoImportacion): Comparacion {
  const diferencias: Diferencia[] = []
  let sinCambio = 0
  const recorrer = (nombre: string, lista: Lista, nuevas: unknown, previas: unknown, desde: Ruta): void => {
    const registradas = filasDe(previas)
    const buscar = buscador(lista, registradas)
    filasDe(nuevas).forEach((fila, lugar) => {
      const ruta = [...desde, { lista: nombre, fila, nombre: nombreDeFila(lista, fila, lugar) }]
      // By places, what stood there is what it replaces, whatever it spoke of.
      const previa = buscar(fila, lugar) ?? (lista.clave === null ? (registradas[lugar] ?? null) : null)
      if (previa === null) {
        diferencias.push({ tipo: "alta", ruta, contiene: contenido(lista, fila) })
        return
      }
      const campos = camposCambiados(lista, previa, fila)
      if (campos.length > 0) diferencias.push({ tipo: "cambio", ruta, campos })
      else sinCambio += 1
      for (const [hija, sub] of Object.entries(lista.listas ?? {}))
        recorrer(hija, sub, fila[hija], previa[hija], ruta)
    })
  }
  for (const nombre of Object.keys(LISTAS) as (keyof DocumentoImportacion)[])
    recorrer(nombre, LISTAS[nombre], documento[nombre], registrado[nombre], [])
  return { diferencias, sinCambio }
}

function contenido({ listas = {} }: Lista, fila: Fila): Readonly<Record<string, number>> {
  const cuentas = Object.entries(listas).map(([nombre]) => [nombre, filasDe(fila[nombre]).length] as const)
  return Object.fromEntries(cuentas.filter(([, cuenta]) => cuenta > 0))
}

function camposCambiados({ listas = {} }: Lista, antes: Fila, despues: Fila): readonly CampoCambiado[] {
  return Object.keys(despues)
    .filter((nombre) => !(nombre in listas))
    .flatMap((nombre) => cambios([nombre], antes[nombre], despues[nombre]))
}

function cambios(campo: readonly string[], antes: unknown, despues: unknown): readonly CampoCambiado[] {
  if (esFila(antes) && esFila(despues))
    return [...new Set([...Object.keys(antes), ...Object.keys(despues)])].flatMap((nombre) =>
      cambios([...campo, nombre], antes[nombre], despues[nombre]),
    )
  return igual(antes, despues) ? [] : [{ campo, antes: antes ?? null, despues: despues ?? null }]
}

const igual = (a: unknown, b: unknown) => canonico(a) === canonico(b)
