import { startDiscord } from "../support/fake-discord/harness.ts"
import { describeAdapterContract } from "./adapter-contract.ts"

describeAdapterContract("Discord, by discord.js over its gateway", startDiscord)
