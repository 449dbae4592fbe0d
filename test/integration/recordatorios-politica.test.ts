import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { planearRecordatorios } from "../../src/app/recordatorio/planear.ts"
import type { CanalDoc, DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import type { PoliticaRecordatorios } from "../../src/domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import { fechaEnZona, horaEnZona, instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import type { Organo } from "../../src/domain/tipos/directorio.ts"
import type { Fecha, Hora, Instante } from "../../src/domain/tipos/tiempo.ts"
import { runTick } from "../../src/jobs/tick.ts"
import { type Cuerpo, cuerpoColegiado, inhabil } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

let test: TestDatabase
let database: TestDatabase["database"]
let clock: TestClock
let chat: FakeChat
let log: ReturnType<typeof memoryLog>

beforeEach(async () => {
  test = await createTestDatabase()
  database = test.database
  clock = new TestClock("2024-03-08", "10:00")
  chat = new FakeChat(clock)
  log = memoryLog()
})
afterEach(() => test.close())

const usual = PERFIL_PREDETERMINADO.recordatorios
const perfil = (version: number, vigenteDesde: Fecha, recordatorios: Partial<PoliticaRecordatorios>) => ({
  ...PERFIL_PREDETERMINADO,
  version,
  vigenteDesde,
  recordatorios: { ...usual, ...recordatorios },
})

type Cambio = (documento: DocumentoImportacion) => DocumentoImportacion
const record = (cuerpo: Cuerpo, cambio: Cambio = (documento) => documento) =>
  database.importacion.apply(cambio(cuerpoColegiado(cuerpo)), clock.now())

const tick = () => runTick({ data: database.unitOfWork, clock, adapters: new Map([["slack", chat]]), log })

async function organo(clave = "ci-trata"): Promise<Organo> {
  const found = await database.unitOfWork.read.organos.byClave(clave)
  if (found === null) throw new Error(`${clave} was not recorded`)
  return found
}

const canalST: CanalDoc = {
  clave: "st",
  nombre: "Secretaría Técnica",
  adapter: "slack",
  workspace: "T1",
  canal: "st",
  audiencia: "secretaria_tecnica",
  organo: "ci-trata",
  institucion: null,
  activo: true,
  origen: "registro",
}
const conST: Cambio = (documento) => ({ ...documento, canales: [...documento.canales, canalST] })

/** One tick on each day of a range; the days on which a channel got a message. */
async function dias(desde: Fecha, hasta: Fecha, canal: string): Promise<readonly Fecha[]> {
  for (let dia = desde; dia <= hasta; dia = sumarDias(dia, 1)) {
    clock.set(dia, "10:00")
    await tick()
  }
  return chat.posted.filter(({ channel }) => channel === canal).map(({ at }) => at.slice(0, 10))
}

describe("a digest's recipients", () => {
  const personas: Cambio = (documento) => ({
    ...documento,
    personas: ["ana", "luis", "eva"].map((clave) => ({
      clave,
      nombre: clave.toUpperCase(),
      titulo: clave === "ana" ? "Mtra." : null,
      cargo: null,
      origen: "registro",
    })),
    designaciones: [
      { persona: "ana", calidad: "enlace" as const, desde: "2022-01-01", hasta: null },
      { persona: "luis", calidad: "suplente" as const, desde: "2023-01-01", hasta: null },
      // In office until the 10th only.
      { persona: "eva", calidad: "enlace" as const, desde: "2023-01-01", hasta: "2024-03-10" },
    ].map((una) => ({ ...una, organo: "ci-trata", institucion: "SRE", oficio: null })),
    cuentas: [
      { adapter: "slack", workspace: "T1", usuario: "U1", persona: "ana" },
      // Another workspace: its account means nothing here.
      { adapter: "slack", workspace: "T9", usuario: "U9", persona: "luis" },
      { adapter: "discord", workspace: "T1", usuario: "77", persona: "luis" },
    ],
  })

  it("are those in office that day, mentioned by their account of that platform and workspace", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] }, personas)
    await dias("2024-03-08", "2024-03-15", "sre")
    const texts = chat.posted.map(({ text }) => text).filter((text) => !text.startsWith("Está por terminar"))
    expect(texts[0]).toContain("Estimadas/os enlaces de la Secretaría SRE:")
    expect(texts[0]).toContain("A la atención de: Mtra. ANA (enlace), EVA (enlace)")
    expect(texts[1]).toContain("Estimada/o enlace de la Secretaría SRE:")
    expect(texts[1]).toContain("A la atención de: Mtra. ANA (enlace)\n")
    expect(texts[2]).toContain("Estimadas/os enlace y suplente de la Secretaría SRE:")
    const all = await database.unitOfWork.read.deliveries.list({ limit: 10 })
    const sent = all.filter(({ why }) => why.includes(" Para: "))
    const users = sent.map(({ card }) => JSON.stringify(card).match(/"user":"[^"]+"/g))
    expect(users.flat().every((user) => user === '"user":"U1"')).toBe(true)
    expect(sent.map(({ why }) => why.split(" Para: ")[1]).sort()).toEqual([
      "enlace, suplente.",
      "enlace.",
      "enlace.",
    ])
  })

  it("of another institution are not named", async () => {
    await record({ deben: [{ institucion: "SALUD", vence: "2024-03-15" }] }, personas)
    await tick()
    expect(chat.posted[0]?.text).not.toContain("A la atención de")
  })
})

