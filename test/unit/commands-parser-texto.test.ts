import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/commands/definition/definition.ts"
import { type OptionInfo, optionsOf } from "../../src/commands/definition/options.ts"
import { argOf, parseAction, typedForm } from "../../src/commands/parser/action.ts"
import { parseTyped } from "../../src/commands/parser/parse.ts"
import { bareText } from "../../src/commands/parser/text.ts"
import { comparable } from "../../src/commands/parser/words.ts"
import { allCommands } from "../../src/commands/registry.ts"

const label = (command: Command) => `/${command.name} ${command.subcommand}`

/** Every command that takes a free text without its name, the option that takes it, and what may stand before. */
const withText = allCommands.flatMap((command) => {
  const options = optionsOf(command)
  const text = bareText(options)
  if (text === null || command.hidden) return []
  const before = options.slice(0, options.indexOf(text)).filter((option) => option.required || option.lead)
  return [{ command, options, text, before }]
})

/** A value that nobody could take for a text. */
function sample({ kind, completes, values, name }: OptionInfo): string {
  if (values) return values[0] ?? ""
  if (kind === "numero" || name === "punto") return "3"
  if (kind === "fecha") return "2024-08-22"
  return completes === "sesion" ? "SO-22" : "CI/SO-21/02/2024/SRE"
}

const given = (options: readonly OptionInfo[]) => Object.fromEntries(options.map((o) => [o.name, sample(o)]))
const typed = (options: readonly OptionInfo[]) => options.map(sample).join(" ")

function read(command: Command, rest: string) {
  const parsed = parseTyped(allCommands, command.name, `${command.subcommand} ${rest}`)
  return parsed.kind === "run" ? { [label(parsed.command)]: parsed.values } : parsed.kind
}

/** Words that equal values, labels and names of options, numbers, quotes, claves: all that tempts a parser. */
const tempting = fc
  .array(
    fc.constantFrom(
      ...allCommands
        .flatMap(optionsOf)
        .flatMap(({ name, values, labels, synonyms }) => [
          name,
          ...(values ?? []),
          ...Object.values(labels),
          ...Object.values(synonyms).flat(),
        ]),
      ...[
        "2027",
        "SO-21",
        "so",
        "21",
        '"',
        "«",
        "»",
        "'",
        ":",
        "de",
        "la",
        "https://a.gob.mx/x?y=1",
        "pública",
      ],
      ...["situación", "económica", "cédula", "\n", "  ", "organo", "difusion:interna nada", "clave:x y"],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(" "))

const anything = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  tempting,
)

/** A named value at its edge is no part of a text, and that is the only thing that is not. */
const edge = (text: string, options: readonly OptionInfo[]) =>
  [
    /^([\p{L}\p{M}_-]+):\S/u,
    /(?:^|\s)([\p{L}\p{M}_-]+):(?:["“”„‟«»″][^"“”„‟«»″]*["“”„‟«»″]|[^\s"“”„‟«»″]+)\s*$/u,
  ].some((pattern) => {
    const name = pattern.exec(text)?.[1]
    return name !== undefined && options.some((option) => comparable(option.name) === comparable(name))
  })

const textFor = (options: readonly OptionInfo[]) =>
  anything.map((text) => text.trim()).filter((text) => text !== "" && !edge(text, options))

