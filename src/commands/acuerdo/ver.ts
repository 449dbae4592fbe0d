import { z } from "zod"
import { verAcuerdo } from "../../app/acuerdo/ver.ts"
import { verAcuerdoCard } from "../../cards/acuerdo/ver.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { defineCommand } from "../router/definition.ts"

export const acuerdoVerCommand = defineCommand({
  name: "acuerdo",
  subcommand: "ver",
  synonyms: ["detalle", "mostrar", "consultar"],
  summary: "Texto completo de un acuerdo y sus compromisos",
  audience: "todas",
  options: z.object({
    clave: z
      .string()
      .max(200)
      .meta({ summary: "clave del acuerdo, por ejemplo: so 21 3", completes: "acuerdo", rest: true }),
  }),
  async run({ actor, organo, hoy, data }, { clave }) {
    const found = await verAcuerdo({ read: data.read, actor, organo, hoy }, clave)
    switch (found.kind) {
      case "uno":
        return { card: verAcuerdoCard({ ...found.encontrado, ...found, hoy }) }
      case "varios":
        return {
          card: preguntaClave({ tipo: "acuerdo", buscado: clave, claves: found.claves, demo: found.demo }),
        }
      case "ninguno":
        return {
          card: claveNoEncontrada({
            tipo: "acuerdo",
            buscado: clave,
            parecidas: found.parecidas,
            lista: { command: "acuerdo.lista", label: "Ver los acuerdos" },
            demo: found.demo,
          }),
        }
    }
  },
})
