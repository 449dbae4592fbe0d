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

/** How an institution votes, in its own words. */
export const sentidoOption = z.enum(["a_favor", "en_contra", "abstencion"]).meta({
  summary: "en qué sentido vota",
  label: "Sentido",
  labels: { a_favor: "A favor", en_contra: "En contra", abstencion: "Abstención" },
  synonyms: {
    a_favor: ["si", "favor", "afirmativo", "voto a favor"],
    en_contra: ["no", "contra", "negativo", "voto en contra"],
    abstencion: ["me abstengo", "abstengo", "nos abstenemos", "abstenerse", "en abstencion"],
  },
})
