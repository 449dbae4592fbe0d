import { z } from "zod"

/** A session as people name it: `21`, `SO-21`, `vigésimo primera`. */
export const sesionTexto = z
  .string()
  .max(200)
  .meta({ summary: "clave o número de la sesión, por ejemplo: SO-21", completes: "sesion", rest: true })
