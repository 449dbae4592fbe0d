import type { Autorizacion } from "../../domain/tipos/autorizacion.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { MEDIO_CONSTANCIA, OBJETO_AUTORIZACION } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Block, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { nota } from "../respuesta.ts"

/** One thing asked of the presidencia, with all that is said of it. */
export interface AutorizacionVista {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly autorizacion: Autorizacion
  /** What would leave; `null`: it no longer waits, or its text is another by now. */
  readonly saldria: { readonly titulo: string; readonly blocks: readonly Block[] } | null
  /** Name of who asked. */
  readonly solicita: string
  /** Name of who answered, or put on record that the presidencia did. */
  readonly resuelve: string | null
  /** Names of the presidencia and of who stands in for it. */
  readonly presiden: readonly string[]
}

/** How much of the fingerprint a button carries. */
const MARCA = 16

/** What a button carries: the session, and the text that was seen. */
export const marcaDe = ({ sesion, autorizacion }: AutorizacionVista): string =>
  `${sesion.clave}@${autorizacion.huella.slice(0, MARCA)}`

/** "la convocatoria de SO-23" */
export const queSePide = ({ sesion, autorizacion }: AutorizacionVista): string =>
  `${OBJETO_AUTORIZACION[autorizacion.objeto]} de ${sesion.clave}`

/** "la Presidencia (Nombre; Nombre)" */
export const aQuien = ({ presiden }: AutorizacionVista): string =>
  presiden.length === 0 ? "la Presidencia" : `la Presidencia (${enumerar(presiden)})`

/** Since when, of whom and by whom it waits; or that what was asked for is no longer what would leave. */
export function esperaTexto(vista: AutorizacionVista): RichText {
  const { organo, sesion, autorizacion, solicita, saldria } = vista
  const ver = comando("sesion.autorizacion-ver", { sesion: sesion.clave })
  const desde = momentoOficial(autorizacion.solicitadaEn, organo.zona)
  return saldria === null
    ? frase`Lo que saldría cambió desde que se pidió autorizar ${queSePide(vista)} (${desde}): esa solicitud ya no vale; pídala de nuevo.`
    : frase`Por autorizar: ${queSePide(vista)} espera a ${aQuien(vista)} desde el ${desde}; la pidió ${solicita}. Véala con ${ver}.`
}

export const esperaBlock = (vista: AutorizacionVista): Block => nota(esperaTexto(vista))

/** What became of it, in a sentence; why it was returned, only where it is for whoever reads it. */
export function resueltaTexto(vista: AutorizacionVista, conMotivo = true): string {
  const { organo, autorizacion, resuelve } = vista
  const { estado, medio, constancia, motivo, resueltaEn } = autorizacion
  const que = queSePide(vista)
  const el = resueltaEn === null ? "" : ` el ${momentoOficial(resueltaEn, organo.zona)}`
  const quien =
    medio === null
      ? `${resuelve} autorizó ${que}${el}`
      : `${resuelve}, de la Secretaría Técnica, registró${el} que la Presidencia autorizó ${que}, por ${MEDIO_CONSTANCIA[medio]}: ${constancia}`
  switch (estado) {
    case "por_autorizar":
      return `Está por autorizar ${que}.`
    case "autorizada":
      return `${quien}.`
    case "devuelta":
      return `${resuelve} devolvió ${que}${el}${conMotivo ? `: ${motivo}` : "."}`
    case "fuera_de_plazo":
      return `${quien}, cuando ya había pasado el plazo. No salió.`
    case "sin_efecto":
      return `La solicitud de autorizar ${que} quedó sin efecto${el}. No salió.`
  }
}
