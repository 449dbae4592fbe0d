import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { FUENTES } from "../../src/app/inicio/fuentes.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { targetOf } from "../../src/commands/router/usage.ts"
import { abrirComisionNueva, CATORCE, type ComisionNueva, type Siglas } from "../support/comision-nueva.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

const ENLACES: Readonly<Record<Siglas, string>> = {
  SEGOB: "Luz Mar Díaz",
  SICT: "Raúl Paz Ríos",
  SSPC: "Inés Sol Vega",
  STPS: "Hugo Ley Cano",
  BIENESTAR: "Eva Gil Mora",
  SRE: "Iván Rey Lara",
  SALUD: "Olga Cruz Peña",
  SEP: "Saúl Mena Roa",
  SECTUR: "Nora Vela Ruiz",
  SNDIF: "Tomás Gama Ortiz",
  CEAV: "Irma León Cid",
  INMUJERES: "Joel Vidal Paz",
  INM: "Rita Soto Luna",
  FGR: "Aldo Nava Rojas",
}
const INSTITUCIONES = CATORCE.map((siglas) => `${siglas}\tInstitución ${siglas}\tsí`).join("\n")
const PERSONAS = CATORCE.map((siglas) => `${ENLACES[siglas]}\tDirección de Enlace\t${siglas}`).join("\n")
/** One of each workspace and of Discord, whom a code was handed to; the others ask. */
const CON_CODIGO: readonly Siglas[] = ["SICT", "SALUD", "FGR"]
const PIDEN = CATORCE.filter((siglas) => !CON_CODIGO.includes(siglas))
const CODIGO = /[0-9A-Z]{4}(?:-[0-9A-Z]{1,4}){6}/u

let comision: ComisionNueva
beforeAll(async () => {
  comision = await abrirComisionNueva()
}, 90_000)
afterAll(() => comision.close())

const st = () => comision.st.chat
const de = (siglas: Siglas) => comision.de(siglas).chat
const directos = (siglas: Siglas, n = 0) =>
  comision
    .de(siglas, n)
    .directos()
    .map(({ text }) => text)
    .join("\n")
/** What an answer names, as a person copies it. */
const nombra = (text: string, orden: string) => {
  expect(text).toContain(orden)
  return orden
}
async function codigoPara(persona: string): Promise<string> {
  await st().pide("/plenaria codigo-personal")
  return CODIGO.exec((await st().llena({ persona })).text)?.[0] ?? ""
}

