import { pareceEleccion } from "../../domain/cargo/cargo.ts"
import type { Quorum } from "../../domain/desahogo/quorum.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { type Padron, padronDeVotacion } from "../../domain/votacion/padron.ts"
import type { CalidadEnSala } from "../../domain/votacion/quien-vota.ts"
import {
  type EstadoVotacion,
  estadoVotacion,
  estaPendiente,
  fueResuelta,
  type VotacionDeSesion,
  type Voto,
} from "../../domain/votacion/votacion.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { faltasDeQuorum, quorumPedido } from "../../texts/quorum.ts"
import { MODO_VOTACION, resultadoEnPalabras, SENTIDO_VOTO } from "../../texts/votacion.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { boton, marcaDemo, recortar, texto } from "../respuesta.ts"

/** A vote of a session, with who may cast one now and what has been cast, in the body's order. */
export interface VistaVotacion {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly votacion: VotacionDeSesion
  /** Its place among the votes of the session, from 1. */
  readonly numero: number
  readonly punto: PuntoOrdenDia | null
  /** The agreement that is put to the vote; `null`: none. */
  readonly acuerdo: Acuerdo | null
  /** Institutions with a vote that were called. `nombre`: of the person whom the roll-call has. */
  readonly conVoto: readonly {
    readonly institucion: Institucion
    readonly preside: boolean
    /** As whom the roll-call has somebody there; `null`: it has nobody. */
    readonly calidad: CalidadEnSala | null
    readonly presente: boolean
  }[]
  /** As the roll-call has it now; `null`: nobody was called. */
  readonly quorum: Quorum | null
  readonly votos: readonly Voto[]
  readonly instituciones: ReadonlyMap<string, Institucion>
}

export function asuntoVotacion({ votacion, numero, punto, acuerdo }: VistaVotacion): readonly Block[] {
  return [
    texto([{ kind: "bold", text: votacion.texto }]),
    {
      kind: "fields",
      fields: [
        ...(punto === null ? [] : [{ label: "Punto", value: recortar(punto.titulo, 200) }]),
        ...(acuerdo === null ? [] : [{ label: "Acuerdo", value: acuerdo.clave }]),
        { label: "Votación", value: `${numero}, ${MODO_VOTACION[votacion.modo]}` },
      ],
    },
  ]
}

const TITULO: Readonly<Record<EstadoVotacion, string>> = {
  abierta: "Votación en curso",
  suspendida: "Votación suspendida",
  cerrada: "Votación cerrada",
  anulada: "Votación anulada",
}

/** How a vote stands, for who conducts the session or takes part in it. */
export function votacionCard(vista: VistaVotacion, conduce: boolean, aviso: RichText | null = null): Card {
  const { votacion, sesion } = vista
  const estado = estadoVotacion(votacion)
  const atencion = aviso !== null || estado === "suspendida" || vistaSinQuorum(vista)
  return {
    title: `${TITULO[estado]}: ${sesion.clave}`,
    tone: atencion ? "atencion" : "aviso",
    blocks: [
      ...(aviso === null ? [] : [texto(typeof aviso === "string" ? [{ kind: "bold", text: aviso }] : aviso)]),
      ...asuntoVotacion(vista),
      ...comoVa(vista),
      ...sentidos(vista),
    ],
    actions: conduce ? actos(vista) : volver(vista),
    ...demoDeVotacion(vista),
  }
}

/** It is open, or waits, and there is no quórum. */
const vistaSinQuorum = ({ votacion, quorum }: VistaVotacion) =>
  estadoVotacion(votacion) === "abierta" && quorum !== null && !quorum.hay

function comoVa(vista: VistaVotacion): readonly Block[] {
  const { votacion } = vista
  switch (estadoVotacion(votacion)) {
    case "abierta":
      return [...(vistaSinQuorum(vista) ? [texto(sinQuorum(vista))] : []), texto(avance(vista))]
    case "suspendida":
      return [texto(esperaQuorum(vista)), texto(avance(vista))]
    case "cerrada":
      return votacion.resultado === null ? [] : [texto(resultadoEnPalabras(votacion.resultado))]
    case "anulada":
      return [texto(anulada(votacion))]
  }
}

