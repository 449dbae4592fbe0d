import { z } from "zod"
import { actuarSobrePunto } from "../../app/desahogo/desahogar.ts"
import { leerAsuntosDiferidos } from "../../app/sesion/asuntos-diferidos.ts"
import {
  agregarPunto,
  type CambioOrden,
  fusionarPuntos,
  incluirPunto,
  ordenarPunto,
  retirarPunto,
} from "../../app/sesion/orden-del-dia.ts"
import { seguimientoDe } from "../../app/sesion/seguimiento.ts"
import { ordenCambiadoCard } from "../../cards/sesion/punto-registrado.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { estaAbierta, sesiona } from "../../domain/desahogo/desahogo.ts"
import { admiteCambios } from "../../domain/sesion/orden-del-dia.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { desahogoReply } from "../opciones/desahogo.ts"
import { difusionOption } from "../opciones/difusion.ts"
import { revisionVista } from "../opciones/punto.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada, sesionTexto } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** The Secretaría Técnica's commands for the orden del día. A place is the number that the list shows, from 1. */

const sesion = sesionNombrada("clave de la sesión")
const lugar = (summary: string) => z.coerce.number().int().min(1).max(200).meta({ summary })

export const sesionPrepararCommand = defineCommand({
  name: "sesion",
  subcommand: "preparar",
  synonyms: ["propuestas", "ordenar"],

  frases: [
    "preparar|preparacion|preparo|prepara|armar|armemos|armado #sesion|$sesion|orden_del_dia|agenda",
    "propuestas|propuesta|propusieron sin_incluir|incluir|pendientes|recibid*|tengo|faltan|hay|llegaron|mandaron|#sesion|$sesion|revisar",
    "que propusieron|proponen",
  ],
  summary: "Orden del día con propuestas y retirados, para trabajar en él",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const { data, actor, organo, hoy } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.preparar", (todas) =>
      proximaSesion(todas, hoy),
    )
    if (pedida.kind === "card") return pedida
    const puntos = await data.read.sesiones.puntos(pedida.sesion.id)
    const hecho = puntos.length === 0 ? "Aún no hay puntos registrados." : "Así está el orden del día:"
    const { sesion } = pedida
    const consulta = { read: data.read, actor, organo, hoy }
    const asuntosDiferidos = await leerAsuntosDiferidos(consulta, sesion)
    const seguimiento = await seguimientoDe(consulta, sesion)
    return {
      card: ordenCambiadoCard({ organo, sesion, hecho, puntos, avisos: [], asuntosDiferidos, seguimiento }),
    }
  },
})

export const sesionPuntoCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-agregar",
  synonyms: ["punto", "agregar", "agregar punto", "nuevo punto"],

  frases: [
    "agrega|agregar|agregale|incluye|incluir|pon|poner|suma|sumar|anade|mete|meter punto|tema|asunto !acuerdo",
    "nuevo punto",
  ],
  summary: "Agrega un punto al orden del día",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion,
    titulo: textoLibre({
      summary: "el asunto, como se imprimirá",
      label: "Título",
      min: 5,
      max: 500,
      parrafo: true,
    }),
    difusion: difusionOption("quién puede verlo").optional(),
  }),
  form: {
    title: "Agregar un punto",
    submit: "Agregar",
    fields: ["titulo", "difusion"],
    async prepare(context, given) {
      const pedida = await sesionPedida(context, given.sesion, "sesion.punto-agregar")
      if (pedida.kind === "card") return pedida
      const { clave, etiqueta, estado } = pedida.sesion
      if (!admiteCambios(estado)) return { card: cerrado(context, pedida.sesion) }
      return {
        values: { difusion: "integrantes", sesion: clave },
        intro: `Se agrega al final del orden del día: ${etiqueta}.`,
      }
    },
  },
  run: (context, { sesion: typed, titulo, difusion }) =>
    cambiar(context, typed, "sesion.punto-agregar", (actuacion, id) =>
      agregarPunto(actuacion, id, { titulo, difusion: difusion ?? "integrantes", proponente: null }),
    ),
})

export const sesionIncluirCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-incluir",
  synonyms: ["incluir", "aceptar", "aceptar punto"],

  frases: ["incluye|incluir|acepta|aceptar|admite|sube punto|propuesta #punto? !sin !que"],
  summary: "Incluye en el orden del día un punto propuesto o retirado",
  audience: "secretaria_tecnica",
  options: z.object({ sesion, punto: lugar("lugar del punto en la lista") }),
  run: (context, options) =>
    cambiar(context, options.sesion, "sesion.punto-incluir", (actuacion, id) =>
      incluirPunto(actuacion, id, options.punto),
    ),
})

