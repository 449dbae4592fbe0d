import type { AdapterLimits } from "../../src/ports/chat-adapter.ts"
import type { HttpEndpoint } from "../../src/ports/http-endpoint.ts"

/** The page has no limits of its own; these keep a message readable and a request small. */
export const limits: AdapterLimits = {
  textLength: 12_000,
  blocksPerMessage: 60,
  actionsPerMessage: 25,
  actionLabelLength: 120,
  actionIdLength: 100,
  perChannelPerSecond: 1_000,
  budget: null,
}

/** Octets of a file, which is kept with its message in the bot's own database: the picture of a full board fits. */
export const MAX_FILE = 262_144

/** Most octets of what the page sends: the answers to a form, in full. */
export const BODY_BYTES = 524_288

/** What the page posts to. */
export const ENDPOINTS: readonly HttpEndpoint[] = [
  { method: "POST", path: "/api/orden", bodyBytes: BODY_BYTES },
  { method: "POST", path: "/api/accion", bodyBytes: BODY_BYTES },
  { method: "POST", path: "/api/formulario", bodyBytes: BODY_BYTES },
  { method: "POST", path: "/api/completar", bodyBytes: 4_096 },
  { method: "POST", path: "/api/reloj", bodyBytes: 1_024 },
]
