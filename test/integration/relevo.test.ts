import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const RELEVO = {
  sale: "enlace-sre",
  nombre: "Julia Méndez Ortiz",
  titulo: "Lic.",
  cargo: "Directora de Enlace",
  oficio: "SRE/077/2024",
  fecha: "2024-06-12",
}
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

type Respuesta = Awaited<ReturnType<Conversacion["submit"]>>
const say = (answer: Respuesta) =>
  answer.kind === "reply"
    ? renderPlainText(answer.card)
    : answer.kind === "form"
      ? answer.form.problems.map(({ message }) => String(message)).join(" ")
      : ""
const relevo = (values: Readonly<Record<string, string>> = {}) =>
  chat.submit(ST, "directorio.relevo", { ...RELEVO, ...values })
const confirmar = async (answer: Respuesta, label = "Registrar el relevo") => {
  const found =
    answer.kind === "reply" ? answer.card.actions.find((action) => action.label === label) : undefined
  return found === undefined ? `no button: ${say(answer)}` : (await chat.press(ST, found.id)).text
}
const aviso = async (title: string) =>
  (await chat.deliveries()).filter(({ card }) => card.title.startsWith(title))

describe("a relevo", () => {
  it("is one act: shown first, then both are told, and history stays under the old name", async () => {
    await chat.ask("enlace-sre", "/compromiso avance CI/SO-21/07/2024/SRE Se recabaron los insumos")
    const shown = await relevo()
    expect(say(shown)).toContain("Deja el cargo")
    expect(await aviso("Gracias"), "nothing is done yet").toEqual([])
    expect(await confirmar(shown)).toContain("Falta vincular su cuenta")
    expect(JSON.stringify(await aviso("Gracias por su trabajo"))).toContain("termina el 11 de junio de 2024")
    expect((await chat.ask("enlace-sre", "/compromiso mios")).text, "until the day before").toContain(
      "CI/SO-21/07/2024/SRE",
    )
    chat.movesTo("2024-06-12T16:00:00.000Z")
    expect((await chat.ask("enlace-sre", "/compromiso mios")).text).not.toContain("CI/SO-21/07/2024/SRE")

    const dado = say(await chat.submit(ST, "plenaria.codigo-personal", { persona: "julia-mendez-ortiz" }))
    const [codigo = ""] = /[0-9A-Z]{4}(?:-[0-9A-Z]{1,4}){6}/.exec(dado) ?? []
    expect(say(await chat.submit("julia", "plenaria.vincular-codigo", { codigo }))).toContain("le reconoce")
    const [entrega] = await aviso("Lo que está en curso: SRE")
    expect(entrega?.to.channel).toBe("@julia")
    const text = entrega ? renderPlainText(entrega.card) : ""
    expect(text).toContain("Último avance: Se recabaron los insumos")
    expect(text).toContain("Próxima sesión: Vigésima Segunda Sesión Ordinaria")
    expect((await chat.ask("julia", "/compromiso ver CI/SO-21/07/2024/SRE")).text).toContain(
      "Se recabaron los insumos",
    )
    const directorio = (await chat.ask("julia", "/plenaria directorio SRE")).text
    expect(directorio).toContain("Lic. Julia Méndez Ortiz")
  })

  it("refuses what contradicts the record with what was typed kept, and asks whether a namesake is the same", async () => {
    expect(say(await relevo({ sale: "nadie que conste" }))).toContain("Nadie del directorio se llama así")
    const antes = await confirmar(await relevo({ fecha: "2020-01-01" }))
    expect(antes).toContain("quien llega puede comenzar el 2 de enero de 2024")
    const [suya] = (await chat.data.fresh.directorioWriter.personas()).filter(
      ({ clave }) => clave === "enlace-salud",
    )
    const misma = await relevo({ nombre: suya?.nombre ?? "" })
    expect(say(misma)).toContain("¿Es quien llega?")
    expect(await confirmar(misma, "Es la misma persona")).toContain("Deja el cargo")
    const organo = (await chat.data.read.organos.all()).find(({ clave }) => clave === "ci-trata")
    const unica = await relevo({ sale: ST, fecha: "2024-06-11" })
    expect(organo && (await confirmar(unica))).toContain("se quedaría sin una Secretaría Técnica")
    expect(await aviso("Gracias")).toEqual([])
  })
})

