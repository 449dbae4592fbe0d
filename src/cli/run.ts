import { Command, CommanderError } from "commander"
import { comando } from "../cards/comando.ts"
import { settingsOf } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { OpcionesPublica } from "./bitacora.ts"
import type { CliIo } from "./io.ts"
import { idsWith } from "./platforms-with.ts"

/**
 * Runs one order of the command line, as if these words had been typed after `plenaria`, and returns its exit status:
 * 0 done, 1 refused or failed, 2 bad usage.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let status = 0
  try {
    const program = createProgram({ ...io, env: settingsOf(io.env) }, async (work) => {
      status = await work
    })
    await program.parseAsync(argv, { from: "user" })
    return status
  } catch (error) {
    return explain(error, io)
  }
}

/** Says what went wrong, and returns the exit status that it means. */
export function explain(error: unknown, io: CliIo): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof OperatorError) io.err(`${error.message}\n${error.hint}\n`)
  else io.err(`Error interno: ${error instanceof Error ? error.stack : error}\n`)
  return 1
}

/** `done` hears the exit status of the order that was run. */
function createProgram(io: CliIo, done: (work: Promise<number>) => Promise<void>): Command {
  const program = new Command("plenaria")
    .description("Sesiones, acuerdos y compromisos de un órgano colegiado")
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(spanish(text)),
    })
    .configureHelp({
      styleTitle: (title) => TITULOS[title] ?? title,
      commandUsage: uso,
      subcommandTerm: ordenYDatos,
    })
    .helpOption("-a, --ayuda", "muestra esta ayuda")
    .helpCommand("ayuda [orden]", "muestra la ayuda de una orden")

  program
    .command("preguntar")
    .description("responde una orden como lo haría en el chat")
    .argument("<texto>", `la orden, por ejemplo «${comando("sesion.proxima").text}»`)
    .requiredOption("--como <persona>", "quién pregunta, por su clave en el directorio, o sin-vincular")
    .option(
      "--canal <clave>",
      "canal desde el que se pregunta, por su clave; si varios órganos la usan: organo/canal",
    )
    .option(
      "--ahora <fecha-hora>",
      "momento de una consulta, hora oficial: 2024-02-10T10:00; no sirve para registrar",
    )
    .option("--json", "muestra la tarjeta como JSON")
    .action(async (texto: string, options) =>
      done((await import("./preguntar.ts")).preguntar(texto, options, io)),
    )

  program
    .command("ensayo")
    .description("muestra todos los avisos que se enviarían entre dos fechas, sin enviarlos")
    .requiredOption("--desde <fecha>", "primer día: 2024-02-01")
    .requiredOption("--hasta <fecha>", "último día, incluido: 2024-04-30")
    .option("--organo <clave>", "solo los de un órgano, por su clave")
    .option("--json", "muestra los avisos como JSON")
    .action(async (options) => done((await import("./ensayo.ts")).ensayo(options, io)))

  program
    .command("importar")
    .description("valida e incorpora un archivo YAML o Excel (.xlsx); todo o nada")
    .argument("<archivo>", "archivo YAML o Excel (vea docs/formato-importacion.md)")
    .option("--simular", "muestra lo que agregaría, cambiaría y borraría, sin escribir nada")
    .option(
      "--confirmar-cambios",
      "también borra datos, mueve cuentas o canales y deshace lo hecho en el chat, si el archivo lo dice",
    )
    .action(async (archivo: string, options) =>
      done((await import("./datos.ts")).importar(archivo, options, io)),
    )

  program
    .command("importar-cedula")
    .description("incorpora los compromisos de una cédula de seguimiento en Excel (.xlsx); todo o nada")
    .argument("<archivo>", "el libro como lo tiene la oficina (vea docs/formato-importacion.md)")
    .option("--organo <clave>", "de qué órgano es, si hay varios y el libro no lo nombra")
    .option("--simular", "muestra lo que agregaría y cambiaría, sin escribir nada")
    .option("--confirmar-cambios", "también deshace lo hecho en el chat, si el libro lo dice")
    .action(async (archivo: string, options) =>
      done((await import("./cedula.ts")).importarCedula(archivo, options, io)),
    )

  program
    .command("exportar-cedula")
    .description("escribe la cédula de seguimiento de un órgano, como la obtiene su Secretaría Técnica")
    .argument("<archivo>", "dónde se escribe: .xlsx, .csv, o .json con solo los datos públicos")
    .option("--organo <clave>", "de qué órgano, si hay varios")
    .action(async (archivo: string, options) =>
      done((await import("./cedula.ts")).exportarCedula(archivo, options, io)),
    )

  program
    .command("plantilla")
    .description("escribe un archivo de importación con ejemplos, para llenarlo; no abre los datos")
    .argument("<formato>", "excel o yaml")
    .argument("[archivo]", "dónde se escribe; sin él, el YAML va a la salida estándar")
    .action(async (formato: string, archivo: string | undefined) =>
      done((await import("./plantilla.ts")).plantilla(formato, archivo, io)),
    )

  program
    .command("desvincular")
    .description(
      "quita una cuenta de chat a la persona a la que está vinculada; deja de reconocerse de inmediato",
    )
    .argument("<plataforma>", "slack, discord…")
    .argument("<espacio>", "su espacio de trabajo, como en el archivo de importación")
    .argument("<usuario>", "su identificador en la plataforma")
    .action(async (plataforma: string, espacio: string, usuario: string) =>
      done((await import("./desvincular.ts")).desvincular(plataforma, espacio, usuario, io)),
    )

  program
    .command("comenzar")
    .description(
      "pregunta lo necesario para comenzar y escribe un archivo que importar acepta; no abre los datos",
    )
    .argument("[archivo]", "dónde se escribe; sin él, comienzo.yaml")
    .action(async (archivo: string | undefined) =>
      done((await import("./comenzar.ts")).comenzar(archivo, io)),
    )

  program
    .command("codigo-inicial")
    .description(
      "da un código nuevo para que comience la primera Secretaría Técnica; solo mientras no la haya",
    )
    .action(async () => done((await import("./codigo-inicial.ts")).codigoInicial(io)))

  program
    .command("conectar")
    .description(
      "conecta un espacio de trabajo con sus credenciales, por la entrada estándar; o da su invitación",
    )
    .argument("<plataforma>", idsWith("connecting", "invitation"))
    .option("--institucion <siglas>", "de qué institución es ese espacio")
    .action(async (plataforma: string, options) =>
      done((await import("./conexiones.ts")).conectar(plataforma, options, io)),
    )

  program
    .command("desconectar")
    .description("cierra la conexión con un espacio de trabajo y borra sus credenciales")
    .argument("<plataforma>", "slack, discord…")
    .argument("<espacio>", "su identificador, como lo muestra «conexiones»")
    .action(async (plataforma: string, espacio: string) =>
      done((await import("./conexiones.ts")).desconectar(plataforma, espacio, io)),
    )

  program
    .command("conexiones")
    .description("muestra los espacios de trabajo conectados y su estado, sin sus credenciales")
    .option("--json", "los muestra como JSON")
    .action(async (options) => done((await import("./conexiones.ts")).conexiones(options, io)))

  program
    .command("recifrar")
    .description("cifra de nuevo con CLAVE_MAESTRA lo que se guardó con CLAVE_MAESTRA_ANTERIOR")
    .action(async () => done((await import("./conexiones.ts")).recifrar(io)))

  program
    .command("exportar")
    .description(
      "escribe todos los datos en YAML en la salida estándar, o el directorio en un libro de Excel",
    )
    .argument("[libro]", "archivo .xlsx con el directorio, como el de la plantilla; se importa de regreso")
    .action(async (libro?: string) => done((await import("./datos.ts")).exportar(libro, io)))

  program
    .command("exportar-bitacora")
    .description("escribe la bitácora y su cadena en la salida estándar, una línea JSON por eslabón")
    .option("--publica", "solo la versión pública de un órgano, sin cuentas ni actos no públicos")
    .option("--formato <formato>", "de la versión pública: csv o json; si falta, csv")
    .option("--organo <clave>", "de qué órgano es la versión pública, si hay varios")
    .action(async (options: OpcionesPublica) => done(exportarBitacora(options, io)))

  program
    .command("verificar-bitacora")
    .description(
      "comprueba la bitácora de la base de datos, o una exportada sin usar la base, y nombra lo que esté alterado",
    )
    .argument("[archivo]", "lo que escribió exportar-bitacora; sin él se comprueba la base de datos")
    .option(
      "--cabeza <tamaño:raíz>",
      "una cabeza como se publicó en el canal; puede repetirse",
      (una: string, otras: readonly string[] = []) => [...otras, una],
    )
    .action(async (archivo: string | undefined, { cabeza }) =>
      done((await import("./bitacora.ts")).verificarBitacora(archivo, cabeza ?? [], io)),
    )

  program
    .command("permisos")
    .description("muestra quién puede usar cada comando, desde dónde y qué lee")
    .option("--json", "muestra la matriz como JSON, celda por celda")
    .option("--csv", "muestra la matriz como CSV, un renglón por celda")
    .action(async (options) => done((await import("./permisos.ts")).permisos(options, io)))

  program
    .command("depurar")
    .description("quita lo que ya cumplió su término, según DEPURACION; la cadena de la bitácora queda")
    .option("--simular", "muestra cuánto se quitaría, sin quitar nada")
    .option("--confirmar", "lo quita; no puede deshacerse")
    .action(async (options) => done((await import("./depurar.ts")).depurar(options, io)))

  program
    .command("respaldar")
    .description(
      "copia todos los datos a un archivo en RESPALDO_DIR y lo comprueba; también con el bot en marcha",
    )
    .action(async () => done((await import("./respaldo.ts")).respaldar(io)))

  program
    .command("verificar-respaldo")
    .description("restaura un respaldo aparte, sin tocar los datos, y comprueba que esté íntegro")
    .argument("<archivo>", "lo que escribió respaldar")
    .action(async (archivo: string) => done((await import("./respaldo.ts")).verificarRespaldo(archivo, io)))

  program
    .command("restaurar")
    .description("restaura un respaldo en una base vacía; no reenvía lo que ya se envió")
    .argument("<archivo>", "lo que escribió respaldar")
    .action(async (archivo: string) => done((await import("./respaldo.ts")).restaurar(archivo, io)))

  program
    .command("doctor")
    .description(
      "revisa los ajustes, la base, el reloj, las conexiones, los canales y los envíos; no cambia nada",
    )
    .option("--json", "muestra lo hallado como JSON")
    .action(async (options) => done((await import("./doctor.ts")).doctor(options, io)))

  program
    .command("migrar")
    .description("pone la base de datos al día")
    .action(async () => done((await import("./datos.ts")).migrar(io)))

  program
    .command("manifiesto")
    .description("manifiesto para crear la aplicación en la plataforma")
    .argument("<plataforma>", idsWith("manifest"))
    .option("--url <dirección>", "dirección pública del servidor, en modo http")
    .action(async (plataforma: string, options) =>
      done((await import("./plataformas.ts")).manifiesto(plataforma, options, io)),
    )

  program
    .command("registrar-comandos")
    .description("registra las órdenes en la plataforma")
    .argument("<plataforma>", idsWith("registerCommands"))
    .action(async (plataforma: string) =>
      done((await import("./plataformas.ts")).registrarComandos(plataforma, io)),
    )

  return program
}

/** What commander writes of its own. */
const TITULOS: Readonly<Record<string, string>> = {
  "Usage:": "Uso:",
  "Arguments:": "Datos:",
  "Options:": "Opciones:",
  "Commands:": "Órdenes:",
}

/** "verificar-bitacora [archivo]" */
function ordenYDatos(command: Command): string {
  const datos = command.registeredArguments.map((each) =>
    each.required ? `<${each.name()}>` : `[${each.name()}]`,
  )
  return [command.name(), ...datos].join(" ")
}

function uso(command: Command): string {
  const { parent } = command
  return parent
    ? `${parent.name()} ${ordenYDatos(command)} [opciones]`
    : `${command.name()} <orden> [opciones]`
}

async function exportarBitacora(options: OpcionesPublica, io: CliIo): Promise<number> {
  const bitacora = await import("./bitacora.ts")
  if (options.publica) return bitacora.exportarPublica(options, io)
  if (options.formato !== undefined || options.organo !== undefined)
    throw new OperatorError(
      "La bitácora completa sale de una sola forma, con todos los órganos.",
      "Quite --formato y --organo, o agregue --publica.",
    )
  return bitacora.exportarBitacora(io)
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
