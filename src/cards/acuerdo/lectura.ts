import { fueAdoptado, situacionAcuerdo } from "../../domain/compromiso/exigible.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { ESTADO_ACUERDO, TIPO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaLarga, momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block, Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

export interface LecturaAcuerdos {
  readonly organo: Organo
  readonly sesion: Sesion
  /** In their order. `responsables`: siglas; `null`: to be defined. */
  readonly acuerdos: readonly {
    readonly acuerdo: Acuerdo
    readonly responsables: readonly (string | null)[]
    readonly fecha: Fecha | null
  }[]
  /** The last time they were ratified; `vigente: false`: something changed since. */
  readonly ratificacion: { readonly instante: Instante; readonly vigente: boolean } | null
}

/** To be read aloud at the end of the session: each agreement whole, in order. */
export function lecturaAcuerdosCard(lectura: LecturaAcuerdos, aviso: string | null = null): Card {
  const { organo, sesion, acuerdos } = lectura
  return {
    title: `Lectura de acuerdos: ${sesion.etiqueta}`,
    tone: aviso !== null || lectura.ratificacion?.vigente === false ? "atencion" : "aviso",
    blocks: [
      ...(aviso === null ? [] : [texto([{ kind: "bold", text: aviso }])]),
      texto(resumen(lectura)),
      ...acuerdos.flatMap(acuerdoBlocks),
    ],
    actions: [...ratificar(lectura), ...boton("sesion.en-curso", sesion.clave, "Ver cómo va la sesión")],
    ...marcaDemo([organo.origen, sesion.origen, ...acuerdos.map(({ acuerdo }) => acuerdo.origen)]),
  }
}

function resumen({ organo, acuerdos, ratificacion }: LecturaAcuerdos): string {
  if (acuerdos.length === 0) return "No hay acuerdos registrados en esta sesión."
  const cuantos = `${plural(acuerdos.length, "acuerdo", "acuerdos")}.`
  if (ratificacion === null) return `${cuantos} Aún no se ratifican.`
  const cuando = momentoOficial(ratificacion.instante, organo.zona)
  return ratificacion.vigente
    ? `${cuantos} Se leyeron y ratificaron el ${cuando}.`
    : `${cuantos} Se ratificaron el ${cuando}, pero después se registró o corrigió alguno: léalos de nuevo.`
}

function acuerdoBlocks({
  acuerdo,
  responsables,
  fecha,
}: LecturaAcuerdos["acuerdos"][number]): readonly Block[] {
  const quienes = responsables.map((siglas) => siglas ?? "por definir")
  const detalle = [
    TIPO_ACUERDO[acuerdo.tipo],
    ...(fueAdoptado(acuerdo) ? [] : [ESTADO_ACUERDO[situacionAcuerdo(acuerdo)]]),
    ...(quienes.length === 0
      ? []
      : [`${quienes.length === 1 ? "responsable" : "responsables"}: ${enumerar(quienes)}`]),
    ...(fecha === null ? [] : [`a más tardar el ${fechaLarga(fecha)}`]),
  ]
  return [{ kind: "heading", text: acuerdo.clave }, texto(acuerdo.texto), nota(detalle.join("; "))]
}

/** The button carries the revision that was read: what is ratified is what is on the card. */
function ratificar({ sesion, acuerdos, ratificacion }: LecturaAcuerdos): readonly Action[] {
  if (acuerdos.length === 0 || ratificacion?.vigente || !estaAbierta(sesion.estado)) return []
  return boton("acuerdo.lectura-ratificar", `${sesion.clave}@${sesion.revision}`, "Ratificados", "primary")
}
