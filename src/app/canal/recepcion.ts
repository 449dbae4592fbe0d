import type { AdapterId, Canal, CondicionCanal, Conexion, SinRecepcion } from "../../domain/tipos/canal.ts"
import type { Destination, DestinationCheck } from "../../ports/chat-adapter.ts"
import type { ChannelFailure } from "../../ports/repositories/canal.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** How this installation is connected to each place, as its platforms tell. */
export interface Conexiones {
  de(place: Pick<Destination, "adapter" | "workspace">): Conexion
  /** What the platform says of a place now. */
  mirar(place: Destination): Promise<DestinationCheck>
  /** Whether what was sent there can be changed in its place. Of a platform that is off, nobody knows: no. */
  edita(adapter: AdapterId): boolean
  /** Octets of the largest file that goes along with an answer there; 0: none does. */
  adjunta(adapter: AdapterId): number
  /** The platforms to which an institution's IT connects its own workspace by a link, and the link with its code. */
  enlaces(): readonly { readonly adapter: AdapterId; url(codigo: string): string }[]
}

/** Where nobody is there to tell. */
export const SIN_NOTICIAS: Conexiones = {
  de: () => ({ kind: "activa" }),
  mirar: async ({ channel }) => ({ kind: "ok", name: channel }),
  edita: () => true,
  adjunta: () => Number.POSITIVE_INFINITY,
  enlaces: () => [],
}

/**
 * Whether a channel can receive now: `null`, or why not. What is known of the platform comes first: a failure of the
 * past says nothing while nobody is there to send, and one of a platform that was off is over once it is on.
 */
export function recepcionDe(
  { activo }: Pick<Canal, "activo">,
  conexion: Conexion,
  falla: ChannelFailure | null,
  condicion: Pick<CondicionCanal, "porConfirmarDesde" | "cambios"> | null = null,
): SinRecepcion | null {
  if (!activo) return { kind: "inactivo" }
  const deLaPlataforma = falla?.scope === "platform" || falla?.scope === "connection" ? falla : null
  if (conexion.kind === "apagada") return { kind: "apagada", desde: deLaPlataforma?.since ?? null }
  if (conexion.kind === "no_conectado") return conexion
  if (falla !== null && deLaPlataforma === null)
    return { kind: "falla", desde: falla.since, motivo: falla.reason }
  if (condicion?.porConfirmarDesde)
    return { kind: "por_confirmar", desde: condicion.porConfirmarDesde, cambios: condicion.cambios }
  return conexion.kind === "activa" ? null : conexion
}

/** What keeps each channel from receiving, by its id; those that receive are not in it. */
export async function sinRecepcion(
  read: Pick<Repositories, "channelHealth" | "condicionesCanal">,
  conexiones: Conexiones,
  canales: readonly Canal[],
): Promise<ReadonlyMap<string, SinRecepcion>> {
  const fallas = new Map((await read.channelHealth.broken()).map((falla) => [falla.canalId, falla]))
  const condiciones = new Map((await read.condicionesCanal.porConfirmar()).map((una) => [una.canalId, una]))
  return new Map(
    canales.flatMap((canal) => {
      const motivo = recepcionDe(
        canal,
        conexiones.de(canal),
        fallas.get(canal.id) ?? null,
        condiciones.get(canal.id) ?? null,
      )
      return motivo === null ? [] : [[canal.id, motivo] as const]
    }),
  )
}

/** What is written to it stays in the queue; what only failed before is tried, and refused or taken. */
export const esperaEnCola = ({ kind }: SinRecepcion): boolean =>
  kind === "apagada" || kind === "no_conectado" || kind === "sin_conexion" || kind === "por_confirmar"
