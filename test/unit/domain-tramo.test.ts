import { describe, expect, it } from "vitest"
import { leerTramo } from "../../src/domain/tiempo/fecha-escrita/tramo.ts"

const HOY = "2026-06-11"
const lee = (texto: string) => {
  const tramo = leerTramo(texto, { hoy: HOY, inhabiles: new Set(), zona: "America/Mexico_City" })
  return tramo === null ? null : `${tramo.desde} ${tramo.hasta}`
}

describe("a stretch of time that one looks back on", () => {
  it.each([
    ["2026", "2026-01-01 2026-12-31"],
    ["el año 2025", "2025-01-01 2025-12-31"],
    ["este año", "2026-01-01 2026-12-31"],
    ["el año pasado", "2025-01-01 2025-12-31"],
    ["primer semestre 2026", "2026-01-01 2026-06-30"],
    ["Primer semestre de 2026", "2026-01-01 2026-06-30"],
    ["2o. semestre del 2025", "2025-07-01 2025-12-31"],
    ["tercer trimestre de 2025", "2025-07-01 2025-09-30"],
    ["1er trimestre", "2026-01-01 2026-03-31"],
    ["de enero a junio de 2026", "2026-01-01 2026-06-30"],
    ["enero a junio 2026", "2026-01-01 2026-06-30"],
    ["de octubre de 2025 a marzo de 2026", "2025-10-01 2026-03-31"],
    ["de octubre a marzo", "2025-10-01 2026-03-31"],
    ["marzo", "2026-03-01 2026-03-31"],
    ["diciembre", "2025-12-01 2025-12-31"],
    ["febrero de 2024", "2024-02-01 2024-02-29"],
    ["mes pasado", "2026-05-01 2026-05-31"],
    ["del 1 de enero al 30 de junio de 2026", "2026-01-01 2026-06-30"],
    ["del 15 al 31 de marzo de 2026", "2026-03-15 2026-03-31"],
    ["01/01/2025 - 30/06/2026", "2025-01-01 2026-06-30"],
    ["del 2025-01-01 al 2026-12-31", "2025-01-01 2026-12-31"],
  ])("«%s»", (texto, esperado) => {
    expect(lee(texto)).toBe(esperado)
  })

  it.each([
    "",
    "quinto trimestre 2026",
    "lo que sea",
    "del 30 de junio de 2026 al 1 de enero de 2026",
    "del 1 al 15",
    "de enero a junio a julio",
    "del 1 de enero de 2015 al 31 de diciembre de 2026",
  ])("«%s» is none", (texto) => {
    expect(lee(texto)).toBeNull()
  })
})
