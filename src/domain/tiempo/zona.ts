/** Whether it is a zone of the IANA list, as `America/Mexico_City`. */
export function esZona(zona: string): boolean {
  try {
    new Intl.DateTimeFormat("es-MX", { timeZone: zona })
    return true
  } catch {
    return false
  }
}
