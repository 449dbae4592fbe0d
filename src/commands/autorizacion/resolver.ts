import { z } from "zod"
import { vistaAutorizacion } from "../../app/autorizacion/leer.ts"
import { type Resolucion, resolverAutorizacion } from "../../app/autorizacion/resolver.ts"
import { deshacerCancelacion } from "../../app/desahogo/deshacer.ts"
import { nadaPorAutorizarCard, resueltaCard } from "../../cards/autorizacion/respuesta.ts"
import { autorizacionVerCard } from "../../cards/autorizacion/solicitud.ts"
import type { Card } from "../../cards/card.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { preside } from "../../domain/visibilidad/visibilidad.ts"
import { type CommandContext, defineCommand, type FormSpec, type Reply } from "../definition/definition.ts"
import { constanciaDe, constanciaOption, medioOption } from "../opciones/autorizacion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada, sesionTexto } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** What waits for the presidencia: its text, and the answers to it. A button names the text that was seen. */

const sesion = sesionNombrada("clave de la sesión")

export const sesionAutorizacionVerCommand = defineCommand({
  name: "sesion",
  subcommand: "autorizacion-ver",
  synonyms: ["autorizacion", "por autorizar"],

  frases: [
    "por_autorizar",
    "ya autoriz*|firmo|aprobo presidencia|presidente|presidenta?",
    "autorizacion|autorizaciones",
    "falta* autoriz*",
  ],
  summary: "Qué espera la autorización de la Presidencia, con el texto que saldría",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const pedida = await sesionPedida(
      context,
      options.sesion,
      "sesion.autorizacion-ver",
      laQueEspera(await esperan(context)),
    )
    return pedida.kind === "card" ? pedida : { card: await ver(context, pedida.sesion) }
  },
})

export const sesionAutorizarCommand = defineCommand({
  name: "sesion",
  subcommand: "autorizar",
  synonyms: ["autorizo"],

  frases: [
    "autorizo|autorizado|autorizada|autoriza|autorizar|autorizamos !ya !falta* !#pregunta",
    "visto_bueno|vobo doy|tiene|va?",
  ],
  summary: "Autoriza lo que espera a la Presidencia; primero muestra el texto que saldría",
  audience: "presidencia",
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const pedida = await sesionPedida(
      context,
      options.sesion,
      "sesion.autorizar",
      laQueEspera(await esperan(context)),
    )
    if (pedida.kind === "card") return pedida
    const { marca } = pedida
    // What was not seen is not authorised.
    if (marca === null) return { card: await ver(context, pedida.sesion) }
    return responder(context, pedida.sesion, marca, { kind: "autorizar", constancia: null })
  },
})

export const sesionAutorizacionDevolverCommand = defineCommand({
  name: "sesion",
  subcommand: "autorizacion-devolver",
  synonyms: [],

  frases: ["devuelv*|regres*|no_autorizo convocatoria|resumen|comunicado|orden_del_dia"],
  summary: "Devuelve a la Secretaría Técnica lo que se le pidió autorizar, con el motivo",
  audience: "presidencia",
  options: z.object({
    sesion,
    motivo: textoLibre({
      summary: "qué debe corregirse, o por qué no procede",
      min: 5,
      max: 500,
      parrafo: true,
    }),
  }),
  form: formOf(
    "Devolver",
    "Devolver",
    ["motivo"],
    "La Secretaría Técnica leerá el motivo, que queda registrado.",
  ),
  run: (context, options) =>
    conSesion(context, options.sesion, "sesion.autorizacion-devolver", (una, marca) =>
      responder(context, una, marca ?? "", { kind: "devolver", motivo: options.motivo }),
    ),
})

