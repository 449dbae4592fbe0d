import { describe, expect, it } from "vitest"
import { organoDelLugar } from "../../src/app/identificar.ts"
import type { Organo } from "../../src/domain/tipos/directorio.ts"

const organo = (id: string, rest: Partial<Organo> = {}): Organo => ({
  id,
  clave: id,
  tipo: "comision",
  nombreOficial: id,
  nombreCorto: id,
  padreId: null,
  zona: "America/Mexico_City",
  objetivo: null,
  correo: null,
  calendario: null,
  cerradoEl: null,
  origen: "registro",
  ...rest,
})
const NOW = "2024-06-11T16:00:00.000Z"
const NADIE = { kind: "sin_vincular" } as const

describe("the body that a question is about", () => {
  const abierto = organo("abierto")
  const cerrado = organo("cerrado", { cerradoEl: "2024-06-11" })

  it("is the only one that is open", () => {
    expect(organoDelLugar([abierto, cerrado], null, NADIE, NOW)).toEqual({ kind: "uno", organo: abierto })
  })

  it("is the closed one only in its own channel, where its history is asked for", () => {
    expect(organoDelLugar([abierto, cerrado], "cerrado", NADIE, NOW)).toEqual({
      kind: "uno",
      organo: cerrado,
    })
  })

  it("is open until the day that is on record as its end comes, by its own clock", () => {
    const termina = organo("termina", { cerradoEl: "2024-06-12" })
    const uno = (now: string) => organoDelLugar([termina], null, NADIE, now)
    expect(uno("2024-06-12T05:59:59.999Z")).toEqual({ kind: "uno", organo: termina })
    expect(uno("2024-06-12T06:00:00.000Z")).toEqual({ kind: "varios", organos: [termina] })
  })

  it("is asked for where several are open, and none that is closed is offered", () => {
    const otro = organo("otro")
    expect(organoDelLugar([abierto, cerrado, otro], null, NADIE, NOW)).toEqual({
      kind: "varios",
      organos: [abierto, otro],
    })
  })
})
