import { Temporal } from "temporal-polyfill"
import type { Instante } from "../tipos/tiempo.ts"
import { msEntre, sumarMs } from "./tiempo.ts"

/** Three letters each. */
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). */
const HTTP_DATE = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/u

/**
 * How much a server's clock is ahead of ours, in milliseconds, by the `Date` of its answer to a request that began and
 * ended then. It has whole seconds: half of one is added. `null`: the answer does not say.
 */
export function desfase(date: string | null, before: Instante, after: Instante): number | null {
  const [, day, month = "", year, time] = HTTP_DATE.exec(date ?? "") ?? []
  const number = MONTHS.indexOf(month) / 3 + 1
  if (month === "" || !Number.isInteger(number) || number < 1) return null
  const told = Temporal.Instant.from(`${year}-${String(number).padStart(2, "0")}-${day}T${time}Z`).toString()
  return msEntre(sumarMs(before, msEntre(before, after) / 2), sumarMs(told, 500))
}
