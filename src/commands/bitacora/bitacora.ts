import { z } from "zod"
import { consultarBitacora } from "../../app/bitacora/consultar.ts"
import { bitacoraCard } from "../../cards/bitacora/bitacora.ts"
import { personaEnBitacora } from "../../cards/bitacora/persona.ts"
import { preguntaSesion } from "../../cards/sesion/lista.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import { buscarSesion } from "../../domain/sesion/sesion.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Institucion, Persona } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { CLASES_ACTO, type ClaseActo } from "../../texts/bitacora.ts"
import { conEjemplo } from "../../texts/ejemplos.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { siglasDeEjemplo } from "../opciones/ejemplos.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { preguntar } from "../opciones/pregunta.ts"
import { referencia } from "../opciones/referencia.ts"
import { sesionNombrada } from "../opciones/sesion-texto.ts"

const CLASES = Object.keys(CLASES_ACTO) as [ClaseActo, ...ClaseActo[]]

export const plenariaBitacoraCommand = defineCommand({
  name: "plenaria",
  subcommand: "bitacora",
  synonyms: ["registro de actos", "quien hizo que", "auditoria", "log"],

  frases: [
    "bitacora",
    "quien hizo|cambio|movio|modifico|registro|borro|cancelo|publico|autorizo|consulto|vio|descargo que|fecha|sesion|hora?",
    "historial|auditoria cambios|movimientos|actos?",
  ],
  summary: "Quién hizo o consultó qué, desde dónde y cuándo",
  audience: "leen_bitacora",
  acts: false,
  readAs: "bitacora.consultada",
  options: z.object({
    acto: z.enum(CLASES).optional().meta({
      summary: "qué clase de actos; si falta, todos",
      labels: CLASES_ACTO,
      label: "Clase de actos",
    }),
    sesion: sesionNombrada("solo lo de una sesión, sus acuerdos y compromisos").optional(),
    institucion: institucionNombrada(
      "solo lo de las personas y los compromisos de una institución",
    ).optional(),
    persona: referencia({
      summary: "solo lo de una persona: su nombre o su clave",
      label: "Persona",
      completes: "persona",
      max: 120,
    }).optional(),
    desde: fechaEscrita({
      summary: "primer día, por ejemplo: 1 de noviembre",
      label: "Desde",
      pasado: true,
    }).optional(),
    hasta: fechaEscrita({
      summary: "último día, por ejemplo: ayer",
      label: "Hasta",
      pasado: true,
    }).optional(),
    pagina: paginaOption,
  }),
  async run(context, { acto, sesion: cual, institucion: typed, persona: quien, desde, hasta, pagina }) {
    if (desde !== undefined && hasta !== undefined && hasta < desde)
      return {
        problems: [{ field: "hasta", message: "El último día debe ser igual o posterior al primero." }],
      }
    const sesion = cual === undefined ? null : await sesionDe(context, cual)
    if (sesion !== null && !("etiqueta" in sesion)) return sesion
    const institucion = typed === undefined ? null : await institucionDe(context, typed)
    if (institucion !== null && !("siglas" in institucion)) return institucion
    const persona = quien === undefined ? null : await personaDe(context, quien)
    if (persona !== null && !("nombre" in persona)) return persona
    const pedido = {
      sesion,
      institucion,
      persona,
      desde: desde ?? null,
      hasta: hasta ?? null,
      clase: acto ?? null,
    }
    const { data, organo, plataformas } = context
    const vista = await consultarBitacora(data.fresh, organo, pedido, pagina ?? 1)
    return { card: bitacoraCard(vista, plataformas), replaces: pagina !== undefined }
  },
})

/** Of all that the body has: whoever reads its log reads of every one. */
async function sesionDe(context: CommandContext, typed: string): Promise<Sesion | Reply> {
  const { data, organo, hoy, asunto } = context
  const todas = await data.fresh.sesiones.list(organo.id)
  const found = buscarSesion(typed, todas, hoy)
  if (found.kind === "una") {
    asunto.objeto = asuntoSesion(found.item.id)
    return found.item
  }
  const posibles = found.kind === "varias" ? found.items : found.parecidas
  if (posibles.length > 0)
    return preguntar(
      context,
      preguntaSesion(typed, posibles, organo),
      "sesion",
      posibles.map(({ clave }) => clave),
    )
  const message = conEjemplo("Ninguna sesión se llama así. Escriba su clave", todas[0]?.clave)
  return { problems: [{ field: "sesion", message }] }
}

async function institucionDe(context: CommandContext, typed: string): Promise<Institucion | Reply> {
  const found = buscarInstitucion(typed, await context.data.read.instituciones.all())
  if (found.kind === "una") return found.item
  const que = found.kind === "ninguna" ? "No corresponde a ninguna institución." : "No es claro cuál es."
  const message = `${que} ${conEjemplo("Escriba sus siglas", await siglasDeEjemplo(context))}`
  return { problems: [{ field: "institucion", message }] }
}

/** Of those who did something in the body; the others are in no entry. */
async function personaDe(context: CommandContext, typed: string): Promise<Persona | Reply> {
  const todas = await context.data.fresh.eventos.quienes(context.organo.id)
  const palabras = normalizar(typed).split(" ")
  const exacta = todas.find(({ clave }) => normalizar(clave) === normalizar(typed))
  const posibles = exacta
    ? [exacta]
    : todas.filter(({ nombre, clave }) => {
        const dicho = normalizar(`${nombre} ${clave}`)
        return palabras.every((palabra) => dicho.includes(palabra))
      })
  const [una] = posibles
  if (una && posibles.length === 1) return una
  const card = personaEnBitacora(typed, posibles)
  if (posibles.length === 0) return { card }
  return preguntar(
    context,
    card,
    "persona",
    posibles.map(({ clave }) => clave),
  )
}
