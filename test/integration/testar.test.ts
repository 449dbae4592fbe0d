import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { SIN_NOTICIAS } from "../../src/app/canal/recepcion.ts"
import type { Card } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { escribirLugar } from "../../src/domain/testado/lugar.ts"
import { runOrder } from "../support/cli.ts"
import { type Charla, charlaOn } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemostracionVivida } from "../support/demostracion-vivida.ts"
import { dondequiera } from "../support/dondequiera.ts"
import { ST } from "../support/sesion-instalada.ts"
import { Sql } from "../support/sql.ts"
import { TEXTOS_FUERA } from "../support/textos-fuera.ts"

const SCRIPT = new URL("../../docs/verificar-bitacora.mjs", import.meta.url)
const { verificar } = await import(SCRIPT.href)

const AHORA = "2024-08-20T16:00:00.000Z"
const FRASE = "la señora Xóchitl, de Atlixco"
/** As a list shortens it. */
const CORTADA = "Se atendió a la señora Xóchitl, de…"
/** Stands in another body alone. */
const AJENA = "Nadie de por aquí"
const MOTIVO = "Se escribió por error el dato de una persona"
const dicho = { clase: "victima", motivo: MOTIVO, descripcion: "" }

let database: TestDatabase
let sql: Sql
let chat: Charla

/** However it is written. */
const porTodas = async () => [
  ...(await dondequiera(sql, "Xóchitl")),
  ...(await dondequiera(sql, "XÓCHITL")),
  ...(await dondequiera(sql, "Xochitl")),
  ...(await dondequiera(sql, "X%C3%B3chitl")),
  ...(await dondequiera(sql, "Atlixco")),
]

const valor = async (query: string) => String(Object.values((await sql.rows(query))[0] ?? {})[0])

async function exportada(): Promise<readonly string[]> {
  const lineas: string[] = []
  await database.unitOfWork.fresh.registro.exportar((linea) => void lineas.push(linea))
  return lineas
}

/** In a row of each table that is no evidence, in every column where a person's text may stand. */
async function enTodoRegistro(organo: string): Promise<readonly string[]> {
  const sellados = [
    "evento",
    "voto",
    "avance",
    "resumen_sesion",
    "autorizacion",
    "prorroga",
    "delivery",
    "consola_mensaje",
  ]
  const planted: string[] = []
  const catalogo = await sql.rows("SELECT * FROM textos_guardados()")
  for (const { tabla, columnas, ambito } of catalogo) {
    if (sellados.includes(String(tabla))) continue
    const propio = String(ambito).replaceAll("$1", `'${organo}'`)
    for (const columna of columnas as readonly string[]) {
      const json = ["contenido", "resultado", "reglas"].includes(columna)
      const dice = json
        ? `coalesce(${columna}, '{}') || jsonb_build_object('dicho', 'Habló ${FRASE}')`
        : `coalesce(${columna}, 'https://ejemplo.gob.mx') || ' ${FRASE}'`
      // These come with another column, or not at all.
      const hay = ["motivo_anulacion", "resultado_texto", "falla_motivo", "posterior_motivo"].includes(
        columna,
      )
        ? `AND "${columna}" IS NOT NULL`
        : ""
      const [fila] =
        await sql.rows(`WITH una AS (SELECT ctid FROM "${tabla}" t WHERE ${propio} ${hay} ORDER BY "${columna}" IS NULL LIMIT 1)
        UPDATE "${tabla}" SET "${columna}" = ${dice} WHERE ctid IN (SELECT ctid FROM una) RETURNING 1 AS n`)
      if (fila) planted.push(`${tabla}.${columna}`)
    }
  }
  return planted
}

