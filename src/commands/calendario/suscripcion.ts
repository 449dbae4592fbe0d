import { z } from "zod"
import { puedeSuscribir } from "../../app/calendario/lector.ts"
import {
  crearSuscripcion,
  revocarSuscripcion,
  type SuscripcionVista,
  suscripcionesVisibles,
} from "../../app/calendario/suscribir.ts"
import { institucionesSentadas } from "../../app/canal/destinos.ts"
import {
  demasiadasSuscripcionesCard,
  type FilaSuscripcion,
  suscripcionCreadaCard,
  suscripcionDeQuienCard,
  suscripcionesCard,
  suscripcionNoEncontradaCard,
  suscripcionRevocadaCard,
} from "../../cards/calendario/suscripcion.ts"
import type { Card } from "../../cards/card.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const plenariaSuscripcionCrearCommand = defineCommand({
  name: "plenaria",
  subcommand: "suscripcion-crear",
  synonyms: ["suscribir", "suscribirse", "suscripcion"],

  frases: [
    "suscrib*|sincroniz* !cancel* !quita* !cuales !lista !baja",
    "outlook|google|icloud|ical|ics|calendar|iphone|celular calendario|sesiones|fechas|agregar|ver|poner|sincroniz*|conectar|integrar|pasar !cancel*",
    "outlook|ical|ics|google_calendar !cancel*",
    "agrega*|pon|pasa|ver|tener sesiones|fechas mi_calendario|mi_agenda|mi_correo|mi_celular|outlook",
  ],
  summary: "Dirección para ver las sesiones y los vencimientos en Outlook, Google o Apple",
  audience: "suscriben",
  options: z.object({
    institucion: referencia({
      summary: "siglas o nombre; si falta, la suya (Secretaría Técnica y Presidencia: el órgano)",
      completes: "institucion",
      rest: true,
    }).optional(),
  }),
  async run(context, { institucion: typed }) {
    const { actor, organo } = context
    if (typed === undefined && puedeSuscribir(actor, organo.id, null))
      return { card: await crear(context, null) }
    const opciones = await instituciones(context)
    const [unica] = opciones
    if (typed === undefined && unica && opciones.length === 1) return { card: await crear(context, unica) }
    const found = typed === undefined ? null : soloExacta(buscarInstitucion(typed, opciones))
    if (found?.kind === "una") return { card: await crear(context, found.item) }
    const posibles = found?.kind === "varias" ? found.items : opciones
    return { card: suscripcionDeQuienCard(organo, typed ?? null, posibles) }
  },
})

/** For which the asker may ask: those with a seat, or their own. */
async function instituciones(context: CommandContext): Promise<readonly Institucion[]> {
  const { actor, organo, hoy, data, alcance } = context
  if (alcance === "todo") return institucionesSentadas(data.read, organo, hoy)
  return (await data.read.instituciones.all()).filter(({ id }) => puedeSuscribir(actor, organo.id, id))
}

async function crear(context: CommandContext, institucion: Institucion | null): Promise<Card> {
  const { actor, organo, direccion } = context
  const result = await crearSuscripcion(actuacionOf(context), actor, institucion)
  if (result.kind === "no_autorizada") return suscripcionDeQuienCard(organo, null, [])
  if (result.kind === "demasiadas") return demasiadasSuscripcionesCard(organo, result.maximo)
  return suscripcionCreadaCard({
    organo,
    institucion,
    url: `${direccion.base}/calendario/${result.token}.ics`,
    publica: direccion.publica,
    referencia: referenciaDe(result.suscripcion.id),
  })
}

export const plenariaSuscripcionListaCommand = defineCommand({
  name: "plenaria",
  subcommand: "suscripcion-lista",
  synonyms: ["suscripciones"],

  frases: ["suscripciones|suscripcion !cancel* !revoca* !quita* !baja !borra* !elimina*"],
  summary: "Suscripciones vigentes al calendario",
  audience: "suscriben",
  acts: false,
  options: z.object({}),
  run: enLista,
})

async function enLista({ actor, organo, data }: CommandContext): Promise<{ readonly card: Card }> {
  const vistas = await suscripcionesVisibles(data.read, actor, organo)
  return { card: suscripcionesCard(organo, vistas.map(filaDe)) }
}

export const plenariaSuscripcionRevocarCommand = defineCommand({
  name: "plenaria",
  subcommand: "suscripcion-revocar",
  synonyms: ["revocar", "revocar suscripcion"],

  frases: [
    "$cancelar|revoca*|quita|quitar|borra|borrar|elimina*|baja|anula*|desactiva* suscripcion|suscripciones|suscrib*|calendario_externo",
    "desuscrib*",
  ],
  summary: "Revoca una suscripción: su dirección deja de responder",
  audience: "suscriben",
  options: z.object({
    referencia: referencia({
      summary: "referencia de la suscripción, como aparece en la lista de suscripciones",
      max: 40,
    }).optional(),
  }),
  async run(context, options) {
    const { actor, organo, data } = context
    if (options.referencia === undefined) return enLista(context)
    const typed = options.referencia.toUpperCase()
    const vista = (await suscripcionesVisibles(data.read, actor, organo)).find(
      ({ suscripcion }) => referenciaDe(suscripcion.id) === typed,
    )
    const done = vista !== undefined && (await revocarSuscripcion(actuacionOf(context), vista.suscripcion))
    if (!done) return { card: suscripcionNoEncontradaCard(organo, options.referencia) }
    return { card: suscripcionRevocadaCard(organo, filaDe(vista)), replaces: true }
  },
})

/** The end of the id, which is random. */
const referenciaDe = (id: string) => `C-${id.slice(-8).toUpperCase()}`

function filaDe({ suscripcion, institucion, persona }: SuscripcionVista): FilaSuscripcion {
  const { id, creadaEn } = suscripcion
  return { referencia: referenciaDe(id), institucion, persona, creadaEn }
}
