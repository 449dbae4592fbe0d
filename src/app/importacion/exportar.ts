import { stringify } from "yaml"
import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { ImportRepository } from "../../ports/repositories/importacion.ts"

/** Everything in the format of `importar`, in a stable order: the same data give the same text. */
export async function exportarDocumento({
  importacion,
}: {
  readonly importacion: ImportRepository
}): Promise<string> {
  return documentoEnTexto(await importacion.export())
}

/** A document as the text that `importar` reads back to the same document. */
export function documentoEnTexto(documento: DocumentoImportacion): string {
  return stringify(snakeKeys({ version: 1, ...documento }), { lineWidth: 0 })
}

/** Rules, where an empty list or `null` is a decision («none») and leaving it out would bring the usual one back. */
const REGLAS = new Set(["perfiles"])

/** `camelCase` to the file's `snake_case`, leaving out what nobody recorded. */
function snakeKeys(value: unknown, keepsEmpty = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => snakeKeys(inner, keepsEmpty))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => keepsEmpty || !isEmpty(inner))
      .map(([key, inner]) => [
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        snakeKeys(inner, keepsEmpty || REGLAS.has(key)),
      ]),
  )
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}
