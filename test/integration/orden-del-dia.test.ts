import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Charla, type Conversacion, startConversacionTras } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacionTras("SO-23 programmed for August with three items", programada)
})
afterEach(() => chat.close())

async function programada(antes: Charla): Promise<void> {
  const values = { tipo: "ordinaria", numero: "23", fecha: "2024-08-15", hora: "10:00" }
  await antes.submit(ST, "sesion.crear", values)
  for (const titulo of ["Lista de asistencia", "Seguimiento de acuerdos", "Asuntos generales"])
    await antes.submit(ST, "sesion.punto-agregar:SO-23", { titulo, difusion: "integrantes" })
}

const listed = (text: string) => [...text.matchAll(/^\d+\. (.+)$/gm)].map((match) => match[1])
const agenda = async (user = ST) => (await chat.ask(user, "/sesion agenda SO-23")).text
const convocar = async () => {
  const { card } = await chat.ask(ST, "/sesion convocar SO-23")
  await chat.press(ST, card.actions[0]?.id ?? "")
}
const logged = async () => {
  const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-23")
  return (await chat.eventos(`sesion:${sesion?.id}`)).map(({ tipo }) => tipo)
}

describe("a session that is not there", () => {
  it.each(["punto-agregar", "proponer", "documento-agregar"])(
    "is told before the form of %s is filled in, not after",
    async (subcommand) => {
      const answer = await chat.open("secretaria-tecnica", `/sesion ${subcommand} SO-99`)
      if (answer.kind !== "reply") throw new Error("a form was opened")
      expect(answer.card.title).toBe("No se encontró la sesión")
    },
  )

  it("is not acted on in the name of another by a button that seems only to show it", async () => {
    const { card } = await chat.ask("secretaria-tecnica", "/sesion instalar SO-99")
    expect(card.actions.map(({ label }) => label)).toContain("Continuar con SO-22")
    const agenda = await chat.ask("secretaria-tecnica", "/sesion agenda SO-99")
    expect(agenda.card.actions.map(({ label }) => label)).toContain("Ver SO-22")
  })
})

describe("the orden del día", () => {
  it("is built item by item and kept in order", async () => {
    const { text } = await chat.ask(ST, "/sesion preparar SO-23")
    expect(listed(text)).toEqual(["Lista de asistencia", "Seguimiento de acuerdos", "Asuntos generales"])
    expect(await logged()).toEqual(["sesion.creada", "punto.agregado", "punto.agregado", "punto.agregado"])
  })

  it("is reordered by the places that the list shows", async () => {
    const { text } = await chat.ask(ST, "/sesion punto mover SO-23 3 1")
    expect(listed(text)).toEqual(["Asuntos generales", "Lista de asistencia", "Seguimiento de acuerdos"])
    expect(listed((await chat.ask(ST, "/sesion punto mover SO-23 1 99")).text).at(-1)).toBe(
      "Asuntos generales",
    )
  })

  it("has, once convened, the numbers of its convocatoria", async () => {
    await convocar()
    for (const user of [ST, "enlace-sre"]) {
      expect(listed(await agenda(user))).toEqual([
        "Lista de asistencia",
        "Seguimiento de acuerdos",
        "Asuntos generales",
      ])
      expect(await agenda(user)).not.toContain("no numera")
    }
  })

  it("keeps what is withdrawn on record, with its reason, and out of the agenda that is sent", async () => {
    await chat.submit(ST, "sesion.punto-retirar:SO-23", { punto: "2", motivo: "Falta el informe" })
    expect(listed((await chat.ask(ST, "/sesion preparar SO-23")).text)[2]).toContain(
      "(retirado: Falta el informe)",
    )
    expect((await chat.ask(ST, "/sesion convocar SO-23")).text).toContain("Orden del día: 2 puntos")
    await chat.ask(ST, "/sesion punto incluir SO-23 3")
    expect((await chat.ask(ST, "/sesion convocar SO-23")).text).toContain("Orden del día: 3 puntos")
    expect(listed((await chat.ask(ST, "/sesion preparar SO-23")).text)[2]).toContain(
      "Seguimiento de acuerdos",
    )
  })

  it("counts without what was withdrawn, for whoever prepares it as for whoever was called", async () => {
    await convocar()
    await chat.submit(ST, "sesion.punto-retirar:SO-23", { punto: "1", motivo: "Falta el informe" })
    for (const user of [ST, "enlace-sre"])
      expect(listed(await agenda(user))).toEqual(["Seguimiento de acuerdos", "Asuntos generales"])
    expect(await agenda()).toContain("Lista de asistencia (se retiró del orden del día)")
    expect(listed((await chat.ask(ST, "/sesion preparar SO-23")).text)[0]).toContain(
      "Seguimiento de acuerdos",
    )
  })

  it("merges an item into another, and says where it went", async () => {
    const { text } = await chat.ask(ST, "/sesion punto fusionar SO-23 3 2")
    expect(text).toContain("Se retiró «Asuntos generales». Se fusionó con «Seguimiento de acuerdos»")
  })

  it("refuses a place that is not in the list, and says which are", async () => {
    for (const typed of [
      "/sesion punto mover SO-23 9 1",
      "/sesion punto fusionar SO-23 2 2",
      "/sesion punto incluir SO-23 7",
    ]) {
      expect((await chat.ask(ST, typed)).text).toContain("un número del 1 al 3")
    }
  })

  it("of an extraordinary session warns of what does not belong in it, and refuses nothing", async () => {
    await chat.submit(ST, "sesion.crear", { tipo: "extraordinaria", numero: "9", fecha: "2024-08-20" })
    const { text } = await chat.ask(ST, "/sesion punto agregar SE-9 Asuntos Generales")
    expect(text).toContain("una sesión extraordinaria no incluye asuntos generales")
    expect(text).toContain("Se agregó")
  })

  it("is closed once the session is", async () => {
    expect((await chat.ask(ST, "/sesion punto agregar SO-21 Algo más")).text).toContain(
      "La sesión está clausurada",
    )
  })

  it("is only the Secretaría Técnica's to change", async () => {
    for (const typed of [
      "/sesion punto mover SO-23 3 1",
      "/sesion punto agregar SO-23 Otro asunto",
      "/sesion preparar SO-23",
    ]) {
      expect((await chat.ask("enlace-sre", typed)).card.title).toBe("No tiene permiso para este comando")
    }
  })
})

