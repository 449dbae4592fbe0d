import { compromisosVisibles } from "../../app/compromiso/listar.ts"
import { ningunCompromisoPosible } from "../../cards/compromiso/lista.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import type { Busqueda } from "../../domain/texto/busqueda.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import { esSuyo } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { CommandContext } from "../definition/definition.ts"
import { type EnSuLugar, preguntar } from "./pregunta.ts"
import { LEAD_CLAVE, referencia } from "./referencia.ts"

/** A compromiso before what is said of it. */
export const compromisoClave = referencia({
  summary: "clave del compromiso",
  completes: "compromiso",
  lead: LEAD_CLAVE,
})

export type CompromisoPedido = { readonly kind: "compromiso"; readonly row: CompromisoConAcuerdo } | EnSuLugar

/**
 * The compromiso that a typed clave names, first among the asker's own institutions; or what asks which, among those on
 * which what is asked is `posible`.
 */
export async function compromisoPedido(
  context: CommandContext,
  typed: string,
  posible: (compromiso: Compromiso) => Promise<boolean>,
): Promise<CompromisoPedido> {
  const { actor, organo, hoy, data, purpose, alcance } = context
  const rows = await compromisosVisibles({ read: data.read, actor, organo, hoy }, { organoId: organo.id })
  const items = rows.map((row) => ({ clave: row.compromiso.clave, row }))
  const own = items.filter(({ row }) => esSuyo(actor, row.compromiso, organo.id))
  // What would be refused is offered to nobody.
  const ofrecidos = alcance === "propio" ? own : items
  const ejemplo = ofrecidos.at(-1)?.clave ?? null
  if (typed === "") {
    const abiertos = await soloPosibles(own.length > 0 ? own : ofrecidos, posible)
    if (abiertos.length === 0 && ofrecidos.length > 0)
      return { kind: "card", card: ningunCompromisoPosible(context.organo) }
    const kind = abiertos.length > 0 ? "varias" : "ninguna"
    return cual(context, typed, { kind, items: abiertos, ejemplo })
  }
  const found = buscar(typed, own, items, ofrecidos)
  if (found.kind === "una" && (found.exacta || purpose !== "acting")) {
    context.asunto.objeto = asuntoCompromiso(found.item.row.compromiso.id)
    return { kind: "compromiso", row: found.item.row }
  }
  if (found.kind === "ninguna")
    return cual(context, typed, {
      kind: "ninguna",
      items: await soloPosibles(found.parecidas, posible),
      ejemplo,
    })
  const varias = found.kind === "una" ? [found.item] : found.items
  const caben = await soloPosibles(varias, posible)
  // Where it is possible on none of those that were named, the refusal says why.
  return cual(context, typed, { kind: "varias", items: caben.length > 0 ? caben : varias, ejemplo })
}

async function soloPosibles(
  items: readonly Item[],
  posible: (compromiso: Compromiso) => Promise<boolean>,
): Promise<readonly Item[]> {
  const caben = await Promise.all(items.map(({ row }) => posible(row.compromiso)))
  return items.filter((_, i) => caben[i])
}

interface Item {
  readonly clave: string
  readonly row: CompromisoConAcuerdo
}

/** One that is named in full is that one, whoever's it is; less than that is looked for among the own ones first. */
function buscar(
  typed: string,
  own: readonly Item[],
  items: readonly Item[],
  ofrecidos: readonly Item[],
): Busqueda<Item> {
  const found = buscarPorClave(typed, items)
  if (found.kind === "una" && found.exacta) return found
  const amongOwn = buscarPorClave(typed, own)
  return amongOwn.kind === "ninguna" ? buscarPorClave(typed, ofrecidos) : amongOwn
}

function cual(
  context: CommandContext,
  buscado: string,
  {
    kind,
    items,
    ejemplo,
  }: {
    readonly kind: "varias" | "ninguna"
    readonly items: readonly Item[]
    readonly ejemplo: string | null
  },
): EnSuLugar {
  const claves = items.map(({ clave }) => clave)
  const busqueda = {
    tipo: "compromiso",
    buscado,
    demo: items.some(({ row }) => row.compromiso.origen === "demo"),
  } as const
  const lista = { command: "compromiso.mios", label: "Ver mis compromisos" }
  const card =
    kind === "varias"
      ? preguntaClave({ ...busqueda, claves })
      : claveNoEncontrada({ ...busqueda, parecidas: claves, lista, ejemplo })
  return preguntar(context, card, "clave", claves)
}
