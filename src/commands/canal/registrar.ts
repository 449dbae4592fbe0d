import { z } from "zod"
import { canalesDe } from "../../app/canal/canales.ts"
import { institucionesSentadas } from "../../app/canal/destinos.ts"
import { lecturaDe } from "../../app/canal/mirado.ts"
import { type RegistroDeCanal, registrarCanal, solicitarCanal } from "../../app/canal/registrar.ts"
import {
  AUDIENCIA,
  canalRegistradoCard,
  canalSinRegistrarCard,
  registrarCanalCard,
  solicitudRecibidaCard,
} from "../../cards/canal/registro.ts"
import type { Card } from "../../cards/card.ts"
import { lecturaMostrada } from "../../domain/canal/lectura.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { enumerar } from "../../texts/plurales.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const AUDIENCIAS = [
  "institucion",
  "integrantes",
  "secretaria_tecnica",
  "presidencia",
  "invitada",
  "publica",
] as const

export const audienciaOption = z.enum(AUDIENCIAS).meta({
  summary: "quiénes leen el canal",
  label: "Audiencia",
  labels: AUDIENCIA,
  synonyms: { secretaria_tecnica: ["secretaria", "st"], integrantes: ["pleno", "plenaria", "organo"] },
})

/** Of which institution a channel may be. */
const CON_INSTITUCION: readonly (typeof AUDIENCIAS)[number][] = ["institucion", "invitada"]

const nombreOption = textoLibre({
  summary: "cómo se le llama en los avisos; si falta, como en la plataforma",
  label: "Nombre",
  max: 80,
})

/** Who read it when the question was asked: what has changed since is shown again. */
export const leenOption = referencia({ summary: "quiénes lo leían al revisarlo", max: 60 }).optional()

export const plenariaCanalRegistrarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-registrar",
  synonyms: ["registrar canal", "registrar este canal", "agregar canal"],

  frases: ["registra*|agrega*|alta|vincula* canal|este_canal"],
  summary: "Registra el canal donde se escribe, o pide a la Secretaría Técnica que lo apruebe",
  audience: "por_institucion",
  limit: "proposal",
  options: z.object({
    audiencia: audienciaOption,
    institucion: institucionNombrada("siglas de la institución que lo lee").optional(),
    nombre: nombreOption.optional(),
    leen: leenOption,
  }),
  form: {
    title: "Registrar este canal",
    submit: "Continuar",
    fields: ["audiencia", "institucion", "nombre"],
    async prepare(context, given) {
      const impide = await queImpide(context)
      if (impide !== null) return { card: impide }
      const lugar = await context.conexiones.mirar(context.place)
      if (lugar.kind === "unusable") return { card: inservible(context, lugar.reason) }
      const propias = await institucionesPropias(context)
      const [unica] = propias
      const { organo, alcance } = context
      return {
        values: {
          audiencia: await audienciaUsual(context),
          ...(unica && propias.length === 1 && alcance === "propio" ? { institucion: unica.siglas } : {}),
          nombre: lugar.name.slice(0, 80),
          ...given,
        },
        intro:
          alcance === "todo"
            ? `${organo.nombreCorto}. Qué canal es se sabe porque se pide dentro de él. Antes de registrarlo se le muestra qué recibirá.`
            : `${organo.nombreCorto}. La Secretaría Técnica lo aprueba. Qué canal es se sabe porque se pide dentro de él.`,
        demo: organo.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const impide = await queImpide(context)
    if (impide !== null) return { card: impide }
    const { alcance } = context
    const { audiencia } = options
    if (alcance === "propio" && audiencia !== "institucion")
      return {
        problems: [
          {
            field: "audiencia",
            message: "de esa audiencia solo los registra la Secretaría Técnica; elija «De una institución»",
          },
        ],
      }
    const found = await cualInstitucion(context, audiencia, options.institucion)
    if ("problems" in found) return found
    const lugar = await context.conexiones.mirar(context.place)
    if (lugar.kind === "unusable") return { card: inservible(context, lugar.reason) }
    const registro: RegistroDeCanal = {
      place: context.place,
      nombre: options.nombre ?? lugar.name.slice(0, 80),
      audiencia,
      institucion: found.institucion,
      visto: { ...lecturaDe(lugar), nombre: lugar.name },
    }
    return alcance === "todo" ? registrar(context, registro, options.leen) : solicitar(context, registro)
  },
})

