import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { fechaMedia, horaOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { nota, recortar, texto } from "../respuesta.ts"

/** More changes than these are counted, so that what an edit adds always fits in one message. */
const MAX_CAMBIOS = 8
const MAX_TEXTO = 160

export interface MensajeActualizado {
  /** The message as it reads now, without what changed. */
  readonly cuerpo: Card
  /** One line for each change since it was first sent; empty: everything is again as it was then. */
  readonly cambios: readonly string[]
  readonly now: Instante
  readonly zona: string
}

/** A message that was changed in place: it says so, and what changed, before anything else. */
export function mensajeActualizadoCard(mensaje: MensajeActualizado): Card {
  const { cuerpo } = mensaje
  return {
    ...cuerpo,
    blocks: [
      ...cambiosBlocks(mensaje),
      ...(cuerpo.blocks.length > 0 ? [{ kind: "divider" } as const] : []),
      ...cuerpo.blocks,
    ],
  }
}

/** When the whole does not fit in the messages that there are: only what changed, and where to see the rest. */
export function mensajeActualizadoBreve(mensaje: MensajeActualizado): Card {
  return {
    ...mensaje.cuerpo,
    title: recortar(mensaje.cuerpo.title, 120),
    blocks: [
      ...cambiosBlocks(mensaje),
      nota(
        frase`El mensaje completo ya no cabe aquí: consulte el detalle con los botones o con ${comando("plenaria.ayuda")}.`,
      ),
    ],
  }
}

/** What comes first in a card that shows how things stand, when the whole does not fit. */
export function mensajeVivoBreve(cuerpo: Card): Card {
  return {
    ...cuerpo,
    title: recortar(cuerpo.title, 120),
    blocks: [
      ...cuerpo.blocks.slice(0, 2),
      nota(
        frase`El detalle completo ya no cabe aquí: consúltelo con los botones o con ${comando("sesion.en-curso")}.`,
      ),
    ],
  }
}

/** When a message without the text that was taken out does not fit where it was: nothing of it stays. */
export function testadoBreve({ title, tone, demo }: Card): Card {
  return {
    title: recortar(title, 120),
    tone,
    blocks: [texto("Se retiró el contenido de este mensaje porque llevaba un dato protegido.")],
    actions: [],
    ...(demo === undefined ? {} : { demo }),
  }
}

/** In the place of a part that the changed message no longer needs. */
export function parteSobranteCard({ title, demo }: Card): Card {
  return {
    title,
    tone: "aviso",
    blocks: [nota("Este mensaje se actualizó y ahora es más breve: lea la parte anterior.")],
    actions: [],
    ...(demo === undefined ? {} : { demo }),
  }
}

function cambiosBlocks({ cambios, now, zona }: MensajeActualizado): readonly Block[] {
  const cuando = `${fechaMedia(fechaEnZona(now, zona))}, ${horaOficial(horaEnZona(now, zona), zona)}`
  const sello = texto([{ kind: "bold", text: `Actualizado el ${cuando}` }])
  if (cambios.length === 0) return [sello, texto("Los datos son otra vez los del mensaje original.")]
  const faltan = cambios.length - MAX_CAMBIOS
  return [
    sello,
    { kind: "heading", text: "Qué cambió" },
    {
      kind: "list",
      ordered: false,
      items: cambios.slice(0, MAX_CAMBIOS).map((cambio) => recortar(cambio, MAX_TEXTO)),
    },
    ...(faltan > 0 ? [nota(`Y ${plural(faltan, "cambio más", "cambios más")}.`)] : []),
  ]
}
