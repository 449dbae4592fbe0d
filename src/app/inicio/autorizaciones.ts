import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { OBJETO_AUTORIZACION } from "../../texts/etiquetas.ts"
import { autorizaPresidencia } from "../perfil.ts"
import type { AsuntoHallado, Fuente } from "./fuente.ts"
import { deSesion, sesionesCercanas } from "./sesiones.ts"

/** What the presidencia was asked to authorise. */
export const porAutorizar: Fuente = {
  requiere: "sesion.autorizar",
  async buscar({ read, organo }) {
    const sesiones = new Map((await read.sesiones.list(organo.id)).map((una) => [una.id, una]))
    const abiertas = await read.autorizaciones.abiertas(organo.id)
    return abiertas.flatMap(({ sesionId, objeto, solicitadaEn }): readonly AsuntoHallado[] => {
      const sesion = sesiones.get(sesionId)
      if (sesion === undefined) return []
      return [
        {
          que: `Autorizar: ${OBJETO_AUTORIZACION[objeto]} de ${sesion.clave}.`,
          desde: fechaEnZona(solicitadaEn, organo.zona),
          hasta: null,
          orden: { command: "sesion.autorizacion-ver", arg: sesion.clave, label: `Revisar ${sesion.clave}` },
          ...deSesion(sesion),
        },
      ]
    })
  },
}

/** What it gave back to the Secretaría Técnica, and was not asked for again. */
export const porCorregir: Fuente = {
  requiere: "sesion.convocar",
  async buscar(escena) {
    const { read, organo, hoy } = escena
    if (!(await autorizaPresidencia(read, organo.id, hoy))) return []
    const hallados: AsuntoHallado[] = []
    for (const sesion of await sesionesCercanas(escena)) {
      const ultima = await read.autorizaciones.ultima(sesion.id, null)
      if (ultima?.estado !== "devuelta") continue
      hallados.push({
        que: `La Presidencia devolvió ${OBJETO_AUTORIZACION[ultima.objeto]} de ${sesion.clave}.`,
        desde: fechaEnZona(ultima.resueltaEn ?? ultima.solicitadaEn, organo.zona),
        hasta: sesion.fecha,
        orden: {
          command: "sesion.autorizacion-ver",
          arg: sesion.clave,
          label: `Ver el motivo de ${sesion.clave}`,
        },
        ...deSesion(sesion),
      })
    }
    return hallados
  },
}
