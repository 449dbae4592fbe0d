import { z } from "zod"
import { verCompromiso } from "../../app/compromiso/ver.ts"
import { sinAccesoCompromisos } from "../../cards/compromiso/lista.ts"
import { verCompromisoCard } from "../../cards/compromiso/ver.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import { defineCommand } from "../router/definition.ts"

export const compromisoVerCommand = defineCommand({
  name: "compromiso",
  subcommand: "ver",
  synonyms: ["detalle", "mostrar", "consultar"],
  summary: "Un compromiso con sus fechas, estado y avances",
  audience: "vinculadas",
  options: z.object({
    clave: z.string().max(200).meta({
      summary: "clave del compromiso, por ejemplo: so 21 2 sre",
      completes: "compromiso",
      rest: true,
    }),
  }),
  async run({ actor, organo, hoy, data }, { clave }) {
    if (!veCompromiso(actor, organo.id)) return { card: sinAccesoCompromisos(organo.nombreCorto) }
    const found = await verCompromiso({ read: data.read, actor, organo, hoy }, clave)
    switch (found.kind) {
      case "uno":
        return { card: verCompromisoCard({ ...found, hoy, zona: organo.zona }) }
      case "varios":
        return {
          card: preguntaClave({ tipo: "compromiso", buscado: clave, claves: found.claves, demo: found.demo }),
        }
      case "ninguno":
        return {
          card: claveNoEncontrada({
            tipo: "compromiso",
            buscado: clave,
            parecidas: found.parecidas,
            lista: { command: "compromiso.mios", label: "Ver mis compromisos" },
            demo: found.demo,
          }),
        }
    }
  },
})
