import { z } from "zod"
import {
  type ActoConvocatoria,
  borradorCambio,
  cambiarConvocatoria,
  TIPO_DE_ACTO,
} from "../../app/convocatoria/cambiar.ts"
import { borradorSegunda, convocarPorSegundaVez, esperaSegunda } from "../../app/convocatoria/segunda.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import {
  convocatoriaCambiadaCard,
  sesionCambiadaPorOtraPersona,
  sesionFueraDeEstado,
  sesionSinCambios,
} from "../../cards/sesion/registrada.ts"
import { procedeSegunda } from "../../domain/convocatoria/segunda.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { CambiosSesion } from "../../ports/repositories/sesion.ts"
import { type CommandContext, defineCommand, type FormSpec, type Reply } from "../definition/definition.ts"
import { cuandoSeAvisa, pedirPorPresidencia } from "../opciones/autorizacion.ts"
import { fechaSesionOption, horaOption, modalidadOption, sedeOption, urlOption } from "../opciones/sesion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { avisoParaIntegrantes } from "../router/recepcion.ts"
import { valuesOfSesion } from "../sesion/editar.ts"
import { preguntaDeMomento } from "../sesion/momento.ts"
import { preguntaDeCambio } from "./pregunta.ts"

/** What changes a session to which institutions were already called; each one is told, with the reason. */
const sesion = sesionNombrada("clave de la sesión")
const motivo = textoLibre({
  summary: "por qué; si ya se convocó, lo leerán las instituciones",
  min: 5,
  max: 500,
  parrafo: true,
})

interface Pedido {
  readonly sesion: string
  readonly motivo: string
}

function formOf(acto: ActoConvocatoria, title: string, submit: string, fields: readonly string[]): FormSpec {
  return {
    title,
    submit,
    fields,
    async prepare(context, given) {
      const pedida = await sesionPedida(context, given.sesion ?? "", `sesion.${acto}`)
      if (pedida.kind === "card") return pedida
      const { sesion: found } = pedida
      if (transicionSesion(acto, found.estado).kind === "fuera_de_estado") {
        return { card: sesionFueraDeEstado(context.organo, found, acto) }
      }
      const convocada = found.convocadaEl !== null
      return {
        // Only a rectification starts from what is on record: a session is not deferred to the date it had.
        values: {
          ...(acto === "rectificar" ? valuesOfSesion(found) : {}),
          sesion: `${found.clave}@${found.revision}`,
        },
        intro: convocada
          ? `${found.clave}, ${context.organo.nombreCorto}. ${await cuandoSeAvisa(context)}${await avisoParaIntegrantes(context)}`
          : `${found.clave}, ${context.organo.nombreCorto}. Aún no se convoca, así que no se avisa a nadie.`,
        demo: found.origen === "demo",
      }
    },
  }
}

async function aplicar(
  context: CommandContext,
  acto: ActoConvocatoria,
  pedido: Pedido,
  cambios: CambiosSesion,
): Promise<Reply> {
  const pedida = await sesionPedida(context, pedido.sesion, `sesion.${acto}`)
  if (pedida.kind === "card") return pedida
  const { organo } = context
  const { fecha, hora } = { ...pedida.sesion, ...cambios }
  const visto = {
    ...pedida.sesion,
    revision: pedida.marca === null ? pedida.sesion.revision : Number(pedida.marca),
  }
  const pedir = { cambios, motivo: pedido.motivo }
  const pregunta =
    (await preguntaDeCambio(context, () =>
      borradorCambio(consultaDe(context), context.now, acto, visto, pedir),
    )) ?? preguntaDeMomento(context, { fecha, hora }, pedida.sesion)
  if (pregunta !== null) return pregunta
  const result = await cambiarConvocatoria(actuacionOf(context), acto, visto, pedir)
  switch (result.kind) {
    case "hecho":
      return { card: convocatoriaCambiadaCard({ organo, ...result }) }
    case "por_autorizar":
      return {
        card: await pedirPorPresidencia(context, result.antes, {
          objeto: TIPO_DE_ACTO[acto],
          pedido: { motivo: pedido.motivo, revision: visto.revision, cambios },
        }),
      }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, { ...visto, estado: result.estado }, acto) }
    case "otra_persona":
      return { card: sesionCambiadaPorOtraPersona(organo, result.sesion, `sesion.${acto}`) }
    case "sin_cambios":
      return { card: sesionSinCambios(organo, result.sesion) }
    case "problemas":
      return { problems: result.problemas }
  }
}

export const sesionRectificarCommand = defineCommand({
  name: "sesion",
  subcommand: "rectificar",
  synonyms: ["rectificacion"],

  frases: [
    "$corregir hora|fecha|sede|lugar|liga|link|modalidad|enlace|salon #sesion|$sesion? !compromiso !acuerdo !acta !llegada !plazo",
    "hora|sede|lugar|liga|fecha equivocada|equivocado|mal|incorrecta|erronea $sesion|#sesion?",
    "rectific* #sesion|$sesion|convocatoria",
  ],
  summary: "Corrige los datos de una sesión ya convocada y avisa a todas las instituciones",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion,
    fecha: fechaSesionOption("día de la sesión, por ejemplo: 15 de agosto, o el jueves").optional(),
    hora: horaOption.optional(),
    modalidad: modalidadOption.optional(),
    sede: sedeOption.optional(),
    enlace: urlOption.optional(),
    motivo,
  }),
  form: formOf("rectificar", "Rectificar", "Rectificar y avisar", [
    "fecha",
    "hora",
    "modalidad",
    "sede",
    "enlace",
    "motivo",
  ]),
  run(context, options) {
    const empty = context.filledIn ? null : undefined
    return aplicar(context, "rectificar", options, {
      // A session that was called keeps a date.
      ...given("fecha", options.fecha),
      ...given("hora", options.hora ?? empty),
      ...given("modalidad", options.modalidad ?? empty),
      ...given("sede", options.sede ?? empty),
      ...given("url", options.enlace ?? empty),
    })
  },
})

