import { z } from "zod"
import { encontrarSesion, puntosVisibles } from "../../app/sesion/consultar.ts"
import { documentosPara } from "../../app/sesion/documentos.ts"
import { preguntaSesion, sesionNoEncontrada } from "../../cards/sesion/lista.ts"
import { ordenDelDiaCard } from "../../cards/sesion/orden-del-dia.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import { veOrdenDelDia } from "../../domain/visibilidad/visibilidad.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { defineCommand } from "../router/definition.ts"

export const sesionAgendaCommand = defineCommand({
  name: "sesion",
  subcommand: "agenda",
  synonyms: ["orden", "orden del dia", "puntos"],
  summary: "Orden del día de una sesión; si no dice cuál, de la próxima",
  audience: "todas",
  options: z.object({ sesion: sesionTexto.optional() }),
  async run({ actor, organo, hoy, data }, { sesion: texto }) {
    const consulta = { read: data.read, actor, organo, hoy }
    const found = await encontrarSesion(
      consulta,
      texto,
      (sesiones) => proximaSesion(sesiones, hoy) ?? ultimaClausurada(sesiones),
    )
    if (found.kind === "varias")
      return { card: preguntaSesion(texto ?? "", found.sesiones, "sesion.agenda", organo) }
    if (found.kind === "ninguna")
      return { card: sesionNoEncontrada(texto, found.conocidas, "sesion.agenda", organo) }
    const { sesion } = found
    const [puntos, instituciones] = await Promise.all([
      puntosVisibles(consulta, sesion),
      data.read.instituciones.all(),
    ])
    return {
      card: ordenDelDiaCard({
        organo,
        sesion,
        puntos,
        instituciones: new Map(instituciones.map((institucion) => [institucion.id, institucion])),
        documentos: await documentosPara(data.read, actor, sesion),
        completo: veOrdenDelDia(actor, sesion),
      }),
    }
  },
})
