import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { haySecretariaTecnica } from "../../src/app/comienzo/codigo-inicial.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import type { RunningBot } from "../../src/composition.ts"
import { startTestBot } from "../support/bot.ts"
import { collectingLog } from "../support/collecting-log.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { dondequiera } from "../support/dondequiera.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import {
  CHANNEL as DISCORD_CHANNEL,
  USER as DISCORD_USER,
  FakeDiscord,
} from "../support/fake-discord/server.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { slackEnv } from "../support/fake-slack/harness.ts"
import { CHANNEL as SLACK_CHANNEL, USER as SLACK_USER } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"
import { TestClock } from "../support/reloj.ts"
import { puertaDiscord } from "../support/sala/puerta-discord.ts"
import { puertaSlack } from "../support/sala/puerta-slack.ts"
import { Asistente } from "../support/sala/sala.ts"
import { Sql } from "../support/sql.ts"

interface Plataforma {
  readonly env: Readonly<Record<string, string>>
  readonly alguien: Asistente
  close(): Promise<void>
}

async function enSlack(): Promise<Plataforma> {
  const slack = await FakeSlack.start()
  const alguien = new Asistente(puertaSlack(slack), { user: SLACK_USER, channel: SLACK_CHANNEL })
  return { env: slackEnv(slack, "socket"), alguien, close: () => slack.close() }
}

async function enDiscord(): Promise<Plataforma> {
  const discord = await FakeDiscord.start()
  const alguien = new Asistente(puertaDiscord(discord), { user: DISCORD_USER, channel: DISCORD_CHANNEL })
  return { env: discordConfig(discord), alguien, close: () => discord.close() }
}

const INSTITUCIONES = [
  "Siglas\tNombre\tCon voto",
  "CG\tContraloría General\tsí",
  "Secretaría de Obras Públicas",
  "Instituto de Archivo; IA; no",
].join("\n")
const PERSONAS = [
  "Luz Mar Díaz; Contralora; CG; titular",
  "Raúl Paz Ríos; Director; CG",
  "Inés Sol Vega; Jefa de Unidad; SOP; enlace",
  "Hugo Ley Cano;; IA",
].join("\n")

/** As one that somebody remembers wrong. */
const OTRO = "7QQQ-QQQQ-QQQQ-QQQQ-QQQQ-QQQQ-QQ"

