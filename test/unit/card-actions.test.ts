import { describe, expect, it } from "vitest"
import type { Action, Card } from "../../src/cards/card.ts"
import { actionsOf, withActions } from "../../src/cards/card-actions.ts"
import { deOtroOrgano } from "../../src/cards/de-otro-organo.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"

const ver = (clave: string, label = `Ver ${clave}`): Action => ({
  id: `acuerdo.ver:${clave}`,
  label,
  style: "normal",
})
const card: Card = {
  title: "Acuerdos",
  tone: "aviso",
  blocks: [
    { kind: "list", ordered: false, items: ["Uno", "Dos"], own: [ver("SO-1/01"), ver("SO-1/02")] },
    { kind: "table", columns: ["Clave"], rows: [["SO-1/03"]], own: [ver("SO-1/03")] },
    { kind: "list", ordered: false, items: ["Sin botón"] },
  ],
  actions: [ver("SO-1/01", "Ver detalle de SO-1/01")],
}
const idsOf = (each: Card) => actionsOf(each).map(({ id }) => id)

describe("the buttons of a card", () => {
  it("are its own and those of its items, each once", () => {
    expect(actionsOf(card).map(({ label }) => label)).toEqual([
      "Ver detalle de SO-1/01",
      "Ver SO-1/02",
      "Ver SO-1/03",
    ])
  })

  it("are changed and left out wherever they stand", () => {
    const one = withActions(card, (action) => (action.id.endsWith("/02") ? action : null))
    expect(one.actions).toEqual([])
    expect(one.blocks.map((block) => Object(block).own)).toEqual([[null, ver("SO-1/02")], [null], undefined])
  })

  it("name another body wherever they stand, and are legible", () => {
    expect(idsOf(deOtroOrgano(card, "otra"))).toEqual(idsOf(card).map((id) => `${id} organo:otra`))
    const hostile = withActions(card, (action) => ({ ...action, label: "Ver\u202e" }))
    expect(actionsOf(legibleCard(hostile)).map(({ label }) => label)).toEqual(["Ver", "Ver", "Ver"])
  })
})
