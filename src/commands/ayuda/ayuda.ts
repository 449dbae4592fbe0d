import { z } from "zod"
import { mundoDe } from "../../app/lenguaje/mundo.ts"
import { ayuda, ayudaBuscada, ayudaNoHallada, ayudaTema, type ComandosAyuda } from "../../cards/ayuda.ts"
import type { Card } from "../../cards/card.ts"
import { MAX_DETAIL_BUTTONS } from "../../cards/respuesta.ts"
import { soloVigila } from "../../domain/visibilidad/visibilidad.ts"
import { type Command, type CommandContext, defineCommand } from "../definition/definition.ts"
import { esperasDelOrgano } from "../opciones/autorizacion.ts"
import { ejemplosPara } from "../opciones/ejemplos.ts"
import { referencia } from "../opciones/referencia.ts"
import { mentionOf, targetOf, usageOf } from "../router/usage.ts"
import { pasosDeAhora } from "./ahora.ts"
import { buscarComandos, sinNadaQueBuscar } from "./buscar.ts"
import { queCaben } from "./cabe.ts"
import { TEMAS, type Tema, TITULO_TEMA, temaDe, temaDicho } from "./temas.ts"

/** Needs the registry that it is itself in, hence a function of it. */
export function plenariaAyudaCommand(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "plenaria",
    subcommand: "ayuda",
    synonyms: ["hola", "help", "comandos", "ayudame", "opciones", "que puedo hacer"],

    frases: [
      "ayuda|ayudame|help|auxilio !quiero_denunciar",
      "que|como puedes|sabes|haces|ofreces|podrias hacer|ayudar*|preguntar*?",
      "que puedo|se_puede|podemos preguntar*|pedir*|hacer|escribir|consultar",
      "como funciona*|se_usa|te_uso|te_utilizo|trabajas|se_utiliza|le_hago|se_hace|hago !reunion",
      "para_que sirves|sirve|estas|eres",
      "comandos|instrucciones|manual|tutorial|guia|opciones !olvida !ignora",
      "quien_eres|que_eres|como_te_llamas",
      "no_se|no_entiendo|no_le_entiendo como|que|usar*|esto|nada|hacer",
    ],
    summary: "Qué puede hacer ahora; de un tema, lo que hay, y de unas palabras, con qué comando se hace",
    audience: "cualquiera",
    acts: false,
    // What waits for somebody is only read where nothing is looked for.
    showsRecords: ({ busca }) => sinNadaQueBuscar(String(busca ?? "")),
    sinElegir: true,
    options: z.object({
      busca: referencia({
        summary: "un tema o lo que busca, por ejemplo: acuerdos",
        label: "Qué busca",
        max: 200,
        rest: true,
        literal: true,
      })
        .min(1)
        .optional(),
    }),
    async run(context, { busca }) {
      const usable = commands().filter((command) => !command.hidden && context.puede(targetOf(command)))
      if (busca === undefined || sinNadaQueBuscar(busca)) return { card: await deAhora(context, usable) }
      const tema = temaDicho(busca)
      const suyos = usable.filter((command) => temaDe(command) === tema)
      return tema !== null && suyos.length > 0
        ? { card: ayudaTema(TITULO_TEMA[tema], await mostrados(context, suyos)) }
        : { card: await buscada(context, usable, busca) }
    },
  })
}

async function deAhora(context: CommandContext, usable: readonly Command[]): Promise<Card> {
  const { actor, organos, puede } = context
  return ayuda({
    pasos: await pasosDeAhora(context),
    temas: temasDe(usable),
    organos,
    vinculada: actor.kind === "vinculado",
    esperan: await esperasDelOrgano(context),
    soloBitacora: organos.every(({ id }) => soloVigila(actor, id)),
    busca: PARA_BUSCAR.find(([target]) => puede(target))?.[1] ?? "cuenta",
  })
}

/** A word for which there is something, for whoever may use it. */
const PARA_BUSCAR = [
  ["sesion.quorum", "quórum"],
  ["compromiso.prorroga", "prórroga"],
  ["sesion.resumen", "resumen"],
  ["plenaria.bitacora", "bitácora"],
] as const

const temasDe = (usable: readonly Command[]) => {
  const suyos = new Set<Tema>(usable.map(temaDe))
  return TEMAS.filter((tema) => suyos.has(tema)).map((tema) => ({ clave: tema, titulo: TITULO_TEMA[tema] }))
}

/** More are of a theme, and not what was looked for. */
const MAX_HALLADOS = 8

async function buscada(context: CommandContext, usable: readonly Command[], busca: string): Promise<Card> {
  const otros = usable.filter((command) => targetOf(command) !== context.command)
  const hallados = buscarComandos(busca, otros, await mundoDe(consultaDe(context)))
  if (hallados.length === 0) return ayudaNoHallada(busca, temasDe(usable))
  return ayudaBuscada(busca, await mostrados(context, hallados.slice(0, MAX_HALLADOS)), hallados.length)
}

async function mostrados(context: CommandContext, commands: readonly Command[]): Promise<ComandosAyuda> {
  const caben = await queCaben(context, commands, await mundoDe(consultaDe(context)), MAX_DETAIL_BUTTONS)
  return {
    comandos: commands.map((command) => ({ command: usageOf(command), summary: command.summary })),
    caben: caben.map(mentionOf),
    ejemplo: (await ejemplosPara(context)).acuerdo,
  }
}

const consultaDe = ({ data, actor, organo, hoy }: CommandContext) => ({ read: data.read, actor, organo, hoy })
