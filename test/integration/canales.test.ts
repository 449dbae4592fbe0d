import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import type { DispatchDeps } from "../../src/app/entrega/envio.ts"
import type { Card } from "../../src/cards/card.ts"
import type { CanalDoc } from "../../src/domain/importacion/documento.ts"
import type { Canal } from "../../src/domain/tipos/canal.ts"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"
import { type Cuerpo, cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"

const OPTIONS = { limit: 50, leaseMs: 60_000 }
const FOURTEEN = Array.from({ length: 14 }, (_, i) => `I${String(i + 1).padStart(2, "0")}`)
const card: Card = { title: "Aviso", tone: "aviso", blocks: [], actions: [] }

const archived: SendOutcome = {
  kind: "rejected",
  reason: "El canal está archivado. Reactívelo.",
  platformCode: "is_archived",
  scope: "destination",
}
const revoked: SendOutcome = {
  kind: "rejected",
  reason: "El token se revocó. Genere otro.",
  platformCode: "token_revoked",
  scope: "workspace",
}
const tooLong: SendOutcome = {
  kind: "rejected",
  reason: "El mensaje es demasiado largo.",
  platformCode: "msg_too_long",
  scope: "message",
}

/** Platforms whose answer depends on the channel. */
class Platform extends FakeChat {
  readonly fails = new Map<string, SendOutcome>()
  override send(request: Parameters<FakeChat["send"]>[0]) {
    const outcome = this.fails.get(request.to.channel) ?? this.fails.get("*")
    if (outcome !== undefined) this.next({ post: false, outcome })
    return super.send(request)
  }
}

let test: TestDatabase
let clock: TestClock
let slack: Platform
let discord: Platform
let log: ReturnType<typeof memoryLog>

beforeEach(async () => {
  test = await createTestDatabase()
  clock = new TestClock("2024-03-08", "10:00")
  slack = new Platform(clock)
  discord = new Platform(clock, { id: "discord" })
  log = memoryLog()
})
afterEach(() => test.close())

const secretaria = (channel: string, adapter: CanalDoc["adapter"] = "discord"): CanalDoc => ({
  clave: channel,
  nombre: `Canal ${channel}`,
  adapter,
  workspace: adapter === "discord" ? "G1" : "T1",
  canal: channel,
  audiencia: "secretaria_tecnica",
  organo: "ci-trata",
  institucion: null,
  activo: true,
  origen: "registro",
})

async function load(cuerpo: Cuerpo = {}, extra: readonly CanalDoc[] = [secretaria("st")]): Promise<void> {
  const documento = cuerpoColegiado(cuerpo)
  const canales = [...documento.canales, ...extra]
  await test.importacion.apply({ ...documento, canales }, clock.now())
}

const deps = (): DispatchDeps => ({
  data: test.unitOfWork,
  clock,
  adapters: new Map([
    ["slack", slack],
    ["discord", discord],
  ]),
  log,
  random: () => 1,
})

async function dispatch(): Promise<void> {
  for (let claimed = 1; claimed > 0; ) claimed = (await dispatchDeliveries(deps(), OPTIONS)).claimed
}

async function organo() {
  const [found] = await test.unitOfWork.read.organos.all()
  if (found === undefined) throw new Error("no body")
  return found
}

const canales = async () => test.unitOfWork.read.canales.list((await organo()).id)

async function enqueue(key: string, { id, organoId, adapter, workspace, channel }: Canal): Promise<void> {
  await test.unitOfWork.read.deliveries.enqueue(
    {
      key,
      purpose: "resumen",
      organoId,
      canalId: id,
      to: { adapter, workspace, channel },
      card,
      notBefore: clock.now(),
      expiresAt: null,
      why: "prueba",
    },
    clock.now(),
  )
}

/** One message more to every channel on Slack. */
async function messageToAll(round: string): Promise<void> {
  for (const canal of await canales())
    if (canal.adapter === "slack") await enqueue(`${round}-${canal.clave}`, canal)
}

const toldIn = (chat: FakeChat, channel: string) =>
  chat.posted.filter((message) => message.channel === channel).map(({ text }) => text)

describe("a channel that takes no messages", () => {
  it("is told once to the Secretaría Técnica, with what to do, while the rest goes on", async () => {
    await load()
    slack.fails.set("sre", archived)
    for (const round of ["a", "b", "c"]) {
      await messageToAll(round)
      await dispatch()
    }
    const told = toldIn(discord, "st")
    expect(told).toHaveLength(1)
    expect(told[0]).toContain("SRE (canal Canal SRE, Slack)")
    expect(told[0]).toContain("El canal está archivado. Reactívelo.")
    expect(toldIn(slack, "salud")).toHaveLength(3)
  })

  it("is told with a button that tests it", async () => {
    await load()
    slack.fails.set("sre", archived)
    await messageToAll("a")
    await dispatch()
    const aviso = (await test.unitOfWork.read.deliveries.list({ limit: 50 })).find(
      (one) => one.purpose === "aviso",
    )
    expect(aviso?.card.actions[0]).toMatchObject({ id: "plenaria.canal-probar:sre" })
  })

  it("is told once when two workers find it out at the same time", async () => {
    await load({ instituciones: ["SRE"] })
    const [sre] = await canales()
    if (sre === undefined) throw new Error("no channel")
    const { channelHealth } = test.unitOfWork.read
    const falla = { scope: "workspace", reason: "x" } as const
    const marked = await Promise.all(
      Array.from({ length: 8 }, () => channelHealth.markBroken(sre, falla, clock.now())),
    )
    expect(marked.flat()).toHaveLength(1)
    const cleared = await Promise.all(Array.from({ length: 8 }, () => channelHealth.markWorking(sre)))
    expect(cleared.flat()).toHaveLength(1)
  })

  it("is not taken for broken when only the message was at fault", async () => {
    await load()
    slack.fails.set("sre", tooLong)
    await messageToAll("a")
    await dispatch()
    expect(discord.attempts).toBe(0)
    expect(await test.unitOfWork.read.channelHealth.broken()).toEqual([])
  })

  it("works again with the next message that gets there, which is told once", async () => {
    await load()
    slack.fails.set("sre", archived)
    await messageToAll("a")
    await dispatch()
    slack.fails.clear()
    clock.pass(3_600_000)
    for (const round of ["b", "c"]) {
      await messageToAll(round)
      await dispatch()
    }
    const told = toldIn(discord, "st")
    expect(told).toHaveLength(2)
    expect(told[1]).toContain("Volvió a funcionar: SRE")
    expect(told[1]).toContain("8 de marzo de 2024, 10:00 horas (hora del centro)")
    expect(await test.unitOfWork.read.channelHealth.broken()).toEqual([])
  })

  it("is told anew when it breaks anew", async () => {
    await load()
    for (const round of ["a", "b"]) {
      clock.pass(1_000)
      slack.fails.set("sre", archived)
      await messageToAll(`${round}1`)
      await dispatch()
      slack.fails.clear()
      await messageToAll(`${round}2`)
      await dispatch()
    }
    expect(toldIn(discord, "st").map((text) => text.split("\n")[0])).toEqual([
      "Un canal no recibe mensajes: SRE",
      "Volvió a funcionar: SRE",
      "Un canal no recibe mensajes: SRE",
      "Volvió a funcionar: SRE",
    ])
  })

  it("is not broken where it is registered now when an old message fails where it was", async () => {
    await load()
    await messageToAll("a")
    await load({}, [
      secretaria("st"),
      { ...secretaria("otro", "slack"), clave: "sre", audiencia: "institucion", institucion: "SRE" },
    ])
    slack.fails.set("sre", archived)
    await dispatch()
    expect(await test.unitOfWork.read.channelHealth.broken()).toEqual([])
  })

  it("has not failed at the place where it is registered anew", async () => {
    await load()
    slack.fails.set("sre", archived)
    await messageToAll("a")
    await dispatch()
    const documento = cuerpoColegiado()
    const moved = documento.canales.map((canal) =>
      canal.clave === "sre" ? { ...canal, canal: "sre-2" } : canal,
    )
    await test.importacion.apply({ ...documento, canales: [...moved, secretaria("st")] }, clock.now())
    expect(await test.unitOfWork.read.channelHealth.broken()).toEqual([])
  })

  it("is only in the log when the Secretaría Técnica has no channel that works", async () => {
    await load({}, [secretaria("st", "slack")])
    slack.fails.set("*", revoked)
    await messageToAll("a")
    await dispatch()
    expect(log.lines.filter(({ level }) => level === "error")).toMatchObject([
      { message: expect.stringContaining("no hay un canal que sirva") },
    ])
    const deliveries = await test.unitOfWork.read.deliveries.list({ limit: 50 })
    expect(deliveries.filter(({ purpose }) => purpose === "aviso")).toEqual([])
  })

  it("is told in another channel of the Secretaría Técnica when the first is the broken one", async () => {
    await load({}, [secretaria("st"), secretaria("st-2")])
    const st = (await canales()).find(({ clave }) => clave === "st")
    if (st === undefined) throw new Error("no channel")
    discord.fails.set("st", archived)
    await enqueue("x", st)
    await dispatch()
    expect(toldIn(discord, "st-2")).toHaveLength(1)
  })

  it("comes with the Secretaría Técnica's own channel once that is well again", async () => {
    await load({}, [secretaria("st", "slack")])
    const all = await canales()
    slack.fails.set("st", archived)
    for (const canal of all.filter(({ clave }) => clave === "st")) await enqueue("x", canal)
    await dispatch()
    slack.fails.set("sre", archived)
    await messageToAll("a")
    await dispatch()
    slack.fails.delete("st")
    for (const canal of all.filter(({ clave }) => clave === "st")) await enqueue("y", canal)
    await dispatch()
    expect(toldIn(slack, "st").at(-1)).toContain("Aún no reciben mensajes: Canal SRE.")
  })
})

describe("a token that was revoked", () => {
  it("is told in one message for fourteen channels, and so is its recovery", async () => {
    await load({ instituciones: FOURTEEN })
    slack.fails.set("*", revoked)
    for (const round of ["a", "b"]) {
      await messageToAll(round)
      await dispatch()
    }
    const told = toldIn(discord, "st")
    expect(told).toHaveLength(1)
    expect(told[0]).toContain("14 canales")
    expect(told[0]).toContain("El token se revocó")

    slack.fails.clear()
    await messageToAll("c")
    await dispatch()
    expect(toldIn(discord, "st")).toHaveLength(2)
    expect(await test.unitOfWork.read.channelHealth.broken()).toEqual([])
  })

  it("is told although a channel of the workspace was broken before by itself", async () => {
    await load({ instituciones: ["SRE"] })
    slack.fails.set("sre", archived)
    await messageToAll("a")
    await dispatch()
    slack.fails.set("sre", revoked)
    clock.pass(1_000)
    await messageToAll("b")
    await dispatch()
    expect(toldIn(discord, "st")).toHaveLength(2)
  })

  it("leaves the rejection unwritten when the warning cannot be written", async () => {
    await load({ instituciones: ["SRE"] })
    slack.fails.set("*", revoked)
    await messageToAll("a")
    const { unitOfWork } = test
    const failing: DispatchDeps = {
      ...deps(),
      data: {
        ...unitOfWork,
        transaction: (work) =>
          unitOfWork.transaction((repositories) =>
            work({
              ...repositories,
              deliveries: { ...repositories.deliveries, enqueue: () => Promise.reject(new Error("cut")) },
            }),
          ),
      },
    }
    await expect(dispatchDeliveries(failing, OPTIONS)).rejects.toThrow("cut")
    expect((await unitOfWork.read.deliveries.byKey("a-sre"))?.state).toBe("sending")
    expect(await unitOfWork.read.channelHealth.broken()).toEqual([])
  })
})

describe("an institution without a channel", () => {
  const DEBEN = [
    { institucion: "SRE", vence: "2024-03-11" },
    { institucion: "INM", vence: "2024-03-13" },
    { institucion: "SALUD", vence: "2024-03-11" },
    { institucion: "FGR", vence: "2024-12-11" },
  ]

  async function plan(days: readonly string[]): Promise<void> {
    for (const day of days) {
      clock.set(day, "10:00")
      await encolarRecordatorios({ data: test.unitOfWork, now: clock.now() }, await organo())
      await dispatch()
    }
  }

  async function loadSinCanal(mudas: readonly string[]): Promise<void> {
    const documento = cuerpoColegiado({ instituciones: ["SRE", "INM", "SALUD", "FGR"], deben: DEBEN })
    const con = documento.canales.filter(({ institucion }) => !mudas.includes(institucion ?? ""))
    await test.importacion.apply({ ...documento, canales: [...con, secretaria("st")] }, clock.now())
  }

  /** Escalations go to the same channel. */
  const weekly = () => toldIn(discord, "st").filter((text) => /sin canal/iu.test(text.split("\n")[0] ?? ""))

  it("that has something to be reminded of is told in one message a week, with the others", async () => {
    await loadSinCanal(["SRE", "INM", "FGR"])
    await plan(["2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14", "2024-03-15"])
    const told = weekly()
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/INM.*SRE|SRE[\s\S]*INM/u)
    expect(told[0]).not.toContain("SALUD")
    expect(told[0]).not.toContain("FGR")
    await plan(["2024-03-19", "2024-03-20"])
    expect(weekly()).toHaveLength(2)
  })

  it("is nobody when all have one", async () => {
    await loadSinCanal([])
    await plan(["2024-03-11", "2024-03-12"])
    expect(toldIn(discord, "st")).toEqual([])
  })

  it("is not told on a holiday", async () => {
    await loadSinCanal(["SRE", "INM"])
    await test.importacion.apply(
      {
        ...cuerpoColegiado({ instituciones: ["SRE", "INM", "SALUD", "FGR"], deben: DEBEN }),
        canales: [secretaria("st")],
        inhabiles: [
          {
            fecha: "2024-03-11",
            ambito: "base",
            organo: null,
            institucion: null,
            motivo: "Asueto",
            porAcuerdo: false,
            fuente: null,
          },
        ],
      },
      clock.now(),
    )
    const { read } = test.unitOfWork
    clock.set("2024-03-11", "10:00")
    await encolarRecordatorios({ data: test.unitOfWork, now: clock.now() }, await organo())
    const avisos = (await read.deliveries.list({ limit: 50 })).filter(({ purpose }) => purpose === "aviso")
    expect(avisos).toEqual([])
  })
})
