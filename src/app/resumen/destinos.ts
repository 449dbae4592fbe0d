import { createHash } from "node:crypto"
import type { ResumenSesion } from "../../cards/resumen/datos.ts"
import { type ResumenInstitucion, textoCompromiso } from "../../cards/resumen/de-institucion.ts"
import { resumenBlocks } from "../../cards/resumen/resumen.ts"
import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { obliga } from "../../domain/compromiso/exigible.ts"
import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Integrante } from "../../domain/tipos/directorio.ts"
import type { EdicionResumen } from "../../domain/tipos/resumen.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { veResumen } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import { type CanalInstitucional, canalesDe, canalesInstitucionales } from "../canal/canales.ts"
import { calendariosDe } from "../compromiso/listar.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import type { Calendarios } from "../inhabil/calendarios.ts"
import { keyIn, type Message } from "../mensaje/delivery.ts"
import { type Publicada, publicaciones } from "./bitacora.ts"
import { resumenPara, resumenPublico, reunirResumen } from "./resumir.ts"
import {
  aplicarEdiciones,
  type EdicionCaduca,
  edicionesDe,
  leerVersiones,
  registrados,
  type VersionesResumen,
} from "./versiones.ts"

/** What an institution owes, or contributes to. */
export interface CompromisoDeDestino extends CompromisoConAcuerdo {
  /** Siglas of the other institution that answers for it; `null`: this one does. */
  readonly responde: string | null
}

/** One channel with what its institution would read there. */
export interface Destino extends ResumenInstitucion {
  readonly canal: Canal
  readonly compromisos: readonly CompromisoDeDestino[]
  /** Of session and content: the same content is never sent twice to a place, whatever the day. */
  readonly publica: Pick<Message, "purpose" | "subject">
  /** Which message that makes in its channel. */
  readonly key: string
}

export interface Lectura {
  readonly consulta: ConsultaPersonal
  readonly resumen: ResumenSesion
  /** Seats in force today. */
  readonly asientos: readonly Integrante[]
  readonly publicadas: readonly Publicada[]
  /** What each institution still owes, by the id of the one that answers today. */
  readonly debidos: ReadonlyMap<string, readonly CompromisoConAcuerdo[]>
  /** What each contributes to while another one owes it, in the same way. */
  readonly aportes: ReadonlyMap<string, readonly CompromisoDeDestino[]>
  readonly calendarios: Calendarios
  readonly versiones: VersionesResumen
  /** Edits of paragraphs whose facts are others now. */
  readonly caducas: readonly EdicionCaduca[]
}

/** All that the summary of a session is written from, read once for every channel; with other edits, if given. */
export async function leerPublicacion(
  consulta: ConsultaPersonal,
  sesion: Sesion,
  ediciones: readonly EdicionResumen[] | null = null,
): Promise<Lectura> {
  const { read, organo, hoy } = consulta
  const hechosDeSesion = await reunirResumen(read, organo, sesion)
  const versiones = await leerVersiones(read, sesion.id)
  const owed = await read.compromisos.list({ sesionId: sesion.id, estados: ["pendiente", "en_proceso"] })
  const rows = owed.filter(({ acuerdo }) => obliga(acuerdo))
  const textos = registrados(
    hechosDeSesion,
    rows.map(({ compromiso }) => compromiso),
  )
  const { vigentes, caducas } = aplicarEdiciones(ediciones ?? edicionesDe(versiones), textos)
  // A commitment that was fulfilled meanwhile is only no longer told.
  const overtaken = caducas.filter(
    ({ edicion, hoy: dicho }) => dicho !== null || !edicion.parrafo.startsWith("compromiso:"),
  )
  const resumen = { ...hechosDeSesion, ediciones: vigentes }
  return {
    consulta,
    resumen,
    ...deCadaInstitucion(rows, resumen, hoy),
    versiones,
    caducas: overtaken,
    asientos: await read.organos.integrantes(organo.id, hoy),
    publicadas: await publicaciones(read, sesion),
    calendarios: await calendariosDe(read, organo, [
      hoy,
      ...rows.map(({ compromiso }) => fechaVigente(compromiso)),
    ]),
  }
}

function deCadaInstitucion(
  rows: readonly CompromisoConAcuerdo[],
  resumen: ResumenSesion,
  hoy: Fecha,
): Pick<Lectura, "debidos" | "aportes"> {
  const debidos = new Map<string, CompromisoConAcuerdo[]>()
  const aportes = new Map<string, CompromisoDeDestino[]>()
  for (const row of rows) {
    const { institucionId, corresponsables } = row.compromiso
    const debe = institucionId ? responsableHoy(institucionId, resumen, hoy) : null
    if (debe === null) continue
    debidos.set(debe.id, [...(debidos.get(debe.id) ?? []), row])
    const ayudan = corresponsables.flatMap((id) => responsableHoy(id, resumen, hoy)?.id ?? [])
    for (const id of new Set(ayudan))
      if (id !== debe.id) aportes.set(id, [...(aportes.get(id) ?? []), { ...row, responde: debe.siglas }])
  }
  return { debidos, aportes }
}

