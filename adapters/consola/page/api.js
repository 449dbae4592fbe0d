/** Asks the bot; a failure becomes an Error whose message can be shown as it is. */
export async function post(path, body) {
  let response
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    })
  } catch {
    const error = new Error(
      "No hay conexión con Plenaria. Compruebe que siga en marcha y vuelva a intentarlo.",
    )
    throw Object.assign(error, { unanswered: true })
  }
  const data = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(data.error ?? "La consola no pudo responder. Vuelva a intentarlo.")
  return data
}

export async function readState() {
  const response = await fetch("api/estado")
  if (!response.ok) throw new Error("La consola no pudo cargar sus datos. Recargue la página.")
  return response.json()
}
