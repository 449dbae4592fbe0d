import { z } from "zod"
import {
  type Continuada,
  incluirAsuntosDiferidos,
  leerAsuntosDiferidos,
} from "../../app/sesion/asuntos-diferidos.ts"
import { ordenCambiadoCard } from "../../cards/sesion/punto-registrado.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { plural } from "../../texts/plurales.ts"
import { defineCommand } from "../definition/definition.ts"
import { revisionVista } from "../opciones/punto.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** Takes in what `/sesion preparar` offers of earlier sessions. */
export const sesionContinuarCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-continuar",
  synonyms: [],
  summary: "Incluye los puntos diferidos y el seguimiento de acuerdos de sesiones anteriores",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionTexto }),
  async run(context, options) {
    const pedida = await sesionPedida(context, options.sesion, "sesion.preparar")
    if (pedida.kind === "card") return pedida
    const { data, organo, hoy } = context
    const result = await incluirAsuntosDiferidos(actuacionOf(context), revisionVista(pedida))
    const { sesion } = result
    if (result.kind === "fuera_de_estado")
      return { card: sesionFueraDeEstado(organo, sesion, "cambiar el orden del día de") }
    const [puntos, asuntosDiferidos] = await Promise.all([
      data.read.sesiones.puntos(sesion.id),
      leerAsuntosDiferidos({ read: data.read, organo, hoy }, sesion),
    ])
    const hecho = enPalabras(result)
    return {
      card: ordenCambiadoCard({ organo, sesion, hecho, puntos, avisos: [], asuntosDiferidos }),
      replaces: true,
    }
  },
})

function enPalabras(result: Exclude<Continuada, { readonly kind: "fuera_de_estado" }>): string {
  switch (result.kind) {
    case "hecho": {
      const { length } = result.agregados
      return `Se ${length === 1 ? "agregó" : "agregaron"} ${plural(length, "punto", "puntos")} de sesiones anteriores.`
    }
    case "nada":
      return "Ya estaba incluido todo lo que quedó de sesiones anteriores. No se agregó nada."
    case "otra_persona":
      return "Otra persona acaba de cambiar la sesión. No se agregó nada; así está ahora:"
  }
}