describe("the escalation", () => {
  const deben = [
    { institucion: "SRE", vence: "2024-03-15" },
    { institucion: "SRE", vence: "2024-03-15" },
    { institucion: "SALUD", vence: "2024-03-15" },
  ]

  it("tells the Secretaría Técnica once, on the day of T+5, of every institution, and then once a week", async () => {
    await record({ deben }, conST)
    expect(await dias("2024-03-08", "2024-04-05", "st")).toEqual(["2024-03-25", "2024-04-01"])
    await tick()
    const said = chat.posted.filter(({ channel }) => channel === "st")
    expect(said).toHaveLength(2)
    expect(said[0]?.text).toContain("3 compromisos vencidos de 2 instituciones")
    expect(said[0]?.text).toContain("CI/SO-21/02/2024/SRE-2")
    expect(said[0]?.text).toContain("venció hace 5 días hábiles")
    const toSre = chat.posted.find(({ channel, at }) => channel === "sre" && at.startsWith("2024-03-25"))
    expect(toSre?.text).toContain("Estimadas/os enlace, suplente y titular de la")
  })

  it("says who has no channel to be told in", async () => {
    await record({ deben }, (documento) => {
      const { canales, ...rest } = conST(documento)
      return { ...rest, canales: canales.filter(({ clave }) => clave !== "salud") }
    })
    clock.set("2024-03-25", "10:00")
    await tick()
    const st = chat.posted.find(({ channel }) => channel === "st")?.text
    expect(st).toMatch(/No hay canal activo de .*SALUD: comuníquese por otro medio\./)
    expect(st).toMatch(/Hoy se avisa también en el canal de .*SRE/)
  })

  it("follows the institution past its days off, with what it was told", async () => {
    const inhabiles = ["2024-03-25", "2024-03-26"].map((dia) => inhabil(dia, { institucion: "SRE" }))
    await record({ deben: deben.slice(0, 1), inhabiles }, conST)
    expect(await dias("2024-03-20", "2024-03-29", "st")).toEqual(["2024-03-27"])
  })

  it("goes to the channel of the body above when a sub-body has none", async () => {
    await record({ deben }, (documento) => {
      const [comision] = documento.organos
      if (comision === undefined) throw new Error("no body")
      const grupo = { ...comision, clave: "grupo", padre: "ci-trata", tipo: "grupo_de_trabajo" as const }
      return {
        ...conST(documento),
        organos: [comision, grupo],
        sesiones: documento.sesiones.map((sesion) => ({ ...sesion, organo: "grupo" })),
      }
    })
    clock.set("2024-03-25", "10:00")
    await tick()
    expect(chat.posted.map(({ channel }) => channel).sort()).toEqual(["salud", "sre", "st"])
  })

  it("without a channel of the Secretaría Técnica warns once a day and goes on with the rest", async () => {
    await record({ deben })
    clock.set("2024-03-25", "10:00")
    await tick()
    await tick()
    expect(chat.posted.map(({ channel }) => channel).sort()).toEqual(["salud", "sre"])
    const warnings = log.lines.filter(
      ({ level, message }) => level === "warn" && /Secretaría Técnica/.test(message),
    )
    expect(warnings).toHaveLength(1)
  })

  it("may be all that a body wants said", async () => {
    const destinatarios = [{ desde: -365, a: ["secretaria_tecnica"] as const }]
    await record({ deben: deben.slice(0, 1) }, (documento) => ({
      ...conST(documento),
      organos: documento.organos.map((uno) => ({
        ...uno,
        perfiles: [perfil(1, "2020-01-01", { destinatarios })],
      })),
    }))
    await tick()
    expect(chat.posted.map(({ channel }) => channel)).toEqual(["st"])
    expect(chat.posted[0]?.text).toContain("Hoy no se envía aviso al canal de")
  })
})

