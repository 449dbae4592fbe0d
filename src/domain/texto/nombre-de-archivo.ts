/**
 * A name that every system takes for a file: ASCII letters, digits and hyphens. `Comisión de Búsqueda` becomes
 * `Comision-de-Busqueda`; what has no such letter at all, `archivo`.
 */
export function nombreDeArchivo(texto: string): string {
  const ascii = texto
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
  return ascii || "archivo"
}
