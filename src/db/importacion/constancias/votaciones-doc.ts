import type { VotacionDoc } from "../../../domain/importacion/constancias.ts"
import { instanteOf } from "../../base/values.ts"
import { momentosOf } from "../../base/votacion-rows.ts"
import type { Nombres } from "../filas/nombres.ts"
import { sorted } from "../filas/sorted.ts"
import type { SesionConConstancias } from "./leidas.ts"
import { type NombresDeSesion, votacionesEnOrden } from "./nombres-sesion.ts"

type Votacion = SesionConConstancias["votaciones"][number]

export function votacionesDoc(
  { votaciones }: SesionConConstancias,
  nombres: Nombres,
  { punto, acuerdo }: NombresDeSesion,
): readonly VotacionDoc[] {
  return votacionesEnOrden(votaciones).map((votacion) => ({
    punto: punto(votacion.puntoId),
    acuerdo: acuerdo(votacion.acuerdoId),
    texto: votacion.texto,
    modo: votacion.modo,
    ...momentosOf(votacion),
    motivoAnulacion: votacion.motivoAnulacion,
    votos: votosDoc(votacion, nombres),
  }))
}

/** While a secret vote is open, the data know who votes what. No file ever does. */
function votosDoc({ modo, cerradaEn, votos }: Votacion, nombres: Nombres): VotacionDoc["votos"] {
  if (modo === "cedula" && cerradaEn === null) return []
  const docs = votos.map(({ institucionId, sentido, votoParticular, personaId, plataforma, instante }) => ({
    institucion: nombres.institucion(institucionId),
    sentido,
    votoParticular,
    persona: nombres.persona(personaId),
    plataforma,
    instante: instanteOf(instante),
  }))
  return sorted(docs, (voto) => [voto.institucion])
}
