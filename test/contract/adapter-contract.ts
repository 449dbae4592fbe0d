import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type {
  ChatAdapter,
  Destination,
  ExternalUser,
  InboundHandler,
  Receipt,
} from "../../src/ports/chat-adapter.ts"
import { describeEditing } from "./contract-editing.ts"
import { describeFiles } from "./contract-files.ts"
import { describeForms, type FormHarness } from "./contract-forms.ts"
import { cardOf, gate, RecordingInbound, reply, until } from "./contract-inbound.ts"
import { describePinning } from "./contract-pinning.ts"
import { expectSpanish } from "./expect-spanish.ts"

/** What a platform can do to a message that is being sent or changed. */
export type Fault =
  /** It refuses for now and says when to come back. */
  | "rate_limited"
  /** It answers with an internal error. */
  | "server_error"
  /** The connection is cut before it takes the message. */
  | "cut_before_read"
  /** It takes and keeps the message, and the connection is cut before the answer. */
  | "cut_after_read"
  /** It takes and keeps the message, and never answers. */
  | "hang"
  /** The bot's credential was revoked. */
  | "revoked"

/** An answer as people on the platform see it. */
export interface VisibleAnswer {
  readonly visibleTo: "asker" | "everyone"
  readonly text: string
  /** The answer took the place of the message whose button was pressed. */
  readonly replaced: boolean
}

/** One part of a rendered card as the platform would show it: escapes undone, markup applied. */
export interface PartAsRead {
  /** All the text of the message, title first; without its buttons. */
  readonly text: string
  /** Platform blocks (or what counts against `limits.blocksPerMessage`). */
  readonly blocks: number
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[]
  /** What would be more than plain text: `mention:<id>`, `link:<url>`, `markup:<text>` (bold and the like count only
   *  when they come from the text itself, not from the card's structure). */
  readonly live: readonly string[]
}

/** A file as somebody who opens it on the platform gets it. */
export interface ReadFile {
  readonly name: string
  readonly content: string
}

/** A started adapter with its real SDK, before a platform that the test controls. */
export interface ContractHarness {
  readonly adapter: ChatAdapter
  readonly destination: Destination
  readonly unusableDestination: Destination
  /** Who types and presses. */
  readonly asker: ExternalUser
  /** What must never be told: tokens and the like. */
  readonly secrets: readonly string[]
  /** Everything that was logged so far, down to the least important. */
  logged(): string
  /** Messages that the platform holds in `destination`, as they stand now, with the key each was sent with. */
  received(): Promise<readonly (PartAsRead & { readonly key: string; readonly files: readonly ReadFile[] })[]>
  /** The next send meets this. */
  makeNextSend(fault: Fault): Promise<void>
  /** The next change of a message meets this. */
  makeNextEdit(fault: Fault): Promise<void>
  /** The next pinning of a message meets this. */
  makeNextPin(fault: Fault): Promise<void>
  /** Ids of the messages that are pinned in `destination`. */
  pinned(): Promise<readonly string[]>
  /** What the platform says with `rate_limited`, in milliseconds. */
  readonly retryAfterMs: number
  /** Somebody on the platform deletes a message. */
  deleteMessage(receipt: Receipt): Promise<void>
  readPart(part: unknown): PartAsRead
  /** Presses a button that carries this id, on an earlier private answer; resolves when its answer is visible. */
  pressButton(actionId: string): Promise<VisibleAnswer>
  /** `/sesion proxima`; resolves when the answer is visible. */
  typeCommand(text: string): Promise<VisibleAnswer>
  /** The platform delivers the last command again, with the same ids. */
  repeatLastEvent?(): Promise<unknown>
  readonly forms: FormHarness
  /**
   * Resolves once the platform knows that the bot has what was last done; a handler that waits for it answers in two
   * steps. At once where the answer itself is what the platform waits for.
   */
  acknowledged(): Promise<void>
  /** A bot (this one or another) writes text that looks like a command; resolves once the adapter got it. */
  botSays?(text: string): Promise<void>
  close(): Promise<void>
}

export interface ContractScope {
  /** Faults that this platform can meet; all of them for a platform behind a network. */
  readonly faults: readonly Fault[]
}

const EVERYTHING: ContractScope = {
  faults: ["rate_limited", "server_error", "cut_before_read", "cut_after_read", "hang", "revoked"],
}

/** An instant before everything a test sends. */
const SINCE = "2020-01-01T00:00:00Z"
const KEY = "0f".repeat(32)

/**
 * What every chat adapter keeps, whatever its platform. `setup` starts the adapter with the handler it is given.
 * A new adapter is done when this passes with its real SDK, and so does the contract of rendering, which needs none.
 */
