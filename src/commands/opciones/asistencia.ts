import { z } from "zod"

/** Who will come, or came, and how: what institutions answer and what the roll-call records. */

export const respuestaOption = z.enum(["titular", "suplente", "no_asistira"]).meta({
  summary: "quién asistirá",
  labels: { titular: "Titular", suplente: "Suplente", no_asistira: "No asistiremos" },
  synonyms: {
    titular: [
      "si",
      "asistire",
      "asistiremos",
      "si asistire",
      "si asistiremos",
      "asistira titular",
      "confirmo",
    ],
    suplente: ["con suplente", "asistira suplente"],
    no_asistira: ["no", "no asistire", "no asistira", "no ire", "no iremos", "no podre", "no podremos"],
  },
})

export const modoOption = (summary: string) =>
  z
    .enum(["presencial", "distancia"])
    .optional()
    .meta({
      summary,
      labels: { presencial: "En persona", distancia: "A distancia" },
      synonyms: {
        presencial: ["presencialmente"],
        distancia: ["remoto", "remota", "virtual", "en linea", "por videoconferencia", "por zoom", "zoom"],
      },
    })

export const esRemota = (typed: "presencial" | "distancia" | undefined): boolean | null =>
  typed === undefined ? null : typed === "distancia"
