import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { cambiarAsiento } from "../../src/app/directorio/asiento.ts"
import { vincularCuenta } from "../../src/app/directorio/cuenta.ts"
import { registrarDesignacion, terminarDesignacion } from "../../src/app/directorio/designacion.ts"
import {
  agregarInstitucion,
  renombrarInstitucion,
  sucederInstitucion,
} from "../../src/app/directorio/institucion.ts"
import { corregirOrgano, crearOrgano, fijarReglas } from "../../src/app/directorio/organo.ts"
import { corregirPersona, registrarPersona } from "../../src/app/directorio/persona.ts"
import { enDirectorio, type Hecho, hecho, type Registro } from "../../src/app/directorio/registro.ts"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import type { Institucion, Organo, Persona } from "../../src/domain/tipos/directorio.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2026-03-02T18:00:00.000Z"
const HOY = "2026-03-02"
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const autor = { persona: null, organoId: null, plataforma: "sistema", now: NOW } as const
const act = <T>(work: (registro: Registro) => Promise<Hecho<T>>) =>
  enDirectorio(database.unitOfWork, autor, work)
async function done<T>(work: (registro: Registro) => Promise<Hecho<T>>): Promise<T> {
  const result = await act(work)
  if (result.kind === "reparo") throw new Error(JSON.stringify(result.reparo))
  return result.valor
}
const refused = async <T>(work: (registro: Registro) => Promise<Hecho<T>>) => {
  const result = await act(work)
  return result.kind === "reparo" ? `${result.reparo.campo}: ${result.reparo.kind}` : "written"
}

interface Cuerpo {
  readonly organo: Organo
  readonly sre: Institucion
  readonly ana: Persona
}

/** A body with an institution, somebody who conducts it and her account. */
function fundar(): Promise<Cuerpo> {
  return done(async (r) => {
    const organo = await crearOrgano(r, {
      tipo: "comision",
      nombreOficial: "Comité de Control y Desempeño Institucional",
      nombreCorto: "Comité de Control",
      zona: "America/Mexico_City",
    })
    if (organo.kind === "reparo") return organo
    const { id: organoId } = organo.valor
    await fijarReglas(r, organoId, { ...PERFIL_PREDETERMINADO, vigenteDesde: HOY })
    const agregada = await agregarInstitucion(
      r,
      { siglas: "SRE", nombre: "Secretaría de Relaciones Exteriores", alias: ["Cancillería"] },
      { organoId, conVoto: true, rol: "presidencia", orden: 1, desde: HOY },
    )
    if (agregada.kind === "reparo") return agregada
    const ana = await registrarPersona(r, { nombre: "Ana López de la Peña", titulo: "Lic." })
    if (ana.kind === "reparo") return ana
    const { id: personaId } = ana.valor
    await registrarDesignacion(r, {
      personaId,
      organoId,
      institucionId: null,
      calidad: "secretaria_tecnica",
      desde: HOY,
    })
    await vincularCuenta(r, { adapter: "slack", workspace: "T0NADIE00", user: "U0NADIE00" }, ana.valor)
    return hecho({ organo: organo.valor, sre: agregada.valor.institucion, ana: ana.valor })
  })
}

const eventos = async () => {
  const asked = "SELECT tipo FROM evento WHERE tipo NOT LIKE 'importacion.%' ORDER BY secuencia"
  return Sql.using(database.url, async (sql) => (await sql.rows(asked)).map(({ tipo }) => tipo))
}

