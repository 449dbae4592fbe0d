import type { CanalNombrado, ResumenDoc } from "../../../domain/importacion/constancias.ts"
import type { ContenidoResumen } from "../../../domain/tipos/resumen.ts"
import type { Directorio } from "../filas/run.ts"
import { type Ids, keyText, ref } from "../filas/sync.ts"
import type { Lugares } from "./lugares.ts"
import type { Constancias } from "./tipos.ts"

interface Nombrados {
  readonly directorio: Directorio
  readonly lugares: Lugares
  /** By session, in order. */
  readonly votaciones: ReadonlyMap<string, readonly string[]>
}

/** As it is kept: what a document names by position or clave goes by its id again. */
export function contenidoResumen(
  { contenido, revision }: Pick<ResumenDoc, "contenido" | "revision">,
  sesion: Constancias,
  nombrados: Nombrados,
): ContenidoResumen & { readonly revision: number } {
  const { directorio, lugares } = nombrados
  const { errata } = contenido
  const parrafo = (name: string) => parrafoDe(name, sesion, nombrados)
  const canales = (named: readonly CanalNombrado[]) =>
    named.map(({ organo, clave }) => ref(lugares.canales, ref(directorio.organos, organo), clave))
  return {
    ediciones: contenido.ediciones.map(({ persona, ...edicion }) => ({
      ...edicion,
      parrafo: parrafo(edicion.parrafo),
      personaId: ref(directorio.personas, persona),
    })),
    errata: errata && {
      ...errata,
      parrafo: parrafo(errata.parrafo),
      canales: canales(errata.canales),
      hechos: errata.hechos.map((hecho) => ({
        ...hecho,
        parrafo: parrafo(hecho.parrafo),
        canales: canales(hecho.canales),
      })),
    },
    enterados: [],
    revision,
  }
}

/** `punto:3` → `punto:<id>`; what names nothing of the session stays as it is. */
function parrafoDe(
  name: string,
  { organoId, sesionId }: Constancias,
  { lugares, votaciones }: Nombrados,
): string {
  const [, kind = "", rest = ""] = /^(nota:nombres|\w+):(.*)$/su.exec(name) ?? []
  const asistencia = () => lugares.asistencias.get(keyText([sesionId, Number(rest)]))
  const porClave = (ids: Ids) => ids.get(keyText([organoId, rest]))
  const ids: Readonly<Record<string, () => string | undefined>> = {
    punto: () => lugares.puntos.get(keyText([sesionId, Number(rest)])),
    asistencia,
    "nota:nombres": asistencia,
    acuerdo: () => porClave(lugares.acuerdos),
    compromiso: () => porClave(lugares.compromisos),
    votacion: () => votaciones.get(sesionId)?.[Number(rest) - 1],
  }
  const id = ids[kind]?.()
  return id === undefined ? name : `${kind}:${id}`
}
