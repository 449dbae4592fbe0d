import { plural } from "./plurales.ts"

const MS = { segundo: 1_000, minuto: 60_000, hora: 3_600_000, dia: 86_400_000 } as const

/** About how long, in the largest unit of which there are two, for whoever runs the system: "90 minutos". */
export function duracion(ms: number): string {
  const n = (unidad: number) => Math.floor(Math.abs(ms) / unidad)
  if (n(MS.dia) >= 2) return plural(n(MS.dia), "día", "días")
  if (n(MS.hora) >= 2) return plural(n(MS.hora), "hora", "horas")
  if (n(MS.minuto) >= 2) return plural(n(MS.minuto), "minuto", "minutos")
  return plural(n(MS.segundo), "segundo", "segundos")
}

/** "1.4 GB" */
export function tamano(octetos: number): string {
  const gb = octetos / 1e9
  return gb >= 1 ? `${gb.toFixed(1)} GB` : `${Math.ceil(octetos / 1e6)} MB`
}
