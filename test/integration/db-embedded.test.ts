import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { compiledPath } from "../support/compilado.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createDataFolder, type DataFolder } from "../support/data-folder.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { silentLog } from "../support/silent-log.ts"

const NOW = "2024-02-20T16:00:00.000Z"
let copy: DataFolder
let folder: string
const zone = process.env.TZ
let database: Database
const open = () => openDatabase({ databaseUrl: null, dataDir: folder }, silentLog)

beforeAll(async () => {
  copy = await createDataFolder("tables")
  folder = copy.path
  // Far from UTC: what is stored must not depend on it.
  process.env.TZ = "America/Tijuana"
})
afterAll(async () => {
  await database?.close()
  copy.remove()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

/** Lets a writer store `atLeast` numbers, kills it without warning, and returns the last number it said was stored. */
async function writeAndKill(atLeast: number): Promise<number> {
  const writer = spawn(process.execPath, [await compiledPath("embedded-writer.mjs"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  let said = ""
  const last = () => Number(said.split("\n").at(-2) ?? 0)
  const gone = new Promise((resolve) => writer.once("close", resolve))
  for await (const chunk of writer.stdout) {
    said += chunk
    if (last() >= atLeast) break
  }
  writer.kill("SIGKILL")
  await gone
  return last()
}

describe("the embedded database", () => {
  it("keeps every acknowledged write when its process is killed, and replaces the lock it left", async () => {
    const stored = await writeAndKill(50)
    expect(existsSync(join(folder, "en-uso.json"))).toBe(true)
    database = await open()
    const eventos = await database.unitOfWork.read.eventos.byObjeto("prueba:1")
    expect(eventos.length).toBeGreaterThanOrEqual(stored)
    expect(eventos.map(({ despues }) => despues)).toEqual(
      eventos.map((_evento, index) => ({ number: index + 1 })),
    )
  })

  it("refuses a second process, saying who holds the folder and what to do", async () => {
    const pid = process.pid
    await expect(open()).rejects.toMatchObject({
      name: "DataFolderInUse",
      message: expect.stringContaining(`el proceso ${pid} del equipo «${hostname()}»`),
      hint: expect.stringContaining("DATA_DIR"),
    })
  })

  it("stores dates and instants as given, whatever the zone of the process", async () => {
    const deben = [{ institucion: "SRE", vence: "2024-03-15", segunda: "2024-05-15" }]
    await database.importacion.apply(cuerpoColegiado({ deben, adapter: "consola" }), NOW)
    const { organos, sesiones, compromisos } = database.unitOfWork.read
    const organo = await organos.byClave("ci-trata")
    expect(await sesiones.byClave(organo?.id ?? "", "SO-21")).toMatchObject({
      fecha: "2024-02-16",
      hora: null,
    })
    const vence = { venceDesde: "2024-05-15", venceHasta: "2024-05-15" }
    expect((await compromisos.list(vence)).map(({ compromiso }) => compromiso.fechaCompromiso)).toEqual([
      "2024-03-15",
    ])
  })

  it("runs transactions one after the other, whole or not at all", async () => {
    const { unitOfWork } = database
    const delivery = await newDelivery(unitOfWork)
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_item, index) =>
        unitOfWork.transaction(async ({ deliveries }) => {
          await deliveries.enqueue({ ...delivery, key: `k${index}` }, NOW)
          if (index % 2 === 1) throw new Error("changed its mind")
        }),
      ),
    )
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5)
    const stored = await unitOfWork.read.deliveries.list({ limit: 100 })
    expect(stored[0]).toMatchObject({ notBefore: delivery.notBefore, createdAt: NOW })
    expect(stored.map(({ key }) => key).sort()).toEqual(["k0", "k2", "k4", "k6", "k8"])
  })

  it("answers `read` inside a transaction from that transaction", async () => {
    const { unitOfWork } = database
    const delivery = await newDelivery(unitOfWork)
    await expect(
      unitOfWork.transaction(async ({ deliveries }) => {
        await deliveries.enqueue({ ...delivery, key: "within" }, NOW)
        expect(await unitOfWork.read.deliveries.byKey("within")).not.toBeNull()
        await unitOfWork.transaction(() =>
          unitOfWork.read.deliveries.enqueue({ ...delivery, key: "nested" }, NOW),
        )
        throw new Error("undo")
      }),
    ).rejects.toThrow("undo")
    expect(await unitOfWork.read.deliveries.byKey("within")).toBeNull()
    expect(await unitOfWork.read.deliveries.byKey("nested")).toBeNull()
  })

  it("claims one message for each destination, and ends it under its lease", async () => {
    const { deliveries } = database.unitOfWork.read
    const options = { now: NOW, leaseMs: 60_000, limit: 10, adapters: ["consola"] as const }
    const claims = await Promise.all([deliveries.claim(options), deliveries.claim(options)])
    const [first, ...more] = claims.flat()
    expect(more).toEqual([])
    expect(first).toMatchObject({ key: "k0", state: "sending", attempts: 1 })
    expect(await deliveries.finish(first?.id ?? "", first?.lease ?? "", "rejected", "x", NOW)).toBe(true)
    expect((await deliveries.claim(options)).map(({ key }) => key)).toEqual(["k2"])
  })

  it("is all there after closing and opening again, with no lock left", async () => {
    await database.close()
    expect(existsSync(join(folder, "en-uso.json"))).toBe(false)
    database = await open()
    expect(await database.isEmpty()).toBe(false)
    expect((await database.unitOfWork.read.deliveries.byKey("k0"))?.state).toBe("rejected")
  })

  it("is opened again over the lock of an earlier process with this very number", async () => {
    await database.close()
    const lock = { pid: process.pid, host: hostname(), started: NOW, birth: null }
    writeFileSync(join(folder, "en-uso.json"), JSON.stringify(lock))
    database = await open()
    expect(JSON.parse(readFileSync(join(folder, "en-uso.json"), "utf8"))).not.toMatchObject({ started: NOW })
  })

  it("leaves alone the lock of another machine, which nobody here can check", async () => {
    const other = mkdtempSync(join(tmpdir(), "plenaria-ajena-"))
    const lock = { pid: 1, host: "otro-equipo", started: NOW, birth: null }
    writeFileSync(join(other, "en-uso.json"), JSON.stringify(lock))
    await expect(openDatabase({ databaseUrl: null, dataDir: other }, silentLog)).rejects.toThrow(
      /la tiene el proceso 1 del equipo «otro-equipo»/,
    )
    rmSync(other, { recursive: true })
  })
})
