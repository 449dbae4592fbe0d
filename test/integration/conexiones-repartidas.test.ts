import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningBot } from "../../src/composition.ts"
import { startTestBot } from "../support/bot.ts"
import { runOrder } from "../support/cli.ts"
import { abrirEspacios, type Espacios } from "../support/espacios.ts"

let espacios: Espacios
let other: RunningBot
beforeAll(async () => {
  espacios = await abrirEspacios(
    { SRE: "T0RELACIONES", SICT: "T0TRANSPORTES" },
    { more: { CONEXIONES: "slack/T0RELACIONES" } },
  )
  for (const siglas of ["SRE", "SICT"] as const) {
    const { botToken, appToken } = espacios.de(siglas).credentials
    await runOrder(["conectar", "slack", "--institucion", siglas], espacios.env(), [botToken, appToken])
  }
  const env = { ...espacios.env(), CONEXIONES: "slack/T0TRANSPORTES" }
  other = await startTestBot(espacios.database, env, { clock: espacios.clock })
}, 60_000)
afterAll(async () => {
  await other.stop()
  await espacios.close()
})

const sends = async (siglas: "SRE" | "SICT") => {
  const { text } = await espacios.st.pide(`/plenaria canal-probar ${siglas.toLowerCase()}`)
  expect(text, siglas).toContain("está en la cola")
}
const arrived = (siglas: "SRE" | "SICT") =>
  espacios.enElCanal(espacios.de(siglas), siglas).join().includes("Prueba de canal")

describe("two processes that share the workspaces among them", () => {
  it("each send what is for their own, and neither tells that the other's is out of reach", async () => {
    await espacios.pasan(1)
    await sends("SRE")
    await sends("SICT")
    await espacios.pasan(0)
    expect([arrived("SRE"), arrived("SICT")]).toEqual([true, false])
    await espacios.pasan(5)
    expect(espacios.enElCanal(espacios.own, "ST").join()).not.toContain("no se pueden enviar mensajes")
    await other.tick()
    expect(arrived("SICT")).toBe(true)
  })

  it("answer what they hear, and open no socket of the other's", async () => {
    for (const siglas of ["SRE", "SICT"] as const) {
      expect((await espacios.pregunta(espacios.de(siglas), siglas, "/compromiso mios")).text).toContain(
        siglas,
      )
      expect(espacios.de(siglas).sockets.connections).toBe(1)
    }
  })

  it("one that nobody opens any more is told of, once something has waited for a quarter of an hour", async () => {
    await other.stop()
    await sends("SICT")
    await espacios.pasan(10)
    const avisos = () =>
      espacios.enElCanal(espacios.own, "ST").filter((text) => text.includes("Ningún proceso lo atiende"))
    expect(avisos()).toEqual([])
    for (const minutes of [6, 1, 30]) await espacios.pasan(minutes)
    expect(avisos()).toEqual([expect.stringContaining("1 canal de Slack: SICT")])
  })
})
