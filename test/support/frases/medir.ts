import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { cargarDemo } from "../../../src/app/importacion/cargar-demo.ts"
import type { QueSePuede } from "../../../src/commands/parser/llano/lectura.ts"
import { leerFrase } from "../../../src/commands/parser/llano/leer.ts"
import { nameOf } from "../../../src/commands/parser/names.ts"
import { openDatabase } from "../../../src/db/open.ts"
import { silentLog } from "../silent-log.ts"
import { type Juicio, juzgar, leerEtiquetadas } from "./juzgar.ts"
import { lugarDe, PERSONAS } from "./lugar.ts"

/** `npm run frases -- archivo.tsv`: how a file of labelled phrases is read, with each miss. Without it, the project's own. */
const AHORA = "2026-11-26T16:00:00.000Z"

const archivo = process.argv[2] ?? new URL("./propias.tsv", import.meta.url).pathname
const filas = leerEtiquetadas(readFileSync(archivo, "utf8"))
const dataDir = mkdtempSync(join(tmpdir(), "frases-"))
const database = await openDatabase({ databaseUrl: null, dataDir }, silentLog)
await cargarDemo({ importacion: database.importacion, clock: { now: () => AHORA } })
const lugares = new Map<string, QueSePuede>()
for (const [rol, user] of Object.entries(PERSONAS))
  lugares.set(rol, await lugarDe(database.unitOfWork, user, AHORA))

const cuenta: Record<Juicio, number> = { bien: 0, pregunta: 0, mal: 0, nada: 0, falta: 0 }
const decir = (linea: string) => process.stdout.write(`${linea}\n`)
let ms = 0
for (const fila of filas) {
  const lugar = lugares.get(fila.rol)
  if (lugar === undefined) continue
  const [, orden, resto] = /^\/(\S+)\s*(.*)$/su.exec(fila.texto) ?? []
  const nombre = orden === undefined ? null : (nameOf(orden)?.name ?? null)
  const antes = performance.now()
  const lectura = leerFrase(resto ?? fila.texto, { ...lugar, nombre })
  ms += performance.now() - antes
  const { juicio, dado } = juzgar(fila, lectura, lugar.mundo.proxima ?? "")
  cuenta[juicio] += 1
  if (juicio === "bien") continue
  decir(`${juicio}\t[${fila.rol}/${fila.clase}] ${fila.texto}`)
  decir(`\tse esperaba ${fila.esperada}`)
  decir(`\tse leyó ${dado}`)
}
const parte = (n: number) => `${((n / (filas.length - cuenta.falta)) * 100).toFixed(1)} %`
decir(`${filas.length} frases; ${cuenta.falta} piden órdenes que no existen.`)
decir(
  `Bien: ${cuenta.bien}. Bien preguntadas: ${cuenta.pregunta}. Juntas: ${parte(cuenta.bien + cuenta.pregunta)}.`,
)
decir(`Mal leídas: ${cuenta.mal} (${parte(cuenta.mal)}). No entendidas: ${cuenta.nada}.`)
decir(`${(ms / filas.length).toFixed(2)} ms por frase.`)
await database.close()
rmSync(dataDir, { recursive: true, force: true })
