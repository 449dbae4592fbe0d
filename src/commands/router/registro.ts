import type { Card } from "../../cards/card.ts"
import { renderPlainText } from "../../cards/plain-text.ts"
import { asuntoConsulta, asuntoOrgano } from "../../domain/mensaje/hechos.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import { PUBLICO } from "../../domain/visibilidad/actor.ts"
import type { Command, CommandContext, Reply } from "../definition/definition.ts"
import { capacities } from "./scope.ts"
import { targetOf } from "./usage.ts"

/**
 * What is left in the log of an answer, in one place for typed commands, buttons and forms. An answer that holds what is
 * not public is not given before that is written down: if it cannot be, the answer is the error (decision 023).
 */

/** All that `work` leaves in the log says from where and by which command. */
export function conOrigen<T>(
  command: Command,
  { data, user, place, opera }: Pick<CommandContext, "data" | "user" | "place" | "opera">,
  work: () => Promise<T>,
): Promise<T> {
  const cuenta = opera?.cuenta ?? `${user.workspace}/${user.user}`
  const lugar = opera?.lugar ?? `${place.workspace}/${place.channel}`
  return data.read.eventos.desde({ cuenta, lugar, orden: targetOf(command) }, work)
}

/** That something was asked, and what became of it: about which record, and never what the answer said. In the log of each body. */
export async function anotar(
  { data, actor, organos, platform, now, asunto }: CommandContext,
  tipo: TipoEvento,
  despues: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const { id } of organos)
    await data.read.eventos.append({
      tipo,
      objeto: asuntoConsulta(asunto.objeto ?? asuntoOrgano(id)),
      organoId: id,
      personaId: actor.kind === "vinculado" ? actor.persona.id : null,
      plataforma: platform,
      antes: null,
      despues: { ...despues, como: capacities(actor, id) },
      instante: now,
    })
  asunto.anotado = true
}

/**
 * One answer, one entry: an act that was done, a refusal and a file say by their own entry that they were answered.
 * `options`: those that it was run with; `null`: it was not, as when a form is opened.
 */
export async function anotarRespuesta(
  command: Command,
  context: CommandContext,
  reply: Exclude<Reply, { readonly again: unknown }>,
  { options, asentado }: { readonly options: Record<string, unknown> | null; readonly asentado: boolean },
): Promise<void> {
  const card = "card" in reply ? reply.card : null
  if (card?.tone === "error") return anotar(context, "orden.rechazada", { motivo: "no_procede" })
  if (card?.file !== undefined) return anotar(context, "datos.exportados")
  if (asentado || !muestraRegistros(command, context, options ?? {})) return
  if (card !== null && options !== null && (await esPublica(command, context, options, card))) return
  await anotar(context, command.readAs ?? "datos.mostrados")
}

/** A form that is opened with data shows them; without, it shows what it asks for and what was typed. */
export async function anotarFormulario(command: Command, context: CommandContext): Promise<void> {
  const conDatos = command.form?.prepare !== undefined
  if (conDatos && !context.asunto.anotado && muestraRegistros(command, context, {}))
    await anotar(context, "datos.mostrados")
}

/** Who is not in the directory gets what is public, and nothing else. */
function muestraRegistros(
  { showsRecords = true }: Command,
  { actor }: CommandContext,
  options: Readonly<Record<string, unknown>>,
): boolean {
  if (actor.kind !== "vinculado") return false
  return typeof showsRecords === "function" ? showsRecords(options) : showsRecords
}

/** Anybody who asked for the same would be told all that it says. */
async function esPublica(
  command: Command,
  context: CommandContext,
  options: Record<string, unknown>,
  card: Card,
): Promise<boolean> {
  if (command.acts !== false || command.audience !== "todas") return false
  const paraTodos = await command.run(
    { ...context, actor: PUBLICO, asunto: { objeto: null, anotado: true } },
    options,
  )
  if (!("card" in paraTodos)) return false
  const publico = new Set(dicho(paraTodos.card))
  return dicho(card).every((linea) => publico.has(linea))
}

/** Line by line, without its buttons. */
const dicho = (card: Card): readonly string[] => renderPlainText({ ...card, actions: [] }).split("\n")
