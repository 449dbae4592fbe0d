import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { registeredNames } from "../../adapters/discord/register.ts"
import type { Card, CommandMention, Inline } from "../../src/cards/card.ts"
import { comando } from "../../src/cards/comando.ts"
import { runCli } from "../../src/cli/run.ts"
import { optionsOf } from "../../src/commands/definition/options.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import { parseTyped } from "../../src/commands/parser/parse.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { peoresCasos } from "../render/peor-caso/tabla.ts"
import { filesIn, root, sourceOf } from "./imports.ts"
import { escritos, mencionesDe, WRITTEN } from "./menciones.ts"

const sources = [...filesIn("src"), ...filesIn("adapters")]
const visible = allCommands.filter(({ hidden }) => !hidden)
const targets = new Map(visible.map((command) => [`${command.name}.${command.subcommand}`, command]))

/** What an option may hold, where a mention's own value is only known when it runs. */
const EJEMPLOS: Readonly<Record<string, string>> = {
  institucion: "SRE",
  hora: "10:00",
  parrafo: "3",
  punto: "2",
}
const ejemplo = (name: string) => EJEMPLOS[name.replace(/:$/u, "")] ?? "SO-22"

/** What typing a mention asks for; a text if it is not that command with those options. */
function escrita(target: string, given: Readonly<Record<string, string>>): string {
  const command = targets.get(target)
  if (command === undefined) return "no such command"
  const names = Object.keys(given).map((name) => name.replace(/:$/u, ""))
  const unknown = names.filter((name) => !optionsOf(command).some((option) => option.name === name))
  if (unknown.length > 0) return `no such option: ${unknown.join()}`
  const { text } = comando(target, given)
  const [name = "", ...rest] = text.slice(1).split(" ")
  const parsed = parseTyped(allCommands, name, rest.join(" "))
  if (parsed.kind !== "run" || parsed.command !== command) return `read otherwise: ${text}`
  return Object.keys(parsed.values).sort().join() === names.sort().join() ? "" : `other options: ${text}`
}

/** In a planted source. */
const $ = "$"

describe("a command in a text", () => {
  it("is mentioned, not written out: each platform says it by its own name", () => {
    // How it is typed, and how the platforms have it registered.
    const may = [
      "src/cards/comando.ts",
      "adapters/slack/manifest.ts",
      "adapters/discord/command-names.ts",
      "adapters/discord/markdown.ts",
    ]
    const found = sources
      .filter((path) => !may.includes(path))
      .flatMap((path) => escritos(path, sourceOf(path)))
    expect(found).toEqual([])
  })

  it.each([
    'nota("Vea la causa con /plenaria canales.")',
    `nota(\`Y ${$}{cuantos}: consúltelos con /compromiso lista.\`)`,
    `texto(\`Use /${$}{command.name}\`)`,
    'const NOTHING = "/plenaria ayuda"',
  ])("would be seen: %s", (source) => {
    expect(escritos("planted.ts", source)).toHaveLength(1)
  })

  it.each([
    `\`${$}{base}/calendario/sesion/${$}{token}.ics\``,
    '"https://plenaria.ejemplo.gob.mx"',
    '"/calendario/sesion/:token.ics"',
    '"/opt/plenaria"',
  ])("is no address: %s", (source) => {
    expect(escritos("planted.ts", source)).toEqual([])
  })

  const menciones = sources.flatMap((path) => mencionesDe(path, sourceOf(path)))

  it("exists, with its options, and what is shown asks for it when it is typed", () => {
    const known = menciones.filter(({ target }) => target !== null)
    expect(known.length).toBeGreaterThan(30)
    const faults = known.flatMap(({ where, target, given }) => {
      const values = Object.fromEntries(given.map(([name, value]) => [name, value ?? ejemplo(name)]))
      const fault = escrita(target ?? "", values)
      return fault === "" || (target !== null && /^[a-z]+$/u.test(target)) ? [] : [`${where} ${fault}`]
    })
    expect(faults).toEqual([])
  })

  it("is only put together when it runs where it comes from the commands themselves, or from what a card is told", () => {
    const places = menciones.flatMap(({ where, target }) =>
      target === null ? [where.replace(/:\d+$/u, "")] : [],
    )
    expect([...new Set(places)].sort()).toEqual([
      "src/cards/bitacora/bitacora.ts",
      "src/cards/institucion-por-elegir.ts",
      "src/cards/resumen/edicion.ts",
      "src/commands/desahogo/pase.ts",
      "src/commands/parser/action.ts",
      "src/commands/router/run.ts",
      "src/commands/router/suggest.ts",
      "src/commands/router/usage.ts",
    ])
    for (const acto of ["resumen-editar", "erratas"])
      expect(escrita(`sesion.${acto}`, { sesion: "SO-22", parrafo: "3" })).toBe("")
    for (const acto of ["llegada", "salida"]) {
      const given = { institucion: "SRE", "sesion:": "SO-22", "hora:": "10:00" }
      expect(escrita(`sesion.pase-${acto}`, given)).toBe("")
    }
  })

  it("would be told of when there is no such command, or no such option", () => {
    expect(escrita("plenaria.inventado", {})).toBe("no such command")
    expect(escrita("plenaria.canales", { inventada: "1" })).toBe("no such option: inventada")
    expect(escrita("sesion.proxima", { "": "SO-22" })).not.toBe("")
  })

  it("exists in every card of the product", () => {
    const cards = Object.values(peoresCasos).flatMap((made) => made())
    const mentioned = cards.flatMap(mentionsIn)
    expect(cards.flatMap(leavesOf).filter((leaf) => WRITTEN.test(leaf))).toEqual([])
    const names = new Set(mentioned.map(({ command }) => command).filter((name) => name.includes(".")))
    // Those of the help are made up there.
    const unknown = [...names].filter((name) => !targets.has(name) && !/^sesion\.orden-\d+$/u.test(name))
    expect(unknown).toEqual([])
    expect(names.size).toBeGreaterThan(15)
  })
})

