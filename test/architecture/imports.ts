import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, posix } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"

export const root = fileURLToPath(new URL("../..", import.meta.url))

export interface Import {
  /** `src/app/sesion/crear.ts` */
  readonly from: string
  readonly line: number
  /** A file of the project (`src/cards/card.ts`), or a package (`zod`, `node:fs`). */
  readonly to: string
  /** Only read when it runs: `await import(…)`. */
  readonly lazy: boolean
}

export const isFile = (to: string) => to.endsWith(".ts")

/** A source as the compiler reads it, but for what is in its comments. */
export const parsed = (path: string, source: string): ts.SourceFile =>
  ts.createSourceFile(path, source, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  })

/** Everything that a source imports, types and what is imported lazily too. */
export function importsOf(from: string, source: string): readonly Import[] {
  // Within the statements an import is always a call. Where there is none, the words alone tell, without reading what they mean.
  if (/\bimport\s*\(/u.test(source)) return importsWithin(from, source)
  const { importedFiles } = ts.preProcessFile(source, true, false)
  let line = 1
  let seen = 0
  return importedFiles.map(({ fileName, pos }) => {
    line += source.slice(seen, pos).split("\n").length - 1
    seen = pos
    return { from, line, to: resolved(from, fileName), lazy: false }
  })
}

function importsWithin(from: string, source: string): readonly Import[] {
  const file = parsed(from, source)
  const found: Import[] = []
  const add = (node: ts.Node, lazy: boolean) => {
    if (!ts.isStringLiteral(node)) return
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    found.push({ from, line, to: resolved(from, node.text), lazy })
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      add(node.moduleSpecifier, false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, false)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      node.arguments.forEach((argument) => {
        add(argument, true)
      })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** `../cards/card.ts` as the project's root sees it; a package by its name alone. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier)
  if (specifier.startsWith("node:")) return specifier
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")
}

/** The TypeScript files of a folder and those inside it, without what is generated. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return path === "src/db/generated" ? [] : filesIn(path)
    return path.endsWith(".ts") ? [path] : []
  })
}

export const sourceOf = (path: string) => readFileSync(join(root, path), "utf8")

export const importsIn = (...folders: readonly string[]): readonly Import[] =>
  folders.flatMap(filesIn).flatMap((path) => importsOf(path, sourceOf(path)))

/** Groups that reach themselves again, each with the imports that close it: files, or the folders that hold them. */
export function cycles(imports: readonly Import[], nodeOf: (file: string) => string): readonly string[] {
  const edges = new Map<string, Map<string, string>>()
  for (const { from, to, line } of imports) {
    const [a, b] = [nodeOf(from), nodeOf(to)]
    if (!isFile(to) || a === b) continue
    const out = edges.get(a) ?? new Map<string, string>()
    edges.set(a, out.set(b, `${from}:${line} → ${to}`))
  }
  const reaches = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const waiting = [start]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const next of edges.get(node)?.keys() ?? [])
        if (!seen.has(next)) {
          seen.add(next)
          waiting.push(next)
        }
    return seen
  }
  const reach = new Map([...edges.keys()].map((node) => [node, reaches(node)]))
  return [...edges].flatMap(([a, out]) =>
    [...out].flatMap(([b, why]) => (reach.get(b)?.has(a) === true ? [why] : [])),
  )
}

export const folderOf = (file: string) => dirname(file)