async function enLoQueHaceFe(organo: string): Promise<void> {
  await database.unitOfWork.read.eventos.append({
    tipo: "sesion.editada",
    objeto: `sesion:${await valor("SELECT id FROM sesion LIMIT 1")}`,
    organoId: organo,
    personaId: null,
    plataforma: "sistema",
    antes: { sede: FRASE.toUpperCase(), otra: FRASE.replaceAll("ó", "o") },
    despues: { titulo: ["Vino", `«${FRASE.replace(", ", ",\n ")}»`], estado: "vigente" },
    instante: AHORA,
  })
  // What an import writes of the parts of a session names no body.
  await sql.run(`
    INSERT INTO evento (id, tipo, objeto, plataforma, despues, instante)
      SELECT gen_random_uuid(), 'importacion.alta', 'hecho_sesion:' || id, 'sistema', '{"texto":"${FRASE}"}', now()
      FROM hecho_sesion LIMIT 1;
    INSERT INTO avance (id, compromiso_id, texto, url, registrado_en)
      SELECT gen_random_uuid(), id, 'Se vio a ${FRASE}', 'https://a.gob.mx/x?q=la%20se%C3%B1ora%20X%C3%B3chitl,%20de%20Atlixco', now()
      FROM compromiso LIMIT 1;
    INSERT INTO prorroga (id, compromiso_id, rige, propuesta, motivo, decide, estado, solicitante_id, plataforma, pedida_en, resuelve_id, resuelta_en, respuesta)
      SELECT gen_random_uuid(), c.id, '2024-03-01', '2024-04-01', 'Falta ${FRASE}', 'pleno', 'negada', p.id, 'consola', now(), p.id, now(), 'No con ${FRASE}'
      FROM compromiso c, persona p LIMIT 1;
    INSERT INTO resumen_sesion (id, sesion_id, version, estado, contenido, motivo, persona_id, creado_en, publicado_en)
      SELECT gen_random_uuid(), sesion_id, 90, 'publicado', contenido || '{"nota":"${FRASE}"}', '${FRASE}', persona_id, now(), now()
      FROM resumen_sesion LIMIT 1;
    BEGIN;
    INSERT INTO evento (id, tipo, objeto, plataforma, instante) VALUES (gen_random_uuid(), 'votacion.voto_corregido', 'x', 'sistema', now());
    UPDATE voto SET voto_particular = 'Por ${FRASE}' WHERE votacion_id = (SELECT id FROM votacion WHERE modo <> 'cedula' AND id IN (SELECT votacion_id FROM voto) LIMIT 1);
    COMMIT;
    INSERT INTO borrador_formulario (id, adapter, form_id, "user", valores, creado_en) VALUES ('b1', 'consola', 'x', 'demo/x',
      '{"request":{"command":"compromiso.avance","values":{"texto":"${FRASE}"},"filledIn":false,"answers":[]}}', now())`)
}

/** Four messages: one that waits, one in the console, one where nobody can change it, and an edit of it. */
async function enMensajes(): Promise<void> {
  const card = JSON.stringify({
    title: "Aviso",
    tone: "aviso",
    blocks: [
      { kind: "text", text: ["Se cita a ", { kind: "bold", text: FRASE }] },
      { kind: "text", text: CORTADA },
    ],
    actions: [],
    file: {
      name: "x.ics",
      mediaType: "text/calendar",
      content: "BEGIN:VCALENDAR\r\nSUMMARY:Cita con la señora Xó\r\n chitl\\, de Atlixco\r\nEND:VCALENDAR",
      label: "Abrir",
      url: null,
    },
  })
  const huella = "c".repeat(64)
  for (const [key, adapter, estado, purpose] of [
    ["espera", "consola", "pending", "aviso"],
    ["enviado", "consola", "accepted", "resumen"],
    ["lejano", "eco", "accepted", "aviso"],
  ])
    await sql.run(`
      INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, created_at)
        SELECT gen_random_uuid(), '${key}', '${purpose}', organo_id, id, '${adapter}', workspace, channel, $$${card}$$, now(), 'x', now()
        FROM canal WHERE adapter = 'consola' AND audiencia = 'secretaria_tecnica' LIMIT 1;
      UPDATE delivery SET state = '${estado}', finished_at = ${estado === "pending" ? "NULL" : "now()"},
        receipts = ${
          estado === "pending"
            ? "'[]'"
            : `jsonb_build_array(jsonb_build_object('adapter', adapter, 'workspace', workspace, 'channel', channel,
          'messageId', '1', 'acceptedAt', '2024-08-19T16:00:00.000Z', 'key', key, 'contentHash', '${huella}'))`
        } WHERE key = '${key}'`)
  await sql.run(`INSERT INTO consola_mensaje (channel, key, card, sent_at)
    SELECT channel, key, card, now() FROM delivery WHERE key = 'enviado'`)
}

