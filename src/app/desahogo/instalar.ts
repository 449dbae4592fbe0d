import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import {
  type ActoDelDia,
  type FueraDeMomento,
  horaDelDia,
  type Momento,
  momentoDe,
} from "../../domain/sesion/momento.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Hora, Instante } from "../../domain/tipos/tiempo.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { publicarEnCurso } from "./en-curso-publicar.ts"
import { leerPaseDeLista } from "./pase-de-lista.ts"

export type ActoDeInicio = Extract<ActoDelDia, "instalar" | "declarar_sin_quorum">

/** What a person adds where the moment is not the usual one. */
export interface Aclaracion {
  /** Why it is then; it goes on record. */
  readonly motivo: string | null
  /** When it happened, if it was not now. */
  readonly hora: Hora | null
}

export const SIN_ACLARAR: Aclaracion = { motivo: null, hora: null }

export type Instalacion =
  | { readonly kind: "instalada"; readonly pase: PaseDeLista }
  | { readonly kind: "sin_quorum"; readonly pase: PaseDeLista }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }
  /** Its day has not come: it cannot be, for any reason. */
  | { readonly kind: "antes_de_su_fecha"; readonly sesion: Sesion }
  /** It can be with a reason, and on a later day with the hour at which it was. */
  | {
      readonly kind: "pide_motivo"
      readonly pase: PaseDeLista
      readonly acto: ActoDeInicio
      readonly porque: FueraDeMomento | "otro_dia"
      readonly toleranciaMinutos: number | null
    }
  /** The hour that was given is still to come. */
  | { readonly kind: "hora_por_venir" }

/** The session begins, with the quórum that the roll-call shows. Without it, it cannot. */
export const instalarSesion = (
  actuacion: Actuacion,
  visto: SesionVista,
  aclaracion: Aclaracion = SIN_ACLARAR,
): Promise<Instalacion> => declarar(actuacion, visto, "instalar", aclaracion)

/** Puts on record that the session could not be held for lack of quórum. With quórum, there is nothing to put. */
export const declararSinQuorum = (
  actuacion: Actuacion,
  visto: SesionVista,
  aclaracion: Aclaracion = SIN_ACLARAR,
): Promise<Instalacion> => declarar(actuacion, visto, "declarar_sin_quorum", aclaracion)

function declarar(
  actuacion: Actuacion,
  visto: SesionVista,
  acto: ActoDeInicio,
  aclaracion: Aclaracion,
): Promise<Instalacion> {
  return actuacion.data.transaction(async (repositories): Promise<Instalacion> => {
    const antes = await leerSesion(repositories, visto.id)
    const siguiente = transicionSesion(acto, antes.estado)
    const pase = await leerPaseDeLista({ ...actuacion, read: repositories }, antes)
    if (siguiente.kind === "fuera_de_estado" || pase === null)
      return { kind: "fuera_de_estado", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
    const { toleranciaMinutos } = await reglasDeSesion({ ...actuacion, read: repositories }, antes)
    const cuando = cuandoFue(actuacion, antes, acto, aclaracion, toleranciaMinutos)
    if (cuando.kind === "antes_de_su_fecha") return { kind: "antes_de_su_fecha", sesion: antes }
    if (cuando.kind === "hora_por_venir") return cuando
    const { hay } = pase.quorum
    // What was counted decides, not what was asked for.
    if (acto === "instalar" && !hay) return { kind: "sin_quorum", pase }
    if (acto === "declarar_sin_quorum" && hay) return { kind: "instalada", pase }
    if (cuando.kind === "pide_motivo") return { ...cuando, pase, acto, toleranciaMinutos }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {
      estado: siguiente.estado,
      ...(acto === "instalar" ? { instaladaEn: cuando.instante } : {}),
    })
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    const constancia = { quorum: pase.quorum, estado: sesion.estado, ...cuando.constancia }
    const tipo = acto === "instalar" ? "sesion.instalada" : "sesion.sin_quorum"
    await repositories.eventos.append(evento(actuacion, tipo, sesion.id, antes, constancia))
    if (acto === "instalar") await publicarEnCurso(repositories, actuacion, sesion)
    return { kind: acto === "instalar" ? "instalada" : "sin_quorum", pase: { ...pase, sesion } }
  })
}

type Cuando =
  | { readonly kind: "instante"; readonly instante: Instante; readonly constancia: Constancia }
  | { readonly kind: "pide_motivo"; readonly porque: FueraDeMomento | "otro_dia" }
  | { readonly kind: "antes_de_su_fecha" }
  | { readonly kind: "hora_por_venir" }

/** What the log keeps of an act that was not at its usual moment, or was put on record later. */
interface Constancia {
  readonly instaladaEn?: Instante
  readonly motivo?: string
  readonly fueraDeMomento?: FueraDeMomento | "registrada_despues"
}

function cuandoFue(
  { organo: { zona }, now }: Actuacion,
  sesion: Sesion,
  acto: ActoDeInicio,
  { motivo, hora }: Aclaracion,
  toleranciaMinutos: number | null,
): Cuando {
  const momentoEn = (instante: Instante): Momento =>
    momentoDe(acto, sesion, instante, { toleranciaMinutos, zona })
  if (momentoEn(now).kind === "antes_de_su_fecha") return { kind: "antes_de_su_fecha" }
  const instante = hora === null ? now : horaDelDia(sesion, hora, now, zona)
  if (instante === null) return { kind: "hora_por_venir" }
  const momento = momentoEn(instante)
  if (momento.kind === "otro_dia") return { kind: "pide_motivo", porque: "otro_dia" }
  const fuera =
    momento.kind === "con_motivo" ? momento.porque : hora === null ? null : ("registrada_despues" as const)
  const instaladaEn = acto === "instalar" ? { instaladaEn: instante } : {}
  if (fuera === null) return { kind: "instante", instante, constancia: instaladaEn }
  if (motivo !== null)
    return { kind: "instante", instante, constancia: { ...instaladaEn, motivo, fueraDeMomento: fuera } }
  return { kind: "pide_motivo", porque: fuera === "registrada_despues" ? "otro_dia" : fuera }
}
