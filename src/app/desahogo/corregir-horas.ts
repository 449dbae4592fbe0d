import type { HorasCorregidas } from "../../cards/desahogo/correccion.ts"
import type { EfectoEnResumen } from "../../cards/resumen/correccion.ts"
import { horaDelDia, horaDeTermino } from "../../domain/sesion/momento.ts"
import { horaDeInicio } from "../../domain/sesion/sesion.ts"
import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora } from "../../domain/tipos/tiempo.ts"
import type { CambiosSesion } from "../../ports/repositories/sesion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { corregirHechos } from "../resumen/correccion.ts"
import { leerSesion } from "../sesion/leer.ts"

export interface CorreccionHoras {
  readonly inicio: Hora | null
  readonly termino: Hora | null
  readonly motivo: string
}

export const seCorrigenHoras = ({ estado }: Pick<Sesion, "estado">): boolean => estado === "clausurada"

export type HorasPuestas =
  | ({ readonly kind: "corregidas"; readonly resumen: EfectoEnResumen } & HorasCorregidas)
  | { readonly kind: "sin_cambio"; readonly sesion: Sesion }
  | { readonly kind: "falta_hora" }
  /** That hour is still to come, or would end it before it began. */
  | { readonly kind: "hora_por_venir" | "termina_antes"; readonly campo: "inicio" | "termino" }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** Puts right the hours at which a session that was closed began and ended, with a reason. Both stay in the log. */
export function corregirHoras(
  actuacion: Actuacion,
  sesionId: string,
  { inicio, termino, motivo }: CorreccionHoras,
): Promise<HorasPuestas> {
  return actuacion.data.transaction(async (repositories): Promise<HorasPuestas> => {
    const antes = await leerSesion(repositories, sesionId)
    if (!seCorrigenHoras(antes)) return { kind: "fuera_de_estado", sesion: antes }
    if (inicio === null && termino === null) return { kind: "falta_hora" }
    const cambios = cambiosDe(antes, { inicio, termino }, actuacion)
    if ("kind" in cambios) return cambios
    const { zona } = actuacion.organo
    const igual =
      (inicio === null || inicio === horaDeInicio(antes, zona)) &&
      (termino === null || termino === antes.horaFin)
    if (igual) return { kind: "sin_cambio", sesion: antes }
    const { hecho: sesion, resumen } = await corregirHechos(repositories, actuacion, sesionId, motivo, () =>
      repositories.sesionesWriter.update(antes.id, antes.revision, cambios),
    )
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, sesionId) }
    const horas = (una: Sesion) => ({ inicio: horaDeInicio(una, zona), termino: una.horaFin })
    await repositories.eventos.append(
      evento(actuacion, "horas.corregidas", sesionId, horas(antes), { ...horas(sesion), motivo }),
    )
    return { kind: "corregidas", resumen, sesion, antes: horas(antes), ahora: horas(sesion), motivo }
  })
}

/** Of a session that the bot saw installed, the instants; of another one, the hours that its document gives. */
function cambiosDe(
  antes: Sesion,
  { inicio, termino }: Pick<CorreccionHoras, "inicio" | "termino">,
  { now, organo: { zona } }: Actuacion,
): CambiosSesion | Extract<HorasPuestas, { readonly campo: string }> {
  if (antes.instaladaEn === null) {
    const [empieza, acaba] = [inicio ?? antes.hora, termino ?? antes.horaFin]
    if (empieza !== null && acaba !== null && acaba <= empieza)
      return { kind: "termina_antes", campo: "termino" }
    return { ...(inicio === null ? {} : { hora: inicio }), ...(termino === null ? {} : { horaFin: termino }) }
  }
  const instaladaEn = inicio === null ? antes.instaladaEn : horaDelDia(antes, inicio, now, zona)
  if (instaladaEn === null) return { kind: "hora_por_venir", campo: "inicio" }
  const clausuradaEn = termino === null ? antes.clausuradaEn : horaDeTermino(instaladaEn, termino, now, zona)
  if (clausuradaEn === null) return { kind: "hora_por_venir", campo: "termino" }
  if (clausuradaEn <= instaladaEn)
    return { kind: "termina_antes", campo: inicio === null ? "termino" : "inicio" }
  return { instaladaEn, clausuradaEn, horaFin: horaEnZona(clausuradaEn, zona) }
}
