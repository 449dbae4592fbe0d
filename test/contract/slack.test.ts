import type { InboundHandler } from "../../src/ports/chat-adapter.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { answerTo, type Mode, PATIENCE, startedBot } from "../support/fake-slack/harness.ts"
import { liveInFallback } from "../support/fake-slack/web-api.ts"
import { CHANNEL, type Interaction, PRIVATE_CHANNEL, TEAM, USER } from "../support/fake-slack/workspace.ts"
import { type ContractHarness, describeAdapterContract, type Fault } from "./adapter-contract.ts"

const setup =
  (mode: Mode) =>
  async (inbound: InboundHandler): Promise<ContractHarness> => {
    const { slack, adapter, close } = await startedBot(mode, inbound)
    let last: Interaction | null = null
    return {
      adapter,
      destination: { adapter: "slack", workspace: TEAM, channel: CHANNEL },
      unusableDestination: { adapter: "slack", workspace: TEAM, channel: PRIVATE_CHANNEL },
      asker: { adapter: "slack", workspace: TEAM, user: USER },
      received: async () =>
        (slack.workspace.channels.get(CHANNEL)?.messages ?? []).map((message) => ({
          text: readMessage(message).text,
          key: String(message.metadata?.event_payload?.key),
        })),
      makeNextSend: async (fault: Fault) => {
        if (fault === "revoked") slack.api.revoked = true
        else slack.api.failNext("chat.postMessage", fault)
      },
      readPart: (part) => {
        const read = readMessage(part)
        return { ...read, live: [...read.live, ...liveInFallback(String(Object(part).text))] }
      },
      pressButton: async (actionId) => answerTo(slack.pressButton(actionId)),
      typeCommand: async (text) => {
        last = slack.typeCommand(text)
        return answerTo(last)
      },
      repeatLastEvent: async () => last && slack.repeat(last),
      botSays: async (text) => slack.botSays(text),
      close,
    }
  }

const scope = { slowMs: PATIENCE.answerWithinMs * 2 }
describeAdapterContract("Slack in Socket Mode", setup("socket"), scope)
describeAdapterContract("Slack by signed HTTP", setup("http"), scope)
