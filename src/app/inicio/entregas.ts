import { plural } from "../../texts/plurales.ts"
import { contarPorAtender } from "../entrega/consultar.ts"
import type { Fuente } from "./fuente.ts"

/** Messages of which somebody has to decide what becomes of them. */
export const entregasPorAtender: Fuente = {
  requiere: "plenaria.reenviar",
  async buscar(escena) {
    const total = await contarPorAtender(escena)
    if (total === 0) return []
    return [
      {
        que: `${plural(total, "mensaje no llegó", "mensajes no llegaron")} o no se sabe si llegó.`,
        desde: null,
        hasta: escena.hoy,
        orden: { command: "plenaria.entregas", arg: "", label: "Ver las entregas por atender" },
        objeto: null,
        demo: false,
      },
    ]
  },
}
