import { createSuggestions } from "./sugerencias.js"

/** @import { CommandDescription } from "../../../src/ports/command-description.ts" */

/**
 * @typedef {object} ComposerParts
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} input
 * @property {HTMLButtonElement} submit
 * @property {HTMLElement} list
 * @property {readonly CommandDescription[]} orders
 * @property {() => { como: string, canal: string | null }} who
 * @property {(text: string) => void} ask
 * @property {(error: unknown) => void} onError With `null`, what went wrong before no longer stands.
 */

/**
 * Where orders and questions are written: sends them, suggests while they are typed, and brings back those sent before.
 *
 * @param {ComposerParts} parts
 */
export function createComposer({ form, input, submit, list, orders, who, ask, onError }) {
  const suggestions = createSuggestions({ input, list, orders, who })
  /** @type {string[]} */
  const sent = []
  let recalled = 0

  /** @param {SubmitEvent} event */
  function send(event) {
    event.preventDefault()
    suggestions.hide()
    const text = input.value.trim()
    if (text !== "") ask(text)
  }

  /** @param {number} step */
  function recallSent(step) {
    if (sent.length === 0) return
    recalled = Math.min(Math.max(0, recalled + step), sent.length)
    input.value = sent[recalled] ?? ""
  }

  form.addEventListener("submit", send)
  input.addEventListener("input", () => {
    onError(null)
    suggestions.suggest()
  })
  input.addEventListener("blur", () => suggestions.hide())
  input.addEventListener("keydown", (event) => {
    if (suggestions.key(event)) return
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return
    event.preventDefault()
    recallSent(event.key === "ArrowUp" ? -1 : 1)
  })

  return {
    /** @param {boolean} value */
    setBusy(value) {
      submit.disabled = value
    },
    focus: () => input.focus(),
    /**
     * It was answered: what was typed meanwhile stays.
     *
     * @param {string} text
     */
    done(text) {
      if (sent.at(-1) !== text) sent.push(text)
      recalled = sent.length
      if (input.value.trim() === text) input.value = ""
    },
  }
}