/** "Hay 7 presentes y el quórum es de 8. Falta 1 institución." */
function cuentaQuorum({ quorum }: VistaVotacion): string {
  if (quorum === null) return ""
  const cuenta = `Hay ${plural(quorum.presentes, "presente", "presentes")} y el quórum es de ${quorumPedido(quorum)}.`
  return ["", cuenta, ...(quorum.hay ? [] : faltasDeQuorum(quorum))].join(" ")
}

const sinQuorum = (vista: VistaVotacion) =>
  `No hay quórum: la votación no puede cerrarse.${cuentaQuorum(vista)}`

/** What a vote that waits says, and what can be done about it. */
export function esperaQuorum(vista: VistaVotacion): string {
  return vista.quorum?.hay === true
    ? `Se suspendió por falta de quórum. Ya hay quórum: la Secretaría Técnica puede reanudarla.${cuentaQuorum(vista)}`
    : `Está suspendida por falta de quórum.${cuentaQuorum(vista)} Los votos emitidos se conservan; se reanuda cuando vuelva a haber quórum.`
}

/** "Se anuló: … Estaba Aprobado: 6 a favor…" */
export function anulada({ motivoAnulacion, resultado }: VotacionDeSesion): string {
  const era = resultado === null ? "" : ` Decía: ${resultadoEnPalabras(resultado)}`
  return `Se anuló y no surte efectos. Motivo: ${motivoAnulacion ?? "no consta"}.${era}`.replace("..", ".")
}

function actos(vista: VistaVotacion): readonly Action[] {
  const { votacion } = vista
  const { id } = votacion
  const anular = boton("acuerdo.votacion-anular", id, "Anular…")
  switch (estadoVotacion(votacion)) {
    case "abierta":
      return [...cierre(votacion), ...corregirVoto(vista), ...anular]
    case "suspendida":
      return [
        ...(vista.quorum?.hay === true
          ? boton("acuerdo.votacion-reanudar", id, "Reanudar la votación", "primary")
          : boton("sesion.pase-ver", vista.sesion.clave, "Ver el pase de lista", "primary")),
        ...boton("acuerdo.votacion-ver", id, "Actualizar"),
        ...anular,
        ...volver(vista),
      ]
    case "cerrada":
      return [...cargoElegido(vista), ...volver(vista), ...corregirVoto(vista), ...anular]
    case "anulada":
      return volver(vista)
  }
}

/** What was put down wrong: a vote by name, or the hands. A secret one is only annulled. */
function corregirVoto({ votacion, votos }: VistaVotacion): readonly Action[] {
  if (votacion.modo === "nominal" && votos.length > 0)
    return boton("acuerdo.voto-corregir", `votacion:${votacion.id}`, "Corregir un voto…")
  return votacion.modo === "economica" && votacion.cerradaEn !== null
    ? boton("acuerdo.votacion-corregir", `votacion:${votacion.id}`, "Corregir el conteo…")
    : []
}

function cierre({ id, modo }: VotacionDeSesion): readonly Action[] {
  const cerrar = boton(
    modo === "economica" ? "acuerdo.votacion-manos" : "acuerdo.votacion-cerrar",
    // By its name: what has none would be taken for the first number that the count needs.
    `votacion:${id}`,
    modo === "economica" ? "Registrar el conteo…" : "Cerrar la votación",
    "primary",
  )
  return [...cerrar, ...boton("acuerdo.votacion-ver", id, "Actualizar")]
}

