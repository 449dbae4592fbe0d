import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { QueSePuede } from "../../src/commands/parser/llano/lectura.ts"
import { leerFrase } from "../../src/commands/parser/llano/leer.ts"
import type { Conversacion } from "../support/conversacion.ts"
import { startConversacion } from "../support/conversacion.ts"
import { type Juicio, juzgar, leerEtiquetadas } from "../support/frases/juzgar.ts"
import { lugarDe, PERSONAS } from "../support/frases/lugar.ts"

const NOW = "2026-11-26T16:00:00.000Z"

let charla: Conversacion
beforeAll(async () => {
  charla = await startConversacion(NOW)
})
afterAll(() => charla.close())

async function dice(user: string, texto: string, channel = "directo", eventId: string = randomUUID()) {
  const answer = await charla.router.command({
    eventId,
    actor: { adapter: "consola", workspace: "demo", user },
    place: { adapter: "consola", workspace: "demo", channel },
    name: "",
    rawOptions: { kind: "text", text: texto },
    receivedAt: NOW,
    llano: true,
  })
  if (answer.kind !== "reply") return { kind: answer.kind, text: "", ids: [] as readonly string[] }
  return {
    kind: answer.kind,
    text: renderPlainText(answer.card),
    ids: answer.card.actions.map(({ id }) => id),
  }
}

describe("what is written as to a colleague", () => {
  it("is answered where it only asks, and says how it was read", async () => {
    const { text } = await dice("enlace-sre", "me pasas el orden del día de la vigésima segunda porfa")
    expect(text).toContain("Entendí: /sesion agenda SO-22")
    expect(text).toContain("Orden del día")
  })

  it("is never an act that is done: it is proposed, and its button does it", async () => {
    const antes = await cuantosEventos()
    const { text, ids } = await dice("enlace-sre", "sí vamos a la 22, va el titular")
    expect(text).toContain("Todavía no se ha registrado ni enviado nada.")
    expect(ids[0]).toBe("sesion.asistencia:titular sesion:SO-22")
    // Not even what is written as an order would be, without its slash.
    const orden = await dice("enlace-sre", "sesion asistencia titular SO-22")
    expect(orden.text).toContain("Todavía no se ha registrado ni enviado nada.")
    expect(await cuantosEventos()).toBe(antes)
    const { text: hecho } = await charla.press("enlace-sre", ids[0] ?? "")
    expect(hecho).toContain("asistirá su titular")
    expect(await cuantosEventos()).toBeGreaterThan(antes)
  })

  it("asks which of several that are as likely, and does nothing that is denied", async () => {
    const cual = await dice("enlace-sre", "ya cumplimos lo de capacitación")
    expect(cual.ids).toEqual([
      "compromiso.cumplido:CI/SO-21/03/2024/SRE",
      "compromiso.cumplido:CI/SE-1/01/DEMO/SRE",
    ])
    const negada = await dice("secretaria-tecnica", "no canceles la sesión")
    expect(negada.text).toContain("No se ha hecho nada")
    expect(negada.ids).toEqual(["sesion.proxima"])
  })

  it("is refused to who may not, with the reason", async () => {
    const { text } = await dice("enlace-sre", "¿ya confirmó la SSPC?")
    expect(text).toContain("No tiene permiso")
    expect((await dice("nadie", "q me toca")).text).toContain("requiere vinculación")
  })

  it("neither keeps nor repeats protected data", async () => {
    const { text, ids } = await dice(
      "enlace-sre",
      "avance del 3 de la 21: ya atendimos a la víctima María N de 14 años en el albergue",
    )
    expect(text).toContain("no se guarda ni se repite")
    expect(`${text} ${ids.join(" ")}`).not.toMatch(/Mar[ií]a|albergue/u)
  })

  it("greets in a line with what waits, says what it does not do, and offers what is likeliest", async () => {
    expect((await dice("enlace-sre", "hola buenas tardes")).text).toMatch(/esperan? /u)
    expect((await dice("enlace-sre", "quiero denunciar a alguien por trata")).text).toContain(
      "no es un canal de denuncia",
    )
    const nada = await dice("enlace-sre", "asdfghjk")
    expect(nada.text).toContain("No entendí")
    expect(nada.ids.length).toBeGreaterThan(2)
  })

  it("is answered once, however often the platform brings it", async () => {
    const evento = randomUUID()
    expect((await dice("enlace-sre", "q me toca", "directo", evento)).kind).toBe("reply")
    expect((await dice("enlace-sre", "q me toca", "directo", evento)).kind).toBe("duplicate")
  })

  it("is also what follows a slash and is no order", async () => {
    expect((await charla.ask("enlace-sre", "sesion en donde va a ser")).text).toContain(
      "Entendí: /sesion proxima",
    )
    expect((await charla.ask("enlace-sre", "compromiso pon el 3 de la 21 como atendido")).text).toContain(
      "Todavía no se ha registrado",
    )
  })
})

