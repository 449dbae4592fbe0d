import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { stringify } from "yaml"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { runOrder } from "../support/cli.ts"
import { charlaOn } from "../support/conversacion.ts"
import { createPreparedDatabase, createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"

/** What a file would erase, move or take back is shown, and is done once somebody says that it is meant. */

const NOW = "2034-12-01T16:00:00.000Z"
const ORGANO = "comite-x"
const TEAM = "T0123ABCD"
const canal = (clave: string, donde: string, more: object = {}) => ({
  clave,
  nombre: clave,
  adapter: "slack",
  workspace: TEAM,
  canal: donde,
  audiencia: "institucion",
  organo: ORGANO,
  institucion: "BBB",
  ...more,
})
const SESION = {
  organo: ORGANO,
  clave: "SO-2",
  tipo: "ordinaria",
  numero: 2,
  etiqueta: "Segunda Sesión Ordinaria",
  fecha: "2035-03-06",
  hora: "10:00",
  estado: "programada",
  sede: "Sala de juntas",
  puntos: [{ titulo: "Punto único", numero: "1" }],
  acuerdos: [
    {
      clave: "CX/SO-2/01/2035",
      numero: 1,
      texto: "Remitir observaciones.",
      tipo: "con_seguimiento",
      compromisos: [
        {
          institucion: "BBB",
          texto: "Remitir.",
          fecha_compromiso: "2035-04-02",
          estado: "en_proceso",
          avances: [{ texto: "Va bien.", registrado_en: "2035-03-10T10:00:00-06:00" }],
        },
      ],
    },
  ],
}
const DATOS = {
  version: 1,
  organos: [{ clave: ORGANO, tipo: "comision", nombre_oficial: "Comité X", nombre_corto: "Comité X" }],
  instituciones: [
    { siglas: "AAA", nombre: "Institución A" },
    { siglas: "BBB", nombre: "Institución B", alias: [{ texto: "La B" }] },
    { siglas: "BOM", nombre: "Heroico Cuerpo de Auxilio" },
  ],
  integrantes: [
    { organo: ORGANO, institucion: "AAA", con_voto: true, rol: "presidencia", desde: "2026-01-01" },
    { organo: ORGANO, institucion: "BBB", con_voto: true, desde: "2026-01-01", fundamento: "Artículo 5" },
  ],
  personas: [
    { clave: "st", nombre: "Persona Secretaria", cargo: "Secretaría Técnica" },
    { clave: "otra", nombre: "Otra Persona" },
    { clave: "enlace-bbb", nombre: "Persona Enlace" },
  ],
  designaciones: [
    {
      persona: "st",
      organo: ORGANO,
      institucion: "AAA",
      calidad: "secretaria_tecnica",
      oficio: "AAA/001/2026",
      desde: "2026-01-01",
    },
    { persona: "enlace-bbb", organo: ORGANO, institucion: "BBB", calidad: "enlace", desde: "2026-01-01" },
  ],
  cuentas: [
    { adapter: "slack", workspace: TEAM, usuario: "U00000000ST", persona: "st" },
    { adapter: "consola", workspace: "demo", usuario: "st", persona: "st" },
  ],
  canales: [
    canal("st", "C000000ST", { audiencia: "secretaria_tecnica", institucion: null }),
    canal("bbb", "C00000BBB"),
  ],
  sesiones: [SESION],
}

let database: TestDatabase
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-importar-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function importar(contenido: object, ...flags: readonly string[]) {
  const file = join(folder, "archivo.yaml")
  writeFileSync(file, stringify({ version: 1, ...contenido }))
  return runOrder(["importar", file, ...flags], { DATABASE_URL: database.url })
}
const exportado = async () => (await runOrder(["exportar"], { DATABASE_URL: database.url })).stdout

async function conDatos() {
  database = await createPreparedDatabase({
    contents: "a small body to be changed by files",
    prepare: async (fresh) => {
      const deps = importDeps(fresh, { now: () => NOW })
      expect(await importarDocumento(deps, stringify(DATOS))).toMatchObject({ kind: "ok" })
    },
  })
}

describe("into an empty database", () => {
  beforeEach(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => database.close())

  it("needs no confirmation, and the simulation says what would be added without adding it", async () => {
    const simulada = await importar(DATOS, "--simular")
    expect(simulada).toMatchObject({ status: 0, stderr: "" })
    expect(simulada.stdout).toContain("no se escribió nada")
    expect(simulada.stdout).toContain("  + instituciones BBB (alias: 1)")
    expect(simulada.stdout).toContain(`  + sesiones ${ORGANO} / SO-2 (puntos: 1, acuerdos: 1)`)
    expect(simulada.stdout).toContain("repita la orden sin --simular")
    expect(await database.isEmpty()).toBe(true)
    expect(await importar(DATOS)).toMatchObject({ status: 0, stderr: "" })
    expect((await importar(DATOS, "--simular")).stdout).not.toMatch(/Se agregan|Cambian/)
  })

  it("says every problem of a simulated file too", async () => {
    const mal = { ...DATOS, canales: [canal("bbb", "#comite", { workspace: "x.slack.com" })] }
    const answer = await importar(mal, "--simular")
    expect(answer).toMatchObject({ status: 1, stdout: "" })
    expect(answer.stderr).toContain("canales[0].workspace: «x.slack.com» no es un identificador")
    expect(answer.stderr).toContain("canales[0].canal: «#comite» no es un identificador")
  })
})

describe("a file about what is recorded", () => {
  beforeAll(conDatos)
  afterAll(() => database.close())

  it("keeps what it does not say", async () => {
    const before = await exportado()
    const [{ hechos: _, ...sesion }] = [{ ...SESION, hechos: [] }]
    const answer = await importar({
      organos: DATOS.organos,
      instituciones: [{ siglas: "BBB", nombre: "Institución B" }],
      integrantes: [{ organo: ORGANO, institucion: "BBB", con_voto: true, desde: "2026-01-01" }],
      personas: [{ clave: "st", nombre: "Persona Secretaria" }],
      designaciones: DATOS.designaciones.map(({ oficio: __, ...rest }) => rest),
      sesiones: [
        {
          organo: sesion.organo,
          clave: sesion.clave,
          tipo: sesion.tipo,
          numero: sesion.numero,
          etiqueta: sesion.etiqueta,
          puntos: [{ titulo: "Punto único" }],
          acuerdos: [
            {
              clave: "CX/SO-2/01/2035",
              numero: 1,
              texto: "Remitir observaciones.",
              tipo: "con_seguimiento",
              compromisos: [{ institucion: "BBB", texto: "Remitir." }],
            },
          ],
        },
      ],
    })
    expect(answer).toMatchObject({ status: 0, stderr: "" })
    expect(answer.stdout).toContain("Sin cambios")
    expect(await exportado()).toBe(before)
  })

  it("suggests the person that was meant by the name that is on record", async () => {
    const answer = await importar({ cuentas: [{ ...DATOS.cuentas[0], persona: "Persona Secretaria" }] })
    expect(answer.stderr).toContain(
      "«Persona Secretaria» no existe en el archivo ni en los datos; ¿quiso decir «st»?",
    )
  })

  it("suggests the institution that was meant by any of its names", async () => {
    const answer = await importar({
      integrantes: [{ organo: ORGANO, institucion: "Bomberos", con_voto: true, desde: "2026-01-01" }],
    })
    expect(answer.stderr).toContain("«Bomberos» no existe en el archivo ni en los datos; ¿quiso decir «BOM»?")
  })

  it.each([
    [
      "a recorded field that it empties",
      { designaciones: [{ ...DATOS.designaciones[0], hasta: "2035-12-31", oficio: null }] },
      "oficio: «AAA/001/2026» → (se borra)",
      "borra un dato registrado",
    ],
    [
      "an account that it gives to somebody else",
      { cuentas: [{ ...DATOS.cuentas[0], persona: "otra" }] },
      "persona: «st» (Persona Secretaria) → «otra» (Otra Persona)",
      "la cuenta sería de otra persona",
    ],
    [
      "a channel that it moves",
      { canales: [canal("bbb", "C00000CCC")] },
      "canal: «C00000BBB» → «C00000CCC»",
      "los mensajes se leerían en otro lugar",
    ],
    [
      "a channel that it opens to others",
      { canales: [canal("bbb", "C00000BBB", { audiencia: "publica" })] },
      "audiencia: «institucion» → «publica»",
      "los leerían otras personas",
    ],
    [
      "a state that it takes back",
      {
        sesiones: [
          {
            ...SESION,
            acuerdos: SESION.acuerdos.map((a) => ({
              ...a,
              compromisos: a.compromisos.map((c) => ({ ...c, estado: "pendiente" })),
            })),
          },
        ],
      },
      "estado: «en_proceso» → «pendiente»",
      "vuelve a un estado anterior",
    ],
  ])("is refused for %s, with the change and how to confirm it", async (_, contenido, cambio, porque) => {
    const before = await exportado()
    const answer = await importar(contenido)
    expect(answer).toMatchObject({ status: 1, stdout: "" })
    expect(answer.stderr).toContain("No se importó nada: 1 cambio pide confirmación")
    expect(answer.stderr).toContain(cambio)
    expect(answer.stderr).toContain(porque)
    expect(answer.stderr).toContain("--confirmar-cambios")
    const simulada = await importar(contenido, "--simular")
    expect(simulada).toMatchObject({ status: 0, stderr: "" })
    expect(simulada.stdout).toContain(`${cambio}   [pide confirmación:`)
    expect(await exportado(), "nothing was written").toBe(before)
  })

  it("is taken with what it adds and corrects, which takes nothing from anybody", async () => {
    const answer = await importar({
      personas: [{ clave: "otra", nombre: "Otra Persona", cargo: "Dirección General" }],
      instituciones: [{ siglas: "BBB", nombre: "Institución B, corregida" }],
    })
    expect(answer).toMatchObject({ status: 0, stderr: "" })
    expect(await exportado()).toContain("Institución B, corregida")
  })

  it("is warned of, and refused by nothing, when a new person has the name of one who is on record", async () => {
    const contenido = { personas: [{ clave: "otra-2", nombre: "OTRA PERSONA" }] }
    for (const answer of [await importar(contenido, "--simular"), await importar(contenido)]) {
      expect(answer).toMatchObject({ status: 0, stderr: "" })
      expect(answer.stdout).toContain("«otra-2» se llama igual que «otra», que ya consta")
    }
    expect((await importar(contenido)).stdout, "it is on record now").not.toContain("Atención")
  })

  it("that leaves a list empty erases nothing, and is told how to leave it alone", async () => {
    const answer = await importar({ sesiones: [{ ...SESION, puntos: [], acuerdos: [] }] })
    expect(answer.status).toBe(1)
    expect(answer.stderr).toContain("una importación no borra")
  })
})

describe("confirmed", () => {
  beforeEach(conDatos)
  afterEach(() => database.close())
  const avisos = () => database.unitOfWork.read.deliveries.list({ limit: 100 })

  it("empties the field, and the log keeps what it said", async () => {
    const contenido = { designaciones: [{ ...DATOS.designaciones[0], oficio: null }] }
    expect(await importar(contenido, "--confirmar-cambios")).toMatchObject({ status: 0, stderr: "" })
    expect(await exportado()).not.toContain("AAA/001/2026")
    expect(await avisos(), "of that nobody is told").toEqual([])
  })

  it("gives the account to the other person, and the Secretaría Técnica is told where it reads", async () => {
    const contenido = { cuentas: [{ ...DATOS.cuentas[0], persona: "otra" }] }
    expect(await importar(contenido, "--confirmar-cambios")).toMatchObject({ status: 0 })
    const [aviso, ...otros] = await avisos()
    expect(otros).toEqual([])
    expect(aviso?.to).toEqual({ adapter: "slack", workspace: TEAM, channel: "C000000ST" })
    expect(JSON.stringify(aviso?.card)).toContain("ahora es de Otra Persona (antes: Persona Secretaria)")
  })

  it("moves the channel of the Secretaría Técnica, which is told where it read and where it reads now", async () => {
    const [st] = DATOS.canales
    const contenido = { canales: [{ ...st, canal: "C00000OTRO" }] }
    expect(await importar(contenido, "--confirmar-cambios")).toMatchObject({ status: 0 })
    const found = await avisos()
    expect(found.map(({ to }) => to.channel).sort()).toEqual(["C000000ST", "C00000OTRO"])
    expect(JSON.stringify(found[0]?.card)).toContain("canal: C00000OTRO (antes: C000000ST)")
  })
})

describe("a file from before somebody acted in chat", () => {
  beforeEach(conDatos)
  afterEach(() => database.close())

  it("does not take a session back to what it was, nor change what was said of it, unless it is confirmed", async () => {
    const chat = charlaOn(database, "2034-12-02T16:00:00.000Z")
    const { card } = await chat.ask("st", "/sesion convocar SO-2")
    await chat.press("st", card.actions[0]?.id ?? "")
    const antes = await exportado()
    expect(antes).toContain("estado: convocada")
    const vieja = await importar({ sesiones: [SESION] })
    expect(vieja.status).toBe(1)
    expect(vieja.stderr).toContain("consta que se convocó el 2034-12-02 y el estado es «programada»")
    const borra = await importar({ sesiones: [{ ...SESION, convocada_el: null }] })
    expect(borra.status).toBe(1)
    expect(borra.stderr).toContain("estado: «convocada» → «programada»")
    const otraSede = await importar({ sesiones: [{ ...SESION, estado: "convocada", sede: "Otra sala" }] })
    expect(otraSede.stderr).toContain("deshace lo que alguien registró en el chat")
    expect(await exportado()).toBe(antes)
    const { estado: _, ...sinEstado } = SESION
    expect(await importar({ sesiones: [sinEstado] })).toMatchObject({ status: 0 })
    expect(await exportado(), "what it does not say stays").toBe(antes)
  })
})
