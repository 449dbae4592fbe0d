import type { Command } from "../../definition/definition.ts"
import { find } from "../parsed.ts"
import { RELLENO } from "./cortesia.ts"
import type { Lectura, Orden } from "./lectura.ts"
import type { Leido } from "./leido.ts"
import { valoresDe } from "./valores.ts"

/** Nothing but a record: «22», «SO-21», «el 3 de la 21». What is usually looked at of it, or a choice of it. */
export function soloNombra(leido: Leido, commands: readonly Command[]): Lectura | null {
  const { dicho, dichas, mundo } = leido
  const resto = dicho.palabras.filter(
    ({ dicha }, i) =>
      !dichas.ocupadas.has(i) && !RELLENO.test(dicha) && !/^(?:sesion|acuerdo|compromiso)$/u.test(dicha),
  )
  const solo = /^\d{1,3}$/u.exec(resto.length === 1 ? (resto[0]?.dicha ?? "") : "")
  const opciones = (...ordenes: readonly (readonly [string, string])[]): readonly Orden[] =>
    ordenes.flatMap(([name, subcommand]) => {
      const command = find(commands, name, subcommand)
      return command ? valoresDe(command, leido, {}).map((values) => ({ command, values })) : []
    })
  if (solo && dichas.sesion === null) {
    const sesion = mundo.sesiones.find((una) => una.tipo === "ordinaria" && una.numero === Number(solo[0]))
    return sesion ? preguntaDeSesion(sesion.clave, commands, leido) : null
  }
  if (resto.length > 0) return null
  if (dichas.clave !== null || dichas.numero?.sesion) {
    const con = mundo.compromisos.some(({ clave }) => clave.toUpperCase() === dichas.clave)
      ? opciones(["compromiso", "ver"])
      : opciones(["acuerdo", "ver"])
    const [una] = con
    return una && con.length === 1
      ? { kind: "orden", ...una }
      : con.length > 1
        ? { kind: "pregunta", opciones: con, reserva: null }
        : null
  }
  if (dichas.sesion?.conocida) return preguntaDeSesion(dichas.sesion.clave, commands, leido)
  return null
}

function preguntaDeSesion(clave: string, commands: readonly Command[], { mundo }: Leido): Lectura {
  const cerrada = mundo.sesiones.find((una) => una.clave === clave)?.estado === "clausurada"
  const que = cerrada ? ["resumen", "agenda"] : ["agenda", "proxima", "documento-lista"]
  const opciones = que.flatMap((subcommand) => {
    const command = find(commands, "sesion", subcommand)
    if (!command) return []
    return [{ command, values: "sesion" in command.options.shape ? { sesion: clave } : {} }]
  })
  return { kind: "pregunta", opciones, reserva: null }
}
