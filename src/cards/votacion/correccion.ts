import type { VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import { resultadoEnPalabras } from "../../texts/votacion.ts"
import type { Block, Card } from "../card.ts"
import { boton, nota, texto } from "../respuesta.ts"
import { type EfectoEnResumen, efectoActions, efectoBlocks } from "../resumen/correccion.ts"
import { anulada, asuntoVotacion, demoDeVotacion, type VistaVotacion } from "./votacion.ts"
import { sentidoDicho } from "./voto.ts"

/** What was put right of a vote: what was, what is and why. */

export interface VotoCorregido {
  readonly siglas: string
  /** `null`: it had been left out. */
  readonly antes: Voto | null
  readonly voto: Voto
  readonly motivo: string
  /** What had come out of the vote, when it had closed. */
  readonly resultadoAntes: VotacionDeSesion["resultado"]
}

/** What was, what is and why. `resumen`: what it means for the session's summary. */
export function votoCorregidoCard(
  vista: VistaVotacion,
  { siglas, antes, voto, motivo, resultadoAntes }: VotoCorregido,
  avisada: boolean,
  resumen: EfectoEnResumen,
): Card {
  const { votacion, sesion } = vista
  return {
    title: `Voto corregido: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      texto(
        `El voto de ${siglas} cambió de «${sentidoDicho(antes)}» a «${sentidoDicho(voto)}». ${votacion.texto}`,
      ),
      ...resultados(resultadoAntes, votacion.resultado),
      texto(`Motivo: ${motivo}`),
      nota(`${seAvisa(siglas, avisada, votacion)} Los dos votos quedan en el registro.`),
      ...efectoBlocks(resumen),
    ],
    actions: [
      ...efectoActions(sesion, resumen),
      ...boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
    ],
    ...demoDeVotacion(vista),
  }
}

function seAvisa(siglas: string, avisada: boolean, { difusion }: VotacionDeSesion): string {
  if (avisada) return `Se avisa a ${siglas} en su canal.`
  const porque =
    difusion === "interna"
      ? "La votación es de un asunto interno, que no se trata en los canales"
      : `${siglas} no tiene canal activo`
  return `${porque}: avise a ${siglas} por otro medio.`
}

/** What the institution reads in its channel. */
export function avisoVotoCorregidoCard(
  vista: VistaVotacion,
  { siglas, antes, voto, motivo, resultadoAntes }: VotoCorregido,
): Card {
  const { votacion, sesion } = vista
  return {
    title: `Se corrigió el voto de ${siglas}: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto([{ kind: "bold", text: votacion.texto }]),
      texto(
        `La Secretaría Técnica corrigió el voto de ${siglas}: constaba «${sentidoDicho(antes)}» y ahora consta «${sentidoDicho(voto)}».`,
      ),
      ...resultados(resultadoAntes, votacion.resultado),
      texto(`Motivo: ${motivo}`),
      nota("Si no corresponde a lo que votó, comuníquelo a la Secretaría Técnica."),
    ],
    actions: boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
    ...demoDeVotacion(vista),
  }
}

function resultados(
  antes: VotacionDeSesion["resultado"],
  ahora: VotacionDeSesion["resultado"],
): readonly Block[] {
  if (antes === null || ahora === null) return []
  const [decia, dice] = [resultadoEnPalabras(antes), resultadoEnPalabras(ahora)]
  return [
    texto(
      decia === dice ? `El resultado no cambia: ${dice}` : `Resultado: decía «${decia}»; ahora: «${dice}»`,
    ),
  ]
}

/** It counts for nothing any more; what it was is told with it. */
export function votacionAnuladaCard(
  vista: VistaVotacion,
  antes: VotacionDeSesion,
  resumen: EfectoEnResumen,
): Card {
  const { sesion, acuerdo } = vista
  return {
    title: `Votación anulada: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      ...asuntoVotacion(vista),
      texto(`${anulada({ ...vista.votacion, resultado: antes.resultado })} Queda en el registro.`),
      ...(acuerdo === null
        ? []
        : [nota(`El acuerdo ${acuerdo.clave} queda por votar: no está vigente mientras no se apruebe.`)]),
      ...efectoBlocks(resumen),
    ],
    actions: [
      ...efectoActions(sesion, resumen),
      ...(acuerdo === null || resumen.kind !== "sin_resumen"
        ? []
        : boton("acuerdo.votacion-abrir", `acuerdo:${acuerdo.clave}`, "Someterlo a votación…")),
      ...boton("sesion.en-curso", sesion.clave, "Ver la sesión"),
    ],
    ...demoDeVotacion(vista),
  }
}

export function conteoCorregidoCard(
  vista: VistaVotacion,
  antes: VotacionDeSesion["resultado"],
  motivo: string,
  resumen: EfectoEnResumen,
): Card {
  const { sesion, votacion } = vista
  return {
    title: `Conteo corregido: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      texto([{ kind: "bold", text: votacion.texto }]),
      ...resultados(antes, votacion.resultado),
      texto(`Motivo: ${motivo}`),
      nota("Los dos conteos quedan en el registro."),
      ...efectoBlocks(resumen),
    ],
    actions: [
      ...efectoActions(sesion, resumen),
      ...boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
    ],
    ...demoDeVotacion(vista),
  }
}
