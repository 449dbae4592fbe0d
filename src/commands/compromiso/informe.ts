import { z } from "zod"
import { informeDe } from "../../app/compromiso/informe.ts"
import { archivoInforme } from "../../app/compromiso/informe-archivo.ts"
import { informeCard } from "../../cards/compromiso/informe.ts"
import { leerTramo } from "../../domain/tiempo/fecha-escrita/tramo.ts"
import { defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"

const COMO =
  "no se reconoce como periodo. Escriba un año, un semestre o trimestre con su año, meses o dos fechas con su año; hasta seis años."

export const compromisoInformeCommand = defineCommand({
  name: "compromiso",
  subcommand: "informe",
  synonyms: ["informe anual", "informe del periodo", "informe de compromisos"],
  frases: [
    "informe anual|semestral|trimestral|periodo $compromiso?",
    "que cumplimos|cumplieron|cumplio|prometimos|prometieron ano|semestre|trimestre|periodo",
  ],
  summary: "Qué se comprometió, se cumplió y se atrasó en un periodo, en Excel",
  audience: "suscriben",
  acts: false,
  options: z.object({
    periodo: referencia({
      summary: "año, semestre, trimestre, meses o fechas; si falta, este año",
      max: 80,
      rest: true,
    }).optional(),
  }),
  async run({ data, actor, organo, hoy, libros, alcance }, { periodo: escrito = hoy.slice(0, 4) }) {
    const periodo = leerTramo(escrito, { hoy, inhabiles: new Set(), zona: organo.zona })
    if (periodo === null) return { problems: [{ field: "periodo", message: COMO }] }
    if (periodo.desde > hoy)
      return {
        problems: [{ field: "periodo", message: "aún no comienza. Escriba uno que ya haya comenzado." }],
      }
    const visto = await informeDe({ read: data.read, actor, organo, hoy }, periodo, alcance !== "todo")
    const file = visto.filas.length === 0 ? null : await archivoInforme(libros, visto)
    return { card: informeCard(visto, file) }
  },
})
