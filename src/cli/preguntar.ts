import { randomUUID } from "node:crypto"
import { Temporal } from "temporal-polyfill"
import { canalesConClave } from "../app/canal/canales.ts"
import { soloSeConsulta } from "../cards/error.ts"
import { cardOfAnswer } from "../cards/form.ts"
import { renderPlainText } from "../cards/plain-text.ts"
import { fixedClock, systemClock } from "../clock.ts"
import type { Command } from "../commands/definition/definition.ts"
import { allCommands } from "../commands/registry.ts"
import { createRouter } from "../commands/router.ts"
import { direccionPublica } from "../config/env.ts"
import { type Core, enabledAdapters, openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { instanteDe } from "../domain/tiempo/tiempo.ts"
import { libros } from "../hojas/libros.ts"
import { imagenes } from "../imagen/imagenes.ts"
import type { Destination } from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import { quienOpera } from "./bitacora.ts"
import type { CliIo } from "./io.ts"

/** Where somebody asks who asks in no channel of any platform. */
const LOCAL = "local"

interface Options {
  readonly como: string
  readonly canal?: string
  readonly ahora?: string
  readonly json?: true
}

/** Answers one command as the chat would. 0: answered; 1: refused. */
export async function preguntar(texto: string, options: Options, io: CliIo): Promise<number> {
  const core = await openCore({ LOG_LEVEL: "error", ...io.env })
  try {
    await core.seedDemoWhenEmpty()
    const clock = clockFor(options.ahora, core.env.TZ_OFICIAL)
    const data = core.database.unitOfWork
    if (options.como !== "sin-vincular" && !(await data.read.personas.byClave(options.como))) {
      throw new OperatorError(
        `No hay ninguna persona con la clave «${options.como}».`,
        "Use la clave con que la persona está en el directorio, o sin-vincular.",
      )
    }
    // Nothing is sent from here: what the bot would have on, with these settings, is all that is known.
    const on = new Set(enabledAdapters(io.env, core.parts.registry).map(({ id }) => id))
    const router = createRouter({
      data,
      clock,
      log: core.parts.log,
      identifyByClave: true,
      opera: quienOpera(),
      ...(options.ahora ? { commands: allCommands.map(soloLectura) } : {}),
      libros,
      imagenes,
      direccion: direccionPublica(core.env),
      plataformas: core.plataformas,
      limits: { factor: core.env.LIMITES_FACTOR },
      conexiones: {
        de: ({ adapter }) => ({ kind: on.has(adapter) ? "activa" : "apagada" }),
        mirar: async () => ({
          kind: "unusable",
          reason: "Pídalo en la plataforma, dentro del canal.",
          platformCode: "no_answer",
        }),
        enlaces: () => [],
        edita: (adapter) => on.has(adapter),
        adjunta: () => Number.POSITIVE_INFINITY,
      },
    })
    const place = await placeOf(options.canal, core)
    const [name = "", ...rest] = texto.trim().replace(/^\//, "").split(/\s+/)
    const answer = await router.command({
      eventId: randomUUID(),
      actor: { adapter: "cli", workspace: LOCAL, user: options.como },
      place,
      name,
      rawOptions: { kind: "text", text: rest.join(" ") },
      receivedAt: clock.now(),
    })
    const card = cardOfAnswer(answer)
    if (card === null) return 1
    const refused = card.tone === "error"
    const output = options.json ? JSON.stringify(card, null, 2) : renderPlainText(card)
    const say = refused ? io.err : io.out
    say(`${output}\n`)
    return refused ? 1 : 0
  } finally {
    await core.close()
  }
}

/** The command at a moment that is not now: it shows what it showed then, and does nothing. */
function soloLectura(command: Command): Command {
  if (command.acts === false) return command
  const { form: _, ...rest } = command
  return { ...rest, run: async () => ({ card: soloSeConsulta() }) }
}

/** A channel by its clave, or by that of its body too: two bodies may have the same one. */
async function placeOf(clave: string | undefined, core: Core): Promise<Destination> {
  if (!clave) return { adapter: "cli", workspace: LOCAL, channel: LOCAL }
  const found = await canalesConClave(core.database.unitOfWork.read, clave)
  const [only, ...others] = found
  if (only === undefined)
    throw new OperatorError(
      `No hay ningún canal con la clave «${clave}».`,
      "Revise la clave con: npm run -s plenaria -- exportar",
    )
  if (others.length > 0)
    throw new OperatorError(
      `Varios órganos tienen un canal con la clave «${clave}».`,
      `Escríbala con la de su órgano: ${found.map(({ completa }) => `--canal ${completa}`).join(", ")}`,
    )
  const { adapter, workspace, channel } = only.canal
  return { adapter, workspace, channel }
}

function clockFor(ahora: string | undefined, zone: string): Clock {
  if (!ahora) return systemClock
  try {
    const local = Temporal.PlainDateTime.from(ahora)
    return fixedClock(
      instanteDe(
        local.toPlainDate().toString(),
        local.toPlainTime().toString({ smallestUnit: "minute" }),
        zone,
      ),
    )
  } catch {
    throw new OperatorError(`«${ahora}» no es una fecha y hora.`, "Escríbala así: --ahora 2024-02-10T10:00")
  }
}
