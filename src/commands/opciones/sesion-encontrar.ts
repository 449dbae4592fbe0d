import { encontrarSesion, sesionesNombrables } from "../../app/sesion/consultar.ts"
import type { Card } from "../../cards/card.ts"
import { boton } from "../../cards/respuesta.ts"
import { ningunaPosible, preguntaSesion, sesionNoEncontrada } from "../../cards/sesion/lista.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext } from "../definition/definition.ts"
import { esPosible, posibles } from "../posible/sesion.ts"
import { type EnSuLugar, preguntar } from "./pregunta.ts"

export type SesionPedida =
  /** `marca`: what follows the `@` of a button: the revision or the draft that was seen. */
  { readonly kind: "sesion"; readonly sesion: Sesion; readonly marca: string | null } | EnSuLugar

const CON_MARCA = /^(.*)@([0-9a-z]{1,40})$/

/** The most sessions that are offered at once. */
const MAX_OFFERED = 5

/**
 * The session that an option names, or what asks which: only those are offered on which the command can do what it does.
 * `command` is what an answer runs: where it is not the one that was asked for, as after a button, nothing but the
 * session is taken over.
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
  const consulta = { read: data.read, actor, organo, hoy }
  const found = await encontrarSesion(consulta, text, preferida)
  if (found.kind === "una" && (found.exacta || purpose !== "acting")) {
    const { sesion } = found
    const otra = text === undefined ? await enLugarDe(context, sesion, command) : null
    if (otra !== null) return otra
    context.asunto.objeto = asuntoSesion(sesion.id)
    return { kind: "sesion", sesion, marca: match?.[2] ?? null }
  }
  if (found.kind === "ninguna") {
    const parecidas = await posibles(context, command, found.conocidas, MAX_OFFERED)
    const cercanas = parecidas.length > 0 ? parecidas : await deTodas(context, command)
    const card =
      found.conocidas.length > 0 && cercanas.length === 0
        ? ningunaPosible(text)
        : sesionNoEncontrada(text, cercanas, organo)
    return cual(context, card, cercanas, command)
  }
  const sesiones = found.kind === "una" ? [found.sesion] : found.sesiones
  const caben = await posibles(context, command, sesiones, sesiones.length)
  // Where it is possible on none of those that were named, the refusal says why.
  const ofrecidas = caben.length > 0 ? caben : sesiones
  return cual(context, preguntaSesion(text ?? "", ofrecidas, organo), ofrecidas, command)
}

/** None was named, and on the one that is usually meant it cannot be done: is another meant? */
async function enLugarDe(context: CommandContext, usual: Sesion, command: string): Promise<EnSuLugar | null> {
  if (await esPosible(context, command, usual)) return null
  const otras = await deTodas(context, command)
  return otras.length === 0
    ? null
    : cual(context, sesionNoEncontrada(undefined, otras, context.organo, usual), otras, command)
}

/** Of all that the asker may name. */
async function deTodas(context: CommandContext, command: string): Promise<readonly Sesion[]> {
  const { data, actor, organo, hoy } = context
  const todas = await sesionesNombrables({ read: data.read, actor, organo, hoy })
  return posibles(context, command, todas, MAX_OFFERED)
}

function cual(context: CommandContext, card: Card, sesiones: readonly Sesion[], command: string): EnSuLugar {
  const claves = sesiones.map(({ clave }) => clave)
  if (command === context.command) return preguntar(context, card, "sesion", claves)
  const others = claves
    .slice(0, MAX_OFFERED)
    .flatMap((clave) => boton(command, clave, `Continuar con ${clave}`))
  return { kind: "card", card: { ...card, actions: [...others, ...card.actions] } }
}