/** The successor of an institution that has ceased to exist answers for what it owed. */
export function responsableHoy(id: string, { instituciones }: ResumenSesion, hoy: Fecha): Institucion | null {
  const institucion = instituciones.get(id)
  return institucion ? institucionEnFecha(institucion, hoy, [...instituciones.values()]) : null
}

/** Every channel that the summary is for, with what it says there: institutions by siglas, then what is for everybody. */
export async function destinosDe(lectura: Lectura): Promise<readonly Destino[]> {
  const { read, organo, hoy } = lectura.consulta
  const propios = (await canalesInstitucionales(read, organo, hoy)).flatMap(
    (uno) => destinoDe(lectura, uno) ?? [],
  )
  const destinos = [...propios, ...(await destinosPublicos(lectura))]
  return destinos.sort((a, b) => siglasDe(a).localeCompare(siglasDe(b), "es") || (a.key < b.key ? -1 : 1))
}

const siglasDe = ({ institucion }: Destino) => institucion?.siglas ?? "\uffff"

function destinoDe(lectura: Lectura, { canal, institucion }: CanalInstitucional): Destino | null {
  const { organo, hoy } = lectura.consulta
  const lector = lectorDelResumen(organo.id, institucion.id, calidadDe(lectura, institucion), hoy)
  // As it will be once this is published.
  if (!veResumen(lector, lectura.resumen.sesion, true)) return null
  const debidos = lectura.debidos.get(institucion.id) ?? []
  const compromisos = [
    ...debidos.map((row) => ({ ...row, responde: null })),
    ...(lectura.aportes.get(institucion.id) ?? []),
  ]
  const responsable = new Set(compromisos.map(({ acuerdo }) => acuerdo.id))
  const responsables = (id: string) => (responsable.has(id) ? [institucion.id] : [])
  const propias = [...lectura.resumen.instituciones.keys()].filter(
    (id) => id === institucion.id || responsableHoy(id, lectura.resumen, hoy)?.id === institucion.id,
  )
  const resumen = resumenPara(lectura.resumen, lector, responsables, propias)
  return conContenido(lectura, canal, { institucion, resumen, compromisos })
}

/** A copy for everybody: only if the session is public, and of it only what is. */
async function destinosPublicos(lectura: Lectura): Promise<readonly Destino[]> {
  const { read, organo } = lectura.consulta
  if (!veResumen({ kind: "sin_vincular" }, lectura.resumen.sesion, true)) return []
  const canales = await canalesDe(read, organo, "publica")
  const resumen = resumenPublico(lectura.resumen)
  return canales.map((canal) => conContenido(lectura, canal, { institucion: null, resumen, compromisos: [] }))
}

function conContenido(
  lectura: Lectura,
  canal: Canal,
  contenido: Pick<Destino, "institucion" | "resumen" | "compromisos">,
): Destino {
  const { institucion, resumen, compromisos } = contenido
  const { sesion } = resumen
  const siglas = institucion?.siglas ?? "público"
  const huella = hash([resumenBlocks(resumen), siglas, compromisos.map((row) => hechos(row, resumen))])
  const publica = { purpose: "resumen", subject: [sesion.id, huella] } as const
  return {
    ...contenido,
    canal,
    publica,
    hoy: lectura.consulta.hoy,
    inhabiles: institucion ? lectura.calendarios.de(institucion.id) : lectura.calendarios.organo,
    corrige: lectura.publicadas.some(({ canales }) => canales.includes(canal.id)),
    key: keyIn(canal, publica),
  }
}

/** What makes the message another one: the facts, not how many days are left. */
function hechos(
  { compromiso, responde }: CompromisoDeDestino,
  resumen: ResumenSesion,
): readonly (string | null)[] {
  const { clave, estado, origen, fechaCompromiso, fechaReprogramada } = compromiso
  const texto = textoCompromiso(resumen, compromiso)
  const propio = [clave, texto, estado, origen, fechaCompromiso, fechaReprogramada]
  // What is owed is named as it always was: else every summary that was published would seem another one.
  return responde === null ? propio : [...propio, responde]
}

type CalidadLector = "enlace" | "participante" | null

function calidadDe({ asientos, resumen, consulta }: Lectura, { id }: Institucion): CalidadLector {
  const seat = asientos.find((each) => responsableHoy(each.institucionId, resumen, consulta.hoy)?.id === id)
  if (seat === undefined) return null
  return seat.rol === "participante" ? "participante" : "enlace"
}

/** A channel may show what a person of its institution may see, by the same rules; without a seat, what is public. */
export function lectorDelResumen(
  organoId: string,
  institucionId: string | null,
  calidad: CalidadLector,
  desde: Fecha,
): Actor {
  if (calidad === null) return { kind: "sin_vincular" }
  const nobody = { id: "", clave: "", nombre: "", titulo: null, cargo: null, origen: "registro" } as const
  const post = { id: "", personaId: "", organoId, institucionId, calidad, oficio: null, desde, hasta: null }
  return { kind: "vinculado", persona: nobody, designaciones: [post] }
}

export function hash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}