let organo: string
let planted: readonly string[]

beforeAll(async () => {
  database = await createDemostracionVivida()
  sql = await Sql.connect(database.url)
  // The console changes what it shows; the other platform changes nothing.
  const edita = (adapter: string) => adapter === "consola"
  chat = charlaOn(database, AHORA, undefined, undefined, {}, { ...SIN_NOTICIAS, edita })
  organo = await valor("SELECT id FROM organo WHERE padre_id IS NULL")
  planted = await enTodoRegistro(organo)
  await enLoQueHaceFe(organo)
  await enMensajes()
  await sql.run(`
    INSERT INTO organo (id, clave, tipo, nombre_oficial, nombre_corto, zona, origen)
      VALUES (gen_random_uuid(), 'ajeno', 'comision', 'Ajeno', 'Ajeno', 'America/Mexico_City', 'registro');
    INSERT INTO sesion (id, organo_id, clave, tipo, numero, etiqueta, estado, difusion, origen, sede)
      SELECT gen_random_uuid(), id, 'SO-1', 'ordinaria', 1, 'Primera', 'programada', 'interna', 'registro', '${AJENA}'
      FROM organo WHERE clave = 'ajeno';
    INSERT INTO evento (id, tipo, objeto, plataforma, despues, instante)
      SELECT gen_random_uuid(), 'importacion.alta', 'sesion:' || id, 'sistema', '{"sede":"${AJENA}"}', now()
      FROM sesion WHERE sede = '${AJENA}'`)
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

const pedir = async (user: string, values: Readonly<Record<string, string>> = {}) => {
  const answer = await chat.submit(user, "plenaria.testar", { frase: FRASE, ...dicho, ...values })
  if (answer.kind !== "reply") throw new Error(`no card: ${JSON.stringify(answer)}`)
  return { card: answer.card, text: renderPlainText(answer.card) }
}

describe("a column where a text may stand", () => {
  it("is looked through by every erasure, or has its reason", async () => {
    const rows = await sql.rows(`
      SELECT table_name || '.' || column_name AS nombre, column_name AS columna,
        EXISTS (SELECT 1 FROM textos_guardados() t WHERE t.tabla = table_name AND column_name = ANY (t.columnas)) AS dentro
      FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name <> '_prisma_migrations' AND data_type IN ('text', 'jsonb', 'ARRAY')`)
    const sinDecidir = rows.filter(
      ({ nombre, columna, dentro }) =>
        dentro !== (TEXTOS_FUERA[String(nombre)] === undefined && TEXTOS_FUERA[`*.${columna}`] === undefined),
    )
    expect(rows.length).toBeGreaterThan(100)
    expect(sinDecidir.map(({ nombre }) => nombre)).toEqual([])
  })
})

describe("a phrase that should not be here", () => {
  it("is looked for by the Secretaría Técnica alone, and the log says who else tried and not what", async () => {
    expect((await pedir("enlace-sre")).text).toContain("Secretaría Técnica")
    expect(
      await valor(
        "SELECT count(*) FROM evento WHERE despues::text LIKE '%Xóchitl%' AND tipo = 'orden.rechazada'",
      ),
    ).toBe("0")
  })

  it.each([
    [{ frase: "Ana" }, "Escriba más del texto"],
    [{ frase: "SO-21" }, "parte de una clave o de un nombre"],
    [{ frase: AJENA }, "ese texto no consta"],
    [{ descripcion: `lo de ${FRASE}` }, "La descripción repite lo que se quita"],
    [{ motivo: `Se nombró a ${FRASE} por error` }, "El motivo repite lo que se quita"],
  ])("is refused with what to do: %o", async (values, expected) => {
    const { card, text } = await pedir(ST, values)
    expect(card.title + text).toContain(expected)
    expect(text).not.toContain("Xóchitl")
    // It is another body's, where it stays, and nothing keeps that somebody looked for it.
    expect(await dondequiera(sql, AJENA)).toEqual(["evento.despues (1)", "sesion.sede (1)"])
  })

  it("cannot be taken out of another body by the place where it stands", async () => {
    const clave = await valor(`SELECT id FROM sesion WHERE sede = '${AJENA}'`)
    const lugar = escribirLugar({ tabla: "sesion", campo: "sede", clave, hoja: 1, inicio: 0, largo: 0 })
    const answer = await chat.submit(ST, `plenaria.testar-lugar:${lugar}`, dicho)
    expect(answer).toMatchObject({ card: { title: expect.stringContaining("no consta") } })
  })

  it("is taken out of everywhere at once, and the chain stays whole", async () => {
    expect(planted.length).toBeGreaterThan(30)
    const antes = await dondequiera(sql, "Xóchitl")
    expect(antes.length).toBeGreaterThan(35)
    const bytes = await exportada()
    const cabeza = await verificar(bytes)
    expect(cabeza.fallas).toEqual([])

    const asked = await pedir(ST)
    expect(asked.text).toContain("Todavía no se ha quitado nada")
    expect(asked.text).toContain("[testado: dato de una persona de un caso]")
    expect(asked.text).toContain("Mensajes que debe borrar una persona")
    expect(asked.text).not.toContain("Xóchitl")
    // What was asked is kept, and the phrase is not.
    expect(await dondequiera(sql, "Xóchitl")).toEqual(antes)
    const boton = asked.card.actions.find(({ label }) => label.startsWith("Testar"))
    const done = await chat.press(ST, boton?.id ?? "")
    expect(done.text).toContain("Texto testado")
    expect(done.text).toContain("debe hacer una persona")

    expect(await porTodas()).toEqual([])
    const lineas = await exportada()
    expect(lineas.join()).not.toMatch(/Xóchitl/i)
    const comprobada = await verificar(lineas, [{ tamano: cabeza.tamano, raiz: cabeza.raiz }])
    expect(comprobada.fallas).toEqual([])
    expect(comprobada.testadas.length).toBeGreaterThan(5)
    expect((await chat.press(ST, boton?.id ?? "")).text).toContain("ya")
  })

  it("leaves no fingerprint without salt, by which it could be tried", async () => {
    expect(await dondequiera(sql, "c".repeat(64))).toEqual([])
    const enviado = await valor("SELECT key FROM delivery WHERE purpose = 'resumen' AND key LIKE 'testado-%'")
    expect(enviado).not.toBe("undefined")
    expect(
      await valor(
        "SELECT count(*) FROM evento WHERE tipo = 'entrega.aceptada' AND despues->>'huella' = 'testado'",
      ),
    ).toBe("2")
    const posiciones =
      "SELECT jsonb_array_elements_text(despues->'posiciones')::bigint FROM evento WHERE tipo = 'bitacora.testada'"
    expect(
      await valor(`SELECT count(*) FROM eslabon WHERE posicion IN (${posiciones}) AND sal IS NOT NULL`),
    ).toBe("0")
  })

  it("leaves who took it out, why and from how many places", async () => {
    const [fila] = await sql.rows("SELECT * FROM evento WHERE tipo = 'bitacora.testada'")
    expect(fila).toMatchObject({ orden: "plenaria.testar-lugar", cuenta: `demo/${ST}`, organo_id: organo })
    expect(fila?.persona_id).not.toBeNull()
    expect(fila?.despues).toMatchObject({
      motivo: MOTIVO,
      clase: "victima",
      lugares: { avance: 2, voto: expect.any(Number) },
    })
  })

  it("is taken out of a message that was sent, with an edit, and of what waits", async () => {
    const ediciones = await sql.rows("SELECT * FROM delivery WHERE 'testado' = ANY (asuntos)")
    expect(ediciones).toHaveLength(1)
    expect(ediciones[0]).toMatchObject({ adapter: "consola", state: "pending", expires_at: null })
    expect(JSON.stringify(ediciones[0]?.card)).toContain("[testado:")
    expect(await valor("SELECT card::text FROM delivery WHERE key = 'espera'")).toContain("[testado:")
  })

  it("is in nothing that leaves", async () => {
    for (const orden of ["exportar", "exportar-bitacora"]) {
      const salida = await runOrder([orden], { DATABASE_URL: database.url })
      expect(salida.status, salida.stderr).toBe(0)
      expect(salida.stdout).not.toMatch(/Xóchitl/iu)
    }
    const verificada = await runOrder(["verificar-bitacora"], { DATABASE_URL: database.url })
    expect(verificada).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/Sin su texto, por testado: \d+/),
    })
  })
})

