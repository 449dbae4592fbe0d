// A process that opens a data folder, writes to the log for ever, and says each number once it is stored.
import { openDatabase } from "../../src/db/open.ts"
import { silentLog } from "./silent-log.ts"

const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2] ?? "" }, silentLog)
for (let number = 1; ; number += 1) {
  await database.unitOfWork.transaction(({ eventos }) =>
    eventos.append({
      tipo: "sesion.editada",
      objeto: "prueba:1",
      organoId: null,
      personaId: null,
      plataforma: "sistema",
      antes: null,
      despues: { number },
      instante: "2024-02-16T18:00:00.000Z",
    }),
  )
  process.stdout.write(`${number}\n`)
}
