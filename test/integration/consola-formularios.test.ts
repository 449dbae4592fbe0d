import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { hasBrowser, openBrowser, openPage } from "../support/browser.ts"
import { botOnConsole, type ConsoleServer } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"

describe.runIf(hasBrowser)("a form in the console's page", () => {
  let browser: Browser
  let database: TestDatabase
  let server: ConsoleServer
  let page: Page
  const problems: string[] = []

  const start = (port = 0) => botOnConsole(database, { port })

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    database = await createDemoDatabaseOfToday()
    server = await start()
    page = await openPage(browser, { viewport: { width: 1280, height: 800 } })
    problems.length = 0
    page.on("pageerror", (error) => problems.push(error.message))
    await page.goto(server.address)
    await page.locator("#lista-canales button").first().waitFor()
    await page.selectOption("#identidad", "secretaria-tecnica")
  })
  afterEach(async () => {
    await page.close()
    await server.close()
    await database.close()
    expect(problems).toEqual([])
  })

  const ask = async (text: string) => {
    await page.fill("#texto", text)
    await page.press("#texto", "Enter")
  }
  const dialog = () => page.getByRole("dialog", { name: "Sesión nueva" })
  const field = (label: string) => dialog().getByLabel(label)
  const open = async (text = "/sesion crear") => {
    await ask(text)
    await dialog().waitFor()
  }
  const send = () => dialog().getByRole("button", { name: "Registrar" }).click()
  const focused = () =>
    page.evaluate<string>("document.activeElement.id || document.activeElement.textContent")
  /** For a person to look at; only when asked for. */
  const picture = async (name: string) => {
    const folder = process.env.CAPTURAS
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
  }

  it("registers a session, and the answer takes the focus", async () => {
    await open()
    expect(await dialog().innerText()).toContain("la siguiente de su serie: SO-23")
    expect(await field("Número").inputValue()).toBe("")
    await field("Fecha").fill("2035-08-20")
    await field("Hora").fill("10:00")
    await field("Modalidad").selectOption("mixta")
    await field("Lugar").fill("Salón «Benito Juárez» <b>2</b>")
    await picture("formulario-1280")
    await send()
    await dialog().waitFor({ state: "detached" })
    const answer = page.locator(".es-privada .tarjeta").last()
    expect(await answer.innerText()).toContain("lunes 20 de agosto de 2035")
    expect(await answer.innerText()).toContain("Salón «Benito Juárez» <b>2</b>")
    expect(await focused()).toContain("2035")
  })

  it("says under each field what was wrong, goes to the first, and keeps what was typed", async () => {
    await open()
    await field("Fecha").fill("2035-08-20")
    await field("Enlace").fill("reunion punto com")
    await field("Lugar").fill("Reforma 99")
    await send()
    await dialog().locator(".problema:visible").first().waitFor()
    const wrong = field("Enlace")
    expect(await wrong.inputValue()).toBe("reunion punto com")
    expect(await field("Lugar").inputValue()).toBe("Reforma 99")
    expect(await wrong.getAttribute("aria-invalid")).toBe("true")
    const described = (await wrong.getAttribute("aria-describedby"))?.split(" ")[0]
    expect(await page.locator(`#${described}`).innerText()).toContain("https://")
    expect(await focused()).toBe("campo-enlace")
    await picture("formulario-problemas-1280")
    await wrong.fill("https://reunion.gob.mx")
    await send()
    await dialog().waitFor({ state: "detached" })
  })

  it("keeps what no picker can show as text", async () => {
    await open('/sesion crear fecha:"fin de octubre"')
    expect(await field("Fecha").getAttribute("type")).toBe("text")
    expect(await field("Fecha").inputValue()).toBe("fin de octubre")
    await send()
    await dialog().locator(".problema:visible").first().waitFor()
    expect(await field("Fecha").inputValue()).toBe("fin de octubre")
  })

  it("is left with Escape without a question, and what was typed is there again, also after a reload", async () => {
    await open()
    await field("Lugar").fill("Reforma 99")
    await page.keyboard.press("Escape")
    await dialog().waitFor({ state: "detached" })
    await page.getByRole("heading", { name: "Sesión nueva: sin enviar" }).waitFor()
    await page.reload()
    await page.getByRole("button", { name: "Seguir llenando" }).click()
    await dialog().waitFor()
    expect(await field("Lugar").inputValue()).toBe("Reforma 99")
    expect(await dialog().innerText()).toContain("Se recuperó lo que había escrito")
    await page.selectOption("#identidad", "enlace-sre", { force: true })
    expect(await page.locator("#mensajes").innerText()).not.toContain("Sesión nueva")
    await page.selectOption("#identidad", "secretaria-tecnica", { force: true })
    await dialog().getByRole("button", { name: "Empezar de nuevo" }).click()
    expect(await field("Lugar").inputValue()).toBe("")
    await field("Fecha").fill("2035-08-20")
    await send()
    await dialog().waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Seguir llenando" }).waitFor({ state: "detached" })
  })

  it("stays with what was typed when the bot does not answer, and is sent once it is back", async () => {
    await open()
    await field("Fecha").fill("2035-08-20")
    await field("Lugar").fill("Reforma 99")
    const { port } = server
    await server.close()
    await send()
    await dialog().getByRole("alert").filter({ hasText: "No hay conexión" }).waitFor()
    expect(await field("Lugar").inputValue()).toBe("Reforma 99")
    server = await start(port)
    await send()
    await dialog().waitFor({ state: "detached" })
    expect(await page.locator(".es-privada .tarjeta").last().innerText()).toContain("Reforma 99")
  })

  it("is done once when only the answer was lost", async () => {
    await open()
    await field("Fecha").fill("2035-08-20")
    await page.route(
      "**/api/formulario",
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await send()
    await dialog().getByRole("alert").filter({ hasText: "No hay conexión" }).waitFor()
    await send()
    await dialog().waitFor({ state: "detached" })
    await page.getByRole("heading", { name: "El formulario ya se había enviado" }).waitFor()
    await ask("/sesion lista")
    await page.getByText("SO-23").first().waitFor()
  })

  it("is not lost to a refusal", async () => {
    await open()
    await field("Lugar").fill("Reforma 99")
    // Meanwhile the post is no longer theirs: the bot refuses what it offered a moment ago.
    await page.route("**/api/formulario", (route) =>
      route.continue({
        postData: (route.request().postData() ?? "").replace("secretaria-tecnica", "enlace-sre"),
      }),
    )
    await send()
    await dialog().getByRole("alert").filter({ hasText: "No tiene permiso" }).waitFor()
    expect(await field("Lugar").inputValue()).toBe("Reforma 99")
  })

  it("is filled in with the keyboard alone on a phone 360 pixels wide, and names every control", async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Control+A")
    await page.keyboard.type("24")
    expect(await field("Número").inputValue()).toBe("24")
    await picture("formulario-360")
    const width = await page.evaluate<number>("document.documentElement.scrollWidth")
    expect(width).toBeLessThanOrEqual(360)
    expect(await dialog().evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true)
    await field("Enlace").fill("x")
    await page.keyboard.press("Enter")
    await dialog().locator(".problema:visible").first().waitFor()
    await picture("formulario-problemas-360")
    const checks = readFileSync(new URL("../support/page-checks.js", import.meta.url), "utf8")
    const { nameless, faint } = await page.evaluate<Record<"nameless" | "faint", string[]>>(checks)
    expect(nameless).toEqual([])
    expect(faint).toEqual([])
  })
})
