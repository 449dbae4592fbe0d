import { describeSuddenDeath } from "../support/muerte-subita.ts"

/** Few enough to be quick, and enough to be killed with messages under way; `npm run test:resistencia` has a thousand. */
describeSuddenDeath({ deliveries: 60, channels: 10, leaseMs: 15_000, kills: { served: 1, embedded: 1 } })
