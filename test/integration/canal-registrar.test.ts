import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningBot } from "../../src/composition.ts"
import { startTestBot } from "../support/bot.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { despertador } from "../support/despertador.ts"
import { eventually } from "../support/eventually.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { FakeDiscord, GUILD } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { slackEnv } from "../support/fake-slack/harness.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { documentoDeLaSala, lugarDe } from "../support/sala/documento.ts"
import { puertaDiscord } from "../support/sala/puerta-discord.ts"
import { puertaSlack } from "../support/sala/puerta-slack.ts"
import { Asistente } from "../support/sala/sala.ts"

const SRE = "C0SRENUEVO"
const ST = "C0STNUEVO"
const SALUD = "300000000000000199"

let database: TestDatabase
let slack: FakeSlack
let discord: FakeDiscord
let clock: TestClock
let bot: RunningBot
const despierta = despertador()

/** The body with its people, before anybody registered a channel. */
beforeAll(async () => {
  database = await createTestDatabase()
  clock = new TestClock("2024-06-11", "10:00")
  await database.importacion.apply({ ...documentoDeLaSala(), canales: [] }, clock.now())
  slack = await FakeSlack.start()
  discord = await FakeDiscord.start()
  slack.workspace.add({ id: SRE, name: "sre-trata" })
  slack.workspace.add({ id: ST, name: "secretaria" })
  discord.addChannel(SALUD)
  discord.guild.closed.add(SALUD)
  bot = await startTestBot(
    database,
    { ...slackEnv(slack, "socket"), ...discordConfig(discord) },
    {
      clock,
      log: memoryLog(),
      scheduler: despierta.scheduler,
    },
  )
})
afterAll(async () => {
  await bot.stop()
  await slack.close()
  await discord.close()
  await database.close()
})

const en = (quien: "SRE" | "ST", channel: string) =>
  new Asistente(puertaSlack(slack), { ...lugarDe(quien), channel })
const salud = () => new Asistente(puertaDiscord(discord), { ...lugarDe("SALUD"), channel: SALUD })
const publicado = (channel: string) =>
  (slack.workspace.channels.get(channel)?.messages ?? []).map((message) => readMessage(message).text)
const directo = (user: string) =>
  slack.workspace.privately.filter(({ to, channel }) => to === user && channel === null)
const canales = async () => {
  const [organo] = await database.unitOfWork.fresh.organos.all()
  return database.unitOfWork.fresh.canales.list(organo?.id ?? "")
}
const pasan = async (minutes: number) => {
  clock.pass(minutes * 60_000)
  await bot.tick()
}