describe("the project's own phrases", () => {
  it("are understood, or asked about, and hardly ever taken for something else", async () => {
    const filas = leerEtiquetadas(
      readFileSync(new URL("../support/frases/propias.tsv", import.meta.url), "utf8"),
    )
    const lugares = new Map<string, QueSePuede>()
    for (const [rol, user] of Object.entries(PERSONAS))
      lugares.set(rol, await lugarDe(charla.data, user, NOW))
    const juicios = filas.flatMap((fila) => {
      const lugar = lugares.get(fila.rol)
      return lugar ? [{ fila, ...juzgar(fila, leerFrase(fila.texto, lugar), lugar.mundo.proxima ?? "") }] : []
    })
    const cuantas = (...cuales: readonly Juicio[]) =>
      juicios.filter(({ juicio }) => cuales.includes(juicio)).length
    expect(cuantas("bien", "pregunta") / juicios.length).toBeGreaterThan(0.95)
    expect(cuantas("mal") / juicios.length).toBeLessThanOrEqual(0.015)
  })
})

describe("two requests in one phrase", () => {
  it("are both offered, and neither is dropped", async () => {
    const { text, ids } = await dice("titular-sre", "qué me toca y cuándo es la próxima", "dos")
    expect(text).toContain("Pidió más de una cosa")
    expect(ids).toEqual(["compromiso.mios", "sesion.proxima"])
    expect((await dice("titular-sre", "acuso recibo, ¿y a qué hora es la junta?", "dos")).ids).toEqual([
      "sesion.acuse",
      "sesion.proxima",
    ])
  })

  it("are not seen where a text goes on or one thing is said of two", async () => {
    for (const una of [
      "cuándo y dónde es la próxima sesión",
      "qué se acordó sobre capacitación y refugios",
      "avance del 3 de la 21: se entregó el informe y cuando lo firmen se manda el oficio",
    ])
      expect((await dice("titular-sre", una, "dos")).text, una).not.toContain("Pidió más de una cosa")
  })
})

describe("what refers to the last answer", () => {
  it("is understood for ten minutes, by the same person in the same place", async () => {
    await dice("titular-sre", "orden del día de la 21", "uno")
    expect((await dice("titular-sre", "¿y la 22?", "uno")).text).toContain("Entendí: /sesion agenda SO-22")
    expect((await dice("titular-sre", "¿y la anterior?", "uno")).text).toContain(
      "Entendí: /sesion agenda SE-1",
    )
    expect((await dice("titular-sre", "¿y la 22?", "otro")).text).not.toContain(
      "/sesion agenda SO-22\n\nOrden",
    )
    expect((await dice("enlace-sre", "esa", "uno")).text).toContain("No entendí")
    charla.movesTo("2026-11-26T16:10:01.000Z")
    expect((await dice("titular-sre", "esa", "uno")).text).toContain("No entendí")
    charla.movesTo(NOW)
  })

  it("chooses by its place, and a «sí» is no confirmation of an act", async () => {
    await dice("enlace-sre", "ya cumplimos lo de capacitación", "tres")
    const segunda = await dice("enlace-sre", "la segunda", "tres")
    expect(segunda.text).toContain("/compromiso cumplido CI/SE-1/01/DEMO/SRE")
    const antes = await cuantosEventos()
    expect((await dice("enlace-sre", "sí", "tres")).text).toContain("Todavía no se ha registrado")
    expect(await cuantosEventos()).toBe(antes)
  })
})

/** Acts alone: that something was read is on record too. */
async function cuantosEventos() {
  const [sesion] = (await charla.sesiones()).filter(({ clave }) => clave === "SO-22")
  return (await charla.eventos(`sesion:${sesion?.id}`)).length
}
