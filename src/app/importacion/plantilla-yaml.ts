import { documentoEnTexto } from "./exportar.ts"
import { leerEstructura } from "./formato/leer.ts"
import { leerLibro } from "./hojas/leer-libro.ts"
import { hojasDePlantilla } from "./hojas/plantilla.ts"

const AVISO = [
  "# Plantilla de importación. Los ejemplos no son de ninguna institución ni persona: cámbielos por sus datos.",
  "# Cada campo está explicado en docs/formato-importacion.md.",
  "",
].join("\n")

/** The examples of the workbook, as the same file in YAML. */
export function plantillaYaml(): string {
  const hojas = hojasDePlantilla().map(({ nombre, columnas, filas }) => ({
    nombre,
    filas: [columnas.map(({ titulo }) => titulo), ...filas],
  }))
  // No date of a template is relative to today, nor does it name an account or a channel.
  const leida = leerEstructura(leerLibro(hojas).lectura, "2026-01-01", [])
  if (leida.kind === "invalid") throw new Error(JSON.stringify(leida.problems))
  return `${AVISO}${documentoEnTexto(leida.documento)}`
}
