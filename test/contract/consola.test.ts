import { afterAll, beforeAll } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import { type Form, filledIn, valuesOf } from "../../src/cards/form.ts"
import { DEMO_LABEL } from "../../src/cards/plain-text.ts"
import { type ConsoleAnswer, newEvent, postJson, startConsole } from "../support/consola.ts"
import { readPart } from "../support/consola-read.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { Sql } from "../support/sql.ts"
import { type ContractHarness, describeAdapterContract, type VisibleAnswer } from "./adapter-contract.ts"
import type { AfterSending, FormHarness, FormOnScreen } from "./contract-forms.ts"

let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
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
    let console = await startConsole(database, inbound)
    const restart = async () => {
      await console.close()
      console = await startConsole(database, inbound)
    }
    let last: unknown = null
    const ask = async (path: string, fields: object): Promise<VisibleAnswer> => {
      last = { como: USER, canal: CHANNEL, evento: newEvent(), ...fields }
      const { body } = await postJson(console.url, path, last)
      // The answer travels back to the page that asked; nobody else's page is told.
      const text = body.tarjetas.map((card) => readPart(card).text).join("\n")
      return { visibleTo: "asker", text, replaced: body.reemplaza }
    }
    return {
      get adapter() {
        return console.adapter
      },
      forms: consoleForms(() => console.url, { como: USER, canal: CHANNEL }, restart),
      acknowledged: async () => {},
      destination: { adapter: "consola", workspace: "demo", channel: CHANNEL },
      unusableDestination: { adapter: "consola", workspace: "demo", channel: "no-existe" },
      asker: { adapter: "consola", workspace: "demo", user: USER },
      async received() {
        const messages = await database.consoleMessages.messages(CHANNEL, 0, 100)
        return [...messages]
          .sort((a, b) => a.id - b.id)
          .map(({ card, key }) => ({ ...readPart(card), key, files: card.file ? [card.file] : [] }))
      },
      // No network lies between the console and the bot's own database.
      secrets: [],
      logged: () => "",
      retryAfterMs: 0,
      async makeNextSend() {},
      async makeNextEdit() {},
      async makeNextPin() {},
      async pinned() {
        const messages = await database.consoleMessages.messages(CHANNEL, 0, 100)
        return messages.filter(({ pinnedAt }) => pinnedAt !== null).map(({ id }) => String(id))
      },
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
  { faults: [] },
)

/** What the page does with a form; that it does so is seen in a browser (test/integration/consola-formularios.test.ts). */
function consoleForms(url: () => string, who: object, restart: () => Promise<void>): FormHarness {
  let form: Form | null = null
  let last: unknown = null
  const screen = (shown: Form): FormOnScreen => ({
    visibleTo: "asker",
    text: [
      shown.title,
      ...(shown.demo ? [DEMO_LABEL] : []),
      shown.intro,
      ...shown.fields.flatMap(({ label, hint }) => [label, hint]),
      ...shown.problems.map(({ message }) => message),
    ].join("\n"),
    values: valuesOf(shown),
  })
  async function after(answer: ConsoleAnswer, sent: Form | null): Promise<AfterSending> {
    const text = answer.tarjetas.map((card) => readPart(card).text).join("\n")
    const refused = answer.tarjetas.some((card) => (card as Card).tone === "error")
    form = answer.formulario ?? (refused ? sent : null)
    if (form) return { kind: "form", ...screen(form), text: `${text}\n${screen(form).text}` }
    return answer.tarjetas.length === 0
      ? { kind: "nothing" }
      : { kind: "answer", visibleTo: "asker", text, replaced: answer.reemplaza }
  }
  const post = async (formulario: string, valores: Readonly<Record<string, string>>) => {
    last = { ...who, evento: newEvent(), formulario, valores }
    return (await postJson(url(), "formulario", last)).body
  }
  return {
    async open(texto) {
      const { body } = await postJson(url(), "orden", { ...who, evento: newEvent(), texto })
      if (!body.formulario) throw new Error("no form")
      form = body.formulario
      return screen(form)
    },
    async send(values) {
      if (!form) throw new Error("no form is open")
      const sent = filledIn(form, values)
      return after(await post(sent.id, valuesOf(sent)), sent)
    },
    repeatLast: () => postJson(url(), "formulario", last),
    forge: async (formId, values) => after(await post(formId, values), null),
    restart,
  }
}
