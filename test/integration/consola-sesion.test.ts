import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createRouter } from "../../src/commands/router.ts"
import { esHabil, sumarDias } from "../../src/domain/plazo.ts"
import { hasBrowser, openBrowser } from "../support/browser.ts"
import { type ConsoleServer, createDemoDatabase, startConsole } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { silentLog } from "../support/silent-log.ts"

/** A session as people live it before the console's page; each test goes on where the one before it ended. */
describe.runIf(hasBrowser)("a session before the console's page", () => {
  let browser: Browser
  let database: TestDatabase
  let server: ConsoleServer
  let page: Page
  const problems: string[] = []
  /** Far enough to call it in time, whatever the calendars say. */
  const fecha = (() => {
    let dia = sumarDias(new Date().toISOString().slice(0, 10), 45)
    while (!esHabil(dia, new Set())) dia = sumarDias(dia, 1)
    return dia
  })()

  beforeAll(async () => {
    browser = await openBrowser()
    database = await createDemoDatabase()
    server = await startConsole(database, ({ clock }) =>
      createRouter({ data: database.unitOfWork, clock, log: silentLog }),
    )
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" })
    page.on("pageerror", (error) => problems.push(error.message))
    await page.goto(server.url)
    await page.locator("#lista-canales button").first().waitFor()
  })
  afterAll(async () => {
    await page?.close()
    await browser?.close()
    await server?.close()
    await database?.close()
    expect(problems).toEqual([])
  })

  const become = (user: string) => page.selectOption("#identidad", user)
  const openChannel = (name: string) =>
    page
      .locator("#lista-canales button", { hasText: `# ${name}` })
      .first()
      .click()
  const answers = () => page.locator(".es-privada .tarjeta")
  const answer = () => answers().last()
  const ask = async (text: string) => {
    const before = await answers().count()
    await page.fill("#texto", text)
    await page.press("#texto", "Enter")
    await answers().nth(before).waitFor()
    return answer()
  }
  const heading = (name: RegExp) => page.getByRole("heading", { name }).last()
  const dialogAfter = async (action: () => Promise<unknown>) => {
    await action()
    const dialog = page.getByRole("dialog")
    await dialog.waitFor()
    return dialog
  }
  const type = (text: string) => async () => {
    await page.fill("#texto", text)
    await page.press("#texto", "Enter")
  }
  /** For a person to look at, on a desk and on a telephone; only when asked for. */
  const picture = async (name: string) => {
    const folder = process.env.CAPTURAS
    if (!folder) return
    for (const [width, height] of [
      [1280, 900],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${folder}/${name}-${width}.png` })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  }

  it("is created and gets an item", async () => {
    await become("secretaria-tecnica")
    const nueva = await dialogAfter(type("/sesion crear"))
    await nueva.getByLabel("Fecha").fill(fecha)
    await nueva.getByLabel("Hora").fill("10:00")
    await nueva.getByLabel("Lugar").fill("Salón Juárez")
    await nueva.getByRole("button", { name: "Registrar" }).click()
    await nueva.waitFor({ state: "detached" })
    const punto = await dialogAfter(type("/sesion punto-agregar SO-23"))
    await punto.getByLabel("Título").fill("Protocolo de atención")
    await punto.getByRole("button", { name: /Agregar/ }).click()
    await punto.waitFor({ state: "detached" })
    expect(await (await ask("/sesion preparar SO-23")).innerText()).toContain("Protocolo de atención")
    await picture("preparar")
  })

  it("is convened, and the institution reads it in its channel", async () => {
    const borrador = await ask("/sesion convocar SO-23")
    expect(await borrador.innerText()).toContain("Nada se ha enviado")
    await picture("convocatoria-borrador")
    await borrador.getByRole("button", { name: /^Convocar a/ }).click()
    await heading(/^Convocatoria enviada/).waitFor()
    await page.getByRole("button", { name: "Avanzar una hora" }).click()
    await become("enlace-sre")
    await openChannel("sre")
    await heading(/^Convocatoria: Vigésima Tercera/).waitFor()
    expect(await page.locator("#mensajes").innerText()).toContain("Salón Juárez")
    await picture("convocatoria")
  })

  it("is acknowledged by a button, and a suplente is named in a dialog", async () => {
    const mensaje = page.locator(".tarjeta", { hasText: "Convocatoria: Vigésima Tercera" }).last()
    await mensaje.getByRole("button", { name: "Acuso recibo" }).click()
    await heading(/^Acuse registrado/).waitFor()
    const suplente = await dialogAfter(() =>
      mensaje.getByRole("button", { name: /^Asistirá suplente/ }).click(),
    )
    await suplente.getByLabel("Nombre").fill("Ana Pérez")
    await suplente.getByLabel("Cargo").fill("Directora General")
    await picture("suplente")
    await suplente.getByRole("button", { name: /Registrar|Confirmar/ }).click()
    await suplente.waitFor({ state: "detached" })
    await heading(/^Respuesta registrada/).waitFor()
    await picture("respuesta")
  })

  it("is opened by a roll-call of buttons", async () => {
    await become("secretaria-tecnica")
    await ask("/sesion acuses SO-23")
    await picture("acuses")
    let pase = await ask("/sesion pase ver SO-23")
    await picture("pase-de-lista-inicio")
    for (const [llegados, siglas] of ["SEGOB", "SRE"].entries()) {
      await pase.getByRole("button", { name: new RegExp(`^Llegó ${siglas}`) }).click()
      await page
        .getByText(`Están ${llegados + 1} de 14`)
        .last()
        .waitFor()
      pase = answer()
    }
    await picture("pase-de-lista")
  })
})
