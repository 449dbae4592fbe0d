import { z } from "zod"
import { buscarLugar, type Consta, type OrdenTestar, testar } from "../../app/testado/testar.ts"
import { vistaDe } from "../../app/testado/vista.ts"
import { ANTES_DE_TESTAR, noSeTestaCard, porTestarCard, testadoCard } from "../../cards/testado/testado.ts"
import { leerLugar } from "../../domain/testado/lugar.ts"
import { reemplazoDe } from "../../domain/testado/testado.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { opcionesDeTestar, porTestarDe } from "./opciones.ts"

/** Shows everywhere that the text of a place stands, asks, and takes it out. */
export const plenariaTestarLugarCommand = defineCommand({
  name: "plenaria",
  subcommand: "testar-lugar",
  synonyms: [],
  summary: "Confirma lo que se quita, y de dónde",
  audience: "secretaria_tecnica",
  hidden: true,
  aunCerrado: true,
  options: z.object({
    lugar: referencia({ summary: "dónde está el texto", max: 160 }),
    ...opcionesDeTestar,
    vistos: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000_000)
      .optional()
      .meta({ summary: "lugares que se mostraron" }),
  }),
  form: {
    title: "Testar un texto",
    submit: "Ver dónde consta",
    fields: ["clase", "descripcion", "motivo"],
    prepare: async () => ({ values: {}, intro: ANTES_DE_TESTAR }),
  },
  async run(context, { lugar: escrito, vistos, ...dicho }) {
    const lugar = leerLugar(escrito)
    if (lugar === null) return { card: noSeTestaCard("no_consta") }
    const orden = { ...actuacionOf(context), conexiones: context.conexiones }
    const porTestar = porTestarDe(dicho)
    const reemplazo = reemplazoDe(porTestar.descripcion)
    if (!context.confirmed || vistos === undefined) {
      const found = await buscarLugar(orden, lugar, porTestar)
      if (found.kind === "reparo") return { card: noSeTestaCard(found.reparo) }
      return pregunta(context, orden, found, reemplazo, false)
    }
    const hecho = await testar(orden, lugar, porTestar, vistos)
    if (hecho.kind === "reparo") return { card: noSeTestaCard(hecho.reparo) }
    if (hecho.kind === "cambio") return pregunta(context, orden, hecho.consta, reemplazo, true)
    const { testado, mensajes } = hecho
    const vista = await vistaDe(context, { hallazgos: [], mensajes })
    const lugares = Object.values(testado.lugares).reduce((suma, n) => suma + n, 0)
    const direcciones = ["documento", "avance", "sesion"].some((tabla) => tabla in testado.lugares)
    const eslabones = testado.posiciones.length
    return { card: testadoCard(vista, { lugares, eslabones, direcciones }, context.organo), replaces: true }
  },
})

async function pregunta(
  context: CommandContext,
  { organo }: OrdenTestar,
  { hallazgos, mensajes }: Pick<Consta, "hallazgos" | "mensajes">,
  reemplazo: string,
  cambio: boolean,
): Promise<Reply> {
  const vista = await vistaDe(context, { hallazgos, mensajes })
  return {
    question: {
      card: porTestarCard(vista, reemplazo, organo, cambio),
      answers: [
        {
          label: "Testar sin poder recuperarlo",
          values: { vistos: String(hallazgos.length) },
          confirms: true,
        },
      ],
    },
  }
}
