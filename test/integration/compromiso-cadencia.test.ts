import { beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { revisionInformes } from "../../src/app/recordatorio/cadencia-revision.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { aLaVez } from "../support/a-la-vez.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const SRE = "enlace-sre"
const SALUD = "enlace-salud"
const CLAVE = "CI/SE-1/03/DEMO/SRE"

const CADA_LUNES = ["15 de julio de 2024", "22 de julio de 2024", "8 de julio de 2024"]

let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
  return () => chat.close()
})

const send = async (user: string, act: string, values: Readonly<Record<string, string>>, clave = CLAVE) =>
  textOf(await chat.submit(user, `compromiso.${act}:${clave}`, values))
const pide = (ritmo: string, user = ST, clave = CLAVE) => send(user, "cadencia", { ritmo }, clave)
const organo = async () => {
  const found = await chat.data.read.organos.byClave("ci-trata")
  if (found === null) throw new Error("the demonstration has a commission")
  return found
}
/** Every day until then is planned; those on which reports were asked for of an institution. */
async function pedidos(siglas: string, ...dias: readonly string[]): Promise<readonly string[]> {
  for (const dia of dias)
    await encolarRecordatorios({ data: chat.data, now: `${dia}T16:00:00.000Z` }, await organo())
  return (await chat.deliveries())
    .map(({ why }) => why)
    .filter((why) => why.startsWith(`Informes que se piden a ${siglas} `))
    .map((why) => why.replace(/^Informes que se piden a \S+ el /u, ""))
    .sort()
}
const fila = (clave = CLAVE) => chat.compromiso(clave)

