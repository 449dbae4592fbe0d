import { readdirSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import ts from "typescript"
import { describe, expect, it } from "vitest"
import type { z } from "zod"
import { esquemaDirectorio } from "../../src/app/importacion/formato/esquema-directorio.ts"

/** Every rule that a file may give a body is read by the program: none is documented, kept and ignored. */

const ROOT = join(import.meta.dirname, "../..")
/** Where a rule is declared, given its usual value, imported or stored: none of these obeys it. */
const NO_LEEN = ["src/domain/reglas/", "src/app/importacion/", "src/db/", "src/domain/importacion/"]
/** What tells one version of a profile from another, and what is kept for people alone, as its documentation says. */
const SIN_REGLA = ["version", "vigenteDesde", "otrasReglas", "fuente", "registradoPor", "registradoEn"]

interface Unwrapped {
  readonly shape?: Readonly<Record<string, unknown>>
  readonly element?: unknown
  readonly innerType?: unknown
  readonly in?: unknown
}

/** The names of a schema's fields, as `recordatorios.textos.vencimiento.apertura`. */
function camposDe(schema: unknown, path: readonly string[] = []): readonly string[] {
  const { shape, element, innerType, in: input } = (schema as { readonly def: Unwrapped }).def
  if (shape !== undefined)
    return Object.entries(shape).flatMap(([key, inner]) => [
      [...path, key].join("."),
      ...camposDe(inner, [...path, key]),
    ])
  const inside = element ?? innerType ?? input
  return inside === undefined ? [] : camposDe(inside, path)
}

const { organos } = esquemaDirectorio({ hoy: "2024-02-16", demostracion: false, plataformas: [] })
const perfilSchema = (): z.ZodType => organos.element.shape.perfiles.def.innerType.element

const sourceFiles = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(ROOT, folder, name))

const { options } = ts.convertCompilerOptionsFromJson(
  { ...ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config.compilerOptions, types: [] },
  ROOT,
)
/** What a package declares is no rule of a body: without the packages, a third of the work remains. */
const host: ts.CompilerHost = {
  ...ts.createCompilerHost(options),
  resolveModuleNameLiterals: (literals, from) =>
    literals.map(({ text }) => ({
      resolvedModule: text.startsWith(".")
        ? { resolvedFileName: join(dirname(from), text), extension: ts.Extension.Ts }
        : undefined,
    })),
}
const program = ts.createProgram({
  rootNames: ["src/domain", "src/app", "src/cards", "src/commands"].flatMap(sourceFiles),
  options,
  host,
})
const checker = program.getTypeChecker()

/** The declarations of the properties of these names that the program reads, by a dot or by taking an object apart. */
function declaracionesLeidas(nombres: ReadonlySet<string>): ReadonlySet<ts.Node> {
  const found = new Set<ts.Node>()
  const add = (symbol: ts.Symbol | undefined) => {
    for (const declaration of symbol?.declarations ?? []) found.add(declaration)
  }
  const visit = (node: ts.Node): void => {
    // Asking what a name is of is dear: only of those that may be a rule's.
    if (ts.isPropertyAccessExpression(node) && nombres.has(node.name.text))
      add(checker.getSymbolAtLocation(node.name))
    if (ts.isBindingElement(node) && node.dotDotDotToken === undefined) {
      const name = node.propertyName ?? node.name
      if (ts.isIdentifier(name) && nombres.has(name.text))
        add(checker.getTypeAtLocation(node.parent).getProperty(name.text))
    }
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles()) {
    const path = relative(ROOT, file.fileName)
    if (path.startsWith("src/") && !NO_LEEN.some((folder) => path.startsWith(folder))) visit(file)
  }
  return found
}

function tipo(path: string, name: string): ts.Type {
  const file = program.getSourceFile(join(ROOT, path))
  const declared = file?.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === name,
  )
  if (declared === undefined) throw new Error(`no ${name}`)
  return checker.getTypeAtLocation(declared)
}

const PERFIL = tipo("src/domain/reglas/perfil-reglas.ts", "PerfilReglas")
const ORGANO = tipo("src/domain/tipos/directorio.ts", "Organo")

/** What a list holds, and what there is besides `null`. */
function contenido(type: ts.Type): ts.Type {
  const some = checker.getNonNullableType(type)
  return checker.isArrayType(some) ? (checker.getTypeArguments(some as ts.TypeReference)[0] ?? some) : some
}

/** A record is read by its key (`convocatoria[tipo]`): its fields are read wherever it is. */
function campoLeido(path: string, leidas: ReadonlySet<ts.Node>, de: ts.Type = PERFIL): boolean {
  let type = de
  let leido = true
  for (const key of path.split(".")) {
    const property = contenido(type).getProperty(key)
    if (property === undefined) return false
    const [declaration] = property.declarations ?? []
    const deRegistro =
      declaration === undefined || ts.isTypeNode(declaration) || ts.isMappedTypeNode(declaration)
    leido = deRegistro ? leido : leidas.has(declaration)
    type = checker.getTypeOfSymbol(property)
  }
  return leido
}

/** What tells people what a body is, and asks nothing of the program. */
const DESCRIBEN = ["tipo", "objetivo"]
/** What a file says of a body besides its profiles; the body above it is kept as `padreId`. */
const DEL_ORGANO = Object.keys(organos.element.shape)
  .filter((campo) => campo !== "perfiles" && !DESCRIBEN.includes(campo))
  .map((campo) => (campo === "padre" ? "padreId" : campo))

describe("a rule of a body's profile", () => {
  const campos = camposDe(perfilSchema()).filter((campo) => !SIN_REGLA.includes(campo))
  const leidas = declaracionesLeidas(new Set([...campos, ...DEL_ORGANO].flatMap((campo) => campo.split("."))))

  it("is one of many", () => {
    expect(campos).toContain("sesiones.toleranciaMinutos")
    expect(campos).toContain("recordatorios.textos.vencimiento.apertura")
    expect(campos.length).toBeGreaterThan(40)
  })

  it.each(campos)("%s is obeyed by the program", (campo) => {
    expect(campoLeido(campo, leidas)).toBe(true)
  })

  it.each(DEL_ORGANO)("of the body itself, %s is obeyed by the program", (campo) => {
    expect(campoLeido(campo, leidas, ORGANO)).toBe(true)
    expect(campoLeido(campo, new Set(), ORGANO)).toBe(false)
  })

  it("that nobody reads is found out", () => {
    expect(campoLeido("sesiones.suplencia.permitida", leidas)).toBe(true)
    expect(campoLeido("sesiones.suplencia.permitida", new Set())).toBe(false)
    expect(campoLeido("sesiones.inventada", leidas)).toBe(false)
  })
})
