import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { stringify } from "yaml"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import type { RunningBot } from "../../src/composition.ts"
import type { Fecha, Hora } from "../../src/domain/tipos/tiempo.ts"
import { startTestBot } from "../support/bot.ts"
import { runOrder } from "../support/cli.ts"
import { CONSOLA_ENV } from "../support/consola.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { puertaConsola } from "../support/sala/puerta-consola.ts"
import { Asistente } from "../support/sala/sala.ts"

/**
 * Two bodies with the same claves of everything: sessions, agreements, commitments, channels and people. Each lives
 * through a whole session; nothing of one shows or changes in the other.
 */
const ORGANOS = ["uno", "dos"] as const
type Cual = (typeof ORGANOS)[number]
const otro = (cual: Cual): Cual => (cual === "uno" ? "dos" : "uno")

const archivo = (cual: Cual): string => {
  const organo = `comite-${cual}`
  const comun = { adapter: "consola", workspace: "demo", organo }
  const designacion = { organo, desde: "2030-01-01" }
  const sesion = { organo, tipo: "ordinaria", modalidad: "presencial", sede: `Sala ${cual}` }
  return stringify({
    version: 1,
    organos: [
      { clave: organo, tipo: "comision", nombre_oficial: `Comité ${cual}`, nombre_corto: `Comité ${cual}` },
    ],
    instituciones: ["SEGOB", "SRE"].map((siglas) => ({ siglas, nombre: `Secretaría ${siglas}` })),
    integrantes: [
      { organo, institucion: "SEGOB", con_voto: true, rol: "presidencia" },
      { organo, institucion: "SRE", con_voto: true },
    ],
    personas: [
      { clave: "st", nombre: "Persona Secretaria" },
      { clave: "enlace", nombre: "Persona Enlace" },
    ],
    designaciones: [
      { ...designacion, persona: "st", institucion: "SEGOB", calidad: "secretaria_tecnica" },
      { ...designacion, persona: "enlace", institucion: "SRE", calidad: "enlace" },
    ],
    cuentas: ["st", "enlace"].map((usuario) => ({
      adapter: "consola",
      workspace: "demo",
      usuario,
      persona: usuario,
    })),
    canales: [
      { ...comun, clave: "st", nombre: `st-${cual}`, canal: `st-${cual}`, audiencia: "secretaria_tecnica" },
      {
        ...comun,
        clave: "sre",
        nombre: `sre-${cual}`,
        canal: `sre-${cual}`,
        audiencia: "institucion",
        institucion: "SRE",
      },
    ],
    sesiones: [
      {
        ...sesion,
        clave: "SO-1",
        numero: 1,
        etiqueta: "Primera Sesión Ordinaria",
        fecha: "2034-11-15",
        estado: "clausurada",
        acuerdos: [
          {
            clave: "SO-1/01/2034",
            numero: 1,
            texto: `Remitir el informe anual ${cual}.`,
            tipo: "con_seguimiento",
            compromisos: [
              {
                institucion: "SRE",
                texto: `Remitir el informe anual ${cual}.`,
                fecha_compromiso: "2035-06-15",
              },
            ],
          },
        ],
      },
      {
        ...sesion,
        clave: "SO-2",
        numero: 2,
        etiqueta: "Segunda Sesión Ordinaria",
        fecha: "2035-01-24",
        hora: "10:00",
        puntos: [{ titulo: `Asunto del Comité ${cual}` }],
      },
    ],
  })
}

