import { pareceEleccion } from "../../domain/cargo/cargo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { SentidoVoto, VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { MODO_VOTACION, resultadoEnPalabras } from "../../texts/votacion.ts"
import type { Action, Block, Card } from "../card.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** A vote of a session, with who may cast one now and what has been cast. */
export interface VistaVotacion {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly votacion: VotacionDeSesion
  readonly punto: PuntoOrdenDia | null
  /** The agreement that is put to the vote; `null`: none. */
  readonly acuerdo: Acuerdo | null
  /** Institutions with a vote that were called. */
  readonly conVoto: number
  /** Those of them that are in the room. `nombre`: of the person whom the roll-call has. */
  readonly presentes: readonly {
    readonly institucion: Institucion
    readonly preside: boolean
    readonly nombre: string | null
  }[]
  readonly votos: readonly Voto[]
  readonly instituciones: ReadonlyMap<string, Institucion>
}

export const SENTIDO_VOTO: Readonly<Record<SentidoVoto, string>> = {
  a_favor: "a favor",
  en_contra: "en contra",
  abstencion: "abstención",
}

/** What each institution reads in its channel: the matter and how to vote; once it closes, what came out. */
export function pedirVotoCard(vista: VistaVotacion): Card {
  const { votacion, sesion } = vista
  const { resultado } = votacion
  if (resultado !== null)
    return {
      title: `Votación cerrada: ${sesion.clave}`,
      tone: "aviso",
      blocks: [...asunto(vista), texto(resultadoEnPalabras(resultado))],
      actions: boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
      ...demo(vista),
    }
  return {
    title: `Se pide su voto: ${sesion.etiqueta}`,
    tone: "atencion",
    blocks: [
      ...asunto(vista),
      nota(
        votacion.modo === "cedula"
          ? "Un voto por institución. Es secreto: nadie verá en qué sentido votó. Puede cambiarlo hasta que se cierre."
          : "Un voto por institución. Las y los integrantes podrán ver su sentido. Puede cambiarlo hasta que se cierre.",
      ),
    ],
    actions: [
      ...botonesVoto(votacion),
      ...(votacion.modo === "nominal"
        ? boton("acuerdo.voto-particular", votacion.id, "Voto particular…")
        : []),
    ],
    ...demo(vista),
  }
}

function asunto({ votacion, punto, acuerdo }: VistaVotacion): readonly Block[] {
  return [
    texto([{ kind: "bold", text: votacion.texto }]),
    {
      kind: "fields",
      fields: [
        ...(punto === null ? [] : [{ label: "Punto", value: recortar(punto.titulo, 200) }]),
        ...(acuerdo === null ? [] : [{ label: "Acuerdo", value: acuerdo.clave }]),
        { label: "Votación", value: MODO_VOTACION[votacion.modo] },
      ],
    },
  ]
}

const botonesVoto = ({ id }: VotacionDeSesion): readonly Action[] => [
  ...boton("acuerdo.votar", `a_favor ${id}`, "A favor", "primary"),
  ...boton("acuerdo.votar", `en_contra ${id}`, "En contra"),
  ...boton("acuerdo.votar", `abstencion ${id}`, "Abstención"),
]

/** How a vote stands, for who conducts the session or takes part in it. */
export function votacionCard(vista: VistaVotacion, conduce: boolean, aviso: string | null = null): Card {
  const { votacion, sesion } = vista
  const abierta = votacion.cerradaEn === null
  return {
    title: `${abierta ? "Votación en curso" : "Votación cerrada"}: ${sesion.clave}`,
    tone: aviso === null ? "aviso" : "atencion",
    blocks: [
      ...(aviso === null ? [] : [texto([{ kind: "bold", text: aviso }])]),
      ...asunto(vista),
      ...(votacion.resultado === null
        ? [texto(avance(vista))]
        : [texto(resultadoEnPalabras(votacion.resultado))]),
      ...sentidos(vista),
    ],
    actions:
      abierta && conduce
        ? cierre(votacion)
        : [
            ...(conduce ? cargoElegido(vista) : []),
            ...boton("sesion.en-curso", sesion.clave, "Ver la sesión"),
          ],
    ...demo(vista),
  }
}

/** An election gives an institution a post for a term: offers to register it, with what the vote itself says. */
function cargoElegido({ votacion, sesion, instituciones }: VistaVotacion): readonly Action[] {
  if (votacion.resultado?.resultado !== "aprobado" || !pareceEleccion(votacion.texto)) return []
  const palabras = new Set(votacion.texto.split(/[^\p{L}\d]+/u))
  const nombradas = [...instituciones.values()].filter(({ siglas }) => palabras.has(siglas))
  const [electa] = nombradas.length === 1 ? nombradas : []
  const dado = [
    ...(electa === undefined ? [] : [`institucion:${electa.siglas}`]),
    ...(sesion.fecha === null ? [] : [`desde:${sesion.fecha}`]),
  ]
  return boton("plenaria.cargo-registrar", dado.join(" "), "Registrar el cargo…", "primary")
}

