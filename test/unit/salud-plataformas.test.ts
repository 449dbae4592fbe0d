import { describe, expect, it } from "vitest"
import { saludDePlataformas } from "../../src/app/diagnostico/salud.ts"
import { sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"

const NOW = "2026-11-27T16:00:00.000Z"
const before = (minutes: number): Instante => sumarMs(NOW, -minutes * 60_000)
const lost = (minutes: number | null) => ({
  connection: { lostSince: () => (minutes === null ? null : before(minutes)) },
})
const deliveries = (waiting: number, oldest: number | null, accepted: number | null) => ({
  waiting,
  oldestDue: oldest === null ? null : before(oldest),
  lastAccepted: accepted === null ? null : before(accepted),
})
const one = (adapter: object, sent?: ReturnType<typeof deliveries>) =>
  saludDePlataformas(new Map([["slack", adapter]]), new Map(sent ? [["slack", sent]] : []), NOW)[0]

describe("how a platform fares", () => {
  it("is well while it is connected and takes what is due", () => {
    expect(one(lost(null), deliveries(3, 1, 2))).toMatchObject({
      estado: "en_servicio",
      falla: false,
      porEnviar: 3,
    })
    expect(one({}), "nothing was ever sent").toMatchObject({ estado: "en_servicio", ultimoEnvio: null })
  })

  it("says at once that a connection is lost, and calls somebody after some minutes", () => {
    expect(one(lost(1))).toMatchObject({ estado: "sin_conexion", falla: false, sinConexionDesde: before(1) })
    expect(one(lost(4))).toMatchObject({ estado: "sin_conexion", falla: true })
  })

  it("fails when what is due does not leave, but not while it leaves at the platform's pace", () => {
    expect(one({}, deliveries(40, 20, 18))).toMatchObject({ estado: "no_recibe", falla: true })
    expect(one({}, deliveries(40, 20, null))).toMatchObject({ estado: "no_recibe", falla: true })
    expect(one({}, deliveries(40, 20, 1))).toMatchObject({ estado: "en_servicio", falla: false })
  })

  it("tells of another process that listens", () => {
    expect(one({ escucha: () => false })).toMatchObject({ estado: "escucha_otro_proceso", falla: false })
  })

  it("names a platform that is off while something waits for it, and not otherwise", () => {
    const off = new Map([
      ["discord", deliveries(2, 90, null)],
      ["eco", deliveries(0, null, 3)],
    ])
    expect(saludDePlataformas(new Map(), off, NOW)).toEqual([
      expect.objectContaining({ plataforma: "discord", estado: "apagada", porEnviar: 2, falla: false }),
    ])
  })
})