describe("two bodies with the same claves", () => {
  const clock = new TestClock("2035-01-10", "10:00")
  const log = memoryLog()
  let database: TestDatabase
  let bot: RunningBot
  const asistentes = new Map<string, Asistente>()
  const en = (user: "st" | "enlace", cual: Cual | "directo") => {
    const channel = cual === "directo" ? cual : `${user === "st" ? "st" : "sre"}-${cual}`
    const known = asistentes.get(channel + user)
    const asistente =
      known ??
      new Asistente(
        puertaConsola(() => bot, database.consoleMessages),
        { user, channel },
      )
    asistentes.set(channel + user, asistente)
    return asistente
  }
  const importar = (text: string) => importarDocumento(importDeps(database, clock), text)
  const exportar = () => exportarDocumento({ importacion: database.importacion })
  const son = async (fecha: Fecha, hora: Hora) => {
    clock.set(fecha, hora)
    await bot.tick()
  }
  const organo = async (cual: Cual) => {
    const found = await database.unitOfWork.fresh.organos.byClave(`comite-${cual}`)
    if (found === null) throw new Error(`no body ${cual}`)
    return found
  }
  const sesion = async (cual: Cual) =>
    database.unitOfWork.fresh.sesiones.byClave((await organo(cual)).id, "SO-2")
  const compromisos = async (cual: Cual) => {
    const rows = await database.unitOfWork.fresh.compromisos.list({ organoId: (await organo(cual)).id })
    return rows.map(({ compromiso: { clave, texto, estado } }) => `${clave} ${texto} ${estado}`).sort()
  }
  /** Whatever was said of sessions in the channels of a body. */
  const publicado = async (cual: Cual) =>
    (await Promise.all([en("st", cual).canal(), en("enlace", cual).canal()]))
      .flat()
      .map(({ text }) => text)
      .filter((text) => /SO-2|Sesión Ordinaria/u.test(text))

  beforeAll(async () => {
    database = await createTestDatabase()
    bot = await startTestBot(database, CONSOLA_ENV, { clock, log })
  })
  afterAll(async () => {
    await bot.stop()
    await database.close()
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([])
  })

  it("are imported one after the other, and neither changes what the first one brought", async () => {
    expect(await importar(archivo("uno"))).toMatchObject({ kind: "ok" })
    const antes = await exportar()
    expect(await importar(archivo("dos"))).toMatchObject({ kind: "ok", resumen: { actualizados: 0 } })
    expect(await importar(archivo("uno"))).toMatchObject({ resumen: { creados: 0, actualizados: 0 } })
    const despues = await exportar()
    for (const line of antes.split("\n")) expect(despues).toContain(line)
    for (const cual of ORGANOS)
      expect(await compromisos(cual)).toEqual([
        `SO-1/01/2034/SRE Remitir el informe anual ${cual}. pendiente`,
      ])
  })

  it("have one calendar of an institution's own days: it is said before, and the other body is told", async () => {
    const st = en("st", "uno")
    await st.pide("/plenaria inhabil-agregar")
    const pregunta = await st.llena({
      dias: "16 de julio de 2035",
      motivo: "Cierre de la sede",
      institucion: "SRE",
    })
    expect(pregunta.text).toContain("cuentan igual en los demás órganos donde tiene asiento")
    await st.pulsa(/^Registrar los días/)
    await bot.tick()
    const dichos = async (cual: Cual) =>
      (await en("st", cual).canal()).filter(({ text }) => text.includes("Fuera de este órgano"))
    const [aviso] = await dichos("dos")
    expect(aviso?.text).toContain("Cierre de la sede")
    expect(aviso?.text).not.toContain("Comité uno")
    expect(await dichos("uno")).toEqual([])
  })

  it.each(ORGANOS)("comité %s lives its session from its convocatoria to its summary", async (cual) => {
    const ajeno = { sesion: await sesion(otro(cual)), compromisos: await compromisos(otro(cual)) }
    const dicho = await publicado(otro(cual))
    const st = en("st", cual)
    await son("2035-01-10", "10:00")
    await st.pide("/sesion convocar SO-2")
    expect((await st.pulsa(/^Convocar a/)).text).toContain("Convocatoria enviada")
    await bot.tick()
    expect((await en("enlace", cual).pulsaEnSuCanal(/^Acuso recibo/)).text).toContain(
      "Acuse registrado: SO-2",
    )
    await son("2035-01-24", "10:00")
    for (const siglas of ["SEGOB", "SRE"]) await st.pide(`/sesion pase-llegada ${siglas}`)
    await st.pide("/sesion pase-ver SO-2")
    expect((await st.pulsa(/^Declarar instalada/)).text).toContain("Se declara instalada")
    await st.pide("/acuerdo registrar")
    await st.llena({
      texto: `Remitir el plan ${cual}.`,
      tipo: "con_seguimiento",
      responsables: "SRE",
      fecha: "2 de julio de 2035",
    })
    expect((await st.pulsa(/^Confirmar/)).text).toContain("Acuerdo registrado: SO-2/01/2035")
    await st.pide("/sesion punto-desahogar 1")
    await st.pide("/acuerdo lectura")
    await st.pulsa(/^Ratificados/)
    expect((await st.pide("/sesion clausurar")).text).toContain("Se clausuró")
    await st.pide("/sesion publicar SO-2")
    await st.pulsa(/^Publicar en/)
    await bot.tick()
    const resumen = (await en("enlace", cual).canal()).find(({ text }) => text.startsWith("Resumen: "))?.text
    expect(resumen).toContain(`Remitir el plan ${cual}.`)
    expect(await compromisos(cual)).toContain(`SO-2/01/2035/SRE Remitir el plan ${cual}. pendiente`)

    expect({ sesion: await sesion(otro(cual)), compromisos: await compromisos(otro(cual)) }).toEqual(ajeno)
    expect(await publicado(otro(cual)), "nothing is said of it in the other one's channels").toEqual(dicho)
  })

  it.each(ORGANOS)("in a channel of comité %s, people see and fulfil what is owed there", async (cual) => {
    const ajenos = await compromisos(otro(cual))
    const enlace = en("enlace", cual)
    const { text } = await enlace.pide("/compromiso mios")
    expect(text).toContain("SO-2/01/2035/SRE")
    const visto = await enlace.pide("/compromiso ver so 2 1")
    expect(visto.text).toContain(`Remitir el plan ${cual}.`)
    expect(visto.text).not.toContain(`plan ${otro(cual)}`)
    const hecho = await enlace.pide(
      "/compromiso cumplido SO-2/01/2035/SRE Se remitió con el oficio respectivo",
    )
    expect(hecho.text).toContain("SO-2/01/2035/SRE")
    expect(await compromisos(cual)).toContain(`SO-2/01/2035/SRE Remitir el plan ${cual}. en_validacion`)
    expect(await compromisos(otro(cual))).toEqual(ajenos)
    await bot.tick()
    const avisos = async (de: Cual) =>
      (await en("st", de).canal()).filter(({ text: said }) => said.includes("Se remitió")).length
    expect(await avisos(cual)).toBe(1)
  })

  it("are each reminded in their own channels, of their own commitments", async () => {
    await son("2035-06-08", "10:00")
    for (const cual of ORGANOS) {
      const recordatorios = (await en("enlace", cual).canal()).filter(({ text }) =>
        text.includes("SO-1/01/2034/SRE"),
      )
      expect(recordatorios.length, cual).toBeGreaterThan(0)
      for (const { text } of await en("enlace", cual).canal()) {
        expect(text).not.toContain(`informe anual ${otro(cual)}`)
        expect(text).not.toContain(`plan ${otro(cual)}`)
      }
    }
  })

  it("are told apart where no channel says which: a button for each asks it for the same", async () => {
    const directo = en("enlace", "directo")
    const pregunta = await directo.pide(
      "/compromiso avance SO-1/01/2034/SRE El informe está en revisión del área jurídica desde el lunes",
    )
    expect(pregunta.text).toContain("No se sabe de qué órgano colegiado pregunta")
    expect(pregunta.buttons.map(({ label }) => label)).toEqual(["Comité dos", "Comité uno"])
    const ajenos = await compromisos("uno")
    await directo.pulsa(/^Comité dos/)
    expect(await compromisos("dos")).toContain("SO-1/01/2034/SRE Remitir el informe anual dos. en_proceso")
    expect(await compromisos("uno"), "nothing was done in the other one").toEqual(ajenos)
    const escrita = await directo.pide("/compromiso ver SO-1/01/2034/SRE organo:comite-uno")
    expect(escrita.text).toContain("informe anual uno")
  })

  it("are told apart after a phrase too, which is read again about the one that is chosen", async () => {
    const directo = en("enlace", "directo")
    const pregunta = await directo.pide("cuáles son mis pendientes")
    expect(pregunta.buttons.map(({ label }) => label)).toEqual(["Comité dos", "Comité uno"])
    const elegida = await directo.pulsa(/^Comité dos/)
    expect(elegida.text).toContain("informe anual dos")
    expect(elegida.text).not.toContain("informe anual uno")
    await directo.pide("ya entregamos el informe anual")
    const propuesta = await directo.pulsa(/^Comité uno/)
    expect(propuesta.text, "what acts is only proposed").toContain("Confirme antes de registrar")
  })

  it("are both told of where no channel says which, to whoever asks what needs no body", async () => {
    const directo = en("enlace", "directo")
    const yo = await directo.pide("/plenaria quien-soy")
    expect(yo.text).toContain("Persona Enlace")
    for (const cual of ORGANOS) expect(yo.text).toContain(`Qué puede consultar del Comité ${cual}`)
    expect((await directo.pide("/plenaria ayuda")).text).toContain("del Comité dos y del Comité uno")
    const inicio = await directo.pide("/plenaria inicio")
    const suyos = inicio.buttons.filter(({ label }) => /^Informar|^Ver|^Avance|^Cumpl/u.test(label))
    expect(inicio.text).toContain("Comité uno: ")
    for (const { label } of suyos) expect(label).toMatch(/\(Comité (?:uno|dos)\)$/u)
    for (const cual of ORGANOS) {
      const filtro = { organoId: (await organo(cual)).id, tipos: ["datos.mostrados"] }
      const { asientos } = await database.unitOfWork.fresh.eventos.buscar(filtro, { pagina: 1, porPagina: 1 })
      expect(asientos[0], `the log of ${cual} has it`).toMatchObject({ orden: "plenaria.inicio" })
    }
  })

  it("are told apart in the terminal by the clave of the body before that of the channel", async () => {
    const ask = (canal: string) =>
      runOrder(
        [
          "preguntar",
          "/compromiso ver so 1 1",
          "--como",
          "enlace",
          "--canal",
          canal,
          "--ahora",
          "2035-06-08T10:00",
        ],
        {
          DATABASE_URL: database.url,
        },
      )
    const dudosa = await ask("sre")
    expect(dudosa.status).toBe(1)
    expect(dudosa.stderr).toContain("--canal comite-dos/sre, --canal comite-uno/sre")
    for (const cual of ORGANOS)
      expect((await ask(`comite-${cual}/sre`)).stdout).toContain(`informe anual ${cual}`)
  })

  it("are exported together and imported again as they are", async () => {
    const text = await exportar()
    const vacia = await createTestDatabase()
    try {
      const copia = importDeps(vacia, clock)
      expect(await importarDocumento(copia, text)).toMatchObject({ kind: "ok" })
      expect(await exportarDocumento(copia)).toBe(text)
    } finally {
      await vacia.close()
    }
  })
})
