import { expect } from "vitest"

/** A reason that goes to people: a sentence of Spanish that they can act on. */
export function expectSpanish(reason: string): void {
  expect(reason, "a sentence that a person can act on").toMatch(/^[A-ZÁÉÍÓÚÑ¿¡].{15,}\.\)?$/s)
  expect(reason).toMatch(/\b(el|la|los|las|un|una|de|del|al)\b/i)
}
