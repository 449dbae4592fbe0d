import { z } from "zod"

/** The page of a long list; the buttons of a list use it, and it can be typed: `pagina:2`. */
export const paginaOption = z.coerce
  .number()
  .int()
  .min(1)
  .max(9999)
  .optional()
  .meta({ summary: "número de página" })
