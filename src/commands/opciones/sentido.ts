import { z } from "zod"

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
