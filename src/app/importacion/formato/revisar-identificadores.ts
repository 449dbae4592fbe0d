import type { CanalDoc, CuentaDoc, DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import { shorten } from "../../../domain/texto/cut.ts"
import type { AdapterId } from "../../../domain/tipos/canal.ts"
import type { FormaDeId, Identificadores } from "../../../ports/adapter-module.ts"
import type { Path, Reporte } from "./problemas.ts"

/** What the ids of each platform look like. */
export type Formas = ReadonlyMap<AdapterId, Identificadores>

const QUE = { workspace: "espacio", canal: "canal", usuario: "usuario" } as const

/**
 * A name where an id belongs reaches nobody. Each platform says what its own look like; what is recorded already was
 * taken once, and is not asked about again.
 */
export function revisarIdentificadores(
  documento: DocumentoImportacion,
  registrado: Pick<DocumentoImportacion, "cuentas" | "canales">,
  formas: Formas,
  { problem }: Pick<Reporte, "problem">,
): void {
  const check = (path: Path, campo: keyof typeof QUE, value: string, forma: FormaDeId | undefined) => {
    if (forma === undefined || forma.pattern.test(value)) return
    problem(
      [...path, campo],
      `«${shorten(value, 40)}» no es un identificador de ${QUE[campo]} de la plataforma: ${forma.ayuda}`,
    )
  }
  const cuentas = new Set(registrado.cuentas.map(deCuenta))
  documento.cuentas.forEach((cuenta, i) => {
    const ids = formas.get(cuenta.adapter)
    if (cuentas.has(deCuenta(cuenta))) return
    check(["cuentas", i], "workspace", cuenta.workspace, ids?.workspace)
    check(["cuentas", i], "usuario", cuenta.usuario, ids?.user)
  })
  const canales = new Set(registrado.canales.map(deCanal))
  documento.canales.forEach((canal, i) => {
    const ids = formas.get(canal.adapter)
    if (canales.has(deCanal(canal))) return
    check(["canales", i], "workspace", canal.workspace, ids?.workspace)
    check(["canales", i], "canal", canal.canal, ids?.channel)
  })
}

const deCuenta = ({ adapter, workspace, usuario }: CuentaDoc) => JSON.stringify([adapter, workspace, usuario])
const deCanal = ({ adapter, workspace, canal }: CanalDoc) => JSON.stringify([adapter, workspace, canal])