describe("a channel that is registered from inside it", () => {
  it("is refused in a direct message, which is no channel, with what to do", async () => {
    const { text } = await en("SRE", "D0DIRECTO").pide("/plenaria canal-registrar institucion")
    expect(text).toContain("Abra el canal que desea registrar")
    expect(await canales()).toEqual([])
  })

  it("waits for the Secretaría Técnica, who without a channel of hers is told in her own conversation", async () => {
    const sre = en("SRE", SRE)
    const { form } = await sre.pide("/plenaria canal-registrar")
    expect(form?.values).toMatchObject({ institucion: "SRE", nombre: "sre-trata" })
    expect((await sre.llena({ nombre: "Trata SRE" })).text).toContain("espera a la Secretaría Técnica")
    expect((await sre.pide("/plenaria canal-registrar institucion nombre:Otro")).text).toContain(
      "ya se pidió",
    )
    await pasan(1)
    expect(directo("U0ST").map(({ payload }) => readMessage(payload).text)).toEqual([
      expect.stringContaining("SRE pide registrar un canal"),
    ])
    expect(publicado(SRE), "nothing is said there before it is approved").toEqual([])
  })

  it("is approved once she saw who reads it, and is greeted where it is", async () => {
    const st = en("ST", ST)
    expect((await st.pide("/plenaria inicio")).text).toContain("SRE pide registrar su canal «Trata SRE»")
    const { text } = await st.pulsa(/Revisar el canal de SRE/)
    expect(text).toContain("Lo pidió Enlace de SRE")
    expect((await st.pulsa(/^Aprobar$/)).text).toContain("Canal registrado: Trata SRE")
    await pasan(1)
    expect(publicado(SRE)).toEqual([expect.stringContaining("Este canal recibe los mensajes de Plenaria")])
    expect(await canales()).toMatchObject([
      { clave: "sre", audiencia: "institucion", channel: SRE, workspace: slack.team, activo: true },
    ])
    expect((await st.pulsaDeAntes("plenaria.inicio")).text).not.toContain("pide registrar")
  })

  it("needs nobody's approval but her own confirmation, if it is she who asks", async () => {
    const st = en("ST", ST)
    expect((await st.pide("/plenaria canal-registrar secretaria_tecnica")).text).toContain(
      "también lo que aún no se publica",
    )
    expect(await canales()).toHaveLength(1)
    await st.pulsa(/^Registrar$/)
    await pasan(1)
    expect(publicado(ST)).toHaveLength(1)
    expect((await st.pide("/plenaria canal-registrar secretaria_tecnica")).text).toContain(
      "ya está registrado",
    )
  })

  it("is refused with the reason, which whoever asked reads in their own conversation", async () => {
    const persona = salud()
    await persona.pide("/plenaria canal-registrar")
    await persona.llena({ nombre: "Trata Salud" })
    await pasan(1)
    const st = en("ST", ST)
    expect(publicado(ST).at(-1), "now she has a channel").toContain("SALUD pide registrar un canal")
    await st.pulsaEnSuCanal(/Rechazar/)
    await st.llena({ motivo: "Falta decir quiénes están en el canal." })
    await pasan(1)
    expect(JSON.stringify(discord.direct)).toContain("Falta decir quiénes están en el canal")
  })

  it("is registered on Discord by the same words, once it is asked for again", async () => {
    const persona = salud()
    await persona.pide("/plenaria canal-registrar")
    await persona.llena({ nombre: "Trata Salud" })
    await pasan(1)
    const st = en("ST", ST)
    await st.pulsaEnSuCanal(/Aprobar/)
    await st.pulsa(/^Aprobar$/)
    await pasan(1)
    expect(discord.messages.some(({ channel_id }) => channel_id === SALUD)).toBe(true)
    expect((await canales()).map(({ clave }) => clave)).toEqual(["salud", "secretaria-tecnica", "sre"])
  })
})

describe("a channel that more people can read than when it was registered", () => {
  it("gets nothing more, and the Secretaría Técnica is told, from when it is seen that it was made public", async () => {
    const channel = slack.workspace.channels.get(SRE)
    if (channel === undefined) throw new Error("no channel")
    await despierta.channels()
    channel.open = true
    await despierta.channels()
    expect(publicado(ST).join(), "it was looked at today").not.toContain("Se detuvieron")
    clock.pass(25 * 60 * 60_000)
    await despierta.channels()
    await bot.tick()
    expect(publicado(ST).at(-1)).toContain("Se detuvieron los mensajes a un canal: SRE")
    expect(publicado(ST).at(-1)).toContain("cualquier persona de ese espacio de trabajo")

    const before = publicado(SRE).length
    const st = en("ST", ST)
    expect((await st.pide("/plenaria canal-probar sre")).text).toContain("está en la cola")
    await pasan(1)
    expect(publicado(SRE)).toHaveLength(before)
    expect((await st.pide("/plenaria entregas")).text).toContain("ahora lo pueden leer más personas")
    expect((await st.pide("/plenaria canales")).text).toContain("En espera desde")
    expect((await st.pide("/plenaria inicio")).text).toContain("El canal Trata SRE no recibe mensajes")
  })

  it("gets what waited once she confirmed it, as it is now", async () => {
    const before = publicado(SRE).length
    const st = en("ST", ST)
    expect((await st.pide("/plenaria canal-confirmar sre")).text).toContain("1 mensaje espera y saldrá")
    await st.pulsa(/^Confirmar el canal$/)
    await pasan(10)
    expect(publicado(SRE)).toHaveLength(before + 1)
    clock.pass(25 * 60 * 60_000)
    await despierta.channels()
    await bot.tick()
    expect(publicado(ST).filter((text) => text.includes("Se detuvieron"))).toHaveLength(1)
  })

  it.each([
    [
      "a guest who joins",
      "personas invitadas",
      { type: "member_joined_channel", user: "U0INVITADA", channel: SRE },
    ],
    ["another organisation", "personas de otra organización", { type: "channel_shared", channel: SRE }],
  ])("is noticed at once when Slack tells of %s", async (_case, quienes, event) => {
    slack.workspace.guests.add("U0INVITADA")
    slack.tells(event)
    await eventually(
      async () => {
        await bot.tick()
        return publicado(ST).at(-1) ?? ""
      },
      (text) => text.includes(quienes),
    )
  })

  it("is noticed at once when Discord tells that everybody may see it", async () => {
    await despierta.channels()
    discord.guild.closed.delete(SALUD)
    discord.guild.open.add(SALUD)
    discord.gateway.dispatch("CHANNEL_UPDATE", {
      id: SALUD,
      type: 0,
      guild_id: GUILD,
      name: "sre",
      position: 0,
      permission_overwrites: discord.guild.overwritesOf(SALUD),
    })
    await eventually(
      async () => {
        await bot.tick()
        return publicado(ST).at(-1) ?? ""
      },
      (text) => text.includes("Se detuvieron los mensajes a un canal: SALUD"),
    )
  })

  it("is told of when its platform calls it otherwise, and goes on getting its messages", async () => {
    const channel = slack.workspace.channels.get(ST)
    if (channel === undefined) throw new Error("no channel")
    channel.name = "secretaria-tecnica"
    slack.tells({ type: "channel_rename", channel: { id: ST, name: channel.name } })
    await eventually(
      async () => {
        await bot.tick()
        return publicado(ST)
      },
      (texts) => texts.some((text) => text.includes("se llamaba «secretaria»")),
    )
  })

  it("is told of in the Secretaría Técnica's own conversation, if it is her only channel", async () => {
    const channel = slack.workspace.channels.get(ST)
    if (channel === undefined) throw new Error("no channel")
    const before = publicado(ST).length
    channel.open = true
    clock.pass(25 * 60 * 60_000)
    await despierta.channels()
    await bot.tick()
    expect(readMessage(directo("U0ST").at(-1)?.payload).text).toContain(
      "Se detuvieron los mensajes a un canal",
    )
    expect(publicado(ST)).toHaveLength(before)
  })
})

