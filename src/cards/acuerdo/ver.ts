import { situacionAcuerdo } from "../../domain/compromiso/exigible.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { ESTADO_ACUERDO, ESTADO_COMPROMISO, TIPO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaCorta, fechaLarga, fechaMedia, plazoEntre } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import { MODO_VOTACION, resultadoEnPalabras } from "../../texts/votacion.ts"
import type { Block, Card, Field } from "../card.ts"
import type { VistaCompromiso } from "../compromiso/lista.ts"
import { boton, MAX_DETAIL_BUTTONS, marcaDemo, recortar, texto } from "../respuesta.ts"
import type { AcuerdoConSesion } from "./lista.ts"

export interface AcuerdoCard extends AcuerdoConSesion {
  /** `null`: not for the asker. */
  readonly compromisos: readonly VistaCompromiso[] | null
  /** Votes on it, or on its item, that closed or were annulled. */
  readonly votaciones: readonly VotacionDeSesion[]
  readonly hoy: Fecha
}

/** One acuerdo with its whole text, never cut, and its commitments in a table. */
export function verAcuerdoCard({ acuerdo, sesion, compromisos, votaciones, hoy }: AcuerdoCard): Card {
  const fields: readonly Field[] = [
    ...(sesion ? [{ label: "Sesión", value: sesion.etiqueta }] : []),
    ...(sesion?.fecha ? [{ label: "Fecha de la sesión", value: fechaLarga(sesion.fecha) }] : []),
    { label: "Tipo", value: TIPO_ACUERDO[acuerdo.tipo] },
    { label: "Estado", value: ESTADO_ACUERDO[situacionAcuerdo(acuerdo)] },
    ...(acuerdo.posterior === null
      ? []
      : [
          {
            label: "Registrado con posterioridad",
            value: `el ${fechaMedia(acuerdo.posterior.el)}: ${acuerdo.posterior.motivo}`,
          },
        ]),
    ...votaciones.flatMap(camposVotacion),
  ]
  return {
    title: `Acuerdo ${acuerdo.clave}`,
    tone: compromisos?.some((vista) => vista.vencido) ? "vencido" : "aviso",
    blocks: [texto(acuerdo.texto), { kind: "fields", fields }, ...bloqueCompromisos(compromisos, hoy)],
    actions: [
      ...(compromisos ?? [])
        .filter((vista) => vista.detalle !== null)
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap(botonDe),
      ...(votaciones.length === 1 && votaciones[0]
        ? boton("acuerdo.votacion-ver", votaciones[0].id, "Ver la votación")
        : []),
      ...(sesion ? boton("sesion.resumen", sesion.clave, "Ver el resumen de la sesión") : []),
    ],
    ...marcaDemo([
      acuerdo.origen,
      ...(sesion ? [sesion.origen] : []),
      ...(compromisos ?? []).map((vista) => vista.origen),
    ]),
  }
}

/** A vote on its item is told as such: it need not have been on this text. */
function camposVotacion(votacion: VotacionDeSesion): readonly Field[] {
  const { acuerdoId, texto: asunto, modo, resultado, anuladaEn } = votacion
  if (resultado === null && anuladaEn === null) return []
  const fue =
    resultado === null || anuladaEn !== null
      ? `Anulada: ${votacion.motivoAnulacion ?? "el motivo no consta"}`
      : resultadoEnPalabras(resultado)
  const como = `${MODO_VOTACION[modo]}. ${fue}`
  return acuerdoId === null
    ? [{ label: "Votación del punto", value: `«${recortar(asunto, 200)}»: ${como}` }]
    : [{ label: "Votación", value: `${como[0]?.toLocaleUpperCase("es")}${como.slice(1)}` }]
}

/** Its detail is for whoever may read it. */
const botonDe = ({ clave, detalle }: VistaCompromiso) =>
  detalle === null ? [] : boton("compromiso.ver", clave, `Ver detalle de ${clave}`)

function bloqueCompromisos(compromisos: readonly VistaCompromiso[] | null, hoy: Fecha): readonly Block[] {
  if (compromisos === null || compromisos.length === 0) return []
  const plazo = (vista: VistaCompromiso) =>
    vista.fecha !== null && vista.abierto ? plazoEntre(hoy, vista.fecha, vista.inhabiles) : ""
  const original = compromisos.some((vista) => vista.detalle?.fechaOriginal)
  const row = (vista: VistaCompromiso): readonly string[] => [
    vista.siglas ?? "por definir",
    ...(original ? [vista.detalle?.fechaOriginal ? fechaCorta(vista.detalle.fechaOriginal) : ""] : []),
    vista.fecha ? fechaCorta(vista.fecha) : "sin fecha",
    ESTADO_COMPROMISO[vista.estado],
    plazo(vista),
  ]
  return [
    { kind: "heading", text: plural(compromisos.length, "compromiso", "compromisos") },
    {
      kind: "table",
      columns: ["Institución", ...(original ? ["Fecha original"] : []), "Fecha", "Estado", "Plazo"],
      rows: compromisos.map(row),
      own: compromisos.map((vista) => botonDe(vista)[0] ?? null),
    },
  ]
}
