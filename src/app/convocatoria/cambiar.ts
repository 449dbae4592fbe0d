import type { BorradorCambio, DestinosConvocatoria } from "../../cards/convocatoria/borrador.ts"
import type { FormProblem } from "../../cards/form.ts"
import { contenidoDe } from "../../domain/convocatoria/contenido.ts"
import { dudasDelMomento } from "../../domain/sesion/momento-dudoso.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import { type ActoSesion, transicionSesion } from "../../domain/sesion/transiciones.ts"
import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { CambiosSesion } from "../../ports/repositories/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import type { Consulta } from "../consulta.ts"
import { autorizaPresidencia } from "../perfil.ts"
import { problemasDe } from "../sesion/crear.ts"
import { adjuntoConvocatoria } from "./adjunto.ts"
import { encolarConvocatoria } from "./convocar.ts"

/** An act that changes what the institutions were told. */
export type ActoConvocatoria = Extract<ActoSesion, "rectificar" | "diferir" | "cancelar">

export const TIPO_DE_ACTO: Readonly<
  Record<ActoConvocatoria, Exclude<TipoConvocatoria, "convocatoria" | "segunda_convocatoria">>
> = {
  rectificar: "rectificacion",
  diferir: "diferimiento",
  cancelar: "cancelacion",
} as const satisfies Readonly<Record<ActoConvocatoria, TipoConvocatoria>>

