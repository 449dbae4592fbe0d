import type { AutorizacionDoc, InvitacionDoc } from "../../../domain/importacion/constancias.ts"
import type { CambiosAutorizados, PedidoAutorizacion } from "../../../domain/tipos/autorizacion.ts"
import { readPedidoAutorizacion } from "../../base/stored-json.ts"
import { instanteOf, instanteOrNull, jsonOf } from "../../base/values.ts"
import type { Nombres } from "../filas/nombres.ts"
import { sorted } from "../filas/sorted.ts"
import { append, optionalRef, ref } from "../filas/sync.ts"
import type { SesionConConstancias } from "./leidas.ts"
import type { Lugares } from "./lugares.ts"
import type { Constancias, ConstanciasDeps } from "./tipos.ts"

/** What was asked of the presidencia, and what it answered. */
export const autorizacionesDoc = (
  { autorizaciones }: SesionConConstancias,
  nombres: Nombres,
): readonly AutorizacionDoc[] =>
  autorizaciones.map(
    ({ objeto, estado, texto, huella, pedido, plataforma, motivo, medio, constancia, ...una }) => ({
      objeto,
      estado,
      texto,
      huella,
      pedido: pedidoDoc(readPedidoAutorizacion(pedido)),
      persona: nombres.persona(una.solicitanteId),
      plataforma,
      solicitadaEn: instanteOf(una.solicitadaEn),
      resuelve: una.resuelveId === null ? null : nombres.persona(una.resuelveId),
      resueltaEn: instanteOrNull(una.resueltaEn),
      motivo,
      medio,
      constancia,
    }),
  )

function pedidoDoc({ cambios, ...pedido }: PedidoAutorizacion): AutorizacionDoc["pedido"] {
  const all = Object.entries(cambios ?? {})
  const given = all.filter(([, value]) => value !== null)
  const vacia = all.flatMap(([name, value]) => (value === null ? [name as keyof CambiosAutorizados] : []))
  return { ...pedido, cambios: cambios && Object.fromEntries(given), vacia: vacia.sort() }
}

function pedidoRow({ cambios, vacia, ...pedido }: AutorizacionDoc["pedido"]): PedidoAutorizacion {
  if (cambios === null && vacia.length === 0) return { ...pedido, cambios: null }
  return { ...pedido, cambios: { ...cambios, ...Object.fromEntries(vacia.map((name) => [name, null])) } }
}

export async function applyAutorizaciones(
  { queries, directorio: { personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
): Promise<void> {
  await append({
    name: "autorizacion",
    table: queries.autorizacion,
    key: ["sesionId", "solicitadaEn", "huella"],
    where,
    changes,
    rows: all.flatMap(({ sesionId, autorizaciones }) =>
      autorizaciones.map(({ persona, resuelve, pedido, solicitadaEn, resueltaEn, ...rest }) => ({
        ...rest,
        sesionId,
        pedido: jsonOf(pedidoRow(pedido)),
        solicitanteId: ref(personas, persona),
        resuelveId: optionalRef(personas, resuelve),
        solicitadaEn: new Date(solicitadaEn),
        resueltaEn: resueltaEn === null ? null : new Date(resueltaEn),
      })),
    ),
  })
}

/** Who from outside the body is invited to which item. */
export const invitacionesDoc = (
  { puntos }: SesionConConstancias,
  nombres: Nombres,
): readonly InvitacionDoc[] =>
  sorted(
    puntos.flatMap(({ invitaciones }, i) =>
      invitaciones.map(({ institucionId, personaId, creadaEn }) => ({
        punto: i + 1,
        institucion: nombres.institucion(institucionId),
        persona: nombres.persona(personaId),
        creadaEn: instanteOf(creadaEn),
      })),
    ),
    (i) => [i.punto, i.institucion],
  )

export async function applyInvitaciones(
  { queries, directorio: { instituciones, personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
  { puntos }: Lugares,
): Promise<void> {
  await append({
    name: "invitacion",
    table: queries.invitacion,
    key: ["puntoId", "institucionId"],
    where: { punto: where },
    changes,
    rows: all.flatMap(({ sesionId, invitaciones }) =>
      invitaciones.map(({ punto, institucion, persona, creadaEn }) => ({
        puntoId: ref(puntos, sesionId, punto),
        institucionId: ref(instituciones, institucion),
        personaId: ref(personas, persona),
        creadaEn: new Date(creadaEn),
      })),
    ),
  })
}
