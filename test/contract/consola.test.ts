import { afterAll, beforeAll } from "vitest"
import type { Block, Card, Inline, RichText } from "../../src/cards/card.ts"
import { DEMO_LABEL } from "../../src/cards/plain-text.ts"
import { createDemoDatabase, newEvent, postJson, startConsole } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { Sql } from "../support/sql.ts"
import {
  type ContractHarness,
  describeAdapterContract,
  type PartAsRead,
  type VisibleAnswer,
} from "./adapter-contract.ts"

let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await createDemoDatabase()
  sql = await Sql.connect(database.url)
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

const USER = "enlace-sre"
const CHANNEL = "sre"

describeAdapterContract(
  "The console, over HTTP",
  async (inbound): Promise<ContractHarness> => {
    await sql.run("TRUNCATE consola_mensaje")
    const console = await startConsole(database, () => inbound)
    let last: unknown = null
    const ask = async (path: string, fields: object): Promise<VisibleAnswer> => {
      last = { como: USER, canal: CHANNEL, evento: newEvent(), ...fields }
      const { body } = await postJson(console.url, path, last)
      // The answer travels back to the page that asked; nobody else's page is told.
      const text = body.tarjetas.map((card) => readPart(card).text).join("\n")
      return { visibleTo: "asker", text, replaced: body.reemplaza }
    }
    return {
      adapter: console.adapter,
      destination: { adapter: "consola", workspace: "demo", channel: CHANNEL },
      unusableDestination: { adapter: "consola", workspace: "demo", channel: "no-existe" },
      asker: { adapter: "consola", workspace: "demo", user: USER },
      async received() {
        const messages = await database.consoleMessages.messages(CHANNEL, 0, 100)
        return [...messages].sort((a, b) => a.id - b.id).map(({ card, key }) => ({ ...readPart(card), key }))
      },
      // No network lies between the console and the bot's own database.
      secrets: [],
      logged: () => "",
      retryAfterMs: 0,
      async makeNextSend() {},
      async makeNextEdit() {},
      deleteMessage: ({ messageId }) =>
        sql.run(`DELETE FROM consola_mensaje WHERE id = ${Number(messageId)}`),
      readPart,
      typeCommand: (texto) => ask("orden", { texto }),
      pressButton: (accion) => ask("accion", { accion }),
      repeatLastEvent: () => postJson(console.url, "orden", last),
      close: () => console.close(),
    }
  },
  // The console's messages go to the bot's own database: there is no network between them.
  { faults: [], slowMs: 300 },
)

/** The page writes every leaf with textContent: only a link node is more than text. */
function readPart(part: unknown): PartAsRead {
  const card = part as Card
  const live: string[] = []
  const read = (text: RichText): string => {
    const inlines: readonly Inline[] = typeof text === "string" ? [text] : text
    return inlines
      .map((inline) => {
        if (typeof inline === "string") return inline
        if (inline.kind === "link") live.push(`link:${inline.url}`)
        if (inline.kind === "mention") live.push(`mention:${inline.user}`)
        return inline.text
      })
      .join("")
  }
  const blockText = (block: Block): string => {
    switch (block.kind) {
      case "text":
      case "note":
        return read(block.text)
      case "heading":
        return block.text
      case "fields":
        return block.fields.map(({ label, value }) => `${label} ${read(value)}`).join("\n")
      case "list":
        return block.items.map(read).join("\n")
      case "table":
        return [block.columns, ...block.rows].map((row) => row.join(" ")).join("\n")
      case "image":
        return block.alt
      case "divider":
        return ""
    }
  }
  const texts = card.blocks.map(blockText)
  return {
    text: [card.title, ...(card.demo ? [DEMO_LABEL] : []), ...texts].join("\n"),
    blocks: card.blocks.length,
    buttons: card.actions.map(({ id, label }) => ({ id, label })),
    live,
  }
}