describe("a text of a record", () => {
  it("is chosen by its clave and taken out whole", async () => {
    const clave = await valor("SELECT clave FROM acuerdo ORDER BY clave LIMIT 1")
    const texto = await valor(`SELECT texto FROM acuerdo WHERE clave = '${clave}'`)
    const lista = await chat.ask(ST, `plenaria registro-testar ${clave}`)
    const boton = lista.card.actions.find(({ label }) => label.startsWith("Acuerdo: texto"))
    const form = await chat.opens(ST, boton?.id ?? "")
    if (form.kind !== "form") throw new Error(`no form: ${JSON.stringify(form)}`)
    const asked = await chat.submit(ST, form.form.id, { ...dicho, clase: "otro" })
    if (asked.kind !== "reply") throw new Error("no question")
    const confirmar = async ({ actions }: Card) =>
      chat.press(ST, actions.find(({ label }) => label.startsWith("Testar"))?.id ?? "")
    // Somebody writes it once more before it is confirmed: that place was not shown.
    await sql.rows(
      "INSERT INTO avance (id, compromiso_id, texto, registrado_en) SELECT gen_random_uuid(), id, $1, now() FROM compromiso LIMIT 1",
      [texto],
    )
    // Another body says the same: what is its own stays.
    await sql.rows("UPDATE sesion SET etiqueta = $1 WHERE sede = $2", [texto, AJENA])
    const again = await confirmar(asked.card)
    expect(again.text).toContain("Cambió mientras decidía")
    expect(await dondequiera(sql, texto)).not.toEqual([])
    expect((await confirmar(again.card)).text).toContain("Texto testado")
    expect(await valor(`SELECT texto FROM acuerdo WHERE clave = '${clave}'`)).toBe(
      "[testado: dato personal de una persona]",
    )
    expect(await dondequiera(sql, texto)).toEqual(["sesion.etiqueta (1)"])
    expect((await chat.ask(ST, "plenaria registro-testar SO-99")).text).toContain(
      "No hay textos con esa clave",
    )
  })
})

