import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startCompiled } from "../support/compilado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { FakeDiscord } from "../support/fake-discord/server.ts"
import type { PlenariaProcess } from "../support/process.ts"
import { documentoDeLaSala, lugarDe } from "../support/sala/documento.ts"
import type { Puerta } from "../support/sala/puerta.ts"
import { puertaDiscord } from "../support/sala/puerta-discord.ts"

let database: TestDatabase
let discord: FakeDiscord
let puerta: Puerta
const running: Replica[] = []

interface Replica {
  readonly process: PlenariaProcess
  readonly url: string
}

beforeAll(async () => {
  database = await createTestDatabase()
  await database.importacion.apply(documentoDeLaSala(), new Date().toISOString())
  discord = await FakeDiscord.start()
  discord.addChannel(lugarDe("SALUD").channel)
  puerta = puertaDiscord(discord)
})
afterAll(async () => {
  for (const { process } of running) {
    process.kill("SIGKILL")
    await process.finished
  }
  await discord.close()
  await database.close()
})

async function start(): Promise<Replica> {
  const env = { DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "warn", ...discordConfig(discord) }
  const process = await startCompiled(env)
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

/** Discord has been told so many times who listens, and this is who. */
async function listens(replica: Replica, times: number): Promise<void> {
  await eventually(
    () => discord.gateway.identifies,
    (identifies) => identifies >= times,
  )
  await eventually(
    () => waits(replica),
    (waiting) => !waiting,
  )
  expect(discord.gateway.identifies).toBe(times)
}
const asks = async () => (await puerta.type(lugarDe("SALUD"), "/sesion proxima")).text

/** One story: each part begins where the one before ended. */
describe("two processes on the same data", () => {
  let first: Replica
  let second: Replica

  it("only one of them listens to Discord", async () => {
    first = await start()
    second = await start()
    expect(discord.gateway.identifies).toBe(1)
    expect([await waits(first), await waits(second)]).toEqual([false, true])
    expect(await asks()).toContain("sesión")
  })

  it("the place of one that stands still is taken, and it leaves Discord when it goes on", async () => {
    first.process.kill("SIGSTOP")
    await listens(second, 2)
    first.process.kill("SIGCONT")
    await eventually(
      () => waits(first),
      (waiting) => waiting,
    )
    expect(await asks()).toContain("sesión")
    expect(discord.gateway.identifies).toBe(2)
  })

  it("the place of one that dies by kill -9 is taken", async () => {
    second.process.kill("SIGKILL")
    await listens(first, 3)
    expect(await asks()).toContain("sesión")
  })

  it("one that stops leaves its place to the other at once", async () => {
    const third = await start()
    expect(await waits(third)).toBe(true)
    expect((await first.process.stop()).status).toBe(0)
    await listens(third, 4)
    expect(await asks()).toContain("sesión")
  })
})
