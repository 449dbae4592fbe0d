import type { Audience } from "./definition.ts"

/** "Disponible para": who may use a command. */
export const audienceLabels: Readonly<Record<Audience, string>> = {
  cualquiera: "todas las personas",
  todas: "todas las personas",
  vinculadas: "personas vinculadas al directorio",
  secretaria_tecnica: "la Secretaría Técnica",
  presidencia: "la Presidencia y quien la supla",
  conducen: "la Secretaría Técnica y la Presidencia",
  atienden_entregas: "la Secretaría Técnica y la administración técnica",
  ven_entregas: "la Secretaría Técnica, la Presidencia y la administración técnica",
  leen_bitacora:
    "la Secretaría Técnica, la Presidencia, el Órgano Interno de Control y la Unidad de Transparencia",
}
