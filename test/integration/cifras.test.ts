import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listarAcuerdos } from "../../src/app/acuerdo/listar.ts"
import { compromisosPropios, listarCompromisos } from "../../src/app/compromiso/listar.ts"
import { cargasDeInstituciones } from "../../src/app/recordatorio/carga.ts"
import { planearCumplimiento } from "../../src/app/recordatorio/informe-planear.ts"
import { planearRecordatorios } from "../../src/app/recordatorio/planear.ts"
import { listaCompromisos, type VistaCompromiso } from "../../src/cards/compromiso/lista.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { contarDebidos } from "../../src/domain/compromiso/cuenta.ts"
import { responsables } from "../../src/domain/directorio/institucion.ts"
import type { DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Actor } from "../../src/domain/visibilidad/actor.ts"
import { cuerpoColegiado, type Debe } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"

/** A Monday: what is overdue for long is named, and the week's report goes out. */
const HOY = "2024-06-10"
const NOW = "2024-06-10T16:00:00.000Z"
const INSTITUCIONES = ["SRE", "SALUD", "VIEJA"]

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

const debe: fc.Arbitrary<Debe> = fc
  .record({
    institucion: fc.constantFrom(...INSTITUCIONES),
    vence: fc.integer({ min: -500, max: 30 }).map((n) => sumarDias(HOY, n)),
    despues: fc.integer({ min: 1, max: 90 }),
    estado: fc.constantFrom<EstadoCompromiso>(
      "pendiente",
      "en_proceso",
      "en_validacion",
      "atendido",
      "cancelado",
      "permanente",
    ),
  })
  // A second date is never taken away again, so all of them have one.
  .map(({ despues, ...uno }) => ({ ...uno, segunda: sumarDias(uno.vence, despues) }))
/** Of an acuerdo in force, of a cancelled one and of one that asks for nothing. */
const escena = fc.tuple(
  fc.array(debe, { minLength: 12, maxLength: 12 }),
  fc.array(debe, { minLength: 3, maxLength: 3 }),
  fc.array(debe, { minLength: 3, maxLength: 3 }),
)

function documento([vigentes, cancelados, informativos]: readonly (readonly Debe[])[]): DocumentoImportacion {
  const base = cuerpoColegiado({ instituciones: INSTITUCIONES, deben: vigentes ?? [] })
  const otro = (clave: string, numero: number, deben: readonly Debe[] = [], cambios: object) =>
    cuerpoColegiado({ deben }).sesiones[0]?.acuerdos.map((acuerdo) => ({
      ...acuerdo,
      clave,
      numero,
      ...cambios,
      compromisos: acuerdo.compromisos.map((uno, i) => ({ ...uno, clave: `${clave}/${i + 1}` })),
    })) ?? []
  const perfil = { ...PERFIL_PREDETERMINADO, version: 1, vigenteDesde: "2020-01-01" }
  return {
    ...base,
    organos: base.organos.map((organo) => ({ ...organo, perfiles: [perfil] })),
    instituciones: base.instituciones.map((una) =>
      una.siglas === "VIEJA" ? { ...una, vigenteHasta: "2024-01-31", sucesora: "SRE" } : una,
    ),
    canales: [
      ...base.canales,
      ...base.canales.slice(0, 1).map((canal) => ({
        ...canal,
        clave: "st",
        canal: "st",
        audiencia: "secretaria_tecnica" as const,
        institucion: null,
      })),
    ],
    sesiones: base.sesiones.map((sesion) => ({
      ...sesion,
      acuerdos: [
        ...sesion.acuerdos,
        ...otro("CI/SO-21/03/2024", 3, cancelados, { estado: "cancelado" }),
        ...otro("CI/SO-21/04/2024", 4, informativos, { tipo: "informativo" }),
      ],
    })),
  }
}

const numero = (texto: string, patrones: readonly RegExp[]) => {
  for (const patron of patrones) {
    const found = patron.exec(texto)?.[1]
    if (found !== undefined) return Number(found)
  }
  return 0
}

/** As a person reads it at the head of a list. */
function vencidosDeLista(todos: readonly VistaCompromiso[]): number {
  const pagina = { pagina: 1, paginas: 1, mostrados: 0, total: todos.length }
  const card = listaCompromisos({
    title: "x",
    hoy: HOY,
    filas: [],
    todos,
    pagina,
    command: "compromiso.mios",
    arg: "",
    vacia: "Nada.",
    notas: [],
  })
  const texto = renderPlainText(card)
  if (/compromisos? vencidos?\./.test(texto)) return numero(texto, [/(\d+) compromisos? vencidos?\./])
  return numero(texto, [/(\d+) vencidos?/])
}

