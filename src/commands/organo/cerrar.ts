import { z } from "zod"
import { canalesActivos } from "../../app/canal/canales.ts"
import { cerrarOrgano, nadaPorConcluir, porConcluir } from "../../app/organo/cerrar.ts"
import { confirmarCierreCard, organoCerradoAhoraCard, porConcluirCard } from "../../cards/organo/cerrado.ts"
import { defineCommand } from "../definition/definition.ts"
import { problemasDe } from "../directorio/acto.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { subOrganoDe, subOrganoOption } from "./opciones.ts"

export const directorioOrganoCerrarCommand = defineCommand({
  name: "directorio",
  subcommand: "organo-cerrar",
  synonyms: ["cerrar organo", "cerrar subcomision", "cerrar grupo"],
  summary: "Registra el último día de una subcomisión o grupo de trabajo, y desactiva sus canales",
  audience: "secretaria_tecnica",
  options: z.object({
    suborgano: subOrganoOption("cuál de los que dependen del órgano"),
    fecha: fechaEscrita({ summary: "su último día", label: "Último día", pasado: true }),
    motivo: textoLibre({
      summary: "acuerdo u oficio que lo da por concluido",
      label: "Según",
      min: 3,
      max: 300,
    }),
  }),
  form: {
    title: "Cerrar un órgano",
    submit: "Continuar",
    fields: ["suborgano", "fecha", "motivo"],
    prepare: async ({ hoy }, { suborgano = "" }) => ({
      values: { suborgano, fecha: hoy },
      intro: "Antes de hacerlo se le muestra qué ocurre. Su historia se conserva.",
    }),
  },
  async run(context, { suborgano, fecha, motivo }) {
    const found = await subOrganoDe(context, "suborgano", suborgano)
    if ("problems" in found) return found
    const { organo } = found
    const { fresh } = context.data
    const que = await porConcluir(fresh, organo, context.hoy)
    if (!nadaPorConcluir(que)) return { card: porConcluirCard(organo, que) }
    if (fecha > context.hoy) return problemasDe({ campo: "hasta", kind: "futura" }, { hasta: "fecha" })
    if (!context.confirmed) {
      const card = confirmarCierreCard(organo, fecha, await canalesActivos(fresh, organo))
      return { question: { card, answers: [{ label: "Cerrar el órgano", values: {}, confirms: true }] } }
    }
    const result = await cerrarOrgano(actuacionOf(context), organo, { fecha, motivo })
    if (result.kind === "por_concluir") return { card: porConcluirCard(organo, result.que) }
    if (result.kind === "reparo") return problemasDe(result.reparo, { hasta: "fecha" })
    return { card: organoCerradoAhoraCard(organo, fecha, result.valor.canales) }
  },
})
