import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

describe("commitments", () => {
  it("are listed by urgency, with business days, counts and the demonstration's label", async () => {
    const { card, text } = await chat.ask("enlace-sre", "/compromiso mios")
    expect(card.title).toBe("Mis compromisos: SRE")
    expect(card.tone).toBe("vencido")
    expect(text).toContain("DATOS DE DEMOSTRACIÓN")
    expect(text).toContain("6 compromisos: 2 vencidos y 4 por atender.")
    const claves = [...text.matchAll(/• (CI\S+)/g)].map((match) => match[1])
    expect(claves).toEqual([
      "CI/SO-21/03/2024/SRE",
      "CI/SO-21/02/2024/SRE",
      "CI/SE-1/01/DEMO/SRE",
      "CI/SE-1/02/DEMO/SRE",
      "CI/SE-1/03/DEMO/SRE",
      "CI/SO-21/07/2024/SRE",
    ])
    expect(text).toContain("12-jun-2024, falta 1 día hábil")
    expect(text).toContain("no atendido; 01-mar-2024, venció hace")
  })

  it("show both dates when they were reprogrammed", async () => {
    const { text } = await chat.ask("enlace-salud", "/compromiso ver se 1 4")
    expect(text).toContain("Compromiso CI/SE-1/04/DEMO/SALUD")
    expect(text).toContain("Fecha original: miércoles 5 de junio de 2024")
    expect(text).toContain("Fecha reprogramada: viernes 14 de junio de 2024")
    expect(text).toContain("Plazo: faltan 3 días hábiles")
  })

  it("say how many are shown of how many, and go on by button in the same message", async () => {
    const first = await chat.ask("secretaria-tecnica", "/compromiso lista todos")
    const shown = /Se muestran 10 de (\d+); página 1 de (\d+)\./.exec(first.text)
    expect(shown).not.toBeNull()
    const next = first.card.actions.find(({ label }) => label === "Página siguiente")
    const second = await chat.press("secretaria-tecnica", next?.id ?? "")
    expect(second.text).toContain(`página 2 de ${shown?.[2]}`)
    expect(second.replaces).toBe(true)
  })

  it("are filtered by institution, by any of its names", async () => {
    const bySiglas = await chat.ask("enlace-sre", "/compromiso lista salud")
    expect(bySiglas.card.title).toBe("Compromisos en curso: SALUD")
    expect(bySiglas.text).not.toContain("/SRE")
    expect((await chat.ask("enlace-sre", "/compromiso lista Cancillería")).card.title).toContain("SRE")
    expect((await chat.ask("enlace-sre", "/compromiso lista vencidos")).card.title).toContain("vencidos")
  })

  it("of an unknown or ambiguous institution are asked about", async () => {
    const unknown = await chat.ask("enlace-sre", "/compromiso lista Xanadú")
    expect(unknown.card.tone).toBe("error")
    expect(unknown.text).toContain("«Xanadú»")
    const ambiguous = await chat.ask("enlace-sre", "/compromiso lista Secretaría")
    expect(ambiguous.card.title).toBe("¿De qué institución?")
    const pressed = await chat.press("enlace-sre", ambiguous.card.actions[0]?.id ?? "")
    expect(pressed.card.title).toContain("Compromisos en curso:")
  })

  it("that are none say so, and what to do", async () => {
    const none = await chat.ask("participante-cndh", "/compromiso mios")
    expect(none.text).toContain("CNDH no tiene compromisos por atender")
    expect(none.text).toContain("/compromiso lista")
    const withoutPost = await chat.ask("administracion-tecnica", "/compromiso mios")
    expect(withoutPost.card.title).toBe("No tiene permiso para este comando")
  })

  it("of one's own institution are found by the acuerdo's clave alone", async () => {
    const { text } = await chat.ask("enlace-sre", "/compromiso ver so 21 3")
    expect(text).toContain("Compromiso CI/SO-21/03/2024/SRE")
    expect(text).toContain("Remitir observaciones al contenido del curso básico de capacitación.")
  })
})

