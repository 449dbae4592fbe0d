import type { CommandDescription } from "../../src/ports/command-description.ts"

const START = "<!-- ordenes:inicio -->"
const END = "<!-- ordenes:fin -->"

/** What people use, in the order in which they come to need it: who has these needs no other. */
const DE_CADA_DIA = [
  "plenaria inicio",
  "sesion proxima",
  "sesion agenda",
  "sesion acuse",
  "sesion asistencia",
  "sesion proponer",
  "compromiso mios",
  "compromiso avance",
  "compromiso prorroga",
  "acuerdo buscar",
]

const TITULO: Readonly<Record<CommandDescription["name"], string>> = {
  sesion: "Sesiones",
  acuerdo: "Acuerdos y votaciones",
  compromiso: "Compromisos",
  plenaria: "Plenaria",
  directorio: "Directorio",
}

/** A table of commands, from the same definitions as the help. */
function tabla(commands: readonly CommandDescription[], cabe: (orden: string) => boolean): readonly string[] {
  const filas = commands.flatMap((command) =>
    command.subcommands.flatMap((sub) => {
      const orden = `${command.name} ${sub.name}`
      const options = sub.options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`))
      const escrita = [`/${orden}`, ...options].join(" ")
      return cabe(orden) ? [{ orden, fila: `| \`${escrita}\` | ${sub.summary} | ${sub.audience} |` }] : []
    }),
  )
  const lugar = (orden: string) => DE_CADA_DIA.indexOf(orden)
  return [
    "| Orden | Qué hace | Para quién |",
    "|---|---|---|",
    ...filas.sort((a, b) => lugar(a.orden) - lugar(b.orden)).map(({ fila }) => fila),
  ]
}

/** The README with the commands of every day. */
export function withCommandTable(readme: string, commands: readonly CommandDescription[]): string {
  const start = readme.indexOf(START)
  const end = readme.indexOf(END)
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`)
  const filas = tabla(commands, (orden) => DE_CADA_DIA.includes(orden))
  return `${readme.slice(0, start)}${START}\n${filas.join("\n")}\n${readme.slice(end)}`
}

/** All of them: docs/ordenes.md. */
export function documentoDeOrdenes(commands: readonly CommandDescription[]): string {
  return [
    "# Órdenes",
    "",
    "Todas, como se escriben en Slack y en la consola; `/plenaria ayuda` las nombra, por tema, como se escriben donde se pregunta, y solo las que puede usar quien pregunta. Entre `< >`, lo que hace falta; entre `[ ]`, lo que puede omitirse: lo que la orden necesite lo pide. Quién puede usar cada una, por papel: [permisos](permisos.md).",
    "",
    ...commands.flatMap((command) => [`## ${TITULO[command.name]}`, "", ...tabla([command], () => true), ""]),
  ].join("\n")
}
