import { z } from "zod"
import { puntosVisibles } from "../../app/sesion/consultar.ts"
import { documentosPara } from "../../app/sesion/documentos.ts"
import { seguimientoDe } from "../../app/sesion/seguimiento.ts"
import { type AccesoOrden, ordenDelDiaCard } from "../../cards/sesion/orden-del-dia.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { nivelQueLee, veOrdenDelDia } from "../../domain/visibilidad/visibilidad.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

function accesoAlOrden(actor: Actor, sesion: Sesion): AccesoOrden {
  if (veOrdenDelDia(actor, sesion)) return "todo"
  return nivelQueLee(actor, sesion.organoId) !== "publica" && !fueConvocada(sesion)
    ? "en_preparacion"
    : "ajeno"
}

export const sesionAgendaCommand = defineCommand({
  name: "sesion",
  subcommand: "agenda",
  synonyms: ["orden", "orden del dia", "puntos"],

  frases: [
    "orden_del_dia^2",
    "agenda !una !google !outlook",
    "temas|puntos|asuntos #sesion|#proxima|$sesion",
    "temas|puntos|asuntos tratar|tratan|tratara*|ver|veremos|discutir|abordar|desahogar|van|hay|vienen !propuestas",
    "que tratar|discutir|abordar|desahogar|ver #sesion|#proxima|$sesion|vamos|va|van",
    "que se_va|se_van|vamos tratar|ver|discutir|abordar !pedir",
    "de_que va|tratara|trata #sesion|$sesion|#proxima",
    "que trae|lleva|contiene|incluye #sesion|#proxima|$sesion",
    "que sigue|hay en_el_orden",
    "programa #sesion|$sesion|#proxima",
  ],
  summary: "Orden del día de una sesión; si no dice cuál, de la próxima",
  audience: "todas",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, { sesion: texto }) {
    const { actor, organo, hoy, data } = context
    const consulta = { read: data.read, actor, organo, hoy }
    const pedida = await sesionPedida(
      context,
      texto,
      "sesion.agenda",
      (sesiones) => proximaSesion(sesiones, hoy) ?? ultimaClausurada(sesiones),
    )
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
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
        acceso: accesoAlOrden(actor, sesion),
        seguimiento: await seguimientoDe(consulta, sesion),
      }),
    }
  },
})
