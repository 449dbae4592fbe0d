import { afterEach, beforeEach, expect, it } from "vitest"
import type { AdapterId } from "../../src/domain/tipos/canal.ts"
import { dispatchAll, runTick, type TickDeps } from "../../src/jobs/tick.ts"
import { NOW } from "../support/conversacion.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"
import { silentLog } from "../support/silent-log.ts"

let chat: SesionInstalada
let slack: FakeChat
let deps: TickDeps
beforeEach(async () => {
  chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
  const clock = { now: () => NOW }
  slack = new FakeChat(clock, { id: "consola", editing: true })
  const adapters = new Map<AdapterId, FakeChat>([["consola", slack]])
  deps = { data: chat.data, clock, adapters, log: silentLog }
})
afterEach(() => chat.close())

const vuelveInterna = () =>
  chat.amend((documento) => ({
    ...documento,
    sesiones: documento.sesiones.map((una) =>
      una.clave === chat.clave ? { ...una, difusion: "interna" as const } : una,
    ),
  }))

it("a message about a session that became internal does not leave any more", async () => {
  await vuelveInterna()
  await dispatchAll(deps)
  expect(slack.posted.filter(({ text }) => text.includes("Vigésima Tercera"))).toEqual([])
  const dichas = (await chat.deliveries()).filter(({ reason }) =>
    reason?.includes("es ahora de difusión interna"),
  )
  expect(dichas.length).toBeGreaterThan(10)
  expect(new Set(dichas.map(({ state }) => state))).toEqual(new Set(["cancelled"]))
})

it("one that was sent stays as it was: what changes afterwards is not told in its place", async () => {
  await dispatchAll(deps)
  expect(slack.posted.filter(({ text }) => text.includes("Vigésima Tercera")).length).toBeGreaterThan(10)
  await vuelveInterna()
  const answer = await chat.submit(ST, `sesion.rectificar:${chat.clave}`, {
    fecha: "2024-07-31",
    hora: "10:00",
    modalidad: "presencial",
    sede: "Salón reservado",
    motivo: "Cambio de sede",
  })
  expect(JSON.stringify(answer)).toContain("Salón reservado")
  await runTick(deps)
  expect([...slack.posted, ...slack.edited].filter(({ text }) => text.includes("reservado"))).toEqual([])
})
