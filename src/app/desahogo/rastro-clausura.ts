import { z } from "zod"

/** What closing a session changed besides it, as the log keeps it: what has to be put back if it was a mistake. */
export const rastroClausuraSchema = z.object({
  /** Items that were deferred, with the reason that each had before. */
  diferidos: z.array(z.object({ id: z.string(), motivo: z.string().nullable() })),
  /** Ids of the attendances that were taken from the roll-call. */
  asistencias: z.array(z.string()),
})
export type RastroClausura = z.infer<typeof rastroClausuraSchema>
