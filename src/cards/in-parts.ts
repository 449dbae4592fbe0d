import { enumerar } from "../texts/plurales.ts"

/** Shows one message to who asked, and to nobody else; rejects when it did not get there. */
export type Way<Part> = (part: Part) => Promise<unknown>

/** How the messages of a private answer reach who asked. */
export interface Ways<Part> {
  /** What the platform grants for the interaction itself: it surely arrives, and each is used once. */
  readonly granted: readonly Way<Part>[]
  /** Any number of times; `false`: it did not get there. */
  otherwise(part: Part): Promise<boolean>
  /** What says which of the parts (counted from 1) could not be shown. */
  notice(missing: readonly number[], total: number): Part
  /** A granted way did not work. */
  failed(error: unknown): void
}

/** Of the granted ways: one for the last part, and one to say what could not be shown. */
const KEPT = 2

/**
 * Shows all the parts of a private answer, in their order. What the granted ways have no room for goes by the others;
 * the last granted one is kept for the last part, which has the buttons: no button is lost, whatever becomes of the
 * rest. `false`: not all of it could be shown, which who asked was told where a granted way was left for it.
 */
export async function showInParts<Part>(parts: readonly Part[], ways: Ways<Part>): Promise<boolean> {
  const granted = [...ways.granted]
  const missing: number[] = []
  const byGranted = async (part: Part, kept: number): Promise<boolean> => {
    while (granted.length > kept) {
      try {
        await granted.shift()?.(part)
        return true
      } catch (error) {
        ways.failed(error)
      }
    }
    return false
  }
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1
    if (isLast && missing.length > 0) await byGranted(ways.notice(missing, parts.length), 1)
    const needed = parts.length - i + (missing.length > 0 ? 1 : 0)
    const kept = isLast || needed <= granted.length ? 0 : KEPT
    if (!(await byGranted(part, kept)) && !(await ways.otherwise(part))) missing.push(i + 1)
  }
  return missing.length === 0
}

/** "No fue posible mostrarle las partes 5, 6 y 7 de 9." and what can be done about it. */
export function partesSinMostrar(missing: readonly number[], total: number, remedio: string): string {
  const cuales =
    missing.length === 1 ? `la parte ${missing[0]}` : `las partes ${enumerar(missing.map(String))}`
  return `No fue posible mostrarle ${cuales} de ${total}. ${remedio}`
}
