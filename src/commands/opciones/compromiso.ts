import { compromisosVisibles } from "../../app/compromiso/listar.ts"
import type { Card } from "../../cards/card.ts"
import { sinAccesoCompromisos } from "../../cards/compromiso/lista.ts"
import { claveNoEncontrada, preguntaClave } from "../../cards/respuesta.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import { institucionesDe, veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { CommandContext } from "../router/definition.ts"

export type CompromisoPedido =
  | { readonly kind: "compromiso"; readonly row: CompromisoConAcuerdo }
  | { readonly kind: "card"; readonly card: Card }

/** The compromiso that a typed clave names, first among the asker's own institutions; or the card that asks which. */
export async function compromisoPedido(context: CommandContext, typed: string): Promise<CompromisoPedido> {
  const { actor, organo, hoy, data } = context
  if (!veCompromiso(actor, organo.id)) return { kind: "card", card: sinAccesoCompromisos(organo.nombreCorto) }
  const rows = await compromisosVisibles({ read: data.read, actor, organo, hoy }, { organoId: organo.id })
  const items = rows.map((row) => ({ clave: row.compromiso.clave, row }))
  const propias = institucionesDe(actor, organo.id)
  const own = items.filter(({ row }) => propias.includes(row.compromiso.institucionId ?? ""))
  const amongOwn = buscarPorClave(typed, own)
  const found = amongOwn.kind === "ninguna" ? buscarPorClave(typed, items) : amongOwn
  const demo = (some: readonly { readonly row: CompromisoConAcuerdo }[]) =>
    some.some(({ row }) => row.compromiso.origen === "demo")
  switch (found.kind) {
    case "una":
      return { kind: "compromiso", row: found.item.row }
    case "varias": {
      const claves = found.items.map(({ clave }) => clave)
      return {
        kind: "card",
        card: preguntaClave({ tipo: "compromiso", buscado: typed, claves, demo: demo(found.items) }),
      }
    }
    case "ninguna": {
      const parecidas = found.parecidas.map(({ clave }) => clave)
      const lista = { command: "compromiso.mios", label: "Ver mis compromisos" }
      const busqueda = {
        tipo: "compromiso",
        buscado: typed,
        parecidas,
        lista,
        demo: demo(found.parecidas),
      } as const
      return { kind: "card", card: claveNoEncontrada(busqueda) }
    }
  }
}
