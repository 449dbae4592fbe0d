import { describe, expect, it } from "vitest"
import { entradaDeCompromiso, entradaDeSesion } from "../../src/cards/calendario/entrada.ts"
import type { Organo } from "../../src/domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../src/domain/tipos/sesion.ts"

const ORGANO: Organo = {
  id: "o",
  clave: "ci",
  tipo: "comision",
  nombreOficial: "Comisión Intersecretarial de Prueba",
  nombreCorto: "Comisión de Prueba",
  padreId: null,
  zona: "America/Tijuana",
  objetivo: null,
  correo: null,
  calendario: "apf",
  cerradoEl: null,
  origen: "registro",
}
const SESION: Sesion = {
  id: "s",
  organoId: "o",
  clave: "SO-23",
  tipo: "ordinaria",
  numero: 23,
  etiqueta: "Vigésima Tercera Sesión Ordinaria",
  fecha: "2024-08-15",
  hora: "10:00",
  horaFin: null,
  modalidad: null,
  sede: null,
  url: null,
  estado: "convocada",
  convocadaEl: null,
  nombreOrganoEnDocumento: null,
  lugarYFechaDocumento: null,
  plenaria: null,
  difusion: "integrantes",
  origen: "registro",
  revision: 1,
  llamado: 1,
  instaladaEn: null,
  clausuradaEn: null,
  puntoEnCursoId: null,
}
const CONTENIDO = { hora: "10:00", modalidad: null, sede: null, url: null, puntos: [] }
const entrada = (cambios: Partial<Sesion> = {}, fechas: readonly (string | null)[] = []) =>
  entradaDeSesion({
    organo: ORGANO,
    sesion: { ...SESION, ...cambios },
    convocatorias: fechas.map((fecha, i) => ({
      version: i + 1,
      motivo: null,
      contenido: { ...CONTENIDO, fecha },
    })),
    puntos: [],
    cambios: 4,
  })

describe("a session in a calendar", () => {
  it("has no entry while it has no date and nobody was told one", () => {
    expect(entrada({ fecha: null, hora: null, estado: "programada" })).toBeNull()
    expect(entrada({ fecha: null, hora: null, estado: "diferida" }, [null])).toBeNull()
  })

  it.each([
    ["programada", "TENTATIVE"],
    ["diferida", "TENTATIVE"],
    ["convocada", "CONFIRMED"],
    ["sin_quorum", "CONFIRMED"],
    ["instalada", "CONFIRMED"],
    ["receso", "CONFIRMED"],
    ["clausurada", "CONFIRMED"],
    ["cancelada", "CANCELLED"],
  ] as const satisfies readonly (readonly [EstadoSesion, string])[])("that is %s is %s", (estado, said) => {
    expect(entrada({ estado })?.estado).toBe(said)
  })

  it("is as new as the changes on record, and is on the last day that was told when it has none now", () => {
    expect(entrada()).toMatchObject({ secuencia: 4, version: 0 })
    const sinFecha = entrada({ fecha: null, hora: null, estado: "diferida" }, [
      "2024-08-15",
      "2024-08-20",
      null,
    ])
    expect(sinFecha).toMatchObject({ version: 3, estado: "CANCELLED", fecha: "2024-08-20", hora: "10:00" })
    expect(sinFecha?.titulo).toBe("Diferida: Vigésima Tercera Sesión Ordinaria, Comisión de Prueba")
  })

  it("makes nothing up: neither hour, end, place nor agenda", () => {
    expect(entrada({ hora: null, horaFin: "12:00" })).toMatchObject({ hora: null, horaFin: null })
    expect(entrada()).toMatchObject({ horaFin: null, lugar: null, url: null })
    expect(entrada()?.descripcion).toBe(
      "Comisión Intersecretarial de Prueba\nTipo: sesión ordinaria, número 23\nEstado: convocada\nHora de término: no consta; se aparta una hora.",
    )
  })

  it("says so when it is of a demonstration", () => {
    expect(entrada({ origen: "demo" })).toMatchObject({
      titulo: expect.stringMatching(/^\[Demostración\] /),
      descripcion: expect.stringMatching(/^DATOS DE DEMOSTRACIÓN\n/),
    })
  })
})

describe("a compromiso in a calendar", () => {
  const compromiso = {
    id: "c",
    clave: "CI/SO-21/02/2024/SRE",
    texto: "Remitir el informe.",
    estado: "pendiente",
    fechaCompromiso: "2024-07-01",
    fechaReprogramada: null,
    reprogramaciones: 0,
    origen: "registro",
  } as const

  it("falls on the date that counts, and moves with a second one", () => {
    expect(entradaDeCompromiso(ORGANO, compromiso, 0)).toMatchObject({
      fecha: "2024-07-01",
      secuencia: 0,
      hora: null,
    })
    const despues = { ...compromiso, fechaReprogramada: "2024-07-15", reprogramaciones: 2 }
    expect(entradaDeCompromiso(ORGANO, despues, 3)).toMatchObject({
      uid: "compromiso-c@plenaria",
      fecha: "2024-07-15",
      secuencia: 3,
    })
  })

  it("without a date has no entry", () => {
    expect(entradaDeCompromiso(ORGANO, { ...compromiso, fechaCompromiso: null }, 0)).toBeNull()
  })
})
