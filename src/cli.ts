import { existsSync } from "node:fs"
import { Command, CommanderError } from "commander"
import { idsWith } from "./cli/platforms-with.ts"
import { OperatorError } from "./domain/operator-error.ts"

/** The `plenaria` command. Exit status: 0 done, 1 refused or failed, 2 bad usage. Errors go to standard error. */

const program = new Command("plenaria")
  .description("Sesiones, acuerdos y compromisos de un órgano colegiado")
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(spanish(text)) })
  .helpOption("-a, --ayuda", "muestra esta ayuda")
  .helpCommand("ayuda [orden]", "muestra la ayuda de una orden")

program
  .command("preguntar")
  .description("responde una orden como lo haría en el chat")
  .argument("<texto>", "la orden, por ejemplo «/sesion proxima»")
  .requiredOption(
    "--como <persona>",
    "quién pregunta, por su clave: secretaria-tecnica, enlace-sre, sin-vincular…",
  )
  .option("--canal <clave>", "canal desde el que se pregunta, por su clave")
  .option("--ahora <fecha-hora>", "momento de la pregunta, hora oficial: 2024-02-10T10:00")
  .option("--json", "muestra la tarjeta como JSON")
  .action(async (texto: string, options) =>
    run((await import("./cli/preguntar.ts")).preguntar(texto, options)),
  )

program
  .command("ensayo")
  .description("muestra todos los avisos que se enviarían entre dos fechas, sin enviarlos")
  .requiredOption("--desde <fecha>", "primer día: 2024-02-01")
  .requiredOption("--hasta <fecha>", "último día, incluido: 2024-04-30")
  .option("--organo <clave>", "solo los de un órgano, por su clave")
  .option("--json", "muestra los avisos como JSON")
  .action(async (options) => run((await import("./cli/ensayo.ts")).ensayo(options)))

program
  .command("importar")
  .description("valida e incorpora un archivo YAML; todo o nada")
  .argument("<archivo>", "archivo YAML (vea docs/formato-importacion.md)")
  .action(async (archivo: string) => run((await import("./cli/datos.ts")).importar(archivo)))

program
  .command("exportar")
  .description("escribe todos los datos en YAML en la salida estándar")
  .action(async () => run((await import("./cli/datos.ts")).exportar()))

program
  .command("migrar")
  .description("pone la base de datos al día")
  .action(async () => run((await import("./cli/datos.ts")).migrar()))

program
  .command("manifiesto")
  .description("manifiesto para crear la aplicación en la plataforma")
  .argument("<plataforma>", idsWith("manifest"))
  .option("--url <dirección>", "dirección pública del servidor, en modo http")
  .action(async (plataforma: string, options) =>
    run((await import("./cli/plataformas.ts")).manifiesto(plataforma, options)),
  )

program
  .command("registrar-comandos")
  .description("registra las órdenes en la plataforma")
  .argument("<plataforma>", idsWith("registerCommands"))
  .action(async (plataforma: string) =>
    run((await import("./cli/plataformas.ts")).registrarComandos(plataforma)),
  )

/** Result of an order of the command line: the exit status. */
async function run(work: Promise<number>): Promise<void> {
  process.exitCode = await work
}

function spanish(text: string): string {
  return text
    .replace(/^error: /, "")
    .replace(/required option '([^']+)' not specified/, "Falta la opción obligatoria «$1».")
    .replace(/missing required argument '([^']+)'/, "Falta el dato «$1».")
    .replace(/unknown command '([^']+)'/, "La orden «$1» no existe.")
    .replace(/unknown option '([^']+)'/, "La opción «$1» no existe.")
    .replace(/option '([^']+)' argument missing/, "La opción «$1» necesita un valor.")
    .replace(/too many arguments.*/, "Sobran datos; escriba el texto entre comillas.")
    .replace(/\(Did you mean (.+)\?\)/, "¿Quiso decir «$1»?")
    .concat("Ayuda: npm run -s plenaria -- --ayuda\n")
}

// `plenaria ensayo … | head`: whoever reads has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

try {
  if (existsSync(".env")) process.loadEnvFile(".env")
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else if (error instanceof OperatorError) {
    process.stderr.write(`${error.message}\n${error.hint}\n`)
    process.exitCode = 1
  } else {
    process.stderr.write(`Error interno: ${error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 1
  }
}
