import { createHash } from "node:crypto"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { planearDia } from "../../src/app/dia/planear.ts"
import { actualizarMensajes } from "../../src/app/entrega/actualizar-mensajes.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import { hechosActuales } from "../../src/app/mensaje/hechos-actuales.ts"
import { destinosDe, leerPublicacion } from "../../src/app/resumen/destinos.ts"
import type { Card } from "../../src/cards/card.ts"
import { resumenBlocks } from "../../src/cards/resumen/resumen.ts"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import type { DeliveryPurpose, NewDelivery } from "../../src/ports/repositories/deliveries.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { ZONA } from "../support/cuerpo-colegiado.ts"
import { eventually } from "../support/eventually.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { type SesionInstalada, ST, SU_HORA, startSesionInstalada } from "../support/sesion-instalada.ts"
import { silentLog } from "../support/silent-log.ts"

/**
 * Keys are data: whoever writes a message again after an update must find the one that is stored, or it is sent twice.
 * What each key is made of is spelled out here once more, so that no change of the program changes it unseen.
 */

let chat: Conversacion

const hash = (content: unknown) => createHash("sha256").update(JSON.stringify(content)).digest("hex")
const keyOf = (purpose: DeliveryPurpose, subject: readonly string[], { to }: Pick<NewDelivery, "to">) =>
  hash([purpose, ...subject, to.adapter, to.workspace, to.channel])

type Written = Pick<NewDelivery, "key" | "purpose" | "to" | "why" | "modelo" | "card">

/** Every message whose reason reads so, of which there must be some, has the key of that subject. */
function expectKeys<T extends Written>(
  written: readonly T[],
  why: RegExp,
  purpose: DeliveryPurpose,
  subject: (delivery: T) => readonly string[],
): void {
  const found = written.filter((delivery) => why.test(delivery.why))
  expect(found.length, `${why}`).toBeGreaterThan(0)
  for (const delivery of found)
    expect(delivery.key, delivery.why).toBe(keyOf(purpose, subject(delivery), delivery))
}

const organoDe = async (clave = "ci-trata") => {
  const organo = await chat.data.read.organos.byClave(clave)
  if (organo === null) throw new Error(`no ${clave}`)
  return organo
}
const sesionDe = async (clave: string) => {
  const sesion = (await chat.sesiones()).find((una) => una.clave === clave)
  if (sesion === undefined) throw new Error(`no ${clave}`)
  return sesion
}
const boton = ({ card }: { readonly card: Card }, label: RegExp) =>
  card.actions.find((action) => label.test(action.label))?.id ?? "none"

