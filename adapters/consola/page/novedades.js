/** @import { ClockView, PageMessage } from "../page-data.ts" */

const AGAIN_MS = 3_000

/**
 * @typedef {object} Listener
 * @property {() => number} after The last news that it has.
 * @property {(message: PageMessage) => void} onMessage
 * @property {() => void} onUpToDate
 * @property {(clock: ClockView) => void} onClock
 * @property {(connected: boolean) => void} onState
 */

/**
 * Live news. The browser reconnects by itself and says the last news it got; when it gives up (an answer that was not
 * a stream), it is tried again here from the same place.
 *
 * @param {Listener} listener
 */
export function listen({ after, onMessage, onUpToDate, onClock, onState }) {
  const source = new EventSource(`api/novedades?despues=${after()}`)
  source.addEventListener("open", () => onState(true))
  source.addEventListener("error", () => {
    onState(false)
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(() => listen({ after, onMessage, onUpToDate, onClock, onState }), AGAIN_MS)
  })
  source.addEventListener("mensaje", (event) => onMessage(JSON.parse(event.data)))
  source.addEventListener("al_dia", onUpToDate)
  source.addEventListener("reloj", (event) => onClock(JSON.parse(event.data)))
}
