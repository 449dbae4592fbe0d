import { pasosQueFaltan } from "../../cards/comienzo/faltantes.ts"
import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { faltantesDe } from "../comienzo/faltantes.ts"
import type { Fuente } from "./fuente.ts"

/** What a new body lacks, until it calls its first session; a sub-body goes by the one above it. */
export const comienzoPorTerminar: Fuente = {
  requiere: "plenaria.comenzar-reglas",
  async buscar({ read, organo, hoy }) {
    if (organo.padreId !== null) return []
    const sesiones = await read.sesiones.list(organo.id)
    if (sesiones.some(({ estado }) => estado !== "programada")) return []
    const faltan = pasosQueFaltan(await faltantesDe(read, organo, hoy))
    if (faltan.length === 0) return []
    return [
      {
        que: `${faltan.length === 1 ? "Falta" : "Faltan"} ${plural(faltan.length, "paso", "pasos")} del comienzo: ${enumerar(faltan)}.`,
        desde: null,
        hasta: null,
        orden: { command: "plenaria.comenzar", arg: "", label: "Continuar el comienzo" },
        objeto: null,
        demo: organo.origen === "demo",
      },
    ]
  },
}

/** An institution that nothing reaches, unless it asked for a channel already. */
export const sinCanalPropio: Fuente = {
  requiere: "plenaria.canal-registrar",
  async buscar({ read, actor, organo, hoy }) {
    const propias = institucionesDe(actor, organo.id)
    if (propias.length === 0) return []
    const { sinCanal } = await destinosDeIntegrantes(read, organo, hoy)
    const suyas = sinCanal.filter(({ id }) => propias.includes(id))
    if (suyas.length === 0) return []
    const pedidas = (await read.solicitudesCanal.abiertas(organo.id)).map(
      ({ institucionId }) => institucionId,
    )
    return suyas
      .filter(({ id }) => !pedidas.includes(id))
      .map(({ siglas, origen }) => ({
        que: `${siglas} no tiene canal en el que reciba sus avisos: abra el suyo y regístrelo desde ahí.`,
        desde: null,
        hasta: null,
        orden: {
          command: "plenaria.canal-registrar",
          arg: "",
          label: `Registrar el canal de ${siglas}`,
        },
        objeto: null,
        demo: origen === "demo",
      }))
  },
}
