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
const NADIE = { kind: "sin_vincular" } as const

describe("the body that a question is about", () => {
  const abierto = organo("abierto")
  const cerrado = organo("cerrado", { cerradoEl: "2024-06-11" })

  it("is the only one that is open", () => {
    expect(organoDelLugar([abierto, cerrado], null, NADIE)).toEqual({ kind: "uno", organo: abierto })
  })

  it("is the closed one only in its own channel, where its history is asked for", () => {
    expect(organoDelLugar([abierto, cerrado], "cerrado", NADIE)).toEqual({ kind: "uno", organo: cerrado })
  })

  it("is asked for where several are open, and none that is closed is offered", () => {
    const otro = organo("otro")
    expect(organoDelLugar([abierto, cerrado, otro], null, NADIE)).toEqual({
      kind: "varios",
      organos: [abierto, otro],
    })
  })
})
