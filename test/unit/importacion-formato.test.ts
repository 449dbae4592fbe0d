import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leerDocumento } from "../../src/app/importacion/formato/leer.ts"
import {
  acuerdo,
  archivo,
  compromiso,
  HOY,
  institucion,
  organo,
  problemas,
  sesion,
} from "../support/archivo-importacion.ts"
import { ADAPTER_IDS } from "../support/plataformas.ts"

const conCompromiso = (campos: Record<string, unknown>) =>
  archivo({ sesiones: [sesion({ acuerdos: [acuerdo({ compromisos: [compromiso(campos)] })] })] })

describe("a file that is not YAML", () => {
  it.each([
    ["nothing at all", "  \n", "archivo: está vacío"],
    ["a plain text", "hola", "archivo: debe comenzar con «version: 1»"],
    ["a list", "- version: 1", "archivo: debe comenzar con «version: 1»"],
    ["tabs", "version: 1\norganos:\n\t- clave: ci", "línea 3, columna 1: la sangría usa tabuladores"],
    ["an open quote", 'version: 1\netiqueta: "Primera\n', "línea 3, columna 1: falta un signo"],
    [
      "a field twice",
      "version: 1\nversion: 1\n",
      "línea 2, columna 1: el campo «version» está escrito dos veces",
    ],
    ["two documents", "version: 1\n---\nversion: 1\n", "hay más de un documento"],
    [
      "an alias to nothing",
      "version: *nada\n",
      "línea 1, columna 10: la referencia «*nada» es a algo que no se definió",
    ],
    ["another encoding", "version: 1\n# Secretar\uFFFDa\n", "línea 2: hay letras que no se pueden leer"],
    ["a name that is a list", "version: 1\n? [a]\n: 1\n", "el nombre de un campo debe ser un texto"],
    ["thousands of levels", `a: ${"[".repeat(5000)}${"]".repeat(5000)}`, "archivo: anida demasiados niveles"],
    ["a circle", "a: &a [*a]", "archivo: anida demasiados niveles"],
  ])("says what is wrong with %s", (_, text, expected) => {
    expect(problemas(text).join("\n")).toContain(expected)
  })

  it("refuses references that multiply (an alias bomb)", () => {
    const levels = Array.from({ length: 8 }, (_, i) => `b${i + 1}: &b${i + 1} [${`*b${i},`.repeat(9)}*b${i}]`)
    expect(problemas(`b0: &b0 [x]\n${levels.join("\n")}\n`)).toEqual([
      "archivo: usa demasiadas referencias (&, *); escriba los datos sin ellas",
    ])
  })

  it("refuses a file beyond the limit before reading it", () => {
    expect(problemas(`# ${"x".repeat(10_000_000)}`)).toEqual(["archivo: es demasiado grande (máximo 10 MB)"])
  })

  it("reads a file that begins with a byte order mark", () => {
    expect(problemas(`\uFEFF${archivo()}`)).toEqual([])
  })

  it("answers for any text instead of failing", () => {
    const pieces = fc.constantFrom(
      "version: 1",
      "- ",
      "  ",
      "\n",
      "organos:",
      "clave",
      ": ",
      "&a ",
      "*a",
      "[",
      "}",
      "|",
      "'",
      "hoy+3d",
      "\u0000",
      "#",
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (text) => {
          expect(["ok", "invalid"]).toContain(leerDocumento(text, HOY, ADAPTER_IDS).kind)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe("a file with wrong fields", () => {
  it("says where a missing field is and what was expected", () => {
    const puntos = [{ titulo: "Uno" }, { titulo: "Dos" }, { numero: "3" }]
    expect(problemas(archivo({ sesiones: [sesion({ puntos })] }))).toEqual([
      "sesiones[0].puntos[2].titulo: falta; se esperaba un texto",
    ])
  })

  it.each([
    [
      "a number for a text",
      { etiqueta: 21 },
      "sesiones[0].etiqueta: se esperaba un texto y se recibió «21»; póngalo entre comillas",
    ],
    ["a text for a number", { numero: "21" }, "sesiones[0].numero: se esperaba un número y se recibió «21»"],
    [
      "a text for a list",
      { puntos: "ninguno" },
      "sesiones[0].puntos: se esperaba una lista (con guiones) y se recibió «ninguno»",
    ],
    [
      "an unknown choice",
      { estado: "cerrada" },
      "sesiones[0].estado: se recibió «cerrada»; se admite: programada, convocada,",
    ],
    ["a number out of range", { numero: 0 }, "sesiones[0].numero: «0» está fuera de los límites (mínimo 1)"],
    ["an empty text", { etiqueta: "  " }, "sesiones[0].etiqueta: está vacío"],
    [
      "a text too long",
      { etiqueta: "x".repeat(201) },
      "sesiones[0].etiqueta: es demasiado largo (máximo 200 caracteres)",
    ],
    [
      "a character that cannot be kept",
      { etiqueta: "a\u0000b" },
      "sesiones[0].etiqueta: contiene caracteres que no se pueden guardar",
    ],
    [
      "a date that does not exist",
      { fecha: "2023-02-29" },
      "sesiones[0].fecha: «2023-02-29» no es una fecha que exista; escríbala como 2024-02-16",
    ],
    [
      "a date written another way",
      { fecha: "16/02/2024" },
      "sesiones[0].fecha: «16/02/2024» no es una fecha que exista",
    ],
    [
      "a year of the keyboard",
      { fecha: "0224-02-16" },
      "sesiones[0].fecha: «0224-02-16» no es una fecha que exista",
    ],
    [
      "an hour that does not exist",
      { hora: "24:00" },
      "sesiones[0].hora: se recibió «24:00»; debe ser una hora de 00:00 a 23:59",
    ],
    [
      "an address that is none",
      { url: "javascript:alert(1)" },
      "sesiones[0].url: se recibió «javascript:alert(1)»; debe ser una dirección",
    ],
    [
      "a clave with other signs",
      { clave: "SO 21 <x>" },
      "sesiones[0].clave: se recibió «SO 21 <x>»; solo admite letras",
    ],
    [
      "a relative date outside a demonstration",
      { fecha: "hoy+3d" },
      "sesiones[0].fecha: «hoy+3d» solo se admite en archivos con «demostracion: true»",
    ],
  ])("refuses %s", (_, campos, expected) => {
    const found = problemas(archivo({ sesiones: [sesion(campos)] }))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  it.each([
    ["a later version", archivo({ version: 2 }), "version: debe ser 1"],
    ["no version", archivo({ version: undefined }), "version: debe ser 1"],
    [
      "an instant without zone",
      conCompromiso({ avances: [{ texto: "x", registrado_en: "2024-03-01T10:00" }] }),
      "avances[0].registrado_en: se recibió «2024-03-01T10:00»; debe ser un instante",
    ],
    [
      "a zone that does not exist",
      archivo({ organos: [organo({ zona: "Mexico/Centro" })] }),
      "organos[0].zona: se recibió «Mexico/Centro»; debe ser una zona horaria IANA",
    ],
    [
      "a template with another field",
      archivo({
        organos: [
          organo({ perfiles: [{ version: 1, vigente_desde: "2024-01-01", clave_acuerdo: "CI/{folio}" }] }),
        ],
      }),
      "organos[0].perfiles[0].clave_acuerdo: se recibió «CI/{folio}»; debe ser una plantilla",
    ],
    [
      "yes for true",
      archivo({ integrantes: [{ organo: "ci", institucion: "SRE", con_voto: "sí" }] }),
      "integrantes[0].con_voto: se esperaba true o false y se recibió «sí»",
    ],
  ])("refuses %s", (_, text, expected) => {
    expect(problemas(text).join("\n")).toContain(expected)
  })

  it("suggests the field that was probably meant", () => {
    expect(problemas(archivo({ sesiones: [sesion({ convocada: "2024-02-08" })] }))).toEqual([
      "sesiones[0].convocada: este campo no existe; ¿quiso decir «convocada_el»?",
    ])
    expect(problemas(conCompromiso({ fecha_comromiso: "2024-03-01" }))).toEqual([
      "sesiones[0].acuerdos[0].compromisos[0].fecha_comromiso: este campo no existe; ¿quiso decir «fecha_compromiso»?",
    ])
    expect(problemas(archivo({ sesione: [] }))).toEqual([
      "sesione: este campo no existe; ¿quiso decir «sesiones»?",
    ])
  })

  it("refuses the code's spelling of a name, so that no field is written twice in two ways", () => {
    expect(problemas(archivo({ organos: [organo({ nombreCorto: "Otro" })] })).join("\n")).toContain(
      "los nombres de los campos se escriben con minúsculas y guion bajo",
    )
  })

  it("ends with every problem of the file, not with the first", () => {
    const found = problemas(
      archivo({
        organos: [organo({ tipo: "consejo" })],
        instituciones: [{ siglas: "SRE" }, institucion("SALUD", { vigente_desde: "2024-13-01" })],
        sesiones: [sesion({ numero: "x", hora: "9", puntos: [{ estado: "raro" }] })],
      }),
    )
    expect(found.map((line) => line.split(":")[0])).toEqual([
      "organos[0].tipo",
      "instituciones[0].nombre",
      "instituciones[1].vigente_desde",
      "sesiones[0].numero",
      "sesiones[0].hora",
      "sesiones[0].puntos[0].titulo",
      "sesiones[0].puntos[0].estado",
    ])
  })
})

describe("relative dates of a demonstration", () => {
  const fechaDe = (fecha: string, hoy = HOY) => {
    const text = archivo({ demostracion: true, sesiones: [sesion({ fecha })] })
    const lectura = leerDocumento(text, hoy, ADAPTER_IDS)
    if (lectura.kind === "invalid") throw new Error(lectura.problems.map((p) => p.message).join())
    return lectura.documento.sesiones[0]?.fecha
  }

  it.each([
    ["hoy", "2024-06-11"],
    ["hoy+3d", "2024-06-14"],
    ["hoy-11d", "2024-05-31"],
    ["hoy+4dh", "2024-06-17"],
    ["hoy-2dh", "2024-06-07"],
  ])("resolves %s on 11 June 2024 to %s", (written, expected) => {
    expect(fechaDe(written)).toBe(expected)
  })

  it("skips holidays and the turn of the year", () => {
    expect(fechaDe("hoy+1dh", "2024-12-31")).toBe("2025-01-02")
    expect(fechaDe("hoy-1dh", "2024-03-19")).toBe("2024-03-15")
    expect(fechaDe("hoy+30dh", "2024-02-16")).toBe("2024-04-03")
  })

  it("marks every datum as demonstration unless it says otherwise", () => {
    const lectura = leerDocumento(
      archivo({
        demostracion: true,
        sesiones: [sesion({ origen: "comunicado", puntos: [{ titulo: "Uno" }] })],
      }),
      HOY,
      ADAPTER_IDS,
    )
    if (lectura.kind === "invalid") throw new Error("invalid")
    const [only] = lectura.documento.sesiones
    expect([only?.origen, only?.puntos[0]?.origen, lectura.documento.organos[0]?.origen]).toEqual([
      "comunicado",
      "demo",
      "demo",
    ])
  })
})
