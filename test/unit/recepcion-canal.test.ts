import { describe, expect, it } from "vitest"
import { esperaEnCola, recepcionDe } from "../../src/app/canal/recepcion.ts"
import { alcanza, conexionesDe } from "../../src/app/entrega/conexiones.ts"
import type { ChannelFailure, FailureScope } from "../../src/ports/repositories/canal.ts"
import { TestClock } from "../support/reloj.ts"

const DESDE = "2024-03-08T10:00:00.000Z"
const ACTIVA = { kind: "activa" } as const
const activo = { activo: true }
const falla = (scope: FailureScope): ChannelFailure => ({
  canalId: "c1",
  since: DESDE,
  reason: "El canal está archivado.",
  scope,
})

describe("whether a channel can receive now", () => {
  it("it does while it is active, its platform is on and nothing was refused", () => {
    expect(recepcionDe(activo, ACTIVA, null)).toBeNull()
  })

  it("an inactive one never does, whatever its platform", () => {
    expect(recepcionDe({ activo: false }, { kind: "apagada" }, falla("destination"))).toEqual({
      kind: "inactivo",
    })
  })

  it("a platform that is off comes before what it refused when it was on", () => {
    const motivo = recepcionDe(activo, { kind: "apagada" }, falla("workspace"))
    expect(motivo).toEqual({ kind: "apagada", desde: null })
  })

  it("since when something waits for it is known once it was written down", () => {
    expect(recepcionDe(activo, { kind: "apagada" }, falla("platform"))).toEqual({
      kind: "apagada",
      desde: DESDE,
    })
  })

  it("that it was off says nothing any more once it is on", () => {
    expect(recepcionDe(activo, ACTIVA, falla("platform"))).toBeNull()
  })

  it.each(["destination", "workspace"] as const)("what was refused keeps its reason: %s", (scope) => {
    expect(recepcionDe(activo, { kind: "sin_conexion", desde: DESDE }, falla(scope))).toMatchObject({
      kind: "falla",
      motivo: "El canal está archivado.",
    })
  })

  it("only what nobody takes stays in the queue", () => {
    expect(esperaEnCola({ kind: "apagada", desde: null })).toBe(true)
    expect(esperaEnCola({ kind: "sin_conexion", desde: DESDE })).toBe(true)
    expect(esperaEnCola({ kind: "falla", desde: DESDE, motivo: "" })).toBe(false)
    expect(esperaEnCola({ kind: "no_conectado", estado: null })).toBe(true)
  })
})

describe("how the platforms tell that they are connected", () => {
  const clock = new TestClock("2024-03-08", "10:00")
  const place = { adapter: "slack", workspace: "T1" }
  const slack = (lost: string | null, reaches: boolean | null = null) =>
    new Map([["slack", { connection: { lostSince: () => lost }, workspaces: { reaches: () => reaches } }]])

  it("one that is not there is off", () => {
    expect(conexionesDe(new Map(), clock).de(place)).toEqual({ kind: "apagada" })
  })

  it("one with credentials of another workspace reaches none but its own", () => {
    expect(conexionesDe(slack(null, false), clock).de(place)).toEqual({ kind: "no_conectado", estado: null })
    expect(conexionesDe(slack(null, null), clock).de(place)).toEqual(ACTIVA)
  })

  it("a process that only sends goes by what is on record of a workspace", () => {
    const adapters = slack(null, null)
    for (const estado of ["revocada", "desconectada", "por_confirmar", "sin_clave"] as const) {
      const alcance = { adapters, estadoDe: () => estado }
      expect(alcanza(alcance, place), estado).toBe(false)
      expect(conexionesDe(adapters, clock, alcance.estadoDe).de(place)).toEqual({
        kind: "no_conectado",
        estado,
      })
    }
    for (const estado of ["activa", null] as const)
      expect(alcanza({ adapters, estadoDe: () => estado }, place), `${estado}`).toBe(true)
  })

  it("a connection that is being renewed is not lost yet", () => {
    const desde = clock.now()
    clock.pass(60_000)
    expect(conexionesDe(slack(desde), clock).de(place)).toEqual(ACTIVA)
    clock.pass(3 * 60_000)
    expect(conexionesDe(slack(desde), clock).de(place)).toEqual({ kind: "sin_conexion", desde })
  })
})
