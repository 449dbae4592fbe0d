import type { AsistenciaCorregida, AsistenciaDicha } from "../../cards/desahogo/correccion.ts"
import type { EfectoEnResumen } from "../../cards/resumen/correccion.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { horaDelDia, horaDeTermino } from "../../domain/sesion/momento.ts"
import type { Asistencia, RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora, Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { corregirHechos } from "../resumen/correccion.ts"
import { leerSesion } from "../sesion/leer.ts"
import { asistenciaDe } from "./clausurar.ts"
import { leerPaseDeLista } from "./pase-de-lista.ts"
import { suspenderSinQuorum } from "./quorum-votacion.ts"

/** What was put down wrong: that it came or when, when it left, who came for it, or that it came at all. */
export type QueSeCorrige = "llegada" | "salida" | "persona" | "no_asistio"

export interface CorreccionAsistencia {
  readonly que: QueSeCorrige
  readonly hora: Hora | null
  readonly nombre: string | null
  readonly cargo: string | null
  readonly calidad: RegistroAsistencia["calidad"] | null
  readonly motivo: string
}

/** While the session is held, and after it closed. */
export const seCorrigeAsistencia = ({ estado }: Pick<Sesion, "estado">): boolean =>
  estado === "clausurada" || estaAbierta(estado)

export type AsistenciaPuesta =
  | ({ readonly kind: "corregida"; readonly resumen: EfectoEnResumen } & AsistenciaCorregida)
  | { readonly kind: "sin_cambio"; readonly sesion: Sesion }
  /** Nothing of it is on record. */
  | { readonly kind: "sin_registro"; readonly sesion: Sesion }
  /** Several people of it are, as the document names them: which is meant is said with an erratum. */
  | { readonly kind: "varias"; readonly sesion: Sesion }
  /** It voted: it cannot have been away. */
  | { readonly kind: "voto"; readonly sesion: Sesion }
  | { readonly kind: "falta_hora" }
  | { readonly kind: "falta_persona" }
  /** That hour is still to come, or would have it leave before it came. */
  | { readonly kind: "hora_por_venir" | "sale_antes" }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

interface Escena {
  readonly repositories: Repositories
  readonly actuacion: Actuacion
  readonly sesion: Sesion
  readonly institucion: Institucion
  readonly registros: readonly RegistroAsistencia[]
  readonly asistencias: readonly Asistencia[]
  readonly preside: boolean
  readonly pedido: CorreccionAsistencia
}

/**
 * Puts the attendance of an institution right, while the session is held or after it closed, with a reason; what was and
 * what is stay in the log. After it closed, its summary goes the way of every correction of facts.
 */
export function corregirAsistencia(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
  pedido: CorreccionAsistencia,
): Promise<AsistenciaPuesta> {
  return actuacion.data.transaction(async (repositories): Promise<AsistenciaPuesta> => {
    const sesion = await leerSesion(repositories, sesionId)
    if (!seCorrigeAsistencia(sesion)) return { kind: "fuera_de_estado", sesion }
    const escena = await leerEscena(repositories, actuacion, sesion, institucion, pedido)
    const antes = dicha(escena)
    const { hecho, resumen } = await corregirHechos(repositories, actuacion, sesionId, pedido.motivo, () =>
      CORREGIR[pedido.que](escena),
    )
    if (hecho !== "hecho") return hecho
    const ahora = dicha(await leerEscena(repositories, actuacion, sesion, institucion, pedido))
    const { motivo, que } = pedido
    await repositories.eventos.append(
      evento(
        actuacion,
        "asistencia.corregida",
        sesionId,
        { institucionId: institucion.id, ...antes },
        { institucionId: institucion.id, ...ahora, que, motivo },
      ),
    )
    const revisada = await leerSesion(repositories, sesionId)
    const turno = await repositories.sesionesWriter.update(sesionId, revisada.revision, {})
    const pase = await leerPaseDeLista({ ...actuacion, read: repositories }, turno ?? revisada)
    if (pase !== null && estaAbierta(sesion.estado))
      await suspenderSinQuorum(repositories, actuacion, sesion, pase)
    return { kind: "corregida", resumen, sesion: turno ?? revisada, institucion, antes, ahora, motivo, pase }
  })
}

async function leerEscena(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  institucion: Institucion,
  pedido: CorreccionAsistencia,
): Promise<Escena> {
  const suyo = ({ institucionId }: { readonly institucionId: string | null }) =>
    institucionId === institucion.id
  const registros = await repositories.asistencias.registros(sesion.id, sesion.llamado)
  const asientos = await repositories.sesiones.integrantes(sesion.id)
  return {
    repositories,
    actuacion,
    sesion,
    institucion,
    pedido,
    registros: registros.filter(suyo),
    asistencias: (await repositories.sesiones.asistencias(sesion.id)).filter(suyo),
    preside: asientos.some((asiento) => suyo(asiento) && asiento.rol === "presidencia"),
  }
}

/** What is on record of it, in few words: what the answer shows before and after. */
function dicha({ registros, asistencias }: Escena): AsistenciaDicha | null {
  const registro = registros.at(-1)
  const acta = asistencias[0]
  if (registro === undefined && acta === undefined) return null
  return {
    nombre: acta?.personaNombre ?? registro?.nombre ?? null,
    cargo: acta?.personaCargo ?? registro?.cargo ?? null,
    suplente: registro?.calidad === "suplente" || acta?.calidad === "representada",
    llegada: registros[0]?.llegada ?? null,
    salida: registro?.salida ?? null,
  }
}

type Paso = "hecho" | Exclude<AsistenciaPuesta, { readonly kind: "corregida" }>

const CORREGIR: Readonly<Record<QueSeCorrige, (escena: Escena) => Promise<Paso>>> = {
  async llegada(escena) {
    const { repositories, sesion, pedido, registros } = escena
    const instante = instanteDe(escena, "llegada")
    if (typeof instante !== "string") return instante
    const [primero] = registros
    if (primero !== undefined) {
      if (primero.llegada === instante) return { kind: "sin_cambio", sesion }
      if (primero.salida !== null && primero.salida <= instante) return { kind: "sale_antes" }
      await repositories.asistencias.corregir(primero, { llegada: instante })
      return "hecho"
    }
    const registro = {
      sesionId: sesion.id,
      institucionId: escena.institucion.id,
      llamado: sesion.llamado,
      calidad: pedido.calidad ?? "titular",
      remota: false,
      nombre: pedido.nombre,
      cargo: pedido.cargo,
      oficio: null,
      llegada: instante,
    }
    await repositories.asistencias.llegada(registro)
    await constarAsistencia(escena, registro)
    return "hecho"
  },

  async salida(escena) {
    const { repositories, sesion, registros } = escena
    const ultimo = registros.at(-1)
    if (ultimo === undefined) return { kind: "sin_registro", sesion }
    const instante = instanteDe(escena, "salida")
    if (typeof instante !== "string") return instante
    if (instante <= ultimo.llegada) return { kind: "sale_antes" }
    if (ultimo.salida === instante) return { kind: "sin_cambio", sesion }
    await repositories.asistencias.corregir(ultimo, { salida: instante })
    return "hecho"
  },

  async persona(escena) {
    const { repositories, sesion, registros, asistencias, pedido, preside } = escena
    const { nombre, cargo, calidad } = pedido
    if (nombre === null && cargo === null && calidad === null) return { kind: "falta_persona" }
    const ultimo = registros.at(-1)
    if (ultimo === undefined && asistencias.length === 0) return { kind: "sin_registro", sesion }
    if (asistencias.length > 1) return { kind: "varias", sesion }
    const antes = dicha(escena)
    const igual =
      (nombre === null || nombre === antes?.nombre) &&
      (cargo === null || cargo === antes?.cargo) &&
      (calidad === null || (calidad === "suplente") === antes?.suplente)
    if (igual) return { kind: "sin_cambio", sesion }
    const persona = { ...(nombre === null ? {} : { nombre }), ...(cargo === null ? {} : { cargo }) }
    if (ultimo !== undefined)
      await repositories.asistencias.corregir(ultimo, {
        ...persona,
        ...(calidad === null ? {} : { calidad }),
      })
    const [acta] = asistencias
    if (acta !== undefined) {
      const segun = {
        institucionId: escena.institucion.id,
        nombre,
        cargo,
        calidad: calidad ?? "titular",
      } as const
      const { calidad: figura, caracter } = asistenciaDe(sesion, segun, preside)
      await repositories.sesionesWriter.updateAsistencia(acta.id, {
        // Another person has another title, which nobody gave.
        ...(nombre === null ? {} : { personaNombre: nombre, personaTitulo: null }),
        ...(cargo === null ? {} : { personaCargo: cargo }),
        ...(calidad === null ? {} : { calidad: figura, caracter }),
      })
    }
    return "hecho"
  },

  async no_asistio(escena) {
    const { repositories, sesion, registros, asistencias, institucion } = escena
    if (registros.length === 0 && asistencias.length === 0) return { kind: "sin_registro", sesion }
    if (asistencias.length > 1) return { kind: "varias", sesion }
    for (const { id, anuladaEn } of await repositories.votaciones.list(sesion.id)) {
      const votos = anuladaEn === null ? await repositories.votaciones.votos(id) : []
      if (votos.some(({ institucionId }) => institucionId === institucion.id)) return { kind: "voto", sesion }
    }
    for (const registro of registros) await repositories.asistencias.quitar(registro)
    await repositories.sesionesWriter.removeAsistencias(
      sesion.id,
      asistencias.map(({ id }) => id),
    )
    return "hecho"
  },
}

/** In the acta too. Until the session closes it has nobody: then the roll-call says who came. */
async function constarAsistencia(
  { repositories, sesion, asistencias, preside }: Escena,
  registro: Parameters<typeof asistenciaDe>[1],
): Promise<void> {
  if (sesion.estado !== "clausurada") return
  const nueva = asistenciaDe(sesion, registro, preside)
  const [acta] = asistencias
  if (acta === undefined) await repositories.sesionesWriter.addAsistencias(sesion.id, [nueva])
  else if (acta.calidad === "ausente")
    await repositories.sesionesWriter.updateAsistencia(acta.id, {
      calidad: nueva.calidad,
      caracter: nueva.caracter,
    })
}

/** The instant of the hour that was given, on the day on which the session was held. */
function instanteDe(
  { sesion, actuacion: { now, organo }, pedido: { hora } }: Escena,
  que: "llegada" | "salida",
): Instante | { readonly kind: "falta_hora" | "hora_por_venir" } {
  if (hora === null) return { kind: "falta_hora" }
  const { zona } = organo
  const instante =
    que === "salida" && sesion.instaladaEn !== null
      ? horaDeTermino(sesion.instaladaEn, hora, now, zona)
      : horaDelDia(sesion, hora, now, zona)
  return instante ?? { kind: "hora_por_venir" }
}
