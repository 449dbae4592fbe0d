import type { Pronostico } from "../../domain/convocatoria/pronostico-quorum.ts"
import type { ConfirmacionAsistencia, RespuestaAsistencia } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { enumerar } from "../../texts/plurales.ts"
import { faltasDeQuorum, quorumPedido } from "../../texts/quorum.ts"
import type { Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"
import { respuestas } from "./convocatoria.ts"

export interface RenglonAsistencia {
  readonly institucion: Institucion
  /** `null`: it has answered nothing. */
  readonly confirmacion: ConfirmacionAsistencia | null
  readonly conVoto: boolean
  readonly preside: boolean
}

export interface QuorumPrevisto {
  readonly pronostico: Pronostico
  /** Every institution that was called, by siglas. */
  readonly renglones: readonly RenglonAsistencia[]
}

const RESPUESTA: Readonly<Record<RespuestaAsistencia, string>> = {
  titular: "asistirá su titular",
  suplente: "asistirá en suplencia",
  no_asistira: "no asistirá",
}

/** "asistirá en suplencia Ana Pérez, Directora General (oficio 123/2024)" */
export function respuestaEnPalabras(
  confirmacion: Pick<ConfirmacionAsistencia, "respuesta" | "remota" | "nombre" | "cargo" | "oficio">,
): string {
  const { respuesta, remota, nombre, cargo, oficio } = confirmacion
  const quien = [nombre, cargo].filter(Boolean).join(", ")
  const detalle = quien === "" ? "" : ` ${quien}`
  const modo = remota ? ", a distancia" : ""
  return `${RESPUESTA[respuesta]}${detalle}${oficio ? ` (oficio ${oficio})` : ""}${modo}`
}

export interface ConfirmadaCard {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly institucion: Institucion
  readonly respuesta: Pick<ConfirmacionAsistencia, "respuesta" | "remota" | "nombre" | "cargo" | "oficio">
  readonly anterior: ConfirmacionAsistencia | null
  /** The body asks for the oficio that names a suplente, and it was not given. */
  readonly faltaOficio: boolean
  readonly admiteSuplencia: boolean
  /** The institution is of whoever reads this: the buttons answer for it. */
  readonly propia: boolean
}

export function confirmadaCard({
  organo,
  sesion,
  institucion,
  respuesta,
  anterior,
  faltaOficio,
  admiteSuplencia,
  propia,
}: ConfirmadaCard): Card {
  return {
    title: `Respuesta registrada: ${sesion.clave}`,
    tone: faltaOficio ? "atencion" : "logro",
    blocks: [
      texto(
        `${institucion.siglas}: ${respuestaEnPalabras(respuesta)}. ${sesion.etiqueta}, ${cuando(sesion, organo)}.`,
      ),
      ...(anterior ? [nota(`Antes: ${respuestaEnPalabras(anterior)}.`)] : []),
      ...(faltaOficio
        ? [
            nota(
              frase`Falta el oficio de designación: el órgano lo pide para la suplencia. Regístrelo con ${propia ? "«Asistirá suplente…»" : comando("sesion.registrar-asistencia")}.`,
            ),
          ]
        : []),
      nota("Puede cambiarla hasta que la sesión se instale."),
    ],
    actions: propia
      ? respuestas(sesion, admiteSuplencia)
      : boton("sesion.quorum", sesion.clave, "Ver el quórum previsto"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** The body's rules admit no alternates: nothing was registered. */
export function sinSuplencia(organo: Organo, sesion: Sesion): Card {
  return {
    title: `No se admite suplencia: ${sesion.clave}`,
    tone: "error",
    blocks: [
      texto(
        "La regla configurada del órgano pide que cada integrante asista personalmente. No se registró nada.",
      ),
    ],
    actions: respuestas(sesion, false),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** "9 de 14, quórum 8; falta confirmar: …" */
export function quorumPrevistoCard(
  organo: Organo,
  sesion: Sesion,
  { pronostico, renglones }: QuorumPrevisto,
): Card {
  const { presentes, base, hay } = pronostico
  const siglas = (ids: readonly string[]) =>
    enumerar(
      renglones
        .filter(({ institucion }) => ids.includes(institucion.id))
        .map(({ institucion }) => institucion.siglas),
    )
  return {
    title: `Quórum previsto: ${sesion.clave}`,
    tone: hay ? "logro" : "atencion",
    blocks: [
      texto(
        `Han confirmado ${presentes} de ${base}; el quórum es de ${quorumPedido(pronostico)}. ${hay ? "Con ellas habría quórum." : "Con ellas aún no habría quórum."}`,
      ),
      ...(pronostico.sinRespuesta.length > 0
        ? [texto(`Falta confirmar: ${siglas(pronostico.sinRespuesta)}.`)]
        : []),
      ...(pronostico.noAsistiran.length > 0
        ? [texto(`Avisaron que no asistirán: ${siglas(pronostico.noAsistiran)}.`)]
        : []),
      ...(hay ? [] : [nota(`Para que lo haya: ${faltasDeQuorum(pronostico).join(" ")}`)]),
      { kind: "heading", text: "Respuestas" },
      { kind: "list", ordered: false, items: renglones.map(renglonAsistencia) },
      nota("Es una previsión con lo confirmado hasta ahora; el quórum se verifica al pasar lista."),
    ],
    actions: [
      ...boton("sesion.acuses", sesion.clave, "Ver los acuses"),
      ...boton("sesion.pase-ver", sesion.clave, "Pasar lista"),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

function renglonAsistencia({ institucion, confirmacion, conVoto, preside }: RenglonAsistencia): RichText {
  const papel = preside ? " (preside)" : conVoto ? "" : " (sin voto)"
  const respuesta = confirmacion ? respuestaEnPalabras(confirmacion) : "sin respuesta"
  return [{ kind: "bold", text: institucion.siglas }, `${papel}: ${respuesta}`]
}
