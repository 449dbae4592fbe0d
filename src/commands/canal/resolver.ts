import { z } from "zod"
import { lecturaDe } from "../../app/canal/mirado.ts"
import { aprobarCanal, rechazarCanal } from "../../app/canal/registrar.ts"
import { aprobarCanalCard, canalRegistradoCard, canalSinRegistrarCard } from "../../cards/canal/registro.ts"
import { lecturaMostrada } from "../../domain/canal/lectura.ts"
import type { SolicitudCanal } from "../../domain/tipos/canal.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { leenOption } from "./registrar.ts"

const solicitud = referencia({ summary: "la solicitud, como en su aviso", max: 60, label: "Solicitud" })

/** What waits of a body, by the button of its message. */
export const plenariaCanalAprobarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-aprobar",
  synonyms: [],
  summary: "Aprueba el canal que pidió una institución; antes muestra quiénes pueden leerlo",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ solicitud, leen: leenOption }),
  run: (context, options) =>
    conSolicitud(context, options.solicitud, async (pedida, institucion) => {
      const { organo, plataformas } = context
      const lugar = await context.conexiones.mirar(pedida)
      if (lugar.kind === "unusable")
        return { card: canalSinRegistrarCard(organo, { kind: "inservible", reason: lugar.reason }) }
      const visto = { ...lecturaDe(lugar), nombre: lugar.name }
      const leen = lecturaMostrada(visto)
      if (!context.confirmed || options.leen !== leen) {
        const solicita = await context.data.read.personas.byId(pedida.personaId)
        const card = aprobarCanalCard({
          organo,
          nombre: pedida.nombre,
          audiencia: "institucion",
          institucion,
          plataforma: nombrePlataforma(plataformas, pedida.adapter),
          visto,
          solicita: solicita?.nombre ?? "alguien que no consta en el directorio",
        })
        return { question: { card, answers: [{ label: "Aprobar", values: { leen }, confirms: true }] } }
      }
      const hecho = await aprobarCanal(actuacionOf(context), pedida, institucion, visto)
      if (hecho.kind === "aprobada") return { card: canalRegistradoCard({ organo, canal: hecho.canal }) }
      if (hecho.kind === "ya_es_canal") {
        const nombre = hecho.canal.organoId === organo.id ? hecho.canal.nombre : null
        return {
          card: canalSinRegistrarCard(organo, { kind: "ya_es_canal", nombre, activo: hecho.canal.activo }),
        }
      }
      return { card: canalSinRegistrarCard(organo, { kind: "no_espera" }) }
    }),
})

export const plenariaCanalRechazarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-rechazar",
  synonyms: [],
  summary: "Rechaza el canal que pidió una institución, con el motivo",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    solicitud,
    motivo: textoLibre({
      summary: "qué debe corregirse, o por qué no procede",
      min: 5,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Rechazar un canal",
    submit: "Rechazar",
    fields: ["motivo"],
    async prepare(context, given) {
      const pedida = await buscar(context, given.solicitud ?? "")
      if (pedida === null) return { card: canalSinRegistrarCard(context.organo, { kind: "no_espera" }) }
      return {
        values: { solicitud: pedida.id },
        intro: `${pedida.nombre}. Quien lo pidió leerá el motivo, que queda registrado.`,
        demo: context.organo.origen === "demo",
      }
    },
  },
  run: (context, options) =>
    conSolicitud(context, options.solicitud, async (pedida, institucion) => {
      const { kind } = await rechazarCanal(actuacionOf(context), pedida, institucion, options.motivo)
      return {
        card: canalSinRegistrarCard(context.organo, { kind: kind === "rechazada" ? kind : "no_espera" }),
      }
    }),
})

async function buscar({ data, organo }: CommandContext, id: string): Promise<SolicitudCanal | null> {
  const found = await data.fresh.solicitudesCanal.byId(id)
  return found?.organoId === organo.id && found.estado === "por_aprobar" ? found : null
}

async function conSolicitud(
  context: CommandContext,
  id: string,
  work: (pedida: SolicitudCanal, institucion: Institucion) => Promise<Reply>,
): Promise<Reply> {
  const pedida = await buscar(context, id)
  const institucion = pedida && (await context.data.read.instituciones.byId(pedida.institucionId))
  if (pedida === null || institucion === null)
    return { card: canalSinRegistrarCard(context.organo, { kind: "no_espera" }) }
  return work(pedida, institucion)
}
