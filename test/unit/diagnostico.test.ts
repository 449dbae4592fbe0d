import { describe, expect, it } from "vitest"
import { permissionsIn } from "../../adapters/discord/permissions.ts"
import { diagnosticar } from "../../src/app/diagnostico/grupos.ts"
import type { Vista } from "../../src/app/diagnostico/vista.ts"
import { desfase } from "../../src/domain/tiempo/desfase.ts"
import type { InspectedDatabase } from "../../src/ports/diagnostico.ts"

const SANA: InspectedDatabase = {
  kind: "embebida",
  version: "17.5",
  octetos: 12e6,
  libres: 50e9,
  rol: "postgres",
  tablas: [],
  sinUso: [],
  migraciones: { faltan: [], falla: null },
  desfaseMs: 0,
}

const vista = (cambio: Partial<Vista>): Vista => ({
  ahora: "2026-11-27T18:00:00.000Z",
  plataformas: new Map([["slack", "Slack"]]),
  encendidas: [],
  preguntables: [],
  ajustes: {
    problemas: [],
    zona: "America/Mexico_City",
    publica: undefined,
    abierto: false,
    nivel: "info",
    incorporada: true,
    claveAnterior: false,
  },
  base: { estado: "vista", base: SANA },
  zonas: "2026a",
  proceso: { direccion: "http://127.0.0.1:3000", salud: null },
  respaldos: { cadaMs: 86_400_000, ultimo: "2026-11-27T03:00:00.000Z", cifrados: true, falla: null },
  espacios: [],
  datos: null,
  ...cambio,
})

const halla = (cambio: Partial<Vista>) =>
  diagnosticar(vista(cambio)).flatMap(({ hallazgos }) =>
    hallazgos.map(({ nivel, que }) => `${nivel}: ${que}`),
  )
const base = (cambio: Partial<InspectedDatabase>) => ({
  base: { estado: "vista", base: { ...SANA, ...cambio } } as const,
})

const respaldo = (cambio: Partial<Vista["respaldos"]>) => ({
  respaldos: { ...vista({}).respaldos, ...cambio },
})

describe("what is a problem", () => {
  it("nothing of an installation that works", () => {
    expect(halla({}).filter((uno) => !uno.startsWith("bien"))).toEqual([])
  })

  it.each([
    [base({ version: "14.12" }), "problema: Base incorporada, PostgreSQL 14.12"],
    [base({ libres: 150e6 }), "problema: Quedan 150 MB libres"],
    [base({ libres: 900e6 }), "aviso: Quedan 900 MB libres"],
    [
      base({ kind: "postgresql", desfaseMs: -90_000 }),
      "problema: El reloj de este equipo va 90 segundos adelante",
    ],
    [base({ kind: "postgresql", desfaseMs: 8_000 }), "aviso: El reloj de este equipo va 8 segundos atrás"],
    [
      respaldo({ ultimo: "2026-11-25T18:00:00.000Z" }),
      "problema: El último respaldo es de hace 2 días. Debía haber",
    ],
    [respaldo({ ultimo: null }), "problema: No hay ningún respaldo"],
    [respaldo({ cadaMs: null }), "aviso: El último respaldo es de hace 15 horas. No se hacen solos."],
    [respaldo({ cifrados: false }), "aviso: Los respaldos no se cifran."],
    [respaldo({ falla: "EACCES" }), "problema: No se pudo leer RESPALDO_DIR (EACCES)."],
    [{ zonas: "2022a" }, "aviso: Los datos de husos horarios son de 2022"],
    [{ base: { estado: "ocupada", que: "Está en uso." } }, "sin_ver: Está en uso. Mientras el bot"],
    [{ base: { estado: "ocupada", que: "Está en uso." } }, "problema: El bot tiene la base y no contesta"],
    [
      { datos: { canales: [], fallas: [], entregas: [], portadaRechazada: null, latidoMs: 200_000 } },
      "problema: La última vez que un proceso planeó fue hace 3 minutos.",
    ],
    [
      { datos: { canales: [], fallas: [], entregas: [], portadaRechazada: null, latidoMs: 59_000 } },
      "bien: La última vez que un proceso planeó fue hace 59 segundos.",
    ],
  ] satisfies readonly (readonly [Partial<Vista>, string])[])("%#: %s", (cambio, dicho) => {
    expect(halla(cambio)).toContainEqual(expect.stringContaining(dicho))
  })
})

describe("a server's clock", () => {
  it("is compared with the middle of the request, to half a second", () => {
    const antes = "2026-11-27T18:00:00.000Z"
    const despues = "2026-11-27T18:00:01.000Z"
    expect(desfase("Fri, 27 Nov 2026 18:00:00 GMT", antes, despues)).toBe(0)
    expect(desfase("Fri, 27 Nov 2026 18:05:00 GMT", antes, despues)).toBe(300_000)
    expect([desfase(null, antes, despues), desfase("ayer", antes, despues)]).toEqual([null, null])
  })
})

describe("permissions in a channel of Discord", () => {
  const guild = {
    id: "1",
    roles: [
      { id: "1", permissions: "3072" },
      { id: "2", permissions: "16384" },
    ],
  }
  const bot = { user: "9", roles: ["2"] }
  const de = (type: 0 | 1, id: string, allow: number, deny: number) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  })

  it.each([
    ["those of everybody and of its roles", [], 3072n | 16384n],
    ["less what the channel takes from everybody", [de(0, "1", 0, 1024)], 2048n | 16384n],
    ["with what it gives back to its role", [de(0, "1", 0, 1024), de(0, "2", 1024, 0)], 3072n | 16384n],
    ["and last what it says of the bot itself", [de(0, "2", 65536, 0), de(1, "9", 0, 65536)], 3072n | 16384n],
    ["nothing that is said of others", [de(0, "7", 0, 1024), de(1, "8", 0, 2048)], 3072n | 16384n],
  ] as const)("are %s", (_what, overwrites, held) => {
    expect(permissionsIn(guild, overwrites, bot)).toBe(held)
  })

  it("are all of them for who administrates", () => {
    const roles = [{ id: "1", permissions: "8" }]
    expect(permissionsIn({ id: "1", roles }, [de(0, "1", 0, 1024)], bot) & 1024n).toBe(1024n)
  })
})
