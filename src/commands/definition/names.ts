import type { CommandName } from "./definition.ts"

/** The five words that are typed after the slash. */
export const commandNames: Readonly<Record<CommandName, { readonly summary: string }>> = {
  sesion: { summary: "Sesiones: la próxima, su orden del día y los resúmenes" },
  acuerdo: { summary: "Acuerdos adoptados por el órgano colegiado" },
  compromiso: { summary: "Compromisos de las instituciones y sus fechas" },
  directorio: { summary: "Instituciones, personas y designaciones: altas, cambios y relevos" },
  plenaria: { summary: "Ayuda, su vinculación, y los canales y entregas de mensajes" },
}
