import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** Who may write a delivery's key and place, and put it into the table: the sender, and the table itself. */
const SENDER = [
  "src/app/mensaje/delivery.ts",
  "src/app/mensaje/enqueue.ts",
  "src/app/mensaje/delivery-key.ts",
]
const USE_CASES = /^src\/app\//u
const TABLE = /^src\/(?:db|ports)\//u

/** What makes an object a delivery, or the place of one: all names of one of these sets. */
const DELIVERY = ["key", "purpose"]
const ANOTHER_DELIVERY = ["canalId", "notBefore"]
const PLACE = ["adapter", "workspace", "channel"]

/** What a file does by itself that is the sender's, by line. */
function offences(path: string, source: string): readonly string[] {
  // Reading is cheap, parsing is not: most files have none of these words.
  if (!/enqueue|deliveryKey|purpose|canalId|workspace/u.test(source)) return []
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const report = (node: ts.Node, what: string) => {
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === "enqueue") report(node, "enqueues")
    if (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === "enqueue")
      report(node, "enqueues")
    if (ts.isImportSpecifier(node) && node.name.text === "deliveryKey") report(node, "makes a key")
    if (ts.isObjectLiteralExpression(node)) {
      const names = node.properties.map((property) => property.name?.getText())
      const all = (of: readonly string[]) => of.every((name) => names.includes(name))
      if (all(DELIVERY) || all(ANOTHER_DELIVERY)) report(node, "builds a delivery")
      else if (all(PLACE) && USE_CASES.test(path)) report(node, "builds a destination")
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const core = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => join("src", path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !TABLE.test(path) && !SENDER.includes(path))

describe("what goes to a channel", () => {
  it("is built and put into the table by the sender alone", () => {
    expect(core.length).toBeGreaterThan(200)
    expect(core.flatMap((path) => offences(path, readFileSync(join(root, path), "utf8")))).toEqual([])
  })

  it.each([
    ["await repositories.deliveries.enqueue(message, now)", "enqueues"],
    ["const { enqueue } = deliveries", "enqueues"],
    ["const { enqueue: write } = deliveries", "enqueues"],
    ['import { deliveryKey } from "../mensaje/delivery-key.ts"', "makes a key"],
    ['const one = { key, purpose: "aviso", ...rest }', "builds a delivery"],
    ["const one = { ...rest, canalId: canal.id, notBefore: now }", "builds a delivery"],
    ["const to = { adapter: canal.adapter, workspace, channel }", "builds a destination"],
  ])("would be caught elsewhere: %s", (source, what) => {
    expect(offences("src/app/planted.ts", source)).toEqual([`src/app/planted.ts:1 ${what}`])
  })

  it.each([
    "await enqueue(repositories, messages, now)",
    "const { purpose, key } = delivery",
    'deliveryTo(canal, { purpose: "aviso", subject, organo, card, notBefore: now, expiresAt: null, why })',
  ])("may be done through it: %s", (source) => {
    expect(offences("src/app/planted.ts", source)).toEqual([])
  })
})

describe("where somebody reads", () => {
  const LOOKUP = "src/app/canal/canales.ts"
  /** A body's own channels, without the rule that a sub-body speaks through the body above it. */
  const asks = (source: string) => /\bcanales\s*\.\s*list\b/u.test(source)

  it("is looked up in one place", () => {
    const asking = core.filter((path) => asks(readFileSync(join(root, path), "utf8")))
    expect(asking).toEqual([LOOKUP])
  })
})
