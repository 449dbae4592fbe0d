import { z } from "zod"
import { verCalendario } from "../../app/calendario/ver.ts"
import { leerCalendarios } from "../../app/inhabil/calendarios.ts"
import { type PedidoInhabiles, prepararInhabiles } from "../../app/regla/inhabiles.ts"
import { registrarInhabiles } from "../../app/regla/registrar-inhabiles.ts"
import { unaMirada } from "../../app/regla/una-mirada.ts"
import {
  inhabilesCard,
  inhabilesPorConfirmarCard,
  inhabilesRegistradosCard,
  inhabilesSinCambioCard,
  reparoDeDias,
} from "../../cards/regla/inhabiles.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import { leerDias } from "../../domain/tiempo/fecha-escrita/varios-dias.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import { enumerar } from "../../texts/plurales.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const MESES = Array.from({ length: 12 }, (_, i) => i + 1)

export const plenariaInhabilesCommand = defineCommand({
  name: "plenaria",
  subcommand: "inhabiles",
  synonyms: ["dias inhabiles", "festivos", "feriados", "vacaciones"],

  frases: ["inhabiles|festivos|feriados|vacaciones lista|todos|ano|registrados|calendario_oficial"],
  summary: "Días inhábiles de un año: de ley, del órgano y de su institución",
  audience: "todas",
  acts: false,
  options: z.object({
    anio: z.coerce
      .number()
      .int()
      .min(2006)
      .max(2100)
      .optional()
      .meta({ summary: "año, por ejemplo: 2027; si falta, el actual", label: "Año" }),
  }),
  async run({ actor, organo, hoy, data, puede }, { anio = Number(hoy.slice(0, 4)) }) {
    const meses = await Promise.all(
      MESES.map((mes) => verCalendario({ read: data.read, actor, organo }, { anio, mes })),
    )
    const dias = meses.flatMap(({ inhabiles }) => inhabiles)
    return { card: inhabilesCard(organo, anio, dias, { registra: puede("plenaria.inhabil-agregar") }) }
  },
})

const dias = (que: string) =>
  textoLibre({
    summary: `${que}, uno o un periodo por renglón, por ejemplo: del 17 al 31 de diciembre`,
    label: "Días",
    max: 2_000,
    parrafo: true,
  })
const institucion = institucionNombrada("siglas, si son de una institución; vacío, del órgano").optional()
const segun = textoLibre({
  summary: "qué lo dice: publicación, acuerdo u oficio",
  label: "Según",
  min: 3,
  max: 300,
}).optional()

const INTRO = "Antes de registrarlos se le muestra qué avisos y plazos se recorren."

export const plenariaInhabilAgregarCommand = defineCommand({
  name: "plenaria",
  subcommand: "inhabil-agregar",
  synonyms: ["agregar inhabil", "agregar inhabiles", "registrar inhabiles"],

  frases: ["$anotar|declara*|pon inhabil|inhabiles|festivo|dia_de_asueto|puente|vacaciones #fecha?"],
  summary: "Registra días inhábiles del órgano o de una institución, con su motivo",
  audience: "por_institucion",
  options: z.object({
    dias: dias("días inhábiles"),
    motivo: textoLibre({ summary: "por qué no son hábiles", label: "Motivo", min: 3, max: 200 }),
    segun,
    institucion,
  }),
  form: {
    title: "Registrar días inhábiles",
    submit: "Revisar",
    fields: ["dias", "motivo", "segun", "institucion"],
    prepare: async (context) => ({ values: await propia(context), intro: INTRO }),
  },
  run: (context, opciones) => cambiar(context, "agregar", opciones),
})

export const plenariaInhabilQuitarCommand = defineCommand({
  name: "plenaria",
  subcommand: "inhabil-quitar",
  synonyms: ["quitar inhabil", "quitar inhabiles"],

  frases: ["$quitar inhabil|inhabiles|festivo"],
  summary: "Quita días inhábiles que se registraron, con su motivo",
  audience: "por_institucion",
  options: z.object({
    dias: dias("días que sí son hábiles"),
    motivo: textoLibre({
      summary: "por qué se quitan; constará en el registro",
      label: "Motivo",
      min: 3,
      max: 200,
    }),
    segun,
    institucion,
  }),
  form: {
    title: "Quitar días inhábiles",
    submit: "Revisar",
    fields: ["dias", "motivo", "segun", "institucion"],
    prepare: async (context) => ({ values: await propia(context), intro: INTRO }),
  },
  run: (context, opciones) => cambiar(context, "quitar", opciones),
})

