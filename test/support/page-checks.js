// Runs in the page: controls without a name, and texts whose contrast is below WCAG AA (4.5, or 3 for large text).
;(() => {
  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((value) => {
      const channel = value / 255
      return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element) => {
    if (!element) return [255, 255, 255]
    const color = parse(getComputedStyle(element).backgroundColor)
    return color.length === 4 && color[3] === 0 ? behind(element.parentElement) : color
  }
  const controls = [...document.querySelectorAll("button, input, select, a")]
  const nameless = controls.filter(
    (control) =>
      !control.labels?.length && !control.textContent.trim() && !control.getAttribute("aria-label"),
  )
  const texts = [
    ...document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, button, label, span, b, strong"),
  ]
  const shown = texts.filter(
    (element) =>
      element.offsetParent !== null && element.textContent.trim() && !element.closest(".oculto, .salto"),
  )
  const faint = shown.flatMap((element) => {
    const style = getComputedStyle(element)
    const [a, b] = [luminance(parse(style.color)), luminance(behind(element))]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    const least = Number.parseFloat(style.fontSize) >= 24 ? 3 : 4.5
    return ratio < least ? [`${ratio.toFixed(2)} ${element.textContent.slice(0, 40)}`] : []
  })
  return { nameless: nameless.map((control) => control.outerHTML), faint }
})()
