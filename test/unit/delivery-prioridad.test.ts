import { expect, it } from "vitest"
import { deliveryOn, deliveryTo } from "../../src/app/mensaje/delivery.ts"
import type { Canal } from "../../src/domain/tipos/canal.ts"
import type { DeliveryPurpose } from "../../src/ports/repositories/deliveries.ts"

const canal: Canal = {
  id: "canal",
  clave: "sre",
  organoId: "organo",
  nombre: "#sre",
  adapter: "slack",
  workspace: "T1",
  channel: "C1",
  audiencia: "institucion",
  institucionId: "sre",
  activo: true,
  origen: "registro",
}
const what = {
  organo: { id: "organo" },
  card: { title: "Aviso", tone: "aviso", blocks: [], actions: [] },
  notBefore: "2024-03-08T16:00:00.000Z",
  expiresAt: null,
  why: "prueba",
} as const

it.each<readonly [DeliveryPurpose, string, string]>([
  ["aviso", "convocatoria", "convocatoria"],
  ["aviso", "invitacion", "convocatoria"],
  ["aviso", "compromiso", "respuesta"],
  ["prueba", "canal", "respuesta"],
  ["recordatorio", "convocatoria", "recordatorio"],
  ["recordatorio", "organo", "recordatorio"],
  ["recordatorio", "informe", "informe"],
  ["resumen", "sesion", "informe"],
])("a %s of «%s» goes as %s", (purpose, subject, priority) => {
  expect(deliveryTo(canal, { ...what, purpose, subject: [subject, "1"] }).priority).toBe(priority)
})

it("what changes a message in its place goes before reminders, whatever it changes", () => {
  const original = deliveryTo(canal, { ...what, purpose: "recordatorio", subject: ["organo"] })
  expect(deliveryOn(original, ["edicion"], { ...what, editsId: "original" }).priority).toBe("respuesta")
})
