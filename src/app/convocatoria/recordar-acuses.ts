import { recordatorioAcuseCard } from "../../cards/convocatoria/convocatoria.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { acusesDe } from "./acuses.ts"
import { finDelDia, modeloConvocatoriaEnviada } from "./enviada-revision.ts"

export type AcusesRecordados =
  | { readonly kind: "recordados"; readonly instituciones: readonly Institucion[] }
  /** All of them have acknowledged, or were reminded today. */
  | { readonly kind: "nadie" }
  | { readonly kind: "sin_convocatoria" }

/** Reminds those who have not acknowledged the latest version, once a day each however often it is asked. */
export function recordarAcuses(actuacion: Actuacion, sesion: Sesion): Promise<AcusesRecordados> {
  const { data, organo, hoy, now } = actuacion
  return data.transaction(async (repositories): Promise<AcusesRecordados> => {
    const acuses = await acusesDe(repositories, sesion)
    if (acuses === null) return { kind: "sin_convocatoria" }
    const { convocatoria, renglones } = acuses
    const faltan = new Set(
      renglones.filter(({ acuse }) => acuse === null).map(({ institucion }) => institucion.id),
    )
    const { canales } = await destinosDeIntegrantes(repositories, organo, hoy)
    const destinos = canales.filter(({ institucion }) => faltan.has(institucion.id))
    const recordatorios = destinos.map(({ canal, institucion }) =>
      deliveryTo(canal, {
        purpose: "aviso",
        subject: ["recordar-acuse", convocatoria.id, hoy],
        organo,
        card: recordatorioAcuseCard({ organo, sesion, institucion }),
        ...atOnce(now),
        expiresAt: finDelDia(sesion, organo, now),
        why: `Falta el acuse de ${institucion.siglas} de la convocatoria de ${sesion.clave}; lo recordó la Secretaría Técnica.`,
        ...modeloConvocatoriaEnviada(sesion, convocatoria.version),
      }),
    )
    const nuevos = new Set((await enqueue(repositories, recordatorios, now)).map(({ canalId }) => canalId))
    const recordadas = destinos.filter(({ canal }) => nuevos.has(canal.id))
    if (recordadas.length === 0) return { kind: "nadie" }
    const instituciones = [...new Set(recordadas.map(({ institucion }) => institucion))]
    const siglas = instituciones.map((institucion) => institucion.siglas)
    await repositories.eventos.append(
      evento(actuacion, "convocatoria.acuse_recordado", sesion.id, null, { siglas }),
    )
    return { kind: "recordados", instituciones }
  })
}