/** One story; each test goes on from the one before, by what the bot said last. */
describe("the first day of a new commission, whose Secretaría Técnica reads only what the bot says", () => {
  it("begins with the code that the terminal printed, and ends with a list of what is missing", async () => {
    expect((await st().pide("/plenaria inicio")).text).toContain("Aún no hay ningún órgano registrado")
    expect((await st().pulsa(/^Comenzar$/)).form?.text).toContain("código inicial")
    const [, codigo = ""] = /\/plenaria comenzar (\S+)/u.exec(comision.bot.comienzo ?? "") ?? []
    expect((await st().llena({ codigo })).text).toMatch(/Nombre oficial|Falta registrar el órgano/u)
    const { text } = await st().llena({
      oficial: "Comisión Intersecretarial contra la Trata",
      corto: "Comisión contra la Trata",
      nombre: "Ana Ruiz Luna",
      cargo: "Dirección General",
    })
    expect(text).toContain("Faltan 6 pasos de 6")
  })

  it("has its rules from a template, and its institutions and people from a spreadsheet", async () => {
    await st().pulsa(/^Elegir las reglas$/)
    expect((await st().llena({ plantilla: "comision_intersecretarial" })).text).toContain("CCT/SO-1/01/2026")
    await st().pulsa(/^Registrar estas reglas$/)
    await st().pulsa(/^Agregar instituciones$/)
    expect((await st().llena({ lista: INSTITUCIONES, preside: "SEGOB" })).text).toContain(
      "¿Registrar 14 instituciones?",
    )
    await st().pulsa(/^Registrarlas$/)
    await st().pulsa(/^Agregar personas$/)
    expect((await st().llena({ lista: PERSONAS })).text).toContain("¿Registrar 14 designaciones?")
    const { text } = await st().pulsa(/^Registrarlas$/)
    expect(text).toContain("Faltan 3 pasos de 6")
    expect((await st().pide("/plenaria inicio")).text).toContain(
      "Faltan 3 pasos del comienzo: canales, cuentas y sesión",
    )
  })

  it("has a channel for the Secretaría Técnica, and the workspace of an institution by a link", async () => {
    const { text } = await st().pulsa(/^Continuar el comienzo$/)
    const registrar = nombra(text, "/plenaria canal-registrar")
    const conectar = nombra(text, "/plenaria conectar")
    expect((await st().pide(registrar)).form?.values.audiencia).toBe("secretaria_tecnica")
    await st().llena({})
    await st().pulsa(/^Registrar$/)
    expect(await comision.autoriza((await st().pide(`${conectar} SRE`)).text)).toBe(200)
    await comision.pasan(1)
    const confirmada = await st().pulsaEnSuCanal(/^Confirmar$/)
    nombra(confirmada.text, "/plenaria vincular")
    nombra(confirmada.text, "/plenaria canal-registrar")
    await comision.pasan(1)
  })

  it("recognises who asks, once she approved it, and who came with a code", async () => {
    for (const siglas of PIDEN) {
      expect((await de(siglas).pide("/plenaria inicio")).text).toContain("Su cuenta no está vinculada")
      await de(siglas).pulsa(/^Solicitar mi vinculación/)
      const { text } = await de(siglas).llena({
        institucion: siglas,
        nombre: ENLACES[siglas],
        cargo: "Dirección de Enlace",
        calidad: "enlace",
        oficio: "OF/1/2026",
      })
      expect(text, siglas).toContain("Secretaría Técnica de la Comisión contra la Trata")
    }
    expect((await st().pide("/plenaria inicio")).text).toContain("11 personas piden que se vincule su cuenta")
    await st().pulsa(/^Ver quiénes piden/)
    for (const siglas of PIDEN) {
      await st().pulsa(/^Ver la solicitud/)
      expect((await st().pulsa(/^Es /)).text).toContain(ENLACES[siglas])
      await st().pulsa(/^Ver las que esperan$/)
    }
    for (const siglas of CON_CODIGO) {
      const codigo = await codigoPara(ENLACES[siglas])
      await de(siglas).pide("/plenaria vincular-codigo")
      nombra((await de(siglas).llena({ codigo })).text, "/plenaria inicio")
    }
    await comision.pasan(1)
    expect(directos("SRE")).toContain("Su cuenta quedó vinculada")
    expect(directos("SRE"), "nothing is handed over by nobody").not.toContain("Lo que está en curso")
    expect((await st().pide("/plenaria comenzar")).text).toContain("Cuentas: hecho")
  })

  it("has a channel for each institution, asked for from inside it", async () => {
    for (const siglas of CATORCE) {
      const { text } = await de(siglas).pide("/plenaria inicio")
      expect(text, siglas).toContain(`${siglas} no tiene canal`)
      const { form } = await de(siglas).pulsa(/^Registrar el canal/)
      expect(form?.values).toMatchObject({ audiencia: "institucion", institucion: siglas })
      expect((await de(siglas).llena({ nombre: `Trata ${siglas}` })).text).toContain("espera a la Secretaría")
    }
    expect((await de("SRE").pulsa(/^Ver lo que me espera$/)).text).toContain("No tiene asuntos por atender")
    for (let vueltas = 0; vueltas < CATORCE.length; vueltas += 1) {
      await st().pide("/plenaria inicio")
      await st().pulsa(/^Revisar el canal de /)
      expect((await st().pulsa(/^Aprobar$/)).text).toContain("Canal registrado: Trata")
    }
    await comision.pasan(1)
    for (const siglas of CATORCE)
      expect((await de(siglas).canal())[0]?.text, siglas).toContain("por la Comisión contra la Trata")
    expect((await st().pide("/plenaria inicio")).text).toContain("Falta 1 paso del comienzo: sesión")
  })

  it("changes one rule of its template, and pastes its days off", async () => {
    const { text } = await st().pulsa(/^Continuar el comienzo$/)
    expect((await st().pide(nombra(text, "/plenaria reglas"))).text).toContain(
      "3 y 1 días hábiles antes del último día para convocar, y el mismo día",
    )
    await st().pulsa(/^Recordatorios$/)
    await st().pulsa(/^Cambiar: Recordatorios de compromisos/)
    const previa = await st().llena({ dias: "5 antes, 1 antes, el mismo día", segun: "artículo 12" })
    expect(previa.text).toContain("Aún no se registra nada")
    expect((await st().pulsa(/^Registrar el cambio$/)).text).toContain("Reglas cambiadas")
    await st().pide("/plenaria reglas")
    await st().pulsa(/^Días inhábiles$/)
    await st().pulsa(/^Registrar días/)
    const dias = "del 30 de marzo al 1 de abril\n6 de abril"
    expect((await st().llena({ dias, motivo: "Receso de primavera" })).text).toContain(
      "4 días para la Comisión",
    )
    expect((await st().pulsa(/^Registrar los días$/)).text).toContain("Días inhábiles registrados")
  })

  it("calls its first session, and whoever got it acknowledges it from where they are", async () => {
    await st().pide("/plenaria comenzar")
    await st().pulsa(/^Registrar la sesión$/)
    await st().llena({ fecha: "2026-04-10", hora: "10:00" })
    await st().pulsa(/^Preparar el orden del día$/)
    for (const titulo of ["Instalación de la comisión", "Programa Anual de Trabajo"]) {
      await st().pulsa(/^Agregar un punto$/)
      await st().llena({ titulo })
    }
    expect((await st().pide("/plenaria comenzar")).text).toContain("Todo está listo para la primera sesión")
    await st().pide("/plenaria inicio")
    await st().pulsa(/^Convocar SO-1$/)
    expect((await st().pulsa(/^Convocar a 14 instituciones$/)).text).toContain("14 canales")
    await comision.pasan(1)
    for (const siglas of ["SEGOB", "SRE", "SALUD", "SECTUR", "FGR"] as const)
      expect((await de(siglas).pulsaEnSuCanal(/^Acuso recibo$/)).text, siglas).toContain("Acuse registrado")
    expect((await de("SRE").pide("/plenaria inicio")).text).toContain("Falta decir quién asistirá a SO-1")
    expect((await de("SEP").pide("/plenaria inicio")).text).toContain(
      "Falta el acuse de la convocatoria a SO-1",
    )
    expect((await st().pide("/plenaria inicio")).text).toContain("9 acuses faltan")
  })

  it("hands the work of who leaves over to who arrives, and recognises the one who left no more", async () => {
    const llega = comision.de("SRE", 2).chat
    await st().pide("/directorio relevo")
    const hoy = await st().llena({ sale: ENLACES.SRE, nombre: "Julia Méndez Ortiz", oficio: "SRE/7/2026" })
    expect(hoy.text, "refused before it asks").toContain("quien llega puede comenzar el 3 de marzo de 2026")
    if (hoy.form === null) await st().pulsa(/^Corregir/)
    await st().llena({ fecha: "2026-03-03" })
    await st().pulsa(/^Registrar el relevo$/)
    const [codigo = ""] = CODIGO.exec((await st().pulsa(/^Crear su código personal/)).text) ?? []
    comision.clock.set("2026-03-03", "10:00")
    await comision.bot.tick()
    expect((await st().pide("/plenaria comenzar")).text).toContain("1 persona sin cuenta vinculada")
    await llega.pide("/plenaria vincular-codigo")
    await llega.llena({ codigo })
    await comision.pasan(1)
    expect(directos("SRE", 2)).toContain("Próxima sesión: Primera Sesión Ordinaria")
    expect((await llega.pulsaDeAntes("plenaria.inicio")).text).toContain("Falta decir quién asistirá a SO-1")
    expect(directos("SRE")).toContain("Gracias por su trabajo")
    expect((await de("SRE").pulsaEnSuCanal(/^Asistirá titular$/)).text).toContain("No tiene permiso")
    expect((await de("SRE").pide("/plenaria inicio")).text).toContain("No tiene asuntos por atender")
  })

  it("lacks nothing then, and says to each what is next", async () => {
    const { text } = await st().pide("/plenaria comenzar")
    expect(text).toContain("Todo está listo para la primera sesión")
    expect(text).not.toMatch(/falta|sin cuenta|sin canal/iu)
    expect((await de("SEP").pide("/plenaria comenzar")).text).toContain("/plenaria inicio")
    expect((await st().pide("/plenaria inicio")).text).not.toContain("comienzo")
    expect(comision.errors()).toEqual([])
  })

  it("has every act on record, and its export imported again changes nothing", async () => {
    const { database, clock } = comision
    expect((await st().pide("/plenaria bitacora")).text).toMatch(/Todos los actos: \d+ asientos/u)
    const tipos = await Sql.using(database.url, (sql) =>
      sql.rows("SELECT tipo, count(*)::int AS n FROM evento GROUP BY 1"),
    )
    expect(Object.fromEntries(tipos.map(({ tipo, n }) => [tipo, n]))).toMatchObject({
      "comienzo.reclamado": 1,
      "organo.creado": 1,
      "institucion.agregada": 14,
      "canal.registrado": 15,
      "sesion.convocada": 1,
    })
    const deps = importDeps(database, clock)
    const again = await importarDocumento(deps, await exportarDocumento(deps))
    expect(again).toMatchObject({ kind: "ok", efecto: { diferencias: [], porConfirmar: [] } })
  })
})

it("what waits for somebody is of commands that there are", () => {
  const orders = allCommands.map(targetOf)
  for (const { requiere } of FUENTES) expect(orders).toContain(requiere)
})
