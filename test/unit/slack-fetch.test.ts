import { describe, expect, it } from "vitest"
import { fetchOfSlack } from "../../adapters/slack/fetch.ts"

describe("where the bot answers an interaction of Slack", () => {
  const refused = async (address: string, apiUrl?: string) =>
    expect(fetchOfSlack(1_000, apiUrl)(address), address).rejects.toThrow("not Slack's")

  it("is Slack, and no machine that a signed interaction names", async () => {
    for (const address of [
      "http://127.0.0.1:8080/",
      "http://169.254.169.254/latest/meta-data/",
      "http://hooks.slack.com/commands/1",
      "https://hooks.slack.com.ejemplo.mx/commands/1",
      "https://ejemplo.mx/?hooks.slack.com",
      "https://hooks.slack.com@ejemplo.mx/",
      "file:///etc/passwd",
    ])
      await refused(address)
    await refused("https://hooks.slack.com/commands/1", "http://127.0.0.1:9/api/")
  })
})
