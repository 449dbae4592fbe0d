import { z } from "zod"
import { cuentaSinVincular, type DesignacionVista, quienSoy } from "../../cards/quien-soy.ts"
import { deOrgano } from "../../cards/respuesta.ts"
import { nombreEnFecha } from "../../domain/directorio/institucion.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import {
  calidades,
  conduce,
  esDelOrgano,
  institucionesDe,
  puedeLeerBitacora,
  soloVigila,
  veAcuerdo,
} from "../../domain/visibilidad/visibilidad.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { enumerar } from "../../texts/plurales.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"

export const plenariaQuienSoyCommand = defineCommand({
  name: "plenaria",
  subcommand: "quien-soy",
  synonyms: ["quiensoy", "yo", "mi cuenta", "mis datos"],

  frases: [
    "quien_soy|quien_soy_yo",
    "que|cual|con_que nombre|cargo|permisos|papel|rol|calidad|designacion #nuestro|soy|registrad*",
    "mis datos|permisos|designaciones|designacion|cuenta|perfil|accesos",
    "me tienes|tienen|conoces|reconoces|registraste|registraron registrad*?",
    "como|con_que|bajo_que me_llamo|me_tienes|estoy_registrad*|aparezco",
    "con_que cargo|calidad|designacion|nombre aparezco|me_tienes|estoy",
    "estoy|aparezco|sigo registrad*|vinculad*|dado_de_alta|dada_de_alta|en_el_sistema",
    "que|puedo permisos|puedo_hacer|hacer_yo|acceso|accesos #nuestro",
  ],
  summary: "Con qué designaciones se le reconoce y qué puede consultar",
  audience: "cualquiera",
  acts: false,
  showsRecords: false,
  sinElegir: true,
  options: z.object({}),
  async run(context) {
    const { actor, user, plataformas } = context
    if (actor.kind === "sin_vincular") {
      return {
        card: cuentaSinVincular(
          {
            plataforma: nombrePlataforma(plataformas, user.adapter),
            workspace: user.workspace,
            user: user.user,
          },
          whatIsVisible(context, context.organo, []),
        ),
      }
    }
    return { card: await describePerson(context, actor) }
  },
})

async function describePerson(context: CommandContext, actor: Extract<Actor, { kind: "vinculado" }>) {
  const { data, organo, organos: suyos, hoy } = context
  const [organos, instituciones] = await Promise.all([data.read.organos.all(), data.read.instituciones.all()])
  const institutionName = (id: string | null): string | null => {
    const institucion = instituciones.find((candidate) => candidate.id === id)
    return institucion ? `${nombreEnFecha(institucion, hoy)} (${institucion.siglas})` : null
  }
  const designaciones = actor.designaciones.map(
    (post): DesignacionVista => ({
      calidad: post.calidad,
      organo: organos.find((candidate) => candidate.id === post.organoId)?.nombreCorto ?? organo.nombreCorto,
      institucion: institutionName(post.institucionId),
      oficio: post.oficio,
      desde: post.desde,
      hasta: post.hasta,
    }),
  )
  const siglas = (de: string): readonly string[] => {
    const own = new Set(institucionesDe(actor, de))
    return instituciones.filter(({ id }) => own.has(id)).map((institucion) => institucion.siglas)
  }
  const { persona } = actor
  return quienSoy({
    clave: persona.clave,
    nombre: [persona.titulo, persona.nombre].filter(Boolean).join(" "),
    cargo: persona.cargo,
    designaciones,
    puedeVer: suyos.map((uno) => ({
      organo: suyos.length > 1 ? uno.nombreCorto : null,
      que: whatIsVisible(context, uno, siglas(uno.id)),
    })),
    origen: persona.origen,
  })
}

/** Asks the rules themselves, so that this never promises more than they grant. */
function whatIsVisible(
  { actor }: CommandContext,
  organo: Organo,
  siglas: readonly string[],
): readonly string[] {
  if (conduce(actor, organo.id)) return [`Toda la información ${deOrgano(organo.nombreCorto)}.`]
  const bitacora = puedeLeerBitacora(actor, organo.id)
    ? [`La bitácora ${deOrgano(organo.nombreCorto)} y lo que de ella se exporta.`]
    : []
  if (soloVigila(actor, organo.id)) return bitacora
  if (!esDelOrgano(actor, organo.id)) {
    const invitada = calidades(actor, organo.id).has("invitado_especial")
    return [
      ...bitacora,
      ...(invitada ? ["Los puntos a los que se invitó a su institución, con sus documentos."] : []),
      "Las sesiones, los resúmenes y los acuerdos que son públicos.",
    ]
  }
  const todosLosAcuerdos = veAcuerdo(actor, { organoId: organo.id, difusion: "integrantes" })
  return [
    ...bitacora,
    "Las convocatorias y el orden del día de las sesiones.",
    todosLosAcuerdos
      ? "Los acuerdos adoptados."
      : "Los acuerdos públicos y aquellos en los que su institución es responsable.",
    ...(siglas.length > 0 ? [`Los compromisos de ${enumerar(siglas)}, con su texto y sus avances.`] : []),
    "De los compromisos de las demás instituciones: clave, institución, fecha y estado.",
  ]
}
