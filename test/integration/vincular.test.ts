import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ALGUIEN = "cuenta-nueva"
const DATOS = {
  institucion: "SRE",
  nombre: "Julia Méndez Ortiz",
  cargo: "Directora de Enlace",
  calidad: "enlace",
  oficio: "SRE/001/2024",
}
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

const say = (answer: Awaited<ReturnType<Conversacion["submit"]>>) =>
  answer.kind === "reply"
    ? renderPlainText(answer.card)
    : answer.kind === "form"
      ? answer.form.problems.map(({ message }) => String(message)).join(" ")
      : ""
const pedir = async (datos: Readonly<Record<string, string>> = {}, user = ALGUIEN) =>
  say(await chat.submit(user, "plenaria.vincular", { ...DATOS, ...datos }))
const aviso = async (title: string) =>
  (await chat.deliveries()).filter(({ card }) => card.title.startsWith(title))
const avisoDe = async (title: string) => {
  const [found] = await aviso(title)
  if (!found) throw new Error(`no message ${title}`)
  return found
}
const boton = async (title: string, label: string) => {
  const { card } = await avisoDe(title)
  return card.actions.find((action) => action.label === label)?.id ?? `no button ${label}`
}
const codigoPara = async (persona: string) => {
  const text = say(await chat.submit(ST, "plenaria.codigo-personal", { persona }))
  const [codigo] = /[0-9A-Z]{4}(?:-[0-9A-Z]{1,4}){6}/.exec(text) ?? []
  if (codigo === undefined) throw new Error(text)
  return codigo
}
const usar = async (codigo: string, user = ALGUIEN) =>
  say(await chat.submit(user, "plenaria.vincular-codigo", { codigo }))
const quienEs = async (user: string) => (await chat.ask(user, "/plenaria quien-soy")).text

describe("an account that is nobody's", () => {
  it("asks, is approved in the channel of the Secretaría Técnica, is told, and acts at once", async () => {
    expect((await chat.ask(ALGUIEN, "/compromiso mios")).text).toContain("/plenaria vincular")
    expect(await pedir({ institucion: "Xanadú" })).toContain("No corresponde a ninguna institución")
    expect(await pedir()).toContain("recibirá la respuesta por mensaje directo")
    const solicitud = await avisoDe("Solicitud de vinculación")
    const text = renderPlainText(solicitud.card)
    expect(text).toContain("Julia Méndez Ortiz, Directora de Enlace")
    expect(text).toContain(`consola/demo/${ALGUIEN}`)
    expect((await chat.ask(ST, "/plenaria solicitudes")).text).toContain("1 solicitud espera")
    const aprobar = await boton("Solicitud de vinculación", "Aprobar")
    expect((await chat.press("enlace-sre", aprobar)).text, "not by anybody else").toContain(
      "No tiene permiso",
    )
    expect((await chat.press(ST, aprobar)).text).toContain("La cuenta es de Julia Méndez Ortiz")
    const bienvenida = await avisoDe("Su cuenta quedó vinculada")
    expect(bienvenida.to.channel).toBe(`@${ALGUIEN}`)
    expect(bienvenida.card.actions.map(({ id }) => id)).toContain("compromiso.mios")
    expect((await chat.ask(ALGUIEN, "/compromiso mios")).text).toContain("CI/SO-21/02/2024/SRE")
    expect((await chat.press(ST, aprobar)).text).toContain("ya no espera respuesta")
    expect(await pedir()).toContain("Plenaria le reconoce como Julia Méndez Ortiz")
    expect((await chat.ask("enlace-sre", "/plenaria directorio SRE")).text).not.toContain(ALGUIEN)
  })

  it("asks from the workspace of another institution, which is said to whoever decides", async () => {
    const instituciones = await chat.data.fresh.instituciones.all()
    const de = (siglas: string) => instituciones.find((una) => una.siglas === siglas)?.id ?? null
    const conectado = (siglas: string) =>
      chat.data.transaction(({ conexiones }) =>
        conexiones.save(
          {
            adapter: "consola",
            workspace: "demo",
            nombre: "Espacio",
            institucionId: de(siglas),
            estado: "activa",
            motivo: null,
            medio: "ajustes",
            secretos: null,
            permisos: [],
            conectadaEn: NOW,
            conectadaPor: "la administración técnica",
          },
          NOW,
        ),
      )
    await conectado("SALUD")
    await pedir()
    const AVISO = "el espacio de trabajo de la cuenta está conectado como de SALUD, y pide por SRE"
    expect(renderPlainText((await avisoDe("Solicitud de vinculación")).card)).toContain(AVISO)
    expect((await chat.ask(ST, "/plenaria solicitudes 1")).text).toContain(AVISO)
    await conectado("SRE")
    expect((await chat.ask(ST, "/plenaria solicitudes 1")).text).not.toContain("conectado como de")
  })

  it("is a person on record if it is said to be, refused with a reason, and limited", async () => {
    const [sre] = (await chat.data.fresh.directorioWriter.personas()).filter(
      ({ clave }) => clave === "enlace-sre",
    )
    await pedir({ nombre: sre?.nombre ?? "" })
    const { card } = await avisoDe("Solicitud de vinculación")
    const primera = card.actions.find(({ label }) => label.startsWith("Es "))?.id ?? ""
    expect(primera).toBe("directorio.vinculacion-aprobar:1 persona:enlace-sre")
    expect(renderPlainText(card), "whoever asks may be somebody else").toContain(
      "ya tiene una cuenta vinculada enlace-sre",
    )
    expect(await pedir({ nombre: sre?.nombre ?? "" })).toContain("Su solicitud es la número 2")
    expect((await chat.press(ST, primera)).text, "the second one waits now").toContain("ya no espera")
    const motivo = { motivo: "No consta su oficio de designación." }
    expect(say(await chat.submit(ST, "directorio.vinculacion-rechazar:2", motivo))).toContain("rechazada")
    expect(renderPlainText((await avisoDe("Su solicitud de vinculación no")).card)).toContain(motivo.motivo)
    await pedir({ nombre: sre?.nombre ?? "" })
    const pressed = await chat.press(ST, "directorio.vinculacion-aprobar:3 persona:enlace-sre")
    expect(pressed.text).toContain("(enlace-sre)")
    const otra = await avisoDe("Otra cuenta quedó vinculada")
    expect([otra.to.channel, renderPlainText(otra.card)]).toEqual([
      "@enlace-sre",
      expect.stringContaining(`consola/demo/${ALGUIEN}`),
    ])
    expect(await quienEs(ALGUIEN)).toContain(sre?.nombre)
    for (const n of [1, 2, 3])
      expect(await pedir({ nombre: `Otra Persona ${n}` }, "insistente")).toContain("número")
    expect(await pedir({ nombre: "Otra Persona" }, "insistente")).toContain("Ya envió varias solicitudes")
  })

  it("says «no soy yo», is nobody at once, and the Secretaría Técnica hears of it", async () => {
    expect((await chat.ask("enlace-sre", "/plenaria quien-soy")).card.actions.map(({ id }) => id)).toContain(
      "plenaria.no-soy-yo:enlace-sre",
    )
    expect((await chat.press("enlace-salud", "plenaria.no-soy-yo:enlace-sre")).text).toContain("nada que")
    expect((await chat.press("enlace-sre", "plenaria.no-soy-yo:enlace-sre")).text).toContain(
      "ya no está vinculada",
    )
    expect(await quienEs("enlace-sre")).toContain("Su cuenta no está vinculada")
    expect(await aviso("Alguien dijo «no soy yo»")).not.toEqual([])
  })
})

