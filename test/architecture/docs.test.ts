import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { filesIn, root, sourceOf } from "./imports.ts"

const DOCS = [
  "README.md",
  "SECURITY.md",
  "src/cards/STYLE.md",
  "src/commands/GRAMMAR.md",
  ...markdownIn("docs"),
]
const sources = ["src", "adapters", "prisma", "test"].flatMap(filesIn)
const written = [...filesIn("src"), "prisma/schema.prisma"].map(sourceOf).join("\n")
const files = [...sources, ...DOCS, "package.json"]

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) =>
    name.endsWith(".md") ? [`${folder}/${name}`] : [],
  )
}

/** What stands between backticks, outside of what is shown in full. */
const quoted = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/gu, "").matchAll(/`([^`\n]+)`/gu)].map(([, said = ""]) => said)

/** Names of files; `…-planear.ts` and `app/<concepto>/` stand for several. */
const filesSaid = (text: string): readonly string[] =>
  quoted(text).filter((said) => /^[\w./-]+\.(?:ts|md)$/u.test(said))

const exists = (name: string): boolean => files.some((path) => path === name || path.endsWith(`/${name}`))

describe("what the documents say of the tree", () => {
  it.each(DOCS)("%s names no file that is not there", (doc) => {
    const text = readFileSync(join(root, doc), "utf8")
    expect(filesSaid(text).filter((name) => !exists(name))).toEqual([])
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(([, to = ""]) => to)
    const broken = links.filter((to) => !existsSync(join(root, doc, "..", to)))
    expect(broken).toEqual([])
  })

  it("would tell of one", () => {
    expect(filesSaid("`app/inventado.ts`, `…-planear.ts` and `z.enum`")).toEqual(["app/inventado.ts"])
    expect(exists("app/inventado.ts")).toBe(false)
    expect(exists("compromiso/actuar.ts")).toBe(true)
  })

  it("is true in comments: they name no document that is not there", () => {
    const named = [...filesIn("src"), ...filesIn("adapters")].flatMap((path) =>
      [...sourceOf(path).matchAll(/\b[A-Za-z][\w-]*\.md\b/gu)].map(([name]) => `${path}: ${name}`),
    )
    expect(named.filter((one) => !exists(one.split(": ")[1] ?? ""))).toEqual([])
    expect(named.join()).toContain("GRAMMAR.md")
  })

  it("has every folder of the program in its tree", () => {
    const text = readFileSync(join(root, "docs/arquitectura.md"), "utf8")
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [`${entry.name}/`] : [],
    )
    const tree = /```text([\s\S]*?)```/u.exec(text)?.[1]?.split(/\s+/u) ?? []
    expect(folders.filter((folder) => !tree.includes(folder))).toEqual([])
  })

  it("has only words of the program in the glossary", () => {
    const words = quoted(readFileSync(join(root, "docs/glosario.md"), "utf8")).flatMap(
      (said) => /^[A-Za-z]+/u.exec(said)?.[0] ?? [],
    )
    expect(words).toContain("Acuse")
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`, "u").test(written))).toEqual([])
  })
})

describe("the decisions", () => {
  const index = readFileSync(join(root, "docs/decisiones/README.md"), "utf8")
  const decisions = readdirSync(join(root, "docs/decisiones")).filter((name) => /^\d{3}-/u.test(name))

  it.each(decisions)("%s has a date and a status, the same as in the index", (name) => {
    const text = readFileSync(join(root, "docs/decisiones", name), "utf8")
    const [, number, title] = /^# (\d{3})\. (.+)$/mu.exec(text) ?? []
    const [, date, status] = /^\*\*Date\.\*\* (\d{4}-\d\d-\d\d) · \*\*Status\.\*\* (.+)$/mu.exec(text) ?? []
    expect(name.startsWith(`${number}-`)).toBe(true)
    expect(index).toContain(
      `| [${number}](${name}) | ${title} | ${date} | ${status?.replace(/\[(\d+)\]\(.*\)/u, "$1")} |`,
    )
  })
})
