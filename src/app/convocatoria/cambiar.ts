import type { DestinosConvocatoria } from "../../cards/convocatoria/borrador.ts"
import type { FormProblem } from "../../cards/form.ts"
import { contenidoDe } from "../../domain/convocatoria/contenido.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import { type ActoSesion, transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { CambiosSesion } from "../../ports/repositories/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { problemasDe } from "../sesion/crear.ts"
import { adjuntoConvocatoria } from "./adjunto.ts"
import { encolarConvocatoria } from "./convocar.ts"

/** An act that changes what the institutions were told. */
export type ActoConvocatoria = Extract<ActoSesion, "rectificar" | "diferir" | "cancelar">

const TIPO = {
  rectificar: "rectificacion",
  diferir: "diferimiento",
  cancelar: "cancelacion",
} as const satisfies Readonly<Record<ActoConvocatoria, TipoConvocatoria>>

export type CambioConvocatoria =
  | {
      readonly kind: "hecho"
      readonly antes: Sesion
      readonly sesion: Sesion
      /** Who is told; `null`: nobody had been called, so nobody is. */
      readonly aviso: DestinosConvocatoria | null
    }
  | { readonly kind: "fuera_de_estado"; readonly estado: EstadoSesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }
  | { readonly kind: "sin_cambios"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/**
 * Rectifies, defers or cancels: state, data, a new version of the convocatoria, messages to everybody who had been
 * called and the log, in one transaction. `visto` is the session on which it was decided.
 */
export function cambiarConvocatoria(
  actuacion: Actuacion,
  acto: ActoConvocatoria,
  visto: Sesion,
  { cambios, motivo }: { readonly cambios: CambiosSesion; readonly motivo: string },
): Promise<CambioConvocatoria> {
  return actuacion.data.transaction(async (repositories): Promise<CambioConvocatoria> => {
    const antes = (await repositories.sesiones.byId(visto.id)) ?? visto
    const siguiente = transicionSesion(acto, antes.estado)
    if (siguiente.kind === "fuera_de_estado") return { kind: "fuera_de_estado", estado: antes.estado }
    const problemas = problemasDe({ fecha: antes.fecha, hora: antes.hora, ...definidos(cambios) })
    if (problemas.length > 0) return { kind: "problemas", problemas }
    const anteriores = await repositories.convocatorias.list(antes.id)
    if (
      acto === "rectificar" &&
      (await nadaCambia(repositories, antes, cambios, anteriores.at(-1)?.contenido))
    ) {
      return { kind: "sin_cambios", sesion: antes }
    }
    const sesion = await repositories.sesionesWriter.update(antes.id, visto.revision, {
      ...cambios,
      estado: siguiente.estado,
    })
    if (sesion === null) return { kind: "otra_persona", sesion: antes }
    await repositories.eventos.append(
      evento(actuacion, `sesion.${TIPO[acto]}`, sesion.id, antes, { ...sesion, motivo }),
    )
    const aviso =
      anteriores.length === 0 ? null : await avisarCambio(repositories, actuacion, TIPO[acto], sesion, motivo)
    return { kind: "hecho", antes, sesion, aviso }
  })
}

/** A new version of the convocatoria, to everybody who had been called. */
export async function avisarCambio(
  repositories: Repositories,
  actuacion: Actuacion,
  tipo: TipoConvocatoria,
  sesion: Sesion,
  motivo: string,
): Promise<DestinosConvocatoria> {
  const { organo, hoy, now, persona } = actuacion
  const puntos = puntosVigentes(await repositories.sesiones.puntos(sesion.id))
  const version = (await repositories.convocatorias.list(sesion.id)).length + 1
  await repositories.convocatorias.create({
    sesionId: sesion.id,
    version,
    tipo,
    motivo,
    contenido: contenidoDe(sesion, puntos),
    personaId: persona.id,
    enviadaEn: now,
  })
  const destinos = await destinosDeIntegrantes(repositories, organo, hoy)
  const enviado = { tipo, organo, sesion, hoy, puntos, limite: null, ...destinos, version: String(version) }
  const file = await adjuntoConvocatoria(repositories, actuacion, sesion)
  await encolarConvocatoria(repositories, enviado, { version, motivo, file, now })
  return destinos
}

/** The same data and the same orden del día as were last sent: a rectification would say nothing. */
async function nadaCambia(
  { sesiones }: Pick<Repositories, "sesiones">,
  antes: Sesion,
  cambios: CambiosSesion,
  enviado: unknown,
): Promise<boolean> {
  const puntos = puntosVigentes(await sesiones.puntos(antes.id))
  return JSON.stringify(contenidoDe({ ...antes, ...definidos(cambios) }, puntos)) === JSON.stringify(enviado)
}

function definidos(cambios: CambiosSesion): CambiosSesion {
  return Object.fromEntries(Object.entries(cambios).filter(([, value]) => value !== undefined))
}
