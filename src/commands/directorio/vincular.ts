import { z } from "zod"
import { usarCodigoPersonal } from "../../app/directorio/codigo.ts"
import { noSoyYo } from "../../app/directorio/desvincular.ts"
import { solicitarVinculacion } from "../../app/directorio/solicitar.ts"
import type { Card } from "../../cards/card.ts"
import {
  cuentaSinEspacioCard,
  demasiadasSolicitudes,
  solicitudEnviadaCard,
  yaVinculadaCard,
} from "../../cards/directorio/solicitud.ts"
import {
  codigoPersonalNoSirveCard,
  nadieCard,
  noSoyYoCard,
  vinculadaConCodigoCard,
} from "../../cards/directorio/vinculada.ts"
import { deOrgano } from "../../cards/respuesta.ts"
import { LARGOS } from "../../domain/directorio/claves.ts"
import { type CommandContext, defineCommand, type FormStart } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { referencia } from "../opciones/referencia.ts"
import { institucionDe } from "./encontrar.ts"
import { cargoOption, nombreOption, oficioOption } from "./opciones.ts"

/** What keeps an account from being linked with somebody; `null`: nothing does. */
function impedimento({ actor, user }: CommandContext): Card | null {
  if (actor.kind === "vinculado") return yaVinculadaCard(actor.persona)
  // No workspace vouches for it: its id has no slash.
  const sinEspacio = user.anywhere === true || user.workspace.includes("/")
  return sinEspacio ? cuentaSinEspacioCard() : null
}

export const plenariaVincularCommand = defineCommand({
  name: "plenaria",
  subcommand: "vincular",
  synonyms: ["vincularme", "vincular mi cuenta", "registrarme"],

  frases: [
    "vincul* !solicitudes !quien* !codigo !pendientes",
    "dar_de_alta|darme_de_alta|doy_de_alta|dame_de_alta|me_doy_de_alta|denme_de_alta|registrarme|me_registro|inscribirme|me_inscribo",
    "soy nuevo|nueva|enlace|titular|suplente|designad* !ya_no !#no #institucion? vincul*? alta?",
    "soy_de|soy_del|trabajo_en|vengo_de #institucion",
    "me_acaban_de|me_nombraron|me_designaron|designaron enlace|titular|suplente|nombrar|designar !que !compromiso*",
    "reconoc*|identific* cuenta|me|mi",
  ],
  summary: "Pide que se le reconozca: diga quién es y por cuál institución",
  audience: "cualquiera",
  options: z.object({
    institucion: institucionNombrada("siglas o nombre de su institución"),
    nombre: nombreOption("su nombre completo"),
    cargo: cargoOption,
    calidad: z.enum(["titular", "suplente", "enlace"]).meta({
      summary: "en qué calidad se le designó",
      label: "Calidad",
      labels: { titular: "Titular", suplente: "Suplente", enlace: "Enlace institucional" },
    }),
    oficio: oficioOption.optional(),
  }),
  form: {
    title: "Vincular mi cuenta",
    submit: "Enviar la solicitud",
    fields: ["institucion", "nombre", "cargo", "calidad", "oficio"],
    async prepare(context, given): Promise<FormStart | { readonly card: Card }> {
      const card = impedimento(context)
      if (card !== null) return { card }
      const { institucion = "" } = given
      return {
        values: { institucion },
        intro: `La Secretaría Técnica ${deOrgano(context.organo.nombreCorto)} comprobará quién es usted antes de vincular su cuenta. Solo datos de su cargo público.`,
      }
    },
  },
  async run(context, { institucion: typed, nombre, cargo, calidad, oficio = null }) {
    const card = impedimento(context)
    if (card !== null) return { card }
    const found = await institucionDe(context, "institucion", typed)
    if (found.kind === "problema") return found
    const { data, organo, user, place, platform, now } = context
    const result = await solicitarVinculacion(
      { data, organo, user, externa: user.workspace !== place.workspace, plataforma: platform, now },
      { institucion: found.item, nombre, cargo, calidad, oficio },
    )
    return result.kind === "limite"
      ? { problems: [{ field: null, message: demasiadasSolicitudes(result.espera) }] }
      : { card: solicitudEnviadaCard(organo, result.solicitud, result.avisada) }
  },
})

export const plenariaVincularCodigoCommand = defineCommand({
  name: "plenaria",
  subcommand: "vincular-codigo",
  synonyms: ["codigo"],

  frases: ["codigo personal|vincul*|tengo|meter|usar"],
  summary: "Vincula su cuenta con el código personal que le dio la Secretaría Técnica",
  audience: "cualquiera",
  options: z.object({
    codigo: z.string().trim().min(1).max(60).meta({
      kind: "secreto",
      summary: "el código, con guiones o sin ellos",
      label: "Código",
    }),
  }),
  form: {
    title: "Vincular con un código",
    submit: "Vincular",
    fields: ["codigo"],
    async prepare(context): Promise<FormStart | { readonly card: Card }> {
      const card = impedimento(context)
      return card === null ? { values: {}, intro: "El código sirve una sola vez." } : { card }
    },
  },
  async run(context, { codigo }) {
    const card = impedimento(context)
    if (card !== null) return { card }
    const { data, user, platform, now } = context
    const persona = await usarCodigoPersonal({ data, user, plataforma: platform, now }, codigo)
    return { card: persona === null ? codigoPersonalNoSirveCard() : vinculadaConCodigoCard(persona) }
  },
})

export const plenariaNoSoyYoCommand = defineCommand({
  name: "plenaria",
  subcommand: "no-soy-yo",
  synonyms: ["no soy esa persona"],
  summary: "Si le reconocen como otra persona: desvincula su cuenta y avisa",
  audience: "cualquiera",
  hidden: true,
  limit: "never",
  aunCerrado: true,
  // Whom the reader was told that they are: an older message says nothing of whoever they are by now.
  options: z.object({ persona: referencia({ summary: "como quién se le reconoce", max: LARGOS.clave }) }),
  async run({ data, actor, user, organo, platform, now }, { persona }) {
    if (actor.kind === "sin_vincular" || actor.persona.clave !== persona) return { card: nadieCard() }
    await noSoyYo({ data, organo, persona: actor.persona, user, plataforma: platform, now })
    return { card: noSoyYoCard() }
  },
})
