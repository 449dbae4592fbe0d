import { procedeSegunda } from "../../domain/convocatoria/segunda.ts"
import type { Quorum } from "../../domain/desahogo/quorum.ts"
import type { ReglaSegundaConvocatoria } from "../../domain/reglas/reglas-sesion.ts"
import type { ActoAsistencia } from "../../domain/sesion/transiciones.ts"
import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { ConfirmacionAsistencia } from "../../domain/tipos/convocatoria.ts"
import type { RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { estadoVotacion, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { enumerar } from "../../texts/plurales.ts"
import { faltasDeQuorum, quorumPedido } from "../../texts/quorum.ts"
import type { Action, Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"
import { botonDeshacer, botonDeshacerPase } from "./deshacer.ts"

export interface PaseDeLista {
  readonly sesion: Sesion
  /** Every institution that was called, by siglas. */
  readonly renglones: readonly {
    readonly institucion: Institucion
    readonly conVoto: boolean
    readonly preside: boolean
    /** The last time that it came in; `null`: it has not. */
    readonly registro: RegistroAsistencia | null
    readonly confirmacion: ConfirmacionAsistencia | null
  }[]
  readonly quorum: Quorum
  readonly segunda: ReglaSegundaConvocatoria
  /** The vote that is open, or that waits for the quórum; `null`: none. */
  readonly votacion: VotacionDeSesion | null
  /** Its day has not come: nobody can have arrived. */
  readonly porCelebrar: boolean
}

type Renglon = PaseDeLista["renglones"][number]

/** Buttons for the roll-call: more would not fit every platform beside the others. */
const MAX_BUTTONS = 20

/** What was just registered, which can be taken back. */
export interface Recien {
  readonly institucion: Institucion
  readonly acto: ActoAsistencia
}

/** The roll-call as it stands, with a button for each institution that is not there. */
export function paseDeListaCard(
  organo: Organo,
  pase: PaseDeLista,
  aviso: string | null = null,
  recien: Recien | null = null,
): Card {
  const { sesion, renglones, quorum } = pase
  if (pase.porCelebrar) return porCelebrarCard(organo, pase)
  const presentes = renglones.filter(estaEnSala)
  const ausentes = renglones.filter((renglon) => !estaEnSala(renglon))
  const salieron = ausentes.filter(({ registro }) => registro !== null)
  const sinLlegar = ausentes.filter(({ registro }) => registro === null)
  return {
    title: `Pase de lista: ${sesion.etiqueta}`,
    tone: aviso !== null || !quorum.hay ? "atencion" : "logro",
    blocks: [
      ...(aviso === null ? [] : [texto([{ kind: "bold", text: aviso }])]),
      texto(quorumEnPalabras(pase)),
      ...votacionPendiente(pase),
      ...lista("En la sesión", presentes, organo),
      ...lista("Salieron", salieron, organo),
      ...enLinea("Sin registro de llegada", sinLlegar),
      ...comoSalir(presentes),
    ],
    actions: [
      ...declarar(pase),
      ...sobreVotacion(pase),
      ...(recien === null ? [] : botonDeshacerPase(sesion, recien.institucion, recien.acto)),
      ...llegadas(sesion, ausentes),
      ...trasLaFalta(pase),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** Before its day: who is to come, and how many are needed. Whoever said that they will come is in the quórum that is foreseen. */
function porCelebrarCard(organo: Organo, { sesion, renglones, quorum }: PaseDeLista): Card {
  return {
    title: `Pase de lista: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(
        `El pase de lista se toma el día de la sesión: ${cuando(sesion, organo)}. El quórum será de ${quorumPedido(quorum)}.`,
      ),
      ...enLinea("Convocadas", renglones),
    ],
    actions: [
      ...boton("sesion.quorum", sesion.clave, "Ver el quórum previsto", "primary"),
      ...boton("sesion.acuses", sesion.clave, "Ver los acuses"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** A vote without quórum waits: said wherever the quórum is told. */
function votacionPendiente({ votacion, quorum }: PaseDeLista): readonly Block[] {
  if (votacion === null || estadoVotacion(votacion) !== "suspendida") return []
  const cual = recortar(votacion.texto, 160)
  return [
    texto(
      quorum.hay
        ? `La votación «${cual}» sigue suspendida: ya hay quórum, puede reanudarla.`
        : `La votación «${cual}» está suspendida por falta de quórum. Los votos emitidos se conservan.`,
    ),
  ]
}

function sobreVotacion({ votacion, quorum }: PaseDeLista): readonly Action[] {
  if (votacion === null || estadoVotacion(votacion) !== "suspendida") return []
  return quorum.hay
    ? boton("acuerdo.votacion-reanudar", votacion.id, "Reanudar la votación", "primary")
    : boton("acuerdo.votacion-ver", votacion.id, "Ver la votación")
}

/** With an institution that is there: only one of those can leave. */
function comoSalir(presentes: readonly Renglon[]): readonly Block[] {
  const siglas = presentes[0]?.institucion.siglas
  return siglas === undefined
    ? []
    : [nota(frase`Registre una salida así: ${comando("sesion.pase-salida", { institucion: siglas })}`)]
}

const estaEnSala = ({ registro }: Renglon) => registro !== null && registro.salida === null

/** "Están 8 de 14. El quórum es de 8. Hay quórum.", or what is missing for it. */
export function quorumEnPalabras({ quorum, sesion }: Pick<PaseDeLista, "quorum" | "sesion">): string {
  const { presentes, base, hay } = quorum
  const llamado = sesion.llamado === 2 ? "En segunda convocatoria, el" : "El"
  const resultado = hay ? ["Hay quórum."] : ["No hay quórum.", ...faltasDeQuorum(quorum)]
  return `${presentes === 1 ? "Está" : "Están"} ${presentes} de ${base}. ${llamado} quórum es de ${quorumPedido(quorum)}. ${resultado.join(" ")}`
}

function lista(titulo: string, renglones: readonly Renglon[], organo: Organo): readonly Block[] {
  if (renglones.length === 0) return []
  const items = renglones.map((renglon) => linea(renglon, organo))
  return [
    { kind: "heading", text: titulo },
    { kind: "list", ordered: false, items },
  ]
}

/** Only their siglas and what sets one apart: the buttons to record who arrives come right below. */
function enLinea(titulo: string, renglones: readonly Renglon[]): readonly Block[] {
  if (renglones.length === 0) return []
  const nombres = renglones.map((renglon) => {
    const dijo = renglon.confirmacion?.respuesta === "no_asistira" ? " (avisó que no asistiría)" : ""
    return `${renglon.institucion.siglas}${papelDe(renglon)}${dijo}`
  })
  return [{ kind: "heading", text: titulo }, texto(`${enumerar(nombres)}.`)]
}

const papelDe = ({ preside, conVoto }: Renglon) => (preside ? " (preside)" : conVoto ? "" : " (sin voto)")

/** "SRE (preside): suplente, Ana Pérez, a distancia; llegó a las 10:05" */
function linea(renglon: Renglon, { zona }: Organo): RichText {
  const { institucion, registro } = renglon
  const papel = papelDe(renglon)
  if (registro === null) return [{ kind: "bold", text: institucion.siglas }, papel]
  const { calidad, nombre, remota, llegada, salida } = registro
  const quien = [calidad, nombre, remota ? "a distancia" : null].filter(Boolean).join(", ")
  const horas = [
    `llegó a las ${horaEnZona(llegada, zona)}`,
    ...(salida === null ? [] : [`salió a las ${horaEnZona(salida, zona)}`]),
  ]
  return [{ kind: "bold", text: institucion.siglas }, `${papel}: ${quien}; ${enumerar(horas)}`]
}

/** What may be declared now: only what the count allows is offered. */
function declarar({ sesion, quorum }: PaseDeLista): readonly Action[] {
  if (sesion.estado !== "convocada" || !quorum.hay) return []
  return boton("sesion.instalar", sesion.clave, "Declarar instalada la sesión", "primary")
}

function trasLaFalta({ sesion, quorum, segunda }: PaseDeLista): readonly Action[] {
  if (sesion.estado === "convocada" && !quorum.hay) {
    return boton("sesion.sin-quorum", sesion.clave, "Hacer constar la falta de quórum")
  }
  if (procedeSegunda(sesion, segunda)) {
    return boton("sesion.segunda", sesion.clave, "Segunda convocatoria…", "primary")
  }
  return []
}

function llegadas({ clave, estado }: Sesion, ausentes: readonly Renglon[]): readonly Action[] {
  if (estado !== "convocada" && estado !== "instalada" && estado !== "receso") return []
  return ausentes
    .slice(0, MAX_BUTTONS)
    .flatMap(({ institucion: { siglas } }) =>
      boton("sesion.pase-llegada", `${siglas} sesion:${clave}`, `Llegó ${siglas}`),
    )
}

/** The formal declaration that the session begins. */
export function sesionInstaladaCard(organo: Organo, pase: PaseDeLista): Card {
  const { sesion } = pase
  const inicio =
    sesion.instaladaEn === null ? "" : ` a las ${horaEnZona(sesion.instaladaEn, organo.zona)} horas`
  return {
    title: `Sesión instalada: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [texto(`Se declara instalada${inicio}. ${quorumEnPalabras(pase)}`)],
    actions: [
      ...boton("sesion.en-curso", sesion.clave, "Llevar la sesión", "primary"),
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
      ...botonDeshacer(sesion, "instalar"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** That it could not be held: what is put on record, and what can follow. */
export function faltaDeQuorumCard(organo: Organo, pase: PaseDeLista): Card {
  const { sesion, segunda } = pase
  const constancia = sesion.estado === "sin_quorum"
  return {
    title: constancia
      ? `Constancia de falta de quórum: ${sesion.clave}`
      : `No es posible instalar la sesión ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(`${sesion.etiqueta}, ${cuando(sesion, organo)}. ${quorumEnPalabras(pase)}`),
      texto(
        constancia
          ? "Queda registrado que la sesión no se celebró por falta de quórum, con la lista de quienes asistieron."
          : "Espere a que lleguen más integrantes, o haga constar la falta de quórum.",
      ),
      ...(constancia && segunda.permitida && sesion.llamado === 1
        ? [nota("La regla configurada del órgano permite una segunda convocatoria.")]
        : []),
    ],
    actions: [
      ...trasLaFalta(pase),
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
      ...(constancia ? botonDeshacer(sesion, "declarar_sin_quorum") : []),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** What was typed names none of the institutions that were called. `ejemplo`: the siglas of one that was. */
export function institucionNoConvocada(
  organo: Organo,
  sesion: Sesion,
  typed: string,
  ejemplo: string | undefined,
): Card {
  return {
    title: "No se encontró la institución",
    tone: "error",
    blocks: [
      texto(
        `«${recortar(typed, 60)}» no corresponde a ninguna institución convocada a la sesión ${sesion.clave}. No se registró nada.`,
      ),
      nota(
        ejemplo === undefined
          ? "Escriba sus siglas."
          : frase`Escriba sus siglas, por ejemplo: ${comando("sesion.pase-llegada", { institucion: ejemplo })}`,
      ),
    ],
    actions: boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
