import { z } from "zod"
import { bitacoraPublica } from "../../app/bitacora/publica.ts"
import { bitacoraPublicaCard, FORMATOS_PUBLICOS } from "../../cards/bitacora/publica.ts"
import { defineCommand } from "../definition/definition.ts"

export const plenariaBitacoraPublicaCommand = defineCommand({
  name: "plenaria",
  subcommand: "bitacora-publica",
  synonyms: ["exportar bitacora"],

  frases: ["export*|descarg* bitacora"],
  summary: "Archivo con los actos públicos de la bitácora, sin cuentas ni actos no públicos",
  audience: "leen_bitacora",
  acts: false,
  options: z.object({
    formato: z
      .enum(FORMATOS_PUBLICOS)
      .default("csv")
      .meta({
        summary: "para hoja de cálculo o para programas; si falta, para hoja de cálculo",
        labels: { csv: "Hoja de cálculo (CSV)", json: "Datos abiertos (JSON)" },
        synonyms: { csv: ["excel", "hoja"], json: ["datos abiertos"] },
      }),
  }),
  async run({ data, organo, now }, { formato }) {
    return { card: bitacoraPublicaCard(await bitacoraPublica(data.fresh, organo, now), formato) }
  },
})
