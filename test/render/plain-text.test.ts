import { describe, expect, it } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import { mencionDeAccion } from "../../src/cards/comando.ts"
import { DEMO_LABEL, renderPlainText } from "../../src/cards/plain-text.ts"

const empty: Card = { title: "Título", tone: "aviso", blocks: [], actions: [] }

describe("a card as plain text", () => {
  it("has the title, every block and every button", () => {
    const text = renderPlainText({
      ...empty,
      title: "Próxima sesión",
      blocks: [
        { kind: "text", text: ["La ", { kind: "bold", text: "22ª" }, " sesión"] },
        { kind: "heading", text: "Datos" },
        { kind: "fields", fields: [{ label: "Sede", value: "Ciudad de México" }] },
        { kind: "list", ordered: true, items: ["Uno", ["Dos ", { kind: "code", text: "SO-22" }]] },
        { kind: "divider" },
        { kind: "note", text: [{ kind: "link", text: "Boletín", url: "https://example.org/b" }] },
        { kind: "image", url: "https://example.org/i.png", alt: "Escudo" },
      ],
      actions: [
        { id: "sesion.agenda:SO-22", label: "Ver el orden del día", style: "primary" },
        { id: "x", label: "Abrir", style: "normal", url: "https://example.org" },
      ],
    })
    expect(text.split("\n").filter((line) => line !== "")).toEqual([
      "Próxima sesión",
      "La 22ª sesión",
      "Datos:",
      "Sede: Ciudad de México",
      "1. Uno",
      "2. Dos SO-22",
      "Nota: Boletín (https://example.org/b)",
      "Imagen: Escudo (https://example.org/i.png)",
      "→ Ver el orden del día: /sesion agenda SO-22",
      "→ Abrir: https://example.org",
    ])
  })

  it("says each cell of a table by its column's name, and draws no rule that would be read dash by dash", () => {
    const text = renderPlainText({
      ...empty,
      blocks: [
        {
          kind: "table",
          columns: ["Institución", "Estado"],
          rows: [
            ["SRE", "en proceso"],
            ["SNDIF e Inmujeres", "atendido"],
            ["INM", " "],
          ],
        },
      ],
    })
    expect(text.split("\n").slice(2)).toEqual([
      "Institución: SRE",
      "Estado: en proceso",
      "",
      "Institución: SNDIF e Inmujeres",
      "Estado: atendido",
      "",
      "Institución: INM",
    ])
  })

  it("says when the data are of the demonstration, and only then", () => {
    expect(renderPlainText({ ...empty, demo: true })).toBe(`Título\n${DEMO_LABEL}`)
    expect(renderPlainText(empty)).toBe("Título")
  })

  it("names the columns of a table without rows", () => {
    const block = { kind: "table", columns: ["Institución", "Estado"], rows: [] } as const
    expect(renderPlainText({ ...empty, blocks: [block] })).toBe("Título\n\nInstitución, Estado")
  })

  it("lets no control or direction character reach a terminal", () => {
    const text = renderPlainText({
      ...empty,
      title: "a\u001b[31mb\u202ec",
      blocks: [{ kind: "text", text: "uno\r\ndos\u0007" }],
    })
    expect(text).toBe("a[31mbc\n\nuno\ndos")
  })

  it("turns a button's id into what one can type", () => {
    expect(mencionDeAccion("acuerdo.ver:CI/SO-21/03/2024").text).toBe("/acuerdo ver CI/SO-21/03/2024")
    expect(mencionDeAccion("compromiso.mios").text).toBe("/compromiso mios")
  })
})
