import { post } from "./api.js"

/** @import { ClockView } from "../page-data.ts" */

/**
 * @typedef {object} ClockParts
 * @property {HTMLElement} time
 * @property {HTMLElement} label
 * @property {HTMLElement} said
 * @property {readonly HTMLButtonElement[]} buttons
 * @property {(error: unknown) => void} onError With `null`, what went wrong before no longer stands.
 */

/**
 * The demonstration's clock: shows the bot's time, and moves it forward.
 *
 * @param {ClockParts} parts
 */
export function createClock({ time, label, said, buttons, onError }) {
  let moving = false

  /** @param {ClockView} clock */
  function show({ texto, movido, movible }) {
    if (time.textContent !== texto) time.textContent = texto
    const demonstration = movido ? "Reloj de demostración (adelantado)" : "Reloj de demostración"
    label.textContent = movible ? demonstration : "Hora oficial"
    // Beside a platform that reaches people the clock is everybody's.
    buttons[0]?.parentElement?.toggleAttribute("hidden", !movible)
  }

  /**
   * Not `disabled`: a button that is disabled loses the focus, and one presses these again and again.
   *
   * @param {boolean} value
   */
  function setMoving(value) {
    moving = value
    for (const button of buttons) button.setAttribute("aria-disabled", String(value))
  }

  /** @param {string | undefined} by */
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