describe("acuerdos", () => {
  it("that are pending come by urgency, with their follow-up", async () => {
    const { card, text } = await chat.ask("secretaria-tecnica", "/acuerdo")
    expect(card.title).toContain("Acuerdos pendientes")
    expect(text).not.toContain("CI/SO-21/01/2024")
    expect(text).not.toContain("CI/SO-21/06/2024")
    expect(text).toMatch(/CI\/SO-21\/03\/2024 .* compromisos abiertos, \d+ vencidos/)
    expect(card.actions.map(({ id }) => id)).toContain("acuerdo.lista:todos")
  })

  it("are found by a loosely typed clave, with their whole text and a table", async () => {
    const { text } = await chat.ask("enlace-sre", "/acuerdo ver so 21 3")
    expect(text).toContain(
      "Las instituciones integrantes remitirán observaciones al contenido del curso básico de capacitación; consolida la Secretaría de Gobernación.",
    )
    expect(text).toContain("Fecha de la sesión: viernes 16 de febrero de 2024")
    expect(text).toMatch(/Institución: .+\nFecha: .+\nEstado: .+\nPlazo: /)
  })

  it("that several fit are asked about, and unknown ones answered with similar ones", async () => {
    const several = await chat.ask("enlace-sre", "/acuerdo ver so 21")
    expect(several.card.title).toBe("¿Qué acuerdo busca?")
    const pressed = await chat.press("enlace-sre", several.card.actions[0]?.id ?? "")
    expect(pressed.card.title).toMatch(/^Acuerdo CI\/SO-21/)
    const unknown = await chat.ask("enlace-sre", "/acuerdo ver CI/SO-21/99/2024")
    expect(unknown.card.title).toBe("No se encontró el acuerdo")
    expect(unknown.card.actions.length).toBeGreaterThan(1)
  })

  it("that exist and are not the asker's are answered exactly like those that do not", async () => {
    const hidden = await chat.ask("sin-vincular", "/acuerdo ver CI/SO-21/03/2024")
    const absent = await chat.ask("sin-vincular", "/acuerdo ver CI/SO-77/03/2024")
    expect(hidden.text.replace("SO-21", "SO-77")).toBe(absent.text)
  })
})

describe("who asks", () => {
  it("is told their posts, terms and what they can see", async () => {
    const { card, text } = await chat.ask("enlace-sre", "/plenaria quien-soy")
    expect(card.title).toContain("enlace de la SRE")
    expect(text).toContain("Enlace institucional; Secretaría de Relaciones Exteriores (SRE)")
    expect(text).toContain("desde el 1 de enero de 2024; oficio DEMO/EN/003")
    expect(text).toContain("Los compromisos de SRE, con su texto y sus avances.")
  })

  it("without a linked account is told what to send to the Secretaría Técnica", async () => {
    const { text } = await chat.ask("U0NADIE", "/plenaria quien-soy")
    expect(text).toContain("Cuenta: U0NADIE")
    expect(text).toContain("Secretaría Técnica")
  })
})

describe("the router", () => {
  const place = { adapter: "consola", workspace: "demo", channel: "sre" } as const
  const actor = { adapter: "consola", workspace: "demo", user: "enlace-sre" } as const
  const command = (eventId: string, name: string, text: string) =>
    chat.router.command({
      eventId,
      actor,
      place,
      name,
      rawOptions: { kind: "text", text },
      receivedAt: "2024-06-11T16:00:00.000Z",
    })

  it("answers an event once, however often the platform delivers it", async () => {
    const answers = await Promise.all(["a", "b", "c"].map(() => command("evento-1", "plenaria", "ayuda")))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["duplicate", "duplicate", "reply"])
  })

  it("suggests the nearest command with a button that runs it", async () => {
    const { card, text } = await chat.ask("enlace-sre", "/compromiso mioss")
    expect(text).toContain("¿Quiso decir «/compromiso mios»?")
    expect((await chat.press("enlace-sre", card.actions[0]?.id ?? "")).card.title).toBe(
      "Mis compromisos: SRE",
    )
  })

  it("tells the limit to a text that is too long", async () => {
    const { text } = await chat.ask("enlace-sre", `/acuerdo ver ${"x".repeat(10_000)}`)
    expect(text).toContain("el límite es de 1000")
  })

  it("names the option, what it received and what it accepts", async () => {
    expect((await chat.ask("enlace-sre", "/acuerdo ver")).text).toContain("Falta «clave»")
    const { text } = await chat.ask("enlace-sre", "/acuerdo lista pagina:dos")
    expect(text).toContain("«pagina» recibió «dos»: debe ser un número entero.")
  })

  it("leaves markup and mentions in what it repeats as plain text", async () => {
    const { card } = await chat.ask("enlace-sre", "/acuerdo ver <!channel> @everyone <@U1> **x**")
    expect(JSON.stringify(card.blocks)).toContain("<!channel> @everyone <@U1> **x**")
    expect(JSON.stringify(card.blocks)).not.toContain('"mention"')
  })

  it.each(["", "x", "sesion.borrar:1", "compromiso.ver", "acuerdo.ver:'; DROP TABLE acuerdo;--"])(
    "answers the button «%s» clearly",
    async (id) => {
      const { card, text } = await chat.press("enlace-sre", id)
      expect(card.tone).toBe("error")
      expect(text).not.toContain("REF-")
    },
  )

  it("accepts a platform's typed options", async () => {
    const answer = await chat.router.command({
      eventId: "evento-2",
      actor,
      place,
      name: "acuerdo",
      rawOptions: { kind: "typed", subcommand: "lista", values: { estado: "todos" } },
      receivedAt: "2024-06-11T16:00:00.000Z",
    })
    expect(answer.kind === "reply" && answer.card.title).toMatch(/^Acuerdos:/)
  })
})
