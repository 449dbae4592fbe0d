import { describeSuddenDeath } from "../support/muerte-subita.ts"

describeSuddenDeath({ deliveries: 1_000, channels: 50, leaseMs: 30_000, kills: { served: 6, embedded: 4 } })
