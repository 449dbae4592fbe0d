import { inicioDe, organosDe } from "../../../app/inicio/asuntos.ts"
import { mundoDe } from "../../../app/lenguaje/mundo.ts"
import type { CommandMention } from "../../../cards/card.ts"
import { mencion } from "../../../cards/comando.ts"
import type { Sugerencia } from "../../../cards/error.ts"
import { conEntendido, cualCard, faltanDatosCard, propuestaCard } from "../../../cards/lenguaje/entendido.ts"
import { fueraCard } from "../../../cards/lenguaje/fuera.ts"
import { cortesiaCard, noEntendidoCard, saludoCard } from "../../../cards/lenguaje/trato.ts"
import { recortar } from "../../../cards/respuesta.ts"
import { mayUse } from "../../definition/audience.ts"
import type { Answer, Command, CommandContext } from "../../definition/definition.ts"
import { optionsOf } from "../../definition/options.ts"
import { typedForm } from "../../parser/action.ts"
import type { Lectura, Orden } from "../../parser/llano/lectura.ts"
import { leerFrase } from "../../parser/llano/leer.ts"
import type { Values } from "../../parser/values.ts"
import { needsForm } from "../form.ts"
import { actionIdFor, keepable, sinSecretos } from "../question.ts"
import { targetOf } from "../usage.ts"
import { anotarContexto, contextoDe, seguir } from "./contexto.ts"

/** What answers what was written as to a colleague. */
export interface Llano {
  readonly context: CommandContext
  readonly commands: readonly Command[]
  /** Runs a command as the router does. */
  run(command: Command, values: Values): Promise<Answer>
}

/** Longest command that is repeated. */
const MAX_REPEATED = 80
/** Longest text that is repeated in a proposal. */
const MAX_SHOWN = 300

/** Reads a phrase among what its writer may see; `nombre`: the word after the slash, if there was one. */
export async function leerEn(
  { context, commands }: Llano,
  escrito: string,
  nombre: string | null,
): Promise<Lectura> {
  const { actor, organo, hoy, data } = context
  const mundo = await mundoDe({ read: data.read, actor, organo, hoy })
  const usable = (command: Command) => mayUse(command, actor, organo.id)
  const lugar = { commands, usable, mundo, nombre }
  const seguido = seguir(escrito, await contextoDe(context), lugar)
  return seguido ?? leerFrase(escrito, lugar)
}

export async function responderLectura(llano: Llano, lectura: Lectura): Promise<Answer> {
  const { context } = llano
  switch (lectura.kind) {
    case "orden":
      return responderOrden(llano, lectura)
    case "pregunta":
      return preguntarCual(llano, lectura)
    case "cortesia":
      return {
        card: lectura.que === "hola" ? saludoCard(await loQueEspera(context)) : cortesiaCard(lectura.que),
      }
    case "fuera":
      return { card: fueraCard(lectura.motivo) }
    case "nada":
      return { card: noEntendidoCard(await loQueEspera(context)) }
  }
}

/** What only shows is shown; what acts is proposed and never done; what is not for whoever asks is refused. */
async function responderOrden(llano: Llano, orden: Orden): Promise<Answer> {
  const { context, run } = llano
  const { command } = orden
  const values = keepable(orden.values, () => false)
  const usable = mayUse(command, context.actor, context.organo.id)
  if (usable && command.acts !== false) return proponer(llano, { command, values }, orden.values)
  const answer = await run(command, values)
  if (!usable) return answer
  await anotarContexto(context, [{ command, values }], false)
  const dicho = mencionDe(command, values)
  if ("form" in answer) return { card: faltanDatosCard(dicho, await actionIdFor(command, values, context)) }
  return { ...answer, card: conEntendido(answer.card, dicho) }
}

async function proponer({ context }: Llano, { command, values }: Orden, escritos: Values): Promise<Answer> {
  await anotarContexto(context, [{ command, values }], true)
  return {
    card: propuestaCard({
      orden: mencionDe(command, values),
      que: command.summary,
      datos: datosDe(command, values),
      id: await actionIdFor(command, values, context),
      formulario: needsForm(command, values),
      sinTextos: Object.keys(values).length < Object.keys(escritos).length,
    }),
  }
}

const datosDe = (command: Command, values: Values) =>
  optionsOf(command).flatMap(({ name, label, labels }) => {
    const valor = values[name]
    return valor === undefined ? [] : [{ label, valor: labels[valor] ?? recortar(valor, MAX_SHOWN) }]
  })

async function preguntarCual(
  llano: Llano,
  lectura: Extract<Lectura, { readonly kind: "pregunta" }>,
): Promise<Answer> {
  const { context } = llano
  const suyas = lectura.opciones.filter(({ command }) => mayUse(command, context.actor, context.organo.id))
  const [primera] = lectura.opciones
  if (suyas.length === 0)
    return primera ? llano.run(primera.command, {}) : { card: noEntendidoCard(await loQueEspera(context)) }
  const opciones = suyas.map(({ command, values }) => ({ command, values: keepable(values, () => false) }))
  await anotarContexto(context, opciones, false)
  const sugerencias: Sugerencia[] = []
  for (const { command, values } of opciones)
    sugerencias.push({ command: mencionDe(command, values), id: await actionIdFor(command, values, context) })
  return { card: cualCard(sugerencias, lectura.reserva) }
}

function mencionDe(command: Command, given: Values): CommandMention {
  const values = sinSecretos(command, given)
  const typed = typedForm(command, values)
  const short = recortar(typed, MAX_REPEATED)
  return mencion(targetOf(command), short, short === typed ? values : {})
}

async function loQueEspera(context: CommandContext) {
  const { actor, organo, data, puede, now, plataformas, conexiones } = context
  if (actor.kind === "sin_vincular") return { asuntos: [], organo: organo.clave }
  const organos = organosDe(actor, await data.read.organos.all(), now)
  const { asuntos } = await inicioDe({ read: data.read, actor, now, plataformas, conexiones, puede }, organos)
  return { asuntos, organo: organo.clave }
}
