import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const THE_ONE = "src/domain/texto/cut.ts"

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith("src/db/generated/") && path !== THE_ONE)
}

/** Text that is cut by hand: a beginning with "…" after it, or a beginning of as much as a limit allows. */
function cutsByHand(source: string): readonly string[] {
  return source
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .filter(
      (line) =>
        /\.substr(ing)?\(/.test(line) ||
        (/\.slice\(0,/.test(line) && line.includes("…")) ||
        // MAX_TYPED is how much is read of what somebody typed: nobody is shown it.
        /(label|name|title|summary|texto?|titulo|nombre)\.slice\(0, *(?!MAX_TYPED)[\w.]*(limits|max)/i.test(
          line,
        ),
    )
}

describe("text that is too long", () => {
  it("is recognised here when it is cut by hand", () => {
    expect(cutsByHand(`const a = "\${text.slice(0, max - 1)}…"`)).toHaveLength(1)
    expect(cutsByHand("  name: label.slice(0, limits.choiceText),")).toHaveLength(1)
    expect(cutsByHand("  const year = text.substring(0, 4)")).toHaveLength(1)
    expect(cutsByHand("  items: rows.slice(0, MAX_ROWS),")).toEqual([])
  })

  it("is cut in one place, which knows where a character ends", () => {
    const found = [...sources("src"), ...sources("adapters")].flatMap((path) =>
      cutsByHand(readFileSync(join(root, path), "utf8")).map((line) => `${path}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })
})
