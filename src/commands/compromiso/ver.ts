import { z } from "zod"
import { compromisosVisibles } from "../../app/compromiso/listar.ts"
import { verCompromiso } from "../../app/compromiso/ver.ts"
import { verCompromisoCard } from "../../cards/compromiso/ver.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { preguntar } from "../opciones/pregunta.ts"
import { referencia } from "../opciones/referencia.ts"

export const compromisoVerCommand = defineCommand({
  name: "compromiso",
  subcommand: "ver",
  synonyms: ["detalle", "mostrar", "consultar"],

  frases: [
    "como|que va|van|vamos|esta|estan|sigue|anda|quedo|paso #numero|#tema|#clave",
    "en_que|que va|van|quedo|esta|estamos|quedamos|anda|vamos #tema|#numero|#clave",
    "estatus|estado|status|situacion|seguimiento #numero|#tema|#clave",
    "compromiso #numero|#tema|#clave",
    "detalle|detalles|ver|muestra*|informacion compromiso|#numero|#tema|#clave",
    "que es|pide|piden|dice|hay_que|tenemos_que|consiste|trata|hacer #tema|#numero compromiso?",
    "cuando|fecha|plazo|para_cuando|limite|dia venc*|toca|entreg*|es|limite #numero|#tema|#clave",
    "cuando|fecha_limite|plazo|para_cuando #tema|#numero|#clave !pasala !mueve !amplia* !hasta",
    "ya valid*|aprob*|revis*|acept* #tema|#numero|#clave|compromiso|nuestro?",
    "de_que|que trata #numero|#clave compromiso?",
  ],
  summary: "Un compromiso con sus fechas, estado y avances",
  audience: "del_organo",
  acts: false,
  options: z.object({
    clave: referencia({
      summary: "clave del compromiso",
      completes: "compromiso",
      rest: true,
    }),
  }),
  async run(context, { clave }) {
    const { actor, organo, hoy, data } = context
    const found = await verCompromiso({ read: data.read, actor, organo, hoy }, clave)
    switch (found.kind) {
      case "uno":
        context.asunto.objeto = asuntoCompromiso(found.id)
        return { card: verCompromisoCard({ ...found, hoy, zona: organo.zona }) }
      case "varios":
        return preguntar(
          context,
          preguntaClave({ tipo: "compromiso", buscado: clave, claves: found.claves, demo: found.demo }),
          "clave",
          found.claves,
        )
      case "ninguno":
        return preguntar(
          context,
          claveNoEncontrada({
            tipo: "compromiso",
            buscado: clave,
            parecidas: found.parecidas,
            ejemplo: await unaClave(context),
            lista: { command: "compromiso.mios", label: "Ver mis compromisos" },
            demo: found.demo,
          }),
          "clave",
          found.parecidas,
        )
    }
  },
})

/** Of one that the asker may see. */
async function unaClave({ data, actor, organo, hoy }: CommandContext): Promise<string | null> {
  const rows = await compromisosVisibles({ read: data.read, actor, organo, hoy }, { organoId: organo.id })
  return rows.at(-1)?.compromiso.clave ?? null
}
