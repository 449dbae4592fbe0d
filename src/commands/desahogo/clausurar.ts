import { z } from "zod"
import { ratificacionDe } from "../../app/acuerdo/ratificar.ts"
import { type Clausura, clausurarSesion, type Termino } from "../../app/desahogo/clausurar.ts"
import {
  clausuraConVotacionCard,
  clausuraPorConfirmarCard,
  sesionClausuradaCard,
  yaClausuradaCard,
} from "../../cards/desahogo/clausura.ts"
import { clausuraDeOtroDiaCard } from "../../cards/desahogo/momento.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { estaPendiente } from "../../domain/votacion/votacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { horaEscrita } from "../opciones/fecha.ts"
import { enCursoReply, pedirSesion, revisionVista } from "../opciones/punto.ts"
import { sesionNombrada, sesionTexto } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { HORA_POR_VENIR } from "./pase.ts"

export const sesionClausurarCommand = defineCommand({
  name: "sesion",
  subcommand: "clausurar",
  synonyms: ["cerrar", "terminar", "declarar clausurada"],

  frases: [
    "clausur* !#pregunta !ya_clausur*",
    "cierra|cerrar|cerremos|cerramos|termina|terminar|terminemos|terminamos|concluye|concluir|concluimos|finaliza|finalizar|acaba|levanta|levantamos|levantar $sesion|#sesion !votacion !compromiso !#pregunta",
    "da_por|damos_por|doy_por|dar_por|demos_por|se_da_por|declar* terminada|concluida|clausurada|cerrada|finalizada",
    "cierrala|terminala|ciérrala|concluyela",
    "terminamos|acabamos|concluimos|eso_es_todo $sesion|trabajos|reunion !compromiso !#pregunta",
  ],
  summary: "Clausura la sesión en curso y prepara su resumen",
  audience: "secretaria_tecnica",
  options: z.object({ sesion: sesionTexto.optional() }),
  run: (context, options) => clausurar(context, options.sesion, false),
})

/** Reached by the button that says what is left. */
export const sesionClausurarConfirmarCommand = defineCommand({
  name: "sesion",
  subcommand: "clausurar-confirmar",
  synonyms: [],
  summary: "Clausura la sesión con lo que quedó sin resolver, y difiere los puntos que no se desahogaron",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionTexto }),
  run: (context, options) => clausurar(context, options.sesion, true),
})

/** Reached by the button of a session that is closed on another day than it was held. */
export const sesionClausurarHoraCommand = defineCommand({
  name: "sesion",
  subcommand: "clausurar-hora",
  synonyms: [],
  summary: "Clausura una sesión que terminó otro día, con la hora en que terminó",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    sesion: sesionNombrada("sesión"),
    hora: horaEscrita({ summary: "hora oficial en que terminó", label: "Hora de clausura" }),
    motivo: textoLibre({
      summary: "por qué se registra después; constará",
      label: "Motivo",
      min: 10,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Clausurar con su hora",
    submit: "Clausurar",
    fields: ["hora", "motivo"],
    async prepare(context, given) {
      const pedida = await pedirSesion(context, given.sesion, "sesion.clausurar")
      if (pedida.kind === "card") return pedida
      const { sesion } = pedida
      if (transicionSesion("clausurar", sesion.estado).kind === "fuera_de_estado")
        return { card: sesionFueraDeEstado(context.organo, sesion, "clausurar") }
      const abierta = (await context.data.read.votaciones.list(sesion.id)).find(estaPendiente)
      if (abierta) return { card: clausuraConVotacionCard(context.organo, sesion, abierta.id) }
      return {
        values: { sesion: given.sesion ?? sesion.clave },
        intro: `${sesion.clave}. Lo que no se desahogó se difiere. El motivo constará en el registro.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  run: (context, { sesion, hora, motivo }) => clausurar(context, sesion, true, { hora, motivo }),
})

async function clausurar(
  context: CommandContext,
  typed: string | undefined,
  confirmada: boolean,
  termino: Termino | null = null,
): Promise<Reply> {
  const pedida = await pedirSesion(context, typed, "sesion.clausurar")
  if (pedida.kind === "card") {
    const ultima = typed === undefined ? await ultimaClausurada(context) : null
    return ultima === null ? pedida : yaClausurada(context, ultima)
  }
  const result = await clausurarSesion(actuacionOf(context), revisionVista(pedida), { confirmada, termino })
  return clausurada(context, result)
}

async function clausurada(context: CommandContext, result: Clausura): Promise<Reply> {
  const { organo, data } = context
  const { sesion } = result
  switch (result.kind) {
    case "clausurada": {
      const acuerdos = (await data.read.acuerdos.bySesion(sesion.id)).length
      const ratificados = (await ratificacionDe(data.read, sesion.id))?.vigente === true
      return { card: sesionClausuradaCard(organo, { ...result, acuerdos, ratificados }), replaces: true }
    }
    case "por_confirmar":
      return { card: clausuraPorConfirmarCard(organo, sesion, result) }
    case "pide_hora":
      return { card: clausuraDeOtroDiaCard(organo, sesion, result) }
    case "hora_por_venir":
      return { problems: [{ field: "hora", message: HORA_POR_VENIR }] }
    case "votacion_abierta":
      return { card: clausuraConVotacionCard(organo, sesion, result.votacionId) }
    case "otra_persona":
      return enCursoReply(
        context,
        sesion,
        "No se clausuró: otra persona acaba de actuar. Así está la sesión:",
      )
    case "fuera_de_estado":
      return sesion.estado === "clausurada"
        ? yaClausurada(context, sesion)
        : { card: sesionFueraDeEstado(organo, sesion, "clausurar") }
  }
}

/** The one that was closed here last: what whoever closes again means. */
async function ultimaClausurada({ data, organo }: CommandContext): Promise<Sesion | null> {
  const cerrada = ({ estado, clausuradaEn }: Sesion) => estado === "clausurada" && clausuradaEn !== null
  const cuando = ({ clausuradaEn }: Sesion) => clausuradaEn ?? ""
  const todas = (await data.fresh.sesiones.list(organo.id)).filter(cerrada)
  return [...todas].sort((a, b) => (cuando(a) < cuando(b) ? 1 : -1))[0] ?? null
}

async function yaClausurada({ data, organo }: CommandContext, sesion: Sesion): Promise<Reply> {
  const eventos = await data.fresh.eventos.byObjeto(asuntoSesion(sesion.id))
  const personaId = eventos.findLast(({ tipo }) => tipo === "sesion.clausurada")?.personaId ?? null
  const persona = personaId === null ? null : await data.read.personas.byId(personaId)
  return { card: yaClausuradaCard(organo, sesion, persona?.nombre ?? null) }
}
