import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { type Command, defineCommand } from "../../src/commands/definition/definition.ts"
import { textoLibre } from "../../src/commands/opciones/texto.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { ACTOS } from "../../src/texts/bitacora.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { eventually } from "../support/eventually.ts"
import { ORDENES_PEDIDAS } from "../support/ordenes-pedidas.ts"
import { startCalendario } from "../support/servidor-calendario.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
const NADIE = "nadie"

/** What they say to the Secretaría Técnica is said to anybody, or says nothing of any record. */
const PUBLICAS: readonly string[] = [
  "sesion resumen",
  "sesion lista",
  "plenaria calendario",
  "plenaria cargos",
  "plenaria inhabiles",
  "plenaria quien-soy",
  // What is missing is asked for before anything is looked up.
  "directorio cuenta-suspender",
  "directorio cuenta-reactivar",
  "sesion punto-incluir",
  "sesion punto-mover",
  "sesion punto-fusionar",
]

const planted = (subcommand: string, run: Command["run"], more: Partial<Command> = {}): Command =>
  defineCommand({
    name: "plenaria",
    subcommand,
    synonyms: [],
    summary: "De prueba",
    audience: "todas",
    acts: false,
    options: z.object({}),
    run,
    ...more,
  })
const card = (text: string, tone: "aviso" | "error" = "aviso") => ({
  title: "Prueba",
  tone,
  blocks: [{ kind: "text" as const, text }],
  actions: [],
})
const PLANTED = [
  planted("prueba-publica", async () => ({ card: card("La sesión fue pública.") })),
  planted("prueba-distinta", async ({ actor }) => ({
    card: card(actor.kind === "vinculado" ? "La sesión es interna." : "No hay sesiones."),
  })),
  planted("prueba-boton", async ({ actor }) => ({
    card: {
      ...card("La sesión fue pública."),
      actions:
        actor.kind === "vinculado"
          ? [{ id: "plenaria.ayuda", label: "Ayuda", style: "normal" as const }]
          : [],
    },
  })),
  planted("prueba-formulario", async () => ({ card: card("Hecho.") }), {
    acts: true,
    audience: "del_organo",
    options: z.object({ texto: textoLibre({ summary: "lo que sea", label: "Texto", max: 100 }) }),
    form: {
      title: "Prueba",
      submit: "Enviar",
      fields: ["texto"],
      prepare: async () => ({ values: { texto: "Lo que ya constaba" }, intro: null }),
    },
  }),
]

interface Entrada {
  readonly tipo: string
  readonly objeto: string
  readonly cuenta: string | null
  readonly lugar: string | null
  readonly persona: string | null
  readonly plataforma: string
  readonly despues: unknown
}

let chat: Conversacion
let sql: Sql
beforeAll(async () => {
  chat = await startConversacion(undefined, [...allCommands, ...PLANTED])
  sql = await Sql.connect(chat.databaseUrl)
})
afterAll(async () => {
  await sql.close()
  await chat.close()
})

/** What `work` leaves in the log with its order: `sesion.agenda`. */
async function deja(orden: string, work: () => Promise<unknown>): Promise<readonly Entrada[]> {
  const [last] = await sql.rows(`SELECT coalesce(max("secuencia"), 0) AS "n" FROM "evento"`)
  await work()
  const rows = await sql.rows(
    `SELECT e."tipo", e."objeto", e."cuenta", e."lugar", p."clave" AS "persona", e."plataforma", e."despues"
     FROM "evento" e LEFT JOIN "persona" p ON p."id" = e."persona_id"
     WHERE e."secuencia" > $1 AND e."orden" = $2 ORDER BY e."secuencia"`,
    [last?.n, orden],
  )
  return rows as unknown as readonly Entrada[]
}
const tipos = (entradas: readonly Entrada[]) => entradas.map(({ tipo }) => tipo)

