import { errataCard } from "../../cards/resumen/errata.ts"
import type { CorreccionDeHecho } from "../../domain/tipos/resumen.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { esSecretariaTecnica } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { identificar } from "../identificar.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { sinEnviar } from "./borrador.ts"
import { type Destino, destinosDe, type Lectura, leerPublicacion } from "./destinos.ts"
import { estadoDe } from "./editar.ts"
import { constancia, correccionesDe, esErrata, leer, type VersionErrata } from "./errata-preparar.ts"

export type ErrataPublicada =
  | {
      readonly kind: "publicada"
      readonly sesion: Sesion
      readonly version: VersionErrata
      readonly canales: number
    }
  | { readonly kind: "ya_publicada"; readonly sesion: Sesion; readonly version: VersionErrata }
  /** Another one was prepared, or the facts changed, since it was shown: nothing was sent. */
  | { readonly kind: "cambio"; readonly sesion: Sesion }
  | { readonly kind: "sin_destinos"; readonly sesion: Sesion }
  | { readonly kind: "no_autorizado" }

/**
 * Publishes the erratum that was shown, in one transaction: the version, the messages and the log's entry. The messages
 * that it puts right say so themselves, when the log's readers come to it.
 */
export function publicarErrata(
  actuacion: Actuacion,
  sesionId: string,
  marca: string,
): Promise<ErrataPublicada> {
  return actuacion.data.transaction(async (repositories): Promise<ErrataPublicada> => {
    const { organo, hoy, persona } = actuacion
    // The post may have ended between what was shown and the confirmation.
    const actor: Actor = await identificar(repositories, persona, hoy)
    if (!esSecretariaTecnica(actor, organo.id)) return { kind: "no_autorizado" }
    const { sesion, leido } = await leer(repositories, actuacion, sesionId)
    if (leido.kind !== "borrador") return { kind: "cambio", sesion }
    const { lectura, parrafos } = leido.borrador
    const { errata, todas } = lectura.versiones
    if (!esErrata(errata) || marca !== estadoDe(lectura)) {
      const done = todas.find((una) => una.estado === "publicado" && marca.startsWith(`${una.version}r`))
      return esErrata(done ?? null)
        ? { kind: "ya_publicada", sesion, version: done as VersionErrata }
        : { kind: "cambio", sesion }
    }
    const { hechos, parrafo, dice } = errata.contenido.errata
    const found = parrafos.find((uno) => uno.parrafo.id === parrafo)
    // What it puts right is no longer what it says. Facts that were put right say already what they must.
    if (hechos.length === 0 && found?.parrafo.texto !== dice) return { kind: "cambio", sesion }
    const correcciones = await correccionesDe(lectura, errata)
    return publicar(repositories, actuacion, { sesion, lectura, errata, correcciones })
  })
}

interface Asunto {
  readonly sesion: Sesion
  readonly lectura: Lectura
  readonly errata: VersionErrata
  readonly correcciones: readonly CorreccionDeHecho[]
}

async function publicar(
  repositories: Repositories,
  actuacion: Actuacion,
  { sesion, lectura, errata, correcciones }: Asunto,
): Promise<ErrataPublicada> {
  const quienes = new Set(correcciones.flatMap((una) => una.canales))
  const destinos = (await destinosDe(lectura)).filter(({ canal }) => quienes.has(canal.id))
  if (destinos.length === 0) return { kind: "sin_destinos", sesion }
  const { contenido } = errata
  const canales = destinos.map(({ canal }) => canal.id)
  const nuevo = {
    ...contenido,
    errata: { ...contenido.errata, canales },
    enterados: await enterados(repositories, lectura, sesion, errata),
  }
  const version = await repositories.resumenes.update(errata.id, errata.revision, {
    estado: "publicado",
    publicadoEn: actuacion.now,
    contenido: nuevo,
  })
  if (!esErrata(version)) return { kind: "cambio", sesion }
  const entregas = destinos.map((destino) => entrega(actuacion, sesion, version, correcciones, destino))
  await enqueue(repositories, entregas, actuacion.now)
  await repositories.eventos.append(
    evento(actuacion, "resumen.errata", sesion.id, { version: version.version - 1 }, constancia(version)),
  )
  return { kind: "publicada", sesion, version, canales: canales.length }
}

/** The keys of the corrected copies whose readers had the last one: told of what changed, they need not be sent it all. */
async function enterados(
  { deliveries }: Pick<Repositories, "deliveries">,
  lectura: Lectura,
  sesion: Sesion,
  { contenido }: VersionErrata,
): Promise<readonly string[]> {
  // With facts put right every copy is another one already: whoever had the last one has now all of it.
  const recibieron = new Set(lectura.publicadas.flatMap(({ canales }) => canales))
  const atrasados =
    contenido.errata.hechos.length > 0
      ? (await destinosDe(lectura)).filter(({ canal }) => !recibieron.has(canal.id))
      : await sinEnviar({ deliveries }, lectura, await destinosDe(lectura))
  const pendientes = new Set(atrasados.map(({ canal }) => canal.id))
  const corregida = await leerPublicacion(lectura.consulta, sesion, contenido.ediciones)
  return (await destinosDe(corregida)).filter(({ canal }) => !pendientes.has(canal.id)).map(({ key }) => key)
}

function entrega(
  { organo, now }: Actuacion,
  sesion: Sesion,
  version: VersionErrata,
  correcciones: readonly CorreccionDeHecho[],
  { canal, institucion, compromisos }: Destino,
) {
  const { numero } = version.contenido.errata
  const propios = compromisos.map(({ compromiso }) => compromiso.origen)
  return deliveryTo(canal, {
    purpose: "resumen",
    subject: ["errata", version.id],
    organo,
    card: errataCard({
      sesion,
      version,
      correcciones: correcciones.filter(({ canales }) => canales.includes(canal.id)),
      publica: institucion === null,
      origenes: propios,
    }),
    ...atOnce(now),
    why: `Fe de erratas ${numero} del resumen de ${sesion.clave} para ${institucion?.siglas ?? "el canal público"}, confirmada por la Secretaría Técnica.`,
  })
}
