import { z } from "zod"
import { verAcuerdo } from "../../app/acuerdo/ver.ts"
import { verAcuerdoCard } from "../../cards/acuerdo/ver.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { asuntoAcuerdo } from "../../domain/mensaje/hechos.ts"
import { defineCommand } from "../definition/definition.ts"
import { ejemplosPara } from "../opciones/ejemplos.ts"
import { preguntar } from "../opciones/pregunta.ts"
import { referencia } from "../opciones/referencia.ts"

export const acuerdoVerCommand = defineCommand({
  name: "acuerdo",
  subcommand: "ver",
  synonyms: ["detalle", "mostrar", "consultar"],

  frases: [
    "acuerdo #numero",
    "que|como dice|decia|establece|fue|era|es|texto|pide acuerdo|#numero|#clave",
    "#clave !como_va !cumpl* !avance*",
    "texto|redaccion|contenido|leer|ver|muestra*|pasame|dame #numero|acuerdo #numero",
    "acuerdo #clave",
    "#numero #sesion",
  ],
  summary: "Texto completo de un acuerdo y sus compromisos",
  audience: "todas",
  acts: false,
  options: z.object({
    clave: referencia({
      summary: "clave del acuerdo",
      completes: "acuerdo",
      rest: true,
    }),
  }),
  async run(context, { clave }) {
    const { actor, organo, hoy, data } = context
    const found = await verAcuerdo({ read: data.read, actor, organo, hoy }, clave)
    switch (found.kind) {
      case "uno":
        context.asunto.objeto = asuntoAcuerdo(found.encontrado.acuerdo.id)
        return { card: verAcuerdoCard({ ...found.encontrado, ...found, hoy }) }
      case "varios":
        return preguntar(
          context,
          preguntaClave({ tipo: "acuerdo", buscado: clave, claves: found.claves, demo: found.demo }),
          "clave",
          found.claves,
        )
      case "ninguno":
        return preguntar(
          context,
          claveNoEncontrada({
            tipo: "acuerdo",
            buscado: clave,
            parecidas: found.parecidas,
            ejemplo: (await ejemplosPara(context)).acuerdo,
            lista: { command: "acuerdo.lista", label: "Ver los acuerdos" },
            demo: found.demo,
          }),
          "clave",
          found.parecidas,
        )
    }
  },
})
