/**
 * This tab's own storage. Where the browser forbids it, things last as long as the page.
 *
 * @template Kept
 * @param {string} key
 * @param {Kept} otherwise
 * @returns {Kept}
 */
export function recall(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(`plenaria.${key}`) ?? "null") ?? otherwise
  } catch {
    return otherwise
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
export function remember(key, value) {
  try {
    sessionStorage.setItem(`plenaria.${key}`, JSON.stringify(value))
  } catch {
    // Full or forbidden: nothing else depends on it.
  }
}
