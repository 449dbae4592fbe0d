import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import type {
  CanalDoc,
  DesignacionDoc,
  DocumentoImportacion,
} from "../../src/domain/importacion/documento.ts"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, NOW, startConversacionTras } from "../support/conversacion.ts"
import { inhabil, ZONA } from "../support/cuerpo-colegiado.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { silentLog } from "../support/silent-log.ts"

/** Bodies of the demonstration without a channel of their own: one below the commission, and one below that. */
const SUB_ORGANOS = ["subcomision-consultiva", "grupo-capacitacion"] as const
const SUB = SUB_ORGANOS[0]
const ST = "secretaria-tecnica"

let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacionTras("people of the bodies below the commission", (antes) =>
    antes.amend(conPersonas),
  )
})
afterEach(() => chat.close())

/** In both, besides their seats, one who is their Secretaría Técnica and one who is SRE's enlace. */
function conPersonas(documento: DocumentoImportacion): DocumentoImportacion {
  const nuevas = SUB_ORGANOS.flatMap((organo): readonly DesignacionDoc[] => {
    const comun = { organo, oficio: null, desde: "2024-01-01", hasta: null } as const
    return [
      { ...comun, persona: ST, institucion: "SEGOB", calidad: "secretaria_tecnica" },
      { ...comun, persona: "enlace-sre", institucion: "SRE", calidad: "enlace" },
    ]
  })
  const otras = documento.designaciones.filter(({ organo }) => organo === "ci-trata")
  return { ...documento, designaciones: [...otras, ...nuevas] }
}

const canal = (clave: string, otros: Partial<CanalDoc>): CanalDoc => ({
  clave,
  nombre: clave,
  adapter: "consola",
  workspace: "demo",
  canal: clave,
  audiencia: "institucion",
  organo: SUB,
  institucion: null,
  activo: true,
  origen: "demo",
  ...otros,
})
const conCanales = (...canales: readonly CanalDoc[]) =>
  chat.amend((documento) => ({ ...documento, canales: [...documento.canales, ...canales] }))

const organoDe = async (clave: string) => {
  const organo = await chat.data.fresh.organos.byClave(clave)
  if (organo === null) throw new Error(`no ${clave}`)
  return organo
}
/** What was sent for a body, with the channel in which it is read. */
const deliveriesOf = async (clave: string) => {
  const { id } = await organoDe(clave)
  return (await chat.deliveries())
    .filter(({ organoId }) => organoId === id)
    .map(({ to, card, why }) => ({ channel: to.channel, title: card.title, why }))
}
const crearSesion = async (organo: string) => {
  const values = { tipo: "ordinaria", numero: "9", fecha: "2024-07-31", hora: "10:00" }
  const answer = await chat.submit(ST, `sesion.crear:organo:${organo}`, values)
  expect(answer.kind).toBe("reply")
}

describe.each(SUB_ORGANOS)("the Secretaría Técnica of a body without channels, %s,", (organo) => {
  it("is told of what institutions propose in the channel of the body above it", async () => {
    await crearSesion(organo)
    await chat.submit("enlace-sre", `sesion.proponer:SO-9 organo:${organo}`, {
      titulo: "Protocolo de atención",
      exposicion: "Para unificar criterios",
    })
    expect(await deliveriesOf(organo)).toEqual([
      { channel: ST, title: "Punto propuesto para SO-9", why: "SRE propuso un punto para SO-9." },
    ])
  })

  it("sees the channels that it speaks through, and whose they are", async () => {
    const { text } = await chat.ask(ST, `/plenaria canales organo:${organo}`)
    expect(text).toContain("usa 16 canales de: Comisión Intersecretarial contra la Trata de Personas")
    expect((await chat.ask(ST, `/plenaria canal probar sre organo:${organo}`)).card.title).toBe(
      "Prueba del canal sre",
    )
  })
})

describe("a sub-body with a channel whose clave one of the body above has too", () => {
  const ajeno = canal("sre", { canal: "sub-sre", audiencia: "integrantes" })
  const probado = async (typed: string) => {
    const { card } = await chat.ask(ST, `/plenaria canal probar ${typed} organo:${SUB}`)
    return card.title
  }

  it("tests its own by its clave, and the other by that of its body too", async () => {
    await conCanales(ajeno)
    const { text } = await chat.ask(ST, `/plenaria canales pagina:2 organo:${SUB}`)
    expect(text).toContain("ci-trata/sre")
    await probado("sre")
    await probado("ci-trata/sre")
    const sent = (await deliveriesOf(SUB)).map(({ channel }) => channel)
    expect(sent.sort()).toEqual(["sre", "sub-sre"])
  })
})

