import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { designar } from "../support/designar.ts"
import { PUNTOS, type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

/** One convened session of three items, to the second of which an institution from outside the body is invited. */
let chat: SesionInstalada
beforeAll(async () => {
  chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
  chat.movesTo("2024-06-12T16:00:00.000Z")
  await designar(chat, [["invitada-inacipe", "invitado_especial", "INACIPE"]])
  await chat.amend((documento) => ({
    ...documento,
    canales: [
      ...documento.canales,
      {
        clave: "inacipe",
        nombre: "canal-inacipe",
        adapter: "consola",
        workspace: "demo",
        canal: "inacipe",
        audiencia: "invitada",
        organo: "ci-trata",
        institucion: "INACIPE",
        activo: true,
        origen: "demo",
      },
    ],
  }))
})
afterAll(() => chat.close())

/** What its channel was sent, newest first. */
const dicho = async () =>
  (await chat.deliveries())
    .filter(({ to }) => to.channel === "inacipe")
    .map(({ card }) => renderPlainText(card))
const INVITADA = "invitada-inacipe"
const proponer = async (user: string) => {
  const answer = await chat.submit(user, "sesion.proponer:SO-23", { titulo: "Otro asunto" })
  return answer.kind === "reply" ? renderPlainText(answer.card) : answer.kind
}

describe("an institution that is invited to one item", () => {
  it("knows of nothing before, and then of that item, its day and its place alone", async () => {
    expect((await chat.ask(INVITADA, "/sesion agenda SO-23")).text).not.toContain("Vigésima Tercera")
    for (const [nombre, punto] of [
      ["Protocolo", "2"],
      ["Carpeta", ""],
    ])
      await chat.submit(ST, "sesion.documento-agregar:SO-23", {
        nombre: nombre ?? "",
        direccion: `https://ejemplo.gob.mx/${nombre}.pdf`,
        punto: punto ?? "",
      })

    expect((await chat.ask("enlace-sre", "/sesion invitar SO-23 2 INACIPE")).card.title).toContain(
      "No tiene permiso",
    )
    expect((await chat.ask(ST, "/sesion invitar SO-23 2 INACIPE")).text).toContain("Se invitó a INACIPE")
    expect((await chat.ask(ST, "/sesion invitar SO-23 2 INACIPE")).text).toContain("ya estaba invitada")

    const { text } = await chat.ask(INVITADA, "/sesion agenda SO-23")
    expect(text).toContain(PUNTOS[1])
    expect(text).toContain("31 de julio de 2024")
    expect(text).toContain("Protocolo")
    const [mensaje, ...otros] = await dicho()
    expect(otros).toEqual([])
    expect(mensaje).toContain("Asunto al que se le invita")
    expect(mensaje).toContain(PUNTOS[1])
    for (const oculto of [PUNTOS[0], PUNTOS[2], "Carpeta"]) {
      expect(text).not.toContain(oculto)
      expect(mensaje).not.toContain(oculto)
    }
  })

  it("neither answers, nor proposes, nor reads what the body decided", async () => {
    expect((await chat.ask(INVITADA, "/sesion acuse SO-23")).text).toContain(
      "No tiene permiso para este comando",
    )
    expect(await proponer(INVITADA)).toContain("No tiene permiso para este comando")
    for (const typed of ["/acuerdo lista todos", "/compromiso lista todos", "/acuerdo votacion-ver"])
      expect((await chat.ask(INVITADA, typed)).text).not.toContain("observaciones al contenido del curso")
  })

  it("hears that the session changed, and no longer sees the item once its invitation is taken back", async () => {
    const cambio = { fecha: "2024-07-31", hora: "11:00", motivo: "Cambio de hora" }
    await chat.submit(ST, "sesion.rectificar:SO-23", cambio)
    expect((await dicho())[0]).toContain("11:00 horas")
    expect((await chat.ask("presidencia", "/sesion invitacion-lista SO-23")).text).toContain("INACIPE")
    await chat.ask(ST, "/sesion invitacion-retirar SO-23 2 INACIPE")
    expect((await chat.ask(INVITADA, "/sesion agenda SO-23")).text).not.toContain(PUNTOS[1])
  })
})

describe("whoever takes part with a voice", () => {
  it("opens the documents of the items and not the folder, and proposes through those who integrate the body", async () => {
    const { text } = await chat.ask("participante-cndh", "/sesion documento-lista SO-23")
    expect(text).toContain("Protocolo")
    expect(text).not.toContain("Carpeta")
    expect((await chat.ask("enlace-sre", "/sesion documento-lista SO-23")).text).toContain("Carpeta")
    expect(await proponer("participante-cndh")).toContain("por conducto de una institución integrante")
  })
})
