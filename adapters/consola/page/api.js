/** @import { Choice } from "../../../src/ports/chat-adapter.ts" */
/** @import { ClockView, PageAnswer, PageState } from "../page-data.ts" */

/** The question may have arrived and its answer been lost. */
export class Unanswered extends Error {}

/**
 * What each order of the page is answered with.
 *
 * @typedef {{
 *   "api/orden": PageAnswer,
 *   "api/accion": PageAnswer,
 *   "api/formulario": PageAnswer,
 *   "api/completar": readonly Choice[],
 *   "api/reloj": ClockView,
 * }} Answers
 */

/**
 * Asks the bot; a failure becomes an Error whose message can be shown as it is.
 *
 * @template {keyof Answers} Path
 * @param {Path} path
 * @param {unknown} body
 * @returns {Promise<Answers[Path]>}
 */
export async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Unanswered("No hay conexión con Plenaria. Compruebe que siga en marcha y vuelva a intentarlo.")
  })
  const data = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(data.error ?? "La consola no pudo responder. Vuelva a intentarlo.")
  return data
}

/** @returns {Promise<PageState>} */
export async function readState() {
  const response = await fetch("api/estado")
  const data = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(data.error ?? "La consola no pudo cargar sus datos. Recargue la página.")
  return data
}

/**
 * What a failure says to the reader.
 *
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error))
