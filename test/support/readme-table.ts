import type { CommandDescription } from "../../src/ports/command-description.ts"

const START = "<!-- ordenes:inicio -->"
const END = "<!-- ordenes:fin -->"

/** The README's table of commands, from the same definitions as the help. */
export function commandTable(commands: readonly CommandDescription[]): string {
  const rows = commands.flatMap((command) =>
    command.subcommands.map((sub) => {
      const options = sub.options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`))
      return `| \`${[`/${command.name}`, sub.name, ...options].join(" ")}\` | ${sub.summary} | ${sub.audience} |`
    }),
  )
  return ["| Orden | Qué hace | Para quién |", "|---|---|---|", ...rows].join("\n")
}

export function withCommandTable(readme: string, commands: readonly CommandDescription[]): string {
  const start = readme.indexOf(START)
  const end = readme.indexOf(END)
  if (start < 0 || end < start) throw new Error(`README.md has no ${START} … ${END}`)
  return `${readme.slice(0, start)}${START}\n${commandTable(commands)}\n${readme.slice(end)}`
}
