import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { institucionesSentadas } from "../canal/destinos.ts"
import type { AsuntoHallado, Fuente } from "./fuente.ts"

/** Workspaces that an institution's IT authorised, and of which nobody has said that they are theirs. */
export const conexionesPorConfirmar: Fuente = {
  requiere: "plenaria.conexion-confirmar",
  async buscar({ read, organo, hoy }) {
    const esperan = (await read.conexiones.all()).filter(({ estado }) => estado === "por_confirmar")
    if (esperan.length === 0) return []
    const sentadas = new Map((await institucionesSentadas(read, organo, hoy)).map((una) => [una.id, una]))
    return esperan.flatMap(({ institucionId, nombre, conectadaEn }): readonly AsuntoHallado[] => {
      const institucion = sentadas.get(institucionId ?? "")
      if (institucion === undefined) return []
      return [
        {
          que: `Confirmar que el espacio de trabajo «${nombre}» es de ${institucion.siglas}.`,
          desde: fechaEnZona(conectadaEn, organo.zona),
          hasta: null,
          orden: {
            command: "plenaria.conexiones",
            arg: "",
            label: `Confirmar el espacio de ${institucion.siglas}`,
          },
          objeto: null,
          demo: institucion.origen === "demo",
        },
      ]
    })
  },
}
