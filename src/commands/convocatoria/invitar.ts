import { z } from "zod"
import {
  type Invitada,
  invitadasDe,
  invitarAlPunto,
  retirarInvitacion,
} from "../../app/convocatoria/invitaciones.ts"
import { invitadasCard } from "../../cards/convocatoria/invitacion.ts"
import { institucionQueResponde } from "../../cards/convocatoria/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { cualInstitucion, institucionNombrada } from "../opciones/institucion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada, sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const sesion = sesionNombrada("clave de la sesión")
const punto = z.coerce.number().int().min(1).max(200).meta({
  summary: "lugar del punto en la lista del orden del día",
  label: "Punto",
})
const institucion = institucionNombrada("siglas de la institución invitada")

export const sesionInvitacionesCommand = defineCommand({
  name: "sesion",
  subcommand: "invitacion-lista",
  synonyms: ["invitaciones", "invitados especiales"],

  frases: ["invitados|invitadas|invitaciones", "quien* invit*"],
  summary: "Qué instituciones están invitadas a qué punto de la sesión",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const pedida = await sesionPedida(context, options.sesion, "sesion.invitacion-lista", (todas) =>
      proximaSesion(todas, context.hoy),
    )
    if (pedida.kind === "card") return pedida
    return lista(
      context,
      pedida.sesion,
      "Cada una conoce solo el punto al que se le invita, cuando se convoca.",
    )
  },
})

export const sesionInvitarCommand = defineCommand({
  name: "sesion",
  subcommand: "invitar",
  synonyms: ["invitacion", "invitado especial"],

  frases: ["invita|invitar|invitemos|inviten #institucion|punto|$sesion|#sesion"],
  summary: "Invita a una institución a un solo punto de la sesión, con voz y sin voto",
  audience: "secretaria_tecnica",
  options: z.object({ sesion, punto, institucion }),
  form: {
    title: "Invitar a un punto",
    submit: "Invitar",
    fields: ["punto", "institucion"],
    prepare: async (_context, given) => ({
      values: given,
      intro:
        "La institución conocerá la fecha, el lugar y ese punto con sus documentos; nada más de la sesión.",
    }),
  },
  run: (context, options) =>
    conInstitucion(context, options, "sesion.invitar", async (una, invitada) => {
      const pedido = { lugar: options.punto, institucion: invitada }
      return dicho(context, una, invitada, await invitarAlPunto(actuacionOf(context), una, pedido))
    }),
})

export const sesionInvitacionRetirarCommand = defineCommand({
  name: "sesion",
  subcommand: "invitacion-retirar",
  synonyms: [],
  summary: "Retira la invitación de una institución a un punto",
  audience: "secretaria_tecnica",
  options: z.object({ sesion, punto, institucion }),
  form: {
    title: "Retirar invitación",
    submit: "Retirar",
    fields: ["punto", "institucion"],
    prepare: async (_context, given) => ({ values: given, intro: "Dejará de ver el punto." }),
  },
  run: (context, options) =>
    conInstitucion(context, options, "sesion.invitacion-retirar", async (una, invitada) => {
      const pedido = { lugar: options.punto, institucion: invitada }
      return dicho(context, una, invitada, await retirarInvitacion(actuacionOf(context), una, pedido))
    }),
})

async function conInstitucion(
  context: CommandContext,
  pedido: { readonly sesion: string; readonly institucion: string },
  command: string,
  then: (sesion: Sesion, institucion: Institucion) => Promise<Reply>,
): Promise<Reply> {
  const pedida = await sesionPedida(context, pedido.sesion, command)
  if (pedida.kind === "card") return pedida
  const todas = await context.data.read.instituciones.all()
  const found = soloExacta(buscarInstitucion(pedido.institucion, todas))
  if (found.kind === "una") return then(pedida.sesion, found.item)
  const dudosas = found.kind === "varias" ? found.items : found.parecidas
  if (dudosas.length > 0) return cualInstitucion(context, pedida.sesion, dudosas)
  return { card: institucionQueResponde(pedida.sesion, []) }
}

async function dicho(
  context: CommandContext,
  una: Sesion,
  { siglas }: Institucion,
  result: Invitada,
): Promise<Reply> {
  switch (result.kind) {
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(context.organo, result.sesion, "cambiar las invitaciones de") }
    case "sin_punto":
      return {
        problems: [{ field: "punto", message: `no es un lugar de la lista: hay ${result.total} puntos` }],
      }
    case "invitada":
      return lista(context, una, `Se invitó a ${siglas} a «${result.punto.titulo}».`)
    case "ya_estaba":
      return lista(context, una, `${siglas} ya estaba invitada a «${result.punto.titulo}».`)
    case "retirada":
      return lista(context, una, `Se retiró la invitación de ${siglas} a «${result.punto.titulo}».`)
    case "no_estaba":
      return lista(context, una, `${siglas} no estaba invitada a «${result.punto.titulo}».`)
  }
}

async function lista({ data, organo }: CommandContext, una: Sesion, hecho: string): Promise<Reply> {
  return { card: invitadasCard({ ...(await invitadasDe(data.fresh, organo, una)), hecho }), replaces: true }
}
