import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Action, Card } from "../../src/cards/card.ts"
import { cardOf } from "../contract/contract-inbound.ts"
import { becomes, greeted, hasBrowser, openBrowser, openPage } from "../support/browser.ts"
import { botOnConsole, type ConsoleServer } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { eventually } from "../support/eventually.ts"

describe.runIf(hasBrowser)("the console's page in Chromium", () => {
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
    await greeted(page)
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
  const become = (user: string) => becomes(page, user)
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

  it("shows the picture of a whole board in its card, and reads its name aloud", async () => {
    await become("secretaria-tecnica")
    const answer = await ask("/compromiso tablero")
    const picture = answer.getByRole("img", { name: /^Gráfica. Tablero de compromisos: / })
    await picture.waitFor()
    const image = "document.querySelector('.grafica')"
    expect(
      await page.evaluate<number>(`${image}.decode().then(() => ${image}.naturalWidth)`),
    ).toBeGreaterThan(300)
    await answer.getByRole("link", { name: /^Descargar la gráfica \(tablero-.*\.png\)$/ }).waitFor()
  })

  it("takes what is written without a slash, and says what it understood", async () => {
    await become("enlace-sre")
    const answer = await ask("¿qué acordamos sobre capacitación?")
    expect(await answer.innerText()).toContain("Entendí: /acuerdo buscar capacitación")
    expect(await answer.innerText()).toContain("CI/SO-21/03/2024")
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
    expect(await log()).toMatch(/Estimad(?:a\/o|as\/os) enlace.* de la SRE:/)
    await page.locator("#reloj-rotulo", { hasText: "Reloj de demostración (adelantado)" }).waitFor()
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

  it("says that nobody of the data has an account here, and how to give them one", async () => {
    expect(await page.locator("#sin-cuentas").isVisible()).toBe(false)
    await page.route("**/api/estado*", async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), personas: [] } })
    })
    await page.reload()
    await page.locator("#sin-cuentas").waitFor()
    expect(await page.locator("#sin-cuentas").innerText()).toContain("adapter: consola, workspace: demo")
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

  const SRE = { adapter: "consola", workspace: "demo", channel: "sre" } as const
  const lines = (word: string, count: number) => Array.from({ length: count }, () => word).join(" ")
  const cita = (hora: string, extra: Partial<Card> = {}) =>
    cardOf(`La sesión comienza a las ${hora} horas.`, { title: "Cita", ...extra })
  const post = async (key: string, card: Card) => {
    const outcome = await server.adapter.send({ to: SRE, card, part: 0, key })
    assert(outcome.kind === "accepted")
    return outcome.receipt
  }
  const edit = (receipt: Awaited<ReturnType<typeof post>>, card: Card, key = "edicion") =>
    server.adapter.editing?.edit({ receipt, card, part: 0, key })
  const message = (text: string) => page.locator("#mensajes .mensaje", { hasText: text })

  it("saves a message's file as it is, without asking the server", async () => {
    const content = "BEGIN:VCALENDAR\r\nSUMMARY:Sesión «ñ» #1%\r\nEND:VCALENDAR\r\n"
    const mediaType = "text/calendar; charset=utf-8"
    const file = { name: "SO-23.ics", mediaType, content, label: "Agregar a su calendario", url: null }
    await post("archivo", cardOf("Se convoca.", { file }))
    await openChannel("sre")
    const link = message("Se convoca.").getByRole("link", { name: "Agregar a su calendario (SO-23.ics)" })
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()])
    expect(download.suggestedFilename()).toBe("SO-23.ics")
    expect(readFileSync(await download.path(), "utf8")).toBe(content)
  })

  it("changes a message in its place, says that it was changed, and adds none", async () => {
    const receipt = await post("cita", cita("10:00"))
    await post("otra", cardOf("Otro mensaje.", { title: "Después" }))
    await openChannel("sre")
    await message("Otro mensaje").waitFor()
    expect(await log()).not.toContain("(actualizado)")
    await edit(receipt, cita("12:00", { title: '<img src=x onerror="document.title=1"> @everyone' }))
    await message("12:00 horas").waitFor()
    expect(await page.locator("#mensajes .mensaje").count()).toBe(2)
    expect(await log()).not.toContain("10:00")
    expect(await page.locator("#mensajes .mensaje").first().innerText()).toContain("(actualizado)")
    expect(await page.locator("#mensajes .actualizado").count()).toBe(1)
    expect(await page.locator("#mensajes img").count()).toBe(0)
    expect(await page.title()).toBe("Plenaria · Consola")
  })

  it("keeps the reading position and the focus while messages change above, in and below", async () => {
    const actions: readonly Action[] = [
      { id: "sesion.agenda:SO-22", label: "Orden del día", style: "normal" },
      { id: "sesion.asistencia:SO-22", label: "Asistencia", style: "normal" },
    ]
    const long = (title: string, count: number) => cardOf(lines("palabra", count), { title, actions })
    const receipts = []
    for (const name of ["Uno", "Dos", "Tres", "Cuatro", "Cinco"])
      receipts.push(await post(name, long(name, 150)))
    const [first, , third, , fifth] = receipts
    assert(first && third && fifth)
    await openChannel("sre")
    await message("Cinco").waitFor()
    const node = 'document.querySelectorAll("#mensajes .mensaje")[2]'
    const scroll = `{ top: ${node}.offsetTop - 30, behavior: "instant" }`
    await page.evaluate(`document.querySelector("#mensajes").scrollTo(${scroll})`)
    const button = message("Tres").getByRole("button", { name: "Asistencia" })
    // Whoever goes on reading has not been taken to the button.
    await button.evaluate((node) => Reflect.get(node, "focus").call(node, { preventScroll: true }))
    const where = async () =>
      Math.round((await page.locator("#mensajes .mensaje").nth(2).boundingBox())?.y ?? 0)
    const before = await where()
    /** The page is drawn anew after the message is there. */
    const stays = async (why: string) => {
      const now = await eventually(where, (place) => place === before)
      expect(now, why).toBe(before)
    }

    await edit(first, long("Uno, corregido", 600), "e1")
    await message("Uno, corregido").waitFor({ state: "attached" })
    await stays("one above grew")
    await edit(fifth, long("Cinco, corregido", 20), "e2")
    await message("Cinco, corregido").waitFor({ state: "attached" })
    await stays("one below shrank")
    await edit(third, long("Tres, corregido", 30), "e3")
    await message("Tres, corregido").waitFor({ state: "attached" })
    await stays("it changed itself")
    expect(await button.and(page.locator(":focus")).count()).toBe(1)
    expect(await page.locator("#mas").isHidden(), "nothing new to be read below").toBe(true)

    await edit(third, cardOf("Sin botones.", { title: "Tres, otra vez" }), "e4")
    await message("Tres, otra vez").waitFor({ state: "attached" })
    const card = message("Tres, otra vez").locator(".tarjeta")
    expect(await card.and(page.locator(":focus")).count()).toBe(1)
  })

  it("shows a page that comes back the changes that it missed, and counts them as nothing new", async () => {
    const receipt = await post("cita", cita("10:00"))
    await post("otra", cardOf("Otro mensaje.", { title: "Después" }))
    await openChannel("sre")
    await message("10:00 horas").waitFor()
    await page.locator("#lista-directos button").click()
    const { port } = server
    await server.close()
    await page.locator("#conexion").waitFor()
    server = await start(port)
    await edit(receipt, cita("12:00"))
    await page.locator("#conexion").waitFor({ state: "hidden" })
    await post("tercera", cardOf("El último.", { title: "Tercero" }))
    await page.locator("#lista-canales button", { hasText: "# sre" }).locator(".nuevos").waitFor()
    const count = page.locator("#lista-canales button", { hasText: "# sre" }).locator(".nuevos")
    expect(await count.textContent()).toBe("1 mensaje nuevo")
    await openChannel("sre")
    await message("12:00 horas").waitFor()
    const titles = await page.locator("#mensajes h3").allInnerTexts()
    expect(titles, "a changed message keeps its place").toEqual(["Cita", "Después", "Tercero"])
    await edit(receipt, cita("13:00"), "otra edición")
    await message("13:00 horas").waitFor()
    await page.locator("#lista-directos button").click()
    expect(await count.isHidden(), "what was read stays read").toBe(true)
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