export const sesionRetirarCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-retirar",
  synonyms: ["retirar", "bajar", "quitar"],

  frases: ["$quitar punto|asunto|tema #punto?"],
  summary: "Retira un punto del orden del día, con su motivo",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion,
    punto: lugar("lugar del punto en la lista"),
    motivo: textoLibre({ summary: "por qué se retira", min: 5, max: 500, parrafo: true }),
  }),
  form: {
    title: "Retirar un punto",
    submit: "Retirar",
    fields: ["punto", "motivo"],
    async prepare(context, given) {
      const pedida = await sesionPedida(context, given.sesion, "sesion.punto-retirar")
      if (pedida.kind === "card") return pedida
      const { sesion: cual } = pedida
      if (!admiteCambios(cual.estado) && !sesiona(cual.estado)) return { card: cerrado(context, cual) }
      return {
        // While it is held the revision is the turn; before, the list is changed as it stands.
        values: {
          sesion: sesiona(cual.estado) ? `${cual.clave}@${pedida.marca ?? cual.revision}` : cual.clave,
        },
        intro: `${cual.etiqueta}. El punto sale del orden del día con su motivo, que consta.`,
        demo: cual.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const { punto: lugar, motivo } = options
    const pedida = await sesionPedida(context, options.sesion, "sesion.punto-retirar")
    if (pedida.kind === "card") return pedida
    if (estaAbierta(pedida.sesion.estado)) {
      const pedido = { acto: "retirar", lugar, motivo } as const
      const result = await actuarSobrePunto(actuacionOf(context), revisionVista(pedida), pedido)
      return desahogoReply(context, result, "retirar")
    }
    return cambiar(context, options.sesion, "sesion.punto-retirar", (actuacion, id) =>
      retirarPunto(actuacion, id, lugar, motivo),
    )
  },
})

export const sesionMoverCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-mover",
  synonyms: ["mover", "reordenar"],

  frases: ["$mover|sube|subir punto|asunto lugar|primero|antes|despues|final|orden !siguiente_sesion"],
  summary: "Cambia un punto de lugar en el orden del día",
  audience: "secretaria_tecnica",
  options: z.object({ sesion, punto: lugar("lugar que ocupa"), lugar: lugar("lugar que ocupará") }),
  run: (context, options) =>
    cambiar(context, options.sesion, "sesion.punto-mover", (actuacion, id) =>
      ordenarPunto(actuacion, id, options.punto, options.lugar),
    ),
})

export const sesionFusionarCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-fusionar",
  synonyms: ["fusionar", "unir", "juntar"],
  summary: "Une un punto a otro, que lo absorbe",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion,
    punto: lugar("lugar del que se une"),
    en: lugar("lugar del que lo absorbe"),
  }),
  run: (context, options) =>
    cambiar(context, options.sesion, "sesion.punto-fusionar", (actuacion, id) =>
      fusionarPuntos(actuacion, id, options.punto, options.en),
    ),
})

const cerrado = ({ organo }: CommandContext, cual: Sesion) =>
  sesionFueraDeEstado(organo, cual, "cambiar el orden del día de")

async function cambiar(
  context: CommandContext,
  typed: string,
  command: string,
  hacer: (actuacion: ReturnType<typeof actuacionOf>, sesionId: string) => Promise<CambioOrden>,
): Promise<Reply> {
  const pedida = await sesionPedida(context, typed, command)
  if (pedida.kind === "card") return pedida
  const { organo } = context
  const result = await hacer(actuacionOf(context), pedida.sesion.id)
  switch (result.kind) {
    case "hecho":
      return { card: ordenCambiadoCard({ organo, ...result, hecho: enPalabras(command, result.punto) }) }
    case "fuera_de_estado":
      return { card: cerrado(context, result.sesion) }
    case "problemas":
      return { problems: result.problemas }
  }
}

function enPalabras(command: string, { titulo, motivo }: PuntoOrdenDia): string {
  switch (command) {
    case "sesion.punto-agregar":
      return `Se agregó «${titulo}».`
    case "sesion.punto-incluir":
      return `Se incluyó «${titulo}».`
    case "sesion.punto-mover":
      return `Se cambió de lugar «${titulo}».`
    default:
      return `Se retiró «${titulo}». ${motivo ?? ""}`.trim()
  }
}
