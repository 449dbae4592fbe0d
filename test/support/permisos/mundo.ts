import { importarDocumento } from "../../../src/app/importacion/importar.ts"
import { systemClock } from "../../../src/clock.ts"
import { PAPELES } from "../../../src/commands/permisos/papeles.ts"
import { CALIDADES } from "../../../src/domain/tipos/directorio.ts"
import { createPreparedDatabase, type TestDatabase } from "../database.ts"
import { demoOfToday } from "../demo-database.ts"
import { GUILD } from "../fake-discord/server.ts"
import { TEAM } from "../fake-slack/workspace.ts"
import { importDeps } from "../import-deps.ts"

/** The demonstration, with one person for each role of the matrix, one channel for each place, on every platform. */

export type Plataforma = "consola" | "slack" | "discord"

const WORKSPACE: Readonly<Record<Plataforma, string>> = { consola: "demo", slack: TEAM, discord: GUILD }
export const PLATAFORMAS = Object.keys(WORKSPACE) as readonly Plataforma[]
const ORGANO = "ci-trata"
const SUBORGANO = "subcomision-consultiva"

/** The account of a role on a platform. */
export function cuentaDe(plataforma: Plataforma, papel: string): string {
  const i = PAPELES.findIndex(({ clave }) => clave === papel)
  if (plataforma === "slack") return `U0${papel.toUpperCase().replaceAll("_", "")}`
  return plataforma === "discord" ? String(410_000_000_000_000_000n + BigInt(i)) : personaDe(papel)
}

/** The channel of a place on a platform. */
export function canalDe(plataforma: Plataforma, lugar: string): string {
  if (plataforma === "slack")
    return lugar === "mensaje_directo" ? "D0DIRECTO" : `C0${lugar.toUpperCase().replaceAll("_", "")}`
  if (plataforma === "consola") return lugar
  const i = ["mensaje_directo", ...Object.keys(CANALES), "canal_sin_registrar"].indexOf(lugar)
  return String(310_000_000_000_000_000n + BigInt(i))
}

/** The registered ones. */
const CANALES = {
  canal_institucion: { audiencia: "institucion", organo: ORGANO, institucion: "SALUD" },
  canal_secretaria_tecnica: { audiencia: "secretaria_tecnica", organo: ORGANO },
  canal_otro_organo: { audiencia: "secretaria_tecnica", organo: SUBORGANO },
} as const

const personaDe = (papel: string) =>
  papel === "sin_vincular" ? papel : `papel-${papel.replaceAll("_", "-")}`

/** Nobody of the demonstration answers for Salud as titular or suplente; whoever needs no institution has none. */
const INSTITUCION: Readonly<Record<string, string | null>> = {
  presidencia: "SEGOB",
  secretaria_tecnica: "SEGOB",
  participante: "CNDH",
  administracion_tecnica: null,
}

function documento(): object {
  const vinculados = PAPELES.map(({ clave }) => clave).filter((clave) => clave !== "sin_vincular")
  const designacion = (papel: string, rest: object) => ({
    persona: personaDe(papel),
    oficio: `PRUEBA/${papel}`,
    desde: "2024-01-01",
    ...rest,
  })
  const deCalidad = (calidad: string) => {
    const institucion = calidad in INSTITUCION ? INSTITUCION[calidad] : "SALUD"
    return designacion(calidad, { organo: ORGANO, calidad, ...(institucion ? { institucion } : {}) })
  }
  const secretaria = { calidad: "secretaria_tecnica", institucion: "SEGOB" }
  return {
    version: 1,
    personas: vinculados.map((papel) => ({ clave: personaDe(papel), nombre: `Persona ${papel}` })),
    designaciones: [
      ...CALIDADES.map(deCalidad),
      designacion("otro_organo", { ...secretaria, organo: SUBORGANO }),
      designacion("designacion_terminada", { ...secretaria, organo: ORGANO, hasta: "2024-01-31" }),
    ],
    cuentas: PLATAFORMAS.flatMap((adapter) =>
      vinculados.map((papel) => ({
        adapter,
        workspace: WORKSPACE[adapter],
        usuario: cuentaDe(adapter, papel),
        persona: personaDe(papel),
      })),
    ),
    canales: PLATAFORMAS.flatMap((adapter) =>
      Object.entries(CANALES).map(([lugar, canal]) => ({
        clave: `${adapter}-${lugar.replaceAll("_", "-")}`,
        nombre: lugar,
        adapter,
        workspace: WORKSPACE[adapter],
        canal: canalDe(adapter, lugar),
        ...canal,
      })),
    ),
  }
}

export function createMundoDePermisos(): Promise<TestDatabase> {
  return createPreparedDatabase({
    contents: "the demonstration with one person for each role",
    upon: demoOfToday(),
    prepare: async (database) => {
      const result = await importarDocumento(importDeps(database, systemClock), JSON.stringify(documento()))
      if (result.kind !== "ok") throw new Error(JSON.stringify(result))
    },
  })
}
