import type { Audience } from "../definition/definition.ts"

/** "Disponible para": who may use a command. */
export const audienceLabels: Readonly<Record<Audience, string>> = {
  todas: "todas las personas",
  vinculadas: "personas vinculadas al directorio",
  secretaria_tecnica: "la Secretaría Técnica",
  atienden_entregas: "la Secretaría Técnica y la administración técnica",
}
