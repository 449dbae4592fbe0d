import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import { vaADominioPermitido } from "../../../domain/texto/dominio.ts"
import { dominioNoPermitido } from "../../../texts/dominios.ts"
import type { Path, Reporte } from "./problemas.ts"

type Registrado = Pick<DocumentoImportacion, "organos" | "sesiones" | "constancias">

/**
 * Addresses of a body that lead to hosts which it does not allow, wherever a file has one. What is recorded already was
 * taken once, and is not asked about again.
 */
export function revisarDominios(
  documento: DocumentoImportacion,
  registrado: Registrado,
  { problem }: Pick<Reporte, "problem">,
): void {
  const conocidas = new Set(direccionesDe(registrado).map(({ url }) => url))
  for (const { organo, url, path } of direccionesDe(documento)) {
    const dominios = dominiosDe(organo, [...documento.organos, ...registrado.organos])
    if (!conocidas.has(url) && !vaADominioPermitido(url, dominios))
      problem(path, dominioNoPermitido(dominios))
  }
}

/** Of the last version of its profile: what is written now is read under it. */
function dominiosDe(clave: string, organos: DocumentoImportacion["organos"]): readonly string[] {
  const perfiles =
    organos.find((organo) => organo.clave === clave && organo.perfiles.length > 0)?.perfiles ?? []
  return perfiles.toSorted((a, b) => b.version - a.version)[0]?.dominiosPermitidos ?? []
}

interface Direccion {
  readonly organo: string
  readonly url: string
  readonly path: Path
}

/** Every field called `url`, however deep it stands in what a session holds. */
function direccionesDe({
  sesiones,
  constancias = [],
}: Pick<Registrado, "sesiones" | "constancias">): readonly Direccion[] {
  const found: Direccion[] = []
  const visit = (organo: string, value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      if (key === "url" && typeof inner === "string") found.push({ organo, url: inner, path: at })
      else visit(organo, inner, at)
    }
  }
  for (const [i, sesion] of sesiones.entries()) visit(sesion.organo, sesion, ["sesiones", i])
  for (const [i, una] of constancias.entries()) visit(una.organo, una, ["constancias", i])
  return found
}