describe("a free text that is typed", () => {
  it.each(["lugar del accidente", "registro sesion"])("is not taken for another command: %s", (frase) => {
    expect(parseTyped(allCommands, "plenaria", `testar ${frase}`)).toMatchObject({ values: { frase } })
    expect(parseTyped(allCommands, "plenaria", "testar-lugar")).not.toMatchObject({
      values: { frase: "lugar" },
    })
  })

  it("is there to be tried", () => {
    expect(withText.map(({ command }) => label(command))).toEqual(
      expect.arrayContaining([
        "/sesion punto-agregar",
        "/sesion proponer",
        "/acuerdo votacion-abrir",
        "/compromiso avance",
        "/sesion resumen-editar",
        "/acuerdo voto-particular",
      ]),
    )
  })

  it.each(withText.map((one) => [label(one.command), one] as const))(
    "comes back as it was typed after the references of %s",
    (name, { command, options, text, before }) => {
      fc.assert(
        fc.property(textFor(options), (said) => {
          expect(read(command, `${typed(before)} ${said}`)).toEqual({
            [name]: { ...given(before), [text.name]: said },
          })
        }),
        { numRuns: 150 },
      )
    },
  )

  it.each(withText.map((one) => [label(one.command), one] as const))(
    "keeps its words in %s when options stand at its edges by name",
    (name, { command, options, text, before }) => {
      const others = options.filter((option) => option !== text && !before.includes(option))
      const [first, ...rest] = others
      const named = (some: readonly OptionInfo[]) =>
        some.map((option) => `${option.name}:${sample(option)}`).join(" ")
      const head = first && first.kind !== "texto" ? [first] : []
      const tail = first && first.kind !== "texto" ? rest : others
      fc.assert(
        fc.property(textFor(options), (said) => {
          expect(read(command, `${named(head)} ${typed(before)} ${said} ${named(tail)}`)).toEqual({
            [name]: { ...given([...before, ...others]), [text.name]: said },
          })
        }),
        { numRuns: 100 },
      )
    },
  )

  it.each([
    [
      "sesion",
      "punto-agregar SO-22 Informe de la auditoría interna",
      { sesion: "SO-22", titulo: "Informe de la auditoría interna" },
    ],
    [
      "sesion",
      "punto-agregar SO-22 Resultados de la consulta pública",
      { sesion: "SO-22", titulo: "Resultados de la consulta pública" },
    ],
    [
      "sesion",
      "punto-agregar SO-22 Resultados de la consulta difusión:interna",
      { sesion: "SO-22", titulo: "Resultados de la consulta", difusion: "interna" },
    ],
    [
      "sesion",
      "punto-agregar so 22 3 informes «pendientes»  de 2023",
      { sesion: "so 22", titulo: "3 informes «pendientes»  de 2023" },
    ],
    [
      "acuerdo",
      "votacion-abrir Aprobación del informe de situación económica",
      { texto: "Aprobación del informe de situación económica" },
    ],
    [
      "acuerdo",
      "votacion-abrir Expedición de la cédula profesional modo:cedula",
      { texto: "Expedición de la cédula profesional", modo: "cedula" },
    ],
    ["sesion", "proponer SO-22 Presupuesto 2027", { sesion: "SO-22", titulo: "Presupuesto 2027" }],
    ["sesion", "proponer La reforma de 2027", { titulo: "La reforma de 2027" }],
    ["sesion", "punto-agregar Programa Anual de Trabajo", { titulo: "Programa Anual de Trabajo" }],
    ["sesion", "punto-agregar 3er informe trimestral", { titulo: "3er informe trimestral" }],
    ["sesion", "punto-agregar 2027 en cifras", { titulo: "2027 en cifras" }],
    ["sesion", "cancelar Sin materia", { motivo: "Sin materia" }],
    ["sesion", "cancelar 22 Sin materia", { sesion: "22", motivo: "Sin materia" }],
    ["sesion", "cancelar SO-2x Sin materia", { sesion: "SO-2x", motivo: "Sin materia" }],
    ["compromiso", "avance Se envió el informe", { texto: "Se envió el informe" }],
    ["compromiso", "avance CI/07 Se envió el informe", { clave: "CI/07", texto: "Se envió el informe" }],
    ["sesion", "proponer de la SO-22 La reforma", { sesion: "SO-22", titulo: "La reforma" }],
    ["sesion", "punto diferir 2 Falta el dictamen", { punto: "2", motivo: "Falta el dictamen" }],
    ["sesion", "desahogar 2", { punto: "2" }],
    ["sesion", "desahogar 2 Aprobación por mayoría", { punto: "2", resultado: "Aprobación por mayoría" }],
    ["sesion", "diferir SO-22 2024-08-22 es feriado", { sesion: "SO-22", motivo: "2024-08-22 es feriado" }],
    [
      "sesion",
      "diferir SO-22 fecha:2024-08-29 Es feriado hora:10:00",
      { sesion: "SO-22", fecha: "2024-08-29", hora: "10:00", motivo: "Es feriado" },
    ],
    [
      "sesion",
      'suplente SO-22 "María Pérez" cargo:"Directora General" oficio:12/2024',
      { sesion: "SO-22", nombre: '"María Pérez"', cargo: "Directora General", oficio: "12/2024" },
    ],
    [
      "sesion",
      "suplente SO-22 nombre:«María Pérez» cargo:Directora General oficio:12/2024",
      { sesion: "SO-22", nombre: "María Pérez", cargo: "Directora General", oficio: "12/2024" },
    ],
    [
      "compromiso",
      "avance CI/SO-21/02/2024/SRE 3 reuniones celebradas",
      { clave: "CI/SO-21/02/2024/SRE", texto: "3 reuniones celebradas" },
    ],
    [
      "compromiso",
      "avance de “so 21 2 sre” Se envió: clave:otra, y «concluido»",
      { clave: "so 21 2 sre", texto: "Se envió: clave:otra, y «concluido»" },
    ],
    ["compromiso", "avance so 21 3 Se envió", { clave: "so 21 3", texto: "Se envió" }],
    ["compromiso", "avance X/1 texto:Dijo “sí”: ya", { clave: "X/1", texto: "Dijo “sí”: ya" }],
    ["compromiso", 'avance X/1 texto:"Se envió"', { clave: "X/1", texto: "Se envió" }],
    ["compromiso", 'avance X/1 texto:"Se envió" hoy', { clave: "X/1", texto: '"Se envió" hoy' }],
    [
      "compromiso",
      "avance X/1 línea uno\nlínea dos https://a.gob.mx/x",
      { clave: "X/1", texto: "línea uno\nlínea dos https://a.gob.mx/x" },
    ],
    [
      "compromiso",
      "reprogramar X/1 2024-04-30 por el oficio 3",
      { clave: "X/1", fecha: "2024-04-30", motivo: "por el oficio 3" },
    ],
    ["compromiso", "reprogramar X/1 Por el oficio", { clave: "X/1", motivo: "Por el oficio" }],
    [
      "acuerdo",
      "voto-particular en contra Porque no hay presupuesto a favor",
      { sentido: "en_contra", razones: "Porque no hay presupuesto a favor" },
    ],
    [
      "sesion",
      "resumen-editar SO-21 3 2 personas más",
      { sesion: "SO-21", parrafo: "3", texto: "2 personas más" },
    ],
    [
      "sesion",
      "crear ordinaria 2024-08-15 presencial sede:Salón remoto, SRE etiqueta:“Sesión solemne”",
      {
        tipo: "ordinaria",
        fecha: "2024-08-15",
        modalidad: "presencial",
        sede: "Salón remoto, SRE",
        etiqueta: "Sesión solemne",
      },
    ],
  ])("is read from «/%s %s»", (name, text, values) => {
    const parsed = parseTyped(allCommands, name, text)
    expect(parsed.kind === "run" ? parsed.values : parsed.kind).toEqual(values)
  })
})

