import { encontrarSesion } from "../../app/sesion/consultar.ts"
import type { Card } from "../../cards/card.ts"
import { boton } from "../../cards/respuesta.ts"
import { preguntaSesion, sesionNoEncontrada } from "../../cards/sesion/lista.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext } from "../definition/definition.ts"
import { type EnSuLugar, preguntar } from "./pregunta.ts"

export type SesionPedida =
  /** `marca`: what follows the `@` of a button: the revision or the draft that was seen. */
  { readonly kind: "sesion"; readonly sesion: Sesion; readonly marca: string | null } | EnSuLugar

const CON_MARCA = /^(.*)@([0-9a-z]{1,40})$/

/**
 * The session that an option names, or what asks which. `command` is what an answer runs: where it is not the one that
 * was asked for, as after a button, nothing but the session is taken over.
 */
export async function sesionPedida(
  context: CommandContext,
  typed: string | undefined,
  command: string,
  preferida: (sesiones: readonly Sesion[]) => Sesion | null = () => null,
): Promise<SesionPedida> {
  const { data, actor, organo, hoy, purpose } = context
  const match = typed === undefined ? null : CON_MARCA.exec(typed)
  const text = (match?.[1] ?? typed) || undefined
  const found = await encontrarSesion({ read: data.read, actor, organo, hoy }, text, preferida)
  if (found.kind === "una" && (found.exacta || purpose !== "acting")) {
    context.asunto.objeto = asuntoSesion(found.sesion.id)
    return { kind: "sesion", sesion: found.sesion, marca: match?.[2] ?? null }
  }
  if (found.kind === "ninguna")
    return cual(context, sesionNoEncontrada(text, found.conocidas, organo), found.conocidas, command)
  const sesiones = found.kind === "una" ? [found.sesion] : found.sesiones
  return cual(context, preguntaSesion(text ?? "", sesiones, organo), sesiones, command)
}

const MAX_OTHERS = 5

function cual(context: CommandContext, card: Card, sesiones: readonly Sesion[], command: string): EnSuLugar {
  const claves = sesiones.map(({ clave }) => clave)
  if (command === context.command) return preguntar(context, card, "sesion", claves)
  const others = claves
    .slice(0, MAX_OTHERS)
    .flatMap((clave) => boton(command, clave, `Continuar con ${clave}`))
  return { kind: "card", card: { ...card, actions: [...others, ...card.actions] } }
}
