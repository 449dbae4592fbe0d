import type { Plazo } from "../../domain/tiempo/regla-plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { horaOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"

/** From which hour a notice in hours is counted, and that it is the safest one when the session has none on record. */
export function horasAntes({ zona }: Organo, { hora }: Pick<Sesion, "hora">, { n }: Plazo): string {
  const horas = plural(n, "hora", "horas")
  return hora === null
    ? `${horas} antes del comienzo del día de la sesión, porque aún no se registra su hora.`
    : `${horas} antes de las ${horaOficial(hora, zona)}; se cuentan por horas, en días hábiles o no.`
}