/** Of an institution; of the Secretaría Técnica, while she is the one who asks and has none. */
async function audienciaUsual({ alcance, data, organo }: CommandContext) {
  if (alcance !== "todo") return "institucion"
  const suyos = await canalesDe(data.read, organo, "secretaria_tecnica")
  return suyos.length === 0 ? "secretaria_tecnica" : "institucion"
}

async function registrar(
  context: CommandContext,
  registro: RegistroDeCanal,
  mostrada: string | undefined,
): Promise<Reply> {
  const { organo, plataformas, place } = context
  const leen = lecturaMostrada(registro.visto)
  if (!context.confirmed || mostrada !== leen) {
    const plataforma = nombrePlataforma(plataformas, place.adapter)
    const card = registrarCanalCard({ ...registro, organo, plataforma })
    return { question: { card, answers: [{ label: "Registrar", values: { leen }, confirms: true }] } }
  }
  const hecho = await registrarCanal(actuacionOf(context), registro)
  if (hecho.kind === "ya_es_canal") return { card: yaEsCanal(context, hecho.canal) }
  return { card: canalRegistradoCard({ organo, canal: hecho.canal }) }
}

async function solicitar(context: CommandContext, registro: RegistroDeCanal): Promise<Reply> {
  const { organo } = context
  const { institucion } = registro
  if (institucion === null) throw new Error("a request without an institution")
  const hecho = await solicitarCanal(actuacionOf(context), { ...registro, institucion })
  switch (hecho.kind) {
    case "ya_es_canal":
      return { card: yaEsCanal(context, hecho.canal) }
    case "en_espera":
      return { card: canalSinRegistrarCard(organo, hecho) }
    case "solicitada":
      return { card: solicitudRecibidaCard({ organo, institucion, avisada: hecho.avisada }) }
  }
}

/** What keeps this place from being registered, whoever asks; `null`: nothing does. */
async function queImpide(context: CommandContext): Promise<Card | null> {
  const { organo, place, data } = context
  if (place.direct) return canalSinRegistrarCard(organo, { kind: "directo" })
  const canal = await data.fresh.canales.byPlace(place)
  return canal === null ? null : yaEsCanal(context, canal)
}

/** Of another body its name is not told. */
const yaEsCanal = ({ organo }: CommandContext, { organoId, nombre, activo }: Canal): Card =>
  canalSinRegistrarCard(organo, {
    kind: "ya_es_canal",
    nombre: organoId === organo.id ? nombre : null,
    activo,
  })

const inservible = ({ organo }: CommandContext, reason: string): Card =>
  canalSinRegistrarCard(organo, { kind: "inservible", reason })

async function institucionesPropias({
  actor,
  organo,
  data,
}: CommandContext): Promise<readonly Institucion[]> {
  const ids = new Set(institucionesDe(actor, organo.id))
  return (await data.read.instituciones.all()).filter(({ id }) => ids.has(id))
}

type Institucionada =
  | { readonly institucion: Institucion | null }
  | { readonly problems: readonly { readonly field: string; readonly message: string }[] }

/** Its own, for whoever speaks for one; whichever has a seat, for the Secretaría Técnica; any, if it is a guest. */
export async function cualInstitucion(
  context: CommandContext,
  audiencia: (typeof AUDIENCIAS)[number],
  typed: string | undefined,
): Promise<Institucionada> {
  const { data, organo, hoy, alcance } = context
  if (!CON_INSTITUCION.includes(audiencia)) return { institucion: null }
  const posibles =
    alcance === "propio"
      ? await institucionesPropias(context)
      : audiencia === "invitada"
        ? await data.read.instituciones.all()
        : await institucionesSentadas(data.read, organo, hoy)
  const [unica] = posibles
  if (typed === undefined && unica !== undefined && posibles.length === 1) return { institucion: unica }
  const found = typed === undefined ? null : soloExacta(buscarInstitucion(typed, posibles))
  if (found?.kind === "una") return { institucion: found.item }
  const siglas = (found?.kind === "varias" ? found.items : posibles).slice(0, 6).map((una) => una.siglas)
  const message =
    typed === undefined
      ? `diga de qué institución es: ${enumerar(siglas)}`
      : `«${typed.slice(0, 60)}» no es una de las que puede registrar: ${enumerar(siglas)}`
  return { problems: [{ field: "institucion", message }] }
}
