import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { celdaDe, matrizDePermisos } from "../../src/commands/permisos/matriz.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { designar } from "../support/designar.ts"

/** By what each of the demonstration's accounts is to the body. */
const CUENTAS = {
  "sin-vincular": "sin_vincular",
  "administracion-tecnica": "administracion_tecnica",
  "organo-interno": "organo_interno_de_control",
  "participante-cndh": "participante",
  "enlace-sre": "enlace",
  "suplente-sre": "suplente",
  "titular-sre": "titular",
  presidencia: "presidencia",
  "secretaria-tecnica": "secretaria_tecnica",
} as const

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
  await designar(chat, [
    ["organo-interno", "organo_interno_de_control", "SEGOB"],
    ["transparencia", "unidad_de_transparencia", "SEGOB"],
    ["suplente-segob", "suplente", "SEGOB"],
    ["suplente-segob-sin-oficio", "suplente", "SEGOB", null],
  ])
})
afterAll(() => chat.close())

describe("the help", () => {
  it("lists by theme all that each may use, and nothing else", async () => {
    const matriz = matrizDePermisos(allCommands)
    for (const [user, papel] of Object.entries(CUENTAS)) {
      const { card } = await chat.ask(user, "/plenaria ayuda")
      const temas = card.actions.filter(({ id }) => id.startsWith("plenaria.ayuda:"))
      let text = ""
      for (const { id } of temas) text += `${(await chat.press(user, id)).text}\n`
      for (const renglon of matriz.filter(({ vias }) => vias.includes("texto"))) {
        const { command } = renglon
        const may = celdaDe(renglon, papel, "mensaje_directo").alcance !== "nada"
        const line = `/${command.name} ${command.subcommand}`
        expect(
          text.split("\n").some((shown) => new RegExp(`^• ${line}(?![-\\w])`).test(shown)),
          `${user}: ${line}`,
        ).toBe(may)
      }
    }
  })
})

const QUESTIONS = [
  "/acuerdo lista todos",
  "/acuerdo ver CI/SO-21/03/2024",
  "/compromiso mios",
  "/compromiso lista todos",
  "/compromiso lista todos SALUD",
  "/compromiso ver CI/SO-21/02/2024/SALUD",
  "/compromiso ver CI/SE-1/04/DEMO/SALUD",
  "/plenaria quien-soy",
]
const everythingSaidTo = async (user: string) =>
  (await Promise.all(QUESTIONS.map((typed) => chat.ask(user, typed)))).map(({ text }) => text).join("\n")

/** Text of Salud's own commitments. */
const OF_SALUD = "en unidades médicas"
const ACUERDO_TEXT = "observaciones al contenido del curso"

