import { z } from "zod"
import { agregarDocumento } from "../../app/sesion/documentos.ts"
import { type PropuestaImposible, proponerPunto, propuestaImposible } from "../../app/sesion/proponer.ts"
import type { Card } from "../../cards/card.ts"
import {
  propuestaEnviadaCard,
  propuestaFueraDePlazo,
  propuestaSinInstitucion,
} from "../../cards/sesion/punto-registrado.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { institucionesDe, institucionesQueIntegra } from "../../domain/visibilidad/visibilidad.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { sesionClave } from "../opciones/institucion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { direccion } from "./documento.ts"

const MAX_TITULO = 500

/** The first line is what it is about and the rest, why; one that is too long for that is all reason. */
function puntoDeMensaje(escrito: string): { readonly titulo: string; readonly exposicion: string } {
  const [primera = "", ...demas] = escrito.trim().split("\n")
  return primera.length <= MAX_TITULO
    ? { titulo: primera.trim(), exposicion: demas.join("\n").trim() }
    : { titulo: "", exposicion: escrito.trim() }
}

export const sesionProponerCommand = defineCommand({
  name: "sesion",
  subcommand: "proponer",
  synonyms: ["propuesta", "solicitar punto", "proponer punto"],

  frases: [
    "queremos|quisieramos|quiero|quisiera|nos_gustaria|me_gustaria|solicit*|pedimos|pido tema|punto|asunto !baja* !quita*",
    "propong*|propone*|sugerimos|sugiero|sugerir tema|punto|asunto|#sesion?",
    "se_vea|se_trate|se_incluya|se_agregue|se_discuta|incluyan|metan|agreguen|agendar tema|punto|asunto",
    "agrega|agregar|agregale|incluye|incluir|pon|poner|suma|sumar|anade|mete|meter punto|tema|asunto !acuerdo",
    "se_vea|se_trate|se_discuta|traten #sesion|#proxima|$sesion",
    "tengo|tenemos|traigo|traemos propuesta|tema|punto !sin !que",
  ],
  summary: "Propone un punto para el orden del día, en nombre de su institución",
  audience: "por_institucion",
  limit: "proposal",
  options: z.object({
    sesion: sesionClave,
    titulo: textoLibre({
      summary: "el asunto que propone tratar",
      label: "Título",
      min: 5,
      max: MAX_TITULO,
      parrafo: true,
    }),
    exposicion: textoLibre({
      summary: "por qué conviene tratarlo; sin datos de casos ni de personas",
      label: "Exposición",
      max: 2_000,
      parrafo: true,
    }).optional(),
    documento: direccion.optional(),
  }),
  form: {
    title: "Proponer un punto",
    submit: "Proponer",
    fields: ["titulo", "exposicion", "documento"],
    async prepare(context, given) {
      const pedida = await pedir(context, given.sesion)
      if (pedida.kind === "card") return pedida
      const { actor, organo, data, hoy, now } = context
      if (institucionesQueIntegra(actor, organo.id).length === 0)
        return { card: propuestaSinInstitucion(institucionesDe(actor, organo.id).length > 0) }
      const imposible = await propuestaImposible({ read: data.read, organo, hoy, now }, pedida.sesion)
      if (imposible !== null) return { card: imposibleCard(organo, imposible) }
      return {
        values: { sesion: pedida.sesion.clave },
        intro: `${pedida.sesion.etiqueta}. La Secretaría Técnica decide si se incluye. No escriba datos de casos ni de víctimas.`,
      }
    },
  },
  deMensaje: { menu: "Proponer como punto", values: puntoDeMensaje },
  async run(context, options) {
    const { actor, organo } = context
    const pedida = await pedir(context, options.sesion)
    if (pedida.kind === "card") return pedida
    const { titulo, exposicion = null, documento } = options
    const result = await proponerPunto(actuacionOf(context), actor, pedida.sesion.id, { titulo, exposicion })
    switch (result.kind) {
      case "propuesto":
        if (documento !== undefined) await entregar(context, result.sesion, result.punto, documento)
        return { card: propuestaEnviadaCard({ organo, ...result }) }
      case "fuera_de_plazo":
      case "fuera_de_estado":
        return { card: imposibleCard(organo, result) }
      case "sin_institucion":
        return { card: propuestaSinInstitucion(result.conVoz) }
    }
  },
})

const imposibleCard = (organo: Organo, imposible: PropuestaImposible): Card =>
  imposible.kind === "fuera_de_plazo"
    ? propuestaFueraDePlazo(organo, imposible.sesion, imposible.limite)
    : sesionFueraDeEstado(organo, imposible.sesion, "proponer puntos para")

const pedir = (context: CommandContext, typed: string | undefined) =>
  sesionPedida(context, typed, "sesion.proponer", (todas) => proximaSesion(todas, context.hoy))

/** The document of a proposal stays between the institution and the Secretaría Técnica, as the proposal does. */
async function entregar(
  context: CommandContext,
  sesion: Sesion,
  { id }: PuntoOrdenDia,
  url: string,
): Promise<void> {
  await agregarDocumento(actuacionOf(context), context.actor, sesion.id, {
    nombre: "Documento de la propuesta",
    url,
    huella: null,
    difusion: "interna",
    punto: { id },
  })
}
