import { startTestServer } from "../support/postgres.ts"
import { benchAnswers } from "./answers.ts"
import { benchBudget } from "./budget.ts"
import { benchClaims } from "./claims.ts"
import { benchDeliveries } from "./deliveries.ts"
import { benchLog } from "./log.ts"
import { benchPlanning } from "./planning.ts"
import { benchProcesses } from "./processes.ts"
import { benchProtectedData } from "./protected-data.ts"
import { benchSearch } from "./search.ts"

/** `npm run bench`, or some of it: `npm run bench -- respuestas entregas`. Ratios are what counts: machines differ. */
const BENCHES = {
  respuestas: benchAnswers,
  planeacion: benchPlanning,
  entregas: benchDeliveries,
  cola: benchClaims,
  presupuesto: benchBudget,
  procesos: benchProcesses,
  datos: benchProtectedData,
  bitacora: benchLog,
  busqueda: benchSearch,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`)
  process.exit(2)
}
const server = await startTestServer()
try {
  for (const [name, bench] of Object.entries(BENCHES))
    if (asked.length === 0 || asked.includes(name)) await bench(server)
} finally {
  await server.stop()
}
