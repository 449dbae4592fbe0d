import { describeSuddenDeath } from "../support/muerte-subita.ts"

describeSuddenDeath({ deliveries: 1_000, channels: 50, kills: { served: 6, embedded: 4 } })
