import { z } from "zod"
import { editarSesion } from "../../app/sesion/editar.ts"
import {
  sesionCambiadaPorOtraPersona,
  sesionEditadaCard,
  sesionFueraDeEstado,
  sesionSinCambios,
} from "../../cards/sesion/registrada.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { defineCommand } from "../definition/definition.ts"
import {
  etiquetaOption,
  fechaSesionOption,
  horaOption,
  modalidadOption,
  sedeOption,
  urlOption,
} from "../opciones/sesion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { preguntaDeMomento } from "./momento.ts"

export const sesionEditarCommand = defineCommand({
  name: "sesion",
  subcommand: "editar",
  synonyms: ["modificar", "cambiar", "corregir"],
  summary: "Cambia los datos de una sesión que aún no se convoca",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion: sesionNombrada("clave de la sesión"),
    fecha: fechaSesionOption("día de la sesión, por ejemplo: 15 de agosto, o el jueves").optional(),
    hora: horaOption.optional(),
    modalidad: modalidadOption.optional(),
    sede: sedeOption.optional(),
    enlace: urlOption.optional(),
    etiqueta: etiquetaOption("como se imprime").optional(),
  }),
  form: {
    title: "Editar la sesión",
    submit: "Guardar",
    fields: ["etiqueta", "fecha", "hora", "modalidad", "sede", "enlace"],
    async prepare(context, given) {
      const found = await sesionPedida(context, given.sesion ?? "", "sesion.editar")
      if (found.kind === "card") return found
      const { sesion } = found
      if (transicionSesion("editar", sesion.estado).kind === "fuera_de_estado") {
        return { card: sesionFueraDeEstado(context.organo, sesion, "editar") }
      }
      return {
        values: { ...valuesOfSesion(sesion), sesion: `${sesion.clave}@${sesion.revision}` },
        intro: `${sesion.clave}, ${context.organo.nombreCorto}. Los cambios se guardan sin avisar a nadie.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const { organo } = context
    const found = await sesionPedida(context, options.sesion, "sesion.editar")
    if (found.kind === "card") return found
    const { sesion, marca } = found
    const left = <T>(value: T | null) => (context.filledIn ? null : value)
    const momento = { fecha: options.fecha ?? left(sesion.fecha), hora: options.hora ?? left(sesion.hora) }
    const pregunta = preguntaDeMomento(context, momento, sesion)
    if (pregunta !== null) return pregunta
    const result = await editarSesion(
      actuacionOf(context),
      { ...sesion, revision: marca === null ? sesion.revision : Number(marca) },
      {
        // A name cannot be taken away; the rest can, by leaving it empty in the form.
        etiqueta: options.etiqueta ?? sesion.etiqueta,
        ...momento,
        modalidad: options.modalidad ?? left(sesion.modalidad),
        sede: options.sede ?? left(sesion.sede),
        url: options.enlace ?? left(sesion.url),
      },
    )
    switch (result.kind) {
      case "editada":
        return { card: sesionEditadaCard({ organo, ...result }) }
      case "sin_cambios":
        return { card: sesionSinCambios(organo, result.sesion) }
      case "problemas":
        return { problems: result.problemas }
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(organo, sesion, "editar") }
      case "otra_persona":
        return { card: sesionCambiadaPorOtraPersona(organo, result.sesion) }
    }
  },
})

/** What the fields of a session hold, as text. */
export function valuesOfSesion({ etiqueta, fecha, hora, modalidad, sede, url }: Sesion) {
  return {
    etiqueta,
    fecha: fecha ?? "",
    hora: hora ?? "",
    modalidad: modalidad ?? "",
    sede: sede ?? "",
    enlace: url ?? "",
  }
}
