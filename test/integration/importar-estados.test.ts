import { readFile } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { stringify } from "yaml"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { cardOfAnswer } from "../../src/cards/form.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { EstadoSesion } from "../../src/domain/tipos/sesion.ts"
import { ESTADO_SESION } from "../../src/texts/etiquetas.ts"
import { type Charla, charlaOn } from "../support/conversacion.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

/** Every state that a file may bring a session in, and everything that may be done to it then: one session for each. */

const ESTADOS = Object.keys(ESTADO_SESION) as EstadoSesion[]
const ORGANO = "comite-x"
const INSTITUCIONES = ["AAA", "BBB", "CCC"]
const ST = "st"
const ENLACE = "enlace-bbb"
const TITULAR = "titular-bbb"
/** Ten minutes after the hour of every session, on its day. */
const NOW = "2035-03-06T16:10:00.000Z"

const motivo = "Así lo pidió la presidencia."
const nuevo = { fecha: "2035-03-20", hora: "10:00" }
const TODOS = ESTADOS
const CONVOCADAS: readonly EstadoSesion[] = ESTADOS.filter(
  (uno) => uno !== "programada" && uno !== "clausurada",
)
const POR_CELEBRAR: readonly EstadoSesion[] = ["programada", "convocada", "diferida"]
const ABIERTAS: readonly EstadoSesion[] = ["instalada", "receso"]

interface Acto {
  readonly quien?: string
  /** What is typed; `$` is the session. */
  readonly escrito: string
  /** What is filled in, where it opens a form. */
  readonly forma?: Readonly<Record<string, string>>
  /** In which states it is taken; in the others it is refused with a reason. */
  readonly en: readonly EstadoSesion[]
}

const ACTOS: readonly Acto[] = [
  { escrito: "/sesion agenda $", en: TODOS },
  { escrito: "/sesion editar $", forma: { etiqueta: "Otra", ...nuevo }, en: ["programada", "diferida"] },
  { escrito: "/sesion punto-agregar $", forma: { titulo: "Un punto más" }, en: POR_CELEBRAR },
  {
    quien: ENLACE,
    escrito: "/sesion proponer $",
    forma: { titulo: "Un punto propuesto", exposicion: "Por su importancia." },
    en: POR_CELEBRAR,
  },
  { escrito: "/sesion convocar $", en: ["programada", "diferida"] },
  { escrito: "/sesion rectificar $", forma: { ...nuevo, sede: "Otra sala", motivo }, en: ["convocada"] },
  { escrito: "/sesion diferir $", forma: { ...nuevo, motivo }, en: ["programada", "convocada"] },
  { escrito: "/sesion cancelar $", forma: { motivo }, en: POR_CELEBRAR },
  { quien: ENLACE, escrito: "/sesion acuse $", en: ["convocada", "diferida", "cancelada"] },
  { escrito: "/sesion acuses $", en: CONVOCADAS },
  { escrito: "/sesion acuses-exportar $", en: CONVOCADAS },
  { quien: ENLACE, escrito: "/sesion asistencia titular sesion:$", en: ["convocada"] },
  {
    quien: ENLACE,
    escrito: "/sesion suplente $",
    forma: { nombre: "Ana Pérez", cargo: "Directora General", oficio: "123/2035" },
    en: ["convocada"],
  },
  { escrito: "/sesion quorum $", en: CONVOCADAS },
  { escrito: "/sesion segunda $", forma: nuevo, en: ["sin_quorum"] },
  { escrito: "/sesion pase-ver $", en: CONVOCADAS },
  { escrito: "/sesion pase-llegada CCC sesion:$", en: ["convocada", ...ABIERTAS] },
  { escrito: "/sesion pase-salida BBB sesion:$", en: ["convocada", ...ABIERTAS] },
  { escrito: "/sesion pase-deshacer BBB sesion:$", en: CONVOCADAS },
  { escrito: "/sesion instalar $", en: ["convocada"] },
  { escrito: "/sesion sin-quorum $", forma: { motivo }, en: ["convocada", ...ABIERTAS] },
  { escrito: "/sesion en-curso $", en: ABIERTAS },
  { escrito: "/sesion punto-discutir 1 sesion:$", en: ["instalada"] },
  { escrito: "/sesion punto-desahogar 1 sesion:$", en: ["instalada"] },
  { escrito: "/sesion punto-diferir 1 sesion:$", forma: { motivo }, en: ["instalada"] },
  { escrito: "/sesion receso $", en: ["instalada"] },
  { escrito: "/sesion reanudar $", en: ["receso"] },
  {
    escrito: "/acuerdo registrar $",
    forma: { texto: "Se aprueba el programa de trabajo.", tipo: "informativo" },
    // Of one that is closed with its reason, as registered afterwards.
    en: [...ABIERTAS, "clausurada"],
  },
  { escrito: "/acuerdo votacion-abrir ¿Se aprueba? sesion:$", en: ["instalada"] },
  { quien: TITULAR, escrito: "/acuerdo votar a_favor votacion:$/1", en: [] },
  { escrito: "/sesion clausurar $", en: ABIERTAS },
  { escrito: "/sesion deshacer $", forma: { motivo }, en: [] },
  { escrito: "/sesion resumen $", en: ["clausurada"] },
  { escrito: "/sesion comunicado $", en: ["clausurada"] },
  { escrito: "/sesion resumen-editar $", en: ["clausurada"] },
  { escrito: "/sesion publicar $", en: ["clausurada"] },
  { escrito: "/sesion erratas $", en: ["clausurada"] },
]

