import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import { horaDeTermino } from "../../domain/sesion/momento.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import { fechaEnZona, horaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Asistencia, RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora, Instante } from "../../domain/tipos/tiempo.ts"
import { estaPendiente } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { ratificacionDe } from "../acuerdo/ratificar.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { leerPaseDeLista } from "./pase-de-lista.ts"
import type { RastroClausura } from "./rastro-clausura.ts"

export type Clausura =
  | {
      readonly kind: "clausurada"
      readonly sesion: Sesion
      readonly puntos: readonly PuntoOrdenDia[]
      readonly pase: PaseDeLista | null
    }
  /** Something was left: whether it is closed all the same is for a person to say. */
  | ({ readonly kind: "por_confirmar"; readonly sesion: Sesion } & PorResolver)
  /** It is closed on another day than it was held: only a person knows at what hour it ended. */
  | ({ readonly kind: "pide_hora"; readonly sesion: Sesion } & PorResolver)
  /** The hour that was given is still to come. */
  | { readonly kind: "hora_por_venir"; readonly sesion: Sesion }
  /** Nobody could vote any more. */
  | { readonly kind: "votacion_abierta"; readonly sesion: Sesion; readonly votacionId: string }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

export interface PorResolver {
  /** Items that nobody dealt with, deferred or withdrawn. */
  readonly pendientes: readonly PuntoOrdenDia[]
  /** How many agreements were not read back and ratified as they stand. */
  readonly sinRatificar: number
}

/** When it ended, where it was not now, and why it is put on record later. */
export interface Termino {
  readonly hora: Hora
  readonly motivo: string
}

/** Why an item is deferred by the closing of its session. */
const AL_CLAUSURAR = "No se desahogó antes de la clausura."

/**
 * Ends a session: its state, the attendance that the roll-call shows and, when what was left is `confirmada`, the items
 * that were left are deferred. Of two people who close it at once, one does and the other is told.
 */
export function clausurarSesion(
  actuacion: Actuacion,
  visto: SesionVista,
  { confirmada, termino = null }: { readonly confirmada: boolean; readonly termino?: Termino | null },
): Promise<Clausura> {
  return actuacion.data.transaction(async (repositories): Promise<Clausura> => {
    const antes = await leerSesion(repositories, visto.id)
    const paso = transicionSesion("clausurar", antes.estado)
    if (paso.kind === "fuera_de_estado") return { kind: "fuera_de_estado", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
    const abierta = (await repositories.votaciones.list(antes.id)).find(estaPendiente)
    if (abierta) return { kind: "votacion_abierta", sesion: antes, votacionId: abierta.id }
    const { pendientes, sinRatificar } = await porResolver(repositories, antes)
    const cuando = cuandoFue(actuacion, antes, termino)
    if (cuando === "pide_hora") return { kind: "pide_hora", sesion: antes, pendientes, sinRatificar }
    if (cuando === "hora_por_venir") return { kind: "hora_por_venir", sesion: antes }
    if ((pendientes.length > 0 || sinRatificar > 0) && !confirmada)
      return { kind: "por_confirmar", sesion: antes, pendientes, sinRatificar }
    const pase = await leerPaseDeLista({ ...actuacion, read: repositories }, antes)
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {
      estado: paso.estado,
      clausuradaEn: cuando,
      horaFin: horaEnZona(cuando, actuacion.organo.zona),
      puntoEnCursoId: null,
    })
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    for (const punto of pendientes) await diferir(repositories, actuacion, sesion, punto)
    const asistencias = await nuevas(repositories, sesion, pase)
    const rastro: RastroClausura = {
      diferidos: pendientes.map(({ id, motivo }) => ({ id, motivo })),
      asistencias: [...(await repositories.sesionesWriter.addAsistencias(sesion.id, asistencias))],
    }
    const constancia = {
      estado: sesion.estado,
      horaFin: sesion.horaFin,
      quorum: pase?.quorum ?? null,
      ...rastro,
      ...(termino === null ? {} : { motivo: termino.motivo, clausuradaEn: cuando }),
    }
    await repositories.eventos.append(evento(actuacion, "sesion.clausurada", sesion.id, antes, constancia))
    return { kind: "clausurada", sesion, puntos: await repositories.sesiones.puntos(sesion.id), pase }
  })
}

async function porResolver(read: Repositories, { id }: Sesion): Promise<PorResolver> {
  const puntos = await read.sesiones.puntos(id)
  const ratificados = (await ratificacionDe(read, id))?.vigente === true
  return {
    pendientes: puntos.filter(({ estado }) => estado === "incluido"),
    sinRatificar: ratificados ? 0 : (await read.acuerdos.bySesion(id)).length,
  }
}

/** The instant at which it ended: of the act itself, unless it is put on record on another day. */
function cuandoFue(
  { organo: { zona }, now }: Actuacion,
  { instaladaEn, fecha, hora }: Sesion,
  termino: Termino | null,
): Instante | "pide_hora" | "hora_por_venir" {
  const inicio = instaladaEn ?? (fecha === null ? now : instanteDe(fecha, hora ?? "00:00", zona))
  if (termino !== null) return horaDeTermino(inicio, termino.hora, now, zona) ?? "hora_por_venir"
  return fechaEnZona(now, zona) === fechaEnZona(inicio, zona) ? now : "pide_hora"
}

async function diferir(
  { sesionesWriter, eventos }: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  previo: PuntoOrdenDia,
): Promise<void> {
  const punto = await sesionesWriter.updatePunto(previo.id, { estado: "diferido", motivo: AL_CLAUSURAR })
  await eventos.append(evento(actuacion, "punto.diferido", sesion.id, previo, punto))
}

/** Who came by the roll-call and is not on record yet. Of an institution without a record nothing is said. */
async function nuevas(
  read: Repositories,
  sesion: Sesion,
  pase: PaseDeLista | null,
): Promise<readonly Omit<Asistencia, "id" | "sesionId" | "orden">[]> {
  const registradas = await read.sesiones.asistencias(sesion.id)
  const ya = new Set(registradas.map(({ institucionId }) => institucionId))
  return (pase?.renglones ?? []).flatMap(({ institucion, registro, preside }) => {
    return registro === null || ya.has(institucion.id) ? [] : [asistenciaDe(sesion, registro, preside)]
  })
}

/** What the acta says of somebody whom the roll-call has. */
export function asistenciaDe(
  { origen }: Sesion,
  {
    institucionId,
    calidad,
    nombre,
    cargo,
  }: Pick<RegistroAsistencia, "institucionId" | "calidad" | "nombre" | "cargo">,
  preside: boolean,
): Omit<Asistencia, "id" | "sesionId" | "orden"> {
  const suple = calidad === "suplente"
  return {
    institucionId,
    personaNombre: nombre,
    personaTitulo: null,
    personaCargo: cargo,
    nombreEnDocumento: null,
    calidad: preside ? "preside" : suple ? "representada" : "presente",
    caracter: suple ? "en suplencia" : null,
    origen,
  }
}