/** Each of these goes on from the one before, as a person does who follows only what the bot says. */
describe.each([
  ["Slack", enSlack],
  ["Discord", enDiscord],
] as const)("whoever begins in %s, on an empty database", (_nombre, abrir) => {
  let database: TestDatabase
  let plataforma: Plataforma
  let bot: RunningBot
  const log = collectingLog()
  const clock = new TestClock("2026-03-02", "10:00")
  let codigo = ""

  beforeAll(async () => {
    database = await createTestDatabase()
    plataforma = await abrir()
    bot = await startTestBot(database, plataforma.env, {
      clock,
      log: log.log,
    })
  })
  afterAll(async () => {
    await bot.stop()
    await plataforma.close()
    await database.close()
  })

  it("finds the code on the terminal alone, and how to begin in every answer", async () => {
    codigo = /\/plenaria comenzar (\S+)/.exec(bot.comienzo ?? "")?.[1] ?? ""
    expect(codigo).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}$/)
    const { alguien } = plataforma
    const nada = await alguien.pide("/sesion proxima")
    expect(nada.text).toContain("Aún no hay ningún órgano registrado")
    expect((await alguien.pulsa(/^Comenzar/)).form?.text).toContain("código inicial")
    const mal = await alguien.llena({ codigo: OTRO })
    expect(mal.text).toContain("No corresponde, venció, ya se usó o se intentó demasiadas veces")
  })

  it("claims with it, and is asked for the body, also after leaving and coming back", async () => {
    const { alguien } = plataforma
    const forma = await alguien.pide(`/plenaria comenzar ${codigo.toLowerCase()}`)
    expect(forma.form?.values).toMatchObject({ tipo: "comision", zona: "America/Mexico_City" })
    expect((await alguien.pide("/plenaria comenzar")).text).toContain("Falta registrar el órgano")
    await alguien.pulsa(/^Continuar/)
    const hecho = await alguien.llena({
      oficial: "Comité de Control Interno del Municipio",
      corto: "Comité de Control",
      zona: "America/Cancun",
      nombre: "Ana Ruiz Luna",
      cargo: "Titular de la Contraloría",
    })
    expect(hecho.text).toContain("Comienzo: Comité de Control")
    expect(hecho.text).toContain("Faltan 6 pasos de 6")
    const { read } = database.unitOfWork
    const [organo] = await read.organos.all()
    expect(organo).toMatchObject({ zona: "America/Cancun", nombreCorto: "Comité de Control" })
    expect(await haySecretariaTecnica(read, "2026-03-02T17:00:00.000Z")).toBe(true)
    expect(await read.codigoInicial.ultimo()).toBeNull()
  })

  it("adopts a template that says that it is one", async () => {
    const { alguien } = plataforma
    expect((await alguien.pulsa(/^Elegir las reglas/)).form?.values).toMatchObject({ prefijo: "CC" })
    const previa = await alguien.llena({ plantilla: "comite_municipal" })
    expect(previa.text).toContain("Plantilla: verifíquela contra el reglamento del órgano")
    expect(previa.text).toContain("CC/SO-1/01/2026")
    const hecho = await alguien.pulsa(/^Registrar estas reglas/)
    expect(hecho.text).toContain("Reglas: hecho")
  })

  it("lists the institutions, mends what was wrong of what it typed, and sees them before they are written", async () => {
    const { alguien } = plataforma
    await alguien.pulsa(/^Agregar instituciones/)
    const mal = await alguien.llena({ lista: `${INSTITUCIONES}\nXX`, preside: "CG" })
    expect(mal.text).toContain("Renglón 5: falta el nombre de «XX»")
    if (mal.form === null) await alguien.pulsa(/^Corregir/)
    const previa = await alguien.llena({ lista: INSTITUCIONES })
    expect(previa.text).toContain("¿Registrar 3 instituciones?")
    expect(previa.text).toContain("SOP: Secretaría de Obras Públicas; con voto")
    expect(previa.text).toContain("CG: Contraloría General; con voto; preside")
    expect(await database.unitOfWork.read.instituciones.all()).toEqual([])
    const hecho = await alguien.pulsa(/^Registrarlas/)
    expect(hecho.text).toContain("Instituciones: hecho. 3 registradas; preside CG")
    expect(hecho.text).toContain("Sin enlace: CG, IA y SOP")
  })

  it("lists the people, and then nobody of the list is missing", async () => {
    const { alguien } = plataforma
    await alguien.pulsa(/^Agregar personas/)
    const previa = await alguien.llena({ lista: PERSONAS })
    expect(previa.text).toContain("Luz Mar Díaz, Contralora: ")
    const hecho = await alguien.pulsa(/^Registrarlas/)
    expect(hecho.text).toContain("Personas: hecho. 5 designadas.")
    expect(hecho.text).toContain("4 personas sin cuenta vinculada")
    expect(hecho.text).toContain("Sin canal: la Secretaría Técnica, CG, IA y SOP")
  })

  it("reaches the next session and the rehearsal from there", async () => {
    const { alguien } = plataforma
    expect((await alguien.pulsa(/^Registrar la sesión/)).form?.text).toContain("la siguiente de su serie")
    const sesion = await alguien.llena({ fecha: "2026-04-10", hora: "10:00" })
    expect(sesion.text).toContain("10 de abril de 2026")
    expect((await alguien.pide("/plenaria comenzar")).text).toContain("Sesión: hecho")
    expect((await alguien.pulsa(/^Ensayar/)).text).not.toContain("error")
  })

  it("is told that nothing is missing once every institution has its channel and every person an account", async () => {
    const { read } = database.unitOfWork
    const [organo] = await read.organos.all()
    const personas = await read.directorioWriter.personas()
    const canal = (clave: string, resto: object) => ({
      clave,
      nombre: clave,
      adapter: "consola",
      workspace: "demo",
      canal: clave,
      organo: organo?.clave,
      ...resto,
    })
    const resto = {
      version: 1,
      canales: [
        canal("st", { audiencia: "secretaria_tecnica" }),
        ...["CG", "IA", "SOP"].map((siglas) =>
          canal(siglas, { audiencia: "institucion", institucion: siglas }),
        ),
      ],
      cuentas: personas
        .filter(({ nombre }) => nombre !== "Ana Ruiz Luna")
        .map(({ clave }) => ({ adapter: "consola", workspace: "demo", usuario: clave, persona: clave })),
    }
    expect((await importarDocumento(importDeps(database, clock), JSON.stringify(resto))).kind).toBe("ok")
    const { text, buttons } = await plataforma.alguien.pide("/plenaria comenzar")
    expect(text).toContain("Todo está listo para la primera sesión")
    expect(text).not.toMatch(/falta/iu)
    expect(buttons.map(({ label }) => label)).toContain("Ensayar los avisos")
  })

  it("leaves every act on record, and the code nowhere", async () => {
    expect(log.text()).not.toContain(codigo)
    await Sql.using(database.url, async (sql) => {
      for (const escrito of [OTRO, codigo, codigo.replaceAll("-", ""), codigo.slice(0, 14)])
        expect(await dondequiera(sql, escrito)).toEqual([])
      const eventos = await sql.rows(
        "SELECT tipo, count(*)::int AS n, bool_and(cuenta IS NOT NULL) AS de FROM evento GROUP BY 1 ORDER BY 1",
      )
      const cuantos = Object.fromEntries(eventos.map(({ tipo, n }) => [tipo, n]))
      expect(cuantos).toMatchObject({
        "comienzo.codigo": 1,
        "comienzo.rechazado": 1,
        "comienzo.reclamado": 1,
        "organo.creado": 1,
        "cuenta.vinculada": 1,
        "organo.reglas": 1,
        "institucion.agregada": 3,
        "asiento.registrado": 3,
        "persona.registrada": 5,
        "designacion.registrada": 5,
      })
      const sinCuenta = eventos.filter(({ de }) => de !== true).map(({ tipo }) => tipo)
      expect(sinCuenta.filter((tipo) => !/^(?:conexion|importacion)\./u.test(String(tipo)))).toEqual([
        "comienzo.codigo",
      ])
    })
  })
})
