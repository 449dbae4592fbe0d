import type { Browser, Locator, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { esHabil, sumarDias } from "../../src/domain/tiempo/plazo.ts"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import { becomes, greeted, hasBrowser, openBrowser, openPage } from "../support/browser.ts"
import { type BotOnConsole, botOnConsole } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { eventually } from "../support/eventually.ts"

/** A session as people live it before the console's page; each test goes on where the one before it ended. */
describe.runIf(hasBrowser)("a session before the console's page", () => {
  let browser: Browser
  let database: TestDatabase
  let server: BotOnConsole
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
    database = await createDemoDatabaseOfToday()
    server = await botOnConsole(database)
    page = await openPage(browser, { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" })
    page.on("pageerror", (error) => problems.push(error.message))
    await page.goto(server.address)
    await page.locator("#lista-canales button").first().waitFor()
    await greeted(page)
  })
  afterAll(async () => {
    await page?.close()
    await browser?.close()
    await server?.close()
    await database?.close()
    expect(problems).toEqual([])
  })

  const become = (user: string) => becomes(page, user)
  const openChannel = (name: string) =>
    page
      .locator("#lista-canales button", { hasText: `# ${name}` })
      .first()
      .click()
  const answers = () => page.locator(".es-privada .tarjeta")
  const answer = () => answers().last()
  /** Whatever is asked next is then not taken for it. */
  const answeredTo = async (action: () => Promise<unknown>) => {
    const before = await answers().count()
    await action()
    await answers().nth(before).waitFor()
    return answer()
  }
  const ask = (text: string) =>
    answeredTo(async () => {
      await page.fill("#texto", text)
      await page.press("#texto", "Enter")
    })
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
  /** A message of the channel that says this, once what is due was sent: an edit waits for transactions of other databases. */
  const posted = async (text: string) => {
    const message = page.locator(".mensaje:not(.es-privada) .tarjeta", { hasText: text }).last()
    await eventually(
      async () => {
        await server.tick()
        return message.isVisible()
      },
      (visible) => visible,
    )
    return message
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
    await answeredTo(() => nueva.getByRole("button", { name: "Registrar" }).click())
    await nueva.waitFor({ state: "detached" })
    const punto = await dialogAfter(type("/sesion punto-agregar SO-23"))
    await punto.getByLabel("Título").fill("Protocolo de atención")
    await answeredTo(() => punto.getByRole("button", { name: /Agregar/ }).click())
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
    server.clock.moveTo(instanteDe(fecha, "10:05", "America/Mexico_City"))
    await become("secretaria-tecnica")
    await ask("/sesion acuses SO-23")
    await picture("acuses")
    let pase = await ask("/sesion pase ver SO-23")
    await picture("pase-de-lista-inicio")
    for (const [llegados, siglas] of ["SEGOB", "SRE"].entries()) {
      await pase.getByRole("button", { name: new RegExp(`^Llegó ${siglas}`) }).click()
      await page
        .getByText(llegados === 0 ? "Está 1 de 14" : `Están ${llegados + 1} de 14`)
        .last()
        .waitFor()
      pase = answer()
    }
    await picture("pase-de-lista")
  })

  it("is installed with those who arrived, and its card appears in the channels", async () => {
    for (const siglas of ["SSPC", "SALUD", "BIENESTAR", "SNDIF", "CEAV", "FGR"])
      await ask(`/sesion pase-llegada ${siglas}`)
    const pase = await ask("/sesion pase-ver SO-23")
    await pase.getByRole("button", { name: /^Declarar instalada/ }).click()
    await heading(/instalada/).waitFor()
    await picture("instalada")
    await ask("/sesion punto-discutir 1")
    await picture("en-curso-secretaria")
    await openChannel("integrantes")
    await posted("En discusión1. Protocolo de atención")
    await picture("en-curso")
  })

  it("adopts an agreement that is shown before it is registered", async () => {
    const nuevo = await dialogAfter(type("/acuerdo registrar"))
    await nuevo.getByLabel("Texto").fill("Las instituciones remitirán su protocolo.")
    await nuevo.getByLabel(/esponsables/).fill("SRE y SALUD")
    await nuevo.getByLabel(/Fecha/).fill("en 15 días hábiles")
    await picture("acuerdo-forma")
    await nuevo.getByRole("button", { name: /Revisar|Continuar|Registrar|Ver/ }).click()
    await nuevo.waitFor({ state: "detached" })
    await picture("acuerdo-borrador")
    await answer()
      .getByRole("button", { name: /^Confirmar/ })
      .click()
    await heading(/^Acuerdo registrado/).waitFor()
    await picture("acuerdo-registrado")
  })

  it("votes, by who represents the institution and not by its enlace", async () => {
    const votacion = await dialogAfter(type("/acuerdo votacion-abrir"))
    await votacion.getByLabel("Asunto").fill("¿Se aprueba el protocolo?")
    await picture("votacion-forma")
    await votacion.getByRole("button", { name: /Abrir/ }).click()
    await votacion.waitFor({ state: "detached" })
    await picture("votacion-abierta")
    await become("enlace-sre")
    await openChannel("sre")
    const pedido = await posted("Se pide su voto")
    await pedido.scrollIntoViewIfNeeded()
    await picture("votacion-pedido")
    await pedido.getByRole("button", { name: "A favor" }).click()
    await heading(/^No tiene permiso para este comando/).waitFor()
    // A refusal is read like any other answer; only its title and its edge are red.
    const look = (node: unknown) => {
      const { color, fontSize } = Reflect.get(globalThis, "getComputedStyle")(node)
      return `${color} ${fontSize}`
    }
    const read = (card: Locator) => card.locator("p:not(.etiqueta-demo):not(.nota)").first().evaluate(look)
    expect(await read(answer())).toMatch(/^rgb.+ 16px$/)
    expect(await read(answer())).toBe(await read(pedido))
    await become("suplente-sre")
    await openChannel("sre")
    await pedido.getByRole("button", { name: "A favor" }).click()
    await page.getByText("SRE votó:").last().waitFor()
    await picture("votacion-recibo")
    await become("secretaria-tecnica")
    const abierta = await ask("/acuerdo votacion ver")
    await picture("votacion-ver")
    await abierta.getByRole("button", { name: /^Cerrar la votación/ }).click()
    await heading(/^Votación cerrada/).waitFor()
    await picture("votacion-cerrada")
  })

  it("is closed", async () => {
    await ask("/sesion punto-desahogar 1")
    await ask("/acuerdo lectura")
    await picture("lectura")
    await ask("/sesion clausurar")
    await picture("clausura")
    await answer().getByRole("button", { name: "Leer los acuerdos" }).click()
    await answer().getByRole("button", { name: "Ratificados" }).click()
    await page.getByText("Se ratificó 1 acuerdo.").waitFor()
    expect(await (await ask("/sesion clausurar")).innerText()).toContain("Se clausuró a las")
    await picture("clausurada")
  })

  it("is published, and the summary heads each channel from then on", async () => {
    await ask("/sesion resumen-editar SO-23")
    await picture("resumen-editar")
    const borrador = await ask("/sesion publicar SO-23")
    await picture("publicar")
    await borrador.getByRole("button", { name: /^Publicar/ }).click()
    await heading(/^Resumen.*publicado|publicado/i).waitFor()
    await become("enlace-sre")
    await openChannel("sre")
    await posted("Resumen: ")
    const fijado = page.locator("#fijados button", { hasText: "Resumen: " }).first()
    await fijado.waitFor()
    await fijado.click()
    await picture("fijado")
  })

  it("is put right by a fe de erratas", async () => {
    await become("secretaria-tecnica")
    await ask("/sesion erratas SO-23")
    await picture("erratas")
    await ask("/sesion comunicado SO-23")
    await picture("comunicado")
  })
})
