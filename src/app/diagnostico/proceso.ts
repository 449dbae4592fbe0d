import { duracion } from "../../texts/duracion.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, problema } from "./hallazgo.ts"

/** Somebody plans each minute. */
const TARDE_MS = 3 * 60_000

export const proceso: Grupo = {
  id: "proceso",
  titulo: "El bot en marcha",
  revisiones: [
    ({ datos }) => {
      if (datos === null) return []
      const { latidoMs } = datos
      if (latidoMs === null)
        return [aviso("El bot nunca ha planeado con estos datos.", "Inícielo: npm start.")]
      const que = `La última vez que un proceso planeó fue hace ${duracion(latidoMs)}.`
      return latidoMs > TARDE_MS
        ? [problema(que, "Inicie el bot, o lea en su bitácora técnica por qué no termina.")]
        : [bien(que)]
    },
    ({ proceso: { direccion, salud }, base }) => {
      if (salud === null)
        return base.estado === "ocupada"
          ? [
              problema(
                `El bot tiene la base y no contesta en ${direccion}/salud.`,
                "Lea su bitácora técnica y, si sigue así, deténgalo e inícielo de nuevo.",
              ),
            ]
          : []
      if (salud.bien) return [bien(`${direccion}/salud contesta: ${salud.estado}.`)]
      const detalle = salud.fallas.length === 0 ? "" : ` (${salud.fallas.join(", ")})`
      return [
        problema(
          `${direccion}/salud contesta: ${salud.estado}${detalle}.`,
          "Revise la red y las credenciales de lo que falla.",
        ),
      ]
    },
  ],
}
