import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { optionsOf } from "../../src/commands/definition/options.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"

const ST = "secretaria-tecnica"
const AJENA = "https://www.gob.mx.evil.com/acuerdo.pdf"
const PROPIA = "https://www.gob.mx/acuerdo.pdf"
const ADMITE = "ese sitio no está entre los que este órgano admite para sus documentos y evidencias: *.gob.mx"

/** Every option of a command that is an address, or in which one is kept as evidence. */
const OPCIONES = allCommands.flatMap((command) =>
  optionsOf(command)
    .filter(({ kind, evidence }) => kind === "direccion" || evidence)
    .map(({ name, kind }) => ({ command, option: name, kind })),
)

describe("a body that names its hosts", () => {
  let chat: Conversacion
  beforeAll(async () => {
    chat = await startConversacion()
    await chat.amend((documento) => ({
      ...documento,
      organos: documento.organos.map((organo) => ({
        ...organo,
        perfiles: organo.perfiles.map((perfil) => ({ ...perfil, dominiosPermitidos: ["*.gob.mx"] })),
      })),
    }))
  })
  afterAll(() => chat.close())

  it("is asked for addresses in some commands", () => {
    expect(OPCIONES.map(({ command, option }) => `${command.name} ${command.subcommand} ${option}`)).toEqual(
      expect.arrayContaining([
        "sesion documento-agregar direccion",
        "sesion proponer documento",
        "compromiso avance texto",
      ]),
    )
  })

  it.each(OPCIONES)(
    "refuses an address elsewhere in $command.subcommand $option, and says which are taken",
    async ({ command, option, kind }) => {
      const quien = command.audience === "secretaria_tecnica" ? ST : "enlace-sre"
      const ask = async (url: string) =>
        JSON.stringify(
          await chat.submit(quien, `${command.name}.${command.subcommand}`, {
            [option]: kind === "direccion" ? url : `Se publicó en ${url} para su consulta`,
          }),
        )
      expect(await ask(AJENA)).toContain(ADMITE)
      expect(await ask(PROPIA)).not.toContain(ADMITE)
    },
  )
})

describe("a file", () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.close())

  const archivo = (url: string, dominios = '["*.gob.mx"]') => `
version: 1
organos:
  - clave: comite
    tipo: comision
    nombre_oficial: Comité de Archivo
    nombre_corto: Comité
    perfiles:
      - { version: 1, vigente_desde: 2024-01-01, dominios_permitidos: ${dominios} }
instituciones:
  - { siglas: SRE, nombre: Secretaría de Relaciones Exteriores }
integrantes:
  - { organo: comite, institucion: SRE, con_voto: true }
sesiones:
  - organo: comite
    clave: SO-3
    tipo: ordinaria
    numero: 3
    etiqueta: Tercera Sesión Ordinaria
    fecha: 2024-02-16
    estado: clausurada
    convocada_el: 2024-02-08
    url: ${url}
    puntos:
      - { numero: "1", titulo: Aprobación del cuadro de clasificación, estado: desahogado }
    acuerdos:
      - clave: CA/SO-3/01/2024
        numero: 1
        punto: 1
        texto: Las instituciones remitirán su guía de archivo documental.
        tipo: con_seguimiento
        compromisos:
          - institucion: SRE
            texto: Remitir la guía de archivo documental.
            fecha_compromiso: 2024-03-15
            estado: en_proceso
            avances:
              - { texto: La guía está en revisión., registrado_en: 2024-03-01T10:00:00-06:00, url: "${url}" }
`
  const importar = async (text: string) => importarDocumento(importDeps(database, systemClock), text)

  it("is refused with each place in which an address leads elsewhere", async () => {
    const result = await importar(archivo(AJENA))
    if (result.kind !== "invalid") throw new Error(`it was ${result.kind}`)
    const places = result.problems.filter(({ message }) => message.includes(ADMITE)).map(({ place }) => place)
    expect(places).toEqual(["sesiones[0].url", "sesiones[0].acuerdos[0].compromisos[0].avances[0].url"])
  })

  it("is refused with a host that is none", async () => {
    const result = await importar(archivo(PROPIA, '["https://www.gob.mx"]'))
    if (result.kind !== "invalid") throw new Error(`it was ${result.kind}`)
    expect(result.problems.map(({ place }) => place)).toEqual([
      "organos[0].perfiles[0].dominios_permitidos[0]",
    ])
  })

  it("that leads where the body allows is taken, and what is on record stays when fewer are allowed", async () => {
    expect((await importar(archivo(PROPIA))).kind).toBe("ok")
    expect((await importar(archivo(PROPIA, '["archivo.ejemplo.org"]'))).kind).toBe("ok")
  })
})
