import { describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { parseTyped } from "../../src/commands/parser/parse.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { saysWhatWasUnderstood } from "../../src/commands/router/understood.ts"

/** What an answer that shows nothing adds to it. */
function added(name: string, text: string): string {
  const parsed = parseTyped(allCommands, name, text)
  if (parsed.kind !== "run") throw new Error(`it does not run: ${parsed.kind}`)
  const card = { title: "Hecho", tone: "logro", blocks: [], actions: [] } as const
  return renderPlainText(saysWhatWasUnderstood(card, parsed.command, parsed.values))
}

describe("an answer says what a text took with it", () => {
  it("of another option that was named inside it, and how both are written", () => {
    expect(
      added("sesion", "crear ordinaria 2026-12-01 sede:Sala de Cabildo etiqueta:Segunda Sesión"),
    ).toContain(
      '«etiqueta:» quedó dentro de Lugar. Para separarlos, ponga cada texto entre comillas: sede:"…" etiqueta:"…".',
    )
    expect(
      added("sesion", 'crear ordinaria 2026-12-01 sede:"Sala de Cabildo" etiqueta:"Segunda Sesión"'),
    ).not.toContain("quedó dentro")
  })

  it("of a closed list whose value opens it", () => {
    expect(added("sesion", "punto-desahogar 2 aprobacion Se aprobó por mayoría.")).toContain(
      "«aprobacion» quedó dentro de Resultado. Si era Tipo de resultado, escriba tipo:aprobacion.",
    )
    expect(added("sesion", "punto-desahogar 2 tipo:aprobacion Se aprobó por mayoría.")).not.toContain(
      "quedó dentro",
    )
  })

  it("and nothing of a text that is only a text", () => {
    expect(added("sesion", "punto-agregar SO-2 Nota: la hora, 10:30, y la sede")).not.toContain(
      "quedó dentro",
    )
  })
})
