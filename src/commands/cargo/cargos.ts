import { z } from "zod"
import { registrarCargo } from "../../app/cargo/registrar.ts"
import { cargosCard } from "../../cards/cargo/cargos.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import { conEjemplo } from "../../texts/ejemplos.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { siglasDeEjemplo } from "../opciones/ejemplos.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const plenariaCargosCommand = defineCommand({
  name: "plenaria",
  subcommand: "cargos",
  synonyms: ["coordinaciones", "quien coordina"],

  frases: [
    "quien coordin*|presid*|dirige|encabeza|lleva|conduce !telefono",
    "coordinacion|coordinaciones|coordinador|coordinadora|cargos !registra*",
    "quien es|esta presidente|presidenta|secretari*tecnic*|coordinador*|secretariatecnica",
    "quien #suborgano",
  ],
  summary: "Cargos del órgano que tienen las instituciones, con su periodo",
  audience: "todas",
  acts: false,
  options: z.object({}),
  run: (context) => cargos(context, null),
})

/** An election gives a post to an institution, not to a person (as the coordination of the Subcomisión Consultiva). */
export const plenariaCargoRegistrarCommand = defineCommand({
  name: "plenaria",
  subcommand: "cargo-registrar",
  synonyms: ["registrar cargo"],

  frases: ["$anotar cargo|coordinacion #institucion?"],
  summary: "Registra el cargo que una institución tendrá por un periodo",
  audience: "secretaria_tecnica",
  options: z.object({
    cargo: textoLibre({
      summary: "nombre del cargo, como constará",
      label: "Cargo",
      min: 5,
      max: 200,
    }),
    institucion: institucionNombrada("siglas de la institución"),
    desde: fechaEscrita({
      summary: "primer día del periodo, por ejemplo: 1 de enero",
      label: "Desde",
      pasado: true,
    }),
    hasta: fechaEscrita({
      summary: "último día del periodo, por ejemplo: 31 de diciembre",
      label: "Hasta",
      pasado: true,
    }),
  }),
  form: {
    title: "Registrar un cargo",
    submit: "Registrar",
    fields: ["cargo", "institucion", "desde", "hasta"],
    prepare: async () => ({
      values: {},
      intro: "El cargo es de la institución. Se le recordará a la Secretaría Técnica antes de que termine.",
    }),
  },
  async run(context, { cargo: nombre, institucion: typed, desde, hasta }) {
    if (hasta < desde)
      return { problems: [{ field: "hasta", message: "El último día debe ser posterior al primero." }] }
    const found = soloExacta(buscarInstitucion(typed, await context.data.read.instituciones.all()))
    if (found.kind !== "una") {
      const que = found.kind === "ninguna" ? "No corresponde a ninguna institución." : "No es claro cuál es."
      const message = `${que} ${conEjemplo("Escriba sus siglas", await siglasDeEjemplo(context))}`
      return { problems: [{ field: "institucion", message }] }
    }
    const result = await registrarCargo(actuacionOf(context), found.item, { nombre, desde, hasta })
    if (result.kind === "ocupado") {
      const message = `Ese cargo ya está registrado del ${fechaMedia(result.por.desde)} al ${fechaMedia(result.por.hasta)}.`
      return { problems: [{ field: "desde", message }] }
    }
    return cargos(context, `Se registró: ${nombre}, ${found.item.siglas}.`)
  },
})

async function cargos({ data, organo, puede, hoy }: CommandContext, aviso: string | null): Promise<Reply> {
  const [todos, instituciones] = await Promise.all([
    data.fresh.cargos.list(organo.id),
    data.read.instituciones.all(),
  ])
  const porId = new Map(instituciones.map((una) => [una.id, una]))
  const registra = puede("plenaria.cargo-registrar")
  return { card: cargosCard(organo, todos, porId, { hoy, registra, aviso }) }
}
