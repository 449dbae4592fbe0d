import { documentoEntregadoCard, renglonDeDocumento } from "../../cards/sesion/documentos.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import {
  type Documento,
  documentosVigentes,
  paraIntegrantes,
  veDocumento,
} from "../../domain/sesion/documento.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { EstadoSesion, PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { esSecretariaTecnica, institucionesDe, vePunto } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { avisarSecretaria } from "../canal/avisar-secretaria.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { atOnce, type Message } from "../mensaje/delivery.ts"
import { leerSesion } from "./leer.ts"

export interface DocumentoPedido {
  readonly nombre: string
  readonly url: string
  readonly huella: string | null
  readonly difusion: Difusion
  /** Its item, or its place, from 1, in the list that whoever adds it sees; `null`: of no item. */
  readonly punto: { readonly lugar: number } | { readonly id: string } | null
}

export type Agregado =
  | { readonly kind: "agregado"; readonly sesion: Sesion; readonly documento: Documento }
  /** The same name, item and address are on record already. */
  | { readonly kind: "ya_estaba"; readonly sesion: Sesion; readonly documento: Documento }
  | { readonly kind: "punto_desconocido"; readonly total: number }
  /** An institution delivers documents only of the items that it proposed. */
  | { readonly kind: "punto_ajeno"; readonly punto: PuntoOrdenDia | null }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

const ABIERTAS: readonly EstadoSesion[] = ["programada", "convocada", "diferida", "instalada", "receso"]

/** Until it closes. */
export const admiteDocumentos = ({ estado }: Pick<Sesion, "estado">): boolean => ABIERTAS.includes(estado)

/** The places, from 1, of the items of which whoever asks may deliver documents; `null`: of any, and of the session. */
export async function lugaresPropios(
  { read, actor, organo }: ConsultaPersonal,
  sesion: Sesion,
): Promise<readonly number[] | null> {
  if (esSecretariaTecnica(actor, organo.id)) return null
  const puntos = await read.sesiones.puntos(sesion.id)
  return puntos
    .filter((punto) => vePunto(actor, punto, sesion))
    .flatMap((punto, i) => (quienEntrega({ organo }, actor, punto) === "ajeno" ? [] : [i + 1]))
}

/** Registers a document of a session by its address; one of the same name and item is its next version. */
export function agregarDocumento(
  actuacion: Actuacion,
  actor: Actor,
  sesionId: string,
  pedido: DocumentoPedido,
): Promise<Agregado> {
  return actuacion.data.transaction(async (repositories): Promise<Agregado> => {
    const sesion = await leerSesion(repositories, sesionId)
    if (!admiteDocumentos(sesion)) return { kind: "fuera_de_estado", sesion }
    const puntos = await repositories.sesiones.puntos(sesion.id)
    const visibles = puntos.filter((uno) => vePunto(actor, uno, sesion))
    const punto = cualPunto(pedido.punto, visibles)
    if (punto === undefined) return { kind: "punto_desconocido", total: visibles.length }
    const entrega = quienEntrega(actuacion, actor, punto)
    if (entrega === "ajeno") return { kind: "punto_ajeno", punto }
    const previos = documentosVigentes(await repositories.documentos.list(sesion.id), puntos)
    const previo = previos.find(
      ({ nombre, puntoId }) => nombre === pedido.nombre && puntoId === (punto?.id ?? null),
    )
    if (previo?.url === pedido.url && previo.huella === pedido.huella)
      return { kind: "ya_estaba", sesion, documento: previo }
    const documento = await repositories.documentos.add({
      sesionId: sesion.id,
      puntoId: punto?.id ?? null,
      institucionId: entrega,
      nombre: pedido.nombre,
      url: pedido.url,
      version: (previo?.version ?? 0) + 1,
      huella: pedido.huella,
      // Who proposes does not decide who reads it.
      difusion: entrega === null ? pedido.difusion : "interna",
      reemplazaId: previo?.id ?? null,
      personaId: actuacion.persona.id,
      registradoEn: actuacion.now,
    })
    if (documento === null) return { kind: "otra_persona", sesion }
    await repositories.eventos.append(
      evento(actuacion, "documento.agregado", sesion.id, previo ?? null, documento),
    )
    if (entrega !== null) await avisarEntrega(repositories, actuacion, { sesion, documento, puntos })
    return { kind: "agregado", sesion, documento }
  })
}

