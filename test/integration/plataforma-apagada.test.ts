import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Siglas } from "../support/sala/documento.ts"
import { abrirSala, type Sala } from "../support/sala/sala.ts"

const EN_DISCORD: readonly Siglas[] = ["SALUD", "BIENESTAR", "SEP", "SECTUR", "SNDIF"]
const APAGADA = "Fuera de servicio en esta instalación (Discord)"

/** Five of fourteen institutions read on Discord, whose credentials nobody has configured. Each test goes on. */
describe("while a platform is off", () => {
  let sala: Sala
  beforeAll(async () => {
    sala = await abrirSala({ apagadas: ["discord"] })
    await sala.st.pide("/sesion crear")
    await sala.st.llena({ tipo: "ordinaria", fecha: "2024-08-15", hora: "10:00" })
    await sala.st.pide("/sesion punto-agregar SO-22")
    await sala.st.llena({ titulo: "Programa Anual de Trabajo", difusion: "integrantes" })
  }, 90_000)
  afterAll(async () => {
    const errors = sala.errors()
    await sala.close()
    expect(errors).toEqual([])
  })

  const avisos = async (title: RegExp) => (await sala.st.canal()).filter(({ text }) => title.test(text))
  const entregas = (state: "pending" | "expired" | "accepted") =>
    sala.data.fresh.deliveries.list({ states: [state], limit: 500 })

  it("a draft says who would not get it, and why, before anything is sent", async () => {
    const { text } = await sala.st.pide("/sesion convocar SO-22")
    expect(text).toContain("5 destinos no lo recibirían por ahora")
    for (const siglas of EN_DISCORD) expect(text).toContain(`${siglas} (canal Canal ${siglas}, Discord)`)
    expect(text).not.toContain("SRE (canal")
    expect(text).toContain(APAGADA)
    expect(text).toContain("Comuníquelo por otro medio")
  })

  it("so does the answer once it was confirmed, and the rest leaves", async () => {
    const { text } = await sala.st.pulsa(/^Convocar a/)
    expect(text).toContain("5 destinos no lo reciben por ahora")
    await sala.reparte()
    expect((await sala.de("SRE").canal()).some((m) => m.text.startsWith("Convocatoria: "))).toBe(true)
    expect((await entregas("pending")).map(({ to }) => to.adapter)).toEqual(EN_DISCORD.map(() => "discord"))
  })

  it("a form that announces something says so above its fields", async () => {
    const { form } = await sala.st.pide("/sesion rectificar SO-22")
    expect(form?.text).toContain("Por ahora no lo recibirían: ")
    expect(form?.text).toContain("SNDIF (canal Canal SNDIF, Discord)")
  })

  it("what waits stands among the deliveries that need somebody", async () => {
    const { text } = await sala.st.pide("/plenaria entregas")
    expect(text).toContain("5 entregas necesitan atención")
    expect(text).toContain("No pueden salir todavía")
    expect(text).toContain(APAGADA)
  })

  it("each channel says it, and takes no test that would only wait", async () => {
    const { text } = await sala.st.pide("/plenaria canales")
    expect(text).toContain("5 no reciben mensajes")
    expect(text.split(APAGADA)).toHaveLength(EN_DISCORD.length + 1)
    const prueba = await sala.st.pide("/plenaria canal-probar sndif")
    expect(prueba.text).toContain("no puede recibir la prueba")
    expect(await entregas("pending")).toHaveLength(EN_DISCORD.length)
  })

  it("the Secretaría Técnica is told once, some minutes after something began to wait", async () => {
    await sala.son("2024-06-11", "10:01")
    expect(await avisos(/^Discord: no se pueden enviar mensajes/)).toEqual([])
    for (const hora of ["10:05", "10:06", "11:00"]) await sala.son("2024-06-11", hora)
    const [aviso, ...mas] = await avisos(/^Discord: no se pueden enviar mensajes/)
    expect(mas).toEqual([])
    expect(aviso?.text).toContain("BIENESTAR, SALUD")
    expect(aviso?.text).toContain("se envía lo que aún sea útil")
    const { text } = await sala.st.pide("/plenaria canales")
    expect(text).toContain("con mensajes en espera desde el")
  })

  it("when it is on again, what is still of use leaves and it is told once", async () => {
    await sala.reinicia([])
    for (const hora of ["11:10", "11:11"]) await sala.son("2024-06-11", hora)
    for (const siglas of EN_DISCORD)
      expect((await sala.de(siglas).canal()).filter((m) => m.text.startsWith("Convocatoria: "))).toHaveLength(
        1,
      )
    expect(await avisos(/^Discord vuelve a estar en servicio/)).toHaveLength(1)
    expect(await entregas("pending")).toEqual([])
    const { text } = await sala.st.pide("/plenaria canales")
    expect(text).toContain("no consta ninguna falla")
  })

  it("what lost its moment meanwhile expires with its reason, and is not sent", async () => {
    await sala.reinicia(["discord"])
    await sala.st.pide("/sesion rectificar SO-22")
    await sala.st.llena({ hora: "11:00", motivo: "Por agenda de la Presidencia." })
    await sala.reparte()
    await sala.son("2024-08-16", "09:00")
    const vencidas = (await entregas("expired")).filter(({ editsId }) => editsId === null)
    expect(vencidas.map(({ reason }) => reason)).toEqual(
      EN_DISCORD.map(() => expect.stringContaining("Pasó su momento antes de poder enviarse")),
    )
    await sala.reinicia([])
    await sala.son("2024-08-16", "09:10")
    expect((await sala.de("SALUD").canal()).filter((m) => /^Rectificación/.test(m.text))).toEqual([])
  })

  it("who writes to a Secretaría Técnica whose own platform is off learns that she has not got it", async () => {
    await sala.st.pide("/sesion crear")
    await sala.st.llena({ tipo: "ordinaria", fecha: "2024-12-10", hora: "10:00" })
    await sala.reinicia(["slack"])
    await sala.de("SALUD").pide("/sesion proponer SO-23")
    const { text } = await sala.de("SALUD").llena({ titulo: "Protocolo", exposicion: "Para unificar" })
    expect(text).toContain("El aviso a la Secretaría Técnica no puede salir por ahora")
    expect(text).not.toContain("Fuera de servicio")
  })
})
