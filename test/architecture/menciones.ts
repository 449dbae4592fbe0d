import ts from "typescript"
import { parsed } from "./imports.ts"

/** A call of `comando`, as far as it can be read. */
export interface Mencion {
  readonly where: string
  /** `null`: it is only known when it runs. */
  readonly target: string | null
  /** In order, as they are given; of a value that is only known when it runs, `null`. */
  readonly given: readonly (readonly [name: string, value: string | null])[]
}

/** A name after a slash, at the beginning or after what no address has before it. */
export const WRITTEN = /(?<![\w./>}-])\/(?:sesion|acuerdo|compromiso|plenaria)(?![\w/.-])/u
/** The same in a source, whatever its text has before it. */
const SPELT = /\/(?:sesion|acuerdo|compromiso|plenaria)(?![\w/.-])/u
/** A slash that a name is put after, at the beginning of a text and within it. */
const BUILT = { first: /(?:^|[\s«(])\/$/u, later: /[\s«(]\/$/u }

/** Commands that a source writes out instead of mentioning them. */
export function escritos(path: string, source: string): readonly string[] {
  // To read a source costs much more than to see that it has nothing of the kind.
  if (!(SPELT.test(source) || source.includes("/${"))) return []
  const found: string[] = []
  walk(path, source, (node, where) => {
    if (ts.isStringLiteralLike(node) && WRITTEN.test(node.text)) found.push(`${where} ${node.text}`)
    if (ts.isTemplateExpression(node)) {
      const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
      if (pieces.some((piece) => WRITTEN.test(piece))) found.push(`${where} ${pieces.join("…")}`)
      const built = (piece: string, i: number) => (i === 0 ? BUILT.first : BUILT.later).test(piece)
      if (pieces.slice(0, -1).some(built)) found.push(`${where} /…`)
    }
  })
  return found
}

export function mencionesDe(path: string, source: string): readonly Mencion[] {
  if (!source.includes("comando(")) return []
  const found: Mencion[] = []
  walk(path, source, (node, where) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
    if (node.expression.text !== "comando") return
    const [target, given] = node.arguments
    const properties = given && ts.isObjectLiteralExpression(given) ? given.properties : []
    found.push({
      where,
      target: target && ts.isStringLiteralLike(target) ? target.text : null,
      given: properties.map((property) => {
        const name = property.name && "text" in property.name ? String(property.name.text) : ""
        const value = ts.isPropertyAssignment(property) ? property.initializer : null
        return [name, value && ts.isStringLiteralLike(value) ? value.text : null]
      }),
    })
  })
  return found
}

function walk(path: string, source: string, see: (node: ts.Node, where: string) => void): void {
  const file = parsed(path, source)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    see(node, `${path}:${line}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
}
