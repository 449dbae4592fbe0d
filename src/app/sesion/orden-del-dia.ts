import type { FormProblem } from "../../cards/form.ts"
import {
  type AvisoPunto,
  admiteCambios,
  alFinal,
  avisosPunto,
  moverPunto,
  puntosVigentes,
} from "../../domain/sesion/orden-del-dia.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion } from "./leer.ts"
import { reglasDeSesion } from "./reglas.ts"

export type CambioOrden =
  | {
      readonly kind: "hecho"
      readonly sesion: Sesion
      readonly punto: PuntoOrdenDia
      readonly puntos: readonly PuntoOrdenDia[]
      readonly avisos: readonly AvisoPunto[]
    }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/** Adds an item at the end of the orden del día. */
export function agregarPunto(
  actuacion: Actuacion,
  sesionId: string,
  nuevo: { readonly titulo: string; readonly difusion: Difusion; readonly proponente: Institucion | null },
): Promise<CambioOrden> {
  return enOrden(actuacion, sesionId, "punto.agregado", async (repositories, sesion) => {
    const punto = await repositories.sesionesWriter.addPunto({
      ...sinHistoria(actuacion, sesion, nuevo.titulo),
      estado: "incluido",
      difusion: nuevo.difusion,
      institucionProponenteId: nuevo.proponente?.id ?? null,
    })
    return { antes: null, punto }
  })
}

/** Takes a proposal, or an item that was withdrawn, into the orden del día; its own level is then the one that holds. */
export const incluirPunto = (actuacion: Actuacion, sesionId: string, numero: number) =>
  sobrePunto(actuacion, sesionId, numero, "punto.incluido", (repositories, punto) =>
    repositories.sesionesWriter.updatePunto(punto.id, { estado: "incluido" }),
  )

/** Takes an item out, with its reason; it stays on record. */
export const retirarPunto = (actuacion: Actuacion, sesionId: string, numero: number, motivo: string) =>
  sobrePunto(actuacion, sesionId, numero, "punto.retirado", async (repositories, punto, puntos) => {
    await sacarDelOrden(repositories, punto, puntos)
    return repositories.sesionesWriter.updatePunto(punto.id, { estado: "retirado", motivo })
  })

/** Whoever prepares the session counts its items like whoever was called to it: without what was withdrawn. */
const sacarDelOrden = (
  { sesionesWriter }: Repositories,
  { id, sesionId }: PuntoOrdenDia,
  puntos: readonly PuntoOrdenDia[],
): Promise<void> =>
  sesionesWriter.orderPuntos(
    sesionId,
    alFinal(
      puntos.map((punto) => punto.id),
      id,
    ),
  )

/** Puts an item at another place of the list. */
export const ordenarPunto = (actuacion: Actuacion, sesionId: string, numero: number, lugar: number) =>
  sobrePunto(actuacion, sesionId, numero, "punto.movido", async (repositories, punto, puntos) => {
    const ids = moverPunto(
      puntos.map(({ id }) => id),
      punto.id,
      lugar,
    )
    await repositories.sesionesWriter.orderPuntos(sesionId, ids)
    return punto
  })

/** One item takes another one in: that one is withdrawn and says where it went. */
export function fusionarPuntos(
  actuacion: Actuacion,
  sesionId: string,
  numero: number,
  en: number,
): Promise<CambioOrden> {
  return sobrePunto(actuacion, sesionId, numero, "punto.fusionado", async (repositories, punto, puntos) => {
    const destino = puntos[en - 1]
    if (destino === undefined || destino.id === punto.id) return fueraDeLista("en", puntos)
    await sacarDelOrden(repositories, punto, puntos)
    const motivo = `Se fusionó con «${destino.titulo}»`
    return repositories.sesionesWriter.updatePunto(punto.id, {
      estado: "retirado",
      fusionadoEnId: destino.id,
      motivo,
    })
  })
}

/** An item to which nothing has happened yet. */
export function sinHistoria({ persona }: Actuacion, { id }: Sesion, titulo: string) {
  return {
    sesionId: id,
    titulo,
    numero: null,
    resultado: null,
    motivo: null,
    fusionadoEnId: null,
    antecedenteId: null,
    origen: persona.origen === "demo" ? "demo" : "registro",
  } as const
}

type Hecho = { readonly antes: PuntoOrdenDia | null; readonly punto: PuntoOrdenDia }
type Problema = { readonly problemas: readonly FormProblem[] }

/** One change of the orden del día with its log entry, in one transaction, while the session takes changes. */
function enOrden(
  actuacion: Actuacion,
  sesionId: string,
  tipo: TipoEvento,
  cambiar: (
    repositories: Repositories,
    sesion: Sesion,
    puntos: readonly PuntoOrdenDia[],
  ) => Promise<Hecho | Problema>,
): Promise<CambioOrden> {
  return actuacion.data.transaction(async (repositories): Promise<CambioOrden> => {
    const sesion = await leerSesion(repositories, sesionId)
    if (!admiteCambios(sesion.estado)) return { kind: "fuera_de_estado", sesion }
    const previos = await repositories.sesiones.puntos(sesion.id)
    const result = await cambiar(repositories, sesion, previos)
    if ("problemas" in result) return { kind: "problemas", problemas: result.problemas }
    const { antes, punto } = result
    await repositories.eventos.append(evento(actuacion, tipo, sesion.id, antes, punto))
    const reglas = await reglasDeSesion({ read: repositories, ...actuacion }, sesion)
    const otros = puntosVigentes(previos).filter(({ id }) => id !== punto.id)
    const avisos =
      punto.estado === "incluido" ? avisosPunto(punto.titulo, sesion.tipo, reglas.extraordinaria, otros) : []
    return { kind: "hecho", sesion, punto, puntos: await repositories.sesiones.puntos(sesion.id), avisos }
  })
}

/** A change of the item that is shown at a place of the list, from 1. */
function sobrePunto(
  actuacion: Actuacion,
  sesionId: string,
  numero: number,
  tipo: TipoEvento,
  cambiar: (
    repositories: Repositories,
    punto: PuntoOrdenDia,
    puntos: readonly PuntoOrdenDia[],
  ) => Promise<PuntoOrdenDia | Problema>,
): Promise<CambioOrden> {
  return enOrden(actuacion, sesionId, tipo, async (repositories, _sesion, puntos) => {
    const antes = puntos[numero - 1]
    if (antes === undefined) return fueraDeLista("punto", puntos)
    const result = await cambiar(repositories, antes, puntos)
    return "problemas" in result ? result : { antes, punto: result }
  })
}

function fueraDeLista(field: string, puntos: readonly PuntoOrdenDia[]): Problema {
  const message =
    puntos.length === 0
      ? "La sesión no tiene puntos registrados."
      : `Ese lugar no existe en la lista: escriba un número del 1 al ${puntos.length}, distinto del otro.`
  return { problemas: [{ field, message }] }
}
