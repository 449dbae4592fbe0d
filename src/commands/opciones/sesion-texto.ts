import { LEAD_SESION, referencia } from "./referencia.ts"

/** A session as people name it: `21`, `SO-21`, `vigésimo primera`. */
export const sesionTexto = referencia({
  summary: "clave o número de la sesión",
  completes: "sesion",
  rest: true,
})

/** A session before other options: one word, or one that looks like a clave. */
export const sesionNombrada = (summary: string) =>
  referencia({ summary, max: 120, completes: "sesion", label: "Sesión", lead: LEAD_SESION })