describe("the directory in chat", () => {
  it("is written with forms, and read by members without anybody's account", async () => {
    const hecho = async (form: string, values: Readonly<Record<string, string>>) =>
      say(await chat.submit(ST, form, values))
    const inst = {
      siglas: "SEPEX",
      nombre: "Secretaría de Prueba Expresa",
      voto: "con_voto",
      rol: "integrante",
    }
    expect(await hecho("directorio.institucion-agregar", inst)).toContain("con voz y voto")
    expect(await hecho("directorio.institucion-agregar", inst)).toContain("Coincide en días")
    const nuevo = { institucion: "SEPEX", siglas: "SEPEN", nombre: "Secretaría Nueva", desde: "2024-06-01" }
    expect(await hecho("directorio.institucion-renombrar", nuevo)).toContain(
      "se llama Secretaría Nueva (SEPEN)",
    )
    expect(
      await hecho("directorio.asiento", {
        institucion: "SEPEN",
        voto: "sin_voto",
        rol: "participante",
        orden: "40",
      }),
    ).toContain("con voz y sin voto, lugar 40")
    expect(await hecho("directorio.persona-agregar", { nombre: "Raúl Prado" })).toContain("raul-prado")
    const puesto = { persona: "raul-prado", calidad: "enlace", institucion: "SEPEN", desde: "2024-06-01" }
    expect(await hecho("directorio.designacion-registrar", puesto)).toContain("Enlace institucional; SEPEN")
    expect(await hecho("directorio.designacion-registrar", puesto)).toContain(
      "Coincide en días con Raúl Prado",
    )
    expect(
      await hecho("directorio.persona-editar", {
        persona: "raul-prado",
        nombre: "Raúl Prado Gil",
        cargo: "Director",
      }),
    ).toContain("Raúl Prado Gil, Director")
    const leido = (await chat.ask("enlace-sre", "/plenaria directorio SEPEX")).text
    expect(leido).toContain("Raúl Prado Gil")
    const exportado = await chat.ask(ST, "/directorio exportar")
    expect(exportado.card.file?.content).toContain("Raúl Prado Gil,Director,Enlace institucional")
    expect(exportado.card.file?.content).not.toContain("consola")
    const fin = await chat.submit(ST, "directorio.designacion-terminar", {
      persona: "raul-prado",
      hasta: "2024-06-11",
    })
    expect(await confirmar(fin, "Registrar el término")).toContain("hasta el 11 de junio de 2024")
    expect(say(await chat.submit("enlace-sre", "directorio.persona-agregar", { nombre: "Otra" }))).toContain(
      "No tiene permiso",
    )
    expect((await chat.ask("cuenta-ajena", "/plenaria directorio")).text).not.toContain("Raúl")
  })
})

describe("the weekly note of the directory", () => {
  it("tells the Secretaría Técnica once a week what is missing, with the forms that mend it", async () => {
    const [organo] = (await chat.data.read.organos.all()).filter(({ clave }) => clave === "ci-trata")
    if (!organo) throw new Error("no body")
    const nota = async (now: string) => {
      await encolarRecordatorios({ data: chat.data, now }, organo)
      return (await aviso("Directorio por atender")).length
    }
    expect(await nota("2024-06-11T16:00:00.000Z"), "not on a Tuesday").toBe(0)
    const primera = await nota("2024-06-17T16:00:00.000Z")
    expect(primera).toBeGreaterThan(0)
    expect(await nota("2024-06-17T18:00:00.000Z")).toBe(primera)
    const [enviada] = await aviso("Directorio por atender")
    expect(enviada?.card.actions.map(({ id }) => id)).toContain("directorio.designacion-registrar")
    expect(await nota("2024-06-24T16:00:00.000Z"), "a week later").toBe(2 * primera)
  })
})
