import { z } from "zod"
import { quorumPrevisto } from "../../app/convocatoria/quorum-previsto.ts"
import { quorumPrevistoCard } from "../../cards/convocatoria/asistencia.ts"
import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionQuorumCommand = defineCommand({
  name: "sesion",
  subcommand: "quorum",
  synonyms: ["asistentes", "confirmados", "confirmaciones"],

  frases: [
    "quorum !no_hay !sin_quorum !falta_de !que_es",
    "$quien|falta|faltan confirm*",
    "$quien van|vienen|viene|asist*|asistiran|ira|iran|vendran|va_a_ir|van_a_ir|van_a_venir !atras* !retras*",
    "ya confirm* #institucion",
    "#institucion confirm*|asistira|viene|vendra|va_a_ir|respondio|contesto #pregunta|ya|no|si",
    "juntamos|completamos|alcanzamos|tenemos|completa|hay|alcanza quorum|votos|suficientes",
    "confirmaciones|confirmados|confirmadas|asistentes",
    "no confirm* quien*|instituciones|dependencias|faltan|todavia",
    "instituciones|dependencias|cuantas|cuantos confirm*|asist*|vienen|van",
    "no han|ha confirm*|respond*|contest* !#nuestro",
    "si_no juntamos|completamos",
  ],
  summary: "Quién ha confirmado y si habría quórum",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, { sesion: typed }) {
    const { data, organo, hoy } = context
    const pedida = await sesionPedida(context, typed, "sesion.quorum", (todas) => proximaSesion(todas, hoy))
    if (pedida.kind === "card") return pedida
    const previsto = await quorumPrevisto({ read: data.read, organo, hoy }, pedida.sesion)
    const { sesion } = pedida
    return { card: previsto ? quorumPrevistoCard(organo, sesion, previsto) : sinConvocatoria(organo, sesion) }
  },
})
