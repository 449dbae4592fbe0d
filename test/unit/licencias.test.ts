import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { ACCEPTED, componentsIn, licencesDocument } from "../support/licencias.ts"

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")
const components = componentsIn(JSON.parse(read("package-lock.json")))

describe("the licences of what is installed", () => {
  it("are the ones that the document says (npm run docs brings it up to date)", () => {
    expect(read("docs/licencias.md")).toBe(licencesDocument(components))
  })

  it("ask nobody to publish their own program", () => {
    const accepted: readonly string[] = ACCEPTED
    expect(components.filter(({ licence }) => !accepted.includes(licence))).toEqual([])
    expect(components.length).toBeGreaterThan(100)
  })

  it("would tell of one that does, or that is not declared", () => {
    const packages = {
      "": { license: "MIT" },
      "node_modules/ajena": { version: "1.0.0", license: "AGPL-3.0-only" },
      "node_modules/ajena/node_modules/@x/muda": { version: "2.0.0" },
      "node_modules/de-desarrollo": { version: "1.0.0", license: "AGPL-3.0-only", dev: true },
    }
    expect(componentsIn({ packages })).toEqual([
      { name: "@x/muda", version: "2.0.0", licence: "sin declarar" },
      { name: "ajena", version: "1.0.0", licence: "AGPL-3.0-only" },
    ])
  })
})
