import { HURRIED, startDiscord } from "../support/fake-discord/harness.ts"
import { MemoryDrafts } from "../support/memory-drafts.ts"
import { describeAdapterContract } from "./adapter-contract.ts"

describeAdapterContract("Discord, by discord.js over its gateway", (inbound) =>
  startDiscord(inbound, new MemoryDrafts(), HURRIED),
)