export const sesionDiferirCommand = defineCommand({
  name: "sesion",
  subcommand: "diferir",
  synonyms: ["aplazar", "diferimiento", "posponer"],

  frases: [
    "$mover #sesion !compromiso !punto !acuerdo !hora !sede",
    "$mover $sesion|#proxima !compromiso !punto !acuerdo !hora !sede !liga",
    "$mover #sesion #fecha^1 !compromiso !punto !acuerdo !sede",
    "$mover $sesion #fecha^1 !compromiso !punto !acuerdo !sede",
  ],
  summary: "Difiere una sesión, con nueva fecha o sin ella, y avisa a quienes estaban convocadas",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion,
    fecha: fechaSesionOption("nueva fecha, si ya se conoce, por ejemplo: 22 de agosto").optional(),
    hora: horaOption.optional(),
    motivo,
  }),
  form: formOf("diferir", "Diferir la sesión", "Diferir la sesión", ["motivo", "fecha", "hora"]),
  run: (context, options) =>
    aplicar(context, "diferir", options, {
      fecha: options.fecha ?? null,
      hora: options.fecha === undefined ? null : (options.hora ?? null),
    }),
})

export const sesionCancelarCommand = defineCommand({
  name: "sesion",
  subcommand: "cancelar",
  synonyms: ["cancelacion", "suspender"],

  frases: [
    "$cancelar #sesion !asistencia !participacion !suscripcion !compromiso",
    "$cancelar $sesion !asistencia !participacion !suscripcion !compromiso",
    "$cancelar|cancelalo",
    "ya_no va|habra|hay $sesion !acuerdo*",
  ],
  summary: "Cancela una sesión y avisa a quienes estaban convocadas",
  audience: "secretaria_tecnica",
  options: z.object({ sesion, motivo }),
  form: formOf("cancelar", "Cancelar la sesión", "Cancelar la sesión", ["motivo"]),
  run: (context, options) => aplicar(context, "cancelar", options, {}),
})

export const sesionSegundaCommand = defineCommand({
  name: "sesion",
  subcommand: "segunda",
  synonyms: ["segunda convocatoria", "segundo llamado"],

  frases: ["segunda_convocatoria", "segundo_llamado|segunda_llamada"],
  summary: "Convoca por segunda vez una sesión que no tuvo quórum",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion,
    fecha: fechaSesionOption("día de la segunda convocatoria, por ejemplo: 20 de agosto"),
    hora: horaOption.optional(),
  }),
  form: {
    title: "Segunda convocatoria",
    submit: "Convocar",
    fields: ["fecha", "hora"],
    async prepare(context, typed) {
      const { data, organo, hoy, now } = context
      const pedida = await sesionPedida(context, typed.sesion ?? "", "sesion.segunda")
      if (pedida.kind === "card") return pedida
      const { sesion: found } = pedida
      const { segundaConvocatoria } = await reglasDeSesion({ read: data.read, organo, hoy }, found)
      if (!procedeSegunda(found, segundaConvocatoria)) {
        return { card: sesionFueraDeEstado(organo, found, "convocar por segunda vez") }
      }
      const { fecha, hora } = await esperaSegunda(data.read, organo, now, segundaConvocatoria)
      return {
        values: { fecha, hora: hora ?? found.hora ?? "", sesion: `${found.clave}@${found.revision}` },
        intro: `${found.clave}, ${organo.nombreCorto}. Se propone la primera fecha que permite la regla configurada. ${await cuandoSeAvisa(context)}${await avisoParaIntegrantes(context)}`,
        demo: found.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedida = await sesionPedida(context, options.sesion, "sesion.segunda")
    if (pedida.kind === "card") return pedida
    const { organo } = context
    const antes = pedida.sesion
    const visto = { ...antes, revision: pedida.marca === null ? antes.revision : Number(pedida.marca) }
    const cuando = { fecha: options.fecha, hora: options.hora ?? null }
    const pregunta =
      (await preguntaDeCambio(context, () =>
        borradorSegunda(consultaDe(context), context.now, visto, cuando),
      )) ?? preguntaDeMomento(context, cuando)
    if (pregunta !== null) return pregunta
    const result = await convocarPorSegundaVez(actuacionOf(context), visto, cuando)
    switch (result.kind) {
      case "convocada":
        return { card: convocatoriaCambiadaCard({ organo, antes, ...result }) }
      case "por_autorizar":
        return {
          card: await pedirPorPresidencia(context, result.antes, {
            objeto: "segunda_convocatoria",
            pedido: { motivo: null, revision: visto.revision, cambios: cuando },
          }),
        }
      case "no_procede":
        return { card: sesionFueraDeEstado(organo, result.sesion, "convocar por segunda vez") }
      case "otra_persona":
        return { card: sesionCambiadaPorOtraPersona(organo, result.sesion, "sesion.segunda") }
      case "problemas":
        return { problems: result.problemas }
    }
  },
})

const consultaDe = ({ data, organo, hoy }: CommandContext) => ({ read: data.read, organo, hoy })

const given = <Key extends keyof CambiosSesion>(key: Key, value: CambiosSesion[Key] | undefined) =>
  value === undefined ? {} : { [key]: value }
