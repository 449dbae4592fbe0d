import { readFile } from "node:fs/promises"
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest"
import { cargarDemo, leerDemo } from "../../src/app/importacion/cargar-demo.ts"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { openDatabase } from "../../src/db/open.ts"
import type { UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"
import { acuerdo, archivo, compromiso, institucion, organo, sesion } from "../support/archivo-importacion.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"
import { silentLog } from "../support/silent-log.ts"

const NOW = "2024-06-11T16:00:00.000Z"
const clock = { now: () => NOW }

let open: TestDatabase
beforeEach(async () => {
  open = await createTestDatabase()
})
afterEach(() => open.close())

const importar = (text: string, into = open) => importarDocumento(importDeps(into.database, clock), text)
const exportar = (from = open) => exportarDocumento({ importacion: from.database.importacion })

async function importOk(text: string, into = open) {
  const result = await importar(text, into)
  if (result.kind !== "ok") throw new Error(JSON.stringify(result))
  return result.resumen
}

const COMPLETO = archivo({
  sesiones: [
    sesion({ puntos: [{ titulo: "Único" }], acuerdos: [acuerdo({ punto: 1, compromisos: [compromiso()] })] }),
  ],
})

describe("importing", () => {
  it("counts what it created, of each kind", async () => {
    const { creados, actualizados, sinCambio, porTipo } = await importOk(COMPLETO)
    expect({ creados, actualizados, sinCambio }).toEqual({ creados: 8, actualizados: 0, sinCambio: 0 })
    expect(porTipo).toContainEqual({ tipo: "institucion", creados: 2, actualizados: 0, sinCambio: 0 })
    expect(porTipo).toContainEqual({ tipo: "compromiso", creados: 1, actualizados: 0, sinCambio: 0 })
  })

  it("changes nothing the second time", async () => {
    await importOk(COMPLETO)
    const before = await exportar()
    expect(await importOk(COMPLETO)).toMatchObject({ creados: 0, actualizados: 0, sinCambio: 8 })
    expect(await exportar()).toBe(before)
  })

  it("leaves an entry in the log for each record created or changed, and none for the rest", async () => {
    await importOk(COMPLETO)
    const [found] = await open.database.unitOfWork.read.instituciones.all()
    const log = () => open.database.unitOfWork.read.eventos.byObjeto(`institucion:${found?.id}`)
    expect(await log()).toMatchObject([{ tipo: "importacion.alta", antes: null, instante: NOW }])
    await importOk(COMPLETO)
    expect(await log()).toHaveLength(1)
    const siglas = found?.siglas ?? ""
    expect(
      await importOk(archivo({ instituciones: [institucion(siglas, { nombre: "Otro nombre" })] })),
    ).toMatchObject({
      actualizados: 1,
    })
    expect((await log()).at(-1)).toMatchObject({
      tipo: "importacion.cambio",
      antes: { nombre: `Secretaría ${siglas}` },
      despues: { nombre: "Otro nombre" },
    })
  })

  it("links a body to its parent and an institution to its successor, once", async () => {
    const text = archivo({
      organos: [organo({ clave: "sub", padre: "ci" }), organo()],
      instituciones: [institucion("SRE", { sucesora: "NUEVA" }), institucion("NUEVA")],
      sesiones: [],
    })
    await importOk(text)
    expect(await importOk(text)).toMatchObject({ creados: 0, actualizados: 0 })
    const documento = await open.database.importacion.export()
    expect(documento.organos.map((o) => o.padre)).toEqual([null, "ci"])
    expect(documento.instituciones.map((i) => i.sucesora)).toEqual([null, "NUEVA"])
    const suelta = importarDocumento(
      importDeps(open.database, clock),
      text.replace("padre: ci", "padre: null"),
      { confirmarCambios: true },
    )
    expect(await suelta).toMatchObject({ resumen: { actualizados: 1 } })
  })

  it("keeps what the file does not mention", async () => {
    await importOk(COMPLETO)
    await importOk(archivo({ instituciones: [institucion("SEP")], sesiones: [sesion({ sede: "Sala" })] }))
    const documento = await open.database.importacion.export()
    expect(documento.instituciones.map((i) => i.siglas)).toEqual(["SALUD", "SEP", "SRE"])
    expect(documento.sesiones[0]).toMatchObject({ sede: "Sala", puntos: [{ titulo: "Único" }] })
    expect(documento.sesiones[0]?.acuerdos[0]?.compromisos).toHaveLength(1)
  })

  it("leaves a body's calendar to the body: unsaid it stays unsaid, and a later silence takes none away", async () => {
    const calendario = async () => (await open.database.importacion.export()).organos[0]?.calendario
    await importOk(COMPLETO)
    expect(await calendario()).toBeNull()
    await importOk(archivo({ organos: [organo({ calendario: "ninguno" })] }))
    await importOk(COMPLETO)
    expect(await calendario()).toBe("ninguno")
    expect(await exportar()).toContain("calendario: ninguno")
    expect(await importOk(await exportar())).toMatchObject({ creados: 0, actualizados: 0 })
  })

  it("refuses a shorter list of facts instead of leaving the old end behind", async () => {
    const hechos = ["Uno", "Dos", "Tres"].map((texto) => ({ seccion: "mensaje", texto }))
    await importOk(archivo({ sesiones: [sesion({ hechos })] }))
    const before = await exportar()
    expect(await importar(archivo({ sesiones: [sesion({ hechos: hechos.slice(1) })] }))).toMatchObject({
      kind: "invalid",
      problems: [{ place: "sesiones[0].hechos" }],
    })
    expect(await exportar()).toBe(before)
  })

  it("keeps the instant at which an account was first linked", async () => {
    const text = archivo({
      cuentas: [{ adapter: "slack", workspace: "T0123ABCD", usuario: "U0456EFGH", persona: "enlace-sre" }],
    })
    await importOk(text)
    const later = importDeps(open.database, { now: () => "2025-01-01T00:00:00.000Z" })
    expect(await importarDocumento(later, text)).toMatchObject({ resumen: { creados: 0, actualizados: 0 } })
  })

  it("writes more compromisos than one statement takes", async () => {
    const compromisos = Array.from({ length: 1_100 }, (_, i) =>
      compromiso({ clave: `CI/SO-21/01/2024/${i}` }),
    )
    const text = archivo({ sesiones: [sesion({ acuerdos: [acuerdo({ compromisos })] })] })
    expect(await importOk(text)).toMatchObject({ creados: 1_106 })
    expect(await importOk(text)).toMatchObject({ creados: 0, sinCambio: 1_106 })
  })

  it("serves two imports of one file at the same time", async () => {
    const results = await Promise.all([importOk(COMPLETO), importOk(COMPLETO)])
    expect(results.map((r) => r.creados).sort()).toEqual([0, 8])
  })
})

it("runs again, on what holds now, when somebody changed the same meanwhile", async () => {
  await importOk(COMPLETO)
  const { importacion } = open.database
  const other = await openDatabase({ databaseUrl: open.url, dataDir: "" }, silentLog)
  const seen: (string | null | undefined)[] = []
  try {
    await importacion.exclusive(async () => {
      const documento = await importacion.export()
      seen.push(documento.sesiones[0]?.sede)
      if (seen.length === 1) await ponerSede(other.unitOfWork, "Sala que alguien puso")
      const sesiones = documento.sesiones.map((una) => ({ ...una, sede: `${una.sede ?? ""}, confirmada` }))
      await importacion.apply({ ...documento, sesiones }, NOW)
    })
  } finally {
    await other.close()
  }
  expect(seen).toEqual([null, "Sala que alguien puso"])
  const [sesionFinal] = (await importacion.export()).sesiones
  expect(sesionFinal?.sede).toBe("Sala que alguien puso, confirmada")
})

async function ponerSede(data: UnitOfWork, sede: string): Promise<void> {
  await data.transaction(async ({ organos, sesiones, sesionesWriter }) => {
    const [organo] = await organos.all()
    const [una] = await sesiones.list(organo?.id ?? "")
    if (una === undefined) throw new Error("no session")
    await sesionesWriter.update(una.id, una.revision, { sede })
  })
}

describe("a file from before somebody acted in chat", () => {
  const DE_ANTES = COMPLETO.replace("fecha_compromiso:", "estado: pendiente\n            fecha_compromiso:")

  it("takes nothing back: it is refused, and says what to do", async () => {
    await importOk(COMPLETO)
    const { unitOfWork } = open.database
    const [row] = await unitOfWork.read.compromisos.list({})
    if (row === undefined) throw new Error("the import left no compromiso")
    const { id } = row.compromiso
    await unitOfWork.transaction(async ({ compromisos, eventos }) => {
      await compromisos.update(row.compromiso, { estado: "en_validacion" })
      await eventos.append({
        tipo: "compromiso.cumplido",
        objeto: `compromiso:${id}`,
        organoId: null,
        personaId: null,
        plataforma: "consola",
        antes: null,
        despues: null,
        instante: NOW,
      })
    })
    const exported = await exportar()
    const result = await importar(DE_ANTES)
    expect(result).toMatchObject({
      kind: "por_confirmar",
      efecto: {
        porConfirmar: [
          { campo: ["estado"], antes: "en_validacion", despues: "pendiente", riesgo: "retrocede" },
        ],
      },
    })
    expect(await importOk(COMPLETO), "it does not say the state, which stays").toMatchObject({
      actualizados: 0,
    })
    expect(await exportar()).toBe(exported)
    expect(await importOk(exported), "a copy of today's data is taken").toMatchObject({ actualizados: 0 })
  })
})

describe("all or nothing", () => {
  it("writes nothing of a file with one problem", async () => {
    const wrong = COMPLETO.replace("institucion: SRE", "institucion: SREE")
    expect(await importar(wrong)).toMatchObject({ kind: "invalid" })
    expect(await open.database.isEmpty()).toBe(true)
  })

  it("leaves nothing when it fails in the middle", async () => {
    const documento = await leerDemo("2024-06-11")
    const [first, ...rest] = documento.sesiones
    if (!first) throw new Error("no session")
    const broken = {
      ...documento,
      sesiones: [...rest, { ...first, puntos: first.puntos.map((p) => ({ ...p, proponente: "NADIE" })) }],
    }
    await expect(open.database.importacion.apply(broken, NOW)).rejects.toThrow(/NADIE/)
    expect(await open.database.isEmpty()).toBe(true)
    expect((await open.database.importacion.export()).sesiones).toEqual([])
  })

  it("leaves nothing when the database refuses the last record", async () => {
    const documento = await leerDemo("2024-06-11")
    const last = documento.sesiones.at(-1)
    if (!last) throw new Error("no session")
    const broken = { ...documento, sesiones: [...documento.sesiones.slice(0, -1), { ...last, fecha: null }] }
    await expect(open.database.importacion.apply(broken, NOW)).rejects.toThrow()
    expect(await open.database.isEmpty()).toBe(true)
  })

  it("reviews the well-formed part of a malformed file too, with the places of the whole file", async () => {
    const text = archivo({
      instituciones: [{ siglas: "SALUD" }, institucion("SRE")],
      sesiones: [
        sesion({
          puntos: [{ estado: "incluido" }],
          acuerdos: [
            acuerdo({ texto: 5 }),
            acuerdo({
              clave: "CI/SO-21/02/2024",
              punto: 1,
              compromisos: [
                compromiso({ estado: "raro" }),
                compromiso({ institucion: "SALUD" }),
                compromiso({ institucion: "SREE" }),
                compromiso({ clave: "CI/X", fecha_compromiso: "2024-01-01" }),
              ],
            }),
          ],
        }),
      ],
    })
    const result = await importar(text)
    expect(result.kind === "invalid" && result.problems.map(({ place }) => place)).toEqual([
      "instituciones[0].nombre",
      "sesiones[0].puntos[0].titulo",
      "sesiones[0].acuerdos[0].texto",
      "sesiones[0].acuerdos[1].compromisos[0].estado",
      "sesiones[0].acuerdos[1].compromisos[2].institucion",
      "sesiones[0].acuerdos[1].compromisos[3].fecha_compromiso",
    ])
    expect(await open.database.isEmpty()).toBe(true)
  })
})

describe("out and in again", () => {
  let other: TestDatabase | null = null
  afterEach(async () => {
    await other?.close()
    other = null
  })
  afterAll(() => other?.close())

  async function roundTrip(text: string): Promise<void> {
    other = await createTestDatabase()
    await importOk(text, other)
    expect(await exportar(other)).toBe(text)
    expect(await importOk(text)).toMatchObject({ creados: 0, actualizados: 0 })
  }

  it("gives the same text for the demonstration", async () => {
    await cargarDemo({ importacion: open.database.importacion, clock })
    await roundTrip(await exportar())
  })

  it("gives the same text for the guide's example, and imports it as it is printed", async () => {
    const guide = await readFile(new URL("../../docs/formato-importacion.md", import.meta.url), "utf8")
    const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? ""
    const { creados } = await importOk(example)
    expect(creados).toBeGreaterThan(15)
    expect(await importOk(example)).toMatchObject({ creados: 0, actualizados: 0 })
    await roundTrip(await exportar())
  })

  it("keeps texts that YAML could misread, rules that nothing uses yet, and an empty database", async () => {
    await roundTrip(await exportar())
    await other?.close()
    const texts = [
      "no",
      "2024-02-16",
      "1e3",
      "- guion",
      "a: b # c",
      "«ñ» \\ \" '",
      "línea 1\n\n  línea 2",
      "null",
      "~",
      "@everyone <!channel>",
      "🏛️",
    ]
    await importOk(
      archivo({
        organos: [
          organo({
            perfiles: [
              {
                version: 1,
                vigente_desde: "2024-01-01",
                otras_reglas: { quorum: { base: "integrantes_con_voto", minimo: 8 }, acta: "10dh" },
              },
            ],
          }),
        ],
        sesiones: [sesion({ hechos: texts.map((texto) => ({ seccion: "mensaje", texto })) })],
      }),
    )
    const { sesiones } = await open.database.importacion.export()
    expect(sesiones[0]?.hechos.map(({ texto }) => texto)).toEqual(texts)
    await roundTrip(await exportar())
  })
})

it("loads the demonstration once, whole, with no change the second time", async () => {
  const first = await cargarDemo({ importacion: open.database.importacion, clock })
  expect(first).toMatchObject({ actualizados: 0, sinCambio: 0 })
  expect(await cargarDemo({ importacion: open.database.importacion, clock })).toMatchObject({
    creados: 0,
    actualizados: 0,
    sinCambio: first.creados,
  })
})
