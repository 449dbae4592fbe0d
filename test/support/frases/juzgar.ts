import type { Lectura, Orden } from "../../../src/commands/parser/llano/lectura.ts"
import { allCommands } from "../../../src/commands/registry.ts"
import { normalizar } from "../../../src/domain/texto/texto.ts"

/** A phrase with what is to be made of it: columns texto, rol, clase, orden_esperada, alternativas. */
export interface Etiquetada {
  readonly texto: string
  readonly rol: string
  readonly clase: string
  readonly esperada: string
  readonly alternativas: string
}

/** `falta`: it asks for a command that there is not. */
export type Juicio = "bien" | "pregunta" | "mal" | "nada" | "falta"

export const leerEtiquetadas = (tsv: string): readonly Etiquetada[] =>
  tsv
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => {
      const [texto = "", rol = "", clase = "", esperada = "", alternativas = ""] = line.split("\t")
      return { texto, rol, clase, esperada, alternativas }
    })

interface Esperada {
  readonly orden: string
  readonly values: Readonly<Record<string, string>>
}

function ordenesDe(texto: string): readonly Esperada[] {
  return texto.split("|").flatMap((una) => {
    const [, orden, resto = ""] = /^\/(\S+ \S+)\s*(.*)$/u.exec(una.trim()) ?? []
    if (orden === undefined) return []
    const values = [...resto.matchAll(/(\w+):(?:"([^"]*)"|(\S+))/gu)].map(([, name = "", quoted, bare]) => [
      name,
      quoted ?? bare ?? "",
    ])
    return [{ orden, values: Object.fromEntries(values) }]
  })
}

const nombreDe = ({ command }: Orden) => `${command.name} ${command.subcommand}`
const existe = ({ orden }: Esperada) =>
  allCommands.some((command) => `${command.name} ${command.subcommand}` === orden)

/** `proxima`: the session that is meant where none is named. */
const cumple = (dada: Orden, { orden, values }: Esperada, proxima: string) =>
  nombreDe(dada) === orden &&
  Object.entries(values).every(([name, wanted]) =>
    wanted === "*"
      ? Boolean(dada.values[name])
      : name === "organo" ||
        normalizar(dada.values[name] ?? (name === "sesion" ? proxima : "")) === normalizar(wanted),
  )

export function juzgar(
  { clase, esperada, alternativas }: Etiquetada,
  lectura: Lectura,
  proxima: string,
): { readonly juicio: Juicio; readonly dado: string } {
  const dado = decir(lectura)
  const clases = [clase, ...alternativas.split("|")]
  const principales = ordenesDe(esperada)
  const validas = [...(clase === "aclarar" ? [] : principales), ...ordenesDe(alternativas)]
  const es = (juicio: Juicio) => ({ juicio, dado })
  const sinOrden = principales.length > 0 && !principales.every(existe)
  switch (lectura.kind) {
    case "orden":
      if (validas.some((una) => cumple(lectura, una, proxima))) return es("bien")
      return es(sinOrden ? "falta" : "mal")
    case "pregunta": {
      const ofrece = (una: Esperada) => lectura.opciones.some((dada) => cumple(dada, una, proxima))
      if (clase === "aclarar" && principales.every(ofrece)) return es("bien")
      if (clase === "saludo" && clases.includes("aclarar")) return es("bien")
      if ([...principales, ...validas].some(ofrece)) return es("pregunta")
      return es(sinOrden ? "falta" : "mal")
    }
    case "cortesia":
      return es(clases.includes("saludo") ? "bien" : "mal")
    case "fuera":
      return es(clases.includes("fuera") ? "bien" : "mal")
    case "nada":
      if (clases.includes("fuera")) return es("bien")
      return es(sinOrden ? "falta" : "nada")
  }
}

function decir(lectura: Lectura): string {
  const orden = (una: Orden) =>
    [`/${nombreDe(una)}`, ...Object.entries(una.values).map(([name, value]) => `${name}:${value}`)].join(" ")
  switch (lectura.kind) {
    case "orden":
      return orden(lectura)
    case "pregunta":
      return `¿${lectura.opciones.map(orden).join(" | ")}?${lectura.reserva ? ` (${lectura.reserva})` : ""}`
    case "cortesia":
      return `saludo (${lectura.que})`
    case "fuera":
      return `fuera (${lectura.motivo})`
    case "nada":
      return "no se entendió"
  }
}
