import { afterEach, beforeEach, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"

/** The INM ceased to exist, and the SSPC answers for what it owed; both channels are still read. */
const CLAVE = "CI/SE-1/01/DEMO/INM"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
  await chat.amend((documento) => ({
    ...documento,
    instituciones: documento.instituciones.map((una) =>
      una.siglas === "INM" ? { ...una, vigenteHasta: "2024-05-31", sucesora: "SSPC" } : una,
    ),
  }))
})
afterEach(() => chat.close())

const where = async (why: RegExp) =>
  (await chat.deliveries())
    .filter((delivery) => why.test(delivery.why))
    .map(({ to }) => to.channel)
    .sort()
const organo = async () => {
  const found = await chat.data.read.organos.byClave("ci-trata")
  if (found === null) throw new Error("the demonstration has a commission")
  return found
}

it("what an institution that ended owed is reminded of where it or its successor reads", async () => {
  await encolarRecordatorios({ data: chat.data, now: NOW }, await organo())
  expect(await where(new RegExp(`^Recordatorio a SSPC .*${CLAVE}`, "u"))).toEqual(["inm", "sspc"])
  expect(await where(/^Instituciones .* sin canal.*INM/u)).toEqual([])
})

it("what is decided about it is told there too", async () => {
  await chat.submit("secretaria-tecnica", `compromiso.reprogramar:${CLAVE}`, {
    fecha: "2024-07-15",
    motivo: "A petición de la institución",
  })
  expect(await where(new RegExp(`^${CLAVE} .*: reprogramar`, "u"))).toEqual(["inm", "sspc"])
})

it("and its successor sees it and reports on it as its own, with the clave that it has", async () => {
  const enlace = "enlace-sspc"
  expect((await chat.ask(enlace, "/compromiso mios")).text).toContain(CLAVE)
  const dicho = await chat.submit(enlace, `compromiso.avance:${CLAVE}`, { texto: "Se recibió el expediente" })
  expect(dicho.kind === "reply" && dicho.card.title).toContain("Avance registrado")
  expect((await chat.ask(enlace, `/compromiso ver ${CLAVE}`)).text).toContain("Se recibió el expediente")
})
