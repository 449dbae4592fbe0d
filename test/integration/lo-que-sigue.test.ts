import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
  await chat.submit(ST, "sesion.crear", {
    tipo: "ordinaria",
    numero: "23",
    fecha: "2024-08-15",
    hora: "10:00",
  })
})
afterAll(() => chat.close())

const offered = async (user: string, typed: string) =>
  (await chat.ask(user, typed)).card.actions.map(({ id }) => id)

describe("a refusal", () => {
  it.each([
    ["/acuerdo ver", "acuerdo.lista"],
    ["/compromiso validar", "compromiso.lista"],
    ["/sesion publicar", "sesion.lista"],
    ["/sesion quorum SO-23", "sesion.convocar:SO-23"],
    ["/sesion convocar SO-23", "sesion.preparar:SO-23"],
    ["/sesion instalar SO-23", "sesion.convocar:SO-23"],
    ["/sesion instalar SO-21", "sesion.resumen:SO-21"],
  ])("of «%s» offers %s, where it goes on", async (typed, action) => {
    expect(await offered(ST, typed)).toContain(action)
  })

  it("says by which command a session is changed in the state that it is in", async () => {
    const { text } = await chat.ask(ST, '/sesion rectificar SO-23 sede:"Salón Juárez" Cambio de sede')
    expect(text).toContain("Sus datos se cambian con /sesion editar SO-23")
    expect((await chat.ask(ST, "/sesion editar SO-22 hora:11:00")).text).toContain("/sesion rectificar SO-22")
  })

  it("offers nobody what they may not do", async () => {
    expect(await offered("enlace-sre", "/sesion acuse SO-23")).toEqual(["sesion.proxima"])
  })
})

describe("what is asked for without saying which", () => {
  it.each(["/plenaria reenviar", "/plenaria descartar"])(
    "lists with %s what waits for somebody",
    async (typed) => {
      expect((await chat.ask(ST, typed)).text).toContain("Entregas por atender")
    },
  )

  it("keeps all that was written, when no word of it names a session", async () => {
    const { card, text } = await chat.ask(ST, "/sesion cancelar Sin materia que tratar")
    expect(text).toContain("Se conserva: Motivo: «Sin materia que tratar»")
    const next = card.actions.find(({ label }) => label === "Continuar con SO-23")
    expect((await chat.press(ST, next?.id ?? "")).text).toContain("Motivo: «Sin materia que tratar»")
  })
})
