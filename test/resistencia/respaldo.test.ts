import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { runOrder } from "../support/cli.ts"
import { createDataFolder, type DataFolder } from "../support/data-folder.ts"
import { PlenariaProcess } from "../support/process.ts"

const CLAVE = Buffer.alloc(32, 5).toString("base64")

/** The embedded database: its process takes the backup while it serves, the folder is destroyed, and all of it comes back. */
describe("the backup of a data folder", () => {
  let datos: DataFolder
  let otra: string
  let bot: PlenariaProcess
  let env: Readonly<Record<string, string>>
  let archivo: string
  const guardados = () => readdirSync(join(otra, "respaldos")).sort()

  beforeAll(async () => {
    datos = await createDataFolder("demonstration")
    otra = mkdtempSync(join(tmpdir(), "plenaria-otra-"))
    const RESPALDO_DIR = join(otra, "respaldos")
    env = { DATA_DIR: datos.path, RESPALDO_DIR, RESPALDO_CLAVE: CLAVE, RESPALDO_CONSERVAR: "1", PORT: "0" }
    bot = new PlenariaProcess("src/main.ts", [], { ...env, RESPALDO_CADA: "1d" })
    await bot.says(/Servidor: (\S+)/)
  })
  afterAll(async () => {
    await bot.stop()
    datos.remove()
    rmSync(otra, { recursive: true, force: true })
  })

  it("is taken by the process that has it, by itself and when it is asked for, and keeps as many as it should", async () => {
    const pedido = await runOrder(["respaldar"], env)
    expect(pedido).toMatchObject({ status: 0, stderr: "" })
    expect(pedido.stdout).toMatch(/Respaldo hecho y comprobado.*\n {2}Archivo: \S+ \(.* kB, cifrado\)/)
    // The one that it took by itself, if it came before, is gone.
    expect(guardados()).toHaveLength(1)
    archivo = join(otra, "respaldos", guardados().at(-1) ?? "")
    expect(readdirSync(datos.path).sort()).toEqual(["base", "en-uso.json"])
    const url = /Servidor: (\S+)/.exec(bot.stdout)?.[1]
    expect(await (await fetch(`${url}/salud`)).json()).toMatchObject({ respaldo: { estado: "al_dia" } })
    expect(bot.stderr + bot.stdout).not.toContain(CLAVE)
  })

  it("comes back into an empty folder, with the register whole, after the other one is gone", async () => {
    bot.kill("SIGKILL")
    await bot.finished
    datos.remove()
    const nueva = { ...env, DATA_DIR: join(otra, "datos") }
    const ajena = await runOrder(["verificar-respaldo", archivo], {
      ...env,
      RESPALDO_CLAVE: Buffer.alloc(32).toString("base64"),
    })
    expect(ajena).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("La clave no es la de este respaldo"),
    })
    const danado = join(otra, "danado.respaldo")
    const octetos = readFileSync(archivo)
    octetos.writeUInt8(octetos.readUInt8(9_000) ^ 1, 9_000)
    writeFileSync(danado, octetos)
    expect(await runOrder(["restaurar", danado], nueva)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("está dañado"),
    })
    expect(readdirSync(otra)).not.toContain("datos")

    expect(await runOrder(["restaurar", archivo], nueva)).toMatchObject({ status: 0, stderr: "" })
    expect((await runOrder(["verificar-bitacora"], nueva)).stdout).toContain("La bitácora está íntegra")
    const encima = await runOrder(["restaurar", archivo], nueva)
    expect(encima).toMatchObject({ status: 1, stderr: expect.stringContaining("no está vacía") })
  })
})
