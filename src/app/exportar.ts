import { stringify } from "yaml"
import type { ImportRepository } from "../ports/importacion.ts"

/** Everything in the format of `importar`, in a stable order: the same data give the same text. */
export async function exportarDocumento({
  importacion,
}: {
  readonly importacion: ImportRepository
}): Promise<string> {
  const documento = await importacion.export()
  return stringify(snakeKeys({ version: 1, ...documento }), { lineWidth: 0 })
}

/** `camelCase` to the file's `snake_case`, leaving out what nobody recorded. */
function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0))
      .map(([key, inner]) => [
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        snakeKeys(inner),
      ]),
  )
}
