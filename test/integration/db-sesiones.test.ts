import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { NuevaSesion, NuevoPunto } from "../../src/ports/repositories/sesion.ts"
import type { Repositories } from "../../src/ports/repositories/unit-of-work.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"

let test: TestDatabase
let read: Repositories
let organoId: string

beforeAll(async () => {
  test = await createTestDatabase()
  read = test.database.unitOfWork.read
  await test.database.importacion.apply(cuerpoColegiado(), "2024-02-20T16:00:00.000Z")
  organoId = (await read.organos.all())[0]?.id ?? ""
})
afterAll(() => test.close())

let created = 100
function nueva(rest: Partial<NuevaSesion> = {}): NuevaSesion {
  created += 1
  return {
    organoId,
    clave: `SO-${created}`,
    tipo: "ordinaria",
    numero: created,
    etiqueta: "Una sesión",
    fecha: "2024-08-15",
    hora: "10:00",
    horaFin: null,
    modalidad: "presencial",
    sede: "Salón Juárez",
    url: null,
    estado: "programada",
    convocadaEl: null,
    nombreOrganoEnDocumento: null,
    lugarYFechaDocumento: null,
    plenaria: true,
    difusion: "integrantes",
    origen: "registro",
    ...rest,
  }
}

async function create(rest: Partial<NuevaSesion> = {}) {
  const sesion = await read.sesionesWriter.create(nueva(rest))
  if (sesion === null) throw new Error("the clave was taken")
  return sesion
}

const item = (sesionId: string, titulo: string): NuevoPunto => ({
  sesionId,
  titulo,
  numero: null,
  estado: "incluido",
  resultado: null,
  institucionProponenteId: null,
  difusion: "integrantes",
  origen: "registro",
  motivo: null,
  fusionadoEnId: null,
  antecedenteId: null,
})

describe("a session written in chat", () => {
  it("is read back as it was written, at its first revision", async () => {
    const sesion = await create({ sede: null })
    expect(await read.sesiones.byId(sesion.id)).toEqual(sesion)
    expect(sesion).toMatchObject({ fecha: "2024-08-15", hora: "10:00", sede: null, revision: 1, llamado: 1 })
  })

  it("is not created twice with the same clave", async () => {
    const { clave } = nueva()
    const both = await Promise.all([nueva({ clave }), nueva({ clave })].map(read.sesionesWriter.create))
    expect(both.filter((sesion) => sesion === null)).toHaveLength(1)
  })

  it("is changed by the first of two people who decided on the same revision; the second is told", async () => {
    const { id } = await create()
    const changes = ["10:30", "11:00", "11:30"].map((hora) => read.sesionesWriter.update(id, 1, { hora }))
    const won = (await Promise.all(changes)).filter((result) => result !== null)
    expect(won).toHaveLength(1)
    expect(await read.sesiones.byId(id)).toMatchObject({ hora: won[0]?.hora, revision: 2 })
  })

  it("changes only what is given", async () => {
    const { id } = await create()
    const changed = await read.sesionesWriter.update(id, 1, {
      estado: "instalada",
      instaladaEn: "2024-08-15T16:05:00.000Z",
    })
    expect(changed).toMatchObject({
      estado: "instalada",
      instaladaEn: "2024-08-15T16:05:00.000Z",
      fecha: "2024-08-15",
      sede: "Salón Juárez",
    })
    expect(await read.sesionesWriter.update(id, 2, { fecha: null, hora: null })).toMatchObject({
      fecha: null,
    })
  })

  it("keeps its items in the order that they are given, and loses none", async () => {
    const { id } = await create()
    const points = []
    for (const titulo of ["Uno", "Dos", "Tres"])
      points.push(await read.sesionesWriter.addPunto(item(id, titulo)))
    const titles = async () => (await read.sesiones.puntos(id)).map(({ titulo }) => titulo)
    expect(await titles()).toEqual(["Uno", "Dos", "Tres"])
    const [uno, dos, tres] = points.map((point) => point.id)
    const order = (...ids: readonly (string | undefined)[]) =>
      test.database.unitOfWork.transaction(({ sesionesWriter }) =>
        sesionesWriter.orderPuntos(id, ids.map(String)),
      )
    await order(tres, uno, dos)
    expect(await titles()).toEqual(["Tres", "Uno", "Dos"])
    await expect(order(uno, dos)).rejects.toThrow("no place")
    expect(await titles()).toEqual(["Tres", "Uno", "Dos"])
  })

  it("records an item's outcome, and what became of it", async () => {
    const { id } = await create()
    const punto = await read.sesionesWriter.addPunto(item(id, "Informe"))
    const resultado = { tipo: "aprobacion", texto: "Se aprobó el informe" } as const
    expect(
      await read.sesionesWriter.updatePunto(punto.id, { estado: "desahogado", resultado }),
    ).toMatchObject({
      estado: "desahogado",
      resultado,
      titulo: "Informe",
    })
  })

  it("remembers whom it called, whatever becomes of the seats later", async () => {
    const { id } = await create()
    // The body's order is none of the alphabet.
    const called = [...(await read.instituciones.all())].reverse().map((institucion, i) => ({
      institucionId: institucion.id,
      conVoto: i > 0,
      rol: "integrante" as const,
      orden: i + 1,
    }))
    await read.sesionesWriter.snapshotIntegrantes(id, called)
    await read.sesionesWriter.snapshotIntegrantes(id, called)
    const kept = await read.sesiones.integrantes(id)
    expect(kept, "in the body's order").toEqual(called)
  })
})

