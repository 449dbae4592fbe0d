import { z } from "zod"
import { tableroDe } from "../../app/compromiso/tablero.ts"
import { tableroCard } from "../../cards/compromiso/tablero.ts"
import { defineCommand } from "../definition/definition.ts"

export const compromisoTableroCommand = defineCommand({
  name: "compromiso",
  subcommand: "tablero",
  synonyms: ["cifras", "estadistica", "semaforo", "como vamos", "cumplimiento", "resumen de compromisos"],
  summary: "Cuántos compromisos hay, cuántos van tarde y quién los debe",
  audience: "del_organo",
  acts: false,
  options: z.object({}),
  async run({ actor, organo, hoy, data }) {
    const visto = await tableroDe({ read: data.read, actor, organo, hoy })
    return { card: tableroCard(organo, hoy, visto) }
  },
})
