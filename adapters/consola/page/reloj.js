import { post } from "./api.js"

/** The demonstration's clock: shows the bot's time, and moves it forward. */
export function createClock({ time, label, said, buttons, onError }) {
  let moving = false

  function show({ texto, movido, movible }) {
    if (time.textContent !== texto) time.textContent = texto
    const demonstration = movido ? "Reloj de demostración (adelantado)" : "Reloj de demostración"
    label.textContent = movible ? demonstration : "Hora oficial"
    // Beside a platform that reaches people the clock is everybody's.
    for (const button of buttons) button.parentElement.hidden = !movible
  }

  // Not `disabled`: a button that is disabled loses the focus, and one presses these again and again.
  function setMoving(value) {
    moving = value
    for (const button of buttons) button.setAttribute("aria-disabled", String(value))
  }

  async function advance(by) {
    if (moving) return
    setMoving(true)
    onError(null)
    try {
      const clock = await post("api/reloj", { avance: by })
      show(clock)
      said.textContent = `El reloj marca ahora ${clock.texto}.`
    } catch (error) {
      onError(error)
    } finally {
      setMoving(false)
    }
  }

  for (const button of buttons) button.addEventListener("click", () => advance(button.dataset.avance))
  return { show }
}
