import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { ensayar } from "../../src/app/dia/ensayar.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const CARGO = "Coordinación de la Subcomisión Consultiva"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

const registrar = (values: Readonly<Record<string, string>> = {}, user = ST) =>
  chat.submit(user, "plenaria.cargo-registrar", {
    cargo: CARGO,
    institucion: "SSPC",
    desde: "2024-01-01",
    hasta: "2024-07-31",
    ...values,
  })
const problems = async (values: Readonly<Record<string, string>>) => {
  const answer = await registrar(values)
  return answer.kind === "form" ? answer.form.problems.map(({ message }) => message).join(" ") : "registered"
}
const plan = async (now: string) => {
  const [organo] = (await chat.data.read.organos.all()).filter(({ clave }) => clave === "ci-trata")
  if (!organo) throw new Error("no body")
  await encolarRecordatorios({ data: chat.data, now }, organo)
}
const avisos = async () =>
  (await chat.deliveries()).filter(({ card }) => card.title.startsWith("Está por terminar"))

describe("the post that an institution holds", () => {
  it("is registered by the Secretaría Técnica and read by everybody, with its term", async () => {
    expect(JSON.stringify(await registrar())).toContain(`Se registró: ${CARGO}, SSPC.`)
    const { text } = await chat.ask("enlace-sre", "/plenaria cargos")
    expect(text).toContain(`${CARGO}: SSPC, del 1 de enero de 2024 al 31 de julio de 2024`)
    const [sspc] = (await chat.data.read.instituciones.all()).filter(({ siglas }) => siglas === "SSPC")
    expect((await chat.eventos(`institucion:${sspc?.id}`)).map(({ tipo }) => tipo)).toContain(
      "cargo.registrado",
    )
  })

  it("is held by one at a time, and by the next one afterwards", async () => {
    await registrar()
    expect(await problems({ institucion: "SRE", desde: "2024-07-01", hasta: "2024-12-31" })).toContain(
      "ya está registrado del 1 de enero de 2024 al 31 de julio de 2024",
    )
    expect(await problems({ institucion: "SRE", desde: "2024-08-01", hasta: "2024-12-31" })).toBe(
      "registered",
    )
  })

  it.each([
    [{ institucion: "Xanadú" }, "No corresponde a ninguna institución"],
    [{ hasta: "2023-01-01" }, "El último día debe ser posterior"],
  ])("is not registered with %j", async (values, message) => {
    expect(await problems(values)).toContain(message)
  })

  it("is not registered by an enlace", async () => {
    const answer = await registrar({}, "enlace-sre")
    expect(JSON.stringify(answer)).toContain("No tiene permiso")
  })

  it("is reminded of before its term ends, once for each warning, and never after", async () => {
    await registrar()
    // 30 business days before 31 July 2024 is 19 June; 10 are 17 July.
    await plan("2024-06-18T16:00:00.000Z")
    expect(await avisos()).toEqual([])
    for (const now of ["2024-06-19T16:00:00.000Z", "2024-06-19T17:00:00.000Z", "2024-06-20T16:00:00.000Z"])
      await plan(now)
    expect(await avisos()).toHaveLength(1)
    expect((await avisos())[0]?.to.channel).toBe("secretaria-tecnica")
    await plan("2024-07-17T16:00:00.000Z")
    expect(await avisos()).toHaveLength(2)
    await plan("2024-08-01T16:00:00.000Z")
    expect(await avisos()).toHaveLength(2)
  })

  it("is in the rehearsal of the next weeks", async () => {
    await registrar()
    const organos = (await chat.data.read.organos.all()).filter(({ clave }) => clave === "ci-trata")
    const rango = { desde: "2024-06-11", hasta: "2024-07-20" }
    const mensajes = await ensayar({ data: chat.data, now: NOW }, rango, organos)
    const deCargo = mensajes.filter(({ porque }) => porque.startsWith("Término de cargo"))
    expect(deCargo.map(({ cuando }) => cuando.slice(0, 10))).toEqual(["2024-06-19", "2024-07-17"])
  })
})
