import { fueAdoptado, situacionAcuerdo } from "../../domain/compromiso/exigible.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { puedeDecidir, type Quorum } from "../../domain/desahogo/quorum.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { ESTADO_ACUERDO, TIPO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaLarga, momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { faltasDeQuorum } from "../../texts/quorum.ts"
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
  /** Of who is in the room; `null`: nobody was called. */
  readonly quorum: Quorum | null
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
      ...esperan(lectura),
      ...acuerdos.flatMap(acuerdoBlocks),
    ],
    actions: [...ratificar(lectura), ...boton("sesion.en-curso", sesion.clave, "Ver cómo va la sesión")],
    ...marcaDemo([organo.origen, sesion.origen, ...acuerdos.map(({ acuerdo }) => acuerdo.origen)]),
  }
}

function resumen({ organo, acuerdos, ratificacion }: LecturaAcuerdos): string {
  if (acuerdos.length === 0) return "No hay acuerdos registrados en esta sesión."
  const cuantos = `${plural(acuerdos.length, "acuerdo", "acuerdos")}.`
  const uno = acuerdos.length === 1
  if (ratificacion === null) return `${cuantos} Aún no se ${uno ? "ratifica" : "ratifican"}.`
  const cuando = momentoOficial(ratificacion.instante, organo.zona)
  return ratificacion.vigente
    ? `${cuantos} ${uno ? "Se leyó y ratificó" : "Se leyeron y ratificaron"} el ${cuando}.`
    : uno
      ? `${cuantos} Se ratificó el ${cuando}, pero después se corrigió: léalo de nuevo.`
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

const porRatificar = ({ sesion, acuerdos, ratificacion }: LecturaAcuerdos): boolean =>
  acuerdos.length > 0 && ratificacion?.vigente !== true && estaAbierta(sesion.estado)

/** Without a quórum they can be read, and not ratified. */
function esperan(lectura: LecturaAcuerdos): readonly Block[] {
  const { quorum } = lectura
  if (!porRatificar(lectura) || puedeDecidir(quorum)) return []
  const faltas = quorum === null ? [] : faltasDeQuorum(quorum)
  return [texto(["No hay quórum: no se pueden ratificar.", ...faltas].join(" "))]
}

/** The button carries the revision that was read: what is ratified is what is on the card. */
function ratificar(lectura: LecturaAcuerdos): readonly Action[] {
  const { sesion, quorum } = lectura
  if (!porRatificar(lectura) || !puedeDecidir(quorum)) return []
  return boton("acuerdo.lectura-ratificar", `${sesion.clave}@${sesion.revision}`, "Ratificados", "primary")
}
