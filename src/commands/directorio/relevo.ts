import { z } from "zod"
import { puestosPorTerminar } from "../../app/directorio/puestos.ts"
import { type PedidoRelevo, relevar } from "../../app/directorio/relevo.ts"
import { tocayas } from "../../app/directorio/solicitar.ts"
import { cualDesignacionCard, mismaPersonaCard } from "../../cards/directorio/pregunta.ts"
import { confirmarRelevoCard, relevoPronto, relevoRegistradoCard } from "../../cards/directorio/relevo.ts"
import type { Persona } from "../../domain/tipos/directorio.ts"
import { type CommandContext, defineCommand, type FormStart, type Reply } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { problemasDe } from "./acto.ts"
import { cualPuesto } from "./designacion.ts"
import { personaDe } from "./encontrar.ts"
import {
  calidadOption,
  cargoOption,
  desdeOption,
  nombreOption,
  oficioOption,
  personaNombrada,
  tituloOption,
} from "./opciones.ts"

const homonimiaOption = z.enum(["misma", "otra"]).meta({
  summary: "si ya hay alguien con ese nombre: si es la misma persona",
  labels: { misma: "Es la misma persona", otra: "Es otra persona" },
})

export const directorioRelevoCommand = defineCommand({
  name: "directorio",
  subcommand: "relevo",
  synonyms: ["relevar", "sustituir"],

  frases: ["relev*|sustituy*|reemplaz* enlace|titular|suplente|persona", "cambia|cambiar|registra relevo"],
  summary: "Registra en un acto quién deja un cargo y quién llega en su lugar",
  audience: "secretaria_tecnica",
  options: z.object({
    sale: personaNombrada("quién deja el cargo: nombre o clave", "Quién se va"),
    nombre: nombreOption("nombre completo de quien llega, sin título", "Quién llega"),
    fecha: desdeOption("primer día de quien llega; quien se va termina el día anterior"),
    titulo: tituloOption.optional(),
    cargo: cargoOption.optional(),
    oficio: oficioOption.optional(),
    calidad: calidadOption.optional(),
    institucion: institucionNombrada("por cuál institución, si quien se va representa a varias").optional(),
    homonimia: homonimiaOption.optional(),
  }),
  form: {
    title: "Relevo",
    submit: "Continuar",
    fields: ["sale", "nombre", "titulo", "cargo", "oficio", "fecha"],
    prepare: async ({ hoy }, { sale = "" }): Promise<FormStart> => ({
      values: { sale, fecha: hoy },
      intro:
        "Quien llega toma la calidad y la institución de quien se va. Antes de registrarlo se le muestra todo.",
    }),
  },
  async run(context, options): Promise<Reply> {
    const {
      sale: typed,
      nombre,
      fecha: desde,
      titulo = null,
      cargo = null,
      oficio = null,
      homonimia,
    } = options
    const sale = await personaDe(context, "sale", typed)
    if (sale.kind === "problema") return sale
    const puestos = await puestosPorTerminar(context, sale.item, options)
    const [puesto, otro] = puestos
    if (puesto === undefined)
      return {
        problems: [
          { field: "sale", message: "No tiene en este órgano una designación que pueda relevarse." },
        ],
      }
    if (otro !== undefined) return cualPuesto(cualDesignacionCard(sale.item, puestos), puestos)
    if (desde <= puesto.designacion.desde)
      return { problems: [{ field: "fecha", message: relevoPronto(puesto.designacion.desde) }] }
    const llegada = await quienLlega(context, nombre, homonimia)
    if (!("registrada" in llegada)) return llegada
    const { registrada } = llegada
    const pedido: PedidoRelevo = {
      sale: sale.item,
      puesto,
      llega: registrada ?? { nombre, titulo, cargo },
      oficio,
      desde,
      registrada,
      esOtra: homonimia === "otra",
    }
    if (!context.confirmed)
      return {
        question: {
          card: confirmarRelevoCard(pedido),
          answers: [{ label: "Registrar el relevo", values: {}, confirms: true }],
        },
      }
    const result = await relevar(actuacionOf(context), pedido)
    if (result.kind === "reparo")
      return problemasDe(result.reparo, {
        desde: "fecha",
        hasta: "fecha",
        persona: "nombre",
        clave: "nombre",
      })
    return { card: relevoRegistradoCard(pedido, result.valor.llega, result.valor.conCuenta) }
  },
})

/** Somebody on record, if it was said that they are the same; otherwise who has that name is asked about. */
async function quienLlega(
  { data }: CommandContext,
  nombre: string,
  homonimia: "misma" | "otra" | undefined,
): Promise<Reply | { readonly registrada: Persona | null }> {
  const [tocaya, otra] = homonimia === "otra" ? [] : await tocayas(data.fresh, { nombre })
  if (tocaya === undefined) return { registrada: null }
  if (homonimia === "misma" && otra === undefined) return { registrada: tocaya }
  if (homonimia === "misma") {
    const message = "Hay varias personas con ese nombre: registre la designación con la clave de quien llega."
    return { problems: [{ field: "nombre", message }] }
  }
  const answers = (["misma", "otra"] as const).map((cual) => ({
    label: cual === "misma" ? "Es la misma persona" : "Es otra persona",
    values: { homonimia: cual },
    confirms: false,
  }))
  return { question: { card: mismaPersonaCard(tocaya), answers } }
}