/** An election gives an institution a post for a term: offers to register it, with what the vote itself says. */
function cargoElegido({ votacion, sesion, instituciones }: VistaVotacion): readonly Action[] {
  if (!fueResuelta(votacion) || votacion.resultado.resultado !== "aprobado") return []
  if (!pareceEleccion(votacion.texto)) return []
  const palabras = new Set(votacion.texto.split(/[^\p{L}\d]+/u))
  const nombradas = [...instituciones.values()].filter(({ siglas }) => palabras.has(siglas))
  const [electa] = nombradas.length === 1 ? nombradas : []
  const dado = [
    ...(electa === undefined ? [] : [`institucion:${electa.siglas}`]),
    ...(sesion.fecha === null ? [] : [`desde:${sesion.fecha}`]),
  ]
  return boton("plenaria.cargo-registrar", dado.join(" "), "Registrar el cargo…", "primary")
}

export function padronDe({ conVoto, votos }: Pick<VistaVotacion, "conVoto" | "votos">): Padron<Institucion> {
  const votaron = new Set(votos.map(({ institucionId }) => institucionId))
  return padronDeVotacion(conVoto.map((uno) => ({ ...uno, voto: votaron.has(uno.institucion.id) })))
}

/** Once it is decided, the session goes on. */
const volver = ({ sesion }: VistaVotacion): readonly Action[] =>
  boton("sesion.en-curso", sesion.clave, "Ver la sesión")

const siglasDe = (instituciones: readonly Institucion[]) =>
  enumerar(instituciones.map(({ siglas }) => siglas))

/** "Han votado 7 de 9. Faltan: FGR y SEP. Votaron y salieron: CEAV y SECTUR; sus votos cuentan." */
function avance(vista: VistaVotacion): string {
  const { participan, votaron, faltan, votaronYSalieron } = padronDe(vista)
  if (vista.votacion.modo === "economica")
    return `Pueden votar ${plural(participan.length, "institución presente", "instituciones presentes")}. Cuente las manos y registre el resultado.`
  const salieron =
    votaronYSalieron.length === 0
      ? ""
      : votaronYSalieron.length === 1
        ? ` Votó y salió: ${siglasDe(votaronYSalieron)}; su voto cuenta.`
        : ` Votaron y salieron: ${siglasDe(votaronYSalieron)}; sus votos cuentan.`
  const pendientes =
    faltan.length === 0 ? "" : ` ${faltan.length === 1 ? "Falta" : "Faltan"}: ${siglasDe(faltan)}.`
  return `Han votado ${votaron.length} de ${participan.length}.${pendientes}${salieron}`
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

export const demoDeVotacion = ({ organo, sesion }: Pick<VistaVotacion, "organo" | "sesion">) =>
  marcaDemo([organo.origen, sesion.origen])

interface Numerada {
  readonly una: VotacionDeSesion
  readonly numero: number
}

/** The votes of a session, to choose one: what is asked needs to know which. `elegibles`: those on which it is possible. */
export function elegirVotacionCard(
  organo: Organo,
  sesion: Sesion,
  votaciones: readonly Numerada[],
  elegibles: readonly Numerada[],
  command: string,
): Card {
  const renglon = ({ una, numero }: Numerada) => {
    const fue = fueResuelta(una) ? `. ${resultadoEnPalabras(una.resultado)}` : ""
    return `${numero}. «${recortar(una.texto, 120)}»: ${TITULO[estadoVotacion(una)].toLocaleLowerCase("es")}${fue}`
  }
  return {
    title: `Votaciones de ${sesion.clave}`,
    tone: "aviso",
    blocks: [
      texto(
        elegibles.length > 0
          ? `${votaciones.some(({ una }) => estaPendiente(una)) ? "" : "No hay una votación abierta. "}Elija una de las que constan:`
          : "Ninguna de las votaciones que constan admite ahora lo que pidió. No se hizo nada.",
      ),
      { kind: "list", ordered: false, items: votaciones.map(renglon) },
    ],
    actions: elegibles
      .slice(-MAX_BOTONES)
      .flatMap(({ una, numero }) => boton(command, `votacion:${una.id}`, `Votación ${numero}`)),
    ...demoDeVotacion({ organo, sesion }),
  }
}

const MAX_BOTONES = 10
