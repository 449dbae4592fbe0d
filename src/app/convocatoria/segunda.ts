import type { BorradorCambio, DestinosConvocatoria } from "../../cards/convocatoria/borrador.ts"
import type { FormProblem } from "../../cards/form.ts"
import { antesDeLaEspera, type EsperaSegunda, procedeSegunda } from "../../domain/convocatoria/segunda.ts"
import type { ReglaSegundaConvocatoria } from "../../domain/reglas/reglas-sesion.ts"
import { dudasDelMomento } from "../../domain/sesion/momento-dudoso.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import { sumarDias, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, horaEnZona, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Hora } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import type { Consulta } from "../consulta.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { autorizaPresidencia } from "../perfil.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { fijarCorte } from "../sesion/seguimiento.ts"
import { avisarCambio } from "./cambiar.ts"

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
  /** The body's presidencia authorises it first: `sesion`, as it would be. Nothing was done. */
  | { readonly kind: "por_autorizar"; readonly antes: Sesion; readonly sesion: Sesion }
  /** The body's rules know no second call, or this was it. */
  | { readonly kind: "no_procede"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/** Calls again a session that had no quórum: same membership, same orden del día, its own quórum by the body's rule. */
export function convocarPorSegundaVez(
  actuacion: Actuacion,
  visto: Sesion,
  cuando: Cuando,
): Promise<SegundaConvocatoria> {
  return actuacion.data.transaction((repositories) => segundaVez(repositories, actuacion, visto, cuando))
}

type Posible =
  | { readonly kind: "posible"; readonly estado: EstadoSesion }
  | Extract<SegundaConvocatoria, { readonly kind: "no_procede" | "problemas" }>

async function segundaPosible(
  consulta: Consulta,
  now: string,
  sesion: Sesion,
  cuando: Cuando,
): Promise<Posible> {
  const { segundaConvocatoria: regla } = await reglasDeSesion(consulta, sesion)
  const siguiente = transicionSesion("segunda_convocatoria", sesion.estado)
  if (siguiente.kind === "fuera_de_estado" || !procedeSegunda(sesion, regla))
    return { kind: "no_procede", sesion }
  const desde = await esperaSegunda(consulta.read, consulta.organo, now, regla)
  if (!antesDeLaEspera(cuando, desde)) return { kind: "posible", estado: siguiente.estado }
  const limite = `${fechaLarga(desde.fecha)}${desde.hora === null ? "" : `, ${desde.hora} horas`}`
  const message = `Según la regla configurada, la segunda convocatoria puede celebrarse desde el ${limite}.`
  return { kind: "problemas", problemas: [{ field: "fecha", message }] }
}

/** What a second call would send, and to whom, before anybody confirms it; `null`: it could not be sent. Only reads. */
export async function borradorSegunda(
  consulta: Consulta,
  now: string,
  sesion: Sesion,
  cuando: Cuando,
): Promise<BorradorCambio | null> {
  const { read, organo, hoy } = consulta
  const posible = await segundaPosible(consulta, now, sesion, cuando)
  if (posible.kind !== "posible") return null
  return {
    tipo: "segunda_convocatoria",
    motivo: null,
    organo,
    sesion: { ...sesion, ...cuando },
    dudas: dudasDelMomento(cuando, { fecha: hoy, hora: horaEnZona(now, organo.zona) }),
    seAutoriza: await autorizaPresidencia(read, organo.id, hoy),
    ...(await destinosDeIntegrantes(read, organo, hoy)),
  }
}

interface Cuando {
  readonly fecha: Fecha
  readonly hora: Hora | null
}

/** The same, in the transaction of whoever has reason to. `solicitanteId`: the presidencia authorised what they asked. */
export async function segundaVez(
  repositories: Repositories,
  actuacion: Actuacion,
  visto: Sesion,
  cuando: Cuando,
  solicitanteId?: string,
): Promise<SegundaConvocatoria> {
  const { organo, hoy, now } = actuacion
  const antes = (await repositories.sesiones.byId(visto.id)) ?? visto
  const posible = await segundaPosible({ read: repositories, organo, hoy }, now, antes, cuando)
  if (posible.kind !== "posible") return posible
  if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
  const nueva = { ...cuando, estado: posible.estado, llamado: 2, convocadaEl: hoy }
  if (solicitanteId === undefined && (await autorizaPresidencia(repositories, organo.id, hoy)))
    return { kind: "por_autorizar", antes, sesion: { ...antes, ...nueva } }
  const sesion = await repositories.sesionesWriter.update(antes.id, visto.revision, nueva)
  if (sesion === null) return { kind: "otra_persona", sesion: antes }
  const tipo = "segunda_convocatoria"
  const aviso = await avisarCambio(repositories, actuacion, tipo, sesion, null, solicitanteId)
  await fijarCorte(repositories, actuacion, sesion)
  await repositories.eventos.append(
    evento(actuacion, "sesion.segunda_convocatoria", sesion.id, antes, { ...sesion, solicitanteId }),
  )
  return { kind: "convocada", sesion, aviso }
}
