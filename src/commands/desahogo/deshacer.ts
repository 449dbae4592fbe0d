import { z } from "zod"
import { borradorDeshacer, deshacerUltimo, puedeDeshacerse } from "../../app/desahogo/deshacer.ts"
import { deshechoCard, noSeDeshaceCard, porDeshacer } from "../../cards/desahogo/deshacer.ts"
import { sesionCambiadaPorOtraPersona } from "../../cards/sesion/registrada.ts"
import type { ActoDeshacible } from "../../domain/sesion/transiciones.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { preguntaDeCambio } from "../convocatoria/pregunta.ts"
import { defineCommand } from "../definition/definition.ts"
import { cuandoSeAvisa, pedirPorPresidencia } from "../opciones/autorizacion.ts"
import { pedirSesion, revisionVista } from "../opciones/punto.ts"
import { sesionNombrada } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** What was declared of a session by mistake is taken back while nothing depends on it. */
export const sesionDeshacerCommand = defineCommand({
  name: "sesion",
  subcommand: "deshacer",
  synonyms: ["revertir", "dejar sin efecto"],

  frases: [
    "deshaz|deshacer|revierte|revertir|me_equivoque clausura|instalacion|cancelacion|receso|sesion|punto",
  ],
  summary: "Deshace lo último que se declaró de una sesión, mientras nada dependa de ello",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({
    sesion: sesionNombrada("clave de la sesión"),
    motivo: textoLibre({
      summary: "por qué se deshace; constará en el registro",
      label: "Motivo",
      min: 5,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Deshacer",
    submit: "Deshacer",
    fields: ["motivo"],
    async prepare(context, given) {
      const { data, organo, hoy } = context
      const pedida = await pedirSesion(context, given.sesion, "sesion.deshacer")
      if (pedida.kind === "card") return pedida
      const { sesion } = pedida
      const posible = await puedeDeshacerse({ read: data.read, hoy }, sesion)
      if (posible.kind === "nada") return { card: noSeDeshaceCard(organo, sesion, null) }
      if (posible.kind === "depende") return { card: noSeDeshaceCard(organo, sesion, posible) }
      const { acto } = posible.ultimo
      return {
        values: { sesion: given.sesion ?? `${sesion.clave}@${sesion.revision}` },
        intro: porDeshacer(sesion, acto, seAvisa(acto, sesion) ? await cuandoSeAvisa(context) : null),
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const { organo } = context
    const pedida = await pedirSesion(context, options.sesion, "sesion.deshacer")
    if (pedida.kind === "card") return pedida
    const { data, hoy } = context
    const vista = revisionVista(pedida)
    const leer = () => borradorDeshacer({ read: data.read, organo, hoy }, vista, options.motivo)
    const pregunta = await preguntaDeCambio(context, leer, "Deshacer y avisar")
    if (pregunta !== null) return pregunta
    const result = await deshacerUltimo(actuacionOf(context), vista, options.motivo)
    switch (result.kind) {
      case "deshecho":
        return { card: deshechoCard(organo, result), replaces: true }
      case "por_autorizar": {
        const { sesion: cual, texto } = result
        const pedido = { motivo: texto, revision: cual.revision, cambios: null }
        return { card: await pedirPorPresidencia(context, cual, { objeto: "rectificacion", pedido }) }
      }
      case "nada":
        return { card: noSeDeshaceCard(organo, result.sesion, null) }
      case "depende":
        return { card: noSeDeshaceCard(organo, result.sesion, result) }
      case "otra_persona":
        return { card: sesionCambiadaPorOtraPersona(organo, result.sesion, "sesion.deshacer") }
    }
  },
})

const seAvisa = (acto: ActoDeshacible, sesion: Sesion) => acto === "cancelar" && fueConvocada(sesion)