describe("the directory, written act by act", () => {
  it("keeps each act with its entry, and an export of it changes nothing when it is imported", async () => {
    const { organo, sre, ana } = await fundar()
    expect([organo.clave, ana.clave]).toEqual(["comite-control", "ana-lopez-pena"])
    await done((r) =>
      renombrarInstitucion(r, sre, { siglas: "SREX", nombre: "Secretaría Exterior", desde: HOY, hoy: HOY }),
    )
    await done((r) => corregirPersona(r, ana, { cargo: "Directora General" }))
    await done((r) => corregirOrgano(r, organo, { nombreCorto: "COCODI" }))
    expect(await eventos()).toEqual([
      "organo.creado",
      "organo.reglas",
      "institucion.agregada",
      "asiento.registrado",
      "persona.registrada",
      "designacion.registrada",
      "cuenta.vinculada",
      "institucion.renombrada",
      "persona.corregida",
      "organo.corregido",
    ])
    const deps = importDeps(database, { now: () => NOW })
    const again = await importarDocumento(deps, await exportarDocumento(deps))
    expect(again.kind === "ok" ? again.resumen : again).toMatchObject({ creados: 0, actualizados: 0 })
    const [institucion] = await database.unitOfWork.fresh.instituciones.all()
    expect(institucion?.alias).toEqual([
      { texto: "Cancillería", desde: null, hasta: null },
      { texto: "SRE", desde: null, hasta: "2026-03-01" },
      { texto: "Secretaría de Relaciones Exteriores", desde: null, hasta: "2026-03-01" },
    ])
  })

  it("is all or nothing, and says what stands against it", async () => {
    const { organo, sre, ana } = await fundar()
    const before = await eventos()
    const designar = (calidad: "titular" | "invitado_especial", institucionId: string | null) =>
      refused(async (r) => {
        const otra = await registrarPersona(r, { nombre: "Beatriz Ruiz", esOtra: true })
        if (otra.kind === "reparo") return otra
        const puesto = { organoId: organo.id, institucionId, calidad, desde: HOY }
        await registrarDesignacion(r, { ...puesto, personaId: ana.id })
        return registrarDesignacion(r, { ...puesto, personaId: otra.valor.id })
      })
    expect(await designar("titular", sre.id)).toBe("desde: se_traslapa")
    expect(await designar("invitado_especial", null)).toBe("institucion: falta_institucion")
    const nombre = "Secretaría de Relaciones Exteriores"
    const asiento = { organoId: organo.id, conVoto: false, rol: "integrante" } as const
    const agregar = (siglas: string, otro: string, orden: number | null = null) =>
      refused((r) => agregarInstitucion(r, { siglas, nombre: otro }, { ...asiento, orden }))
    expect(await agregar("sre", nombre)).toBe("desde: se_traslapa")
    expect(await agregar("SRE", "Otra")).toBe("siglas: ocupado")
    expect(await agregar("¿?", "Otra")).toBe("siglas: forma")
    expect(await agregar("SEP", "Educación", 1)).toBe("orden: lugar_ocupado")
    expect(await refused((r) => registrarPersona(r, { nombre: "ana lopez de la peña" }))).toBe(
      "nombre: ocupado",
    )
    expect(await refused((r) => corregirOrgano(r, organo, { padreId: organo.id }))).toBe(
      "padre: depende_de_si",
    )
    expect(await refused((r) => corregirOrgano(r, organo, { zona: "Mexico/Centro" }))).toBe(
      "zona: zona_desconocida",
    )
    expect(await refused((r) => sucederInstitucion(r, sre, { sucesora: sre, hasta: HOY }))).toBe(
      "sucesora: depende_de_si",
    )
    const [propio] = await database.unitOfWork.fresh.directorioWriter.asientos(organo.id)
    if (!propio) throw new Error("no seat")
    expect(await refused((r) => cambiarAsiento(r, propio, { hasta: "2026-01-01" }))).toBe(
      "hasta: termina_antes",
    )
    expect(await eventos()).toEqual(before)
    expect(await database.unitOfWork.fresh.directorioWriter.personas()).toHaveLength(1)
  })

  it("does not let go of the last Secretaría Técnica, nor of an account that is somebody else's", async () => {
    const { organo, ana } = await fundar()
    const [suya] = await database.unitOfWork.fresh.directorioWriter.designaciones(organo.id)
    if (!suya) throw new Error("no post")
    const terminar = (hasta: string) => refused((r) => terminarDesignacion(r, suya, { hasta, hoy: HOY }))
    expect(await terminar(HOY)).toBe("hasta: ultima_secretaria")
    expect(await terminar("2026-12-31")).toBe("hasta: ultima_secretaria")
    const beatriz = await done((r) => registrarPersona(r, { nombre: "Beatriz Ruiz" }))
    const puesto = { organoId: organo.id, institucionId: null, calidad: "secretaria_tecnica" } as const
    await done((r) => registrarDesignacion(r, { ...puesto, personaId: beatriz.id, desde: "2026-03-03" }))
    expect(await terminar(HOY), "nobody could come in tomorrow").toBe("hasta: ultima_secretaria")
    const cuenta = (user: string) => ({ adapter: "slack", workspace: "T0NADIE00", user }) as const
    expect(await refused((r) => vincularCuenta(r, cuenta("U0NADIE00"), beatriz))).toBe("cuenta: ocupado")
    await done((r) => vincularCuenta(r, cuenta("U0OTRA000"), beatriz))
    await done((r) => vincularCuenta(r, cuenta("U0NADIE00"), ana))
    await done(async ({ repositories }) => {
      await repositories.directorioWriter.suspender(cuenta("U0OTRA000"), "2026-03-03T15:00:00.000Z")
      return { kind: "hecho", valor: null }
    })
    expect(await terminar(HOY), "hers is suspended").toBe("hasta: ultima_secretaria")
    await done(async ({ repositories }) => {
      await repositories.directorioWriter.suspender(cuenta("U0OTRA000"), null)
      return { kind: "hecho", valor: null }
    })
    expect(await terminar(HOY)).toBe("written")
  })

  it("gives nobody who conducts one body an account of somebody who acts in another", async () => {
    const { organo, ana } = await fundar()
    const abajo = { tipo: "grupo_de_trabajo", zona: organo.zona, padreId: organo.id } as const
    const ajeno = await done((r) =>
      crearOrgano(r, { tipo: "comision", nombreOficial: "Otra", nombreCorto: "Otra", zona: organo.zona }),
    )
    const propio = await done((r) =>
      crearOrgano(r, { ...abajo, nombreOficial: "Grupo", nombreCorto: "Grupo" }),
    )
    const cuenta = (n: number) => ({ adapter: "slack", workspace: "T0NADIE00", user: `U0MIA${n}` }) as const
    const vincula = async (n: number) => {
      const suyo = { ...autor, organoId: organo.id }
      const result = await enDirectorio(database.unitOfWork, suyo, (r) => vincularCuenta(r, cuenta(n), ana))
      return result.kind === "reparo" ? result.reparo.kind : "linked"
    }
    const designar = (organoId: string) =>
      done((r) =>
        registrarDesignacion(r, {
          personaId: ana.id,
          organoId,
          institucionId: null,
          calidad: "presidencia",
          desde: "2026-05-01",
        }),
      )
    await designar(propio.id)
    expect(await vincula(1), "a body below").toBe("linked")
    await designar(ajeno.id)
    expect(await vincula(2), "a post that begins later").toBe("de_otro_organo")
  })

  it("does not let one body rename, merge or end an institution that sits in another", async () => {
    const { organo, sre } = await fundar()
    const otra = { tipo: "comision", nombreOficial: "Otra", nombreCorto: "Otra", zona: organo.zona } as const
    const ajeno = await done((r) => crearOrgano(r, otra))
    const sep = await done((r) =>
      agregarInstitucion(r, { siglas: "SEP", nombre: "Secretaría de Educación Pública" }, null),
    )
    const suyo = { ...autor, organoId: organo.id }
    const intenta = async (work: (registro: Registro) => Promise<Hecho<unknown>>) => {
      const result = await enDirectorio(database.unitOfWork, suyo, work)
      return result.kind === "reparo" ? `${result.reparo.campo}: ${result.reparo.kind}` : "written"
    }
    const nombre = { siglas: "SRE", nombre: "Cancillería Mexicana", desde: HOY, hoy: HOY }
    const asiento = { organoId: ajeno.id, conVoto: true, rol: "integrante", desde: "2026-05-01" } as const
    await done((r) => agregarInstitucion(r, { siglas: sre.siglas, nombre: sre.nombre }, asiento))
    expect(await intenta((r) => renombrarInstitucion(r, sre, nombre))).toBe("institucion: de_otro_organo")
    const sucesion = { sucesora: sep.institucion, hasta: "2026-12-31" }
    expect(await intenta((r) => sucederInstitucion(r, sre, sucesion))).toBe("institucion: de_otro_organo")
    expect(await refused((r) => renombrarInstitucion(r, sre, nombre)), "whoever operates it").toBe("written")
    expect(
      await intenta((r) => sucederInstitucion(r, sep.institucion, { sucesora: sre, hasta: "2026-12-31" })),
    ).toBe("written")
  })

  it("written by two at once has one seat, one titular and one clave", async () => {
    const { organo } = await fundar()
    const dos = await Promise.all(
      ["Uno", "Dos"].map((nombre) =>
        act((r) =>
          agregarInstitucion(
            r,
            { siglas: "SEP", nombre },
            { organoId: organo.id, conVoto: true, rol: "integrante", orden: 2 },
          ),
        ),
      ),
    )
    expect(dos.map(({ kind }) => kind).sort()).toEqual(["hecho", "reparo"])
  })
})
