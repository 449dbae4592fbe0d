import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import { duracion } from "../../texts/duracion.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, type Hallazgo, problema } from "./hallazgo.ts"

/** Signed requests are refused at five minutes; long before, hours that people read would be wrong. */
const MUCHO_MS = 60_000
const ALGO_MS = 5_000
const SINCRONICE = "Sincronice el reloj del equipo (chrony, systemd-timesyncd o NTP del anfitrión)."

/** México gave up its summer time in 2022, and Ciudad Juárez got a zone of its own: data from before say otherwise. */
const COMPROBADAS = [
  ["America/Mexico_City", "2024-07-01T18:00:00.000Z", "12:00"],
  ["America/Ciudad_Juarez", "2024-07-01T18:00:00.000Z", "12:00"],
  ["America/Tijuana", "2024-07-01T18:00:00.000Z", "11:00"],
] as const

function contra(quien: string, ms: number): Hallazgo {
  const cuanto = `El reloj de este equipo va ${duracion(ms)} ${ms > 0 ? "atrás" : "adelante"} respecto a ${quien}.`
  if (Math.abs(ms) >= MUCHO_MS) return problema(cuanto, SINCRONICE)
  if (Math.abs(ms) >= ALGO_MS) return aviso(cuanto, SINCRONICE)
  return bien(`El reloj coincide con ${quien}.`)
}

function horaDe(zona: string, instante: string): string | null {
  try {
    return horaEnZona(instante, zona)
  } catch {
    return null
  }
}

export const reloj: Grupo = {
  id: "reloj",
  titulo: "Reloj y husos horarios",
  revisiones: [
    ({ base }) =>
      base.estado === "vista" && base.base.kind === "postgresql"
        ? [contra("la base de datos", base.base.desfaseMs)]
        : [],
    ({ espacios, plataformas }) => {
      const peores = new Map<string, number>()
      for (const { adapter, abierto } of espacios) {
        const ms = abierto.kind === "si" ? abierto.espacio.desfaseMs : null
        if (ms !== null && Math.abs(ms) >= Math.abs(peores.get(adapter) ?? 0)) peores.set(adapter, ms)
      }
      return [...peores].map(([adapter, ms]) => contra(nombrePlataforma(plataformas, adapter), ms))
    },
    ({ zonas }) => {
      const malas = COMPROBADAS.filter(([zona, instante, hora]) => horaDe(zona, instante) !== hora)
      const version = zonas ?? "de versión desconocida"
      if (malas.length === 0) return [bien(`Datos de husos horarios ${version}: dicen la hora oficial.`)]
      return [
        problema(
          `Los datos de husos horarios (${version}) no conocen la hora oficial de ${malas.map(([zona]) => zona).join(", ")}.`,
          "Actualice Node.js, o inícielo con su ICU completo y vigente.",
        ),
      ]
    },
    ({ zonas, ahora }) => {
      const anio = Number(zonas?.slice(0, 4))
      return anio > 0 && Number(ahora.slice(0, 4)) - anio > 2
        ? [aviso(`Los datos de husos horarios son de ${anio}.`, "Actualice Node.js.")]
        : []
    },
  ],
}
