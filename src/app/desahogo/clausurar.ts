import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { ratificacionDe } from "../acuerdo/ratificar.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { leerPaseDeLista } from "./pase-de-lista.ts"

export type Clausura =
  | {
      readonly kind: "clausurada"
      readonly sesion: Sesion
      readonly puntos: readonly PuntoOrdenDia[]
      readonly pase: PaseDeLista | null
    }
  /** Something was left: whether it is closed all the same is for a person to say. */
  | ({ readonly kind: "por_confirmar"; readonly sesion: Sesion } & PorResolver)
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

/** Why an item is deferred by the closing of its session. */
const AL_CLAUSURAR = "No se desahogó antes de la clausura."

/**
 * Ends a session: its state, the attendance that the roll-call shows and, when what was left is `confirmada`, the items
 * that were left are deferred. Of two people who close it at once, one does and the other is told.
 */
export function clausurarSesion(
  actuacion: Actuacion,
  visto: SesionVista,
  { confirmada }: { readonly confirmada: boolean },
): Promise<Clausura> {
  return actuacion.data.transaction(async (repositories): Promise<Clausura> => {
    const antes = await leerSesion(repositories, visto.id)
    const paso = transicionSesion("clausurar", antes.estado)
    if (paso.kind === "fuera_de_estado") return { kind: "fuera_de_estado", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
    const abierta = (await repositories.votaciones.list(antes.id)).find(({ cerradaEn }) => cerradaEn === null)
    if (abierta) return { kind: "votacion_abierta", sesion: antes, votacionId: abierta.id }
    const { pendientes, sinRatificar } = await porResolver(repositories, antes)
    if ((pendientes.length > 0 || sinRatificar > 0) && !confirmada)
      return { kind: "por_confirmar", sesion: antes, pendientes, sinRatificar }
    const pase = await leerPaseDeLista({ ...actuacion, read: repositories }, antes)
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {
      estado: paso.estado,
      clausuradaEn: actuacion.now,
      horaFin: horaDeClausura(actuacion, antes),
      puntoEnCursoId: null,
    })
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    for (const punto of pendientes) await diferir(repositories, actuacion, sesion, punto)
    await repositories.sesionesWriter.addAsistencias(sesion.id, await nuevas(repositories, sesion, pase))
    const constancia = { estado: sesion.estado, horaFin: sesion.horaFin, quorum: pase?.quorum ?? null }
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

/** The hour of the act; registered on another day, nobody recorded at what hour it was. */
function horaDeClausura({ organo, now }: Actuacion, { fecha, horaFin }: Sesion): Hora | null {
  return fechaEnZona(now, organo.zona) === fecha ? horaEnZona(now, organo.zona) : horaFin
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
    if (registro === null || ya.has(institucion.id)) return []
    const suple = registro.calidad === "suplente"
    return [
      {
        institucionId: institucion.id,
        personaNombre: registro.nombre,
        personaTitulo: null,
        personaCargo: registro.cargo,
        nombreEnDocumento: null,
        calidad: preside ? "preside" : suple ? "representada" : "presente",
        caracter: suple ? "en suplencia" : null,
        origen: sesion.origen,
      },
    ]
  })
}
