import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Fuente } from "./fuente.ts"

const MAX_NOMBRES = 3

/** Accounts whose owners say who they are, and that nobody has linked or refused. */
export const porVincular: Fuente = {
  requiere: "plenaria.solicitudes",
  async buscar({ read, organo }) {
    const esperan = await read.vinculaciones.pendientes(organo.id)
    const [primera] = esperan
    if (primera === undefined) return []
    const nombres = esperan.slice(0, MAX_NOMBRES).map(({ nombre }) => nombre)
    const otras = esperan.length - nombres.length
    const quienes = enumerar([...nombres, ...(otras > 0 ? [`${otras} más`] : [])])
    return [
      {
        que: `${plural(esperan.length, "persona pide", "personas piden")} que se vincule su cuenta: ${quienes}.`,
        desde: fechaEnZona(primera.creadaEn, organo.zona),
        hasta: null,
        orden: { command: "plenaria.solicitudes", arg: "", label: "Ver quiénes piden vincularse" },
        objeto: null,
        demo: organo.origen === "demo",
      },
    ]
  },
}
