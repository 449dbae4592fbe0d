import { z } from "zod"
import { resumirSesion } from "../../app/resumen/resumir.ts"
import { encontrarSesion } from "../../app/sesion/consultar.ts"
import { resumenCard, sinResumenCard } from "../../cards/resumen/resumen.ts"
import { preguntaSesion, sesionNoEncontrada } from "../../cards/sesion/lista.ts"
import { ultimaClausurada } from "../../domain/sesion/sesion.ts"
import {
  esDelOrgano,
  esSecretariaTecnica,
  institucionesDe,
  veResumen,
} from "../../domain/visibilidad/visibilidad.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { defineCommand } from "../router/definition.ts"

export const sesionResumenCommand = defineCommand({
  name: "sesion",
  subcommand: "resumen",
  synonyms: ["resumir", "que paso", "resultados"],
  summary: "Resumen de una sesión; si no dice cuál, de la última celebrada",
  audience: "todas",
  options: z.object({ sesion: sesionTexto.optional() }),
  async run({ actor, organo, hoy, data }, { sesion: texto }) {
    const consulta = { read: data.read, actor, organo, hoy }
    // Of the sessions held, the last whose summary the asker may read.
    const found = await encontrarSesion(
      consulta,
      texto,
      (sesiones) =>
        ultimaClausurada(sesiones.filter((sesion) => veResumen(actor, sesion))) ?? ultimaClausurada(sesiones),
    )
    if (found.kind === "varias")
      return { card: preguntaSesion(texto ?? "", found.sesiones, "sesion.resumen", organo) }
    if (found.kind === "ninguna")
      return { card: sesionNoEncontrada(texto, found.conocidas, "sesion.resumen", organo) }
    const resumen = await resumirSesion(consulta, found.sesion)
    return {
      card: resumen
        ? resumenCard(resumen, {
            conInstitucion: institucionesDe(actor, organo.id).length > 0,
            puedePublicar: esSecretariaTecnica(actor, organo.id),
          })
        : sinResumenCard(found.sesion, esDelOrgano(actor, organo.id)),
    }
  },
})
