import { comando, frase } from "../../cards/comando.ts"
import type { FormProblem } from "../../cards/form.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { Sesion, TipoSesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Hora } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { claveSesion, etiquetaUsual } from "./crear.ts"

/** A session that was held before anybody kept it here. */
export interface SesionCelebrada {
  readonly tipo: TipoSesion
  readonly numero: number
  /** As it is printed; `null`: the usual one for its number. */
  readonly etiqueta: string | null
  readonly fecha: Fecha
  readonly hora: Hora | null
  readonly sede: string | null
  readonly difusion: Difusion
  /** What says so: the signed acta, a cédula. */
  readonly fuente: string
}

export type CelebradaRegistrada =
  | { readonly kind: "registrada"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/**
 * Puts on record, closed, a session of which only its papers are left. Nothing of its life is made up: no call, no
 * attendance, no hours but the one that is given; and it says of itself where it comes from.
 */
export async function registrarCelebrada(
  actuacion: Actuacion,
  { fuente, ...datos }: SesionCelebrada,
): Promise<CelebradaRegistrada> {
  const { data, organo, persona, hoy } = actuacion
  const problema = (field: string, message: FormProblem["message"]): CelebradaRegistrada => ({
    kind: "problemas",
    problemas: [{ field, message }],
  })
  if (datos.fecha >= hoy) {
    const cual = comando("sesion.crear")
    return problema("fecha", frase`Ese día aún no pasa. Una sesión por celebrar se registra con ${cual}.`)
  }
  return data.transaction(async (repositories) => {
    const clave = claveSesion(datos.tipo, datos.numero)
    const sesion = await repositories.sesionesWriter.create({
      ...datos,
      organoId: organo.id,
      clave,
      etiqueta: datos.etiqueta ?? etiquetaUsual(datos.tipo, datos.numero),
      horaFin: null,
      modalidad: null,
      url: null,
      estado: "clausurada",
      convocadaEl: null,
      nombreOrganoEnDocumento: null,
      lugarYFechaDocumento: null,
      plenaria: null,
      origen: persona.origen === "demo" ? "demo" : "registro",
    })
    if (sesion === null) {
      const otra = comando("sesion.agenda", { sesion: clave })
      return problema(
        "numero",
        frase`Ya existe la sesión ${clave}. Escriba otro número, o véala con ${otra}.`,
      )
    }
    const texto = `Sesión registrada con posterioridad, el ${fechaMedia(hoy)}, según ${fuente}.`
    await repositories.sesionesWriter.addHecho(sesion.id, { seccion: "naturaleza", texto })
    await repositories.eventos.append(
      evento(actuacion, "sesion.celebrada_registrada", sesion.id, null, { ...sesion, fuente }),
    )
    return { kind: "registrada", sesion }
  })
}
