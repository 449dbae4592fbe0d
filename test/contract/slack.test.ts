import type { InboundHandler } from "../../src/ports/chat-adapter.ts"
import { collectingLog } from "../support/collecting-log.ts"
import { CREDENTIALS } from "../support/fake-slack/fake-slack.ts"
import { slackForms } from "../support/fake-slack/forms.ts"
import { answerTo, HURRIED, IMPATIENT, type Mode, startedBot } from "../support/fake-slack/harness.ts"
import { readPart } from "../support/fake-slack/read.ts"
import { CHANNEL, type Interaction, PRIVATE_CHANNEL, TEAM, USER } from "../support/fake-slack/workspace.ts"
import { MemoryDrafts } from "../support/memory-drafts.ts"
import { type ContractHarness, describeAdapterContract, type Fault } from "./adapter-contract.ts"

const setup =
  (mode: Mode) =>
  async (inbound: InboundHandler): Promise<ContractHarness> => {
    const written = collectingLog()
    const options = {
      log: written.log,
      patience: HURRIED,
      drafts: new MemoryDrafts(),
    }
    let bot = await startedBot(mode, inbound, options)
    const { slack } = bot
    const restart = async (patience = options.patience) => {
      await bot.stop()
      bot = await startedBot(mode, inbound, { ...options, patience, slack })
    }
    const meet = async (method: string, fault: Fault) => {
      if (fault === "hang") await restart(IMPATIENT)
      if (fault === "revoked") slack.api.revoked = true
      else slack.api.failNext(method, fault)
    }
    const messages = () => slack.workspace.channels.get(CHANNEL)?.messages ?? []
    let last: Interaction | null = null
    return {
      get adapter() {
        return bot.adapter
      },
      forms: slackForms(slack, restart),
      acknowledged: () => slack.acknowledged(),
      destination: { adapter: "slack", workspace: TEAM, channel: CHANNEL },
      unusableDestination: { adapter: "slack", workspace: TEAM, channel: PRIVATE_CHANNEL },
      asker: { adapter: "slack", workspace: TEAM, user: USER },
      secrets: Object.values(CREDENTIALS),
      logged: written.text,
      received: async () =>
        messages().map((message) => ({
          ...readPart(message),
          key: String(message.metadata?.event_payload?.key),
          files: [],
        })),
      makeNextSend: (fault) => meet("chat.postMessage", fault),
      makeNextEdit: (fault) => meet("chat.update", fault),
      makeNextPin: (fault) => meet("pins.add", fault),
      pinned: async () => [...(slack.workspace.channels.get(CHANNEL)?.pins ?? [])],
      retryAfterMs: 7_000,
      deleteMessage: async ({ messageId }) => {
        messages().splice(
          messages().findIndex(({ ts }) => ts === messageId),
          1,
        )
      },
      readPart,
      pressButton: async (actionId) => answerTo(slack.pressButton(actionId)),
      typeCommand: async (text) => {
        last = slack.typeCommand(text)
        return answerTo(last)
      },
      repeatLastEvent: async () => last && slack.repeat(last),
      botSays: async (text) => slack.botSays(text),
      close: () => bot.close(),
    }
  }

describeAdapterContract("Slack in Socket Mode", setup("socket"))
describeAdapterContract("Slack by signed HTTP", setup("http"))
