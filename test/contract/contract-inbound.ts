import type { Card } from "../../src/cards/card.ts"
import type {
  InboundAction,
  InboundAnswer,
  InboundCommand,
  InboundCompletion,
  InboundHandler,
  InboundOpening,
  InboundSubmission,
} from "../../src/ports/chat-adapter.ts"

type Answering = (input: InboundCommand | InboundAction | InboundSubmission) => Promise<InboundAnswer>

/** The core's place in a contract test: writes down what reached it and answers as told, once for each event. */
export class RecordingInbound implements InboundHandler {
  readonly commands: InboundCommand[] = []
  readonly actions: InboundAction[] = []
  readonly submissions: InboundSubmission[] = []
  readonly completions: InboundCompletion[] = []
  readonly openings: InboundOpening[] = []
  #answering: Answering = async () => reply("Respuesta")

  /** How every event from now on is answered. */
  answerWith(answering: Answering): void {
    this.#answering = answering
  }

  async command(input: InboundCommand): Promise<InboundAnswer> {
    this.commands.push(input)
    return this.#answering(input)
  }

  async action(input: InboundAction): Promise<InboundAnswer> {
    this.actions.push(input)
    return this.#answering(input)
  }

  async submit(input: InboundSubmission): Promise<InboundAnswer> {
    this.submissions.push(input)
    return this.#answering(input)
  }

  async complete(input: InboundCompletion) {
    this.completions.push(input)
    return [{ label: "SO-22", value: "SO-22" }]
  }

  async opened(input: InboundOpening): Promise<void> {
    this.openings.push(input)
  }
}

export function reply(
  text: string,
  options: { readonly replaces?: boolean } = {},
  rest: Partial<Card> = {},
): InboundAnswer {
  return { kind: "reply", card: cardOf(text, rest), replaces: options.replaces ?? false }
}

export function cardOf(text: string, rest: Partial<Card> = {}): Card {
  return { title: "Aviso", tone: "aviso", blocks: [{ kind: "text", text }], actions: [], ...rest }
}

/** Something that waits until it is opened. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** Polls until `condition` holds; fails after `ms` with what was awaited. */
export async function until(condition: () => boolean, what: string, ms = 90_000): Promise<void> {
  const end = performance.now() + ms
  while (!condition()) {
    if (performance.now() > end) throw new Error(`This did not happen in ${ms} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