interface Opciones {
  readonly dias: string
  readonly motivo: string
  readonly segun?: string | undefined
  readonly institucion?: string | undefined
}

async function cambiar(
  context: CommandContext,
  acto: PedidoInhabiles["acto"],
  opciones: Opciones,
): Promise<Reply> {
  const { data, organo, hoy, now, plataformas, alcance, confirmed } = context
  const { organo: inhabiles } = await leerCalendarios(
    data.read,
    organo,
    sumarDias(hoy, -400),
    sumarDias(hoy, 800),
  )
  const leidos = leerDias(opciones.dias, { hoy, inhabiles, zona: organo.zona })
  if (leidos.kind === "ilegible")
    return { problems: [{ field: "dias", message: reparoDeDias(leidos.renglon, leidos.razon) }] }
  const deQuien = await institucionPedida(context, opciones.institucion)
  if ("reparo" in deQuien) return { problems: [{ field: "institucion", message: deQuien.reparo }] }
  const pedido: PedidoInhabiles = {
    acto,
    dias: leidos.dias,
    institucion: deQuien.institucion,
    motivo: opciones.motivo,
    fuente: opciones.segun ?? null,
  }
  if (confirmed) {
    const filas = await registrarInhabiles(actuacionOf(context), pedido, { avisa: alcance === "propio" })
    if (filas.length === 0) return { card: inhabilesSinCambioCard(organo, acto), replaces: true }
    const cuales = filas.map(({ fecha }) => fecha)
    return { card: inhabilesRegistradosCard({ ...pedido, organo, dias: cuales }), replaces: true }
  }
  const preparados = await prepararInhabiles({ read: unaMirada(data.read), organo, hoy, now }, pedido)
  if (preparados === null) return { card: inhabilesSinCambioCard(organo, acto) }
  const label = acto === "agregar" ? "Registrar los días" : "Quitar los días"
  return {
    question: {
      card: inhabilesPorConfirmarCard(preparados, plataformas),
      answers: [{ label, values: { dias: leidos.dias.join("\n") }, confirms: true }],
    },
  }
}

/** Whoever answers for one institution means that one. */
async function propia(context: CommandContext): Promise<Readonly<Record<string, string>>> {
  const [sola, ...otras] = await propias(context)
  return context.alcance === "propio" && sola && otras.length === 0 ? { institucion: sola.siglas } : {}
}

async function propias({ actor, organo, data }: CommandContext): Promise<readonly Institucion[]> {
  const ids = institucionesDe(actor, organo.id)
  return (await data.read.instituciones.all()).filter(({ id }) => ids.includes(id))
}

async function institucionPedida(
  context: CommandContext,
  typed: string | undefined,
): Promise<{ readonly institucion: Institucion | null } | { readonly reparo: string }> {
  const { data, organo, hoy, alcance } = context
  const suyas = alcance === "propio" ? await propias(context) : null
  if (typed === undefined) {
    if (suyas === null) return { institucion: null }
    const [sola, ...otras] = suyas
    return sola && otras.length === 0
      ? { institucion: sola }
      : { reparo: `Diga de cuál institución: ${enumerar(suyas.map(({ siglas }) => siglas))}.` }
  }
  const integrantes = await data.read.organos.integrantes(organo.id, hoy)
  const posibles =
    suyas ??
    (await data.read.instituciones.all()).filter(({ id }) =>
      integrantes.some(({ institucionId }) => institucionId === id),
    )
  const found = soloExacta(buscarInstitucion(typed, posibles))
  if (found.kind === "una") return { institucion: found.item }
  const cuales = suyas === null ? "que integre el órgano" : "por la que usted responda"
  return { reparo: `No corresponde a una institución ${cuales}. Escriba sus siglas.` }
}
