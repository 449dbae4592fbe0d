import { normalizar } from "../texto/texto.ts"
import type { DocumentoImportacion } from "./documento.ts"

/** A person that a file adds under a clave of their own, though somebody of that name is on record under another. */
export interface Homonimo {
  readonly clave: string
  readonly nombre: string
  /** The clave under which the name is on record. */
  readonly registrada: string
}

/** Two people may have one name: it is said, and nothing is refused. Names are compared without case or accents. */
export function homonimos(
  registrado: Pick<DocumentoImportacion, "personas">,
  documento: Pick<DocumentoImportacion, "personas">,
): readonly Homonimo[] {
  const porClave = new Set(registrado.personas.map(({ clave }) => clave))
  const porNombre = new Map(registrado.personas.map(({ clave, nombre }) => [normalizar(nombre), clave]))
  return documento.personas.flatMap(({ clave, nombre }) => {
    const registrada = porClave.has(clave) ? undefined : porNombre.get(normalizar(nombre))
    return registrada === undefined ? [] : [{ clave, nombre, registrada }]
  })
}

/** What each person of the data or of the file is called, by clave. */
export const nombresDePersonas = (
  ...documentos: readonly Pick<DocumentoImportacion, "personas">[]
): ReadonlyMap<string, string> =>
  new Map(documentos.flatMap(({ personas }) => personas.map(({ clave, nombre }) => [clave, nombre] as const)))