describe("a personal code", () => {
  it("links once, whoever types it however, and is nowhere on record", async () => {
    const codigo = await codigoPara("enlace-sre")
    expect(await usar(codigo.toLowerCase().replaceAll("-", " "))).toContain(
      "Desde ahora Plenaria le reconoce",
    )
    expect(await quienEs(ALGUIEN)).toContain("Enlace institucional")
    expect(await usar(codigo, "otra-cuenta")).toContain("El código no sirve")
    expect(await aviso("Cuenta vinculada con un código personal")).not.toEqual([])
    await Sql.using(chat.databaseUrl, async (sql) => {
      const plain = codigo.replaceAll("-", "")
      for (const table of ["codigo_personal", "evento", "delivery", "borrador_formulario"]) {
        const rows = JSON.stringify(await sql.rows(`SELECT to_jsonb(t)::text AS t FROM "${table}" t`))
        expect(rows.includes(codigo) || rows.includes(plain), table).toBe(false)
      }
    })
  })

  it("is over after 72 hours, when another one is given, and after five tries of an account", async () => {
    const viejo = await codigoPara("enlace-sre")
    const codigo = await codigoPara("enlace-sre")
    expect(await usar(viejo)).toContain("El código no sirve")
    for (const n of [1, 2, 3, 4]) expect(await usar(`AAAA-000${n}`)).toContain("El código no sirve")
    expect(await usar(codigo), "the sixth try").toContain("El código no sirve")
    chat.movesTo(sumarMs(NOW, 71 * 3_600_000))
    expect(await usar(await codigoPara("enlace-salud"), "a-tiempo")).toContain("Desde ahora")
    const tarde = await codigoPara("enlace-sre")
    chat.movesTo(sumarMs(NOW, (71 + 73) * 3_600_000))
    expect(await usar(tarde, "tarde")).toContain("El código no sirve")
  })
})
