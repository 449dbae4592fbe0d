import { existsSync } from "node:fs"
import { startBot } from "./composition.ts"
import { alternarDetalle } from "./config/log.ts"
import { OperatorError } from "./domain/operator-error.ts"

/** Starts the bot, says where it answers, and stops it cleanly on Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env")
  const bot = await startBot(process.env)

  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    // Under npm, Ctrl-C comes twice: from the terminal, and from npm. The second must not cut short what the first ends.
    if (stopping) return
    stopping = true
    process.stdout.write(`\nPlenaria se detiene (${signal}); termina lo que está en curso…\n`)
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  process.on("SIGUSR2", alternarDetalle(bot.log))
  // Whoever reads this may stop it at once.
  process.stdout.write(welcome(bot))
}

function welcome(bot: Awaited<ReturnType<typeof startBot>>): string {
  return [
    "Plenaria está en servicio.",
    `  Servidor: ${bot.url}`,
    ...bot.platforms.map(({ name, status }) => `  ${capital(name)}: ${status}`),
    ...(bot.comienzo === null ? [] : ["", bot.comienzo, ""]),
    "Para detenerla: Ctrl-C.",
    "",
  ].join("\n")
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function fail(error: unknown): never {
  if (error instanceof OperatorError) process.stderr.write(`${error.message}\n${error.hint}\n`)
  else
    process.stderr.write(
      `Plenaria no pudo continuar por un error interno.\n${error instanceof Error ? error.stack : error}\n`,
    )
  process.exit(1)
}

main().catch(fail)
