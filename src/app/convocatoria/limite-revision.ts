import { isDeepStrictEqual } from "node:util"
import { z } from "zod"
import type { Card } from "../../cards/card.ts"
import { avisoConvocatoriaCard } from "../../cards/convocatoria/limite.ts"
import {
  limitesConvocatoria,
  type PeldanoConvocatoria,
  peldanoConvocatoria,
  primeraFechaConvocable,
} from "../../domain/convocatoria/convocatoria.ts"
import { type LimiteEnvio, yaVencio } from "../../domain/convocatoria/limite-envio.ts"
import { asuntoSesion, hechoSesion } from "../../domain/mensaje/hechos.ts"
import { seEsperaDesde } from "../../domain/recordatorio/desde-cuando.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../domain/reglas/perfil-reglas-default.ts"
import { conjuntoBase, regimenPrudente } from "../../domain/tiempo/calendario-base.ts"
import { diasHabilesEntre, type Inhabiles } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { sinConvocatoria } from "../../domain/visibilidad/fue-convocada.ts"
import type { ModeloMensaje } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { ESTADO_SESION } from "../../texts/etiquetas.ts"
import type { ModeloConAsuntos, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { calendariosDeSesiones, type SesionFechada } from "../sesion/por-venir.ts"
import { sesionDelMensaje } from "../sesion/recordatorio-revision.ts"

export interface EscenaConvocatoria {
  readonly organo: Organo
  readonly now: Instante
  readonly hoy: Fecha
  readonly perfil: PerfilReglas
  /** `false`: the body has recorded no rules, and the usual ones are applied. */
  readonly reglaPropia: boolean
  readonly inhabiles: Inhabiles
  /** Every day that any statutory calendar has for inhábil, besides the body's own. */
  readonly union: Inhabiles
  /** Since when a session has its date on record: no warning was due before. */
  readonly fechadaDesde: (sesionId: string) => Fecha | null
}

/** `sesiones`: the soonest first. */
export async function leerEscenaConvocatoria(
  read: Pick<Repositories, "organos" | "inhabiles" | "eventos">,
  organo: Organo,
  now: Instante,
  sesiones: readonly SesionFechada[],
): Promise<EscenaConvocatoria> {
  const hoy = fechaEnZona(now, organo.zona)
  const propio = await read.organos.perfil(organo.id, hoy)
  const { organo: inhabiles } = await calendariosDeSesiones(read, organo, hoy, sesiones)
  const anio = (fecha: Fecha) => Number(fecha.slice(0, 4))
  const legales = conjuntoBase(
    anio(hoy) - 1,
    anio(sesiones.at(-1)?.fecha ?? hoy) + 1,
    regimenPrudente(organo),
  )
  return {
    organo,
    now,
    hoy,
    perfil: propio ?? PERFIL_PREDETERMINADO,
    reglaPropia: propio !== null,
    inhabiles,
    union: new Set([...legales, ...inhabiles]),
    fechadaDesde: await leerFechadaDesde(read, organo, sesiones),
  }
}

async function leerFechadaDesde(
  { eventos }: Pick<Repositories, "eventos">,
  { zona }: Organo,
  sesiones: readonly SesionFechada[],
): Promise<EscenaConvocatoria["fechadaDesde"]> {
  const asientos = await eventos.byObjetos(sesiones.map(({ id }) => asuntoSesion(id)))
  return (sesionId) => {
    const propios = asientos.filter(({ objeto }) => objeto === asuntoSesion(sesionId))
    return seEsperaDesde(propios, zona, { convocada: false })
  }
}

export interface AvisoConvocatoria {
  readonly peldano: PeldanoConvocatoria
  /** The day of the warning after it, or the limit. */
  readonly siguiente: Fecha | LimiteEnvio | null
  /** The last safe day, or hour. */
  readonly limite: LimiteEnvio
  readonly card: Card
}

/**
 * What there is to warn of today. The last day is counted strictly whatever the body's profile says, so that sending by
 * it is right either way.
 */
export function avisoConvocatoria(
  { organo, now, hoy, perfil, reglaPropia, inhabiles, union, fechadaDesde }: EscenaConvocatoria,
  sesion: SesionFechada,
  conBotones: boolean,
): AvisoConvocatoria | null {
  const plazo = perfil.convocatoria[sesion.tipo]
  const { zona } = organo
  const { fecha, hora } = sesion
  const limites = limitesConvocatoria({ fecha, hora, zona }, plazo, inhabiles, union)
  const limite = limites.estricto
  const avisos = perfil.recordatorios.sesiones.convocatoria
  const { desde } = perfil.recordatorios.horario
  const found = peldanoConvocatoria({ now, zona, fecha, limite, avisos, desde, inhabiles })
  if (found === null) return null
  const { envio } = found.peldano
  const card = avisoConvocatoriaCard({
    sesion,
    organo,
    hoy,
    diasHabiles: diasHabilesEntre(hoy, limite.dia, inhabiles),
    peldano: found.peldano,
    correspondia: envio < hoy && envio >= (fechadaDesde(sesion.id) ?? "") ? envio : null,
    plazo,
    reglaPropia,
    limites,
    primeraFecha: primeraFechaConvocable(now, { hora, zona }, plazo, inhabiles),
    laxoVencio: yaVencio(limites.laxo, now, zona),
    conBotones,
  })
  return { ...found, limite, card }
}

const datosSchema = z.object({ conBotones: z.boolean() })

export function modeloConvocatoria(sesion: Sesion, conBotones: boolean): ModeloConAsuntos {
  const asunto = asuntoSesion(sesion.id)
  const hechos = { [asunto]: hechoSesion(sesion) }
  return { asuntos: [asunto], modelo: { tipo: "convocatoria", hechos, datos: { conBotones } } }
}

export const revisionConvocatoria: RevisionMensaje = {
  /** It ends with the convocatoria and with the date it was counted from; how long is left is said as of today. */
  async vigente(read, mensaje, now): Promise<Revised> {
    const datos = datosSchema.safeParse(mensaje.modelo.datos).data
    const [sesion, organo] = await Promise.all([
      sesionDelMensaje(read, mensaje),
      read.organos.byId(mensaje.organoId),
    ])
    if (datos === undefined || sesion === null || organo === null) return { kind: "sigue" }
    const reason = yaNoProcede(mensaje.modelo, sesion)
    if (reason !== null || sesion.fecha === null)
      return { kind: "cancela", reason: reason ?? "Ya no tiene fecha." }
    const fechada = { ...sesion, fecha: sesion.fecha }
    const escena = await leerEscenaConvocatoria(read, organo, now, [fechada])
    const aviso = avisoConvocatoria(escena, fechada, datos.conBotones)
    if (aviso === null || isDeepStrictEqual(aviso.card, mensaje.card)) return { kind: "sigue" }
    return { kind: "cambia", card: aviso.card, modelo: modeloConvocatoria(sesion, datos.conBotones).modelo }
  },
}

/** `null`: it still does. */
function yaNoProcede({ hechos }: ModeloMensaje, sesion: Sesion): string | null {
  if (!sinConvocatoria(sesion)) {
    const estado = sesion.estado === "programada" ? "convocada" : ESTADO_SESION[sesion.estado]
    return `Ya no procede: la sesión ${sesion.clave} está ${estado}.`
  }
  const dicho = hechos[asuntoSesion(sesion.id)]
  return dicho?.kind === "sesion" && dicho.fecha !== sesion.fecha
    ? `Ya no procede: la sesión ${sesion.clave} cambió de fecha.`
    : null
}
