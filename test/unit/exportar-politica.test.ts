import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { documentoEnTexto } from "../../src/app/importacion/exportar.ts"
import { leerDocumento } from "../../src/app/importacion/formato/leer.ts"
import type {
  Destinatario,
  DiaLaboral,
  PerfilReglas,
  PoliticaRecordatorios,
} from "../../src/domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import type { ReglasSesion } from "../../src/domain/reglas/reglas-sesion.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { ADAPTER_IDS } from "../support/plataformas.ts"

function conPerfil(cambios: Partial<PerfilReglas>) {
  const documento = cuerpoColegiado()
  const perfil = { ...PERFIL_PREDETERMINADO, version: 1, vigenteDesde: "2020-01-01", ...cambios }
  return { ...documento, organos: documento.organos.map((organo) => ({ ...organo, perfiles: [perfil] })) }
}

function perfilBack(cambios: Partial<PerfilReglas>): unknown {
  const read = leerDocumento(documentoEnTexto(conPerfil(cambios)), "2024-03-08", ADAPTER_IDS)
  return read.kind === "ok" ? read.documento.organos[0]?.perfiles[0] : read.problems
}

const backFromText = (recordatorios: PoliticaRecordatorios): unknown => {
  const back = perfilBack({ recordatorios })
  return (back as Partial<PerfilReglas>).recordatorios ?? back
}

const { recordatorios: usual, sesiones } = PERFIL_PREDETERMINADO
const dias = (min: number, minLength = 0) =>
  fc.array(fc.integer({ min, max: 60 }), { minLength, maxLength: 20 })
const minuto = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`)
const horario = fc
  .uniqueArray(minuto, { minLength: 2, maxLength: 2 })
  .map((horas) => [...horas].sort())
  .map(([desde = "", hasta = ""]) => ({ desde, hasta }))
const quien = fc.constantFrom<Destinatario>("enlace", "suplente", "titular", "secretaria_tecnica")
const paso = fc.record({
  desde: fc.integer({ min: -365, max: 365 }),
  a: fc.uniqueArray(quien, { minLength: 1 }),
})
const destinatarios = fc
  .uniqueArray(paso, { minLength: 1, maxLength: 10, selector: ({ desde }) => desde })
  .map((pasos) => pasos.sort((a, b) => a.desde - b.desde))
// As they are kept: without blanks at the ends, and nothing that a database cannot hold.
const palabras = fc.oneof(
  fc.constantFrom(
    "no",
    "~",
    "null",
    "[]",
    "- a: b # c",
    "@everyone <!channel>",
    "1e3",
    "línea 1\n\n  línea 2",
  ),
  fc
    .string({ unit: "grapheme", maxLength: 100 })
    .map((text) => text.replaceAll(/[\0\uFFFD]/gu, "").trim())
    .filter((text) => text !== "" && text.length <= 500),
)
const texto = fc.record({ apertura: fc.option(palabras), cierre: fc.option(palabras) })
const politica: fc.Arbitrary<PoliticaRecordatorios> = fc.record({
  escalera: dias(-60, 1),
  seguimientoSemanas: fc.option(fc.integer({ min: 1, max: 26 })),
  horario,
  destinatarios,
  textos: fc.record({ recordatorio: texto, vencimiento: texto, seguimiento: texto }),
  sesiones: fc.record({
    diasAntes: dias(1),
    mismoDia: fc.boolean(),
    horasAntes: fc.option(fc.integer({ min: 1, max: 12 })),
    convocatoria: dias(0),
  }),
  informeSemanal: fc.option(fc.constantFrom<DiaLaboral>(1, 2, 3, 4, 5)),
})

describe("a policy that is exported and imported again", () => {
  it("keeps what says «none»: empty lists and no weekly report", () => {
    const ninguno: PoliticaRecordatorios = {
      ...usual,
      sesiones: { diasAntes: [], mismoDia: false, horasAntes: null, convocatoria: [] },
      informeSemanal: null,
    }
    expect(backFromText(ninguno)).toEqual(ninguno)
  })

  it("is the same, whatever it says", () => {
    fc.assert(
      fc.property(politica, (una) => {
        expect(backFromText(una)).toEqual(una)
      }),
    )
  })

  it("keeps how its sessions are held: quórum by number and composition, and what is not fixed", () => {
    const composicion = [
      { nombre: null, instituciones: ["SRE"], minimo: null },
      { nombre: "sector", instituciones: ["SRE", "SALUD"], minimo: 1 },
    ]
    const quorum = { ...sesiones.quorum, regla: "presidencia_mas_numero" as const, numero: 5, composicion }
    const propias: ReglasSesion = {
      ...sesiones,
      quorum,
      segundaConvocatoria: { ...sesiones.segundaConvocatoria, quorum: "propio", quorumPropio: quorum },
      toleranciaMinutos: null,
      acuerdos: { ...sesiones.acuerdos, plazoMaximoMeses: null },
    }
    expect(perfilBack({ sesiones: propias })).toMatchObject({ sesiones: propias })
  })

  it("keeps the empty values of rules that nothing computes with yet", () => {
    const documento = conPerfil({ recordatorios: usual })
    const otrasReglas = { quorum: null, votos: [], acta: { plazo: null } }
    const organos = documento.organos.map((organo) => ({
      ...organo,
      perfiles: organo.perfiles.map((perfil) => ({ ...perfil, otrasReglas })),
    }))
    const read = leerDocumento(documentoEnTexto({ ...documento, organos }), "2024-03-08", ADAPTER_IDS)
    expect(read.kind === "ok" && read.documento.organos[0]?.perfiles[0]).toMatchObject({ otrasReglas })
  })
})