/** A presidencia without an account: what it resolved outside is put on record by the Secretaría Técnica, with its proof. */
export const sesionAutorizacionRegistrarCommand = defineCommand({
  name: "sesion",
  subcommand: "autorizacion-registrar",
  synonyms: [],
  summary: "Registra que la Presidencia autorizó por otro medio, con el oficio o quién lo comunicó",
  audience: "secretaria_tecnica",
  options: z.object({ sesion, medio: medioOption, constancia: constanciaOption }),
  form: formOf(
    "Registrar autorización",
    "Registrar",
    ["medio", "constancia"],
    "Sale de inmediato, si aún está en plazo. Se avisa a la Presidencia de que usted lo registró.",
  ),
  run: (context, options) =>
    conSesion(context, options.sesion, "sesion.autorizacion-registrar", (una, marca) =>
      responder(context, una, marca ?? "", { kind: "autorizar", constancia: constanciaDe(options) }),
    ),
})

export const sesionAutorizacionRetirarCommand = defineCommand({
  name: "sesion",
  subcommand: "autorizacion-retirar",
  synonyms: [],
  summary: "Retira lo que se pidió autorizar",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion }),
  run: (context, options) =>
    conSesion(context, options.sesion, "sesion.autorizacion-retirar", (una, marca) =>
      responder(context, una, marca ?? "", { kind: "retirar" }),
    ),
})

/** What is answered is what waits: a form is only opened on that, and sends back which text it was. */
function formOf(title: string, submit: string, fields: readonly string[], intro: string): FormSpec {
  return {
    title,
    submit,
    fields,
    async prepare(context, given) {
      const pedida = await sesionPedida(context, given.sesion ?? "", context.command)
      if (pedida.kind === "card") return pedida
      const { data, organo } = context
      const abierta = await data.fresh.autorizaciones.abierta(pedida.sesion.id)
      if (abierta === null) return { card: await ver(context, pedida.sesion) }
      const marca = pedida.marca ?? abierta.huella.slice(0, 16)
      return {
        values: { sesion: `${pedida.sesion.clave}@${marca}` },
        intro: `${pedida.sesion.clave}, ${organo.nombreCorto}. ${intro}`,
        demo: pedida.sesion.origen === "demo",
      }
    },
  }
}

async function conSesion(
  context: CommandContext,
  typed: string,
  command: string,
  then: (sesion: Sesion, marca: string | null) => Promise<Reply>,
): Promise<Reply> {
  const pedida = await sesionPedida(context, typed, command)
  return pedida.kind === "card" ? pedida : then(pedida.sesion, pedida.marca)
}

async function esperan({ data, organo }: CommandContext): Promise<ReadonlySet<string>> {
  return new Set((await data.fresh.autorizaciones.abiertas(organo.id)).map(({ sesionId }) => sesionId))
}

const laQueEspera =
  (ids: ReadonlySet<string>) =>
  (sesiones: readonly Sesion[]): Sesion | null =>
    sesiones.find(({ id }) => ids.has(id)) ?? sesiones[0] ?? null

/** What waits in it, or what became of the last that did. */
async function ver({ data, organo, hoy, actor }: CommandContext, sesion: Sesion): Promise<Card> {
  const ultima =
    (await data.fresh.autorizaciones.abierta(sesion.id)) ??
    (await data.fresh.autorizaciones.ultima(sesion.id, null))
  if (ultima === null) return nadaPorAutorizarCard(organo, sesion, null)
  const vista = await vistaAutorizacion({ read: data.read, organo, hoy }, sesion, ultima)
  return autorizacionVerCard(vista, preside(actor, organo.id))
}

async function responder(
  context: CommandContext,
  sesion: Sesion,
  marca: string,
  respuesta: Parameters<typeof resolverAutorizacion>[3],
): Promise<Reply> {
  const result = await resolverAutorizacion(
    actuacionOf(context),
    sesion,
    marca,
    respuesta,
    deshacerCancelacion,
  )
  return { card: resultado(context, result), replaces: true }
}

function resultado({ organo, actor }: CommandContext, result: Resolucion): Card {
  switch (result.kind) {
    case "resuelta":
      return resueltaCard(result.vista)
    case "otro_texto":
      return autorizacionVerCard(result.vista, preside(actor, organo.id))
    case "nada_espera":
      return nadaPorAutorizarCard(organo, result.sesion, result.ultima)
  }
}
