import { datosProtegidos } from "../../src/domain/texto/datos-protegidos/datos-protegidos.ts"
import { PIEZAS_HOSTILES } from "../support/datos-protegidos/hostiles.ts"

const SIZES = [40_000, 80_000] as const
const ROUNDS = 7
/** Of the processor, for the shorter size. */
const TARGET_MS = 50

/** The guard on texts made to be slow: the worst of them, and how its time grows when it is twice as long. */
export async function benchProtectedData(): Promise<void> {
  const rows = PIEZAS_HOSTILES.map((piece) => {
    const [short = 0, long = 0] = SIZES.map((size) => processorTime(textOf(piece, size)))
    return { piece, short, long }
  }).toSorted((a, b) => b.short - a.short)
  console.log(`\nDatos protegidos: ${SIZES[0]} caracteres hostiles, meta < ${TARGET_MS} ms de procesador`)
  for (const { piece, short, long } of rows.slice(0, 5)) {
    const growth = (long / short).toFixed(1)
    console.log(`  ${short.toFixed(1).padStart(6)} ms; al doble, × ${growth}  ${JSON.stringify(piece)}`)
  }
}

const textOf = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

/** The least of some rounds, in ms: what else runs on the machine only adds to it. */
function processorTime(text: string): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    datosProtegidos(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...rounds)
}
