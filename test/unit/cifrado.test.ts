import { randomBytes } from "node:crypto"
import { property, string, assert as that } from "fast-check"
import { describe, expect, it } from "vitest"
import { abrir, sellar } from "../../src/app/conexion/credenciales.ts"
import { cifradoCon, leerClave } from "../../src/config/cifrado.ts"

const key = () => randomBytes(32)
const cifrado = cifradoCon(key())
const ESPACIO = { adapter: "slack", workspace: "T0RELACIONES" }

describe("what is kept encrypted", () => {
  it("opens as it was, whatever it is, and never looks twice the same", () => {
    that(
      property(string({ unit: "binary" }), (text) => {
        const [one, two] = [cifrado.seal(text, "a"), cifrado.seal(text, "a")]
        expect(cifrado.open(one, "a")).toBe(text)
        expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it("does not open once any octet of it was changed", () => {
    const { bytes, claveId } = cifrado.seal("secreto", "a")
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Uint8Array.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(cifrado.open({ bytes: changed, claveId }, "a"), `octet ${i}`).toBeNull()
    }
    expect(cifrado.open({ bytes: bytes.subarray(0, 10), claveId }, "a")).toBeNull()
  })

  it("opens only for what it was sealed for: moved to another workspace it is nothing", () => {
    const sellado = sellar(cifrado, ESPACIO, { bot: "xoxb-1" })
    expect(abrir(cifrado, ESPACIO, sellado)).toEqual({ bot: "xoxb-1" })
    for (const other of [
      { ...ESPACIO, workspace: "T0OTRO" },
      { ...ESPACIO, adapter: "discord" },
    ])
      expect(abrir(cifrado, other, sellado)).toBeNull()
    expect(abrir(null, ESPACIO, sellado)).toBeNull()
  })

  it("opens with the key before while all is encrypted anew, and with no other", () => {
    const [before, now] = [key(), key()]
    const sealed = cifradoCon(before).seal("secreto", "a")
    expect(cifradoCon(now, before).open(sealed, "a")).toBe("secreto")
    expect(cifradoCon(now).open(sealed, "a")).toBeNull()
    expect(cifradoCon(now, before).seal("secreto", "a").claveId).toBe(cifradoCon(now).claveId)
  })

  it("takes a key of 32 octets in base64 and nothing that only looks like one", () => {
    const written = key().toString("base64")
    expect(leerClave(written)?.length).toBe(32)
    const wrong = ["", "contraseña", written.slice(1), `${written}A`, key().toString("hex"), `${written} `]
    for (const one of wrong) expect(leerClave(one), one).toBeNull()
  })
})
