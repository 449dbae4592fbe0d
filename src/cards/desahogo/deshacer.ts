import type { ActoAsistencia, ActoDeshacible, Dependencia } from "../../domain/sesion/transiciones.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { ESTADO_SESION } from "../../texts/etiquetas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** An act that was a mistake is taken back: both stay on record. */

const ACTO: Readonly<Record<ActoDeshacible | ActoAsistencia, string>> = {
  cancelar: "la cancelación",
  instalar: "la instalación",
  declarar_sin_quorum: "la constancia de falta de quórum",
  recesar: "el receso",
  reanudar: "la reanudación",
  clausurar: "la clausura",
  llegada: "la llegada",
  salida: "la salida",
}

const DEPENDE: Readonly<Record<Dependencia, string>> = {
  punto: "después se discutió, desahogó, difirió o retiró algún punto",
  acuerdo: "después se registraron acuerdos",
  votacion: "después se abrió una votación",
  publicacion: "el resumen ya se publicó; corríjalo con una fe de erratas",
  continuacion: "un punto que se difirió ya está en el orden del día de otra sesión",
  fecha_pasada: "su fecha ya pasó",
  instalacion:
    "la sesión se instaló contando con su presencia; deshaga antes la instalación, o registre su salida",
  voto: "la institución ya votó",
  votacion_cerrada: "después se cerró una votación, que contó a quienes estaban en la sesión",
}

/** On the card of an act: it can be taken back while nothing depends on it. The revision is that of the act. */
export const botonDeshacer = ({ clave, revision }: Sesion, acto: ActoDeshacible): readonly Action[] =>
  boton("sesion.deshacer", `${clave}@${revision}`, `Deshacer ${ACTO[acto]}…`)

/** The same on the roll-call, of what was just registered. */
export const botonDeshacerPase = (
  { clave }: Sesion,
  { siglas }: Institucion,
  acto: ActoAsistencia,
): readonly Action[] =>
  boton("sesion.pase-deshacer", `${siglas} sesion:${clave}`, `Deshacer: ${acto} de ${siglas}`)

/** Above the form that asks why. */
export const porDeshacer = ({ clave }: Sesion, acto: ActoDeshacible, aviso: string | null): string =>
  `${clave}: se deshará ${ACTO[acto]}. Los dos actos quedan en el registro.${aviso === null ? "" : ` ${aviso}`}`

interface Deshecho {
  readonly acto: ActoDeshacible
  readonly sesion: Sesion
  /** Who is told; `null`: nobody. */
  readonly aviso: {
    readonly canales: readonly { readonly institucion: Institucion }[]
    readonly sinCanal: readonly Institucion[]
  } | null
}

export function deshechoCard(organo: Organo, { acto, sesion, aviso }: Deshecho): Card {
  const sinCanal = aviso?.sinCanal ?? []
  return {
    title: `Se deshizo ${ACTO[acto]}: ${sesion.clave}`,
    tone: sinCanal.length > 0 ? "atencion" : "logro",
    blocks: [
      texto(`La sesión está ${ESTADO_SESION[sesion.estado]}. Los dos actos quedan en el registro.`),
      ...(aviso === null
        ? []
        : [
            texto(
              `Se avisa a ${plural(aviso.canales.length, "canal", "canales")}: ${enumerar(aviso.canales.map(({ institucion }) => institucion.siglas))}.`,
            ),
          ]),
      ...(sinCanal.length === 0
        ? []
        : [
            nota(
              `Sin canal registrado; avise por otro medio a: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`,
            ),
          ]),
    ],
    actions: siguientes(sesion),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

function siguientes({ clave, estado }: Sesion): readonly Action[] {
  if (estado === "instalada" || estado === "receso")
    return boton("sesion.en-curso", clave, "Volver a la sesión", "primary")
  if (estado === "convocada") return boton("sesion.pase-ver", clave, "Ver el pase de lista", "primary")
  return boton("sesion.agenda", clave, "Ver el orden del día", "primary")
}

/** Something rests on the act, or the session has none that can be taken back. */
export function noSeDeshaceCard(
  organo: Organo,
  sesion: Sesion,
  depende: { readonly acto: ActoDeshacible; readonly de: readonly Dependencia[] } | null,
): Card {
  return {
    title: `No hay nada que deshacer: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(
        depende === null
          ? `La sesión está ${ESTADO_SESION[sesion.estado]} y en el registro no hay un acto que pueda deshacerse.`
          : `${motivoDe(depende.acto, depende.de)} No se hizo nada.`,
      ),
    ],
    actions: siguientes(sesion),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** "Ya no puede deshacerse la clausura: el resumen ya se publicó." */
export function motivoDe(acto: ActoDeshacible | ActoAsistencia, de: readonly Dependencia[]): string {
  return `Ya no puede deshacerse ${ACTO[acto]}: ${enumerar(de.map((una) => DEPENDE[una]))}.`
}
