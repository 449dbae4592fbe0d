import type { Cifrado, Sellado } from "../../ports/cifrado.ts"
import type { Espacio } from "../../ports/conexiones.ts"

/** What opens one workspace, by the names that its platform gave them. */
export type Credenciales = Readonly<Record<string, string>>

/** Credentials of one workspace do not open as those of another, whatever row they are moved to. */
const asuntoDe = ({ adapter, workspace }: Espacio) => `conexion:${adapter}:${workspace}`

export const sellar = (cifrado: Cifrado, espacio: Espacio, credenciales: Credenciales): Sellado =>
  cifrado.seal(JSON.stringify(credenciales), asuntoDe(espacio))

/** `null`: the key that they were sealed with is not in this installation, or they were tampered with. */
export function abrir(cifrado: Cifrado | null, espacio: Espacio, sellado: Sellado): Credenciales | null {
  const text = cifrado?.open(sellado, asuntoDe(espacio)) ?? null
  return text === null ? null : (JSON.parse(text) as Credenciales)
}
