import { z } from "zod"
import { consultarProxima } from "../../app/sesion/proxima.ts"
import { proximaSesionCard, sinProximaCard } from "../../cards/sesion/proxima.ts"
import { defineCommand } from "../definition/definition.ts"
import { conEspera } from "../opciones/autorizacion.ts"

export const sesionProximaCommand = defineCommand({
  name: "sesion",
  subcommand: "proxima",
  synonyms: ["siguiente", "cuando", "cuando es"],
  summary: "Fecha, lugar y convocatoria de la próxima sesión",
  audience: "todas",
  acts: false,
  options: z.object({}),
  async run(context) {
    const { actor, organo, hoy, now, data } = context
    const found = await consultarProxima({ read: data.read, actor, organo, hoy, now })
    if (found.kind === "ninguna") return { card: sinProximaCard({ ...found, organo }) }
    return { card: await conEspera(context, found.sesion, proximaSesionCard({ ...found, organo, hoy })) }
  },
})
