import type { DestinosConvocatoria } from "../../cards/convocatoria/borrador.ts"
import type { FormProblem } from "../../cards/form.ts"
import { contenidoDe } from "../../domain/convocatoria/contenido.ts"
import { antesDeLaEspera, type EsperaSegunda, procedeSegunda } from "../../domain/convocatoria/segunda.ts"
import type { ReglaSegundaConvocatoria } from "../../domain/reglas/reglas-sesion.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import { sumarDias, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, horaEnZona, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Hora } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { adjuntoConvocatoria } from "./adjunto.ts"
import { encolarConvocatoria } from "./convocar.ts"

/** Longest wait that is read from the calendar, in days. */
const LEJOS = 400

export async function esperaSegunda(
  read: Repositories,
  cuerpo: Organo,
  now: string,
  { espera }: ReglaSegundaConvocatoria,
): Promise<EsperaSegunda> {
  const { zona } = cuerpo
  const hoy = fechaEnZona(now, zona)
  switch (espera.unidad) {
    case "dias_habiles": {
      const { organo } = await leerCalendarios(read, cuerpo, hoy, sumarDias(hoy, LEJOS))
      return { fecha: sumarDiasHabiles(hoy, espera.n, organo), hora: null }
    }
    case "dias_naturales":
      return { fecha: sumarDias(hoy, espera.n), hora: null }
    case "horas":
    case "minutos": {
      const then = sumarMs(now, espera.n * (espera.unidad === "horas" ? 3_600_000 : 60_000))
      return { fecha: fechaEnZona(then, zona), hora: horaEnZona(then, zona) }
    }
  }
}

export type SegundaConvocatoria =
  | {
      readonly kind: "convocada"
      readonly sesion: Sesion
      readonly aviso: DestinosConvocatoria
    }
  /** The body's rules know no second call, or this was it. */
  | { readonly kind: "no_procede"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/** Calls again a session that had no quórum: same membership, same orden del día, its own quórum by the body's rule. */
export function convocarPorSegundaVez(
  actuacion: Actuacion,
  visto: Sesion,
  cuando: { readonly fecha: Fecha; readonly hora: Hora | null },
): Promise<SegundaConvocatoria> {
  const { organo, hoy, now, persona } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<SegundaConvocatoria> => {
    const antes = (await repositories.sesiones.byId(visto.id)) ?? visto
    const { segundaConvocatoria: regla } = await reglasDeSesion({ read: repositories, organo, hoy }, antes)
    const siguiente = transicionSesion("segunda_convocatoria", antes.estado)
    if (siguiente.kind === "fuera_de_estado" || !procedeSegunda(antes, regla)) {
      return { kind: "no_procede", sesion: antes }
    }
    const desde = await esperaSegunda(repositories, organo, now, regla)
    if (antesDeLaEspera(cuando, desde)) {
      const limite = desde.hora === null ? desde.fecha : `${desde.fecha}, ${desde.hora} horas`
      const message = `Según la regla configurada, la segunda convocatoria puede celebrarse desde el ${limite}.`
      return { kind: "problemas", problemas: [{ field: "fecha", message }] }
    }
    const sesion = await repositories.sesionesWriter.update(antes.id, visto.revision, {
      ...cuando,
      estado: siguiente.estado,
      llamado: 2,
      convocadaEl: hoy,
    })
    if (sesion === null) return { kind: "otra_persona", sesion: antes }
    const puntos = puntosVigentes(await repositories.sesiones.puntos(sesion.id))
    const version = (await repositories.convocatorias.list(sesion.id)).length + 1
    const tipo = "segunda_convocatoria"
    await repositories.convocatorias.create({
      sesionId: sesion.id,
      version,
      tipo,
      motivo: null,
      contenido: contenidoDe(sesion, puntos),
      personaId: persona.id,
      enviadaEn: now,
    })
    const aviso = await destinosDeIntegrantes(repositories, organo, hoy)
    await encolarConvocatoria(
      repositories,
      { tipo, organo, sesion, hoy, puntos, limite: null, ...aviso },
      { version, motivo: null, file: await adjuntoConvocatoria(repositories, actuacion, sesion), now },
    )
    await repositories.eventos.append(
      evento(actuacion, "sesion.segunda_convocatoria", sesion.id, antes, sesion),
    )
    return { kind: "convocada", sesion, aviso }
  })
}