describe("a call and its answers", () => {
  const AT = "2024-08-01T16:00:00.000Z"
  const contenido = { fecha: "2024-08-15", hora: null, modalidad: null, sede: null, url: null, puntos: [] }
  let personaId: string
  let instituciones: readonly string[]

  beforeAll(async () => {
    const base = cuerpoColegiado()
    const persona = {
      clave: "enlace",
      nombre: "Alguien",
      titulo: null,
      cargo: null,
      origen: "registro",
    } as const
    await test.database.importacion.apply({ ...base, personas: [persona] }, AT)
    personaId = (await read.personas.byClave("enlace"))?.id ?? ""
    instituciones = (await read.instituciones.all()).map(({ id }) => id)
  })

  const call = async (sesionId: string, version = 1) =>
    read.convocatorias.create({
      sesionId,
      version,
      tipo: version === 1 ? "convocatoria" : "rectificacion",
      motivo: version === 1 ? null : "Cambia la sede",
      contenido,
      personaId,
      enviadaEn: AT,
    })
  const sre = () => instituciones[0] ?? ""

  it("has each version once, and keeps what it said", async () => {
    const { id } = await create()
    const made = await Promise.all([call(id), call(id)])
    expect(made.filter((one) => one === null)).toHaveLength(1)
    await call(id, 2)
    const kept = await read.convocatorias.list(id)
    expect(kept.map(({ version, motivo }) => [version, motivo])).toEqual([
      [1, null],
      [2, "Cambia la sede"],
    ])
    expect(kept[0]?.contenido).toEqual(contenido)
  })

  it("is acknowledged once by each institution: the first one stays", async () => {
    const { id } = await create()
    const convocatoria = await call(id)
    const acuse = {
      convocatoriaId: convocatoria?.id ?? "",
      institucionId: sre(),
      personaId,
      plataforma: "slack",
      instante: AT,
    } as const
    const later = { ...acuse, plataforma: "discord", instante: "2024-08-02T16:00:00.000Z" } as const
    expect(await read.convocatorias.acusar(acuse)).toBe(true)
    expect(await read.convocatorias.acusar(later)).toBe(false)
    expect(await read.convocatorias.acuses(acuse.convocatoriaId)).toEqual([acuse])
  })

  it("is answered as often as wanted: the last answer of each institution holds", async () => {
    const { id } = await create()
    const answer = {
      sesionId: id,
      institucionId: sre(),
      respuesta: "titular",
      remota: null,
      nombre: null,
      cargo: null,
      oficio: null,
      personaId,
      plataforma: "slack",
      instante: AT,
    } as const
    await read.convocatorias.confirmar(answer)
    const suplente = { ...answer, respuesta: "suplente", nombre: "Otra", oficio: "123/2024" } as const
    await read.convocatorias.confirmar(suplente)
    expect(await read.convocatorias.confirmaciones(id)).toEqual([suplente])
  })

  it("counts an institution in the room once, also when it leaves and comes back", async () => {
    const { id } = await create()
    const arrival = {
      sesionId: id,
      institucionId: sre(),
      llamado: 1,
      calidad: "titular",
      remota: false,
      nombre: null,
      cargo: null,
      oficio: null,
      llegada: AT,
    } as const
    const both = await Promise.all([read.asistencias.llegada(arrival), read.asistencias.llegada(arrival)])
    expect(both.filter((one) => one === null)).toHaveLength(1)
    expect(await read.asistencias.salida(id, 1, sre(), "2024-08-01T17:00:00.000Z")).toBe(true)
    expect(await read.asistencias.salida(id, 1, sre(), "2024-08-01T17:00:00.000Z")).toBe(false)
    expect(await read.asistencias.llegada({ ...arrival, llegada: "2024-08-01T18:00:00.000Z" })).not.toBeNull()
    expect((await read.asistencias.registros(id, 1)).map(({ salida }) => salida)).toEqual([
      "2024-08-01T17:00:00.000Z",
      null,
    ])
  })
})
