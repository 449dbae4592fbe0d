import { createHash } from "node:crypto"
import type { BorradorCard, ResumenInstitucion } from "../cards/borrador-publicacion.ts"
import { type ResumenSesion, resumenBlocks } from "../cards/resumen-sesion.ts"
import type { Actor } from "../domain/actor.ts"
import { fechaVigente } from "../domain/compromiso.ts"
import { institucionEnFecha } from "../domain/institucion.ts"
import type { Canal, Fecha, Institucion, Integrante, Sesion } from "../domain/tipos.ts"
import { veResumen } from "../domain/visibilidad.ts"
import type { CompromisoConAcuerdo, Repositories } from "../ports/repositories.ts"
import type { Calendarios } from "./calendario.ts"
import { canalesInstitucionales } from "./canales-integrantes.ts"
import type { ConsultaSesion } from "./consultar-sesion.ts"
import { deliveryKey } from "./delivery-key.ts"
import { calendariosDe } from "./listar-compromisos.ts"
import { type Publicada, publicaciones } from "./publicacion-bitacora.ts"
import { resumenPara, reunirResumen } from "./resumir-sesion.ts"

/** One channel with what its institution would read there. */
export interface Destino extends ResumenInstitucion {
  readonly canal: Canal
  readonly compromisos: readonly CompromisoConAcuerdo[]
  /** Of purpose, session, content and place: the same content is never sent twice, whatever the day. */
  readonly key: string
}

export interface Borrador extends BorradorCard {
  /** Not sent yet with this content; when all were, all of them. */
  readonly destinatarios: readonly Destino[]
}

export type Preparacion =
  | { readonly kind: "borrador"; readonly borrador: Borrador }
  | { readonly kind: "sin_clausurar" }
  /** Internal: not for the institutions' channels. */
  | { readonly kind: "interna" }

interface Lectura {
  readonly consulta: ConsultaSesion
  readonly resumen: ResumenSesion
  /** Seats in force today. */
  readonly asientos: readonly Integrante[]
  readonly publicadas: readonly Publicada[]
  /** What each institution still owes, by the id of the one that answers today. */
  readonly debidos: ReadonlyMap<string, readonly CompromisoConAcuerdo[]>
  readonly calendarios: Calendarios
}

/** What would be sent now, to whom: to each channel, what an enlace of its institution may read. */
export async function prepararPublicacion(consulta: ConsultaSesion, sesion: Sesion): Promise<Preparacion> {
  if (sesion.estado !== "clausurada") return { kind: "sin_clausurar" }
  if (sesion.difusion === "interna") return { kind: "interna" }
  const { read, organo, hoy } = consulta
  const lectura = await leer(consulta, sesion)
  const destinos: Destino[] = []
  for (const canal of await canalesInstitucionales(read, organo)) {
    const destino = destinoDe(lectura, canal)
    if (destino !== null) destinos.push(destino)
  }
  destinos.sort((a, b) => a.institucion.siglas.localeCompare(b.institucion.siglas, "es") || porKey(a, b))
  const pendientes = await sinEnviar(read, destinos)
  const ultima = lectura.publicadas.at(-1) ?? null
  return {
    kind: "borrador",
    borrador: {
      resumen: resumenPara(lectura.resumen, lectorDe(organo.id, null, "enlace", hoy), () => []),
      destinatarios: pendientes.length > 0 ? pendientes : destinos,
      sinCanal: sinCanal(lectura, destinos),
      version: hash(destinos.map(({ key }) => key)).slice(0, 32),
      publicada: pendientes.length > 0 ? null : ultima,
      corrige: ultima !== null && pendientes.length > 0,
    },
  }
}

export const porKey = (a: Destino, b: Destino) => (a.key < b.key ? -1 : 1)

