import { z } from "zod"
import { cambiarAsiento, registrarAsiento } from "../../app/directorio/asiento.ts"
import type { Hecho, Registro } from "../../app/directorio/registro.ts"
import { asientoCard } from "../../cards/directorio/registrada.ts"
import { LARGOS } from "../../domain/directorio/claves.ts"
import type { Institucion, Integrante } from "../../domain/tipos/directorio.ts"
import { type CommandContext, defineCommand, type FormStart } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { enSuNombre, problemasDe } from "./acto.ts"
import { institucionDe } from "./encontrar.ts"
import { desdeOption, hastaOption, ordenOption, rolOption, votoOption } from "./opciones.ts"

export const directorioAsientoCommand = defineCommand({
  name: "directorio",
  subcommand: "asiento",
  synonyms: ["asiento registrar", "cambiar asiento"],
  summary: "Registra o cambia el asiento de una institución: voto, papel, lugar y periodo",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion: institucionNombrada("de qué institución es el asiento"),
    voto: votoOption,
    rol: rolOption.optional(),
    orden: ordenOption.optional(),
    desde: desdeOption("primer día del asiento; si falta, desde siempre").optional(),
    hasta: hastaOption("último día del asiento; si falta, sin término").optional(),
    fundamento: textoLibre({
      summary: "norma u oficio que le da el asiento",
      label: "Fundamento",
      max: LARGOS.fundamento,
    }).optional(),
  }),
  form: {
    title: "Asiento en el órgano",
    submit: "Registrar",
    fields: ["institucion", "voto", "rol", "orden", "desde", "hasta", "fundamento"],
    prepare: (context, given) => comoEsta(context, given.institucion ?? ""),
  },
  async run(context, { institucion: typed, voto, ...given }) {
    const { organo } = context
    const found = await institucionDe(context, "institucion", typed)
    if (found.kind === "problema") return found
    const { item } = found
    const pedido = { ...given, conVoto: voto === "con_voto" }
    const result = await enSuNombre(context, (registro) => asentarse(registro, context, item, pedido))
    return result.kind === "reparo"
      ? problemasDe(result.reparo)
      : { card: asientoCard(organo, item, result.valor) }
  },
})

type Pedido = Pick<Integrante, "conVoto"> & {
  readonly [Campo in "rol" | "orden" | "desde" | "hasta" | "fundamento"]?:
    | NonNullable<Integrante[Campo]>
    | undefined
}

/** The seat that it has today is changed; without one, or from another first day on, there is a new one. */
async function asentarse(
  registro: Registro,
  { organo, hoy, filledIn }: CommandContext,
  institucion: Institucion,
  { conVoto, rol, orden, desde, hasta, fundamento }: Pedido,
): Promise<Hecho<Integrante>> {
  const actual = await asientoDe(registro.repositories.organos, organo.id, institucion.id, hoy)
  if (actual === null || (desde !== undefined && desde !== actual.desde))
    return registrarAsiento(registro, institucion, {
      organoId: organo.id,
      conVoto,
      rol: rol ?? "integrante",
      orden: orden ?? null,
      fundamento: fundamento ?? null,
      desde: desde ?? null,
      hasta: hasta ?? null,
    })
  // What is left empty in the form is taken away; what is not written stays.
  const left = <T>(value: T | null) => (filledIn ? null : value)
  return cambiarAsiento(registro, actual, {
    conVoto,
    rol: rol ?? actual.rol,
    orden: orden ?? left(actual.orden),
    fundamento: fundamento ?? left(actual.fundamento),
    hasta: hasta ?? left(actual.hasta),
  })
}

async function asientoDe(
  organos: CommandContext["data"]["read"]["organos"],
  organoId: string,
  institucionId: string,
  hoy: string,
): Promise<Integrante | null> {
  const asientos = await organos.integrantes(organoId, hoy)
  return asientos.find((uno) => uno.institucionId === institucionId) ?? null
}

async function comoEsta(context: CommandContext, typed: string): Promise<FormStart> {
  const { organo, data, hoy } = context
  const intro = `Asiento en el órgano ${organo.nombreCorto}. El voto es de la institución, no de la persona. Deje vacío lo que no conste.`
  const found = typed === "" ? null : await institucionDe(context, "institucion", typed)
  if (found?.kind !== "una") return { values: { rol: "integrante" }, intro }
  const { siglas, id } = found.item
  const actual = await asientoDe(data.read.organos, organo.id, id, hoy)
  if (actual === null) return { values: { institucion: siglas, rol: "integrante" }, intro }
  const { conVoto, rol, orden, desde, hasta, fundamento } = actual
  return {
    values: {
      institucion: siglas,
      voto: conVoto ? "con_voto" : "sin_voto",
      rol,
      orden: orden === null ? "" : String(orden),
      desde: desde ?? "",
      hasta: hasta ?? "",
      fundamento: fundamento ?? "",
    },
    intro,
  }
}