describe("who reads a channel while its question waits", () => {
  const ABIERTO = "C0ABIERTO"
  const CUALQUIERA = "cualquier persona de ese espacio"

  it("is shown again where it changed before the answer, and nothing is registered", async () => {
    slack.workspace.add({ id: ABIERTO, name: "de-todos" })
    const st = en("ST", ABIERTO)
    expect((await st.pide("/plenaria canal-registrar integrantes nombre:De todos")).text).not.toContain(
      CUALQUIERA,
    )
    const channel = slack.workspace.channels.get(ABIERTO)
    if (channel === undefined) throw new Error("no channel")
    channel.open = true
    expect((await st.pulsa(/^Registrar$/)).text).toContain(CUALQUIERA)
    expect((await canales()).some((canal) => canal.channel === ABIERTO)).toBe(false)
  })

  it("is shown where a channel for everybody is to be for its members alone", async () => {
    const st = en("ST", ABIERTO)
    const { text } = await st.pide("/plenaria canal-registrar publica nombre:De todos")
    expect(text, "of what is for everybody nobody reads too much").not.toContain(CUALQUIERA)
    expect((await st.pulsa(/^Registrar$/)).text).toContain("Canal registrado")
    await st.pide("/plenaria canal-editar publica")
    const motivo = "Ahora es de los integrantes."
    expect((await st.llena({ audiencia: "integrantes", motivo })).text).toContain(CUALQUIERA)
  })
})

describe("a change to a channel", () => {
  it("says what it does before it is done, and whom it leaves without a channel", async () => {
    const st = en("ST", ST)
    await st.pide("/plenaria canal-desactivar salud")
    const { text } = await st.llena({ motivo: "Cambiaron de plataforma." })
    expect(text).toContain("SALUD se queda sin ningún canal")
    await st.pulsa(/^Desactivar$/)
    expect((await canales()).find(({ clave }) => clave === "salud")?.activo).toBe(false)
    await st.pide("/plenaria canal-editar salud")
    expect((await st.llena({ motivo: "Volvieron a usarlo." })).text).toContain("desactivado → activo")
    await st.pulsa(/^Guardar el cambio$/)
    const cambiado = (await canales()).find(({ clave }) => clave === "salud")
    expect(cambiado?.activo).toBe(true)
    const eventos = await database.unitOfWork.fresh.eventos.byObjeto(`canal:${cambiado?.id}`)
    expect(eventos.map(({ tipo }) => tipo)).toEqual([
      "canal.registrado",
      "canal.por_confirmar",
      "canal.desactivado",
      "canal.cambiado",
    ])
  })
})
