import { createHash } from "node:crypto"
import type { CardFile } from "../../cards/card.ts"
import {
  type BorradorConvocatoria,
  esTardia,
  type LimiteDelOrgano,
} from "../../cards/convocatoria/borrador.ts"
import { contenidoDe } from "../../domain/convocatoria/contenido.ts"
import { limitesConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import { yaVencio } from "../../domain/convocatoria/limite-envio.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { dudasDelMomento } from "../../domain/sesion/momento-dudoso.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import { conjuntoBase, regimenPrudente } from "../../domain/tiempo/calendario-base.ts"
import { type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import type { Consulta } from "../consulta.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { autorizaPresidencia } from "../perfil.ts"
import { documentosDeCanal } from "../sesion/documentos.ts"
import { fijarCorte } from "../sesion/seguimiento.ts"
import { adjuntoConvocatoria } from "./adjunto.ts"
import { finDelDia, modeloConvocatoriaEnviada } from "./enviada-revision.ts"
import { avisarInvitadas } from "./invitaciones.ts"
import { tarjetaPorInstitucion } from "./tarjeta.ts"

export type PreparacionConvocatoria =
  | { readonly kind: "borrador"; readonly borrador: BorradorConvocatoria }
  | { readonly kind: "incompleta"; readonly faltan: readonly string[] }
  | { readonly kind: "fuera_de_estado" }

/** Longest notice that a body can ask for, in calendar days. */
const LEJOS = 400

/** What calling the session would send now, and until when it can be sent. Only reads. */
export async function prepararConvocatoria(
  consulta: Consulta & { readonly now: Instante },
  sesion: Sesion,
): Promise<PreparacionConvocatoria> {
  const { read, organo, hoy, now } = consulta
  if (transicionSesion("convocar", sesion.estado).kind === "fuera_de_estado")
    return { kind: "fuera_de_estado" }
  const puntos = (await read.sesiones.puntos(sesion.id)).filter(({ estado }) => estado === "incluido")
  const faltan = [
    ...(sesion.fecha === null ? ["la fecha"] : []),
    ...(puntos.length === 0 ? ["al menos un punto en el orden del día"] : []),
  ]
  if (sesion.fecha === null || faltan.length > 0) return { kind: "incompleta", faltan }

  const perfil = await read.organos.perfil(organo.id, hoy)
  const { organo: inhabiles } = await leerCalendarios(
    read,
    organo,
    sumarDias(sesion.fecha, -LEJOS),
    sesion.fecha,
  )
  const { canales, sinCanal } = await destinosDeIntegrantes(read, organo, hoy)
  const borrador = {
    tipo: "convocatoria",
    organo,
    sesion,
    hoy,
    puntos,
    documentos: await documentosDeCanal(read, sesion),
    limite:
      perfil === null ? null : limiteDe(organo, { ...sesion, fecha: sesion.fecha }, perfil, inhabiles, now),
    canales,
    sinCanal,
    seAutoriza: perfil?.autoriza === "presidencia",
    dudas: dudasDelMomento(sesion, { fecha: hoy, hora: horaEnZona(now, organo.zona) }),
  } as const
  return { kind: "borrador", borrador: { ...borrador, version: versionDe(borrador) } }
}

function limiteDe(
  organo: Organo,
  { fecha, hora, tipo }: Sesion & { readonly fecha: Fecha },
  { convocatoria, conteo }: PerfilReglas,
  inhabiles: Inhabiles,
  now: Instante,
): LimiteDelOrgano {
  const { zona } = organo
  const anio = Number(fecha.slice(0, 4))
  const union = new Set([...inhabiles, ...conjuntoBase(anio - 1, anio, regimenPrudente(organo))])
  const plazo = convocatoria[tipo]
  const limites = limitesConvocatoria({ fecha, hora, zona }, plazo, inhabiles, union)
  const vigente = conteo === "incluye_dia_envio" ? limites.laxo : limites.estricto
  return { ...limites, plazo, vigente, vencio: yaVencio(vigente, now, zona) }
}

export type EnvioConvocatoria =
  | { readonly kind: "enviada"; readonly borrador: BorradorConvocatoria }
  /** What would be sent is not what was confirmed; nothing was. */
  | { readonly kind: "cambio"; readonly borrador: BorradorConvocatoria }
  /** It is later than the body's rule allows and nobody has said why. */
  | { readonly kind: "falta_motivo"; readonly borrador: BorradorConvocatoria }
  /** The body's presidencia authorises it first: nothing was sent. */
  | { readonly kind: "por_autorizar"; readonly borrador: BorradorConvocatoria }
  /** Sent already, by this very confirmation or by another person's. */
  | { readonly kind: "ya_convocada"; readonly sesion: Sesion }
  | Exclude<PreparacionConvocatoria, { readonly kind: "borrador" }>

/**
 * Calls the session: state, snapshot of the membership, version of the convocatoria, messages and log in one
 * transaction. Confirming twice, or two people at once, sends it once.
 */
export function enviarConvocatoria(
  actuacion: Actuacion,
  sesionId: string,
  version: string,
  motivo: string | null,
): Promise<EnvioConvocatoria> {
  return actuacion.data.transaction(async (repositories): Promise<EnvioConvocatoria> => {
    const { organo, hoy, now } = actuacion
    const vista = await repositories.sesiones.byId(sesionId)
    if (vista === null) return { kind: "fuera_de_estado" }
    if (vista.estado === "convocada") return { kind: "ya_convocada", sesion: vista }
    const preparada = await prepararConvocatoria({ read: repositories, organo, hoy, now }, vista)
    if (preparada.kind !== "borrador") return preparada
    const { borrador } = preparada
    if (borrador.version !== version) return { kind: "cambio", borrador }
    if (esTardia(borrador) && motivo === null) return { kind: "falta_motivo", borrador }
    if (await autorizaPresidencia(repositories, organo.id, hoy)) return { kind: "por_autorizar", borrador }
    return convocar(repositories, actuacion, borrador, { motivo, solicitanteId: null })
  })
}

/** Sends a draft that holds, in the transaction that found that it does. `solicitanteId`: who asked that it be authorised. */
export async function convocar(
  repositories: Repositories,
  actuacion: Actuacion,
  borrador: BorradorConvocatoria,
  { motivo, solicitanteId }: { readonly motivo: string | null; readonly solicitanteId: string | null },
): Promise<Extract<EnvioConvocatoria, { kind: "enviada" | "ya_convocada" }>> {
  const { organo, hoy, now, persona } = actuacion
  const { sesion: vista } = borrador
  const sesion = await repositories.sesionesWriter.update(vista.id, vista.revision, {
    estado: "convocada",
    convocadaEl: hoy,
  })
  if (sesion === null) {
    return { kind: "ya_convocada", sesion: (await repositories.sesiones.byId(vista.id)) ?? vista }
  }
  const asientos = await repositories.organos.integrantes(organo.id, hoy)
  await repositories.sesionesWriter.snapshotIntegrantes(sesion.id, asientos)
  const version = (await repositories.convocatorias.list(sesion.id)).length + 1
  await repositories.convocatorias.create({
    sesionId: sesion.id,
    version,
    tipo: "convocatoria",
    motivo,
    contenido: contenidoDe(sesion, borrador.puntos),
    personaId: solicitanteId ?? persona.id,
    enviadaEn: now,
  })
  const enviado = { ...borrador, sesion }
  const file = await adjuntoConvocatoria(repositories, actuacion, sesion)
  await encolarConvocatoria(repositories, enviado, { version, motivo, file, now })
  await fijarCorte(repositories, actuacion, sesion)
  await repositories.eventos.append(
    evento(actuacion, "sesion.convocada", sesion.id, vista, { ...sesion, motivo, solicitanteId }),
  )
  return { kind: "enviada", borrador: enviado }
}

interface Envio {
  /** Version of the convocatoria: each one is another message. */
  readonly version: number
  readonly motivo: string | null
  readonly file: CardFile | null
  readonly now: string
}

/** One message for each institution's channel, at once: a person ordered it. */
export async function encolarConvocatoria(
  repositories: Repositories,
  {
    tipo,
    organo,
    sesion,
    hoy,
    puntos,
    canales,
  }: Omit<BorradorConvocatoria, "version" | "dudas" | "documentos" | "seAutoriza">,
  { version, motivo, file, now }: Envio,
): Promise<void> {
  const tarjeta = await tarjetaPorInstitucion(repositories, {
    tipo,
    organo,
    sesion,
    hoy,
    puntos,
    motivo,
    file,
  })
  const messages = canales.map(({ canal, institucion }) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["convocatoria", sesion.id, String(version)],
      organo,
      card: tarjeta(institucion),
      ...atOnce(now),
      expiresAt: finDelDia(sesion, organo, now),
      why: `Convocatoria de ${sesion.clave} (versión ${version}) para ${institucion.siglas}, confirmada por la Secretaría Técnica.`,
      ...modeloConvocatoriaEnviada(sesion, version),
    }),
  )
  await enqueue(repositories, messages, now)
  await avisarInvitadas(repositories, { organo, now }, { tipo, sesion, version: String(version) })
}

/** What was confirmed, with what was asked: a session that has begun since the draft is asked about in its turn. */
function versionDe({
  sesion,
  puntos,
  documentos,
  canales,
  dudas,
}: Omit<BorradorConvocatoria, "version">): string {
  const shown = [
    contenidoDe(sesion, puntos),
    sesion.etiqueta,
    documentos.map(({ id, puntoId }) => [id, puntoId]),
    sesion.estado,
    dudas,
    canales.map(({ canal, institucion }) => [canal.id, institucion.id]),
  ]
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 16)
}