const numeroDe = (acto: Acto, estado: EstadoSesion) =>
  ACTOS.indexOf(acto) * ESTADOS.length + ESTADOS.indexOf(estado) + 1

function sesionDe(acto: Acto, estado: EstadoSesion) {
  const numero = numeroDe(acto, estado)
  const abierta = ABIERTAS.includes(estado)
  // Items may be proposed until two days before.
  const lejos = acto.escrito.includes("proponer") && !abierta
  return {
    organo: ORGANO,
    clave: `SO-${numero}`,
    tipo: "ordinaria",
    numero,
    etiqueta: `Sesión ${numero}`,
    fecha: lejos ? "2035-06-05" : "2035-03-06",
    hora: "10:00",
    estado,
    ...(estado === "programada" ? {} : { convocada_el: "2035-02-20" }),
    ...(abierta
      ? {
          instalada_en: "2035-03-06T10:05:00-06:00",
          asistencias: [
            { institucion: "AAA", calidad: "preside" },
            { institucion: "BBB", calidad: "representada", persona_nombre: "Ana Pérez" },
          ],
        }
      : {}),
    puntos: [{ titulo: "Punto único" }],
  }
}

const archivo = () =>
  stringify({
    version: 1,
    organos: [{ clave: ORGANO, tipo: "comision", nombre_oficial: "Comité X", nombre_corto: "Comité X" }],
    instituciones: INSTITUCIONES.map((siglas) => ({ siglas, nombre: `Institución ${siglas}` })),
    integrantes: INSTITUCIONES.map((institucion) => ({
      organo: ORGANO,
      institucion,
      con_voto: true,
      rol: institucion === "AAA" ? "presidencia" : "integrante",
      desde: "2026-01-01",
    })),
    personas: [
      { clave: ST, nombre: "Persona Secretaria" },
      { clave: ENLACE, nombre: "Persona Enlace" },
      { clave: TITULAR, nombre: "Persona Titular" },
    ],
    designaciones: [
      { persona: ST, organo: ORGANO, institucion: "AAA", calidad: "secretaria_tecnica", desde: "2026-01-01" },
      { persona: ENLACE, organo: ORGANO, institucion: "BBB", calidad: "enlace", desde: "2026-01-01" },
      { persona: TITULAR, organo: ORGANO, institucion: "BBB", calidad: "titular", desde: "2026-01-01" },
    ],
    cuentas: [ST, ENLACE, TITULAR].map((persona) => ({
      adapter: "consola",
      workspace: "demo",
      usuario: persona,
      persona,
    })),
    canales: [
      {
        clave: "bbb",
        nombre: "bbb",
        adapter: "consola",
        workspace: "demo",
        canal: "bbb",
        audiencia: "institucion",
        organo: ORGANO,
        institucion: "BBB",
      },
    ],
    sesiones: ACTOS.flatMap((acto) => ESTADOS.map((estado) => sesionDe(acto, estado))),
  })

let database: TestDatabase
let chat: Charla
beforeAll(async () => {
  database = await createTestDatabase()
  const deps = importDeps(database, { now: () => NOW })
  const result = await importarDocumento(deps, archivo())
  expect(result).toMatchObject({ kind: "ok" })
  chat = charlaOn(database, NOW)
})
afterAll(() => database.close())

/** The answer as it is read, and whether it says that the act is refused. */
async function hacer({ quien = ST, escrito, forma }: Acto, clave: string) {
  const typed = await chat.open(quien, escrito.replace("$", clave))
  const answer = typed.kind === "form" && forma ? await chat.submit(quien, typed.form.id, forma) : typed
  const card = cardOfAnswer(answer)
  if (card === null) throw new Error(`no card: ${JSON.stringify(answer)}`)
  const text = renderPlainText(card)
  return { text, refused: card.tone === "error" || /no tiene resumen|No hay nada que deshacer/.test(text) }
}

describe.each(ACTOS.map((acto) => [acto.escrito.replaceAll("$", "").trim(), acto] as const))(
  "%s",
  (_, acto) => {
    it.each(ESTADOS)("of a session imported as «%s»", async (estado) => {
      const { text, refused } = await hacer(acto, `SO-${numeroDe(acto, estado)}`)
      expect(text).not.toMatch(/inesperado|no se pudo/i)
      expect(refused, text).toBe(!acto.en.includes(estado))
      // Of one that was called nobody is told that it was not.
      if (estado !== "programada")
        expect(text).not.toMatch(/aún no se convoca|no está convocada|nadie había sido/i)
      if (refused) expect(text).toMatch(razon(estado))
    })
  },
)