async function leer(consulta: ConsultaSesion, sesion: Sesion): Promise<Lectura> {
  const { read, organo, hoy } = consulta
  const resumen = await reunirResumen(read, organo, sesion)
  const owed = await read.compromisos.list({ sesionId: sesion.id, estados: ["pendiente", "en_proceso"] })
  const rows = owed.filter(({ acuerdo }) => acuerdo.estado !== "cancelado" && acuerdo.tipo !== "informativo")
  const debidos = new Map<string, CompromisoConAcuerdo[]>()
  for (const row of rows) {
    const { institucionId } = row.compromiso
    const institucion = institucionId ? responsableHoy(institucionId, resumen, hoy) : null
    if (institucion) debidos.set(institucion.id, [...(debidos.get(institucion.id) ?? []), row])
  }
  return {
    consulta,
    resumen,
    debidos,
    asientos: await read.organos.integrantes(organo.id, hoy),
    publicadas: await publicaciones(read, sesion),
    calendarios: await calendariosDe(read, organo.id, [
      hoy,
      ...rows.map(({ compromiso }) => fechaVigente(compromiso)),
    ]),
  }
}

/** The successor of an institution that has ceased to exist answers for what it owed. */
function responsableHoy(id: string, { instituciones }: ResumenSesion, hoy: Fecha): Institucion | null {
  const institucion = instituciones.get(id)
  return institucion ? institucionEnFecha(institucion, hoy, [...instituciones.values()]) : null
}

function destinoDe(lectura: Lectura, canal: Canal): Destino | null {
  const { organo, hoy } = lectura.consulta
  const { sesion } = lectura.resumen
  const institucion = canal.institucionId ? responsableHoy(canal.institucionId, lectura.resumen, hoy) : null
  if (institucion === null) return null
  const lector = lectorDe(organo.id, institucion.id, calidadDe(lectura, institucion), hoy)
  if (!veResumen(lector, sesion)) return null
  const compromisos = lectura.debidos.get(institucion.id) ?? []
  const responsable = new Set(compromisos.map(({ acuerdo }) => acuerdo.id))
  const resumen = resumenPara(lectura.resumen, lector, (id) => (responsable.has(id) ? [institucion.id] : []))
  const contenido = hash([resumenBlocks(resumen), institucion.siglas, compromisos.map(hechos)])
  return {
    canal,
    institucion,
    resumen,
    compromisos,
    hoy,
    inhabiles: lectura.calendarios.de(institucion.id),
    corrige: lectura.publicadas.some(({ canales }) => canales.includes(canal.id)),
    key: deliveryKey("resumen", [sesion.id, contenido], lugar(canal)),
  }
}

export const lugar = ({ adapter, workspace, channel }: Canal) => ({ adapter, workspace, channel })

/** What makes the message another one: the facts, not how many days are left. */
function hechos({ compromiso }: CompromisoConAcuerdo): readonly (string | null)[] {
  const { clave, texto, estado, origen, fechaCompromiso, fechaReprogramada } = compromiso
  return [clave, texto, estado, origen, fechaCompromiso, fechaReprogramada]
}

async function sinEnviar(
  { deliveries }: Pick<Repositories, "deliveries">,
  destinos: readonly Destino[],
): Promise<readonly Destino[]> {
  const pending: Destino[] = []
  for (const destino of destinos) if ((await deliveries.byKey(destino.key)) === null) pending.push(destino)
  return pending
}

type CalidadLector = "enlace" | "participante" | null

function calidadDe({ asientos, resumen, consulta }: Lectura, { id }: Institucion): CalidadLector {
  const seat = asientos.find((each) => responsableHoy(each.institucionId, resumen, consulta.hoy)?.id === id)
  if (seat === undefined) return null
  return seat.rol === "participante" ? "participante" : "enlace"
}

/** A channel may show what a person of its institution may see, by the same rules; without a seat, what is public. */
function lectorDe(
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

/** Seats that are more than guests, and whoever owes something, without a channel to be told through. */
function sinCanal(
  { asientos, resumen, consulta, debidos }: Lectura,
  destinos: readonly Destino[],
): readonly Institucion[] {
  const reached = new Set(destinos.map(({ institucion }) => institucion.id))
  const seated = asientos
    .filter(({ rol }) => rol !== "participante")
    .map(({ institucionId }) => responsableHoy(institucionId, resumen, consulta.hoy)?.id)
  const expected = new Set([...seated, ...debidos.keys()])
  return [...resumen.instituciones.values()]
    .filter(({ id }) => expected.has(id) && !reached.has(id))
    .sort((a, b) => a.siglas.localeCompare(b.siglas, "es"))
}

function hash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}
