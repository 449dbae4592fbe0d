import { describe, expect, it } from "vitest"
import {
  type DatoProtegido,
  datosProtegidos,
  sonDispensables,
} from "../../src/domain/texto/datos-protegidos/datos-protegidos.ts"
import { DETECTORES } from "../../src/domain/texto/datos-protegidos/detectores.ts"
import { cumpleClabe, cumpleCurp, cumpleLuhn } from "../../src/domain/texto/datos-protegidos/verificadores.ts"
import { frases, medir, VOCES } from "../support/datos-protegidos/frases.ts"

const MIN_PRECISION = 0.95
const MIN_RECALL = 0.9
const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`
const print = (line: string) => void process.stdout.write(`${line}\n`)
const KINDS = Object.keys(DETECTORES) as readonly DatoProtegido[]
const todas = VOCES.flatMap((voz) => frases(voz))

describe("the guard for protected data, by labelled sentences", () => {
  it("has enough of them, of every kind, and none twice", () => {
    expect(frases("minuta").length).toBeGreaterThanOrEqual(400)
    expect(frases("otra-voz").length).toBeGreaterThanOrEqual(150)
    expect(new Set(todas.map(({ texto }) => texto)).size).toBe(todas.length)
    expect(todas.flatMap(({ datos }) => datos).filter((dato) => !KINDS.includes(dato))).toEqual([])
    for (const kind of KINDS)
      expect(
        todas.some(({ datos }) => datos.includes(kind)),
        kind,
      ).toBe(true)
  })

  it.each(VOCES)("in the voice «%s» refuses what it should, and little else", (voz) => {
    const { precision, recall, pasan, sobran } = medir(frases(voz), datosProtegidos)
    print(
      `${voz}: ${frases(voz).length} frases, precisión ${percent(precision)}, exhaustividad ${percent(recall)}`,
    )
    const wrong = [...pasan, ...sobran].map(({ texto }) => texto)
    expect(precision, wrong.join("\n")).toBeGreaterThanOrEqual(MIN_PRECISION)
    expect(recall, wrong.join("\n")).toBeGreaterThanOrEqual(MIN_RECALL)
  })

  it.each(KINDS)("finds «%s» as what it is", (kind) => {
    const held = todas.filter(({ datos }) => datos.includes(kind))
    const found = held.filter(({ texto }) => datosProtegidos(texto).includes(kind))
    print(`${kind}: ${found.length} de ${held.length}`)
    expect(found.length / held.length).toBeGreaterThanOrEqual(0.85)
  })

  it("tells what identifies a victim or a case apart: no reason makes it public", () => {
    const nunca = KINDS.filter((kind) => !sonDispensables([kind]))
    expect(nunca).toEqual(["curp", "carpeta", "victima"])
    expect(sonDispensables(["telefono", "curp"])).toBe(false)
  })

  it("explains every kind in words that hold none of it", () => {
    for (const { que, como } of Object.values(DETECTORES)) {
      expect(datosProtegidos(`${que}. ${como}`)).toEqual([])
      expect(como).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/u)
    }
  })
})

describe("the check digits", () => {
  it.each([
    ["of a CLABE", cumpleClabe, "012180015368742039"],
    ["of a card", cumpleLuhn, "4152313456789010"],
    ["of an NSS", cumpleLuhn, "45998012343"],
    ["of a CURP", cumpleCurp, "rovl910304mdfdrc06"],
  ] as const)("%s hold, and with another last digit do not", (_, cumple, numero) => {
    expect(cumple(numero)).toBe(true)
    const last = Number(numero.slice(-1))
    for (let other = 0; other < 10; other++)
      if (other !== last) expect(cumple(`${numero.slice(0, -1)}${other}`)).toBe(false)
  })
})
