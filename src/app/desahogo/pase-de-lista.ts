import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import { evaluarQuorum } from "../../domain/desahogo/quorum.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { Consulta } from "../consulta.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { publicarEnCurso } from "./en-curso-publicar.ts"

/** Who is in the room, and whether that is a quórum by the body's rule. `null`: nobody was called. */
export async function leerPaseDeLista(consulta: Consulta, sesion: Sesion): Promise<PaseDeLista | null> {
  const { read } = consulta
  const [integrantes, registros, instituciones, reglas, confirmaciones] = await Promise.all([
    read.sesiones.integrantes(sesion.id),
    read.asistencias.registros(sesion.id, sesion.llamado),
    read.instituciones.all(),
    reglasDeSesion(consulta, sesion),
    read.convocatorias.confirmaciones(sesion.id),
  ])
  if (integrantes.length === 0) return null
  const enSala = registros.filter(({ salida }) => salida === null)
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
  const quorum = evaluarQuorum({
    regla: reglas.quorum,
    integrantes,
    presentes: new Set(enSala.map(({ institucionId }) => institucionId)),
    segunda: sesion.llamado === 2 ? reglas.segundaConvocatoria : null,
  })
  return { sesion, renglones, quorum, segunda: reglas.segundaConvocatoria }
}

export type Registrado =
  | { readonly kind: "hecho"; readonly pase: PaseDeLista; readonly perdioQuorum: boolean }
  /** The institution is in the room already, or has nobody in it. */
  | { readonly kind: "ya_estaba"; readonly pase: PaseDeLista }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

const CON_LISTA: readonly EstadoSesion[] = ["convocada", "instalada", "receso"]

/** Somebody of an institution arrives: whom it said would come. */
export function registrarLlegada(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
  remota: boolean | null,
): Promise<Registrado> {
  return enLista(actuacion, sesionId, async (repositories, sesion) => {
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
      llegada: actuacion.now,
    }
    const created = await repositories.asistencias.llegada(registro)
    if (created === null) return false
    await repositories.eventos.append(evento(actuacion, "asistencia.llegada", sesion.id, null, created))
    return true
  })
}

/** The institution leaves the room; the quórum may be lost with it. */
export function registrarSalida(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
): Promise<Registrado> {
  return enLista(actuacion, sesionId, async (repositories, sesion) => {
    const { id, llamado } = sesion
    if (!(await repositories.asistencias.salida(id, llamado, institucion.id, actuacion.now))) return false
    const despues = { institucionId: institucion.id, salida: actuacion.now }
    await repositories.eventos.append(evento(actuacion, "asistencia.salida", id, null, despues))
    return true
  })
}

function enLista(
  actuacion: Actuacion,
  sesionId: string,
  registrar: (repositories: Repositories, sesion: Sesion) => Promise<boolean>,
): Promise<Registrado> {
  return actuacion.data.transaction(async (repositories): Promise<Registrado> => {
    const sesion = await leerSesion(repositories, sesionId)
    const consulta = { ...actuacion, read: repositories }
    const antes = CON_LISTA.includes(sesion.estado) ? await leerPaseDeLista(consulta, sesion) : null
    if (antes === null) return { kind: "fuera_de_estado", sesion }
    if (!(await registrar(repositories, sesion))) return { kind: "ya_estaba", pase: antes }
    const pase = (await leerPaseDeLista(consulta, sesion)) ?? antes
    const perdioQuorum = sesion.estado !== "convocada" && antes.quorum.hay && !pase.quorum.hay
    return { kind: "hecho", pase, perdioQuorum }
  })
}

export type Instalacion =
  | { readonly kind: "instalada"; readonly pase: PaseDeLista }
  | { readonly kind: "sin_quorum"; readonly pase: PaseDeLista }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

/** The session begins, with the quórum that the roll-call shows. Without it, it cannot. */
export const instalarSesion = (actuacion: Actuacion, sesionId: string): Promise<Instalacion> =>
  declarar(actuacion, sesionId, "instalar")

/** Puts on record that the session could not be held for lack of quórum. With quórum, there is nothing to put. */
export const declararSinQuorum = (actuacion: Actuacion, sesionId: string): Promise<Instalacion> =>
  declarar(actuacion, sesionId, "declarar_sin_quorum")

function declarar(
  actuacion: Actuacion,
  sesionId: string,
  acto: "instalar" | "declarar_sin_quorum",
): Promise<Instalacion> {
  return actuacion.data.transaction(async (repositories): Promise<Instalacion> => {
    const antes = await leerSesion(repositories, sesionId)
    const siguiente = transicionSesion(acto, antes.estado)
    const pase = await leerPaseDeLista({ ...actuacion, read: repositories }, antes)
    if (siguiente.kind === "fuera_de_estado" || pase === null)
      return { kind: "fuera_de_estado", sesion: antes }
    const { hay } = pase.quorum
    // What was counted decides, not what was asked for.
    if (acto === "instalar" && !hay) return { kind: "sin_quorum", pase }
    if (acto === "declarar_sin_quorum" && hay) return { kind: "instalada", pase }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {
      estado: siguiente.estado,
      ...(acto === "instalar" ? { instaladaEn: actuacion.now } : {}),
    })
    if (sesion === null) return { kind: "fuera_de_estado", sesion: await leerSesion(repositories, sesionId) }
    const constancia = { quorum: pase.quorum, estado: sesion.estado }
    const tipo = acto === "instalar" ? "sesion.instalada" : "sesion.sin_quorum"
    await repositories.eventos.append(evento(actuacion, tipo, sesion.id, antes, constancia))
    if (acto === "instalar") await publicarEnCurso(repositories, actuacion, sesion)
    return { kind: acto === "instalar" ? "instalada" : "sin_quorum", pase: { ...pase, sesion } }
  })
}

async function leerSesion(read: Repositories, id: string): Promise<Sesion> {
  const sesion = await read.sesiones.byId(id)
  if (sesion === null) throw new Error("a session that was just found is gone")
  return sesion
}
