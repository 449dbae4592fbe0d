import { deflateRawSync } from "node:zlib"
import { writeXlsx } from "hucre/xlsx"
import { describe, expect, it } from "vitest"
import { leerEstructura } from "../../src/app/importacion/formato/leer.ts"
import { leerLibro } from "../../src/app/importacion/hojas/leer-libro.ts"
import { hojasDePlantilla } from "../../src/app/importacion/hojas/plantilla.ts"
import { plantillaYaml } from "../../src/app/importacion/plantilla-yaml.ts"
import { libros } from "../../src/hojas/libros.ts"
import { problemas } from "../support/archivo-importacion.ts"

const instituciones = (...filas: (string | number | boolean | Date | null)[][]) =>
  writeXlsx({
    sheets: [{ name: "instituciones", rows: [["SIGLAS", "Nombre *", "vigente desde"], ...filas] }],
  })

async function leer(archivo: Uint8Array) {
  const libro = await libros.leer(archivo)
  if (libro.kind === "ilegible") throw new Error(libro.motivo)
  return leerLibro(libro.hojas)
}

/** Every problem of a workbook, as whoever has it open is told. */
async function dichos(archivo: Uint8Array): Promise<readonly string[]> {
  const { lectura, enElLibro } = await leer(archivo)
  const leida = leerEstructura(lectura, "2026-01-15", ["slack"])
  return leida.kind === "ok"
    ? []
    : leida.problems.map(({ place, message }) => enElLibro(`${place}: ${message}`))
}

describe("a workbook", () => {
  it("comes back as it was written, and its examples are a file without problems", async () => {
    const { lectura } = await leer(await libros.escribir(hojasDePlantilla()))
    const leida = leerEstructura(lectura, "2026-01-15", ["slack"])
    expect(leida).toMatchObject({
      kind: "ok",
      documento: {
        organos: [{ clave: "organo-ejemplo", nombreCorto: "Órgano de ejemplo" }],
        integrantes: [{ conVoto: true, rol: "presidencia", orden: 1 }, { orden: 2 }],
        designaciones: [{ calidad: "secretaria_tecnica", desde: "2026-01-15" }, { calidad: "enlace" }],
        inhabiles: [{ fecha: "2026-12-21" }],
      },
    })
    expect(problemas(plantillaYaml())).toEqual([])
    expect(plantillaYaml()).toContain("siglas: INST1")
  })

  it("is read by its sheets and headings however they are written, with dates as days", async () => {
    const archivo = await instituciones(
      ["SRE", "Secretaría de Relaciones Exteriores", new Date(Date.UTC(2024, 0, 31))],
      [null, null, null],
      ["FGR", "Fiscalía General de la República", "15/02/2024"],
    )
    const { lectura } = await leer(archivo)
    expect(lectura).toEqual({
      kind: "ok",
      problems: [],
      value: {
        version: 1,
        instituciones: [
          { siglas: "SRE", nombre: "Secretaría de Relaciones Exteriores", vigenteDesde: "2024-01-31" },
          { siglas: "FGR", nombre: "Fiscalía General de la República", vigenteDesde: "2024-02-15" },
        ],
      },
    })
  })

  it("tells what is wrong by sheet, row and column", async () => {
    const archivo = await writeXlsx({
      sheets: [
        {
          name: "Instituciones",
          rows: [
            ["Siglas", "Nombre", "Color"],
            ["SRE", "Secretaría de Relaciones Exteriores", null],
            [null, null, null],
            ["FGR", null, null],
          ],
        },
        {
          name: "Integrantes",
          rows: [
            ["Órgano", "Institución", "Con voto"],
            ["ci", "SRE", "quizá"],
          ],
          cells: new Map([["1,1", { formula: 'CONCAT("S","RE")', value: "SRE" }]]),
        },
        {
          name: "Cuentas",
          rows: [
            ["Plataforma", "Espacio", "Usuario", "Persona"],
            ["slack", "T1", 123456789012345680, "ana"],
          ],
        },
        { name: "Institusiones", rows: [["Siglas"], ["X"]] },
      ],
    })
    const todo = (await dichos(archivo)).join("\n")
    for (const esperado of [
      "hoja «Instituciones», columna C: «Color» no es una columna de esta hoja",
      "hoja «Instituciones», fila 4, columna B (Nombre): falta; se esperaba un texto",
      "hoja «Integrantes», fila 2, columna B (Institución): tiene una fórmula",
      "hoja «Integrantes», fila 2, columna C (Con voto): se recibió «quizá»; escriba sí o no",
      "hoja «Cuentas», fila 2, columna C (Usuario): es un número tan largo",
      "hoja «Institusiones»: no es una de las que se leen; ¿quiso decir «Instituciones»?",
    ])
      expect(todo).toContain(esperado)
  })
})

