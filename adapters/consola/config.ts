import { z } from "zod"
import type { AdapterEnv } from "../../src/ports/adapter-module.ts"

/** The console needs no credentials: it only answers this machine (see receive.ts). */
const schema = z.object({})

export type ConsolaConfig = z.infer<typeof schema>

export const consolaEnv: AdapterEnv<ConsolaConfig> = { schema, isConfigured: () => true }
