import type { ActoSobrePunto, Desahogo } from "../../app/desahogo/desahogar.ts"
import type { Card } from "../../cards/card.ts"
import { puntoEnVotacionCard } from "../../cards/desahogo/clausura.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { sinQuorumCard } from "../../cards/sesion/sin-quorum.ts"
import type { PuntoOrdenDia } from "../../domain/tipos/sesion.ts"
import type { CommandContext, Reply } from "../definition/definition.ts"
import { enCursoReply } from "./punto.ts"

/** After an act on an item: the session as it stands, with what was done or why nothing was. */
export async function desahogoReply(
  context: CommandContext,
  result: Desahogo,
  acto: ActoSobrePunto["acto"],
  conResultado = false,
): Promise<Reply> {
  switch (result.kind) {
    case "hecho":
      return enCursoReply(context, result.sesion, hecho(acto, result.punto, conResultado))
    case "otra_persona":
      return enCursoReply(context, result.sesion, CAMBIO)
    case "punto_fuera_de_estado":
    case "en_votacion":
    case "sin_quorum":
      return puntoImpedido(context, result)
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(context.organo, result.sesion, "desahogar puntos de") }
    case "problemas":
      return { problems: result.problemas }
  }
}

/** The item cannot be dealt with so, whatever is written of it. */
export async function puntoImpedido(
  context: CommandContext,
  result: Extract<Desahogo, { readonly kind: "punto_fuera_de_estado" | "en_votacion" | "sin_quorum" }>,
): Promise<{ readonly card: Card }> {
  if (result.kind === "en_votacion")
    return { card: puntoEnVotacionCard(context.organo, result.sesion, result.votacion) }
  if (result.kind === "sin_quorum")
    return { card: sinQuorumCard(context.organo, result.sesion, result.quorum, "resolver") }
  const { titulo, estado } = result.punto
  return enCursoReply(context, result.sesion, `«${titulo}» ${YA_PUNTO[estado]}. No se registró nada.`)
}

export const CAMBIO =
  "La sesión cambió mientras tanto: otra persona acaba de actuar. No se registró nada; así está ahora."

/** Why an item that is so is not what an act needs. */
export const YA_PUNTO: Readonly<Record<PuntoOrdenDia["estado"], string>> = {
  propuesto: "es solo una propuesta: no está en el orden del día",
  incluido: "está por desahogar",
  desahogado: "ya se desahogó",
  retirado: "ya se retiró",
  diferido: "ya se difirió",
}

function hecho(
  acto: ActoSobrePunto["acto"],
  { titulo, resultado }: PuntoOrdenDia,
  conResultado: boolean,
): string {
  const seccion =
    (resultado?.tipo ?? null) === null
      ? "«Se trató», con sus palabras; si se aprobó o eligió algo, regístrelo de nuevo con su tipo"
      : "«Se aprobó o eligió»"
  switch (acto) {
    case "discutir":
      return `Se discute «${titulo}».`
    case "desahogar":
      return conResultado
        ? `Se desahogó «${titulo}», con resultado: el resumen lo dirá en ${seccion}.`
        : `Se desahogó «${titulo}».`
    case "diferir":
      return `Se difirió «${titulo}». Se propondrá para la siguiente sesión.`
    case "retirar":
      return `Se retiró «${titulo}».`
  }
}