export type CambioConvocatoria =
  | {
      readonly kind: "hecho"
      readonly antes: Sesion
      readonly sesion: Sesion
      /** Who is told; `null`: nobody had been called, so nobody is. */
      readonly aviso: DestinosConvocatoria | null
    }
  /** The body's presidencia authorises it first: `sesion`, as it would be. Nothing was done. */
  | { readonly kind: "por_autorizar"; readonly antes: Sesion; readonly sesion: Sesion }
  | { readonly kind: "fuera_de_estado"; readonly estado: EstadoSesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }
  | { readonly kind: "sin_cambios"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/**
 * Rectifies, defers or cancels: state, data, a new version of the convocatoria, messages to everybody who had been
 * called and the log, in one transaction. `visto` is the session on which it was decided.
 */
export function cambiarConvocatoria(
  actuacion: Actuacion,
  acto: ActoConvocatoria,
  visto: Sesion,
  pedido: CambioPedido,
): Promise<CambioConvocatoria> {
  return actuacion.data.transaction((repositories) => cambiar(repositories, actuacion, acto, visto, pedido))
}

export interface CambioPedido {
  readonly cambios: CambiosSesion
  readonly motivo: string
  /** The presidencia authorised it: who had asked. */
  readonly solicitanteId?: string
}

/** The same, in the transaction of whoever has reason to. */
export async function cambiar(
  repositories: Repositories,
  actuacion: Actuacion,
  acto: ActoConvocatoria,
  visto: Sesion,
  { cambios, motivo, solicitanteId }: CambioPedido,
): Promise<CambioConvocatoria> {
  const { organo, hoy } = actuacion
  const posible = await cambioPosible(repositories, acto, visto, cambios)
  if (posible.kind !== "posible") return posible
  const { antes, nueva, seDijo } = posible
  // What was told to nobody changes without asking anybody.
  if (seDijo && solicitanteId === undefined) {
    if (await autorizaPresidencia(repositories, organo.id, hoy))
      return { kind: "por_autorizar", antes, sesion: { ...antes, ...nueva } }
  }
  const sesion = await repositories.sesionesWriter.update(antes.id, visto.revision, nueva)
  if (sesion === null) return { kind: "otra_persona", sesion: antes }
  await repositories.eventos.append(
    evento(actuacion, `sesion.${TIPO_DE_ACTO[acto]}`, sesion.id, antes, { ...sesion, motivo, solicitanteId }),
  )
  const aviso = seDijo
    ? await avisarCambio(repositories, actuacion, TIPO_DE_ACTO[acto], sesion, motivo, solicitanteId)
    : null
  return { kind: "hecho", antes, sesion, aviso }
}

type Posible =
  /** `seDijo`: members were called, so that they are told. */
  | {
      readonly kind: "posible"
      readonly antes: Sesion
      readonly nueva: CambiosSesion & { readonly estado: EstadoSesion }
      readonly seDijo: boolean
    }
  | Exclude<CambioConvocatoria, { readonly kind: "hecho" | "por_autorizar" }>

async function cambioPosible(
  read: Pick<Repositories, "sesiones" | "convocatorias">,
  acto: ActoConvocatoria,
  visto: Sesion,
  cambios: CambiosSesion,
): Promise<Posible> {
  const antes = (await read.sesiones.byId(visto.id)) ?? visto
  const siguiente = transicionSesion(acto, antes.estado)
  if (siguiente.kind === "fuera_de_estado") return { kind: "fuera_de_estado", estado: antes.estado }
  const problemas = problemasDe({ fecha: antes.fecha, hora: antes.hora, ...definidos(cambios) })
  if (problemas.length > 0) return { kind: "problemas", problemas }
  const anteriores = await read.convocatorias.list(antes.id)
  if (acto === "rectificar" && (await nadaCambia(read, antes, cambios, anteriores.at(-1)?.contenido)))
    return { kind: "sin_cambios", sesion: antes }
  if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
  const nueva = { ...definidos(cambios), estado: siguiente.estado }
  return { kind: "posible", antes, nueva, seDijo: anteriores.length > 0 }
}

/** What a change would send, and to whom, before anybody confirms it; `null`: nothing would be sent. Only reads. */
export async function borradorCambio(
  { read, organo, hoy }: Consulta,
  now: string,
  acto: ActoConvocatoria,
  visto: Sesion,
  { cambios, motivo }: CambioPedido,
): Promise<BorradorCambio | null> {
  const posible = await cambioPosible(read, acto, visto, cambios)
  if (posible.kind !== "posible" || !posible.seDijo) return null
  const { antes, nueva } = posible
  const sesion = { ...antes, ...nueva }
  const { fecha, hora } = sesion
  const mismoMomento = antes.fecha === fecha && antes.hora === hora
  return {
    tipo: TIPO_DE_ACTO[acto],
    motivo,
    organo,
    sesion,
    dudas: mismoMomento
      ? []
      : dudasDelMomento({ fecha, hora }, { fecha: hoy, hora: horaEnZona(now, organo.zona) }),
    seAutoriza: await autorizaPresidencia(read, organo.id, hoy),
    ...(await destinosDeIntegrantes(read, organo, hoy)),
  }
}

/** A new version of the convocatoria, to everybody who had been called. */
export async function avisarCambio(
  repositories: Repositories,
  actuacion: Actuacion,
  tipo: TipoConvocatoria,
  sesion: Sesion,
  motivo: string | null,
  solicitanteId?: string,
): Promise<DestinosConvocatoria> {
  const { organo, hoy, now, persona } = actuacion
  const puntos = puntosVigentes(await repositories.sesiones.puntos(sesion.id))
  const version = (await repositories.convocatorias.list(sesion.id)).length + 1
  await repositories.convocatorias.create({
    sesionId: sesion.id,
    version,
    tipo,
    motivo,
    contenido: contenidoDe(sesion, puntos),
    personaId: solicitanteId ?? persona.id,
    enviadaEn: now,
  })
  const destinos = await destinosDeIntegrantes(repositories, organo, hoy)
  const enviado = { tipo, organo, sesion, hoy, puntos, limite: null, ...destinos, version: String(version) }
  const file = await adjuntoConvocatoria(repositories, actuacion, sesion)
  await encolarConvocatoria(repositories, enviado, { version, motivo, file, now })
  return destinos
}

/** The same data and the same orden del día as were last sent: a rectification would say nothing. */
async function nadaCambia(
  { sesiones }: Pick<Repositories, "sesiones">,
  antes: Sesion,
  cambios: CambiosSesion,
  enviado: unknown,
): Promise<boolean> {
  const puntos = puntosVigentes(await sesiones.puntos(antes.id))
  return JSON.stringify(contenidoDe({ ...antes, ...definidos(cambios) }, puntos)) === JSON.stringify(enviado)
}

function definidos(cambios: CambiosSesion): CambiosSesion {
  return Object.fromEntries(Object.entries(cambios).filter(([, value]) => value !== undefined))
}
