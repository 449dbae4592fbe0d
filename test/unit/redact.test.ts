import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { redactSecrets } from "../../src/config/redact.ts"

const MB = 1_000_000
const KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 89 + 17) % 256))

/** What must never be read in a log, and the text it stands in. */
const SECRETS: readonly (readonly [name: string, secret: string, text: string])[] = [
  ["a Slack bot's token", "xoxb-1234567890-abcDEF", "xoxb-1234567890-abcDEF"],
  ["a Slack application's token", "xapp-1-A0123-456-abcdef", "xapp-1-A0123-456-abcdef"],
  ["a Slack token that renews itself", "1-MDEyMzQ1Njc4OQ", "xoxe.xoxb-1-MDEyMzQ1Njc4OQ"],
  ["what renews a Slack token", "xoxe-1-MDEyMzQ1Njc4OQ", "xoxe-1-MDEyMzQ1Njc4OQ"],
  ["a Discord bot's token", "x".repeat(38), `${"M".repeat(26)}.GabcdE.${"x".repeat(38)}`],
  ["a bearer's header", "c2VjcmV0by1kZS1wcnVlYmE", "Authorization: Bearer c2VjcmV0by1kZS1wcnVlYmE"],
  ["a JWT", "eyJzdWIiOiIxIn0.c2ln", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"],
  ["a calendar's address", "Ab-_".repeat(10), `https://plenaria.mx/calendario/${"Ab-_".repeat(10)}.ics`],
  ["a session's calendar", "Ab-_".repeat(10), `/calendario/sesion/${"Ab-_".repeat(10)}.ics`],
  ["a calendar's token alone", KEY.toString("base64url"), `token ${KEY.toString("base64url")}`],
  ["a database's password", "clave-secreta", "postgresql://plenaria:clave-secreta@servidor:5432/base"],
  ["a password with an «@» in it", "cl@ve/secreta", "postgresql://plenaria:cl@ve/secreta@servidor/base"],
  ["a password after an empty name", "clave-secreta", "redis://:clave-secreta@servidor/0"],
  ["a password in a query", "clave-secreta", "postgresql://servidor/base?password=clave-secreta&x=1"],
  ["a password in JSON inside of a text", "clave-secreta", String.raw`{\"password\":\"clave-secreta\"}`],
  ["an AES key in base64", KEY.toString("base64"), `CLAVE_MAESTRA=${KEY.toString("base64")}`],
  ["an AES key in base64 alone", KEY.toString("base64"), `clave ${KEY.toString("base64")}`],
  ["an AES key in hexadecimal", KEY.toString("hex"), `clave ${KEY.toString("hex")}`],
]

describe("what looks like a credential is taken out of the log", () => {
  it.each(SECRETS)("%s", (_name, secret, text) => {
    expect(text).toContain(secret)
    expect(redactSecrets(text)).not.toContain(secret)
  })

  it("whatever stands around it", () => {
    const around = fc.string({ unit: "binary", maxLength: 40 }).map((text) => `${text} `)
    fc.assert(
      fc.property(around, fc.constantFrom(...SECRETS), around, (before, [, secret, text], after) => {
        const clean = redactSecrets(`${before}${text} ${after}`)
        expect(clean).not.toContain(secret)
        expect(clean).toContain("[oculto]")
      }),
    )
  })

  it("however many there are, and a second time takes nothing more", () => {
    const texts = fc.constantFrom(...SECRETS.map(([, , text]) => text))
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (some) => {
        const clean = redactSecrets(some.join(" "))
        for (const [, secret, text] of SECRETS) if (some.includes(text)) expect(clean).not.toContain(secret)
        expect(redactSecrets(clean)).toBe(clean)
      }),
    )
  })
})

describe("ordinary text stays as it is", () => {
  it.each([
    "Acuerdo CI/SO-21/03/2024, http://127.0.0.1:3000",
    "at file:///srv/plenaria/node_modules/@slack/bolt/dist/App.js:120:15",
    "https://www.gob.mx/segob/documentos/vigesima-segunda-sesion-ordinaria",
    '{"level":30,"time":1708093800000,"command":"sesion.proxima","as":"secretaria_tecnica"}',
    "0190b2c4-7d1e-7a53-9b1f-1c2d3e4f5a6b",
    "el token del bot falta; cópielo de «OAuth & Permissions»",
    '{"token":null,"password":null}',
  ])("%s", (text) => {
    expect(redactSecrets(text)).toBe(text)
  })
})

describe("a megabyte that was written to be slow is read all the same", () => {
  const pieces = [
    "a",
    "a-",
    "eyJ",
    "xoxb-a ",
    "://",
    "a://b:",
    "://a:b@",
    "/calendario/",
    "token=",
    "Bearer a.",
    "0f",
  ]

  // Work that grew with the square of the length would not end within this test's patience.
  it.each(pieces)("%j", (piece) => {
    const text = piece.repeat(Math.ceil(MB / piece.length))
    expect(redactSecrets(`${text} fin`).endsWith("fin")).toBe(true)
  })
})
