import { z } from "zod"
import { consultarProxima } from "../../app/sesion/proxima.ts"
import { proximaSesionCard, sinProximaCard } from "../../cards/sesion/proxima.ts"
import { defineCommand } from "../definition/definition.ts"

export const sesionProximaCommand = defineCommand({
  name: "sesion",
  subcommand: "proxima",
  synonyms: ["siguiente", "cuando", "cuando es"],
  summary: "Fecha, lugar y convocatoria de la próxima sesión",
  audience: "todas",
  acts: false,
  options: z.object({}),
  async run({ actor, organo, hoy, now, data }) {
    const found = await consultarProxima({ read: data.read, actor, organo, hoy, now })
    return {
      card:
        found.kind === "una"
          ? proximaSesionCard({ ...found, organo, hoy })
          : sinProximaCard({ ...found, organo }),
    }
  },
})
