import type { Card } from "../../../src/cards/card.ts"
import type { Form } from "../../../src/cards/form.ts"
import type { Azar } from "./azar.ts"

/** So many are kept of each. */
const MUCHOS = 300
/** Those that are thought of first. */
const RECIENTES = 12

/** Something to press, to fill in or to read, and whom it was shown to. */
export interface Visto<T> {
  readonly que: T
  readonly de: string
}

/** What was shown to anybody so far, for anybody to use. */
export class Memoria {
  readonly botones: Visto<string>[] = []
  readonly formularios: Visto<Form>[] = []
  readonly calendarios: Visto<string>[] = []
  /** What the buttons name. */
  readonly claves: string[] = []

  ve(card: Card, de: string): void {
    for (const { id } of card.actions) {
      guarda(this.botones, { que: id, de })
      const clave = id.split(/[: ]/u)[1]
      if (clave) guarda(this.claves, clave)
    }
    for (const [, token = ""] of JSON.stringify(card).matchAll(/calendario\/(?:sesion\/)?([\w-]{43})\.ics/gu))
      guarda(this.calendarios, { que: token, de })
  }

  veFormulario(que: Form, de: string): void {
    guarda(this.formularios, { que, de })
  }
}

function guarda<T>(en: T[], uno: T): void {
  en.push(uno)
  if (en.length > MUCHOS) en.splice(0, en.length - MUCHOS)
}

/** Half of the time among the newest. */
export function cualquiera<T>(azar: Azar, vistos: readonly Visto<T>[]): Visto<T> | undefined {
  if (vistos.length === 0) return undefined
  return azar.uno(azar.cae(0.5) ? vistos.slice(-RECIENTES) : vistos)
}
