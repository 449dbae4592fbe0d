import { comando } from "../../cards/comando.ts"
import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { LiveDeliveries } from "../../ports/repositories/delivery-review.ts"
import { duracion } from "../../texts/duracion.ts"
import { plural } from "../../texts/plurales.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, problema } from "./hallazgo.ts"

/** What could have left for longer than this is not only waiting for its turn. */
const TURNOS_MS = 15 * 60_000

const de = (
  entregas: readonly LiveDeliveries[] | undefined,
  ...states: readonly LiveDeliveries["state"][]
) => {
  const suyas = (entregas ?? []).filter(({ state }) => states.includes(state))
  const oldest = suyas.map((one) => one.oldest).sort()[0] ?? null
  return { n: suyas.reduce((sum, { count }) => sum + count, 0), oldest }
}

export const entregas: Grupo = {
  id: "entregas",
  titulo: "Mensajes por enviar",
  revisiones: [
    ({ datos, ahora }) => {
      if (datos === null) return []
      const { n, oldest } = de(datos.entregas, "pending", "sending")
      if (oldest === null) return [bien("Ningún mensaje espera.")]
      const espera = msEntre(oldest, ahora)
      const que = `${plural(n, "mensaje espera", "mensajes esperan")}, el primero desde hace ${duracion(espera)}.`
      return espera > TURNOS_MS
        ? [
            problema(
              que,
              `Vea arriba qué conexión o canal falla, y con ${comando("plenaria.canales").text} desde cuándo.`,
            ),
          ]
        : [bien(que)]
    },
    ({ datos }) => {
      const { n } = de(datos?.entregas, "uncertain")
      return n === 0
        ? []
        : [
            aviso(
              `${plural(n, "mensaje quedó incierto", "mensajes quedaron inciertos")}: no se sabe si llegó.`,
              `Se buscan solos; los que sigan así mañana, véalos en el canal y con ${comando("plenaria.entregas").text}.`,
            ),
          ]
    },
    ({ datos }) => {
      const { n } = de(datos?.entregas, "rejected")
      return n === 0
        ? []
        : [
            aviso(
              `${plural(n, "mensaje está rechazado", "mensajes están rechazados")} y nadie decidió qué hacer.`,
              `Reenvíelos o descártelos: ${comando("plenaria.entregas").text}.`,
            ),
          ]
    },
    ({ datos }) => {
      const motivo = datos?.portadaRechazada ?? null
      return motivo === null
        ? []
        : [aviso("En el último día no se pudo publicar la página propia de alguien.", motivo)]
    },
    ({ datos }) => {
      const n = datos?.fallas.length ?? 0
      return n === 0
        ? []
        : [
            aviso(
              `${plural(n, "canal consta", "canales constan")} como que no recibe mensajes.`,
              `Vea la causa con ${comando("plenaria.canales").text} y compruébelo con ${comando("plenaria.canal-probar").text}.`,
            ),
          ]
    },
  ],
}
