import { describe, expect, it } from "vitest"
import { conCalendarioHeredado, cuerposDelCalendario } from "../../src/domain/directorio/calendario.ts"
import type { RegimenInhabil } from "../../src/domain/tipos/tiempo.ts"

const cuerpo = (id: string, padreId: string | null, calendario: RegimenInhabil | null = null) => ({
  id,
  padreId,
  calendario,
})

describe("the calendar of a sub-body", () => {
  const de = (organos: readonly ReturnType<typeof cuerpo>[], id: string) => {
    const organo = organos.find((uno) => uno.id === id)
    if (organo === undefined) throw new Error(`no ${id}`)
    const dias = cuerposDelCalendario(organo, organos).map((uno) => uno.id)
    return [conCalendarioHeredado(organo, organos).calendario, dias]
  }

  it("is that of the body above it, days included, until one names its own", () => {
    const organos = [cuerpo("comision", null, "ninguno"), cuerpo("sub", "comision"), cuerpo("grupo", "sub")]
    expect(de(organos, "grupo")).toEqual(["ninguno", ["grupo", "sub", "comision"]])
    expect(de(organos, "comision")).toEqual(["ninguno", ["comision"]])
    const propia = [cuerpo("comision", null, "apf"), cuerpo("sub", "comision", "lft"), cuerpo("grupo", "sub")]
    expect(de(propia, "grupo")).toEqual(["lft", ["grupo", "sub"]])
    expect(de(propia, "sub")).toEqual(["lft", ["sub"]])
  })

  it("is nobody's when none names one, and a circle ends", () => {
    expect(de([cuerpo("comision", null), cuerpo("sub", "comision")], "sub")).toEqual([
      null,
      ["sub", "comision"],
    ])
    expect(de([cuerpo("a", "b"), cuerpo("b", "a")], "a")).toEqual([null, ["a", "b"]])
    expect(de([cuerpo("a", "fuera")], "a")).toEqual([null, ["a"]])
  })
})
