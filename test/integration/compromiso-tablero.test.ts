import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const pide = async (user: string) => (await chat.ask(user, "/compromiso tablero")).text
const suma = (text: string) => Number(text.match(/, (\d+) compromisos/u)?.[1])

describe("the board of commitments", () => {
  it("tells how it went from session to session, in the text and beside the picture", async () => {
    const { card, text } = await chat.ask(ST, "/compromiso tablero")
    expect(text).toMatch(
      /Desde SE-1, los vencidos pasaron de \d+ a \d+ y los abiertos pasaron de \d+ a \d+\./u,
    )
    expect(text).toMatch(/• Hoy, 11-jun-2024: \d+ abiertos, \d+ de ellos vencidos/u)
    expect(text).toMatch(/No cuentan los \d+ atendidos sin constancia de cuándo/u)
    expect(card.file?.alt).toMatch(
      /Barras de compromisos por institución.*Tendencia de abiertos y vencidos: SE-1, /u,
    )
  })

  it("shows each institution to whoever conducts the body, with totals, delay and what moved", async () => {
    const text = await pide(ST)
    expect(text).toMatch(/^Tablero de compromisos: /u)
    expect(text).toContain("Al martes 11 de junio de 2024, ")
    expect(text).toMatch(/Desde el 14 de mayo de 2024, día de la última sesión: (\d+|ninguno) se acord/u)
    for (const siglas of ["SRE", "INM", "FGR"]) expect(text).toContain(`• ${siglas}: `)
    expect(text).toContain("atraso promedio, ")
    expect((await pide("presidencia")).replace(/\s+/gu, " ")).toBe(text.replace(/\s+/gu, " "))
  })

  it("goes with a picture of the same, which the text says too", async () => {
    const { card } = await chat.ask("enlace-sre", "/compromiso tablero")
    expect(card.file).toMatchObject({
      name: "tablero-2024-06-11.png",
      mediaType: "image/png",
      encoding: "base64",
    })
    expect(
      Buffer.from(card.file?.content ?? "", "base64")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG")
  })

  it("shows an institution its own row beside the total", async () => {
    const text = await pide("enlace-sre")
    expect(text).toContain("• SRE: ")
    expect(text.split("Tendencia:")[0]?.match(/^• /gmu)).toHaveLength(1)
    expect(text).toContain("la lista, los de su institución")
  })

  it("counts nothing for an institution that is not its to know", async () => {
    const antes = [suma(await pide(ST)), suma(await pide("enlace-sre"))]
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) => ({
        ...sesion,
        acuerdos: sesion.acuerdos.map((acuerdo) =>
          acuerdo.compromisos.some(({ institucion }) => institucion === "SRE")
            ? acuerdo
            : { ...acuerdo, difusion: "interna" as const },
        ),
      })),
    }))
    const despues = [suma(await pide(ST)), suma(await pide("enlace-sre"))]
    expect(despues[0]).toBe(antes[0])
    expect(despues[1]).toBeLessThan(antes[1] ?? 0)
  })

  it("has no session that is not theirs to know in its trend", async () => {
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) =>
        sesion.clave === "SE-1" ? { ...sesion, difusion: "interna" as const } : sesion,
      ),
    }))
    expect(await pide(ST)).toContain("• SE-1, ")
    expect(await pide("enlace-sre")).not.toContain("SE-1")
    const { card } = await chat.ask("enlace-sre", "/compromiso tablero")
    expect(card.file?.alt).not.toContain("SE-1")
  })

  it("is not there for somebody who is not of the body", async () => {
    expect(await pide("nadie")).not.toContain("Tablero")
  })
})
