import { guardarDescarga } from "../../app/mensaje/descarga.ts"
import type { Card } from "../../cards/card.ts"
import { bytesOf } from "../../cards/card-file.ts"
import { nota } from "../../cards/respuesta.ts"
import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import { horaOficial } from "../../texts/fechas.ts"
import type { CommandContext } from "../definition/definition.ts"

/**
 * Where an answer takes no file, or none so large, its button opens an address that gives the file once. One that is kept
 * somewhere by its own address goes on having that.
 */
export async function conDescarga(card: Card, context: CommandContext): Promise<Card> {
  const { file } = card
  const { data, organo, actor, command, direccion, platform, conexiones, now } = context
  if (file === undefined || file.url !== null || platform === "cli") return card
  if (bytesOf(file).length <= conexiones.adjunta(platform)) return card
  const personaId = actor.kind === "vinculado" ? actor.persona.id : null
  const { token, venceEn } = await guardarDescarga(
    data,
    { organoId: organo.id, personaId, orden: command },
    file,
    now,
  )
  const hasta = horaOficial(horaEnZona(venceEn, organo.zona), organo.zona)
  return {
    ...card,
    blocks: [
      ...card.blocks,
      nota(`El botón «${file.label}» da el archivo una sola vez, hasta las ${hasta}. No lo comparta.`),
      ...(direccion.publica ? [] : [nota(SIN_DIRECCION)]),
    ],
    file: { ...file, url: `${direccion.base}/descarga/${token}` },
  }
}

const SIN_DIRECCION =
  "Esa dirección quizá solo funcione en el equipo donde se ejecuta Plenaria: no se ha configurado la dirección pública. Pida a la administración técnica que defina PUBLIC_URL."
