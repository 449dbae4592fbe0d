import { z } from "zod"
import { verCalendario } from "../../app/calendario/ver.ts"
import { calendarioCard, mesDesconocido } from "../../cards/calendario/calendario.ts"
import { leerMes } from "../../domain/tiempo/mes.ts"
import { defineCommand } from "../definition/definition.ts"

export const plenariaCalendarioCommand = defineCommand({
  name: "plenaria",
  subcommand: "calendario",
  synonyms: ["dias habiles", "mes"],

  frases: [
    "inhabil*|habil*|festiv*|feriad*|puente|puentes|asueto|laborable*|laboral !agrega* !registra* !declara*",
    "inhabil*|habil*|festiv*|feriad*|puente #mes|#fecha|dias|dia|hoy|manana|mes",
    "trabaja|trabajan|trabajamos|labora|laboran|laboramos|laborable|descansamos|descansa|descanso #fecha|#mes|hoy|manana|lunes|viernes !quien*",
    "calendario #mes !suscri* !outlook !google",
    "calendario !suscri* !outlook !google !sesiones !comentarios",
    "es habil|inhabil|festivo|laborable|puente #fecha?",
    "hay labores|oficinas|clases|puente #fecha|#mes?",
    "abren|cierran|abierto #fecha oficinas|ventanilla?",
  ],
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
