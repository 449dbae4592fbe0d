import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { FakeDiscord } from "../support/fake-discord/server.ts"
import { PlenariaProcess } from "../support/process.ts"
import { documentoDeLaSala, lugarDe } from "../support/sala/documento.ts"
import type { Puerta } from "../support/sala/puerta.ts"
import { puertaDiscord } from "../support/sala/puerta-discord.ts"

/** What design promises: the place of a process that died or stands still is taken within this time. */
const TAKEN_OVER_WITHIN_MS = 15_000

let database: TestDatabase
let discord: FakeDiscord
let puerta: Puerta
const running: Replica[] = []

interface Replica {
  readonly process: PlenariaProcess
  readonly url: string
}

beforeEach(async () => {
  database = await createTestDatabase()
  await database.importacion.apply(documentoDeLaSala(), new Date().toISOString())
  discord = await FakeDiscord.start()
  discord.addChannel(lugarDe("SALUD").channel)
  puerta = puertaDiscord(discord)
})
afterEach(async () => {
  for (const { process } of running.splice(0)) {
    process.kill("SIGKILL")
    await process.finished
  }
  await discord.close()
  await database.close()
})

async function start(): Promise<Replica> {
  const env = { DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "warn", ...discordConfig(discord) }
  const process = new PlenariaProcess("src/main.ts", [], env)
  const [, url = ""] = await process.says(/Servidor: (http:\S+)/)
  const replica = { process, url }
  running.push(replica)
  return replica
}

/** Whether it leaves Discord's events to another process. */
async function waits({ url }: Replica): Promise<boolean> {
  const salud = (await (await fetch(`${url}/salud`)).json()) as {
    readonly adaptadores: readonly string[]
    readonly escucha_otro_proceso: readonly string[]
  }
  expect(salud.adaptadores).toEqual(["discord"])
  return salud.escucha_otro_proceso.includes("discord")
}

const identifiesTimes = (n: number) =>
  eventually(
    () => discord.gateway.identifies,
    (identifies) => identifies >= n,
    TAKEN_OVER_WITHIN_MS,
  )
const asks = async () => (await puerta.type(lugarDe("SALUD"), "/sesion proxima")).text

describe("two processes on the same data", () => {
  it("one of them listens to Discord, and its place is taken when it dies by kill -9", async () => {
    const first = await start()
    const second = await start()
    expect(discord.gateway.identifies).toBe(1)
    expect([await waits(first), await waits(second)]).toEqual([false, true])
    expect(await asks()).toContain("sesión")

    first.process.kill("SIGKILL")
    expect(await identifiesTimes(2)).toBe(2)
    await eventually(
      () => waits(second),
      (waiting) => !waiting,
    )
    expect(await asks()).toContain("sesión")
  })

  it("the place of one that stands still is taken too, and it leaves Discord when it goes on", async () => {
    const first = await start()
    const second = await start()
    first.process.kill("SIGSTOP")
    expect(await identifiesTimes(2)).toBe(2)
    await eventually(
      () => waits(second),
      (waiting) => !waiting,
    )
    first.process.kill("SIGCONT")
    await eventually(
      () => waits(first),
      (waiting) => waiting,
    )
    expect(await asks()).toContain("sesión")
    expect(discord.gateway.identifies).toBe(2)
  })

  it("one that stops leaves its place to the other at once", async () => {
    const first = await start()
    const second = await start()
    expect((await first.process.stop()).status).toBe(0)
    await identifiesTimes(2)
    await eventually(
      () => waits(second),
      (waiting) => !waiting,
    )
  })
})
