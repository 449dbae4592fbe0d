import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { documentoDeCompromisos } from "../support/compromisos-documento.ts"

it("what is done to a commitment is written in docs/compromisos.md (npm run docs brings it up to date)", () => {
  const escrito = readFileSync(new URL("../../docs/compromisos.md", import.meta.url), "utf8")
  expect(escrito).toBe(documentoDeCompromisos())
  expect(escrito).toContain("en_validacion --> atendido: validar")
})