describe("the id of a button", () => {
  const value = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
    .map((text) => text.trim())
    .filter((text) => text !== "" && !/["“”„‟«»″]/u.test(text))

  it.each(withText.map((one) => [label(one.command), one] as const))(
    "gives %s its text back, with the options before it",
    (_, { command, text, before }) => {
      fc.assert(
        fc.property(value, (said) => {
          const values = { ...given(before), [text.name]: said }
          const id = `${command.name}.${command.subcommand}:${argOf(command, values)}`
          expect(parseAction(allCommands, id)).toEqual({ kind: "run", command, values })
        }),
        { numRuns: 50 },
      )
    },
  )

  it("takes what has no name for the first option, whatever it looks like", () => {
    for (const [id, values] of [
      ["sesion.proponer:ORD/2024-1", { sesion: "ORD/2024-1" }],
      ["sesion.punto-diferir:3@SO-22@7", { punto: "3@SO-22@7" }],
      ["acuerdo.registrar:SO-22@0123456789abcdef", { sesion: "SO-22@0123456789abcdef" }],
      ["acuerdo.votacion-abrir:acuerdo:CI/SO-22/03/2024", { acuerdo: "CI/SO-22/03/2024" }],
      [
        "plenaria.cargo-registrar:institucion:SSPC desde:2024-07-31",
        { institucion: "SSPC", desde: "2024-07-31" },
      ],
    ] as const)
      expect(parseAction(allCommands, id), id).toMatchObject({ kind: "run", values })
  })

  it("is shown as one would type it", () => {
    const avance = allCommands.find((command) => label(command) === "/compromiso avance")
    if (!avance) throw new Error("no command")
    const values = { clave: "X/1", texto: "Se envió" }
    expect(typedForm(avance, values)).toBe('/compromiso avance X/1 texto:"Se envió"')
    expect(read(avance, argOf(avance, values))).toEqual({ "/compromiso avance": values })
  })
})