/** Every text of a card but the commands that it mentions. */
function leavesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value]
  if (value === null || typeof value !== "object") return []
  if ("kind" in value && value.kind === "command") return []
  // Of a button that is called like its command, the label is that one's.
  const named = "command" in value ? ["command", "label"] : []
  return Object.entries(value).flatMap(([key, inner]) => (named.includes(key) ? [] : leavesOf(inner)))
}

function mentionsIn({ blocks, actions }: Card): readonly CommandMention[] {
  const inlines = blocks.flatMap((block): readonly Inline[] => {
    switch (block.kind) {
      case "text":
      case "note":
        return [block.text].flat()
      case "list":
        return block.items.flat()
      case "fields":
        return block.fields.flatMap(({ value }) => [value].flat())
      default:
        return []
    }
  })
  return [
    ...inlines.filter((inline) => typeof inline !== "string" && inline.kind === "command"),
    ...actions.flatMap(({ command }) => command ?? []),
  ]
}

const DOCS = ["README.md", "src/cards/STYLE.md", ...markdownIn("docs"), ...markdownIn("docs/decisiones")]
/** The console shows what is typed in it; its page cannot read the program. */
const PAGE = readdirSync(join(root, "adapters/consola/page")).flatMap((name) =>
  /\.(?:js|html)$/u.test(name) ? [`adapters/consola/page/${name}`] : [],
)

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) =>
    name.endsWith(".md") ? [`${folder}/${name}`] : [],
  )
}

/** As one reads them there. */
const enDiscord = new Set([...registeredNames(describeCommands()).values()].map(({ path }) => `/${path}`))

/** `/sesion punto-agregar [sesion]` → its command, or what is wrong with it. */
function dicho(said: string): string {
  const [name = "", subcommand = "", ...rest] = said.slice(1).split(/\s+/u)
  if (subcommand === "" || targets.has(`${name}.${subcommand}`) || enDiscord.has(said)) return ""
  return parseTyped(allCommands, name, [subcommand, ...rest].join(" ")).kind === "run" ? "" : said
}

const COMMANDS_SAID = /(?<![\w./-])\/(?:sesion|acuerdo|compromiso|plenaria)(?: [\p{L}\d/.:-]+)*/gu

describe("the documents and the console's page", () => {
  it.each([...DOCS, ...PAGE])("%s names no command that there is not", (path) => {
    const said = readFileSync(join(root, path), "utf8").match(COMMANDS_SAID) ?? []
    // In prose a sentence goes on after the command.
    expect(said.map((one) => dicho(one.split(/ (?:en|y|o|de|con|para) /u)[0] ?? "")).filter(Boolean)).toEqual(
      [],
    )
  })

  it("would tell of one", () => {
    expect(dicho("/plenaria vincular-cuenta")).toBe("/plenaria vincular-cuenta")
    expect(dicho("/sesion proxima")).toBe("")
  })
})

describe("an order of the command line", () => {
  const ayuda = async (...words: readonly string[]) => {
    let said = ""
    const out = (text: string) => {
      said += text
    }
    await runCli([...words, "--ayuda"], {
      out,
      err: out,
      read: async () => [],
      ask: async () => null,
      env: {},
    })
    return said
  }
  /** `plenaria -- importar archivo.yaml`, or `plenaria importar` as it is said for short. */
  const ORDER = /(?<![\w/.-])plenaria(?: --)? ([a-z][a-z-]+)((?: [^`\n«»"]*)?)/gu
  const ordersIn = (text: string) =>
    [...text.matchAll(ORDER)].map(([, name = "", rest = ""]) => ({ name, rest }))

  it("exists, with its options, wherever it is named", async () => {
    const places = [
      ...DOCS,
      ".env.example",
      ...sources.filter((path) => /plenaria -- /u.test(sourceOf(path))),
    ]
    const said = places.flatMap((path) => ordersIn(readFileSync(join(root, path), "utf8")))
    expect(said.length).toBeGreaterThan(8)
    const known = await ayuda()
    for (const { name, rest } of said) {
      expect(known).toMatch(new RegExp(`^ +${name}\\b`, "mu"))
      const own = await ayuda(name)
      for (const [option] of rest.matchAll(/--[a-z]+/gu)) expect(own).toContain(option)
    }
  })

  it("would be told of when it does not", async () => {
    expect(ordersIn("Ejecute `npm run -s plenaria -- inventada`.")).toEqual([{ name: "inventada", rest: "" }])
    expect(await ayuda()).not.toMatch(/^ +inventada\b/mu)
  })
})
