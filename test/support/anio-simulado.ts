import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import type { DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Fecha } from "../../src/domain/tipos/tiempo.ts"
import { DISPATCH, runTick } from "../../src/jobs/tick.ts"
import type { BeforeAdapter } from "../../src/ports/chat-adapter.ts"
import { type Cuerpo, cuerpoColegiado, type Debe, inhabil } from "./cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "./database.ts"
import { FakeChat } from "./fake-chat.ts"
import { type ExpectedReminder, expectedReminders } from "./modelo-recordatorios.ts"
import { memoryLog, TestClock } from "./reloj.ts"

export interface SimulatedSpan {
  readonly from: Fecha
  readonly to: Fecha
  /** Days on which the bot does not run at all. */
  readonly outage: readonly Fecha[]
  readonly bodyDaysOff: readonly Fecha[]
  /** The first of the institutions' own days off; each begins three days after the one before. */
  readonly vacations: Fecha
  /** Due within this many days after `firstDue`. */
  readonly firstDue: Fecha
  readonly dueWithin: number
  readonly commitments: number
  readonly leastReminders: number
}

/** Only for what hangs. */
const PATIENCE_MS = 1_800_000

const INSTITUTIONS = Array.from({ length: 14 }, (_, i) => `INST${String.fromCharCode(65 + i)}`)

/** Repeatable chance, from 0 up to 1. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

interface Change {
  /** Made in the evening of this day. */
  readonly day: Fecha
  readonly estado?: EstadoCompromiso
  readonly segunda?: Fecha
}
interface Story {
  readonly institucion: string
  readonly vence: Fecha
  readonly changes: readonly Change[]
}

/** Some are fulfilled early, some late, some are given a second date, some are returned after validation. */
function storiesOf({ firstDue, dueWithin, commitments }: SimulatedSpan): readonly Story[] {
  const roll = dice(2024)
  const pick = (n: number) => Math.floor(roll() * n)
  const around = (from: Fecha) => sumarDias(from, pick(30) - 20)
  return Array.from({ length: commitments }, (_, i) => {
    const institucion = INSTITUTIONS[i % INSTITUTIONS.length] ?? ""
    const vence = sumarDias(firstDue, pick(dueWithin))
    const kind = pick(5)
    const changes: Change[] = []
    if (kind === 1) changes.push({ day: around(vence), estado: "atendido" })
    if (kind === 2) changes.push({ day: around(vence), segunda: sumarDias(vence, 10 + pick(15)) })
    if (kind === 3) {
      const reported = around(vence)
      changes.push({ day: reported, estado: "en_validacion" })
      changes.push({ day: sumarDias(reported, 1 + pick(8)), estado: "en_proceso" })
    }
    if (kind === 4) changes.push({ day: sumarDias(vence, -4), estado: "cancelado" })
    return { institucion, vence, changes }
  })
}

/** Where a commitment stands once the changes of the days before `date` are made. */
function standing({ vence, changes, institucion }: Story, before: Fecha): Debe {
  const made = changes.filter(({ day }) => day < before)
  const estado = made.findLast((change) => change.estado !== undefined)?.estado
  const segunda = made.findLast((change) => change.segunda !== undefined)?.segunda
  return { institucion, vence, ...(estado ? { estado } : {}), ...(segunda ? { segunda } : {}) }
}

/** The last day on which it was recorded, given another date, or returned to its institution. */
function sinceWhen({ changes }: Story, before: Fecha, recorded: Fecha): Fecha {
  const made = changes.filter(
    ({ day, estado, segunda }) => day < before && (segunda || estado === "en_proceso"),
  )
  return made.map(({ day }) => day).reduce((a, b) => (a > b ? a : b), recorded)
}

const vacationsFrom = (first: Fecha): Readonly<Record<string, readonly Fecha[]>> =>
  Object.fromEntries(
    INSTITUTIONS.map((institucion, i) => {
      const start = sumarDias(first, i * 3)
      return [institucion, Array.from({ length: 12 + (i % 4) }, (_, day) => sumarDias(start, day))]
    }),
  )

const isOwed = (estado: EstadoCompromiso = "pendiente") => estado === "pendiente" || estado === "en_proceso"

