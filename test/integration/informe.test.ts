import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { informeDe } from "../../src/app/compromiso/informe.ts"
import type { CardFile } from "../../src/cards/card.ts"
import type { Calidad, Designacion } from "../../src/domain/tipos/directorio.ts"
import { libros } from "../../src/hojas/libros.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const SRE = "enlace-sre"
const CLAVE = "CI/SO-21/07/2024/SRE"
const OTRA = "CI/SE-1/02/DEMO/SRE"
const EVIDENCIA = "https://www.gob.mx/sre/insumos-2024"

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
  await chat.ask(SRE, `/compromiso cumplido ${CLAVE} Se entregaron los insumos. ${EVIDENCIA}`)
  await chat.amend((documento) => ({
    ...documento,
    sesiones: documento.sesiones.map((sesion) => ({
      ...sesion,
      acuerdos: sesion.acuerdos.map((acuerdo) =>
        acuerdo.clave === "CI/SO-21/02/2024" ? { ...acuerdo, difusion: "interna" as const } : acuerdo,
      ),
    })),
  }))
})
afterAll(() => chat.close())

const hojas = async (file: CardFile | undefined) => {
  const leido = await libros.leer(Buffer.from(file?.content ?? "", "base64"))
  if (leido.kind !== "libro") throw new Error(leido.motivo)
  return leido.hojas
}
const todo = async (user: string, periodo = "2024") =>
  JSON.stringify(await hojas((await chat.ask(user, `/compromiso informe ${periodo}`)).card.file))

describe("the report of a period", () => {
  it("counts what was promised, done and late by institution, and lists what is missing", async () => {
    const { text, card } = await chat.ask(ST, "/compromiso informe primer semestre 2024")
    expect(text).toMatch(
      /Del 1 de enero de 2024 al 30 de junio de 2024: \d+ compromisos, \d+ acordados en el/u,
    )
    expect(text).toMatch(/• SRE: .*1 en validación/u)
    expect(text).toContain("Por completar:")
    expect(text).toMatch(/sin evidencia: CI\//u)
    expect(text).toContain("el periodo aún no termina")
    expect(text).toContain("no registran estrategia ni eje")
    expect(text).not.toContain("93")
    expect(card.file?.name).toMatch(/^informe-.*-2024-01-01-2024-06-30\.xlsx$/u)
  })

  it("is a book of three sheets, with real dates and the addresses of evidence", async () => {
    const [instituciones, compromisos, faltan] = await hojas(
      (await chat.ask(ST, "/compromiso informe 2024")).card.file,
    )
    expect([instituciones?.nombre, compromisos?.nombre, faltan?.nombre]).toEqual([
      "Por institución",
      "Compromisos",
      "Por completar",
    ])
    const suya = compromisos?.filas.find((fila) => fila.includes(CLAVE))
    expect(suya).toContain(EVIDENCIA)
    expect(suya).toContain("2024-06-11")
    expect(suya).toContain("reportado cumplido, en validación")
    expect(faltan?.filas.some((fila) => fila.includes(CLAVE))).toBe(false)
    const totales = instituciones?.filas.slice(-20).map(([, cuantos]) => cuantos)
    const sumados = totales?.reduce<number>((suma, n) => suma + (typeof n === "number" ? n : 0), 0)
    const encabezado = compromisos?.filas.findIndex(([titulo]) => titulo === "Institución") ?? 0
    expect(sumados).toBe((compromisos?.filas.length ?? 0) - encabezado - 1)
  })

  it("tells an institution of its own, and of nobody else's", async () => {
    const { text } = await chat.ask(SRE, "/compromiso informe 2024")
    expect(text).toContain("Contiene los compromisos de su institución")
    expect(text.match(/^• [A-Z]+: /gmu)).toEqual(["• SRE: "])
    const suyo = await todo(SRE)
    expect(suyo).toContain("CI/SO-21/02/2024/SRE")
    expect(suyo).not.toMatch(/CI\/SO-21\/\d+\/2024\/(?!SRE)/u)
    expect(await todo("enlace-salud")).not.toContain("/SRE")
    expect(await todo(ST)).toContain("CI/SO-21/02/2024/SEP")
    expect((await chat.ask("nadie", "/compromiso informe 2024")).text).not.toContain("CI/")
  })

  it("of one's own is so also of whoever may read everybody's, and has what one contributes to", async () => {
    const { read } = chat.data
    const [organo, todas] = await Promise.all([read.organos.byClave("ci-trata"), read.instituciones.all()])
    if (organo === null) throw new Error("the demonstration has a commission")
    const de = (siglas: string) => todas.find((una) => una.siglas === siglas)?.id ?? ""
    const puesto = (siglas: string, calidad: Calidad): Designacion => ({
      id: siglas + calidad,
      personaId: "alguien",
      organoId: organo.id,
      institucionId: de(siglas),
      calidad,
      oficio: null,
      desde: "2020-01-01",
      hasta: null,
    })
    const persona = {
      id: "alguien",
      clave: "a",
      nombre: "A",
      titulo: null,
      cargo: null,
      origen: "demo",
    } as const
    const pide = (...designaciones: readonly Designacion[]) =>
      informeDe(
        {
          read: chat.data.fresh,
          organo,
          hoy: "2024-06-11",
          actor: { kind: "vinculado", persona, designaciones },
        },
        { desde: "2024-01-01", hasta: "2024-12-31" },
        true,
      )
    const claves = ({ filas }: Awaited<ReturnType<typeof pide>>) => filas.map(({ clave }) => clave)
    const suyas = claves(await pide(puesto("SRE", "secretaria_tecnica")))
    expect(suyas.length).toBeGreaterThan(1)
    expect(suyas.filter((clave) => !clave.endsWith("/SRE"))).toEqual([])
    await chat.submit(ST, `compromiso.corresponsables:${OTRA}`, { instituciones: "SALUD" })
    const { filas } = await pide(puesto("SALUD", "participante"))
    expect(filas.filter(({ clave }) => !clave.endsWith("/SALUD"))).toMatchObject([
      { clave: OTRA, siglas: "SRE", corresponsables: ["SALUD"], textoAcuerdo: expect.any(String) },
    ])
    expect(await todo("enlace-salud")).toContain(OTRA)
  })

  it("of a period that is over tells the last report of it, whatever was reported afterwards", async () => {
    await chat.submit(SRE, `compromiso.avance:${OTRA}`, { texto: "Se integró el expediente" })
    chat.movesTo("2024-07-02T16:00:00.000Z")
    await chat.submit(SRE, `compromiso.avance:${OTRA}`, { texto: "Se turnó al área" })
    const primero = await todo(SRE, "primer semestre 2024")
    chat.movesTo("2024-06-11T16:00:00.000Z")
    expect(primero).toContain("Se integró el expediente")
    expect(primero).not.toContain("Se turnó al área")
  })

  it("says what is taken for a period, and of an empty one that it is", async () => {
    expect((await chat.ask(ST, "/compromiso informe quinto trimestre")).text).toContain(
      "no se reconoce como periodo",
    )
    expect((await chat.ask(ST, "/compromiso informe 2030")).text).toContain("aún no comienza")
    const { text, card } = await chat.ask(ST, "/compromiso informe 2019")
    expect(text).toContain("no hay compromisos que usted pueda consultar")
    expect(card.file).toBeUndefined()
    expect((await chat.ask(ST, "/compromiso informe")).text).toContain(
      "Del 1 de enero de 2024 al 31 de diciembre",
    )
  })
})
