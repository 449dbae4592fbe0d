import { z } from "zod"
import {
  agregarInstitucion,
  renombrarInstitucion,
  sucederInstitucion,
} from "../../app/directorio/institucion.ts"
import {
  institucionAgregadaCard,
  institucionRenombradaCard,
  institucionSucedidaCard,
} from "../../cards/directorio/registrada.ts"
import { LARGOS } from "../../domain/directorio/claves.ts"
import { type CommandContext, defineCommand, type FormStart } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { enSuNombre, problemasDe } from "./acto.ts"
import { institucionDe } from "./encontrar.ts"
import {
  desdeOption,
  hastaOption,
  nombreInstitucionOption,
  ordenOption,
  rolOption,
  siglasOption,
  votoOption,
} from "./opciones.ts"

export const directorioInstitucionAgregarCommand = defineCommand({
  name: "directorio",
  subcommand: "institucion-agregar",
  synonyms: ["agregar institucion", "nueva institucion"],
  summary: "Agrega una institución al directorio, con su asiento en el órgano",
  audience: "secretaria_tecnica",
  options: z.object({
    siglas: siglasOption("siglas con las que se le conoce"),
    nombre: nombreInstitucionOption("nombre oficial completo"),
    voto: votoOption.optional(),
    rol: rolOption.optional(),
    orden: ordenOption.optional(),
    desde: desdeOption("primer día de su asiento; si falta, desde siempre").optional(),
    alias: textoLibre({
      summary: "otros nombres con los que se le busca, uno por renglón",
      label: "Otros nombres",
      max: 1_000,
      parrafo: true,
    }).optional(),
  }),
  form: {
    title: "Agregar una institución",
    submit: "Agregar",
    fields: ["siglas", "nombre", "voto", "rol", "orden", "desde", "alias"],
    prepare: async ({ organo }) => ({
      values: { rol: "integrante" },
      intro: `Se registra en el directorio. Con «Voto» se registra también su asiento en el órgano ${organo.nombreCorto}; sin él, solo la institución.`,
    }),
  },
  async run(context, { siglas, nombre, voto, rol = "integrante", orden = null, desde = null, alias = "" }) {
    const { organo } = context
    const nombres = alias.split("\n").flatMap((uno) => uno.trim() || [])
    if (nombres.some((uno) => uno.length > LARGOS.institucion))
      return problemasDe({ campo: "alias", kind: "largo", maximo: LARGOS.institucion })
    const asiento =
      voto === undefined ? null : { organoId: organo.id, conVoto: voto === "con_voto", rol, orden, desde }
    const result = await enSuNombre(context, (registro) =>
      agregarInstitucion(registro, { siglas, nombre, alias: nombres }, asiento),
    )
    if (result.kind === "reparo") return problemasDe(result.reparo)
    const { institucion, asiento: suyo } = result.valor
    return { card: institucionAgregadaCard(organo, institucion, suyo) }
  },
})

export const directorioInstitucionRenombrarCommand = defineCommand({
  name: "directorio",
  subcommand: "institucion-renombrar",
  synonyms: ["renombrar", "renombrar institucion"],
  summary: "Registra el nuevo nombre o las nuevas siglas de una institución",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion: institucionNombrada("qué institución cambió de nombre"),
    desde: desdeOption("primer día con el nuevo nombre"),
    siglas: siglasOption("siglas nuevas; si faltan, las mismas").optional(),
    nombre: nombreInstitucionOption("nombre nuevo; si falta, el mismo").optional(),
  }),
  form: {
    title: "Nuevo nombre",
    submit: "Registrar",
    fields: ["institucion", "siglas", "nombre", "desde"],
    prepare: (context, given) => conSuNombre(context, given.institucion ?? ""),
  },
  async run(context, { institucion: typed, desde, siglas, nombre }) {
    const found = await institucionDe(context, "institucion", typed)
    if (found.kind === "problema") return found
    const { item } = found
    const result = await enSuNombre(context, (registro) =>
      renombrarInstitucion(registro, item, {
        siglas: siglas ?? item.siglas,
        nombre: nombre ?? item.nombre,
        desde,
        hoy: context.hoy,
      }),
    )
    if (result.kind === "reparo") return problemasDe(result.reparo)
    return { card: institucionRenombradaCard(item, result.valor, desde) }
  },
})

/** What it is called now, to be written over. */
async function conSuNombre(context: CommandContext, typed: string): Promise<FormStart> {
  const intro =
    "El nombre anterior se conserva hasta el día previo: lo de entonces se sigue mostrando como se llamaba."
  const found = typed === "" ? null : await institucionDe(context, "institucion", typed)
  if (found?.kind !== "una") return { values: {}, intro }
  const { siglas, nombre } = found.item
  return { values: { institucion: siglas, siglas, nombre }, intro }
}

export const directorioInstitucionSucesoraCommand = defineCommand({
  name: "directorio",
  subcommand: "institucion-sucesora",
  synonyms: ["fusionar", "fusionar instituciones", "sucesora"],
  summary: "Registra qué institución sucede a otra, o en cuál se fusiona, y desde cuándo",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion: institucionNombrada("institución que deja de existir"),
    sucesora: institucionNombrada("institución que la sucede"),
    hasta: hastaOption("último día de la que deja de existir"),
  }),
  form: {
    title: "Sucesión de una institución",
    submit: "Registrar",
    fields: ["institucion", "sucesora", "hasta"],
    prepare: async () => ({
      values: {},
      intro:
        "Si la sucesora no está en el directorio, agréguela antes. Varias instituciones pueden tener la misma sucesora: así se registra una fusión. Lo que aún debe pasa a la sucesora, y se avisa a ambas.",
    }),
  },
  async run(context, { institucion, sucesora, hasta }) {
    const una = await institucionDe(context, "institucion", institucion)
    if (una.kind === "problema") return una
    const otra = await institucionDe(context, "sucesora", sucesora)
    if (otra.kind === "problema") return otra
    const result = await enSuNombre(context, (registro) =>
      sucederInstitucion(registro, una.item, { sucesora: otra.item, hasta }),
    )
    if (result.kind === "reparo") return problemasDe(result.reparo)
    return { card: institucionSucedidaCard(una.item, otra.item, hasta, result.valor.heredados) }
  },
})
