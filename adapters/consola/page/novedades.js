const AGAIN_MS = 3_000

/**
 * Live news. The browser reconnects by itself and says the last news it got; when it gives up (an answer that was not
 * a stream), it is tried again here from the same place.
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
