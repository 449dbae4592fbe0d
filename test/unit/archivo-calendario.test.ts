import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { archivoCalendario } from "../../src/app/calendario/archivo.ts"
import type { EntradaCalendario } from "../../src/cards/calendario/entrada.ts"
import { legible } from "../../src/domain/texto/legible.ts"
import { instanteDe, msEntre } from "../../src/domain/tiempo/tiempo.ts"
import { leerCalendario } from "../support/leer-calendario.ts"

const NOW = "2024-06-11T16:00:00.000Z"
const ENTRADA: EntradaCalendario = {
  uid: "sesion-1@plenaria",
  secuencia: 1,
  version: 1,
  estado: "CONFIRMED",
  fecha: "2024-08-15",
  hora: "10:00",
  horaFin: null,
  zona: "America/Mexico_City",
  titulo: "Vigésima Tercera Sesión Ordinaria",
  lugar: null,
  url: null,
  descripcion: "Orden del día",
  organizador: { nombre: "Comisión; de Prueba", correo: "sesiones@ejemplo.gob.mx" },
}
const SUSCRIPCION = { nombre: "Comisión", segundos: 3600 }

const escribir = (...entradas: readonly Partial<EntradaCalendario>[]) =>
  archivoCalendario({
    metodo: "PUBLISH",
    suscripcion: SUSCRIPCION,
    entradas: entradas.map((entrada) => ({ ...ENTRADA, ...entrada })),
    now: NOW,
  })
function leerUna(entrada: Partial<EntradaCalendario>) {
  const [leida] = leerCalendario(escribir(entrada)).entradas
  if (!leida) throw new Error("the entry was lost")
  return leida
}

describe("a calendar file", () => {
  it("is read by another library as it was written", () => {
    expect(leerUna({ lugar: "Salón Juárez, piso 2", url: "https://ejemplo.mx/sala?x=1,2" })).toMatchObject({
      uid: "sesion-1@plenaria",
      secuencia: 1,
      estado: "CONFIRMED",
      titulo: "Vigésima Tercera Sesión Ordinaria",
      lugar: "Salón Juárez, piso 2",
      url: "https://ejemplo.mx/sala?x=1%2C2",
      inicio: "2024-08-15T10:00:00",
      zona: "America/Mexico_City",
      instante: "2024-08-15T16:00:00Z",
      fin: "2024-08-15T11:00:00",
      diaCompleto: false,
    })
  })

  it("gives a session without an hour that whole day, and neither hour nor zone", () => {
    const text = escribir({ hora: null })
    expect(leerUna({ hora: null })).toMatchObject({
      diaCompleto: true,
      inicio: "2024-08-15",
      fin: "2024-08-16",
    })
    expect(text).not.toMatch(/VTIMEZONE|DURATION:P(?!T1H)|T\d{6}\r\nSUMMARY/)
    expect(text, "a day without a known hour does not show as busy").toContain("TRANSP:TRANSPARENT")
  })

  it("ends when it is on record that it ends, and otherwise takes an hour", () => {
    expect(leerUna({ horaFin: "12:30" }).fin).toBe("2024-08-15T12:30:00")
    expect(leerUna({ horaFin: "01:00" }).fin, "past midnight, and nobody recorded the day").toBe(
      "2024-08-15T11:00:00",
    )
    expect(leerUna({ horaFin: "10:00" }).fin).toBe("2024-08-15T11:00:00")
    expect(leerUna({ hora: "23:30" }).fin, "on the next day").toBe("2024-08-16T00:30:00")
    expect(leerUna({ zona: "-06:00" }).fin, "as an instant where the zone is unknown").toBe(
      "2024-08-15T17:00:00Z",
    )
  })

  it("is a message only where somebody on record sends it, and names whoever does", () => {
    expect(escribir({})).toMatch(
      /METHOD:PUBLISH[\s\S]*ORGANIZER;CN="Comisión; de Prueba":mailto:sesiones@ejemplo.gob.mx/,
    )
    const sinCorreo = escribir({ organizador: null })
    expect(sinCorreo).not.toMatch(/METHOD|ORGANIZER/)
    expect(leerCalendario(sinCorreo).entradas).toHaveLength(1)
  })

  it("names itself, says how often to come back, and has its own properties before any component", () => {
    const text = escribir({})
    expect(leerCalendario(text)).toMatchObject({ metodo: "PUBLISH", nombre: "Comisión" })
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n")
    const [head = ""] = text.split("BEGIN:VTIMEZONE")
    expect(head).toContain("X-PUBLISHED-TTL")
    expect(text.split("END:VTIMEZONE\r\n").at(-1)).toMatch(/^BEGIN:VEVENT/)
  })

  it("without entries is still a calendar", () => {
    expect(leerCalendario(escribir()).entradas).toEqual([])
  })

  it("opens no address other than of the web", () => {
    expect(leerUna({ url: "javascript:alert(1)" }).url).toBeNull()
    expect(leerUna({ url: "no es una dirección" }).url).toBeNull()
    expect(leerUna({ url: "https://x.mx/\r\nATTENDEE:mailto:a@b.mx" }).url).toBe(
      "https://x.mx/ATTENDEE:mailto:a@b.mx",
    )
  })
})

