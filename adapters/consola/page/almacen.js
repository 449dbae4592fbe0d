/** This tab's own storage. Where the browser forbids it, things last as long as the page. */
export function recall(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(`plenaria.${key}`)) ?? otherwise
  } catch {
    return otherwise
  }
}

export function remember(key, value) {
  try {
    sessionStorage.setItem(`plenaria.${key}`, JSON.stringify(value))
  } catch {
    // Full or forbidden: nothing else depends on it.
  }
}
