import type { ContenidoResumenDoc, ResumenDoc } from "../../../domain/importacion/constancias.ts"
import { readContenidoResumen } from "../../base/stored-json.ts"
import { instanteOf, instanteOrNull } from "../../base/values.ts"
import type { Nombres } from "../filas/nombres.ts"
import type { SesionConConstancias } from "./leidas.ts"
import type { NombresDeSesion } from "./nombres-sesion.ts"

type Version = SesionConConstancias["resumenes"][number]

export function resumenDoc(version: Version, nombres: Nombres, propios: NombresDeSesion): ResumenDoc {
  const { contenido, revision } = readContenidoResumen(version.contenido)
  const { parrafo } = propios
  // Whoever was told of it is known by messages, which are not exported.
  const { enterados: _enterados, ediciones, errata } = contenido
  const canales = (ids: readonly string[]) => ids.flatMap((id) => nombres.canal(id) ?? [])
  const dicho: ContenidoResumenDoc = {
    ediciones: ediciones.map(({ personaId, ...edicion }) => ({
      ...edicion,
      parrafo: parrafo(edicion.parrafo),
      persona: nombres.persona(personaId),
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
  }
  return {
    version: version.version,
    estado: version.estado,
    revision,
    contenido: dicho,
    motivo: version.motivo,
    persona: nombres.persona(version.personaId),
    creadoEn: instanteOf(version.creadoEn),
    publicadoEn: instanteOrNull(version.publicadoEn),
  }
}
