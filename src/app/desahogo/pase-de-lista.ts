import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import { horaDelDia, horaDeTermino, momentoDe } from "../../domain/sesion/momento.ts"
import type { RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora, Instante } from "../../domain/tipos/tiempo.ts"
import { estaPendiente } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { Consulta } from "../consulta.ts"
import { leerSesion } from "../sesion/leer.ts"
import { quorumConLeido } from "../sesion/quorum.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { suspenderSinQuorum } from "./quorum-votacion.ts"

/** Who is in the room, and whether that is a quórum by the body's rule. `null`: nobody was called. */
export async function leerPaseDeLista(consulta: Consulta, sesion: Sesion): Promise<PaseDeLista | null> {
  const { read } = consulta
  const [integrantes, registros, instituciones, reglas, confirmaciones, votaciones] = await Promise.all([
    read.sesiones.integrantes(sesion.id),
    read.asistencias.registros(sesion.id, sesion.llamado),
    read.instituciones.all(),
    reglasDeSesion(consulta, sesion),
    read.convocatorias.confirmaciones(sesion.id),
    read.votaciones.list(sesion.id),
  ])
  if (integrantes.length === 0) return null
  const renglones = integrantes
    .flatMap(({ institucionId, conVoto, rol }) => {
      const institucion = instituciones.find(({ id }) => id === institucionId)
      if (!institucion) return []
      const propios = registros.filter((registro) => registro.institucionId === institucionId)
      const confirmacion = confirmaciones.find((una) => una.institucionId === institucionId) ?? null
      return [
        {
          institucion,
          conVoto,
          preside: rol === "presidencia",
          registro: propios.at(-1) ?? null,
          confirmacion,
        },
      ]
    })
    .sort((a, b) => a.institucion.siglas.localeCompare(b.institucion.siglas, "es"))
  const quorum = quorumConLeido(sesion, { integrantes, registros, instituciones, reglas })
  const votacion = votaciones.findLast(estaPendiente) ?? null
  const porCelebrar = sesion.estado === "convocada" && sesion.fecha !== null && consulta.hoy < sesion.fecha
  return { sesion, renglones, quorum, segunda: reglas.segundaConvocatoria, votacion, porCelebrar }
}

/** What somebody's coming or going did to the quórum of a session that is being held; `null`: nothing. */
export type CambioQuorum = "perdido" | "recuperado" | null

export type Registrado =
  | { readonly kind: "hecho"; readonly pase: PaseDeLista; readonly quorum: CambioQuorum }
  /** The institution is in the room already, or has nobody in it. */
  | { readonly kind: "ya_estaba"; readonly pase: PaseDeLista }
  /** The session's day has not come, or it is over and nobody said at what hour it was. */
  | { readonly kind: "otro_dia"; readonly sesion: Sesion; readonly dia: "antes" | "despues" }
  /** The hour that was given is still to come. */
  | { readonly kind: "hora_por_venir" }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

export const CON_LISTA: readonly EstadoSesion[] = ["convocada", "instalada", "receso"]

/** Somebody of an institution arrives: whom it said would come. `hora`: when it was, if it was not now. */
export function registrarLlegada(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
  { remota, hora }: { readonly remota: boolean | null; readonly hora: Hora | null },
): Promise<Registrado> {
  return enLista(actuacion, sesionId, hora, async (repositories, sesion, instante) => {
    const confirmaciones = await repositories.convocatorias.confirmaciones(sesion.id)
    const dicho = confirmaciones.find(({ institucionId }) => institucionId === institucion.id)
    const viene = dicho && dicho.respuesta !== "no_asistira" ? dicho : null
    const registro: Omit<RegistroAsistencia, "id" | "salida"> = {
      sesionId: sesion.id,
      institucionId: institucion.id,
      llamado: sesion.llamado,
      calidad: viene?.respuesta === "suplente" ? "suplente" : "titular",
      remota: remota ?? viene?.remota ?? false,
      nombre: viene?.nombre ?? null,
      cargo: viene?.cargo ?? null,
      oficio: viene?.oficio ?? null,
      llegada: instante,
    }
    const created = await repositories.asistencias.llegada(registro)
    if (created === null) return false
    await repositories.eventos.append(evento(actuacion, "asistencia.llegada", sesion.id, null, created))
    return true
  })
}

/** The institution leaves the room; the quórum may be lost with it. `hora`: when it was, if it was not now. */
export function registrarSalida(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
  { hora }: { readonly hora: Hora | null },
): Promise<Registrado> {
  return enLista(actuacion, sesionId, hora, async (repositories, { id, llamado }, instante) => {
    if (!(await repositories.asistencias.salida(id, llamado, institucion.id, instante))) return false
    const despues = { institucionId: institucion.id, salida: instante }
    await repositories.eventos.append(evento(actuacion, "asistencia.salida", id, null, despues))
    return true
  })
}

function enLista(
  actuacion: Actuacion,
  sesionId: string,
  hora: Hora | null,
  registrar: (repositories: Repositories, sesion: Sesion, instante: Instante) => Promise<boolean>,
): Promise<Registrado> {
  return actuacion.data.transaction(async (repositories): Promise<Registrado> => {
    const sesion = await leerSesion(repositories, sesionId)
    const consulta = { ...actuacion, read: repositories }
    const antes = CON_LISTA.includes(sesion.estado) ? await leerPaseDeLista(consulta, sesion) : null
    if (antes === null) return { kind: "fuera_de_estado", sesion }
    const cuando = cuandoFue(actuacion, sesion, hora)
    if (cuando.kind !== "instante") return cuando
    if (!(await registrar(repositories, sesion, cuando.instante))) return { kind: "ya_estaba", pase: antes }
    const ahora = (await leerPaseDeLista(consulta, sesion)) ?? antes
    await suspenderSinQuorum(repositories, actuacion, sesion, ahora)
    const pase = (await leerPaseDeLista(consulta, await leerSesion(repositories, sesionId))) ?? ahora
    return { kind: "hecho", pase, quorum: cambioDeQuorum(sesion, antes, pase) }
  })
}

function cambioDeQuorum({ estado }: Sesion, antes: PaseDeLista, { quorum }: PaseDeLista): CambioQuorum {
  if (estado === "convocada" || antes.quorum.hay === quorum.hay) return null
  return quorum.hay ? "recuperado" : "perdido"
}

/** Nobody arrives on another day than the session's; once it is installed, it may go on after midnight. */
function cuandoFue(
  { organo, now }: Actuacion,
  sesion: Sesion,
  hora: Hora | null,
):
  | { readonly kind: "instante"; readonly instante: Instante }
  | Extract<Registrado, { readonly kind: "otro_dia" | "hora_por_venir" }> {
  const { zona } = organo
  if (sesion.estado !== "convocada") {
    const instante = hora === null ? now : horaDeTermino(sesion.instaladaEn ?? now, hora, now, zona)
    return instante === null ? { kind: "hora_por_venir" } : { kind: "instante", instante }
  }
  const instante = hora === null ? now : horaDelDia(sesion, hora, now, zona)
  const hoy = momentoDe("pasar_lista", sesion, now, { toleranciaMinutos: null, zona })
  if (hoy.kind === "antes_de_su_fecha") return { kind: "otro_dia", sesion, dia: "antes" }
  if (hoy.kind === "otro_dia" && hora === null) return { kind: "otro_dia", sesion, dia: "despues" }
  return instante === null ? { kind: "hora_por_venir" } : { kind: "instante", instante }
}
