import { z } from "zod"
import { verCalendario } from "../../app/calendario/ver.ts"
import { calendarioCard, mesDesconocido } from "../../cards/calendario/calendario.ts"
import { leerMes } from "../../domain/tiempo/mes.ts"
import { defineCommand } from "../definition/definition.ts"

export const plenariaCalendarioCommand = defineCommand({
  name: "plenaria",
  subcommand: "calendario",
  synonyms: ["dias habiles", "mes"],
  summary: "Días inhábiles y sesiones de un mes",
  audience: "todas",
  acts: false,
  options: z.object({
    mes: z.string().max(60).optional().meta({
      kind: "fecha",
      summary: "por ejemplo: marzo, o marzo 2027; si falta, el mes en curso",
      rest: true,
    }),
  }),
  async run({ actor, organo, hoy, data }, options) {
    const mes = leerMes(options.mes ?? "", hoy)
    if (mes === null) return { card: mesDesconocido(options.mes ?? "") }
    const calendario = await verCalendario({ read: data.read, actor, organo }, mes)
    return { card: calendarioCard(organo, calendario) }
  },
})