/** A ZIP with one part of zeros, `dicho`: how long it says that it is. */
function zip(largo: number, { dicho = largo, partes = 1 } = {}): Uint8Array {
  const datos = deflateRawSync(Buffer.alloc(largo))
  const cabeza = (firma: number, size: number, desde: number) => {
    const head = Buffer.alloc(size)
    head.writeUInt32LE(firma, 0)
    head.writeUInt16LE(8, desde)
    head.writeUInt32LE(datos.length, desde + 10)
    head.writeUInt32LE(dicho, desde + 14)
    head.writeUInt16LE(1, desde + 18)
    return head
  }
  const local = Buffer.concat([cabeza(0x04034b50, 30, 8), Buffer.from("a"), datos])
  const entrada = Buffer.concat([cabeza(0x02014b50, 46, 10), Buffer.from("a")])
  const fin = Buffer.alloc(22)
  fin.writeUInt32LE(0x06054b50, 0)
  fin.writeUInt16LE(partes, 8)
  fin.writeUInt16LE(partes, 10)
  fin.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, ...Array.from({ length: partes }, () => entrada), fin])
}

describe("a file that is no workbook, or more than one", () => {
  const motivo = async (archivo: Uint8Array) => {
    const leido = await libros.leer(archivo)
    return leido.kind === "ilegible" ? leido.motivo : "se leyó"
  }

  it("says which", async () => {
    const bueno = await instituciones(["SRE", "Secretaría", null])
    expect(await motivo(bueno)).toBe("se leyó")
    expect(await motivo(new TextEncoder().encode("siglas;nombre\n".repeat(9)))).toBe("no_es_libro")
    expect(await motivo(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]))).toBe(
      "protegido_o_antiguo",
    )
    expect(await motivo(bueno.slice(0, bueno.length - 40))).toBe("danado")
    expect(await motivo(zip(10))).toBe("danado")
  })

  it("unpacks no bomb, whatever it says of its size or of its parts", async () => {
    expect(await motivo(zip(30_000_000))).toBe("demasiado_grande")
    expect(await motivo(zip(30_000_000, { dicho: 100 }))).toBe("demasiado_grande")
    expect(await motivo(zip(150_000, { partes: 180 }))).toBe("demasiado_grande")
    expect(await motivo(zip(10, { partes: 201 }))).toBe("demasiado_grande")
  })

  it("looks at the very parts that are unpacked: a ZIP whose list or sizes are told elsewhere is none", async () => {
    const bueno = Buffer.from(await instituciones(["SRE", "Secretaría", null]))
    const fin = bueno.lastIndexOf(Buffer.from("504b0506", "hex"))
    const record = Buffer.alloc(56)
    record.writeUInt32LE(0x06064b50, 0)
    record.writeBigUInt64LE(BigInt(bueno.readUInt16LE(fin + 10)), 32)
    record.writeBigUInt64LE(BigInt(bueno.readUInt32LE(fin + 16)), 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(BigInt(fin), 8)
    const final = Buffer.from(bueno.subarray(fin))
    final.writeUInt32LE(0xffffffff, 12)
    expect(await motivo(Buffer.concat([bueno.subarray(0, fin), record, locator, final]))).toBe("danado")
    const central = bueno.readUInt32LE(fin + 16)
    const extra = Buffer.alloc(12)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(bueno.readUInt32LE(central + 24)), 4)
    const nombre = bueno.readUInt16LE(central + 28)
    const entrada = Buffer.from(bueno.subarray(central, central + 46))
    entrada.writeUInt32LE(0xffffffff, 24)
    entrada.writeUInt16LE(12, 30)
    const otra = Buffer.concat([
      bueno.subarray(0, central),
      entrada,
      bueno.subarray(central + 46, central + 46 + nombre),
      extra,
      bueno.subarray(central + 46 + nombre),
    ])
    expect(await motivo(otra)).toBe("danado")
  })

  it("does not fill a million rows to reach a corner", async () => {
    const filas = Array.from({ length: 5_002 }, (_, i) => [`S${i}`, "Nombre", null])
    expect(await motivo(await instituciones(...filas))).toBe("demasiado_grande")
  })
})
