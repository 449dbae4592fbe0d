import { propuestaRecibidaCard, renglonDePropuesta } from "../../cards/sesion/punto-registrado.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import { type AvisoPunto, admiteCambios, avisosPunto } from "../../domain/sesion/orden-del-dia.ts"
import { sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import type { Plazo } from "../../domain/tiempo/regla-plazo.ts"
import { instanteDe, msEntre, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { institucionesDe, institucionesQueIntegra } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { avisarSecretaria } from "../canal/avisar-secretaria.ts"
import type { Consulta } from "../consulta.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { atOnce, type Message } from "../mensaje/delivery.ts"
import { leerSesion } from "./leer.ts"
import { sinHistoria } from "./orden-del-dia.ts"
import { reglasDeSesion } from "./reglas.ts"

/** Why a session takes no proposals now, whatever they say. */
export type PropuestaImposible =
  /** The body's term for proposals is over. `limite`: when it ended. */
  | { readonly kind: "fuera_de_plazo"; readonly sesion: Sesion; readonly limite: Instante }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

export type Propuesta =
  | {
      readonly kind: "propuesto"
      readonly sesion: Sesion
      readonly punto: PuntoOrdenDia
      readonly institucion: Institucion
      readonly avisos: readonly AvisoPunto[]
    }
  | PropuestaImposible
  | { readonly kind: "sin_institucion"; readonly conVoz: boolean }

/** `null`: the session takes proposals. */
export async function propuestaImposible(
  consulta: Consulta & { readonly now: Instante },
  sesion: Sesion,
): Promise<PropuestaImposible | null> {
  const { read, organo, now } = consulta
  if (!admiteCambios(sesion.estado)) return { kind: "fuera_de_estado", sesion }
  const reglas = await reglasDeSesion(consulta, sesion)
  const limite = await limitePropuestas(read, organo, sesion, reglas.solicitudPuntos[sesion.tipo])
  return limite !== null && msEntre(limite, now) > 0 ? { kind: "fuera_de_plazo", sesion, limite } : null
}

/** An institution proposes an item: only it and the Secretaría Técnica, which is told, see it until it is taken in. */
export function proponerPunto(
  actuacion: Actuacion,
  actor: Actor,
  sesionId: string,
  propuesta: { readonly titulo: string; readonly exposicion: string | null },
): Promise<Propuesta> {
  const { organo } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Propuesta> => {
    const sesion = await leerSesion(repositories, sesionId)
    const [propia] = institucionesQueIntegra(actor, organo.id)
    const institucion = propia === undefined ? null : await repositories.instituciones.byId(propia)
    if (institucion === null)
      return { kind: "sin_institucion", conVoz: institucionesDe(actor, organo.id).length > 0 }
    const consulta = { ...actuacion, read: repositories }
    const imposible = await propuestaImposible(consulta, sesion)
    if (imposible !== null) return imposible
    const otros = await repositories.sesiones.puntos(sesion.id)
    const punto = await repositories.sesionesWriter.addPunto({
      ...sinHistoria(actuacion, sesion, propuesta.titulo),
      estado: "propuesto",
      difusion: "integrantes",
      institucionProponenteId: institucion.id,
      motivo: propuesta.exposicion,
    })
    await repositories.eventos.append(evento(actuacion, "punto.propuesto", sesion.id, null, punto))
    await avisarPropuesta(repositories, actuacion, { sesion, punto, institucion })
    const reglas = await reglasDeSesion(consulta, sesion)
    const avisos = avisosPunto(punto.titulo, sesion.tipo, reglas.extraordinaria, otros)
    return { kind: "propuesto", sesion, punto, institucion, avisos }
  })
}

/**
 * The instant until which institutions may propose items: so long before the session, by the body's rule. Without an hour
 * on record the day of the session counts from its beginning. `null`: without a date nothing ends.
 */
async function limitePropuestas(
  read: Repositories,
  organo: Organo,
  { fecha, hora }: Sesion,
  { n, unidad }: Plazo,
): Promise<Instante | null> {
  if (fecha === null) return null
  const inicio = instanteDe(fecha, hora ?? "00:00", organo.zona)
  if (unidad === "horas") return sumarMs(inicio, -n * 3_600_000)
  if (unidad === "dias_naturales") return sumarMs(inicio, -n * 86_400_000)
  const { organo: inhabiles } = await leerCalendarios(
    read,
    organo,
    `${Number(fecha.slice(0, 4)) - 1}-01-01`,
    fecha,
  )
  return instanteDe(sumarDiasHabiles(fecha, -n, inhabiles), hora ?? "00:00", organo.zona)
}

interface Propuesto {
  readonly sesion: Sesion
  readonly punto: PuntoOrdenDia
  readonly institucion: Institucion
}

async function avisarPropuesta(
  repositories: Repositories,
  actuacion: Actuacion,
  { sesion, punto, institucion }: Propuesto,
): Promise<void> {
  const { organo, now } = actuacion
  const aviso: Message = {
    purpose: "aviso",
    subject: ["propuesta", punto.id],
    organo,
    card: propuestaRecibidaCard({ organo, sesion, punto, institucion }),
    ...atOnce(now),
    why: `${institucion.siglas} propuso un punto para ${sesion.clave}.`,
    asuntos: [asuntoSesion(sesion.id)],
  }
  await avisarSecretaria(repositories, actuacion, aviso, renglonDePropuesta(sesion, punto), institucion)
}
