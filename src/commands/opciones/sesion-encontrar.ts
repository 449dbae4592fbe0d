import { encontrarSesion } from "../../app/sesion/consultar.ts"
import type { Card } from "../../cards/card.ts"
import { preguntaSesion, sesionNoEncontrada } from "../../cards/sesion/lista.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext } from "../router/definition.ts"

export type SesionPedida =
  /** `marca`: what follows the `@` of a button: the revision or the draft that was seen. */
  | { readonly kind: "sesion"; readonly sesion: Sesion; readonly marca: string | null }
  | { readonly kind: "card"; readonly card: Card }

const CON_MARCA = /^(.*)@([0-9a-z]{1,40})$/

/** The session that an option names, or the card that asks which. `command` is what each of its buttons runs. */
export async function sesionPedida(
  { data, actor, organo, hoy }: CommandContext,
  typed: string | undefined,
  command: string,
  preferida: (sesiones: readonly Sesion[]) => Sesion | null = () => null,
): Promise<SesionPedida> {
  const match = typed === undefined ? null : CON_MARCA.exec(typed)
  const text = match?.[1] ?? typed
  const found = await encontrarSesion({ read: data.read, actor, organo, hoy }, text, preferida)
  switch (found.kind) {
    case "una":
      return { kind: "sesion", sesion: found.sesion, marca: match?.[2] ?? null }
    case "varias":
      return { kind: "card", card: preguntaSesion(text ?? "", found.sesiones, command, organo) }
    case "ninguna":
      return { kind: "card", card: sesionNoEncontrada(text, found.conocidas, command, organo) }
  }
}
