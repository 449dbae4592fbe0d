import { normalizar } from "../texto/texto.ts"
import type { Hora } from "../tipos/tiempo.ts"

/**
 * An hour of the day as people write it: "10", "10:00", "10:00 horas", "9.30", "5 pm", "12 del día". `null`: not an hour.
 * An hour alone is read on the 24-hour clock, as government writes it.
 */
export function leerHora(texto: string): Hora | null {
  const typed = normalizar(texto)
    .replace(/^a las? /, "")
    .replace(/\s*\(.*\)$/, "")
    .replaceAll(/\b(a|p)\.? ?m\.?(?=\s|$)/g, "$1m")
    .trim()
  const match =
    /^(\d{1,2})(?:[:.h ](\d{2}))? ?(am|pm|de la manana|de la tarde|de la noche|del dia)?(?: ?(?:hrs?|horas?|h))?\.?$/.exec(
      typed,
    )
  if (!match) return null
  const [, hours = "", minutes = "00", half] = match
  const hour = horaDelDia(Number(hours), half)
  if (hour === null || Number(minutes) > 59) return null
  return `${String(hour).padStart(2, "0")}:${minutes}`
}

function horaDelDia(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  if (half === "am" || half === "de la manana") return hour % 12
  if (half === "del dia") return hour === 12 ? 12 : null
  // "12 de la noche" is midnight; "12 pm" and "12 de la tarde" are noon.
  return half === "de la noche" && hour === 12 ? 0 : (hour % 12) + 12
}