describe("reports that are asked for at a rhythm", () => {
  it("are set by the Secretaría Técnica, told to whoever owes them, and shown with the day of the next one", async () => {
    expect(textOf(await chat.open(ST, `/compromiso cadencia ${CLAVE}`))).toContain(
      "Hoy no se piden informes periódicos",
    )
    const text = await pide("cada 10 días hábiles")
    expect(text).toContain("cada 10 días hábiles")
    expect(text).toContain("martes 25 de junio de 2024")
    const [message] = await chat.deliveries()
    expect(message?.to.channel).toBe("sre")
    expect(renderPlainText(message?.card ?? { title: "", tone: "aviso", blocks: [], actions: [] })).toContain(
      "se pide un informe de avance en cada periodo",
    )
    expect((await chat.ask(SRE, `/compromiso ver ${CLAVE}`)).text).toContain(
      "cada 10 días hábiles; el siguiente, a más tardar el martes 25 de junio de 2024",
    )
    expect((await chat.ask(SRE, "/compromiso mios")).text).toContain(
      "informe cada 10 días hábiles: a más tardar el 25-jun-2024",
    )
    expect((await chat.ask(SALUD, `/compromiso ver ${CLAVE}`)).text).not.toContain("10 días hábiles")
    expect(await pide("a veces")).toContain("No se entiende cada cuánto")
    expect(await pide("mensual", SRE)).toContain("es solo para la Secretaría Técnica")
    expect((await chat.eventos(`compromiso:${(await fila()).id}`)).at(-1)?.tipo).toBe("compromiso.cadencia")
    expect(await pide("ninguno")).toContain("Sin informes periódicos")
    expect((await fila()).cadencia).toBeNull()
  })

  it("that are asked for so already, or not at all, are nobody's news, and their period goes on", async () => {
    expect(await pide("ninguno")).toContain("Sin cambios")
    expect(await chat.deliveries()).toEqual([])
    await pide("mensual")
    chat.movesTo("2024-06-20T16:00:00.000Z")
    expect(await pide("cada mes")).toContain("Ya constaba así")
    expect((await fila()).cadencia?.desde).toBe("2024-06-11")
    expect(await chat.deliveries()).toHaveLength(1)
  })

  it("that two people set at once are as one of them set them, and the other is told", async () => {
    const { id } = await fila()
    const answers = await aLaVez(chat.databaseUrl, `SELECT 1 FROM compromiso WHERE id = '${id}' FOR UPDATE`, [
      () => pide("mensual"),
      () => pide("trimestral"),
    ])
    expect(answers.filter((text) => text.includes("Otra persona acaba de"))).toHaveLength(1)
    expect(await chat.deliveries()).toHaveLength(1)
  })

  it("are asked for before they are due and on the day, until one is given in the period; then in the next one", async () => {
    await pide("cada 10 días hábiles")
    expect(await pedidos("SRE", "2024-06-11", "2024-06-19")).toEqual([])
    const vence = `${CLAVE} (vence el 25 de junio de 2024).`
    expect(await pedidos("SRE", "2024-06-20", "2024-06-25")).toEqual([
      `20 de junio de 2024: ${vence}`,
      `25 de junio de 2024: ${vence}`,
    ])
    chat.movesTo("2024-06-25T18:00:00.000Z")
    await send(SRE, "avance", { texto: "Se integró el expediente" })
    const antes = await pedidos("SRE", "2024-06-26", "2024-07-03")
    expect(antes, "nothing more is asked for of that period").toHaveLength(2)
    expect((await pedidos("SRE", "2024-07-04")).at(-1), "the first of the next").toContain(
      "9 de julio de 2024",
    )
  })

  it("that are late go on being named at the pace of the policy, on Mondays", async () => {
    await pide("cada 10 días hábiles")
    await pedidos("SRE", "2024-06-25", "2024-06-26", "2024-07-01")
    const tarde = await pedidos("SRE", "2024-07-08", "2024-07-09", "2024-07-15", "2024-07-22")
    const dias = tarde.filter((uno) => uno.includes("venció")).map((uno) => uno.split(":")[0])
    expect(dias, "each Monday, and on no other day").toEqual(CADA_LUNES)
    const escalados = (await chat.deliveries()).filter(({ why }) =>
      why.includes(`por informes que no se han entregado: ${CLAVE}.`),
    )
    expect(escalados, "the Secretaría Técnica is told as of what is overdue").toHaveLength(3)
    const dicho = renderPlainText(escalados[0]?.card ?? { title: "", tone: "aviso", blocks: [], actions: [] })
    expect(dicho).toContain("no ha entregado 1 informe de avance")
    expect(dicho).toMatch(/25 de junio de 2024 · venció hace \d+ días hábiles · cada 10 días hábiles/u)
    expect(dicho).toContain("Hoy se le pide también en el canal")
    expect((await chat.ask(SRE, `/compromiso ver ${CLAVE}`)).text).toContain("a más tardar")
    chat.movesTo("2024-07-22T18:00:00.000Z")
    expect((await chat.ask(SRE, `/compromiso ver ${CLAVE}`)).text).toContain("falta el que debió darse el")
  })

  it("one that was given while it waited to be sent is asked for no more", async () => {
    await pide("cada 10 días hábiles")
    await pedidos("SRE", "2024-06-25")
    const mensaje = (await chat.deliveries()).find(({ modelo }) => modelo?.tipo === "informe_pedido")
    if (mensaje?.modelo == null) throw new Error("nothing was asked for")
    const revisa = () =>
      revisionInformes.vigente(
        chat.data.read,
        { ...mensaje, modelo: mensaje.modelo } as never,
        "2024-06-25T17:00:00.000Z",
      )
    expect((await revisa()).kind).toBe("sigue")
    chat.movesTo("2024-06-25T16:30:00.000Z")
    await send(SRE, "avance", { texto: "Se integró el expediente" })
    expect((await revisa()).kind).toBe("cancela")
  })

  it("are of those that contribute to it too, and of what is permanent, which a report leaves so", async () => {
    await send(ST, "corresponsables", { instituciones: "SALUD" })
    await pide("cada 10 días hábiles")
    expect(await pedidos("SALUD", "2024-06-25")).toHaveLength(1)
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((una) => ({
        ...una,
        acuerdos: una.acuerdos.map((otro) => ({
          ...otro,
          compromisos: otro.compromisos.map((c) =>
            c.clave === "CI/SE-1/02/DEMO/SEP"
              ? { ...c, estado: "permanente" as const, fechaCompromiso: null }
              : c,
          ),
        })),
      })),
    }))
    const permanente = "CI/SE-1/02/DEMO/SEP"
    expect(await pide("cada 10 días hábiles", ST, permanente)).toContain("25 de junio de 2024")
    expect(await pedidos("SEP", "2024-06-25")).toHaveLength(1)
    await send("enlace-sep", "avance", { texto: "Se mantiene al día" }, permanente)
    expect(await fila(permanente)).toMatchObject({ estado: "permanente", informadoEl: "2024-06-11" })
  })
})
