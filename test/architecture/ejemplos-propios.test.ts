import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { expect, it } from "vitest"
import { parse } from "yaml"
import { parsed } from "./imports.ts"

/** No text of the program names an institution or a clave: examples come from the data of the body that is answered. */

const ROOT = join(import.meta.dirname, "../..")
const demo = parse(readFileSync(join(ROOT, "prisma/demo/1-organos.yaml"), "utf8")) as {
  readonly instituciones: readonly { readonly siglas: string }[]
}
const SIGLAS = new RegExp(`\\b(?:${demo.instituciones.map(({ siglas }) => siglas).join("|")})\\b`, "iu")
/** "SO-21", "so 21 3", "CI/SO-21/03/2024"; a reference that nobody was given: "E-3F09AC" */
const CLAVE = /\b(?:SO|SE)[- ]\d+|\bCI\/|\bci-trata\b|\b[EC]-[0-9a-f]{6,8}\b/iu

/** Words that are siglas too, in lower case or of something else. */
const PALABRAS = /\b(?:salud|bienestar|sep|inm)\b/gu

const ajeno = (texto: string): boolean => {
  const plain = texto.replaceAll(PALABRAS, "").replaceAll("/salud", "")
  return SIGLAS.test(plain) || CLAVE.test(plain)
}

/** The demonstration; what is generated; and words that are looked for in what people write, which nobody is told. */
const CALLAN = ["src/demo/", "src/db/generated/", "src/domain/texto/datos-protegidos/"]

const files = ["src", "adapters"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`)
    .filter((name) => !CALLAN.some((folder) => name.startsWith(folder))),
)

function literalesDe(path: string): readonly string[] {
  const file = parsed(path, readFileSync(join(ROOT, path), "utf8"))
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text)
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

it("no text of the program has the siglas or the clave of one body", () => {
  const found = files.flatMap((path) =>
    literalesDe(path)
      .filter(ajeno)
      .map((texto) => `${path}: ${texto}`),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(found).toEqual([])
})

it("one that had them would be found out", () => {
  for (const texto of [
    "por ejemplo: SRE",
    "/acuerdo ver so 21 3",
    "como SO-22",
    "CI/{tipo}",
    "escriba sspc",
    "como E-3F09AC",
    "por ejemplo: C-3F09AC12",
  ])
    expect(ajeno(texto), texto).toBe(true)
  for (const texto of ["el servicio de salud", "clave de la sesión", "no se", "/salud"])
    expect(ajeno(texto), texto).toBe(false)
})