/** A refusal says how the session is, or what is missing for what was asked. */
const razon = (estado: EstadoSesion) =>
  new RegExp(
    [
      `está ${ESTADO_SESION[estado]}`,
      "aún no se convoca",
      "no está clausurada",
      "aún no se clausura",
      "se canceló",
      "no se celebró por falta de quórum",
      "No hay una votación abierta",
      "No se encontró la votación",
    ].join("|"),
  )

describe("a session imported as convened", () => {
  const convocada = (n: number) => `SO-${numeroDe(ACTOS[n] as Acto, "convocada")}`

  it("has its convocatoria, sent by nobody that is on record, and the members of that day", async () => {
    const { read } = database.unitOfWork
    const [organo] = await read.organos.all()
    const sesion = await read.sesiones.byClave(organo?.id ?? "", convocada(0))
    const [convocatoria, ...otras] = await read.convocatorias.list(sesion?.id ?? "")
    expect(otras).toEqual([])
    expect(convocatoria).toMatchObject({
      version: 1,
      tipo: "convocatoria",
      personaId: null,
      enviadaEn: null,
      contenido: { fecha: "2035-03-06", hora: "10:00", puntos: [{ titulo: "Punto único" }] },
    })
    expect(await read.sesiones.integrantes(sesion?.id ?? "")).toHaveLength(INSTITUCIONES.length)
  })

  it("says on what day it was called, and not at what hour", async () => {
    const { text } = await chat.ask(ST, `/sesion acuses ${convocada(0)}`)
    expect(text).toContain("convocatoria enviada el martes 20 de febrero de 2035.")
  })

  it("keeps what is on record of it when it is imported again", async () => {
    const deps = importDeps(database, { now: () => NOW })
    const { read } = database.unitOfWork
    const [organo] = await read.organos.all()
    const sesion = await read.sesiones.byClave(organo?.id ?? "", convocada(0))
    const once = stringify({
      version: 1,
      sesiones: [sesionDe(ACTOS[0] as Acto, "convocada")],
    })
    expect(await importarDocumento(deps, once)).toMatchObject({ kind: "ok", resumen: { creados: 0 } })
    expect(await read.convocatorias.list(sesion?.id ?? "")).toHaveLength(1)
  })
})

it("is refused as a session in course by a file that does not say since when", async () => {
  const [acto] = ACTOS
  const { instalada_en: _, ...sin } = sesionDe(acto as Acto, "instalada") as Record<string, unknown>
  const deps = importDeps(database, { now: () => NOW })
  const text = stringify({ version: 1, sesiones: [{ ...sin, clave: "SO-9000", numero: 9000 }] })
  expect(await importarDocumento(deps, text)).toMatchObject({
    kind: "invalid",
    problems: [{ place: "sesiones[0].instalada_en" }],
  })
})

it("is refused as convened by a file whose body has no members that day", async () => {
  const deps = importDeps(database, { now: () => NOW })
  const antes = { ...sesionDe(ACTOS[0] as Acto, "convocada"), clave: "SO-9001", numero: 9001 }
  const text = stringify({
    version: 1,
    sesiones: [{ ...antes, fecha: "2025-03-06", convocada_el: "2025-02-20" }],
  })
  const result = await importarDocumento(deps, text)
  expect(result).toMatchObject({ kind: "invalid", problems: [{ place: "sesiones[0].estado" }] })
  expect(JSON.stringify(result)).toContain("no tiene integrantes el 2025-02-20")
})

describe("data in which an earlier version imported sessions already called", () => {
  const MIGRATION = "../../prisma/migrations/20261201003100_sesiones_ya_convocadas/migration.sql"

  it("are completed when they are brought up to date, with what an import takes", async () => {
    const sql = await readFile(new URL(MIGRATION, import.meta.url), "utf8")
    const clave = `SO-${numeroDe(ACTOS[0] as Acto, "convocada")}`
    const { fresh } = database.unitOfWork
    const [organo] = await fresh.organos.all()
    const id = (await fresh.sesiones.byClave(organo?.id ?? "", clave))?.id ?? ""
    const registrado = async () => ({
      convocatorias: (await fresh.convocatorias.list(id)).map(({ id: _, ...una }) => una),
      integrantes: await fresh.sesiones.integrantes(id),
    })
    const antes = await registrado()
    await Sql.using(database.url, async (connection) => {
      await connection.rows("DELETE FROM convocatoria WHERE sesion_id = $1", [id])
      await connection.rows("DELETE FROM integrante_sesion WHERE sesion_id = $1", [id])
      await connection.run(sql)
      await connection.run(sql)
    })
    expect(await registrado()).toEqual(antes)
  })
})
