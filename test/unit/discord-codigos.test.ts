import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from "discord.js"
import { describe, expect, it } from "vitest"
import { meaningOf } from "../../adapters/discord/codes.ts"
import { editOutcomeOf, outcomeOf } from "../../adapters/discord/outcomes.ts"
import { expectSpanish } from "../contract/expect-spanish.ts"

/** Discord's documentation, "JSON Error Codes", as the SDK's own list has it. */
const published = [
  ...new Set(Object.values(RESTJSONErrorCodes).filter((code): code is number => typeof code === "number")),
]

/** Published for other requests: none of them can be the answer to a message that is sent or changed. */
const ELSEWHERE = new Set([
  // Said by the HTTP status.
  0,
  // Something unknown that no message names.
  10001, 10002, 10005, 10006, 10007, 10009, 10010, 10011, 10012, 10015, 10016, 10020, 10021, 10026, 10027,
  10028, 10029, 10030, 10031, 10032, 10033, 10036, 10038, 10049, 10050, 10057, 10059, 10061, 10062, 10063,
  10065, 10066, 10067, 10068, 10069, 10070, 10071, 10087, 10097, 10124, 10129,
  // Accounts, subscriptions, names of servers.
  20002, 20015, 20017, 20018, 20024, 20031, 20035,
  // Largest numbers of other things than messages.
  30001, 30002, 30003, 30004, 30005, 30007, 30008, 30010, 30011, 30013, 30016, 30018, 30019, 30030, 30031,
  30032, 30033, 30034, 30035, 30037, 30038, 30039, 30040, 30042, 30045, 30047, 30048, 30052, 30056, 30058,
  30060, 30061,
  // Channels, connections, interactions, tags, purchases.
  40009, 40012, 40018, 40019, 40032, 40033, 40041, 40043, 40060, 40061, 40066, 40074, 40094,
  // Accounts, OAuth2, deletion, pins, invitations, webhooks, stickers, voice.
  50002, 50004, 50010, 50011, 50012, 50015, 50016, 50017, 50019, 50020, 50026, 50027, 50028, 50034, 50036,
  50039, 50054, 50055, 50057, 50070, 50073, 50074, 50084, 50085, 50086, 50091, 50097, 50101, 50110, 50123,
  50124, 50131, 50132, 50138, 50144, 50145, 50151, 50163, 50167, 50192,
  // Searches, reactions, stages, threads, stickers, events, webhooks in forums, onboarding, bans, polls, accounts.
  80004,
  90001, 90002, 110000, 110001, 150006, 160004, 160007, 170001, 170002, 170003, 170004, 170005, 170006,
  170007, 180000, 180002, 220001, 220002, 220003, 220004, 340015, 350000, 350001, 500000, 520006, 530000,
  530001, 530002, 530003, 530004, 530006, 530007,
])

const refusal = (code: number, status = 403) =>
  new DiscordAPIError({ code, message: "Refused" }, code, status, "POST", "https://discord.test", {
    files: undefined,
    body: undefined,
  })

describe("Discord's published error codes", () => {
  it.each(published)("%d is classified once", (code) => {
    const meaning = meaningOf(String(code))
    expect(ELSEWHERE.has(code), "either of a message or of something else").toBe(meaning === null)
    if (meaning === null) return
    expectSpanish(meaning.reason)
    expect(meaning.reason).not.toContain(String(code))
    if (meaning.kind === "retry") expect(meaning.after).toBeGreaterThanOrEqual(60_000)
    const kind = meaning.kind === "retry" ? "retry" : "rejected"
    expect(outcomeOf(refusal(code))).toMatchObject({ kind, reason: meaning.reason })
    expect(editOutcomeOf(refusal(code))).toMatchObject({ kind, reason: meaning.reason })
  })

  it("pass by themselves when they speak of limits or of a pause", () => {
    const passing = published.filter((code) => meaningOf(String(code))?.kind === "retry")
    expect(passing).toEqual([20016, 20022, 20028, 20029, 30046, 40003, 40004, 40006, 40062, 40333, 130000])
  })
})

describe("Discord's HTTP statuses", () => {
  it.each([400, 401, 403, 404, 405, 413, 415])("%d alone is a refusal, in Spanish", (status) => {
    const outcome = outcomeOf(refusal(0, status))
    expect(outcome).toMatchObject({ kind: "rejected", platformCode: "0" })
    if (outcome.kind === "rejected") expectSpanish(outcome.reason)
  })

  it("leave a code and a status of tomorrow to a person", () => {
    const outcome = outcomeOf(refusal(999_999, 418))
    expect(outcome).toMatchObject({ kind: "rejected", platformCode: "999999" })
    if (outcome.kind === "rejected") expect(outcome.reason).toContain("999999")
  })

  it.each([500, 502, 504, 520])("%d leaves a send in doubt, and a change to be made again", (status) => {
    const error = new HTTPError(status, "", "POST", "https://discord.test", {
      files: undefined,
      body: undefined,
    })
    expect(outcomeOf(error)).toMatchObject({ kind: "uncertain" })
    const again = editOutcomeOf(error)
    expect(again).toMatchObject({ kind: "retry" })
    if (again.kind === "retry") expectSpanish(again.reason)
  })
})
