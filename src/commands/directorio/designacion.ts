import { z } from "zod"
import { registrarDesignacion, terminarDesignacion } from "../../app/directorio/designacion.ts"
import { puestosPorTerminar } from "../../app/directorio/puestos.ts"
import type { Card } from "../../cards/card.ts"
import {
  confirmarTerminoCard,
  cualDesignacionCard,
  type DesignacionConInstitucion,
  designacionEnPalabras,
} from "../../cards/directorio/pregunta.ts"
import { designacionCard, designacionTerminadaCard } from "../../cards/directorio/registrada.ts"
import { hablaPorInstitucion } from "../../domain/directorio/puestos.ts"
import type { Calidad, Institucion } from "../../domain/tipos/directorio.ts"
import { type CommandContext, defineCommand, type FormStart, type Reply } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { enSuNombre, problemasDe } from "./acto.ts"
import { type Encontrada, institucionDe, personaDe } from "./encontrar.ts"
import { calidadOption, desdeOption, hastaOption, oficioOption, personaNombrada } from "./opciones.ts"

export const directorioDesignacionRegistrarCommand = defineCommand({
  name: "directorio",
  subcommand: "designacion-registrar",
  synonyms: ["designar", "registrar designacion"],
  summary: "Registra la designación de una persona: calidad, institución, oficio y periodo",
  audience: "secretaria_tecnica",
  options: z.object({
    persona: personaNombrada("a quién se designa: nombre o clave"),
    calidad: calidadOption,
    desde: desdeOption("primer día de la designación"),
    institucion: institucionNombrada("por cuál institución, si representa a una").optional(),
    oficio: oficioOption.optional(),
    hasta: hastaOption("último día, si consta").optional(),
  }),
  form: {
    title: "Registrar una designación",
    submit: "Registrar",
    fields: ["persona", "calidad", "institucion", "oficio", "desde", "hasta"],
    prepare: async ({ organo, hoy }, { persona = "", institucion = "" }): Promise<FormStart> => ({
      values: { persona, institucion, desde: hoy },
      intro: `Órgano ${organo.nombreCorto}. La persona ya está en el directorio; si no, agréguela antes o registre el relevo.`,
    }),
  },
  async run(context, { persona: typed, calidad, desde, institucion, oficio = null, hasta = null }) {
    const { organo } = context
    const found = await personaDe(context, "persona", typed)
    if (found.kind === "problema") return found
    const por = await porCual(context, calidad, institucion)
    if (por.kind === "problema") return por
    const result = await enSuNombre(context, (registro) =>
      registrarDesignacion(registro, {
        personaId: found.item.id,
        organoId: organo.id,
        institucionId: por.item?.id ?? null,
        calidad,
        oficio,
        desde,
        hasta,
      }),
    )
    if (result.kind === "reparo") return problemasDe(result.reparo)
    return { card: designacionCard(found.item, result.valor, por.item) }
  },
})

/** The institution that was named; one is needed for whoever speaks for one. */
async function porCual(
  context: CommandContext,
  calidad: Calidad,
  typed: string | undefined,
): Promise<Encontrada<Institucion | null>> {
  if (typed !== undefined && typed !== "") return institucionDe(context, "institucion", typed)
  return hablaPorInstitucion(calidad)
    ? { kind: "problema", ...problemasDe({ campo: "institucion", kind: "falta_institucion" }) }
    : { kind: "una", item: null }
}

export const directorioDesignacionTerminarCommand = defineCommand({
  name: "directorio",
  subcommand: "designacion-terminar",
  synonyms: ["terminar designacion", "baja"],
  summary: "Registra el último día de una designación",
  audience: "secretaria_tecnica",
  options: z.object({
    persona: personaNombrada("de quién es la designación: nombre o clave"),
    hasta: hastaOption("último día de la designación"),
    calidad: calidadOption.optional(),
    institucion: institucionNombrada("por cuál institución, si tiene varias").optional(),
  }),
  form: {
    title: "Término de una designación",
    submit: "Continuar",
    fields: ["persona", "hasta", "calidad", "institucion"],
    prepare: async ({ hoy }, { persona = "" }): Promise<FormStart> => ({
      values: { persona, hasta: hoy },
      intro:
        "Antes de registrarlo se le muestra qué termina. Si otra persona llega en su lugar, use el relevo.",
    }),
  },
  async run(context, { persona: typed, hasta, calidad, institucion }) {
    const found = await personaDe(context, "persona", typed)
    if (found.kind === "problema") return found
    const puestos = await puestosPorTerminar(context, found.item, { calidad, institucion })
    const [uno, otro] = puestos
    if (uno === undefined)
      return {
        problems: [
          { field: "persona", message: "No tiene en este órgano una designación así que pueda terminar." },
        ],
      }
    if (otro !== undefined) return cualPuesto(cualDesignacionCard(found.item, puestos), puestos)
    if (!context.confirmed)
      return {
        question: {
          card: confirmarTerminoCard(found.item, uno, hasta),
          answers: [{ label: "Registrar el término", values: {}, confirms: true }],
        },
      }
    const { designacion } = uno
    const result = await enSuNombre(context, (registro) =>
      terminarDesignacion(registro, designacion, { hasta, hoy: context.hoy }),
    )
    if (result.kind === "reparo") return problemasDe(result.reparo)
    return { card: designacionTerminadaCard(found.item, result.valor, uno.institucion) }
  },
})

/** Asks which of a person's posts is meant. */
export function cualPuesto(card: Card, puestos: readonly DesignacionConInstitucion[]): Reply {
  const answers = puestos.slice(0, 5).map((uno) => ({
    label: designacionEnPalabras(uno),
    values: {
      calidad: uno.designacion.calidad,
      ...(uno.institucion === null ? {} : { institucion: uno.institucion.siglas }),
    },
    confirms: false,
  }))
  return { question: { card, answers } }
}