function cualPunto(
  pedido: DocumentoPedido["punto"],
  visibles: readonly PuntoOrdenDia[],
): PuntoOrdenDia | null | undefined {
  if (pedido === null) return null
  return "id" in pedido ? visibles.find(({ id }) => id === pedido.id) : visibles[pedido.lugar - 1]
}

export type Difundido =
  | { readonly kind: "difundido"; readonly sesion: Sesion; readonly documento: Documento }
  | { readonly kind: "desconocido" }

/** The Secretaría Técnica decides who may open a document. */
export function difundirDocumento(actuacion: Actuacion, id: string, difusion: Difusion): Promise<Difundido> {
  return actuacion.data.transaction(async (repositories): Promise<Difundido> => {
    const antes = await repositories.documentos.byId(id)
    const sesion = antes && (await repositories.sesiones.byId(antes.sesionId))
    if (antes === null || sesion?.organoId !== actuacion.organo.id) return { kind: "desconocido" }
    const documento = await repositories.documentos.difundir(id, difusion)
    await repositories.eventos.append(evento(actuacion, "documento.difundido", sesion.id, antes, documento))
    return { kind: "difundido", sesion, documento }
  })
}

async function avisarEntrega(
  repositories: Repositories,
  actuacion: Actuacion,
  entrega: {
    readonly sesion: Sesion
    readonly documento: Documento
    readonly puntos: readonly PuntoOrdenDia[]
  },
): Promise<void> {
  const { sesion, documento } = entrega
  const institucion =
    documento.institucionId && (await repositories.instituciones.byId(documento.institucionId))
  if (!institucion) return
  const { organo, now } = actuacion
  const aviso: Message = {
    purpose: "aviso",
    subject: ["documento", documento.id],
    organo,
    card: documentoEntregadoCard({ organo, institucion, ...entrega }),
    ...atOnce(now),
    why: `${institucion.siglas} entregó un documento para ${sesion.clave}.`,
    asuntos: [asuntoSesion(sesion.id)],
  }
  await avisarSecretaria(repositories, actuacion, aviso, renglonDeDocumento(sesion, documento), institucion)
}

/** The institution for which it is delivered; `null`: by the Secretaría Técnica. */
function quienEntrega(
  { organo }: Pick<Actuacion, "organo">,
  actor: Actor,
  punto: PuntoOrdenDia | null,
): string | null | "ajeno" {
  if (esSecretariaTecnica(actor, organo.id)) return null
  const proponente = punto?.institucionProponenteId ?? null
  if (proponente === null || !institucionesDe(actor, organo.id).includes(proponente)) return "ajeno"
  return proponente
}

/** The documents of a session that the reader may open, last version of each, in the order of the agenda. */
export async function documentosPara(
  read: Repositories,
  actor: Actor,
  sesion: Sesion,
): Promise<readonly Documento[]> {
  const vigentes = await leerVigentes(read, sesion)
  return vigentes.filter((documento) => veDocumento(actor, documento, sesion))
}

/** Those that go into the institutions' channels. */
export async function documentosDeCanal(read: Repositories, sesion: Sesion): Promise<readonly Documento[]> {
  const enOrden = puntosVigentes(await read.sesiones.puntos(sesion.id))
  return (await leerVigentes(read, sesion)).filter((documento) => paraIntegrantes(documento, enOrden))
}

async function leerVigentes(read: Repositories, { id }: Sesion): Promise<readonly Documento[]> {
  return documentosVigentes(await read.documentos.list(id), await read.sesiones.puntos(id))
}
