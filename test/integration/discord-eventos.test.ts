import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { seMuestraEn } from "../../src/app/calendario/agenda-del-espacio.ts"
import { agendarSesiones } from "../../src/app/convocatoria/agendar.ts"
import { abrirSala, type Sala } from "../support/sala/sala.ts"

const CREATE_EVENTS = 1n << 44n

/** One session from its convocatoria to its end, before a guild of Discord; each test goes on. */
describe("a session in the events of a guild", () => {
  let sala: Sala
  beforeAll(async () => {
    sala = await abrirSala()
    await sala.st.pide("/sesion crear")
    await sala.st.llena({ tipo: "ordinaria", fecha: "2024-08-15", hora: "10:00", sede: "Reforma <@1> 99" })
    await sala.st.pide("/sesion punto-agregar SO-22")
    await sala.st.llena({ titulo: "Programa Anual de Trabajo", difusion: "integrantes" })
    await sala.st.pide("/sesion convocar SO-22")
    await sala.st.pulsa(/^Convocar a/)
  }, 90_000)
  afterAll(async () => {
    const errors = sala.errors()
    await sala.close()
    expect(errors).toEqual([])
  })

  const entregas = async () =>
    (
      await sala.data.fresh.deliveries.list({
        states: ["accepted", "cancelled", "rejected", "uncertain", "pending"],
        limit: 500,
      })
    ).filter(({ forma }) => forma === "evento")
  const todosLeen = async (publico = true) => {
    const { fresh } = sala.data
    const [organo] = await fresh.organos.all()
    for (const canal of await fresh.canales.list(organo?.id ?? ""))
      if (canal.adapter === "discord")
        await sala.data.transaction(({ condicionesCanal }) =>
          condicionesCanal.registrar(
            canal.id,
            { publico, externo: false, invitados: null, nombre: canal.nombre },
            "2024-06-11T16:00:00.000Z",
          ),
        )
  }
  const eventos = () => sala.discord.events.all
  const cambia = async (orden: string, values: Readonly<Record<string, string>>) => {
    await sala.st.pide(orden)
    await sala.st.llena(values)
  }

  it("of the members alone, is told to nobody where not all of the guild reads the channel", async () => {
    sala.discord.gateway.permissions |= CREATE_EVENTS
    await sala.son("2024-06-11", "10:05")
    expect(await entregas()).toEqual([])
    expect(eventos()).toEqual([])
    const sesion = await sala.sesion("SO-22")
    const canal = (await sala.data.fresh.canales.list(sesion.organoId))[0]
    if (canal === undefined) throw new Error("the body has no channel")
    const conPublico = { condicionesCanal: { de: async () => ({ publico: true }) } } as never
    for (const [difusion, seMuestra] of [
      ["interna", false],
      ["integrantes", true],
      ["publica", true],
    ] as const)
      expect(await seMuestraEn(conPublico, { ...sesion, difusion }, canal), difusion).toBe(seMuestra)
  })

  it("nothing fails where the bot may not make events: it is said why there is none", async () => {
    sala.discord.gateway.permissions &= ~CREATE_EVENTS
    await todosLeen()
    await sala.son("2024-06-11", "10:06")
    const [una, ...mas] = await entregas()
    expect(mas).toEqual([])
    expect(una).toMatchObject({ state: "cancelled", reason: expect.stringContaining("dele Crear eventos") })
    expect(eventos()).toEqual([])
    sala.discord.gateway.permissions |= CREATE_EVENTS
    await sala.son("2024-06-11", "10:06")
    expect(eventos(), "it is not asked for again each minute").toEqual([])
    await sala.son("2024-06-12", "10:00")
    expect(eventos(), "the next day the permission is there").toHaveLength(1)
    sala.discord.events.all.length = 0
  })

  it("is made once for each guild, also when Discord's answer is lost", async () => {
    sala.discord.failNextEvent("cut_after_read")
    await cambia("/sesion rectificar SO-22", { hora: "11:00", motivo: "Por agenda de la Presidencia." })
    for (const hora of ["10:07", "10:08", "10:09"]) await sala.son("2024-06-12", hora)
    expect((await entregas()).map(({ state }) => state).sort()).toEqual(["accepted", "accepted", "cancelled"])
    expect(eventos()).toHaveLength(1)
    expect(eventos()[0]).toMatchObject({
      name: expect.stringContaining("Vigésima Segunda Sesión Ordinaria"),
      entity_metadata: { location: "Reforma <@1> 99" },
      scheduled_start_time: "2024-08-15T17:00:00.000Z",
      scheduled_end_time: "2024-08-15T18:00:00.000Z",
      status: 1,
    })
    expect(String(eventos()[0]?.description)).not.toContain("Programa Anual")
    expect(eventos()[0]?.description).toMatch(/\nRef\. [0-9A-F]{12}$/)
  })

  it("is called off where not all of the guild may know of it any more, and is there again when it may", async () => {
    await todosLeen(false)
    await sala.son("2024-06-12", "10:12")
    expect(eventos().map(({ status }) => status)).toEqual([4])
    await sala.son("2024-06-12", "10:13")
    const antes = (await entregas()).length
    await todosLeen()
    await sala.son("2024-06-12", "10:14")
    expect(eventos().map(({ status }) => status)).toEqual([4, 1])
    expect(await entregas()).toHaveLength(antes + 1)
    sala.discord.events.all.shift()
  })

  it("moves with the session, also when who was to move it died, and is called off with it", async () => {
    await cambia("/sesion diferir SO-22", {
      fecha: "2024-08-22",
      hora: "11:00",
      motivo: "Por agenda de la Presidencia.",
    })
    const { fresh } = sala.data
    const [organo] = await fresh.organos.all()
    if (organo === undefined) throw new Error("there is no body")
    const now = "2024-06-12T16:15:00.000Z"
    await agendarSesiones({ data: sala.data, now }, organo, ["discord"])
    const claim = { now, leaseMs: 1, limit: 50, adapters: ["discord" as const] }
    let tomadas = await fresh.deliveries.claim(claim)
    for (; !tomadas.some(({ forma }) => forma === "evento"); tomadas = await fresh.deliveries.claim(claim)) {
      expect(tomadas).not.toEqual([])
      for (const { id, lease } of tomadas)
        await fresh.deliveries.finish(id, lease, "cancelled", "De la prueba.", now)
    }
    for (const hora of ["10:20", "10:21", "10:22"]) await sala.son("2024-06-12", hora)
    expect(eventos()).toMatchObject([{ status: 1, scheduled_start_time: "2024-08-22T17:00:00.000Z" }])
    const suelta = { ...(await sala.sesion("SO-22")), estado: "programada" as const }
    const sesiones = { ...fresh.sesiones, list: async () => [suelta] }
    const data = { ...sala.data, read: { ...sala.data.read, sesiones } }
    const asked = await agendarSesiones({ data, now: "2024-06-12T16:25:00.000Z" }, organo, ["discord"])
    expect(asked, "one that is called no more is taken out").toBe(1)
    await cambia("/sesion cancelar SO-22", { motivo: "Se convocará de nuevo." })
    await sala.son("2024-06-12", "10:30")
    expect(eventos().map(({ status }) => status)).toEqual([4])
    expect((await entregas()).every(({ state }) => state === "accepted" || state === "cancelled")).toBe(true)
  })
})
