import { describe, expect, it } from "vitest"
import { homeLimits } from "../../adapters/slack/limits.ts"
import { renderHome } from "../../adapters/slack/render.ts"
import type { Block, Card } from "../../src/cards/card.ts"
import { homeError, readMessage } from "../support/fake-slack/block-kit.ts"
import { peoresCasos } from "./peor-caso/tabla.ts"

const card = (blocks: readonly Block[]): Card => ({
  title: "Lo que le espera",
  tone: "aviso",
  blocks,
  actions: [{ id: "sesion.proxima", label: "Ver la próxima sesión", style: "normal" }],
})
const text = (length: number): Block => ({ kind: "text", text: "a".repeat(length) })

describe("a page in Slack", () => {
  it("takes every card of the product at its worst", () => {
    for (const [name, casos] of Object.entries(peoresCasos))
      for (const caso of casos()) expect(homeError({ type: "home", ...renderHome(caso) }), name).toBeNull()
  })

  it.each([
    ["blocks", Array.from({ length: 150 }, () => text(10))],
    ["bytes", Array.from({ length: 90 }, () => text(2_900))],
  ])("that is too long for its %s says how to see the rest, and keeps its buttons", (_of, blocks) => {
    const home = renderHome(card(blocks))
    expect(homeError({ type: "home", ...home })).toBeNull()
    expect(home.blocks.length).toBeLessThanOrEqual(homeLimits.blocks)
    const read = readMessage(home)
    expect(read.text).toContain("Aquí no cabe todo. Lo demás, con /plenaria inicio.")
    expect(read.buttons).toMatchObject([{ id: "sesion.proxima" }])
  })

  it("that fits says nothing of it", () => {
    const home = renderHome(card([text(10)]))
    expect(readMessage(home).text).not.toContain("no cabe")
  })
})
