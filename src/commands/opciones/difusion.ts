import { z } from "zod"

/** Who may read an item, an agreement or a document. */
export const difusionOption = (summary: string) =>
  z.enum(["integrantes", "publica", "interna"]).meta({
    summary,
    label: "Difusión",
    labels: { integrantes: "Integrantes", publica: "Pública", interna: "Interna" },
    synonyms: { integrantes: ["solo integrantes"], publica: ["publico"], interna: ["interno"] },
  })
