import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { esDominio, vaADominioPermitido } from "../../src/domain/texto/dominio.ts"

const GOB = ["*.gob.mx", "archivo.ejemplo.org", "*.españa.mx"]

describe("an address leads to an allowed host", () => {
  it.each([
    "https://www.gob.mx/segob/acuerdo.pdf",
    "https://WWW.GOB.MX/a",
    "https://www.gob.mx./a",
    "https://www.gob.mx:443/a",
    "https://a.b.gob.mx/?x=1#y",
    "https://archivo.ejemplo.org/",
    "https://www.españa.mx/",
    "https://www.xn--espaa-rta.mx/",
    "https://ｗｗｗ.gob.mx/",
  ])("%s does", (url) => {
    expect(vaADominioPermitido(url, GOB)).toBe(true)
  })

  it.each([
    "https://evil.com/",
    "https://www.gob.mx@evil.com/",
    "https://www.gob.mx%40evil.com/",
    "https://usuario:clave@www.gob.mx/",
    "https://www.gob.mx.evil.com/",
    "https://evilgob.mx/",
    "https://gob.mx/",
    "https://evil.com/www.gob.mx",
    "https://evil.com?x=.gob.mx",
    "https://evil.com#.gob.mx",
    "https://evil.com\\@www.gob.mx/",
    "https://www.gob.mx\\@evil.com/",
    "https:\\\\evil.com/.gob.mx",
    "https://www.gob.mx:8443/",
    "https://sub.archivo.ejemplo.org/",
    "https://www.gοb.mx/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://www.gob\u200b.mx\t/",
    "https://www.gob.mx..evil.com/",
    "no es una dirección",
  ])("%s does not", (url) => {
    expect(vaADominioPermitido(url, GOB)).toBe(false)
  })

  it("wherever it leads, where a body names none", () => {
    expect(vaADominioPermitido("https://evil.com/", [])).toBe(true)
  })

  it("only if the host that a browser goes to is one of them", () => {
    const pieces = fc.constantFrom(
      "www.gob.mx",
      "evil.com",
      "@",
      ".",
      "/",
      "\\",
      ":",
      "443",
      "?",
      "#",
      "%40",
      "a",
      "//",
      "xn--",
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (some) => {
        const url = `https://${some.join("")}`
        if (!vaADominioPermitido(url, ["*.gob.mx"])) return
        expect(new URL(url).hostname.replace(/\.$/u, "").endsWith(".gob.mx")).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe("what a body may write as a host", () => {
  it.each(["www.gob.mx", "*.gob.mx", "*.españa.mx"])("%s", (patron) => expect(esDominio(patron)).toBe(true))
  it.each([
    "*",
    "*.",
    "gob",
    "https://www.gob.mx",
    "www.*.mx",
    "a@gob.mx",
    "gob.mx:443",
    "10.0.0.1",
    "*gob.mx",
    "",
  ])("not %j", (patron) => expect(esDominio(patron)).toBe(false))
})