describe("the policy in force on the day", () => {
  it("changes the ladder, the hours, the recipients and the words on the day its version begins", async () => {
    const segunda = perfil(2, "2024-03-13", {
      escalera: [-1, 0],
      horario: { desde: "11:00", hasta: "12:00" },
      destinatarios: [{ desde: -365, a: ["titular"] }],
      textos: { ...usual.textos, recordatorio: { apertura: "Nueva redacción.", cierre: null } },
    })
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] }, (documento) => ({
      ...documento,
      organos: documento.organos.map((uno) => ({
        ...uno,
        perfiles: [perfil(1, "2020-01-01", { escalera: [-5, -4, 1] }), segunda],
      })),
    }))
    // At 10:00 the first version works; the second one does not yet.
    expect(await dias("2024-03-07", "2024-03-14", "sre")).toEqual(["2024-03-08", "2024-03-11"])
    clock.set("2024-03-14", "11:30")
    await tick()
    expect(chat.posted).toHaveLength(3)
    expect(chat.posted[2]?.text).toContain("Estimada/o titular de la Secretaría SRE:")
    expect(chat.posted[2]?.text).toContain("Nueva redacción.")
    expect(chat.posted[0]?.text).not.toContain("Nueva redacción.")
    for (const dia of ["2024-03-15", "2024-03-19"]) {
      clock.set(dia, "11:30")
      await tick()
    }
    // T+1 was of the first version only.
    expect(chat.posted.map(({ at }) => at.slice(0, 10)).slice(3)).toEqual(["2024-03-15"])
  })
})

describe("what is reported as done", () => {
  it("is silent while it is reviewed and is reminded of again once it is returned", async () => {
    const debe = { institucion: "SRE", vence: "2024-03-15" }
    await record({ deben: [debe] })
    await dias("2024-03-08", "2024-03-12", "sre")
    await record({ deben: [{ ...debe, estado: "en_validacion" }] })
    await dias("2024-03-13", "2024-03-15", "sre")
    expect(chat.posted).toHaveLength(1)
    await record({ deben: [{ ...debe, estado: "en_proceso" }] })
    await dias("2024-03-16", "2024-03-25", "sre")
    expect(chat.posted.slice(1).map(({ at }) => at.slice(0, 10))).toEqual(["2024-03-19", "2024-03-25"])
    // What was passed over while it was reviewed was not missed.
    expect(chat.posted[1]?.text).not.toContain("debieron enviarse")
  })
})

describe("a message that could not be sent in time", () => {
  it("expires when the next business day's message says the same, and stays useful for a day otherwise", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    const expira = async (dia: Fecha) => {
      clock.set(dia, "09:30")
      const [item] = await planearRecordatorios(
        { data: database.unitOfWork, now: clock.now() },
        await organo(),
      )
      return item?.delivery.expiresAt
    }
    expect(await expira("2024-03-14")).toBe("2024-03-15T06:00:00.000Z")
    expect(await expira("2024-03-15")).toBe("2024-03-19T06:00:00.000Z")
    expect(await expira("2024-03-08")).toBe("2024-03-12T06:00:00.000Z")
    expect(await expira("2024-03-25")).toBe("2024-03-27T06:00:00.000Z")
  })

  it("gives its place to the next one, with a reason in Spanish", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    clock.set("2024-03-14", "10:00")
    await encolarRecordatorios({ data: database.unitOfWork, now: clock.now() }, await organo())
    clock.set("2024-03-15", "10:00")
    await tick()
    expect(chat.posted).toHaveLength(1)
    expect(chat.posted[0]?.text).toContain("vence 1 compromiso")
    const expired = await database.unitOfWork.read.deliveries.list({ states: ["expired"], limit: 5 })
    expect(expired.map(({ reason }) => reason)).toEqual([
      "Pasó su día antes de poder enviarse; el siguiente recordatorio dirá cómo está todo.",
    ])
  })

  it("after the date speaks of what is due now, not of the rungs that were missed", async () => {
    await record({ deben: [{ institucion: "SRE", vence: "2024-03-15" }] })
    clock.set("2024-03-07", "10:00")
    await tick()
    clock.set("2024-03-19", "10:00")
    await tick()
    const [sent] = await database.unitOfWork.read.deliveries.list({ limit: 5 })
    expect(sent?.why).toContain("SRE-1 T+1 (venció el 15 de marzo de 2024)")
    expect(sent?.why).not.toMatch(/T-\d/)
    expect(sent?.why).toContain("con lo omitido desde el 8 de marzo de 2024")
  })
})

