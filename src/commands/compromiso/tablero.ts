import { z } from "zod"
import { tableroDe } from "../../app/compromiso/tablero.ts"
import { tableroCard } from "../../cards/compromiso/tablero.ts"
import { tableroAlt, tableroSvg } from "../../cards/compromiso/tablero-dibujo.ts"
import { defineCommand } from "../definition/definition.ts"

export const compromisoTableroCommand = defineCommand({
  name: "compromiso",
  subcommand: "tablero",
  synonyms: ["cifras", "estadistica", "semaforo", "como vamos", "cumplimiento", "resumen de compromisos"],
  frases: [
    "tablero^2",
    "semaforo|estadistic*|indicador*|grafica|graficas",
    "cifras|numeros|porcentaje|avance_general $compromiso|acuerdos|cumplimiento",
    "como vamos|van|va cumplimiento|$compromiso|acuerdos !#clave !#numero !#tema",
  ],
  summary: "Cuántos compromisos hay, cuántos van tarde y quién los debe",
  audience: "del_organo",
  acts: false,
  options: z.object({}),
  async run({ actor, organo, hoy, data, imagenes }) {
    const visto = await tableroDe({ read: data.read, actor, organo, hoy })
    const card = tableroCard(organo, hoy, visto)
    if (visto.filas.length === 0) return { card }
    const png = await imagenes.png(tableroSvg(organo, hoy, visto))
    const file = {
      name: `tablero-${hoy}.png`,
      mediaType: "image/png",
      content: Buffer.from(png).toString("base64"),
      encoding: "base64" as const,
      label: "Descargar la gráfica",
      alt: tableroAlt(organo, hoy, visto),
      url: null,
    }
    return { card: { ...card, file } }
  },
})