describe("the key of what somebody orders", () => {
  afterEach(() => chat.close())

  it("follows from the session and its version, its vote, its call", async () => {
    const sala: SesionInstalada = await startSesionInstalada()
    chat = sala
    await chat.submit(ST, "acuerdo.votacion-abrir", { texto: "¿Se aprueba?", modo: "nominal", punto: "1" })
    const all = await chat.deliveries()
    const { id } = await sala.sesion()
    const [votacion] = await chat.data.fresh.votaciones.list(id)
    expectKeys(all, /^Convocatoria de SO-23/, "aviso", () => ["convocatoria", id, "1"])
    expectKeys(all, /^Desarrollo de SO-23/, "aviso", () => ["en_curso", id, "1"])
    expectKeys(all, /^Se abrió una votación/, "aviso", () => ["votacion", votacion?.id ?? ""])
  })

  it("follows from the convocatoria and the day for an acuse that is asked for", async () => {
    const sala: SesionInstalada = await startSesionInstalada("ordinaria", 23, { instalada: false })
    chat = sala
    await chat.press(ST, boton(await chat.ask(ST, "/sesion acuses SO-23"), /^Recordar a/))
    const [convocatoria] = await chat.data.fresh.convocatorias.list((await sala.sesion()).id)
    expectKeys(await chat.deliveries(), /^Falta el acuse/, "aviso", () => [
      "recordar-acuse",
      convocatoria?.id ?? "",
      SU_HORA.slice(0, 10),
    ])
  })

  it("follows from the item, the act on a compromiso, the minute of a test", async () => {
    chat = await startConversacion()
    await chat.submit(ST, "sesion.crear", {
      tipo: "ordinaria",
      numero: "23",
      fecha: "2024-07-31",
      hora: "10:00",
    })
    await chat.submit("enlace-sre", "sesion.proponer:SO-23", {
      titulo: "Protocolo",
      exposicion: "Para unificar",
    })
    const clave = "CI/SE-1/03/DEMO/SRE"
    await chat.submit("enlace-sre", `compromiso.cumplido:${clave}`, { texto: "Se envió por oficio" })
    await chat.ask(ST, "/plenaria canal probar sre")
    const all = await chat.deliveries()
    const [punto] = await chat.data.fresh.sesiones.puntos((await sesionDe("SO-23")).id)
    const row = (await chat.data.fresh.compromisos.list({})).find(
      ({ compromiso }) => compromiso.clave === clave,
    )
    expectKeys(all, /^SRE propuso un punto/, "aviso", () => ["propuesta", punto?.id ?? ""])
    expectKeys(all, /^CI\/SE-1\/03\/DEMO\/SRE \(SRE\): cumplido/, "aviso", () => [
      "compromiso",
      row?.compromiso.id ?? "",
      "cumplido",
      NOW,
    ])
    expectKeys(all, /^Prueba del canal/, "prueba", ({ canalId }) => [canalId, NOW.slice(0, 16)])
  })

  it("follows from what a summary says, from the erratum, and from the message that is pinned or edited", async () => {
    chat = await startConversacion()
    const consola = new FakeChat({ now: () => NOW }, { id: "consola", editing: true, pinning: true })
    const deps = {
      data: chat.data,
      clock: { now: () => NOW },
      adapters: new Map([["consola", consola] as const]),
      log: silentLog,
    }
    const dispatch = async () => {
      while ((await dispatchDeliveries(deps, { limit: 50, leaseMs: 60_000 })).claimed > 0);
    }
    await chat.press(ST, boton(await chat.ask(ST, "/sesion publicar SO-21"), /^Publicar/))
    await dispatch()
    const erratas = await chat.ask(ST, "/sesion erratas SO-21")
    const dice = erratas.text.split("\n").find((line) => line.includes("Félix Santana")) ?? ""
    const forma = await chat.open(ST, `/sesion erratas SO-21 ${/\d+/u.exec(dice)?.[0]}`)
    if (forma.kind !== "form") throw new Error("expected the form of an erratum")
    const texto = "Félix Santana Ángeles, Director General"
    const vista = await chat.submit(ST, forma.form.id, { texto, motivo: "Se omitió una palabra." })
    if (vista.kind !== "reply") throw new Error("expected the erratum as it would be published")
    await chat.press(ST, boton(vista, /^Publicar/))
    await dispatch()
    const ediciones = async () => (await chat.deliveries()).filter(({ editsId }) => editsId !== null)
    await eventually(
      async () => {
        await actualizarMensajes(deps)
        return ediciones()
      },
      (edits) => edits.length >= 15,
    )
    const all = await chat.deliveries()
    const { id } = await sesionDe("SO-21")
    const [publicada] = await chat.data.fresh.resumenes.list(id)
    const version = (await chat.data.fresh.resumenes.list(id)).find(
      ({ contenido }) => contenido.errata !== null,
    )
    const byId = new Map(all.map((delivery) => [delivery.id, delivery]))
    expect(publicada?.estado).toBe("publicado")
    expectKeys(all, /^Fe de erratas 1/, "resumen", () => ["errata", version?.id ?? ""])
    expectKeys(all, /^Se fija en el canal/, "resumen", ({ pinsId }) => [
      "fijar",
      byId.get(pinsId ?? "")?.key ?? "",
    ])
    const publico = await resumenPublico(id)
    expectKeys(all, /^Resumen de SO-21 para el canal público/, "resumen", () => [id, publico])
    const ahora = new Map<string, string>()
    for (const { editsId } of await ediciones()) {
      const hechos = byId.get(editsId ?? "")?.modelo?.hechos ?? {}
      ahora.set(editsId ?? "", JSON.stringify(await hechosActuales(chat.data.fresh, hechos)))
    }
    expectKeys(await ediciones(), /^Actualiza un mensaje/, "resumen", ({ editsId }) => [
      "edicion",
      byId.get(editsId ?? "")?.key ?? "",
      ahora.get(editsId ?? "") ?? "",
    ])
  })

  it("follows from the instant and the channels for one that fails", async () => {
    chat = await startConversacion()
    await chat.ask(ST, "/plenaria canal probar sre")
    const consola = new FakeChat({ now: () => NOW }, { id: "consola" })
    const archived = { reason: "Está archivado.", platformCode: "is_archived", scope: "destination" } as const
    consola.next({ post: false, outcome: { kind: "rejected", ...archived } })
    await dispatchDeliveries(
      {
        data: chat.data,
        clock: { now: () => NOW },
        adapters: new Map([["consola", consola] as const]),
        log: silentLog,
      },
      { limit: 50, leaseMs: 60_000 },
    )
    const [sre] = (await chat.data.read.canales.listAdapter("consola")).filter(({ clave }) => clave === "sre")
    expectKeys(await chat.deliveries(), /^Canal que no recibe/, "aviso", () => [
      "canal.falla",
      NOW,
      sre?.id ?? "",
    ])
  })
})

