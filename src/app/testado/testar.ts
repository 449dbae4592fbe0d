import type { LugarDeTexto } from "../../domain/testado/lugar.ts"
import { type ClaseTestada, letrasDe, MIN_FRASE, reemplazoDe, repite } from "../../domain/testado/testado.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Hallazgo, Testado } from "../../ports/testado.ts"
import type { Actuacion } from "../actuacion.ts"
import type { Conexiones } from "../canal/recepcion.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { testadoDe } from "../mensaje/testado.ts"
import { type MensajesAfectados, mensajesDe } from "./mensajes.ts"

export interface PorTestar {
  readonly clase: ClaseTestada
  readonly descripcion: string
  readonly motivo: string
}

/** Why a phrase is not taken out of everywhere. */
export type ReparoTestar =
  /** Nothing of the body says it, or it is no place of the body. */
  | "no_consta"
  /** It would be found in half of all texts. */
  | "corta"
  /** It is part of a clave or of a name that others depend on. */
  | "nombra_algo"
  /** The words that take its place would bring it back. */
  | "descripcion_la_repite"
  /** The reason is kept. */
  | "motivo_la_repite"

export interface Consta {
  readonly hallazgos: readonly Hallazgo[]
  readonly mensajes: MensajesAfectados
  /** The first place where it stands in full. */
  readonly lugar: LugarDeTexto
}

export type Busqueda =
  | ({ readonly kind: "consta" } & Consta)
  | { readonly kind: "reparo"; readonly reparo: ReparoTestar }

export interface OrdenTestar extends Actuacion {
  readonly conexiones: Conexiones
}

/** Everything of the body where a phrase stands. Writes nothing. */
export async function buscarFrase(
  { data, organo, conexiones }: Pick<OrdenTestar, "data" | "organo" | "conexiones">,
  frase: string,
  porTestar: PorTestar,
): Promise<Busqueda> {
  return consta(data.fresh, { organo, conexiones }, frase, porTestar)
}

/** The same for the text that stands in a place. */
export async function buscarLugar(
  { data, organo, conexiones }: Pick<OrdenTestar, "data" | "organo" | "conexiones">,
  lugar: LugarDeTexto,
  porTestar: PorTestar,
): Promise<Busqueda> {
  const frase = await data.fresh.testados.leer(organo.id, lugar)
  if (frase === null) return { kind: "reparo", reparo: "no_consta" }
  return consta(data.fresh, { organo, conexiones }, frase, porTestar)
}

export type Resultado =
  | { readonly kind: "testado"; readonly testado: Testado; readonly mensajes: MensajesAfectados }
  /** It stands in more or fewer places than were shown: they have to be seen first. */
  | { readonly kind: "cambio"; readonly consta: Consta }
  | { readonly kind: "reparo"; readonly reparo: ReparoTestar }

/**
 * Takes the text that stands in a place out of everywhere, and puts in the queue what takes it out of the messages that
 * were sent: all or nothing. `vistos`: how many places were shown to whoever confirms.
 */
export function testar(
  orden: OrdenTestar,
  lugar: LugarDeTexto,
  porTestar: PorTestar,
  vistos: number,
): Promise<Resultado> {
  const { data, organo, persona, plataforma, now } = orden
  return data.transaction(async (repositories) => {
    const frase = await repositories.testados.leer(organo.id, lugar)
    if (frase === null) return { kind: "reparo", reparo: "no_consta" }
    const hallado = await consta(repositories, orden, frase, porTestar)
    if (hallado.kind === "reparo") return hallado
    if (hallado.hallazgos.length !== vistos) return { kind: "cambio", consta: hallado }
    const { clase, descripcion, motivo } = porTestar
    const acto = { organoId: organo.id, reemplazo: reemplazoDe(descripcion), clase, motivo }
    const quien = { personaId: persona.id, plataforma, instante: now }
    const testado = await repositories.testados.testar({ ...acto, ...quien }, frase)
    if (testado === null) return { kind: "reparo", reparo: "no_consta" }
    const mensajes = await mensajesDe(repositories, orden.conexiones, testado.entregas)
    const ediciones = mensajes.porCorregir.map(({ original, visible }) => testadoDe(original, visible, now))
    await enqueue(repositories, ediciones, now)
    return { kind: "testado", testado, mensajes }
  })
}

async function consta(
  repositories: Repositories,
  { organo, conexiones }: Pick<OrdenTestar, "organo" | "conexiones">,
  frase: string,
  { descripcion, motivo }: PorTestar,
): Promise<Busqueda> {
  const reparo = (cual: ReparoTestar) => ({ kind: "reparo", reparo: cual }) as const
  if (letrasDe(frase) < MIN_FRASE) return reparo("corta")
  if (repite(reemplazoDe(descripcion), frase)) return reparo("descripcion_la_repite")
  if (repite(motivo, frase)) return reparo("motivo_la_repite")
  if (await repositories.testados.nombraAlgo(organo.id, frase)) return reparo("nombra_algo")
  const hallazgos = await repositories.testados.buscar(organo.id, frase)
  const lugar = hallazgos.find((uno) => uno.lugar !== null)?.lugar ?? null
  if (lugar === null) return reparo("no_consta")
  const entregas = hallazgos.filter(({ tabla }) => tabla === "delivery").map(({ clave }) => clave)
  const mensajes = await mensajesDe(repositories, conexiones, [...new Set(entregas)])
  return { kind: "consta", hallazgos, mensajes, lugar }
}
