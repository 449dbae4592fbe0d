import { estadoVotacion, type SentidoVoto, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { resultadoEnPalabras } from "../../texts/votacion.ts"
import type { Action, Block, Card } from "../card.ts"
import { boton, nota, texto } from "../respuesta.ts"
import { anulada, asuntoVotacion, demoDeVotacion, esperaQuorum, type VistaVotacion } from "./votacion.ts"

/** What each institution reads in its channel: the matter and how to vote; then that it waits, or what came out. */
export function pedirVotoCard(vista: VistaVotacion): Card {
  const { votacion, sesion } = vista
  switch (estadoVotacion(votacion)) {
    case "abierta":
      return {
        title: `Se pide su voto: ${sesion.etiqueta}`,
        tone: "atencion",
        blocks: [...asuntoVotacion(vista), nota(comoSeVota(votacion))],
        actions: [
          ...botonesVoto(votacion),
          ...(votacion.modo === "nominal"
            ? boton("acuerdo.voto-particular", votacion.id, "Voto particular…")
            : []),
        ],
        ...demoDeVotacion(vista),
      }
    case "suspendida":
      return sinBotones(vista, "Votación suspendida", "atencion", texto(esperaQuorum(vista)))
    case "anulada":
      return sinBotones(vista, "Votación anulada", "atencion", texto(anulada(votacion)))
    case "cerrada":
      return sinBotones(
        vista,
        "Votación cerrada",
        "aviso",
        texto(votacion.resultado === null ? "" : resultadoEnPalabras(votacion.resultado)),
      )
  }
}

const comoSeVota = ({ modo }: VotacionDeSesion) =>
  modo === "cedula"
    ? "Un voto por institución. Es secreto: nadie verá en qué sentido votó. Puede cambiarlo hasta que se cierre."
    : "Un voto por institución. Las y los integrantes podrán ver su sentido. Puede cambiarlo hasta que se cierre."

function sinBotones(vista: VistaVotacion, titulo: string, tone: Card["tone"], que: Block): Card {
  return {
    title: `${titulo}: ${vista.sesion.clave}`,
    tone,
    blocks: [...asuntoVotacion(vista), que],
    actions: boton("acuerdo.votacion-ver", vista.votacion.id, "Ver la votación"),
    ...demoDeVotacion(vista),
  }
}

const SENTIDOS: readonly (readonly [SentidoVoto, string])[] = [
  ["a_favor", "A favor"],
  ["en_contra", "En contra"],
  ["abstencion", "Abstención"],
]

const botonesVoto = ({ id }: VotacionDeSesion): readonly Action[] =>
  SENTIDOS.flatMap(([sentido, label]) =>
    boton("acuerdo.votar", `${sentido} ${id}`, label, sentido === "a_favor" ? "primary" : "normal"),
  )
