import type { Organo } from "../../domain/tipos/directorio.ts"
import type { VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import { SENTIDO_VOTO } from "../../texts/votacion.ts"
import type { Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { demoDeVotacion, type VistaVotacion } from "./votacion.ts"

export const sentidoDicho = (voto: Voto | null): string =>
  voto === null ? "sin voto" : voto.sentido === null ? "sin sentido registrado" : SENTIDO_VOTO[voto.sentido]

/** "SRE votó: a favor", "SRE cambió su voto de a favor a en contra". Of a secret vote, only that it was cast. */
function queHizo({ modo }: VotacionDeSesion, siglas: string, voto: Voto, antes: Voto | null): string {
  const secreto = modo === "cedula"
  if (antes === null) return secreto ? `${siglas} votó` : `${siglas} votó: ${sentidoDicho(voto)}`
  if (secreto) return `${siglas} cambió su voto`
  return antes.sentido === voto.sentido
    ? `${siglas} ya había votado: ${sentidoDicho(voto)}; no cambia`
    : `${siglas} cambió su voto de «${sentidoDicho(antes)}» a «${sentidoDicho(voto)}»`
}

/** The receipt of who voted. */
export function votoRegistradoCard(
  vista: VistaVotacion,
  siglas: string,
  voto: Voto,
  antes: Voto | null,
): Card {
  const { votacion, sesion } = vista
  return {
    title: `Voto registrado: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      texto(`${queHizo(votacion, siglas, voto, antes)}. ${votacion.texto}`),
      ...(voto.votoParticular === null ? [] : [texto(`Voto particular: ${voto.votoParticular}`)]),
      nota("Puede cambiarlo hasta que la votación se cierre. Cada cambio queda en el registro."),
    ],
    actions: boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
    ...demoDeVotacion(vista),
  }
}

/** The institution has voted otherwise: the Secretaría Técnica puts that right only with a reason. */
export function votoYaEmitidoCard(vista: VistaVotacion, siglas: string, voto: Voto, pedido: string): Card {
  const { votacion, sesion } = vista
  return {
    title: `${siglas} ya votó: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(`El voto de ${siglas} consta «${sentidoDicho(voto)}». No se cambió.`),
      nota("Para corregirlo escriba el motivo: se avisará a la institución y constarán los dos."),
    ],
    actions: [
      ...boton(
        "acuerdo.voto-corregir",
        `${siglas} sentido:${pedido} votacion:${votacion.id}`,
        "Corregir el voto…",
        "primary",
      ),
      ...boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
    ],
    ...demoDeVotacion(vista),
  }
}

/** Why a vote was not taken, and what to do. */
export function votoNoTomadoCard(
  organo: Organo,
  why: keyof typeof POR_QUE,
  /** The institution's siglas, or how it is voted. */
  cual = "",
  /** The reader conducts the session: she is not sent to herself. */
  conduce = false,
): Card {
  return {
    title: TITULO[why] ?? "No se registró el voto",
    tone: "error",
    blocks: [texto((conduce ? (A_QUIEN_CONDUCE[why] ?? POR_QUE[why]) : POR_QUE[why])(cual))],
    actions: boton("sesion.en-curso", "", "Ver la sesión"),
    ...marcaDemo([organo.origen]),
  }
}

const TITULO: { readonly [why in keyof typeof POR_QUE]?: string } = {
  sin_votacion: "No hay una votación abierta que pueda consultar",
  votacion_desconocida: "No se encontró la votación",
  a_mano_alzada: "Falta el conteo de las manos",
  sin_manos: "No se registró el conteo",
  sin_voto_previo: "No hay un voto que corregir",
  secreta_cerrada: "El voto secreto no se corrige",
  no_nominal: "No hay votos por nombre",
}

const POR_QUE = {
  sin_derecho: (siglas: string) =>
    `${siglas} no figura con voto entre las instituciones presentes en el pase de lista. Si llegó, pida a la Secretaría Técnica que lo registre.`,
  sin_calidad: (siglas: string) =>
    `Por ${siglas} vota quien figura presente en el pase de lista: su titular, o su suplente con oficio registrado. Pida a esa persona que vote, o a la Secretaría Técnica que registre el voto expresado en la sesión.`,
  secreta: () =>
    "La votación es por cédula: cada institución emite su propio voto y nadie puede hacerlo por ella.",
  secreta_cerrada: () =>
    frase`La votación es por cédula: nadie sabe en qué sentido votó cada institución. Si hubo un error, anúlela con su motivo: ${comando("acuerdo.votacion-anular")}`,
  a_mano_alzada: () =>
    "La votación es económica: la Secretaría Técnica cuenta las manos y registra el resultado.",
  sin_manos: (modo: string) =>
    frase`La votación es ${modo}, no económica: cada institución emite su propio voto y no se cuentan manos. Cuando hayan votado, ciérrela con ${comando("acuerdo.votacion-cerrar")}`,
  no_nominal: () =>
    frase`La votación es económica: se cuentan manos y no consta el voto de cada institución. Corrija el conteo con ${comando("acuerdo.votacion-corregir")}`,
  sin_voto_previo: (siglas: string) =>
    frase`De ${siglas} no consta ningún voto en esa votación. Si lo expresó en la sesión y la votación sigue abierta, regístrelo: ${comando("acuerdo.votar", { sentido: "a favor", "institucion:": siglas })}`,
  votacion_desconocida: (escrito: string) =>
    frase`«${escrito}» no es una votación de la sesión que pueda consultar. Vea las que constan con ${comando("acuerdo.votacion-ver")}, y escriba el número de la que quiera, o nada si es la que está abierta.`,
  sin_votacion: () =>
    "Pregunte a la Secretaría Técnica si ya se abrió o ya se cerró. En la de un asunto interno, ella registra el voto que se exprese en la sesión.",
  sin_institucion: () => "Diga por cuál institución vota: añada al comando «institucion:» y sus siglas.",
} as const satisfies Readonly<Record<string, (cual: string) => RichText>>

/** The same for the Secretaría Técnica, where the others are sent to her. */
const A_QUIEN_CONDUCE: { readonly [why in keyof typeof POR_QUE]?: (cual: string) => RichText } = {
  sin_votacion: () =>
    frase`No hay ninguna abierta ni suspendida. Para abrir una: ${comando("acuerdo.votacion-abrir")}`,
  sin_derecho: (siglas) =>
    frase`${siglas} no figura con voto entre las instituciones presentes en el pase de lista. Si llegó, regístrelo: ${comando("sesion.pase-llegada", { institucion: siglas })}`,
  sin_calidad: (siglas) =>
    `Por ${siglas} vota quien figura presente en el pase de lista: su titular, o su suplente con oficio registrado. Pida a esa persona que vote, o registre usted el voto expresado en la sesión.`,
}
