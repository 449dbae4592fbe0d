import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { createRouter } from "../../src/commands/router.ts"
import { hasBrowser, openBrowser } from "../support/browser.ts"
import { type ConsoleServer, createDemoDatabase, startConsole } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { silentLog } from "../support/silent-log.ts"

describe.runIf(hasBrowser)("the console's page in Chromium", () => {
  let browser: Browser
  let database: TestDatabase
  let server: ConsoleServer
  let page: Page
  const problems: string[] = []

  const start = (port = 0) =>
    startConsole(
      database,
      ({ clock }) => createRouter({ data: database.unitOfWork, clock, log: silentLog }),
      port,
    )

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    database = await createDemoDatabase()
    server = await start()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    problems.length = 0
    page.on("pageerror", (error) => problems.push(error.message))
    await page.goto(server.url)
    await page.locator("#lista-canales button").first().waitFor()
  })
  afterEach(async () => {
    await page.close()
    await server.close()
    await database.close()
    expect(problems).toEqual([])
  })

  const ask = async (text: string) => {
    const before = await page.locator(".es-privada").count()
    await page.fill("#texto", text)
    await page.press("#texto", "Enter")
    const answer = page.locator(".es-privada").nth(before)
    await answer.waitFor()
    return answer
  }
  const become = (user: string) => page.selectOption("#identidad", user)
  const openChannel = (name: string) =>
    page
      .locator("#lista-canales button", { hasText: `# ${name}` })
      .first()
      .click()
  const log = () => page.locator("#mensajes").innerText()

  it("answers a command with a card, and its buttons work", async () => {
    const answer = await ask("/sesion proxima")
    expect(await answer.innerText()).toContain("Vigésima Segunda Sesión Ordinaria")
    expect(await answer.innerText()).toContain("Solo usted ve esta respuesta")
    await answer.getByRole("button", { name: "Orden del día" }).click()
    await page.getByRole("heading", { name: /^Orden del día/ }).waitFor()
  })

  it("keeps one identity's private answers out of another's page", async () => {
    await become("enlace-sre")
    await ask("/compromiso mios")
    expect(await log()).toContain("Mis compromisos: SRE")
    await become("enlace-salud")
    expect(await page.content()).not.toContain("Mis compromisos: SRE")
    await become("enlace-sre")
    expect(await log()).toContain("Mis compromisos: SRE")
  })

  it("shows reminders arrive in the institutions' channels when the clock moves", async () => {
    await page.getByRole("button", { name: "Avanzar un día hábil" }).click()
    const channel = page.locator("#lista-canales button", { hasText: "# sre" })
    await channel.locator(".nuevos").waitFor()
    await channel.click()
    await page.locator("#mensajes .tarjeta").first().waitFor()
    expect(await log()).toContain("Estimada/o enlace de la SRE")
    expect(await page.locator("#reloj-rotulo").innerText()).toBe("Reloj de demostración (adelantado)")
  })

  it("publishes the 21st session to every channel, each with its own commitments only", async () => {
    await become("secretaria-tecnica")
    const draft = await ask("/sesion publicar 21")
    expect(await draft.innerText()).toContain("Nada se ha publicado")
    await draft.getByRole("button", { name: /^Publicar en/ }).click()
    await page.getByRole("heading", { name: /^Resumen publicado/ }).waitFor()
    await page.getByRole("button", { name: "Avanzar una hora" }).click()
    for (const [name, own, other] of [
      ["sre", "CI/SO-21/07/2024/SRE", "CI/SO-21/07/2024/SALUD"],
      ["salud", "CI/SO-21/07/2024/SALUD", "CI/SO-21/07/2024/SRE"],
    ] as const) {
      await openChannel(name)
      await page.getByRole("heading", { name: "Resumen: Vigésimo Primera Sesión Ordinaria" }).waitFor()
      expect(await log()).toContain(own)
      expect(await log()).not.toContain(other)
      expect(await log()).toContain("Arturo Medina Padilla")
    }
  })

  it("leaves hostile text inert", async () => {
    await ask('/acuerdo ver <img src=x onerror="document.title=1"> @everyone')
    expect(await page.locator("#mensajes img").count()).toBe(0)
    expect(await page.title()).toBe("Plenaria · Consola")
    expect(await log()).toContain("@everyone")
  })

  it("is used with the keyboard alone, suggestions included", async () => {
    await page.focus("#texto")
    await page.keyboard.type("/ses")
    await page.locator("#sugerencias li").first().waitFor()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Tab")
    expect(await page.inputValue("#texto")).toBe("/sesion ")
    await page.keyboard.type("agenda SO-2")
    await page.locator("#sugerencias li", { hasText: "SO-22" }).waitFor()
    await page.keyboard.press("Escape")
    await page.keyboard.type("2")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: /^Orden del día/ }).waitFor()
    await page.keyboard.press("ArrowUp")
    expect(await page.inputValue("#texto")).toBe("/sesion agenda SO-22")
  })

  it("keeps what was typed when the bot does not answer, and goes on when it is back", async () => {
    await server.adapter.send({
      to: { adapter: "consola", workspace: "demo", channel: "sre" },
      card: { title: "Antes de reiniciar", tone: "aviso", blocks: [], actions: [] },
      part: 0,
      key: "before",
    })
    await openChannel("sre")
    await page.getByRole("heading", { name: "Antes de reiniciar" }).waitFor()
    const { port } = server
    await server.close()
    await page.fill("#texto", "/sesion proxima")
    await page.press("#texto", "Enter")
    await page.locator("#error", { hasText: "No hay conexión" }).waitFor()
    expect(await page.inputValue("#texto")).toBe("/sesion proxima")

    server = await start(port)
    await server.adapter.send({
      to: { adapter: "consola", workspace: "demo", channel: "sre" },
      card: { title: "Después de reiniciar", tone: "aviso", blocks: [], actions: [] },
      part: 0,
      key: "after",
    })
    await page.getByRole("heading", { name: "Después de reiniciar" }).waitFor()
    expect(await page.getByRole("heading", { name: "Antes de reiniciar" }).count()).toBe(1)
  })

  it("fits a phone 360 pixels wide", async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await ask("/sesion resumen 21")
    const width = await page.evaluate<number>("document.documentElement.scrollWidth")
    expect(width).toBeLessThanOrEqual(360)
    await page.getByRole("button", { name: "Canales" }).click()
    await openChannel("sre")
    await page.getByRole("heading", { name: "# sre" }).waitFor()
  })

  it("names every control, and writes in colours that can be told apart", async () => {
    await ask("/sesion proxima")
    const checks = readFileSync(new URL("../support/page-checks.js", import.meta.url), "utf8")
    const { nameless, faint } = await page.evaluate<Record<"nameless" | "faint", string[]>>(checks)
    expect(nameless).toEqual([])
    expect(faint).toEqual([])
  })
})