describe("the zone of a calendar file", () => {
  /** Offsets by law since 2022: the interior has one hour all year, the border follows its neighbours' seasons. */
  const ZONAS = [
    ["America/Mexico_City", "16:00", "16:00"],
    ["America/Monterrey", "16:00", "16:00"],
    ["America/Chihuahua", "16:00", "16:00"],
    ["America/Cancun", "15:00", "15:00"],
    ["America/Hermosillo", "17:00", "17:00"],
    ["America/Mazatlan", "17:00", "17:00"],
    ["America/Tijuana", "18:00", "17:00"],
    ["America/Ciudad_Juarez", "17:00", "16:00"],
    ["America/Ojinaga", "16:00", "15:00"],
    ["America/Matamoros", "16:00", "15:00"],
  ] as const

  it.each(ZONAS)(
    "%s is described so that 10:00 is %s UTC in January and %s in July",
    (zona, enero, julio) => {
      expect(leerUna({ zona, fecha: "2025-01-15" }).instante).toBe(`2025-01-15T${enero}:00Z`)
      expect(leerUna({ zona, fecha: "2025-07-15" }).instante).toBe(`2025-07-15T${julio}:00Z`)
      expect(leerCalendario(escribir({ zona })).zonas).toEqual([zona])
    },
  )

  it("agrees with the program's own hours on any day and hour of the border", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONAS.map(([zona]) => zona)),
        fc.integer({ min: 2023, max: 2032 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 4, max: 23 }),
        (zona, year, month, day, hour) => {
          const two = (n: number) => String(n).padStart(2, "0")
          const [fecha, hora] = [`${year}-${two(month)}-${two(day)}`, `${two(hour)}:30`]
          expect(msEntre(instanteDe(fecha, hora, zona), leerUna({ zona, fecha, hora }).instante)).toBe(0)
        },
      ),
    )
  })

  it("is called by its present name when the body's is an old one, and is the instant itself when it is unknown", () => {
    expect(leerUna({ zona: "Mexico/BajaNorte" })).toMatchObject({
      zona: "America/Tijuana",
      instante: "2024-08-15T17:00:00Z",
    })
    expect(leerUna({ zona: "-06:00" })).toMatchObject({ zona: "", instante: "2024-08-15T16:00:00Z" })
  })

  it("is there once, however many entries use it", () => {
    expect(leerCalendario(escribir({}, { uid: "b" }, { uid: "c", zona: "America/Tijuana" })).zonas).toEqual([
      "America/Mexico_City",
      "America/Tijuana",
    ])
  })
})

describe("hostile words in a calendar file", () => {
  const HOSTILE = [
    "Fin\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:otro",
    "uno\nDTEND:20240815T230000Z",
    "a;b,c\\n\\;d:e\"f'",
    "\u0000\u0007\u001b[31m\u2028fin\u0085x",
    "BEGIN:VTIMEZONE",
    "ñ👩‍👩‍👧".repeat(40),
    "\ud800 media letra",
  ]

  it.each(HOSTILE)("%j stay words", (titulo) => {
    const text = escribir({ titulo, descripcion: titulo, lugar: titulo }, { uid: "otra" })
    const { entradas } = leerCalendario(text)
    expect(entradas.map(({ uid }) => uid)).toEqual(["sesion-1@plenaria", "otra"])
    expect(entradas.map(({ fin }) => fin)).toEqual(["2024-08-15T11:00:00", "2024-08-15T11:00:00"])
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2)
  })

  const line = fc.string({ unit: "binary", maxLength: 300 })

  it("are read back the same, in lines of at most 75 octets that end with CRLF", () => {
    fc.assert(
      fc.property(line, line, (titulo, descripcion) => {
        const text = escribir({ titulo, descripcion })
        const { entradas } = leerCalendario(text)
        expect(entradas).toHaveLength(1)
        expect(entradas[0]?.descripcion).toBe(legible(descripcion))
        expect(entradas[0]?.titulo).toBe(legible(titulo).replaceAll("\n", " "))
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true)
        for (const each of text.split("\r\n")) {
          expect(each).not.toMatch(/[\r\n]/)
          expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75)
        }
      }),
    )
  })
})
