import type { Command } from "../../definition/definition.ts"
import { find } from "../parsed.ts"
import type { Values } from "../values.ts"
import type { Orden } from "./lectura.ts"
import type { Leido } from "./leido.ts"
import { valoresDe } from "./valores.ts"

/** What shows how things stand, where an act was spoken of that is not to be done. */
export function lecturasEnSuLugar(
  { command, values }: Orden,
  leido: Leido,
  commands: readonly Command[],
): readonly Orden[] {
  return destinos(command, values).flatMap((subcommand) => {
    const otra = find(commands, command.name, subcommand)
    if (otra === undefined) return []
    const [suyos = {}] = valoresDe(otra, leido, {})
    const vencidos: Values =
      subcommand === "lista" && command.name === "compromiso" ? { estado: "vencidos" } : {}
    return [{ command: otra, values: { ...suyos, ...vencidos, ...conClave(otra, values) } }]
  })
}

const conClave = (otra: Command, values: Values): Values =>
  values.clave !== undefined && "clave" in otra.options.shape ? { clave: values.clave } : {}

function destinos({ name, subcommand }: Command, values: Values): readonly string[] {
  const deClave = values.clave !== undefined
  switch (name) {
    case "sesion":
      return /publicar|resumen|errata|comunicado/u.test(subcommand) ? ["resumen"] : ["proxima"]
    case "acuerdo":
      return /vot/u.test(subcommand) ? ["votacion-ver"] : [deClave ? "ver" : "lista"]
    case "compromiso":
      return deClave ? ["avance", "prorroga", "ver"] : ["lista", "mios"]
    default:
      return []
  }
}
