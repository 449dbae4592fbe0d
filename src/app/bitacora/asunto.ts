import { CONSULTA } from "../../domain/mensaje/hechos.ts"
import type { Asiento } from "../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { REGISTROS } from "../../texts/bitacora.ts"

/**
 * What an entry is about, as people call it: `SO-22`, `SRE`; of an import, which says only that a record changed, also what
 * kind of record it is: «vinculación de una cuenta de chat». `null`: nothing in particular.
 */
export async function nombreDeAsunto(
  read: Repositories,
  { tipo, objeto }: Pick<Asiento, "tipo" | "objeto">,
): Promise<string | null> {
  const asunto = objeto.startsWith(CONSULTA) ? objeto.slice(CONSULTA.length) : objeto
  const [clase = "", id = ""] = asunto.split(":")
  const propio = Object.hasOwn(NOMBRES, clase) && UUID.test(id) ? await NOMBRES[clase]?.(read, id) : null
  const importado = tipo.startsWith("importacion.") && Object.hasOwn(REGISTROS, clase)
  return propio ?? (importado ? (REGISTROS[clase] ?? null) : null)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

const NOMBRES: Readonly<
  Record<string, (read: Repositories, id: string) => Promise<string | null | undefined>>
> = {
  sesion: async ({ sesiones }, id) => (await sesiones.byId(id))?.clave,
  acuerdo: async ({ acuerdos }, id) => (await acuerdos.byId(id))?.clave,
  compromiso: async ({ compromisos }, id) => (await compromisos.byId(id))?.compromiso.clave,
  institucion: async ({ instituciones }, id) => (await instituciones.byId(id))?.siglas,
  canal: async ({ canales }, id) => (await canales.byId(id))?.nombre,
}
