import type { GrupoQuorum } from "../../../domain/reglas/reglas-sesion.ts"
import { type Forma, partes } from "./campo.ts"

/** «SHCP, SEP» (all of them), «2 de SHCP, SEP, SRE», «gobiernos estatales: 2 de AGS, BC, BCS». */
function leerGrupo(linea: string): GrupoQuorum {
  const colon = linea.indexOf(":")
  const nombre = colon < 0 ? null : linea.slice(0, colon).trim() || null
  const resto = linea.slice(colon + 1).trim()
  const [, minimo, siglas = resto] = /^(\d{1,2})\s+de\s+(.*)$/u.exec(resto) ?? []
  return { nombre, instituciones: partes(siglas), minimo: minimo === undefined ? null : Number(minimo) }
}

const grupoEscrito = ({ nombre, instituciones, minimo }: GrupoQuorum): string =>
  `${nombre === null ? "" : `${nombre}: `}${minimo === null ? "" : `${minimo} de `}${instituciones.join(", ")}`

/** Who else must be there: a line for each group. */
export const composicion: Forma = {
  valores: null,
  parrafo: true,
  escribir: (valor) => (valor as readonly GrupoQuorum[]).map(grupoEscrito).join("\n"),
  palabras: (valor) =>
    (valor as readonly GrupoQuorum[]).map(grupoEscrito).join("; ") || "nadie en particular",
  leer: (escrito) => ({
    valor: escrito
      .split(/\n+/u)
      .filter((linea) => linea.trim() !== "")
      .map(leerGrupo),
  }),
}
