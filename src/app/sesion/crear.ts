import { comando, frase } from "../../cards/comando.ts"
import type { FormProblem } from "../../cards/form.ts"
import type { AvisoSesion } from "../../cards/sesion/registrada.ts"
import { ordinalFemenino } from "../../domain/texto/ordinal.ts"
import { esHabil } from "../../domain/tiempo/plazo.ts"
import type { Sesion, TipoSesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Hora } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"

/** What a person decides of a session. */
export interface DatosSesion {
  readonly tipo: TipoSesion
  readonly numero: number
  /** As it is printed; `null`: the usual one for its number. */
  readonly etiqueta: string | null
  readonly fecha: Fecha | null
  readonly hora: Hora | null
  readonly modalidad: Sesion["modalidad"]
  readonly sede: string | null
  readonly url: string | null
}

export type SesionCreada =
  | { readonly kind: "creada"; readonly sesion: Sesion; readonly avisos: readonly AvisoSesion[] }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

const PREFIJO: Readonly<Record<TipoSesion, string>> = { ordinaria: "SO", extraordinaria: "SE" }

export const claveSesion = (tipo: TipoSesion, numero: number) => `${PREFIJO[tipo]}-${numero}`

export function etiquetaUsual(tipo: TipoSesion, numero: number): string {
  const nombre = tipo === "ordinaria" ? "Sesión Ordinaria" : "Sesión Extraordinaria"
  const ordinal = ordinalFemenino(numero)
  return ordinal === null ? `${nombre} número ${numero}` : `${ordinal} ${nombre}`
}

/** The number after the last one of its series; each type has its own. */
export async function numeroSiguiente(
  read: Pick<Repositories, "sesiones">,
  organoId: string,
  tipo: TipoSesion,
): Promise<number> {
  const serie = (await read.sesiones.list(organoId)).filter((sesion) => sesion.tipo === tipo)
  return Math.max(0, ...serie.map(({ numero }) => numero)) + 1
}

/** Writes a session that is still to be convened; nobody is told yet. */
export async function crearSesion(actuacion: Actuacion, datos: DatosSesion): Promise<SesionCreada> {
  const { data, organo, persona } = actuacion
  const problemas = problemasDe(datos)
  if (problemas.length > 0) return { kind: "problemas", problemas }
  return data.transaction(async (repositories) => {
    const clave = claveSesion(datos.tipo, datos.numero)
    const sesion = await repositories.sesionesWriter.create({
      ...datos,
      organoId: organo.id,
      clave,
      etiqueta: datos.etiqueta ?? etiquetaUsual(datos.tipo, datos.numero),
      horaFin: null,
      estado: "programada",
      convocadaEl: null,
      nombreOrganoEnDocumento: null,
      lugarYFechaDocumento: null,
      plenaria: null,
      difusion: "integrantes",
      // What a demonstration's person does belongs to the demonstration.
      origen: persona.origen === "demo" ? "demo" : "registro",
    })
    if (sesion === null) {
      const message = frase`Ya existe la sesión ${clave}. Escriba otro número, o edite esa con ${comando("sesion.editar", { sesion: clave })}.`
      return { kind: "problemas", problemas: [{ field: "numero", message }] }
    }
    await repositories.eventos.append(evento(actuacion, "sesion.creada", sesion.id, null, sesion))
    return { kind: "creada", sesion, avisos: await avisosDe(repositories, actuacion, sesion) }
  })
}

/** What contradicts itself, whoever asks. */
export function problemasDe({ fecha, hora }: Pick<DatosSesion, "fecha" | "hora">): readonly FormProblem[] {
  if (hora === null || fecha !== null) return []
  return [
    { field: "fecha", message: "Una sesión con hora necesita fecha. Escriba la fecha, o quite la hora." },
  ]
}

export async function avisosDe(
  read: Repositories,
  { organo, hoy }: Pick<Actuacion, "organo" | "hoy">,
  sesion: Sesion,
): Promise<readonly AvisoSesion[]> {
  const { fecha, hora } = sesion
  if (fecha === null) return []
  const [{ organo: inhabiles }, sesiones] = await Promise.all([
    leerCalendarios(read, organo, fecha, fecha),
    read.sesiones.list(organo.id),
  ])
  const otra = sesiones.some(
    (una) => una.id !== sesion.id && una.fecha === fecha && una.estado !== "cancelada",
  )
  return [
    ...(fecha < hoy ? (["fecha_pasada"] as const) : []),
    ...(esHabil(fecha, inhabiles) ? [] : (["dia_inhabil"] as const)),
    ...(hora === null ? (["sin_hora"] as const) : []),
    ...(otra ? (["otra_el_mismo_dia"] as const) : []),
  ]
}