describe("a proposal", () => {
  const propose = (user: string, titulo = "Protocolo de atención") =>
    chat.submit(user, "sesion.proponer:SO-23", { titulo, exposicion: "Para unificar criterios" })

  it("reaches the Secretaría Técnica, and only she and the institution see it until it is taken in", async () => {
    const answer = await propose("enlace-sre")
    expect(JSON.stringify(answer)).toContain("Se envió a la Secretaría Técnica")
    const [told] = await chat.deliveries()
    expect(told?.to.channel).toBe("secretaria-tecnica")
    expect(told?.card.title).toBe("Punto propuesto para SO-23")
    expect(await agenda(ST)).toContain("Protocolo de atención")
    expect(await agenda("enlace-sre")).toContain("Protocolo de atención (propuesta de la SRE")
    expect(await agenda("enlace-salud")).not.toContain("Protocolo")
    expect(await agenda("sin-vincular")).not.toContain("Protocolo")
    await chat.ask(ST, "/sesion punto incluir SO-23 4")
    expect(await agenda("enlace-salud")).toContain("está en preparación")
    await convocar()
    expect(await agenda("enlace-salud")).toContain("Protocolo de atención")
  })

  it("that is included again after it was withdrawn is for all, and an internal item goes on being internal", async () => {
    await propose("enlace-sre")
    await chat.submit(ST, "sesion.punto-agregar:SO-23", { titulo: "Caso en curso", difusion: "interna" })
    for (const lugar of [4, 5]) {
      await chat.submit(ST, "sesion.punto-retirar:SO-23", { punto: String(lugar), motivo: "Se revisa" })
      expect(await agenda(ST)).toContain("se retiró del orden del día")
      expect(await agenda("enlace-salud")).not.toMatch(/Protocolo|Caso/)
      await chat.ask(ST, `/sesion punto incluir SO-23 ${lugar}`)
    }
    await convocar()
    expect(await agenda("enlace-salud")).toContain("Protocolo de atención")
    expect(await agenda("enlace-salud")).not.toContain("Caso en curso")
    expect(await agenda(ST)).toContain("Caso en curso")
  })

  it("is not taken after the body's term, and says when it ended", async () => {
    await chat.ask(ST, "/sesion editar SO-23 fecha:2024-06-13 hora:09:00")
    const answer = JSON.stringify(await propose("enlace-sre"))
    expect(answer).toContain("El plazo para proponer puntos terminó")
    expect(answer).toContain("martes 11 de junio de 2024, 09:00 horas (hora del centro)")
    expect(await agenda(ST)).not.toContain("Protocolo")
  })

  it("needs an institution to make it", async () => {
    expect(JSON.stringify(await propose("administracion-tecnica"))).toContain(
      "No tiene permiso para este comando",
    )
  })
})
