import type { ActuadasEnChat } from "../../domain/importacion/riesgos.ts"
import type { DatosExistentes } from "../../ports/repositories/importacion.ts"

const join = (...parts: readonly unknown[]) => JSON.stringify(parts)

/** On which records of the data somebody acted, and not only imports. */
export function enChat({ sesiones, compromisos }: DatosExistentes): ActuadasEnChat {
  const porPersonas = (rows: readonly { organo: string; clave: string; porPersonas: boolean }[]) =>
    new Set(rows.filter((row) => row.porPersonas).map(({ organo, clave }) => join(organo, clave)))
  const deSesion = porPersonas(sesiones)
  const deCompromiso = porPersonas(compromisos)
  return {
    sesion: (organo, clave) => deSesion.has(join(organo, clave)),
    compromiso: (organo, clave) => deCompromiso.has(join(organo, clave)),
  }
}
