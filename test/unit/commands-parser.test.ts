import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/commands/definition/definition.ts"
import { argOf, parseAction, typedForm } from "../../src/commands/parser/action.ts"
import { formsOf } from "../../src/commands/parser/command.ts"
import { MAX_TYPED, parseTyped } from "../../src/commands/parser/parse.ts"
import type { Parsed } from "../../src/commands/parser/parsed.ts"
import { comparable } from "../../src/commands/parser/words.ts"
import { allCommands } from "../../src/commands/registry.ts"

const parse = (typed: string): Parsed => {
  const [name = "", ...rest] = typed.split(" ")
  return parseTyped(allCommands, name, rest.join(" "))
}
const target = (command: Command) => `${command.name} ${command.subcommand}`
/** What a text runs: `sesion agenda {sesion: "SO-22"}`, or the kind of the refusal. */
const runs = (typed: string) => {
  const parsed = parse(typed)
  return parsed.kind === "run" ? [target(parsed.command), parsed.values] : [parsed.kind]
}
const offered = (parsed: Parsed) =>
  parsed.kind === "ambiguous" ? parsed.candidates.map(({ command }) => target(command)) : []
const visible = allCommands.filter((command) => !command.hidden)

describe("typed commands", () => {
  it.each([
    ["/sesion proxima", "sesion proxima"],
    ["/sesion próxima", "sesion proxima"],
    ["/SESIÓN   SIGUIENTE", "sesion proxima"],
    ["sesion proxima", "sesion proxima"],
    ["/sesion", "sesion proxima"],
    ["/sesion ", "sesion proxima"],
    ["/sesiones", "sesion lista"],
    ["/sesion sesion proxima", "sesion proxima"],
    ["/sesion /sesion proxima", "sesion proxima"],
    ["/orden", "sesion agenda"],
    ["próxima sesión", "sesion proxima"],
    ["/acuerdo", "acuerdo lista"],
    ["/acuerdos", "acuerdo lista"],
    ["/acuerdos mios", "compromiso mios"],
    ["/compromiso", "compromiso mios"],
    ["/compromisos", "compromiso mios"],
    ["/compromiso MÍOS", "compromiso mios"],
    ["/plenaria", "plenaria ayuda"],
    ["/plenaria quién soy", "plenaria quien-soy"],
    ["/plenaria quien_soy", "plenaria quien-soy"],
    ["", "plenaria ayuda"],
    ["/", "plenaria ayuda"],
    ["ayuda", "plenaria ayuda"],
    ["/sesion ayuda", "plenaria ayuda"],
  ])("runs «%s» as %s", (typed, expected) => {
    expect(runs(typed)).toEqual([expected, {}])
  })

  it.each([
    ["/acuerdo ver so 21 3", "acuerdo ver", { clave: "so 21 3" }],
    ["/acuerdo ver “so 21 3”", "acuerdo ver", { clave: "so 21 3" }],
    ["/acuerdo ver «CI/SO-21/03/2024»", "acuerdo ver", { clave: "CI/SO-21/03/2024" }],
    ["/acuerdo ver clave:so 21 3", "acuerdo ver", { clave: "so 21 3" }],
    ['/acuerdo ver CLAVE:"so 21 3"', "acuerdo ver", { clave: "so 21 3" }],
    ["/acuerdo ver 'so 21 3", "acuerdo ver", { clave: "so 21 3" }],
    ["/acuerdo so 21 3", "acuerdo ver", { clave: "so 21 3" }],
    ["/acuerdo so 21 3 ver", "acuerdo ver", { clave: "so 21 3" }],
    ["/acuerdo pendientes", "acuerdo lista", { estado: "pendientes" }],
    ["/acuerdo lista Todos", "acuerdo lista", { estado: "todos" }],
    ["/acuerdo todos 2", "acuerdo lista", { estado: "todos", pagina: "2" }],
    ["/compromiso vencidos", "compromiso lista", { estado: "vencidos" }],
    ["/acuerdos vencidos", "compromiso lista", { estado: "vencidos" }],
    ["/compromiso lista sre", "compromiso lista", { institucion: "sre" }],
    ["/compromiso lista sre vencidos", "compromiso lista", { estado: "vencidos", institucion: "sre" }],
    [
      "/compromiso lista vencidos de la Secretaría de Salud",
      "compromiso lista",
      { estado: "vencidos", institucion: "Secretaría de Salud" },
    ],
    [
      "/compromiso lista institucion:Relaciones Exteriores pagina:2",
      "compromiso lista",
      { institucion: "Relaciones Exteriores", pagina: "2" },
    ],
    ["/sesion 21 resumen", "sesion resumen", { sesion: "21" }],
    ["/sesion resumen de la 21", "sesion resumen", { sesion: "21" }],
    ["resumen de la sesión 21", "sesion resumen", { sesion: "21" }],
    ["/sesion orden del día SO-22", "sesion agenda", { sesion: "SO-22" }],
    ["orden del día so-22", "sesion agenda", { sesion: "so-22" }],
  ])("reads the values of «%s»", (typed, command, values) => {
    expect(runs(typed)).toEqual([command, values])
  })

  it.each([
    ["/acuerdo votar a favor", "acuerdo votar", { sentido: "a_favor" }],
    [
      "/acuerdo votar en contra institucion:SRE",
      "acuerdo votar",
      { sentido: "en_contra", institucion: "SRE" },
    ],
    ["/acuerdo voto a favor", "acuerdo votar", { sentido: "a_favor" }],
    ["/acuerdo votar sí", "acuerdo votar", { sentido: "a_favor" }],
    ["/acuerdo votar NO", "acuerdo votar", { sentido: "en_contra" }],
    ["/acuerdo votar me abstengo", "acuerdo votar", { sentido: "abstencion" }],
    ["/acuerdo votar abstención", "acuerdo votar", { sentido: "abstencion" }],
    ["/sesion asistencia sí", "sesion asistencia", { respuesta: "titular" }],
    ["/sesion asistencia suplente", "sesion asistencia", { respuesta: "suplente" }],
    ["/sesion asistencia no", "sesion asistencia", { respuesta: "no_asistira" }],
    ["/sesion asistencia no asistiré", "sesion asistencia", { respuesta: "no_asistira" }],
    [
      "/sesion asistencia SO-22 sí a distancia",
      "sesion asistencia",
      { respuesta: "titular", sesion: "SO-22", modo: "distancia" },
    ],
    ["/sesion agenda proxima", "sesion agenda", { sesion: "proxima" }],
    ["/sesion resumen última", "sesion resumen", { sesion: "última" }],
    ["/compromiso pendientes", "compromiso lista", { estado: "abiertos" }],
    ["/compromiso lista por atender sre", "compromiso lista", { estado: "abiertos", institucion: "sre" }],
    ["/compromiso mis pendientes", "compromiso mios", {}],
    ["mis pendientes", "compromiso mios", {}],
    ["mis tareas", "compromiso mios", {}],
    ["mis acuerdos", "compromiso mios", {}],
    ["pendientes", "compromiso mios", {}],
    ["que me toca a mi", "compromiso mios", {}],
    ["carpeta de la sesion", "sesion documento-lista", {}],
    ["carpeta de la sesión SO-22", "sesion documento-lista", { sesion: "SO-22" }],
    ["hola", "plenaria ayuda", {}],
    // What is looked for may be called as commands are.
    ["/plenaria ayuda quórum", "plenaria ayuda", { busca: "quórum" }],
    ["ayuda votación abierta", "plenaria ayuda", { busca: "votación abierta" }],
  ])("understands «%s» by what people say", (typed, command, values) => {
    expect(runs(typed)).toEqual([command, values])
  })

  it.each([
    ["/sesion no asistiré", "sesion asistencia"],
    ["/acuerdo me abstengo", "acuerdo votar"],
    ["/acuerdo a favor", "acuerdo votar"],
    ["/sesion SO-22 cancelar Por la lluvia", "sesion cancelar"],
    ["/sesion clausu", "sesion clausurar"],
    ["/sesion canselar SO-22 Por la lluvia", "sesion cancelar"],
    ["acta", "sesion resumen"],
    ["/sesion minuta", "sesion resumen"],
    ["ics", "plenaria suscripcion-crear"],
    ["liga de zoom", "sesion proxima"],
  ])("only offers what «%s» may have meant", (typed, command) => {
    const parsed = parse(typed)
    expect(parsed.kind).toBe("unknown")
    expect(parsed.kind === "unknown" && parsed.nearest && target(parsed.nearest.command)).toBe(command)
  })

  it("takes no word that only names the order for a value of it", () => {
    const read = (typed: string) => {
      const parsed = parse(typed)
      const understood = parsed.kind === "unknown" ? parsed.nearest : "values" in parsed ? parsed : null
      return understood && typedForm(understood.command, understood.values)
    }
    const table: Readonly<Record<string, string>> = {
      "no asistiré": "/sesion asistencia no_asistira",
      "me abstengo": "/acuerdo votar abstencion",
      "ya cumplí": "/compromiso cumplido",
      "acuso de recibo": "/sesion acuse",
      "acuse de recibo": "/sesion acuse",
      "acuso de recibido la convocatoria": "/sesion acuse",
      "acuse recibo SO-22": "/sesion acuse SO-22",
      "confirmo asistencia": "/sesion asistencia",
      "confirmo mi asistencia": "/sesion asistencia",
      "confirmar asistencia": "/sesion asistencia",
      "confirmo la asistencia a SO-22": "/sesion asistencia SO-22",
      "paso lista": "/sesion pase-ver",
      "convoco a sesión": "/sesion convocar",
      "clausuro la sesión": "/sesion clausurar",
      "cancelar la sesión": "/sesion cancelar",
      "suspendo la sesión": "/sesion cancelar",
      "publico el resumen": "/sesion publicar",
      "rectificar fecha SO-22": "/sesion rectificar SO-22",
      "agrego un documento": "/sesion documento-agregar",
      "agrego punto": "/sesion punto-agregar",
      "registro un acuerdo": "/acuerdo registrar",
      "/acuerdo registro acuerdo": "/acuerdo registrar",
      "acuerdos de la sesión": "/acuerdo ver",
      "abro la votación": "/acuerdo votacion-abrir",
      "cierro votación": "/acuerdo votacion-cerrar",
      "anular la votación": "/acuerdo votacion-anular",
      "reprogramo compromiso": "/compromiso reprogramar",
      "valido el compromiso CI/SO-21/01/2024/SRE": "/compromiso validar CI/SO-21/01/2024/SRE",
      "pospongo el aviso": "/compromiso posponer",
      "reporto un avance": "/compromiso avance",
      "/compromiso reporto avance": "/compromiso avance",
      "quién soy yo": "/plenaria quien-soy",
    }
    expect(Object.fromEntries(Object.keys(table).map((typed) => [typed, read(typed)]))).toEqual(table)
  })

  it("leaves to what is needed the numbers that there are, before those that may be left out", () => {
    const counts = { favor: "3", contra: "0", abstenciones: "1" }
    expect(runs("/acuerdo votacion-manos 3 0 1")).toEqual(["acuerdo votacion-manos", counts])
    expect(runs("/acuerdo votacion-manos 2 3 0 1")).toEqual([
      "acuerdo votacion-manos",
      { votacion: "2", ...counts },
    ])
  })

  it("offers what is asked of a session by its number, with the whole of it", () => {
    const parsed = parse("/sesion vigésima segunda")
    if (parsed.kind !== "ambiguous") throw new Error(parsed.kind)
    expect(new Set(parsed.candidates.map(({ values }) => values.sesion))).toEqual(
      new Set(["vigésima segunda"]),
    )
  })

  it("leaves a value, and a free text, as they are although they begin with such a word", () => {
    expect(runs("voto a favor")).toEqual(["acuerdo votar", { sentido: "a_favor" }])
    expect(runs("compromisos vencidos")).toEqual(["compromiso lista", { estado: "vencidos" }])
    expect(runs("/acuerdo registrar Acuerdo por el que se crea el grupo")).toEqual([
      "acuerdo registrar",
      { texto: "Acuerdo por el que se crea el grupo" },
    ])
    expect(parse("/acuerdo registro Acuerdo por el que se crea el grupo")).toMatchObject({
      nearest: { values: { texto: "Acuerdo por el que se crea el grupo" } },
    })
  })

  it("keeps what was typed with what it offers", () => {
    expect(parse("/sesion canselar SO-22 Por la  lluvia")).toMatchObject({
      nearest: { values: { sesion: "SO-22", motivo: "Por la  lluvia" } },
    })
  })

  it("takes the number of a session in words for that, and not for a command", () => {
    expect(offered(parse("/sesion vigésima segunda"))).toEqual(
      expect.arrayContaining(["sesion agenda", "sesion resumen"]),
    )
    expect(offered(parse("/sesion décima segunda ordinaria"))).not.toContain("sesion segunda")
  })

  it.each(["ya estuvo", "ya llegué"])("does not guess from the short words of «%s»", (typed) => {
    expect(parse(typed)).toMatchObject({ kind: "unknown", nearest: null })
  })

  it("never runs a command that acts unless it is named first", () => {
    const acting = visible.filter((command) => command.acts !== false)
    const named = new Set(
      acting.flatMap((command) => formsOf(command).map((form) => `${command.name} ${form}`)),
    )
    const words = fc.constantFrom(
      ...visible.flatMap(formsOf).flatMap((form) => form.split(" ")),
      ...["SO-22", "21", "no", "si", "a favor", "titular", "vigésima", "segunda", "interna", "motivo"],
    )
    fc.assert(
      fc.property(
        fc.constantFrom("sesion", "acuerdo", "compromiso", "plenaria", "algo"),
        fc.array(words, { minLength: 1, maxLength: 5 }),
        (name, typed) => {
          const parsed = parseTyped(allCommands, name, typed.join(" "))
          if (parsed.kind !== "run" || parsed.command.acts === false) return
          const said = comparable(typed.join(" "))
          const calls = [...named].some((form) => {
            const [, ...rest] = form.split(" ")
            return (
              `${said} `.startsWith(`${rest.join(" ")} `) ||
              said.split(" ").slice(1).join(" ").startsWith(rest.join(" "))
            )
          })
          expect(calls, `${name} ${said}`).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it("suggests the nearest command for a spelling mistake, with its values", () => {
    expect(parse("/sesion porxima")).toMatchObject({
      kind: "unknown",
      name: "sesion",
      nearest: { command: { subcommand: "proxima" } },
    })
    expect(parse("/acuerdo vr so 21 3")).toMatchObject({
      kind: "unknown",
      nearest: { command: { subcommand: "ver" }, values: { clave: "so 21 3" } },
    })
    expect(parse("/compromizo mios")).toMatchObject({
      kind: "unknown",
      name: null,
      nearest: { command: { name: "compromiso", subcommand: "mios" } },
    })
    expect(parse("/sesion xyzzy")).toMatchObject({ kind: "unknown", nearest: null })
  })

  it("asks when a text fits several commands", () => {
    expect(offered(parse("/sesion SO-22"))).toEqual(
      expect.arrayContaining(["sesion agenda", "sesion resumen"]),
    )
    expect(offered(parse("lista"))).toEqual(["sesion lista", "acuerdo lista", "compromiso lista"])
  })

  it("says which words a command does not take", () => {
    expect(parse("/plenaria quien-soy ahora mismo")).toMatchObject({
      kind: "extra_words",
      extra: "ahora mismo",
    })
  })

  it("refuses a text that is too long, at the limit plus one", () => {
    const longest = "x".repeat(MAX_TYPED - "acuerdo".length)
    expect(parseTyped(allCommands, "acuerdo", longest).kind).not.toBe("too_long")
    expect(parseTyped(allCommands, "acuerdo", `${longest}x`)).toEqual({
      kind: "too_long",
      length: MAX_TYPED + 1,
      limit: MAX_TYPED,
    })
    expect(parseTyped(allCommands, "acuerdo", "x".repeat(10_000)).kind).toBe("too_long")
  })

  it("never reaches a hidden command", () => {
    for (const hidden of allCommands.filter((command) => command.hidden)) {
      const parsed = parse(`/${hidden.name} ${hidden.subcommand}`)
      expect(parsed.kind === "run" && parsed.command === hidden).toBe(false)
    }
  })

  it("never throws, whatever the text", () => {
    const anything = fc.string({ unit: "binary", maxLength: 200 })
    const likely = fc
      .array(
        fc.constantFrom(
          "sesion",
          "/acuerdo",
          "ver",
          '"',
          "“",
          "'",
          ":",
          "clave:",
          "constructor",
          "__proto__",
          "21",
          " ",
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(" "))
    fc.assert(
      fc.property(fc.oneof(anything, likely), fc.oneof(anything, likely), (name, text) => {
        parseTyped(allCommands, name, text)
        parseAction(allCommands, text)
      }),
      { numRuns: 2000 },
    )
  })

  it("resolves every command and synonym to itself with any case, accents and spaces", () => {
    const accented: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú" }
    const disguise = (text: string, choices: readonly number[]) =>
      [...text]
        .map((letter, i) => {
          const choice = choices[i % choices.length] ?? 0
          const other = choice & 1 ? (accented[letter] ?? letter) : letter
          const spaced = letter === " " ? " ".repeat(1 + (choice & 3)) : other
          return choice & 2 ? spaced.toUpperCase() : spaced
        })
        .join("")
    const typed = visible.flatMap((command) => formsOf(command).map((form) => ({ command, form })))
    fc.assert(
      fc.property(
        fc.constantFrom(...typed),
        fc.array(fc.nat(7), { minLength: 5, maxLength: 20 }),
        fc.constantFrom("", "/", " ", " / "),
        ({ command, form }, choices, slash) => {
          const parsed = parseTyped(
            allCommands,
            slash + disguise(command.name, choices),
            disguise(` ${form} `, choices),
          )
          expect(parsed).toMatchObject({ kind: "run" })
          expect(parsed.kind === "run" && target(parsed.command)).toBe(target(command))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe("the ids of buttons", () => {
  it("give a command its values back", () => {
    const values = { estado: "vencidos", institucion: "Relaciones Exteriores", pagina: "2" }
    const command = allCommands.find((c) => target(c) === "compromiso lista")
    if (!command) throw new Error("compromiso lista is not registered")
    expect(typedForm(command, { estado: "vencidos" })).toBe("/compromiso lista vencidos")
    expect(parseAction(allCommands, `compromiso.lista:${argOf(command, values)}`)).toEqual({
      kind: "run",
      command,
      values,
    })
  })

  it("fill the first option with all that follows the colon", () => {
    expect(parseAction(allCommands, "acuerdo.ver:CI/SO-21/03/2024")).toMatchObject({
      kind: "run",
      values: { clave: "CI/SO-21/03/2024" },
    })
    expect(parseAction(allCommands, "compromiso.mios")).toMatchObject({ kind: "run", values: {} })
  })

  it.each([
    "",
    "acuerdo",
    "acuerdo.",
    "acuerdo.borrar:1",
    "Acuerdo.ver:1",
    "plenaria.inicio:algo",
    "x".repeat(5000),
  ])("refuse «%s»", (id) => {
    expect(parseAction(allCommands, id).kind).toBe("unknown_action")
  })
})
