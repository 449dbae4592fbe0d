import { porqueNoRecibe } from "../../cards/canal/recepcion.ts"
import type { OrdenDeAsunto } from "../../domain/inicio/asunto.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Canal, SinRecepcion } from "../../domain/tipos/canal.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { canalesEnUso } from "../canal/canales.ts"
import { sinRecepcion } from "../canal/recepcion.ts"
import type { AsuntoHallado, Fuente } from "./fuente.ts"

/** Channels that get nothing; those that one workspace or one platform keeps from it are one matter. */
export const canalesSinRecepcion: Fuente = {
  requiere: "plenaria.canal-probar",
  async buscar({ read, organo, conexiones, plataformas }) {
    const canales = (await canalesEnUso(read, organo)).filter(({ activo }) => activo)
    const sordos = await sinRecepcion(read, conexiones, canales)
    const porCausa = new Map<string, { asunto: AsuntoHallado; n: number }>()
    for (const canal of canales) {
      const motivo = sordos.get(canal.id)
      if (motivo === undefined) continue
      const causa = propia(motivo) ? canal.id : `${motivo.kind} ${canal.adapter} ${canal.workspace}`
      const n = (porCausa.get(causa)?.n ?? 0) + 1
      const porque = porqueNoRecibe(motivo, nombrePlataforma(plataformas, canal.adapter), organo)
      const cuales = n === 1 ? `El canal ${canal.nombre} no recibe` : `${n} canales no reciben`
      const desde = desdeCuando(motivo)
      porCausa.set(causa, {
        n,
        asunto: {
          que: `${cuales} mensajes. ${porque}`,
          desde: desde === null ? null : fechaEnZona(desde, organo.zona),
          hasta: null,
          orden: ordenDe(motivo, canal),
          objeto: propia(motivo) ? `canal:${canal.id}` : null,
          demo: canal.origen === "demo",
        },
      })
    }
    return [...porCausa.values()].map(({ asunto }) => asunto)
  },
}

/** It is the channel's own, and not of all that are in its workspace or on its platform. */
const propia = ({ kind }: SinRecepcion): boolean => kind === "falla" || kind === "por_confirmar"

function ordenDe({ kind }: SinRecepcion, { clave, nombre }: Canal): OrdenDeAsunto {
  if (kind === "falla") return { command: "plenaria.canal-probar", arg: clave, label: `Probar ${nombre}` }
  if (kind === "por_confirmar")
    return { command: "plenaria.canal-confirmar", arg: clave, label: `Confirmar ${nombre}` }
  return { command: "plenaria.canales", arg: "", label: "Ver los canales" }
}

/** Channels that an institution asked to have registered. */
export const canalesPorAprobar: Fuente = {
  requiere: "plenaria.canal-aprobar",
  async buscar({ read, organo }) {
    const abiertas = await read.solicitudesCanal.abiertas(organo.id)
    if (abiertas.length === 0) return []
    const instituciones = new Map((await read.instituciones.all()).map((una) => [una.id, una]))
    return abiertas.map(({ id, nombre, institucionId, solicitadaEn }) => {
      const institucion = instituciones.get(institucionId)
      const siglas = institucion?.siglas ?? "una institución"
      return {
        que: `${siglas} pide registrar su canal «${nombre}».`,
        desde: fechaEnZona(solicitadaEn, organo.zona),
        hasta: null,
        orden: { command: "plenaria.canal-aprobar", arg: id, label: `Revisar el canal de ${siglas}` },
        objeto: null,
        demo: institucion?.origen === "demo",
      }
    })
  },
}

const desdeCuando = (motivo: SinRecepcion): string | null => ("desde" in motivo ? motivo.desde : null)