describe("what an answer offers", () => {
  it("leads nobody to a refusal: each of its buttons is of a command that they may use", async () => {
    const matriz = matrizDePermisos(allCommands)
    const queConsultan = matriz.filter(({ actua, vias }) => !actua && vias.includes("texto"))
    for (const [user, papel] of Object.entries(CUENTAS)) {
      const puede = new Set(
        matriz
          .filter((renglon) => celdaDe(renglon, papel, "mensaje_directo").alcance !== "nada")
          .map(({ orden }) => orden),
      )
      for (const { orden } of queConsultan.filter((renglon) => puede.has(renglon.orden))) {
        const { card } = await chat.ask(user, `/${orden.replace(".", " ")}`)
        const ofrecidas = card.actions
          .filter(({ url }) => url === undefined)
          .map(({ id }) => id.split(":")[0])
        expect(
          ofrecidas.filter((one) => !puede.has(one ?? "")),
          `${user}: ${orden}`,
        ).toEqual([])
      }
    }
  })

  it("is only one's own while it is typed, where nothing else would be taken", async () => {
    const place = { adapter: "consola", workspace: "demo", channel: "directo" } as const
    const complete = async (user: string, orden: string, option: string) => {
      const [name = "", subcommand = ""] = orden.split(".")
      const actor = { adapter: "consola", workspace: "demo", user } as const
      const typed = { actor, place, name, subcommand, option, typed: "" }
      return (await chat.router.complete(typed)).map(({ value }) => value)
    }
    expect(await complete("enlace-sre", "sesion.acuse", "institucion")).toEqual(["SRE"])
    expect((await complete("secretaria-tecnica", "sesion.acuse", "institucion")).length).toBeGreaterThan(5)
    const suyos = await complete("enlace-sre", "compromiso.avance", "clave")
    expect(suyos.length).toBeGreaterThan(0)
    expect(suyos.filter((clave) => !clave.endsWith("/SRE"))).toEqual([])
    const visibles = await complete("enlace-sre", "compromiso.ver", "clave")
    expect(visibles.length).toBeGreaterThan(suyos.length)
  })

  it("begins with one's own, the most urgent first, and with what can be done now", async () => {
    const place = { adapter: "consola", workspace: "demo", channel: "directo" } as const
    const complete = (user: string, orden: string, option: string, given = {}, typed = "") => {
      const [name = "", subcommand = ""] = orden.split(".")
      const actor = { adapter: "consola", workspace: "demo", user } as const
      return chat.router.complete({ actor, place, name, subcommand, option, typed, given })
    }
    const visibles = await complete("enlace-sre", "compromiso.ver", "clave")
    const propios = visibles.filter(({ value }) => value.endsWith("/SRE"))
    expect(propios.length).toBeGreaterThan(1)
    expect(visibles.slice(0, propios.length)).toEqual(propios)
    // Of another's only its clave and its date are told.
    const ajeno = visibles[propios.length]
    expect(ajeno?.label).toMatch(/^\S+(?: · \d\d-[a-z]{3}-\d{4})?$/u)
    expect(propios[0]?.label).toMatch(/ · .+ · .+/u)
    expect((await complete("enlace-sre", "sesion.acuse", "institucion"))[0]?.value).toBe("SRE")
    expect(propios.slice(0, 2).map(({ value }) => value)).toEqual([
      "CI/SO-21/03/2024/SRE",
      "CI/SO-21/02/2024/SRE",
    ])
    expect((await complete("enlace-sre", "acuerdo.ver", "clave"))[0]?.value).toBe("CI/SO-21/03/2024")
    const claves = async (orden: string) =>
      (await complete("secretaria-tecnica", orden, "sesion")).map(({ value }) => value)
    const porVer = await claves("sesion.agenda")
    const porCorregir = await claves("sesion.horas-corregir")
    expect(porVer[0]).toBe("SO-22")
    expect(porCorregir[0]).not.toBe("SO-22")
    expect([...porCorregir].sort()).toEqual([...porVer].sort())
    const puntos = (sesion: string, typed = "") =>
      complete("secretaria-tecnica", "sesion.punto-discutir", "punto", { sesion }, typed)
    const asistencia = "Lista de asistencia y declaratoria de quórum"
    expect((await puntos("SO-22"))[0]).toEqual({ label: `1 · ${asistencia}`, value: "1" })
    expect((await puntos("SO-22", "asistencia")).map(({ value }) => value)).toEqual(["1"])
    expect(await puntos("SO-99")).toEqual([])
  })

  it("names nobody of another body to whoever keeps the directory of one, unless they are named exactly", async () => {
    const dos = await startConversacion()
    try {
      await dos.amend((documento) => ({
        ...documento,
        organos: [
          ...documento.organos,
          ...documento.organos
            .filter(({ padre }) => padre === null)
            .map((uno) => ({ ...uno, clave: "otro", nombreCorto: "Otro órgano" })),
        ],
        personas: [
          ...documento.personas,
          { clave: "zoila", nombre: "Zoila Ajena", titulo: null, cargo: null, origen: "demo" },
          { clave: "libre", nombre: "Zoila Libre", titulo: null, cargo: null, origen: "demo" },
        ],
        designaciones: [
          ...documento.designaciones,
          {
            persona: "zoila",
            organo: "otro",
            institucion: null,
            calidad: "secretaria_tecnica",
            oficio: null,
            desde: "2024-01-01",
            hasta: null,
          },
        ],
      }))
      const actor = { adapter: "consola", workspace: "demo", user: "secretaria-tecnica" } as const
      const place = { adapter: "consola", workspace: "demo", channel: "directo" } as const
      const pedido = { name: "directorio", subcommand: "persona-editar", option: "persona", typed: "zoila" }
      expect((await dos.router.complete({ actor, place, ...pedido })).map(({ value }) => value)).toEqual([
        "libre",
      ])
      const dicho = async (nombre: string) =>
        JSON.stringify(
          await dos.submit("secretaria-tecnica", "directorio.designacion-registrar", {
            persona: nombre,
            calidad: "enlace",
            institucion: "SRE",
            desde: "2024-06-11",
          }),
        )
      expect(await dicho("Zoila Ajenna")).not.toContain("Zoila Ajena")
      expect(await dicho("Zoila Ajena")).toContain("Zoila Ajena")
    } finally {
      await dos.close()
    }
  })
})

