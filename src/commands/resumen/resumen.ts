import { z } from "zod"
import { resumenesPublicados } from "../../app/resumen/publicado.ts"
import { resumirSesion } from "../../app/resumen/resumir.ts"
import { resumenCard, sinResumenCard } from "../../cards/resumen/resumen.ts"
import { ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { institucionesDe, nivelQueLee, veResumen } from "../../domain/visibilidad/visibilidad.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionResumenCommand = defineCommand({
  name: "sesion",
  subcommand: "resumen",
  synonyms: ["resumir", "que paso", "resultados"],

  frases: [
    "resumen|resumenes !edita* !corrig* !publi*",
    "que|como paso|se_vio|se_trato|se_decidio|se_hizo|se_hablo|se_resolvio|se_acordo|vieron|trataron|decidieron|hablaron|hicieron|acordaron|estuvo|salio|fue|resulto #ultima|#sesion|$sesion|plenaria?",
    "que_paso|que_vieron|que_trataron|que_se_trato|que_se_vio|que_se_decidio",
    "no pude|pudimos|fui|fuimos|asistimos|alcance|estuve ir|asistir|estar? que|resumen|#ultima|como|paso",
    "me_perdi|falte $sesion|#ultima|#sesion",
    "resultado|resultados|conclusiones|sintesis|relatoria|cronica $sesion|#sesion|#ultima",
    "acuerdos|acordaron|acordado #sesion^0.75",
    "cuales|que|lista acuerdos #sesion^0.75",
    "acuerdos #ultima^0.75",
    "ya publicaste|publicaron|publico|publicado|salio|esta|publicada|mandaron resumen",
    "ya_publicaste|ya_publicaron|se_publico",
    "acta|minuta^1 !nacimiento",
    "como|que estuvo|fue|salio #ultima|sesion|reunion",
  ],
  summary: "Resumen de una sesión; si no dice cuál, de la última celebrada",
  audience: "todas",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, { sesion: texto }) {
    const { actor, organo, hoy, data, puede } = context
    const publicado = await resumenesPublicados(data.read, organo)
    const legible = (sesion: Sesion) => veResumen(actor, sesion, publicado(sesion))
    // Of the sessions held, the last whose summary the asker may read.
    const pedida = await sesionPedida(
      context,
      texto,
      "sesion.resumen",
      (sesiones) => ultimaClausurada(sesiones.filter(legible)) ?? ultimaClausurada(sesiones),
    )
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    const resumen = await resumirSesion({ read: data.read, actor, organo, hoy }, sesion)
    return {
      card: resumen
        ? resumenCard(resumen, {
            conInstitucion: institucionesDe(actor, organo.id).length > 0,
            puedePublicar: puede("sesion.publicar"),
          })
        : sinResumenCard(sesion, publicado(sesion), nivelQueLee(actor, organo.id) !== "publica"),
    }
  },
})
