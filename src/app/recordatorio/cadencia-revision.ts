import { informePedidoCard } from "../../cards/recordatorio/informe-pedido.ts"
import { responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import type { ItemRecordatorio } from "../../domain/recordatorio/recordatorio.ts"
import { diasHabilesEntre } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { type DatosInformes, leerInformes, modeloInformes } from "./cadencia-mensaje.ts"
import { calendariosDeInformes, comoInforme, conInformes } from "./cadencia-planear.ts"

/** Of a request for reports that is about to leave, what is still owed: one that was given meanwhile is asked for no more. */
export const revisionInformes: RevisionMensaje = {
  async vigente(read, { organoId, modelo }): Promise<Revised> {
    const datos = leerInformes(modelo.datos)
    const [organo, institucion] = await Promise.all([
      read.organos.byId(organoId),
      read.instituciones.byId(datos?.institucionId ?? ""),
    ])
    if (datos === null || organo === null || institucion === null) return { kind: "sigue" }
    const { items, inhabiles } = await loQueFalta(read, organo, datos)
    if (items.length === datos.items.length) return { kind: "sigue" }
    if (items.length === 0)
      return { kind: "cancela", reason: "Ya no procede: se informó, o dejó de pedirse, antes de enviarse." }
    const { institucionId, fecha } = datos
    const recordatorio = { institucionId, fecha, items, contexto: [], omitidoDesde: null }
    return {
      kind: "cambia",
      card: informePedidoCard({ organo, institucion, recordatorio, inhabiles }),
      modelo: modeloInformes(recordatorio).modelo,
    }
  },
}

async function loQueFalta(read: Repositories, organo: Organo, datos: DatosInformes) {
  const { institucionId, fecha } = datos
  const rows = await conInformes(read, { ids: datos.items.map(({ compromisoId }) => compromisoId) })
  const calendarios = await calendariosDeInformes(read, organo, rows, fecha)
  const inhabiles = calendarios.de(institucionId)
  const responde = responsables(await read.instituciones.all(), fecha)
  const items = rows.flatMap(({ compromiso }): readonly ItemRecordatorio[] => {
    const suyo = responsablesDe(compromiso).some((id) => responde(id) === institucionId)
    const pedido = comoInforme(compromiso, calendarios.organo)
    const vence = pedido.fechaCompromiso
    const dicho = datos.items.find(({ compromisoId }) => compromisoId === compromiso.id)
    if (!suyo || vence === null || dicho?.vence !== vence) return []
    const corresponsable = responde(compromiso.institucionId ?? "") !== institucionId
    const dias = diasHabilesEntre(fecha, vence, inhabiles)
    return [
      {
        compromiso: pedido,
        fecha: vence,
        dias,
        vencido: vence < fecha,
        peldanos: [],
        ...(corresponsable ? { corresponsable } : {}),
      },
    ]
  })
  return { items, inhabiles }
}