function cierre({ id, modo }: VotacionDeSesion): readonly Action[] {
  const cerrar = boton(
    modo === "economica" ? "acuerdo.votacion-manos" : "acuerdo.votacion-cerrar",
    id,
    modo === "economica" ? "Registrar el conteo…" : "Cerrar la votación",
    "primary",
  )
  return [...cerrar, ...boton("acuerdo.votacion-ver", id, "Actualizar")]
}

function avance({ votacion, presentes, votos }: VistaVotacion): string {
  if (votacion.modo === "economica")
    return `Pueden votar ${plural(presentes.length, "institución presente", "instituciones presentes")}. Cuente las manos y registre el resultado.`
  const faltan = presentes
    .filter(({ institucion }) => !votos.some(({ institucionId }) => institucionId === institucion.id))
    .map(({ institucion }) => institucion.siglas)
  const han = `Han votado ${votos.length} de ${presentes.length}.`
  return faltan.length === 0 ? han : `${han} Faltan: ${enumerar(faltan)}.`
}

/** By name only where the vote is by name. */
function sentidos({ votacion, votos, instituciones }: VistaVotacion): readonly Block[] {
  if (votacion.modo !== "nominal") return []
  const items = votos.flatMap(({ institucionId, sentido, votoParticular }) => {
    const siglas = instituciones.get(institucionId)?.siglas
    if (siglas === undefined || sentido === null) return []
    const razon = votoParticular === null ? "" : `. Voto particular: ${votoParticular}`
    return [`${siglas}: ${SENTIDO_VOTO[sentido]}${razon}`]
  })
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: "Votos" },
        { kind: "list", ordered: false, items },
      ]
}

/** The receipt of who voted. Of a secret vote it says that it was cast, and not how. */
export function votoRegistradoCard(vista: VistaVotacion, siglas: string, voto: Voto, cambio: boolean): Card {
  const { votacion, sesion } = vista
  const sentido = votacion.modo === "cedula" || voto.sentido === null ? "" : ` ${SENTIDO_VOTO[voto.sentido]}`
  const verbo = cambio ? "cambió su voto" : "votó"
  return {
    title: `Voto registrado: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      texto(`${siglas} ${verbo}${sentido === "" ? "" : `:${sentido}`}. ${votacion.texto}`),
      ...(voto.votoParticular === null ? [] : [texto(`Voto particular: ${voto.votoParticular}`)]),
      nota("Puede cambiarlo hasta que la votación se cierre."),
    ],
    actions: boton("acuerdo.votacion-ver", votacion.id, "Ver la votación"),
    ...demo(vista),
  }
}

/** Why a vote was not taken, and what to do. */
export function votoNoTomadoCard(
  organo: Organo,
  why: keyof typeof POR_QUE,
  /** The institution's siglas, or how it is voted. */
  cual = "",
): Card {
  return {
    title: TITULO[why] ?? "No se registró el voto",
    tone: "error",
    blocks: [texto(POR_QUE[why].replace("%", cual))],
    actions: boton("sesion.en-curso", "", "Ver la sesión"),
    ...marcaDemo([organo.origen]),
  }
}

const TITULO: { readonly [why in keyof typeof POR_QUE]?: string } = {
  sin_votacion: "No hay una votación abierta",
  a_mano_alzada: "Falta el conteo de las manos",
  sin_manos: "No se registró el conteo",
}

const POR_QUE = {
  sin_derecho:
    "% no figura con voto entre las instituciones presentes en el pase de lista. Si llegó, pida a la Secretaría Técnica que lo registre.",
  sin_calidad:
    "Por % votan su titular o su suplente. Pida a esa persona que vote, o a la Secretaría Técnica que registre el voto expresado en la sesión.",
  secreta: "La votación es por cédula: cada institución emite su propio voto y nadie puede hacerlo por ella.",
  a_mano_alzada: "La votación es económica: la Secretaría Técnica cuenta las manos y registra el resultado.",
  sin_manos:
    "La votación es %, no económica: cada institución emite su propio voto y no se cuentan manos. Cuando hayan votado, ciérrela con /acuerdo votacion cerrar",
  sin_votacion: "Pregunte a la Secretaría Técnica si ya se abrió o ya se cerró.",
  sin_institucion: "Diga por cuál institución vota, por ejemplo: /acuerdo votar a favor institucion:SRE",
} as const

const demo = ({ organo, sesion }: VistaVotacion) => marcaDemo([organo.origen, sesion.origen])