describe("a body in another zone", () => {
  const enZona =
    (zona: string): Cambio =>
    (documento) => ({ ...documento, organos: documento.organos.map((uno) => ({ ...uno, zona })) })

  /** When the day's message of T may go out, planned at midnight of the zone. */
  async function salida(zona: string, vence: Fecha): Promise<Instante | undefined> {
    await record({ deben: [{ institucion: "SRE", vence }] }, enZona(zona))
    const now = instanteDe(vence, "00:30", zona)
    const [item] = await planearRecordatorios({ data: database.unitOfWork, now }, await organo())
    return item?.delivery.notBefore
  }

  it.each<[string, Fecha, Instante]>([
    ["America/Tijuana", "2024-03-08", "2024-03-08T17:00:00.000Z"],
    // Summer time began on Sunday the 10th; the centre has none.
    ["America/Tijuana", "2024-03-11", "2024-03-11T16:00:00.000Z"],
    ["America/Tijuana", "2024-11-01", "2024-11-01T16:00:00.000Z"],
    ["America/Tijuana", "2024-11-04", "2024-11-04T17:00:00.000Z"],
    ["America/Ciudad_Juarez", "2024-03-08", "2024-03-08T16:00:00.000Z"],
    ["America/Ciudad_Juarez", "2024-03-11", "2024-03-11T15:00:00.000Z"],
    ["America/Cancun", "2024-03-08", "2024-03-08T14:00:00.000Z"],
    ["America/Cancun", "2024-07-08", "2024-07-08T14:00:00.000Z"],
    ["America/Mexico_City", "2024-07-08", "2024-07-08T15:00:00.000Z"],
    ["America/Tijuana", "2024-02-29", "2024-02-29T17:00:00.000Z"],
    ["America/Cancun", "2024-12-31", "2024-12-31T14:00:00.000Z"],
  ])("%s on %s sends from nine o'clock there", async (zona, vence, instante) => {
    expect(await salida(zona, vence)).toBe(instante)
    expect(horaEnZona(instante, zona)).toBe("09:00")
  })

  it.each<[string, Fecha]>([
    ["America/Tijuana", "2024-03-11"],
    ["America/Tijuana", "2024-11-04"],
    ["America/Ciudad_Juarez", "2024-03-11"],
    ["America/Cancun", "2024-12-31"],
  ])("%s gets each rung around %s once, within its own hours, ticked every hour", async (zona, vence) => {
    await record({ deben: [{ institucion: "SRE", vence }] }, enZona(zona))
    const found: { readonly dia: Fecha; readonly hora: Hora }[] = []
    const inicio = instanteDe(sumarDias(vence, -5), "00:00", zona)
    clock.pass(Date.parse(inicio) - Date.parse(clock.now()))
    while (fechaEnZona(clock.now(), zona) <= sumarDias(vence, 3)) {
      const before = chat.posted.length
      await tick()
      for (const { at } of chat.posted.slice(before)) {
        found.push({ dia: fechaEnZona(at, zona), hora: horaEnZona(at, zona) })
      }
      clock.pass(60 * 60_000)
    }
    const esperados = vence === "2024-12-31" ? ["2024-12-30", "2024-12-31", "2025-01-02"] : null
    const viernes = sumarDias(vence, -3)
    expect(found.map(({ dia }) => dia)).toEqual(esperados ?? [viernes, vence, sumarDias(vence, 1)])
    expect(new Set(found.map(({ hora }) => hora))).toEqual(new Set(["09:00"]))
  })
})
