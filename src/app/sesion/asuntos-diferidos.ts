import { cuentasNovedades } from "../../cards/compromiso/novedades.ts"
import type { AsuntosDiferidos } from "../../cards/sesion/asuntos-diferidos.ts"
import { rige } from "../../domain/compromiso/exigible.ts"
import { admiteCambios, esSeguimiento } from "../../domain/sesion/orden-del-dia.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { cortarSeguimiento } from "../compromiso/corte.ts"
import type { Consulta } from "../consulta.ts"
import { leerSesion, type SesionVista } from "./leer.ts"
import { reglasDeSesion } from "./reglas.ts"

/**
 * What earlier sessions left that this one does not have yet: deferred items, and the follow-up of agreements. An
 * extraordinary session takes each only if the body's rule lets it. `null`: nothing, or it is too late.
 */
export async function leerAsuntosDiferidos(
  consulta: Consulta,
  sesion: Sesion,
): Promise<AsuntosDiferidos | null> {
  if (!admiteCambios(sesion.estado)) return null
  const { read, organo } = consulta
  const [reglas, diferidos, propios, abiertos] = await Promise.all([
    reglasDeSesion(consulta, sesion),
    read.asuntosDiferidos.diferidos(organo.id),
    read.sesiones.puntos(sesion.id),
    read.compromisos.list({ organoId: organo.id, estados: ["pendiente", "en_proceso"] }),
  ])
  const { soloAsuntoConvocado, seguimientoAcuerdos } = reglas.extraordinaria
  const ordinaria = sesion.tipo === "ordinaria"
  const yaTiene = propios.some(({ titulo, estado }) => estado !== "retirado" && esSeguimiento(titulo))
  const cuantos =
    (ordinaria || seguimientoAcuerdos) && !yaTiene
      ? abiertos.filter(({ acuerdo }) => rige(acuerdo)).length
      : 0
  const asuntosDiferidos = {
    diferidos:
      ordinaria || !soloAsuntoConvocado ? diferidos.filter(({ sesionId }) => sesionId !== sesion.id) : [],
    abiertos: cuantos,
    cambios: cuantos === 0 ? [] : await cambiosDesdeLaAnterior(consulta, sesion),
  }
  return asuntosDiferidos.diferidos.length === 0 && asuntosDiferidos.abiertos === 0 ? null : asuntosDiferidos
}

async function cambiosDesdeLaAnterior(consulta: Consulta, sesion: Sesion): Promise<readonly string[]> {
  const { filas } = await cortarSeguimiento(consulta, sesion)
  return cuentasNovedades(
    filas.flatMap(({ clase }) => (clase === "sigue_vencido" ? [] : [{ novedad: clase }])),
  )
}

export type Continuada =
  | { readonly kind: "hecho"; readonly sesion: Sesion; readonly agregados: readonly PuntoOrdenDia[] }
  /** Everything there is to carry is there. */
  | { readonly kind: "nada"; readonly sesion: Sesion }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** Adds at the end of the orden del día what earlier sessions left. Doing it twice adds it once. */
export function incluirAsuntosDiferidos(actuacion: Actuacion, visto: SesionVista): Promise<Continuada> {
  const { organo, hoy } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Continuada> => {
    const antes = await leerSesion(repositories, visto.id)
    if (!admiteCambios(antes.estado)) return { kind: "fuera_de_estado", sesion: antes }
    const queda = await leerAsuntosDiferidos({ read: repositories, organo, hoy }, antes)
    if (queda === null) return { kind: "nada", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {})
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    const agregados: PuntoOrdenDia[] = []
    for (const nuevo of nuevosDe(queda, sesion, hoy)) {
      const punto = await repositories.sesionesWriter.addPunto(nuevo)
      await repositories.eventos.append(evento(actuacion, "punto.continuado", sesion.id, null, punto))
      agregados.push(punto)
    }
    return { kind: "hecho", sesion, agregados }
  })
}

/** The title of the follow-up says of which day its count is: it is printed, and does not change by itself. */
function nuevosDe({ diferidos, abiertos }: AsuntosDiferidos, sesion: Sesion, hoy: Fecha) {
  const comun = {
    sesionId: sesion.id,
    numero: null,
    estado: "incluido",
    resultado: null,
    motivo: null,
    fusionadoEnId: null,
    origen: sesion.origen,
  } as const
  const seguimiento = `Seguimiento de acuerdos (${plural(abiertos, "compromiso abierto", "compromisos abiertos")} al ${fechaMedia(hoy)})`
  return [
    ...(abiertos === 0
      ? []
      : [
          {
            ...comun,
            titulo: seguimiento,
            institucionProponenteId: null,
            antecedenteId: null,
            difusion: "integrantes" as const,
          },
        ]),
    ...diferidos.map(({ id, titulo, institucionProponenteId, difusion }) => ({
      ...comun,
      titulo,
      institucionProponenteId,
      antecedenteId: id,
      difusion,
    })),
  ]
}