describe("what must not appear", () => {
  it("to someone not linked: no acuerdo of the members, no commitment, no person", async () => {
    const text = await everythingSaidTo("sin-vincular")
    for (const hidden of [
      ACUERDO_TEXT,
      OF_SALUD,
      "CI/SO-21/02/2024/SALUD\n",
      "en proceso",
      "Persona de demostración",
    ]) {
      expect(text).not.toContain(hidden)
    }
  })

  it("to the technical administration: the same as to the public", async () => {
    const text = await everythingSaidTo("administracion-tecnica")
    for (const hidden of [ACUERDO_TEXT, OF_SALUD, "en proceso"]) expect(text).not.toContain(hidden)
  })

  it("to a participante: neither members' acuerdos nor the text of commitments", async () => {
    const text = await everythingSaidTo("participante-cndh")
    for (const hidden of [ACUERDO_TEXT, OF_SALUD, "Remitir"]) expect(text).not.toContain(hidden)
    expect(text).toContain("CI/SO-21/02/2024/SALUD (SALUD)")
  })

  it.each(["enlace-sre", "suplente-sre", "titular-sre"])(
    "to %s: the text and first date of another institution's commitments",
    async (user) => {
      const text = await everythingSaidTo(user)
      expect(text).not.toContain(OF_SALUD)
      expect(text).not.toContain("fecha original")
      expect(text).toContain(ACUERDO_TEXT)
      const other = await chat.ask(user, "/compromiso ver CI/SE-1/04/DEMO/SALUD")
      expect(other.text).toContain("Secretaría de Salud (SALUD)")
      expect(other.text).not.toContain("Fecha original")
      expect(other.text).not.toContain("avances registrados")
    },
  )

  it("to whoever only watches over the body: not even whether what is asked for exists", async () => {
    for (const user of ["organo-interno", "transparencia"]) {
      const [real, invented] = await Promise.all(
        ["CI/SO-21/03/2024", "CI/SO-99/03/2024"].map((clave) => chat.ask(user, `/acuerdo ver ${clave}`)),
      )
      expect(real).toEqual(invented)
      expect(real?.text).toContain("leer la bitácora")
      for (const hidden of ["SO-22", "SO-21", ACUERDO_TEXT])
        expect(await everythingSaidTo(user)).not.toContain(hidden)
      expect((await chat.ask(user, "/sesion acuses-exportar SO-22")).text).toContain(
        "Acuses para el expediente",
      )
    }
  })

  it("buttons that would be refused are not offered, and whose the next step is, is said", async () => {
    const borrador = await chat.ask("presidencia", "/sesion publicar SO-21")
    expect(borrador.text).toContain("Borrador del resumen")
    expect(borrador.text).toContain("Continuar corresponde a la Secretaría Técnica.")
    expect(borrador.card.actions.map(({ id }) => id.split(":", 1)[0])).not.toContain(
      "sesion.publicar-confirmar",
    )
    const suyo = await chat.ask("secretaria-tecnica", "/sesion publicar SO-21")
    expect(suyo.card.actions.map(({ id }) => id.split(":", 1)[0])).toContain("sesion.publicar-confirmar")
    const control = await chat.ask("organo-interno", "/plenaria quien-soy")
    expect(control.card.actions.map(({ id }) => id)).toEqual([
      "plenaria.ayuda",
      "plenaria.no-soy-yo:organo-interno",
    ])
  })

  it("nothing is withheld from Secretaría Técnica and Presidencia, nor from who stands in for it", async () => {
    expect(await everythingSaidTo("suplente-segob-sin-oficio")).not.toContain(OF_SALUD)
    for (const user of ["secretaria-tecnica", "presidencia", "suplente-segob"]) {
      const text = await everythingSaidTo(user)
      for (const shown of [ACUERDO_TEXT, OF_SALUD, "fecha original"]) expect(text).toContain(shown)
    }
  })

  it("in suggestions either: an acuerdo that is not theirs does not exist for them", async () => {
    const place = { adapter: "consola", workspace: "demo", channel: "directo" } as const
    const complete = (user: string, name: string, subcommand: string, option: string, typed: string) =>
      chat.router.complete({
        actor: { adapter: "consola", workspace: "demo", user },
        place,
        name,
        subcommand,
        option,
        typed,
      })
    expect(await complete("sin-vincular", "acuerdo", "ver", "clave", "")).toEqual([])
    expect(await complete("sin-vincular", "compromiso", "ver", "clave", "")).toEqual([])
    const own = await complete("enlace-sre", "compromiso", "ver", "clave", "so 21")
    expect(own[0]?.value).toMatch(/\/SRE$/)
    expect(own.length).toBeLessThanOrEqual(25)
    expect(await complete("enlace-sre", "acuerdo", "ver", "clave", "so 21 3")).toEqual([
      expect.objectContaining({ value: "CI/SO-21/03/2024" }),
    ])
    expect(await complete("enlace-sre", "compromiso", "lista", "institucion", "relaciones")).toEqual([
      { label: "SRE · Secretaría de Relaciones Exteriores", value: "SRE" },
    ])
  })
})
