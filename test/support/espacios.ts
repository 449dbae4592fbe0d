import { randomBytes } from "node:crypto"
import type { RunningBot } from "../../src/composition.ts"
import type { Environment } from "../../src/ports/adapter-module.ts"
import { startTestBot } from "./bot.ts"
import { createTestDatabase, type TestDatabase } from "./database.ts"
import { readMessage } from "./fake-slack/block-kit.ts"
import type { FakeSlack } from "./fake-slack/fake-slack.ts"
import { answerTo, slackEnv } from "./fake-slack/harness.ts"
import { FakeSlacks } from "./fake-slack/several.ts"
import { TEAM } from "./fake-slack/workspace.ts"
import { memoryLog, TestClock } from "./reloj.ts"
import { documentoDeLaSala, lugarDe, type Siglas } from "./sala/documento.ts"
import { puertaSlack } from "./sala/puerta-slack.ts"
import { Asistente } from "./sala/sala.ts"

/** The body before several workspaces of Slack: the settings' own, and those of some institutions. */
export interface Espacios {
  readonly slacks: FakeSlacks
  readonly own: FakeSlack
  readonly database: TestDatabase
  readonly clock: TestClock
  readonly st: Asistente
  bot(): RunningBot
  /** The workspace of an institution that has its own. */
  de(siglas: Siglas): FakeSlack
  env(): Readonly<Record<string, string>>
  restart(env?: Environment): Promise<void>
  /** So many minutes go by, and what is due is planned and sent. */
  pasan(minutes: number): Promise<void>
  enElCanal(slack: FakeSlack, quien: Siglas | "ST"): readonly string[]
  pregunta(slack: FakeSlack, quien: Siglas, orden: string): ReturnType<typeof answerTo>
  estado(slack: FakeSlack): Promise<string | undefined>
  /** SO-22 is created and convened, so that every institution is owed a message. */
  convoca(): Promise<void>
  close(): Promise<void>
}

export async function abrirEspacios(
  propios: Readonly<Partial<Record<Siglas, string>>>,
  {
    sharing = [],
    more = {},
  }: { readonly sharing?: readonly string[]; readonly more?: Readonly<Record<string, string>> } = {},
): Promise<Espacios> {
  const slacks = await FakeSlacks.start([TEAM, ...Object.values(propios)], sharing)
  const [own] = slacks.all
  if (own === undefined) throw new Error("no workspace")
  const database = await createTestDatabase()
  const clock = new TestClock("2024-06-11", "10:00")
  const log = memoryLog()
  const doc = documentoDeLaSala()
  const espacioDe = (clave: string, workspace: string) =>
    propios[clave.replace("enlace-", "").toUpperCase() as Siglas] ?? workspace
  await database.importacion.apply(
    {
      ...doc,
      canales: doc.canales.map((one) => ({ ...one, workspace: espacioDe(one.clave, one.workspace) })),
      cuentas: doc.cuentas.map((one) => ({ ...one, workspace: espacioDe(one.persona, one.workspace) })),
    },
    clock.now(),
  )
  for (const quien of ["ST", ...(Object.keys(propios) as readonly Siglas[])] as const)
    for (const slack of slacks.all)
      slack.workspace.add({ id: lugarDe(quien).channel, name: quien.toLowerCase() })

  const clave = randomBytes(32).toString("base64")
  const env = () => ({
    ...slackEnv(own, "socket"),
    SLACK_API_URL: slacks.apiUrl,
    CLAVE_MAESTRA: clave,
    DATABASE_URL: database.url,
    ...more,
  })
  const st = new Asistente(puertaSlack(own), lugarDe("ST"))
  let bot = await startTestBot(database, env(), { clock, log })

  return {
    slacks,
    own,
    database,
    clock,
    st,
    bot: () => bot,
    de(siglas) {
      const slack = slacks.all.find(({ team }) => team === propios[siglas])
      if (slack === undefined) throw new Error(`${siglas} has no workspace of its own`)
      return slack
    },
    env,
    async restart(other = env()) {
      await bot.stop()
      bot = await startTestBot(database, other, { clock, log })
    },
    async pasan(minutes) {
      clock.pass(minutes * 60_000)
      await bot.tick()
    },
    enElCanal: (slack, quien) =>
      slack.workspace.channels.get(lugarDe(quien).channel)?.messages.map((one) => readMessage(one).text) ??
      [],
    pregunta: (slack, quien, orden) => answerTo(slack.typeCommand(orden, lugarDe(quien))),
    estado: async ({ team: workspace }) =>
      (await database.unitOfWork.fresh.conexiones.byWorkspace({ adapter: "slack", workspace }))?.estado,
    async convoca() {
      await st.pide("/sesion crear")
      await st.llena({ tipo: "ordinaria", fecha: "2024-08-15", hora: "10:00" })
      await st.pide("/sesion punto-agregar SO-22")
      await st.llena({ titulo: "Programa Anual de Trabajo", difusion: "integrantes" })
      await st.pide("/sesion convocar SO-22")
      await st.pulsa(/^Convocar a/)
      await bot.tick()
    },
    async close() {
      await bot.stop()
      await slacks.close()
      await database.close()
    },
  }
}