/** Of what is for everybody: the blocks, for whom, and no commitments. */
async function resumenPublico(sesionId: string): Promise<string> {
  const organo = await organoDe()
  const sesion = await chat.data.read.sesiones.byId(sesionId)
  if (sesion === null) throw new Error("no session")
  const consulta = {
    read: chat.data.read,
    actor: { kind: "sin_vincular" },
    organo,
    hoy: NOW.slice(0, 10),
  } as const
  // As it was published, before the erratum.
  const lectura = await leerPublicacion(consulta, sesion, [])
  const publico = (await destinosDe(lectura)).find(({ institucion }) => institucion === null)
  if (publico === undefined) throw new Error("no public channel")
  return hash([resumenBlocks(publico.resumen), "público", []])
}

describe("the key of what the calendar asks for", () => {
  beforeAll(async () => {
    chat = await startConversacion()
    await chat.submit(ST, "sesion.crear", {
      tipo: "ordinaria",
      numero: "23",
      fecha: "2024-07-31",
      hora: "10:00",
    })
    await chat.submit(ST, "plenaria.cargo-registrar", {
      cargo: "Coordinación de la Subcomisión Consultiva",
      institucion: "SSPC",
      desde: "2024-01-01",
      hasta: "2024-07-31",
    })
  })
  afterAll(() => chat.close())

  /** What the body's day asks for, at ten in the morning. */
  const plan = async (dia: string) => {
    const now = instanteDe(dia, "10:00", ZONA)
    const planes = await planearDia({ data: chat.data, now }, await organoDe())
    return planes.flat().map(({ delivery }) => delivery)
  }
  const institucionDe = ({ modelo }: Written) => {
    const datos = modelo?.datos as { readonly institucionId?: string } | undefined
    return datos?.institucionId ?? ""
  }

  it("follows from the body, the institution and the day, or the week, for what is owed", async () => {
    const { id } = await organoDe()
    const planned = await plan("2024-06-17")
    expectKeys(planned, /^Recordatorio a /, "recordatorio", (one) => [id, institucionDe(one), "2024-06-17"])
    expectKeys(planned, /por escalamiento/, "recordatorio", () => [id, "escalamiento", "2024-06-17"])
    expectKeys(planned, /^Informe semanal/, "recordatorio", () => ["informe", id, "2024-W25"])
    expectKeys(planned, /^Instituciones .* sin canal/, "aviso", () => ["sin-canal", id, "2024-06-17"])
  })

  it("follows from the session, the institution and what is left for a session that comes", async () => {
    const { id } = await organoDe()
    const sesion = (await sesionDe("SO-22")).id
    const planned = await plan("2024-06-26")
    const subject = (one: Written, ...occurrence: readonly string[]) => [
      "sesion",
      id,
      sesion,
      institucionDe(one),
      "2024-06-27",
      ...occurrence,
    ]
    expectKeys(planned, /: 1 día hábil antes/, "recordatorio", (one) => subject(one, "T-1"))
    expectKeys(planned, /: 1 hora antes/, "aviso", (one) => subject(one, "10:00", "previo"))
  })

  it("follows from the session, its date and the last day for a convocatoria that is not sent", async () => {
    const { id } = await organoDe()
    const sesion = (await sesionDe("SO-23")).id
    const subject = (last: string) => ["convocatoria", id, sesion, "2024-07-31", "2024-07-23", last]
    const why = /^Convocatoria de SO-23 sin enviar/
    expectKeys(await plan("2024-07-18"), why, "recordatorio", () => subject("3"))
    expectKeys(await plan("2024-07-24"), why, "recordatorio", () => subject("vencida"))
  })

  it("follows from the post, its last day and how long is left for a term that ends", async () => {
    const [cargo] = await chat.data.fresh.cargos.list((await organoDe()).id)
    expectKeys(await plan("2024-07-03"), /^Término de cargo/, "recordatorio", () => [
      "cargo",
      cargo?.id ?? "",
      "2024-07-31",
      "30",
    ])
  })
})