/** As somebody would who owns the tables: the protections are off for these statements alone. */
const aEscondidas = (statements: string) =>
  sql.run(`BEGIN; SET LOCAL session_replication_role = replica; ${statements}; COMMIT`)
const fallas = async () => (await verificar(await exportada())).fallas

describe("what pretends to be an erasure", () => {
  const ULTIMO = "(SELECT max(posicion) FROM eslabon WHERE tabla = 'evento' AND sal IS NULL)"
  const SUYO = `(SELECT clave FROM eslabon WHERE posicion = ${ULTIMO})`
  it.each([
    [
      "a text that went and no event tells",
      `UPDATE eslabon SET sal = NULL WHERE posicion = 6`,
      /eslabón 6 .*ningún evento dice que se testó/,
    ],
    [
      "a text that was written anew and sealed again",
      `UPDATE evento SET despues = '{"otro":1}' WHERE id = '00000000-0000-7000-8000-00000000000a';
       SELECT sellar('evento', '00000000-0000-7000-8000-00000000000a', fila_actual('evento', '00000000-0000-7000-8000-00000000000a'))`,
      /se selló otra vez sin testarse/,
    ],
    [
      "something else than the text, behind an erasure",
      `UPDATE evento SET cuenta = 'otra' WHERE id::text = ${SUYO}`,
      /eslabón \d+ \(evento .*la fila cambió/,
    ],
    [
      "another fingerprint in the place of the one that was",
      `UPDATE eslabon SET reservados = jsonb_build_object('despues', repeat('0', 64)) WHERE posicion = ${ULTIMO}`,
      /eslabón \d+ \(evento .*la fila cambió/,
    ],
    [
      "what was left of it, changed afterwards",
      `UPDATE evento SET despues = '{"otro":1}' WHERE id::text = ${SUYO}`,
      /eslabón \d+ \(evento .*la fila cambió/,
    ],
    [
      "an erasure whose event says less",
      `UPDATE evento SET despues = despues || '{"posiciones":[]}' WHERE id = (SELECT id FROM evento WHERE tipo = 'bitacora.testada' ORDER BY secuencia LIMIT 1)`,
      /ningún evento dice que se testó/,
    ],
  ])("is told: %s", async (_, statement, expected) => {
    if (statement.includes("00000000000a"))
      await sql.run(`INSERT INTO evento (id, tipo, objeto, plataforma, despues, instante)
        VALUES ('00000000-0000-7000-8000-00000000000a', 'prueba', 'x', 'sistema', '{"n":1}', now())`)
    await sql.run(
      "CREATE TEMP TABLE eslabones AS SELECT * FROM eslabon; CREATE TEMP TABLE eventos AS SELECT * FROM evento",
    )
    await aEscondidas(statement)
    expect((await fallas()).join("\n")).toMatch(expected)
    await aEscondidas(
      "DELETE FROM eslabon; INSERT INTO eslabon SELECT * FROM eslabones; DELETE FROM evento; INSERT INTO evento SELECT * FROM eventos",
    )
    await sql.run("DROP TABLE eslabones; DROP TABLE eventos")
    expect(await fallas()).toEqual([])
  })

  it.each([
    "UPDATE evento SET despues = NULL",
    "UPDATE eslabon SET sal = NULL",
    `INSERT INTO evento (id, tipo, objeto, plataforma, despues, instante)
      VALUES ('${randomUUID()}', 'bitacora.testada', 'x', 'sistema', '{"posiciones":[1]}', now())`,
    'SELECT testar((SELECT id FROM organo LIMIT 1), \'Coordinación\', \'otra cosa\', \'{"motivo":"porque sí","persona":"x"}\')',
    // Whoever owns the tables could say that it is the function: it still changes no more than a text.
    "BEGIN; SELECT set_config('plenaria.testando', pg_current_xact_id()::text, true); UPDATE evento SET tipo = 'otro'; COMMIT",
    "BEGIN; SELECT set_config('plenaria.testando', pg_current_xact_id()::text, true); UPDATE eslabon SET huella_fila = ''; COMMIT",
    "BEGIN; SELECT set_config('plenaria.testando', pg_current_xact_id()::text, true); DELETE FROM evento; COMMIT",
    "BEGIN; SELECT set_config('plenaria.testando', pg_current_xact_id()::text, true); UPDATE acuse SET plataforma = 'x'; COMMIT",
  ])("is refused: %s", async (statement) => {
    await expect(sql.run(statement)).rejects.toThrow(/evidence|append-only|refused|erasure alone/)
    await sql.run("ROLLBACK")
  })
})
