import { admiteCumplido } from "../compromiso/compromiso.ts"
import type { DocumentoImportacion } from "./documento.ts"
import { buscador, esFila, type Fila, filasDe, LISTAS, type Lista } from "./estructura.ts"

/**
 * A file's document with what it does not say taken from what is recorded: a field that is not written stays as it is,
 * and one that is written empty (`null`) is emptied. `escrito`: the file as it was written, without default values.
 */
export function completar(
  documento: DocumentoImportacion,
  escrito: unknown,
  registrado: DocumentoImportacion,
): DocumentoImportacion {
  const listas = (Object.keys(LISTAS) as (keyof DocumentoImportacion)[]).map((nombre) => [
    nombre,
    completarLista(
      LISTAS[nombre],
      filasDe(documento[nombre]),
      campo(escrito, nombre),
      filasDe(registrado[nombre]),
    ),
  ])
  return { ...documento, ...Object.fromEntries(listas) }
}

const campo = (value: unknown, nombre: string | number): unknown => Reflect.get(Object(value), nombre)

function completarLista(
  lista: Lista,
  leidas: readonly Fila[],
  escritas: unknown,
  registradas: readonly Fila[],
): readonly Fila[] {
  const registrada = buscador(lista, registradas)
  return leidas.map((leida, lugar) => {
    const previa = registrada(leida, lugar)
    const escrita = campo(escritas, lugar)
    return previa === null || !esFila(escrita) ? leida : completarFila(lista, leida, escrita, previa)
  })
}

function completarFila({ listas = {} }: Lista, leida: Fila, escrita: Fila, previa: Fila): Fila {
  const campos = [...new Set([...Object.keys(leida), ...Object.keys(previa)])].map((nombre) => {
    const lista = listas[nombre]
    if (!(nombre in escrita)) return [nombre, nombre in previa ? previa[nombre] : leida[nombre]]
    const value =
      lista === undefined
        ? fundir(leida[nombre], escrita[nombre], previa[nombre])
        : completarLista(lista, filasDe(leida[nombre]), escrita[nombre], filasDe(previa[nombre]))
    return [nombre, value]
  })
  return sinCumplir(conReprogramaciones(Object.fromEntries(campos), leida))
}

/** A group of fields, such as a body's rules, is completed field by field. */
function fundir(leido: unknown, escrito: unknown, previo: unknown): unknown {
  if (!esFila(leido) || !esFila(escrito) || !esFila(previo)) return leido
  const nombres = [...new Set([...Object.keys(leido), ...Object.keys(previo)])]
  return Object.fromEntries(
    nombres.map((nombre) => [
      nombre,
      nombre in escrito
        ? fundir(leido[nombre], escrito[nombre], previo[nombre])
        : nombre in previo
          ? previo[nombre]
          : leido[nombre],
    ]),
  )
}

/** What a file says is owed again is no longer done, although the day of the report was on record. */
function sinCumplir(fila: Fila): Fila {
  if (!("cumplidoEl" in fila) || admiteCumplido({ estado: fila.estado })) return fila
  return { ...fila, cumplidoEl: null }
}

/** How often a compromiso was given a new date goes with the date: a file that gives the date alone gives it once. */
function conReprogramaciones(fila: Fila, leida: Fila): Fila {
  if (typeof fila.reprogramaciones !== "number") return fila
  const concuerda = fila.reprogramaciones > 0 === (fila.fechaReprogramada !== null)
  return concuerda ? fila : { ...fila, reprogramaciones: leida.reprogramaciones }
}