export function describeAdapterContract(
  name: string,
  setup: (inbound: InboundHandler) => Promise<ContractHarness>,
  scope: Partial<ContractScope> = {},
): void {
  const { faults } = { ...EVERYTHING, ...scope }
  let inbound: RecordingInbound
  let harness: ContractHarness

  beforeEach(async () => {
    inbound = new RecordingInbound()
    harness = await setup(inbound)
  })
  afterEach(async () => {
    await harness.close()
  })

  const send = (text: string, key = KEY) =>
    harness.adapter.send({ to: harness.destination, card: cardOf(text), part: 0, key })

  describe(`${name} keeps the adapter contract`, () => {
    it("renders by its own rules, and as it reads", () => {
      const card = cardOf("Se convoca a la sesión.")
      const rendered = harness.adapter.render(card)
      expect(rendered.parts.map((part) => harness.readPart(part).text).join("\n")).toContain("Se convoca")
      expect(harness.adapter.render(card)).toEqual(rendered)
    })

    describeFiles(() => harness)

    describe("sending", () => {
      it("accepts a message and returns a complete receipt", async () => {
        const outcome = await send("Se convoca a la sesión.")
        expect(outcome).toMatchObject({
          kind: "accepted",
          receipt: { ...harness.destination, key: KEY, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        })
        if (outcome.kind !== "accepted") return
        expect(outcome.receipt.messageId).not.toBe("")
        expect(outcome.receipt.acceptedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
        const received = await harness.received()
        expect(received.map(({ key }) => key)).toEqual([KEY])
        expect(received[0]?.text).toContain("Se convoca a la sesión.")
      })

      it("refuses a part that the card does not have, and sends nothing", async () => {
        const request = { to: harness.destination, card: cardOf("Uno"), part: 7, key: KEY }
        expect(await harness.adapter.send(request)).toMatchObject({ kind: "rejected" })
        expect(await harness.received()).toEqual([])
      })

      it("rejects a channel it cannot use, with a reason and what to do", async () => {
        const request = { to: harness.unusableDestination, card: cardOf("Uno"), part: 0, key: KEY }
        const outcome = await harness.adapter.send(request)
        expect(outcome).toMatchObject({ kind: "rejected", platformCode: expect.stringMatching(/./) })
        if (outcome.kind === "rejected") expectSpanish(outcome.reason)
      })

      if (faults.includes("rate_limited"))
        it("comes back later when the platform asks for it", async () => {
          await harness.makeNextSend("rate_limited")
          const outcome = await send("Uno")
          expect(outcome).toMatchObject({ kind: "retry", after: expect.any(Number) })
          if (outcome.kind === "retry")
            expect(outcome.after, "as long as it says").toBeGreaterThanOrEqual(harness.retryAfterMs)
          expect(await harness.received(), "a send is one request: it is not repeated inside").toEqual([])
          expect(await send("Uno")).toMatchObject({ kind: "accepted" })
        })

      if (faults.includes("server_error"))
        it("never takes an internal error of the platform for an answer", async () => {
          await harness.makeNextSend("server_error")
          expect(["uncertain", "retry"]).toContain((await send("Uno")).kind)
          expect(await harness.received()).toEqual([])
        })

      for (const fault of ["cut_after_read", "hang"] as const)
        if (faults.includes(fault))
          it(`is uncertain after ${fault}, when the message left and no answer came, and finds it`, async () => {
            await harness.makeNextSend(fault)
            expect(await send("Quizá llegó")).toMatchObject({ kind: "uncertain" })
            expect(await harness.received(), "it left once").toHaveLength(1)
            if (!harness.adapter.lookup) return
            expect(await harness.adapter.lookup.find(harness.destination, KEY, SINCE)).toMatchObject({
              kind: "found",
              receipt: { ...harness.destination, key: KEY },
            })
          })

      if (faults.includes("cut_before_read"))
        it("is uncertain when nobody can say whether it left, and finds that it did not", async () => {
          await harness.makeNextSend("cut_before_read")
          expect(await send("No llegó")).toMatchObject({ kind: "uncertain" })
          if (!harness.adapter.lookup) return
          expect(await harness.adapter.lookup.find(harness.destination, KEY, SINCE)).toEqual({
            kind: "absent",
          })
        })

      for (const fault of faults)
        it(`tells no secret when it meets ${fault}`, async () => {
          await harness.makeNextSend(fault)
          const told = JSON.stringify(await send("Uno")) + harness.logged()
          for (const secret of harness.secrets) expect(told).not.toContain(secret)
        })

      if (faults.includes("revoked"))
        it("rejects for good when its credential was revoked, and says how to mend it", async () => {
          await harness.makeNextSend("revoked")
          const outcome = await send("Uno")
          expect(outcome).toMatchObject({ kind: "rejected", platformCode: expect.stringMatching(/./) })
          if (outcome.kind === "rejected") expectSpanish(outcome.reason)
        })

      it("finds an accepted message by its key, and says that another is absent", async () => {
        const outcome = await send("Uno")
        const { lookup } = harness.adapter
        if (!lookup || outcome.kind !== "accepted") return
        const found = await lookup.find(harness.destination, KEY, SINCE)
        expect(found).toMatchObject({
          kind: "found",
          receipt: { messageId: outcome.receipt.messageId, contentHash: outcome.receipt.contentHash },
        })
        expect(await lookup.find(harness.destination, "ab".repeat(32), SINCE)).toEqual({ kind: "absent" })
      })
    })

    describeEditing(() => harness, faults)

    describePinning(() => harness, faults)

    describe("checking a channel", () => {
      it("names one that it can use", async () => {
        const check = await harness.adapter.checkDestination(harness.destination)
        expect(check).toMatchObject({ kind: "ok", name: expect.stringMatching(/./) })
      })

      it("says why one cannot be used", async () => {
        const check = await harness.adapter.checkDestination(harness.unusableDestination)
        expect(check).toMatchObject({ kind: "unusable", platformCode: expect.stringMatching(/./) })
        if (check.kind === "unusable") expectSpanish(check.reason)
      })
    })

    describe("answering", () => {
      it("passes a command with who asks, where and which event, and answers the asker alone", async () => {
        inbound.answerWith(async () => reply("La sesión es el viernes."))
        const answer = await harness.typeCommand("/sesion proxima")
        expect(answer).toMatchObject({ visibleTo: "asker", replaced: false })
        expect(answer.text).toContain("La sesión es el viernes.")
        expect(inbound.commands).toHaveLength(1)
        const [command] = inbound.commands
        expect(command).toMatchObject({
          name: "sesion",
          actor: harness.asker,
          place: harness.destination,
          eventId: expect.stringMatching(/./),
          receivedAt: expect.stringMatching(/Z$/),
        })
        const raw = command?.rawOptions
        expect(raw?.kind === "text" ? raw.text.trim() : raw?.subcommand).toBe("proxima")
      })

      it("gives each event an id of its own", async () => {
        await harness.typeCommand("/sesion proxima")
        await harness.typeCommand("/sesion proxima")
        expect(new Set(inbound.commands.map(({ eventId }) => eventId)).size).toBe(2)
      })

      it("answers in private also when the answer takes long", async () => {
        inbound.answerWith(async () => {
          await harness.acknowledged()
          return reply("Con calma.")
        })
        const answer = await harness.typeCommand("/sesion proxima")
        expect(answer.visibleTo).toBe("asker")
        expect(answer.text).toContain("Con calma.")
      })

      it("shows every part of a long answer, all in private", async () => {
        const text = "línea con palabras\n".repeat(Math.ceil(harness.adapter.limits.textLength / 12))
        inbound.answerWith(async () => reply(`${text}FINAL`))
        const answer = await harness.typeCommand("/sesion proxima")
        expect(answer.visibleTo).toBe("asker")
        expect(answer.text).toContain("FINAL")
      })

      it("passes a button with its id unchanged, and answers in private", async () => {
        const actionId = `sesion.agenda:${"ñ".repeat(86)}`
        inbound.answerWith(async () => reply("El orden del día."))
        const answer = await harness.pressButton(actionId)
        expect(answer).toMatchObject({ visibleTo: "asker", replaced: false })
        expect(answer.text).toContain("El orden del día.")
        expect(inbound.actions).toHaveLength(1)
        expect(inbound.actions[0]).toMatchObject({
          actionId,
          actor: harness.asker,
          place: harness.destination,
          eventId: expect.stringMatching(/./),
        })
      })

      it("puts an answer in the place of the pressed message when told to", async () => {
        inbound.answerWith(async () => reply("Publicado.", { replaces: true }))
        expect(await harness.pressButton("sesion.publicar:SO-21")).toMatchObject({
          visibleTo: "asker",
          replaced: true,
        })
      })

      it("passes a repeated event with the same id", async () => {
        await harness.typeCommand("/sesion proxima")
        if (!harness.repeatLastEvent) return
        inbound.answerWith(async () => ({ kind: "duplicate" }))
        const repeated = harness.repeatLastEvent()
        await until(() => inbound.commands.length === 2, "the repeated event reaches the handler")
        await repeated
        const [first, second] = inbound.commands
        expect(second?.eventId).toBe(first?.eventId)
      })

      it("does not listen to bots", async () => {
        await harness.botSays?.("/sesion proxima")
        await harness.typeCommand("/acuerdo lista")
        expect(inbound.commands.map(({ name: command }) => command)).toEqual(["acuerdo"])
      })
    })

    describeForms(
      () => harness,
      () => inbound,
    )

    describe("stopping", () => {
      it("ends what is under way first, and may be asked twice", async () => {
        const held = gate()
        inbound.answerWith(async () => {
          await held.opened
          return reply("Todavía alcancé a responder.")
        })
        const answer = harness.typeCommand("/sesion proxima")
        await until(() => inbound.commands.length === 1, "the command reaches the handler")
        let stopped = false
        const stopping = harness.adapter.stop().then(() => {
          stopped = true
        })
        await new Promise((resolve) => setImmediate(resolve))
        expect(stopped, "stop waits for the answer").toBe(false)
        held.open()
        await stopping
        expect((await answer).text).toContain("Todavía alcancé a responder.")
        await harness.adapter.stop()
      })
    })
  })
}