describe("an answer with data that are not public", () => {
  it("leaves one entry, whatever the command, and a public one none", async () => {
    const faltan: string[] = []
    for (const [command, [argument]] of Object.entries(ORDENES_PEDIDAS)) {
      const entradas = await deja(command.replace(" ", "."), () =>
        chat.ask(ST, `${command} ${argument}`.trim()),
      )
      const propias = entradas.filter(
        ({ persona, cuenta, lugar }) => persona === ST && cuenta === `demo/${ST}` && lugar === "demo/directo",
      )
      const esperadas = PUBLICAS.includes(command) ? 0 : 1
      if (entradas.length !== esperadas || propias.length !== esperadas)
        faltan.push(`${command}: ${tipos(entradas)}`)
    }
    expect(faltan).toEqual([])
  })

  it("leaves none to who is not in the directory, who is shown what is public", async () => {
    for (const [command, [argument]] of Object.entries(ORDENES_PEDIDAS)) {
      const entradas = await deja(command.replace(" ", "."), () =>
        chat.ask(NADIE, `${command} ${argument}`.trim()),
      )
      expect(
        tipos(entradas).filter((tipo) => tipo !== "orden.rechazada"),
        command,
      ).toEqual([])
    }
  })

  it("is told from a public one by what it says, not by its buttons", async () => {
    const pide = (orden: string) => deja(`plenaria.${orden}`, () => chat.press(ENLACE, `plenaria.${orden}`))
    expect(await pide("prueba-publica")).toEqual([])
    expect(await pide("prueba-boton")).toEqual([])
    expect(tipos(await pide("prueba-distinta"))).toEqual(["datos.mostrados"])
  })

  it("is about the record that it showed, and does not say what that is", async () => {
    const [una] = await deja("sesion.agenda", () => chat.press(ENLACE, "sesion.agenda:SO-22"))
    const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-22")
    expect(una).toMatchObject({
      tipo: "datos.mostrados",
      objeto: `consulta:sesion:${sesion?.id}`,
      persona: ENLACE,
      cuenta: `demo/${ENLACE}`,
      lugar: "demo/directo",
      plataforma: "consola",
    })
    expect(una?.despues).toEqual({ como: "enlace" })
    const clave = "CI/SO-21/07/2024/SRE"
    const [otra] = await deja("compromiso.ver", () => chat.ask(ENLACE, `compromiso ver ${clave}`))
    expect(otra?.objeto).toMatch(/^consulta:compromiso:[0-9a-f-]{36}$/)
  })

  it("changes nothing of what it is about: no message and no calendar is brought up to date for it", async () => {
    const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-22")
    const objeto = `sesion:${sesion?.id}`
    const before = await chat.eventos(objeto)
    const { to } = await chat.data.read.eventos.news("prueba")
    await chat.ask(ENLACE, "sesion agenda SO-22")
    expect(await chat.eventos(objeto)).toEqual(before)
    // Whoever has a transaction open anywhere on the server keeps later ones from being news.
    const news = await eventually(
      () => chat.data.read.eventos.news("prueba"),
      (found) => found.to > to,
    )
    expect(news.objetos.filter((uno) => uno.startsWith("consulta:"))).toEqual([])
  })

  it("is a form that is opened with data, and the same form again with what was wrong", async () => {
    const abre = () => chat.open(ENLACE, "plenaria prueba-formulario")
    expect(tipos(await deja("plenaria.prueba-formulario", abre))).toEqual(["datos.mostrados"])
    const falla = () => chat.submit(ENLACE, "plenaria.prueba-formulario", { texto: "" })
    expect(tipos(await deja("plenaria.prueba-formulario", falla))).toEqual(["datos.mostrados"])
  })

  it("is told once by an act, which says by its own entry that it was answered", async () => {
    const acusa = () => chat.ask(ENLACE, "sesion acuse SO-22")
    expect(tipos(await deja("sesion.acuse", acusa))).toEqual(["convocatoria.acusada"])
    // Nothing is done the second time; what is on record is shown.
    expect(tipos(await deja("sesion.acuse", acusa))).toEqual(["datos.mostrados"])
  })

  it("is a suggestion too, once in ten minutes for each account and command", async () => {
    const place = { adapter: "consola", workspace: "demo", channel: "directo" }
    const escribe = (user: string, typed: string, option = "clave") =>
      chat.router.complete({
        actor: { adapter: "consola", workspace: "demo", user },
        place,
        name: "acuerdo",
        subcommand: "ver",
        option,
        typed,
      })
    const letras = async (user: string) => {
      for (const typed of ["", "C", "CI"]) expect((await escribe(user, typed)).length).toBeGreaterThan(0)
    }
    expect(tipos(await deja("acuerdo.ver", () => letras(ENLACE)))).toEqual(["datos.sugeridos"])
    expect(tipos(await deja("acuerdo.ver", () => letras(ST)))).toEqual(["datos.sugeridos"])
    expect(await deja("acuerdo.ver", () => letras(ENLACE))).toEqual([])
    chat.movesTo("2024-06-11T16:10:00.000Z")
    expect(tipos(await deja("acuerdo.ver", () => letras(ENLACE)))).toEqual(["datos.sugeridos"])
    expect(await deja("acuerdo.ver", () => escribe(NADIE, ""))).toEqual([])
  })

  it("is a calendar read by its address, once a day, in the name of whom it was given to", async () => {
    let now = "2024-06-11T16:10:00.000Z"
    const server = await startCalendario(chat.data, { now: () => now })
    try {
      const { text } = await chat.ask(ENLACE, "plenaria suscripcion-crear")
      const path = /\/calendario\/[\w-]{43}\.ics/.exec(text)?.[0] ?? ""
      const lee = async () => {
        for (let i = 0; i < 3; i += 1) expect((await fetch(server.url + path)).status).toBe(200)
      }
      const [una, ...otras] = await deja("calendario.leer", lee)
      expect(otras).toEqual([])
      expect(una).toMatchObject({
        tipo: "calendario.leido",
        persona: ENLACE,
        cuenta: null,
        plataforma: "calendario",
      })
      expect(JSON.stringify(una)).not.toContain(path.slice(12, -4))
      now = "2024-06-12T16:10:00.000Z"
      expect(tipos(await deja("calendario.leer", lee))).toEqual(["calendario.leido"])
    } finally {
      await server.close()
    }
  })

  it("is not given when it cannot be put on record; a public one is", async () => {
    await sql.rows(`CREATE FUNCTION "sin_lugar"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no room'; END $$`)
    await sql.rows(
      `CREATE TRIGGER "sin_lugar" BEFORE INSERT ON "evento" FOR EACH ROW EXECUTE FUNCTION "sin_lugar"()`,
    )
    try {
      const { text } = await chat.ask(ENLACE, "compromiso ver CI/SO-21/07/2024/SRE")
      expect(text).toMatch(/REF-[0-9A-Z]{4}/)
      expect(text).not.toContain("SRE")
      expect(await chat.open(ENLACE, "plenaria prueba-formulario")).toMatchObject({ kind: "reply" })
      expect((await chat.ask(ENLACE, "plenaria prueba-publica")).text).toContain("La sesión fue pública.")
    } finally {
      await sql.rows(`DROP TRIGGER "sin_lugar" ON "evento"`)
    }
    expect((await chat.ask(ENLACE, "compromiso ver CI/SO-21/07/2024/SRE")).text).toContain("informe anual")
  })

  it("has words for every kind of entry that there is", async () => {
    const kinds = (await sql.rows(`SELECT DISTINCT "tipo" FROM "evento"`)).map(({ tipo }) => String(tipo))
    expect(kinds.length).toBeGreaterThan(5)
    expect(kinds.filter((tipo) => !Object.hasOwn(ACTOS, tipo))).toEqual([])
  })
})
