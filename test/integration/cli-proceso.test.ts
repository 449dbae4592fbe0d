import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { plenaria } from "../support/compilado.ts"
import { createDataFolder, type DataFolder } from "../support/data-folder.ts"

let folder: DataFolder
const ask = (...args: string[]) => plenaria(args, { DATA_DIR: folder.path })

beforeEach(async () => {
  folder = await createDataFolder("demonstration")
})
afterEach(() => folder.remove())

describe("the plenaria command, as a process", () => {
  it("answers on standard output with nothing else, and refuses on standard error", async () => {
    const as = ["--como", "secretaria-tecnica"]
    const answer = await ask("preguntar", "/sesion resumen 21", ...as)
    expect(answer).toMatchObject({ status: 0, stderr: "" })
    expect(answer.stdout).toContain("Vigésimo Primera Sesión Ordinaria")

    const refused = await ask("preguntar", "/sesion baila", ...as)
    expect(refused).toMatchObject({ status: 1, stdout: "" })
    expect(refused.stderr).toContain("baila")
  })

  it.each([
    [["preguntar", "/sesion proxima"], 2, "--como"],
    [["importar", "no-existe.yaml"], 1, "no existe"],
  ])("%j exits with %i and explains on standard error", async (args, status, explanation) => {
    const answer = await ask(...args)
    expect(answer).toMatchObject({ status, stdout: "" })
    expect(answer.stderr).toContain(explanation)
  })
})