/** The bot through many days, with restarts, an outage and commitments that change, against an independent model. */
export function describeReminders(name: string, span: SimulatedSpan): void {
  const stories = storiesOf(span)
  const vacations = vacationsFrom(span.vacations)

  const cuerpo = (before: Fecha): Cuerpo => ({
    instituciones: INSTITUTIONS,
    deben: stories.map((story) => standing(story, before)),
    inhabiles: [
      ...span.bodyDaysOff.map((fecha) => inhabil(fecha, { organo: "ci-trata" })),
      ...INSTITUTIONS.flatMap((institucion) =>
        (vacations[institucion] ?? []).map((fecha) => inhabil(fecha, { institucion })),
      ),
    ],
  })

  /** The session was held before anything that was agreed in it is due. */
  const held = (documento: DocumentoImportacion): DocumentoImportacion => ({
    ...documento,
    sesiones: documento.sesiones.map((sesion) => ({ ...sesion, fecha: span.from })),
  })

  const model = () =>
    expectedReminders({
      from: span.from,
      to: span.to,
      institutions: INSTITUTIONS,
      outage: span.outage,
      bodyDaysOff: span.bodyDaysOff,
      ownDaysOff: vacations,
      commitments: stories.map((story, i) => ({
        clave: `CI/SO-21/02/2024/${story.institucion}-${i + 1}`,
        institution: story.institucion,
        on(date) {
          const { vence, segunda, estado } = standing(story, date)
          return { due: segunda ?? vence, owed: isOwed(estado), since: sinceWhen(story, date, span.from) }
        },
      })),
    })

  describe(name, () => {
    let test: TestDatabase
    let platform: FakeChat
    const clock = new TestClock(span.from, "08:00")
    const log = memoryLog()

    beforeAll(async () => {
      test = await createTestDatabase()
      platform = new FakeChat(clock, { lookup: "finds" })
      let adapter = restarted(platform)
      await record(span.from)
      for (let day = span.from; day <= span.to; day = sumarDias(day, 1)) {
        if (!span.outage.includes(day)) {
          clock.set(day, "09:00")
          if (isRestartDay(day)) {
            await dieWhileSending()
            adapter = restarted(platform)
          }
          for (const hour of isRestartDay(day) ? ["09:05", "09:10", "13:00"] : ["09:00", "13:00"]) {
            clock.set(day, hour)
            await tick(adapter)
          }
        }
        if (stories.some(({ changes }) => changes.some((change) => change.day === day))) {
          clock.set(day, "20:00")
          await record(sumarDias(day, 1))
        }
      }
    }, PATIENCE_MS)
    afterAll(() => test.close())

    const record = (before: Fecha) =>
      test.database.importacion.apply(held(cuerpoColegiado(cuerpo(before))), clock.now())
    const tick = (adapter: BeforeAdapter) =>
      runTick({ data: test.database.unitOfWork, clock, adapters: new Map([["slack", adapter]]), log })

    /** Tuesdays and Thursdays. */
    const isRestartDay = (day: Fecha) => [2, 4].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

    /** Plans the day and dies with messages under way: some had reached the platform, none was written down as sent. */
    async function dieWhileSending(): Promise<void> {
      const data = test.database.unitOfWork
      for (const organo of await data.read.organos.all()) {
        await encolarRecordatorios({ data, now: clock.now() }, organo)
      }
      const now = clock.now()
      const claimed = await data.read.deliveries.claim({ ...DISPATCH, now, adapters: ["slack"] })
      for (const [i, { to, card, key }] of claimed.entries()) {
        if (i % 3 === 0) await platform.send({ to, card, key, part: 0 })
      }
    }

    const sent = (): readonly ExpectedReminder[] =>
      platform.posted.map(({ at, channel, text }) => ({
        date: at.slice(0, 10),
        institution: channel.toUpperCase(),
        claves: claimsOf(text),
        late: text.includes("Reúne avisos"),
      }))

    it("brings every expected message exactly once, with exactly what was owed", () => {
      const expected = model()
      expect(expected.length).toBeGreaterThan(span.leastReminders)
      expect(lines(sent())).toEqual(lines(expected))
    })

    it("says which messages made up for the days on which the bot was off", () => {
      const late = model().filter((reminder) => reminder.late)
      expect(late.length).toBeGreaterThan(0)
      expect(lines(sent().filter((reminder) => reminder.late))).toEqual(lines(late))
    })

    it("leaves no message unfinished, and none of two minds", async () => {
      const all = await test.database.unitOfWork.read.deliveries.list({ limit: 10_000 })
      expect(all).toHaveLength(platform.posted.length)
      expect(new Set(all.map(({ state }) => state))).toEqual(new Set(["accepted"]))
    })
  })
}

/** The platform as a new process sees it: nothing remembered but what is posted. */
function restarted(platform: FakeChat): BeforeAdapter {
  const { id, name, limits, lookup, editing, pinning, portada, eventos } = platform
  return {
    id,
    name,
    limits,
    start: async () => {},
    stop: async () => {},
    render: (card) => platform.render(card),
    send: (request) => platform.send(request),
    checkDestination: () => platform.checkDestination(),
    lookup,
    editing,
    pinning,
    portada,
    eventos,
    files: undefined,
    page: undefined,
    connection: undefined,
    workspaces: undefined,
    serving: undefined,
    inviting: undefined,
  }
}

/** The commitments that a message reminds of, without those it only mentions. */
function claimsOf(text: string): readonly string[] {
  const [reminded = ""] = text.split("También pendientes")
  return [...new Set(reminded.match(/CI\/SO-21\/02\/2024\/[^\s:]+/g) ?? [])].sort()
}

const lines = (reminders: readonly ExpectedReminder[]) =>
  reminders.map(({ date, institution, claves }) => `${date} ${institution}: ${claves.join(", ")}`).sort()