/** What every place says of each institution that answers today, and of the body. */
async function cifras() {
  const { read } = test.database.unitOfWork
  const [organo] = await read.organos.all()
  if (organo === undefined) throw new Error("no body")
  const instituciones = await read.instituciones.all()
  const responsable = responsables(instituciones, HOY)
  const rows = await read.compromisos.list({ organoId: organo.id })
  const cargas = await cargasDeInstituciones(read, organo, HOY, new Set(), responsable)
  const plan = await planearRecordatorios({ data: { read }, now: NOW }, organo)
  const consulta = { read, organo, hoy: HOY }
  const deInstitucion = async (siglas: string) => {
    const institucion = instituciones.find((una) => una.siglas === siglas)
    if (institucion === undefined) throw new Error(`no ${siglas}`)
    const actor = enlaceDe(organo.id, institucion.id)
    const propios = await compromisosPropios({ ...consulta, actor })
    const lista = await listarCompromisos({ ...consulta, actor }, "vencidos", siglas)
    const mensaje = plan.find((item) => item.institucion?.id === institucion.id)
    const debidos = rows.filter(
      ({ compromiso }) =>
        compromiso.institucionId !== null && responsable(compromiso.institucionId) === institucion.id,
    )
    return {
      siglas,
      deben: contarDebidos(debidos, HOY).vencidos,
      mios: vencidosDeLista(propios.compromisos),
      lista: lista.kind === "lista" ? lista.compromisos.length : -1,
      informe: cargas.get(institucion.id)?.vencidos ?? 0,
      recordatorio:
        mensaje === undefined
          ? null
          : numero(renderPlainText(mensaje.delivery.card), [
              /sin atender (\d+) compromisos? vencidos?/,
              /(\d+) ya (?:venció|vencieron)/,
            ]),
    }
  }
  const acuerdos = await listarAcuerdos(
    { ...consulta, actor: enlaceDe(organo.id, instituciones[0]?.id ?? "") },
    "todos",
  )
  const [semanal] = await planearCumplimiento({ data: { read }, now: NOW }, organo)
  return {
    deInstituciones: await Promise.all(["SRE", "SALUD"].map(deInstitucion)),
    total: contarDebidos(rows, HOY).vencidos,
    acuerdos: acuerdos.reduce((sum, { seguimiento }) => sum + (seguimiento?.vencidos ?? 0), 0),
    semanal: numero(renderPlainText(semanal?.delivery.card ?? sinTarjeta()), [/(\d+) vencidos?/]),
  }
}

function sinTarjeta(): never {
  throw new Error("no weekly report")
}

const enlaceDe = (organoId: string, institucionId: string): Actor => ({
  kind: "vinculado",
  persona: { id: "p", clave: "p", nombre: "Persona", titulo: null, cargo: null, origen: "registro" },
  designaciones: [
    {
      id: "d",
      personaId: "p",
      organoId,
      institucionId,
      calidad: "enlace",
      oficio: null,
      desde: "2020-01-01",
      hasta: null,
    },
  ],
})

describe("how many are overdue", () => {
  it("is the same figure in every list, report and reminder, whatever is owed", async () => {
    let dichos = 0
    await fc.assert(
      fc.asyncProperty(escena, async (deben) => {
        await test.database.importacion.apply(documento(deben), NOW)
        const { deInstituciones, total, acuerdos, semanal } = await cifras()
        for (const { siglas, deben: cuantos, recordatorio, ...otras } of deInstituciones) {
          expect({ siglas, ...otras }).toEqual({ siglas, mios: cuantos, lista: cuantos, informe: cuantos })
          // What is overdue is named within the week: on a Monday, all of it that the ladder has let go.
          if (recordatorio !== null) expect(recordatorio).toBe(cuantos)
          if (recordatorio !== null && cuantos > 0) dichos += 1
        }
        expect({ acuerdos, semanal }).toEqual({ acuerdos: total, semanal: total })
      }),
      { numRuns: 8, endOnFailure: true },
    )
    expect(dichos, "reminders that said a figure").toBeGreaterThan(3)
  })
})