describe("a sub-body without channels", () => {
  const MEMBERS = ["ceav", "fgr", "segob", "sre", "sspc"]

  it("calls its members, and asks for their acuses, in the channels that institutions have above", async () => {
    await crearSesion(SUB)
    await chat.submit(ST, `sesion.punto-agregar:SO-9 organo:${SUB}`, { titulo: "Plan de trabajo" })
    const boton = async (typed: string, label: RegExp) => {
      const { card } = await chat.ask(ST, `${typed} organo:${SUB}`)
      return card.actions.find((action) => label.test(action.label))?.id ?? "none"
    }
    await chat.press(ST, await boton("/sesion convocar SO-9", /^Convocar/))
    await chat.press(ST, await boton("/sesion acuses SO-9", /^Recordar a/))
    const where = async (why: RegExp) =>
      (await deliveriesOf(SUB)).flatMap((one) => (why.test(one.why) ? [one.channel] : [])).sort()
    expect(await where(/^Convocatoria de SO-9/)).toEqual(MEMBERS)
    expect(await where(/^Falta el acuse/)).toEqual(MEMBERS)
  })
})

describe("a channel that takes no messages", () => {
  const archived: SendOutcome = {
    kind: "rejected",
    reason: "El canal está archivado.",
    platformCode: "is_archived",
    scope: "destination",
  }

  /** Someone tests a channel, and the platform refuses. */
  async function breaks(clave: string, organo: string): Promise<void> {
    const consola = new FakeChat({ now: () => NOW }, { id: "consola" })
    await chat.ask(ST, `/plenaria canal probar ${clave} organo:${organo}`)
    consola.next({ post: false, outcome: archived })
    const deps = {
      data: chat.data,
      clock: { now: () => NOW },
      adapters: new Map([["consola", consola] as const]),
      log: silentLog,
    }
    await dispatchDeliveries(deps, { limit: 1, leaseMs: 60_000 })
  }
  const told = async () => {
    const organos = new Map((await chat.data.fresh.organos.all()).map(({ id, clave }) => [id, clave]))
    return (await chat.deliveries())
      .filter(({ why }) => why.startsWith("Canal que no recibe"))
      .map(({ organoId, to }) => `${organos.get(organoId)} in ${to.channel}`)
      .sort()
  }

  it("of a sub-body is told to its Secretaría Técnica through the body above it", async () => {
    await conCanales(canal("sub-sre", { institucion: "SRE" }))
    await breaks("sub-sre", SUB)
    expect(await told()).toEqual([`${SUB} in ${ST}`])
  })

  it("is told once where the Secretarías Técnicas of the bodies that use it read the same channel", async () => {
    await breaks("sre", "ci-trata")
    expect(await told()).toEqual([`ci-trata in ${ST}`])
  })

  it("is told to every Secretaría Técnica whose messages no longer arrive", async () => {
    await conCanales(canal("sub-st", { audiencia: "secretaria_tecnica" }))
    await breaks("sre", "ci-trata")
    expect(await told()).toEqual([`ci-trata in ${ST}`, `${SUB} in sub-st`])
  })

  it("is among what a sub-body that speaks through it has to attend to", async () => {
    await breaks("sre", "ci-trata")
    expect((await chat.ask(ST, `/plenaria entregas organo:${SUB}`)).text).toContain("sre")
  })
})

describe("a recordatorio of a sub-body", () => {
  /** SALUD owes it something by Tuesday the 18th. */
  const debe = (documento: DocumentoImportacion): DocumentoImportacion => {
    const origen = documento.sesiones.find(({ acuerdos }) =>
      acuerdos.some((uno) => uno.compromisos.length > 0),
    )
    if (origen === undefined) throw new Error("the demonstration owes nothing")
    const [acuerdo] = origen.acuerdos.filter((uno) => uno.compromisos.length > 0)
    const [compromiso] = acuerdo?.compromisos ?? []
    if (acuerdo === undefined || compromiso === undefined) throw new Error("nothing is owed")
    const suyo = {
      ...compromiso,
      clave: "SUB/SO-1/01/SALUD",
      institucion: "SALUD",
      estado: "pendiente" as const,
      fechaCompromiso: "2024-06-18",
      fechaReprogramada: null,
      avances: [],
    }
    const sesion = {
      ...origen,
      organo: SUB,
      clave: "SO-1",
      numero: 1,
      puntos: [],
      hechos: [],
      asistencias: [],
      acuerdos: [{ ...acuerdo, clave: "SUB/SO-1/01", punto: null, compromisos: [suyo] }],
    }
    return { ...documento, sesiones: [...documento.sesiones, sesion] }
  }
  const recordatorio = async () =>
    (await chat.deliveries()).find(({ why }) => why.includes("SUB/SO-1/01/SALUD"))

  it("that was delayed waits for the institution's own working days in the channel of the body above", async () => {
    await chat.amend(debe)
    await encolarRecordatorios({ data: chat.data, now: NOW }, await organoDe(SUB))
    expect((await recordatorio())?.to.channel).toBe("salud")
    await chat.amend((documento) => ({
      ...documento,
      inhabiles: [...documento.inhabiles, inhabil("2024-06-12", { institucion: "SALUD" })],
    }))
    const consola = new FakeChat({ now: () => NOW }, { id: "consola" })
    const clock = { now: () => instanteDe("2024-06-12", "10:00", ZONA) }
    const deps = {
      data: chat.data,
      clock,
      adapters: new Map([["consola", consola] as const]),
      log: silentLog,
    }
    await dispatchDeliveries(deps, { limit: 50, leaseMs: 60_000 })
    expect(await recordatorio()).toMatchObject({
      state: "pending",
      notBefore: instanteDe("2024-06-13", "09:00", ZONA),
    })
  })
})
