import { createHash } from "node:crypto"
import { completar } from "../../../domain/importacion/completar.ts"
import { comparar, type Diferencia } from "../../../domain/importacion/diferencias.ts"
import type { DocumentoImportacion, OrganoDoc } from "../../../domain/importacion/documento.ts"
import { asuntoOrgano } from "../../../domain/mensaje/hechos.ts"
import { normalizar } from "../../../domain/texto/texto.ts"
import { fechaEnZona } from "../../../domain/tiempo/tiempo.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import type { Hoja } from "../../../ports/hojas/libro.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import { leerCalendarios } from "../../inhabil/calendarios.ts"
import { leerEstructura, type Parte } from "../formato/leer.ts"
import type { Problema } from "../formato/problemas.ts"
import {
  type ImportDeps,
  incorporar,
  type OpcionesImportacion,
  type ResultadoImportacion,
  revisarParte,
} from "../importar.ts"
import { institucionesDe } from "./contexto.ts"
import { leerCedula } from "./leer.ts"

/** Most rows of a sheet that are read, and octets of the workbook once unpacked. */
export const ADMITE_CEDULA = { filas: 20_000, octetos: 64_000_000, repiteCombinadas: true } as const

export interface ArchivoCedula {
  readonly nombre: string
  readonly bytes: Uint8Array
  readonly hojas: readonly Hoja[]
}

export interface OpcionesCedula extends OpcionesImportacion {
  /** Clave of the body; left out: the one that the workbook names, or the only one. */
  readonly organo?: string
}

/** Commitments of the table: how many are new, how many change, and of how many rows something is wrong. */
export interface CuentaCedula {
  readonly nuevos: number
  readonly cambian: number
  readonly sinCambio: number
  readonly conProblema: number
}

export type ResultadoCedula =
  | (ResultadoImportacion & { readonly cuenta: CuentaCedula; readonly avisos: readonly string[] })
  | { readonly kind: "que_organo"; readonly claves: readonly string[] }

/** A follow-up table that an office already has: read, reviewed and written like any other file, all of it or nothing. */
export function importarCedula(
  deps: ImportDeps,
  archivo: ArchivoCedula,
  opciones: OpcionesCedula = {},
): Promise<ResultadoCedula> {
  const now = deps.clock.now()
  return deps.importacion.exclusive(async (): Promise<ResultadoCedula> => {
    const registrado = await deps.importacion.export()
    const organo = organoDe(registrado, archivo.hojas, opciones.organo)
    if (organo === null) return { kind: "que_organo", claves: registrado.organos.map(({ clave }) => clave) }
    const hoy = fechaEnZona(now, organo.zona)
    const leida = leerCedula(archivo.hojas, {
      organo,
      sesiones: registrado.sesiones.filter((sesion) => sesion.organo === organo.clave),
      instituciones: institucionesDe(registrado),
      hoy,
      now,
      inhabiles: await inhabilesDe(deps, organo, hoy),
    })
    const { avisos, enLaHoja } = leida
    const dichos = (problems: readonly Problema[]): readonly Problema[] =>
      problems.map(({ place, message }) => ({ place: enLaHoja(place), message: enLaHoja(message) }))
    const lectura = leerEstructura(leida.lectura, hoy, [...deps.identificadores.keys()])
    if (lectura.kind === "invalid") {
      const more = lectura.resto ? await revisarParte(deps, lectura.resto) : []
      const problems = dichos([...lectura.problems, ...more])
      return { kind: "invalid", problems, avisos, cuenta: contar(registrado, lectura.resto, problems) }
    }
    const result = await incorporar(deps, lectura, {
      ...opciones,
      now,
      registrado,
      asentar: async (repositories, { creados, actualizados }) => {
        if (creados + actualizados > 0)
          await asentar(repositories, archivo, organo, { now, creados, actualizados })
      },
    })
    const problems = result.kind === "invalid" ? dichos(result.problems) : []
    const cuenta = contar(registrado, lectura, problems)
    return result.kind === "invalid"
      ? { kind: "invalid", problems, avisos, cuenta }
      : { ...result, avisos, cuenta }
  })
}

/** The one that is said; else the one whose name stands in the workbook; else the only one that hangs from no other. */
function organoDe(
  { organos }: DocumentoImportacion,
  hojas: readonly Hoja[],
  clave: string | undefined,
): OrganoDoc | null {
  if (clave !== undefined) return organos.find((uno) => uno.clave === clave) ?? null
  const titulos = new Set(
    hojas
      .flatMap(({ filas }) => filas.slice(0, 10).flat())
      .flatMap((celda) => (typeof celda === "string" ? normalizar(celda) : [])),
  )
  const nombrados = organos.filter(({ nombreOficial, nombreCorto }) =>
    [nombreOficial, nombreCorto].some((nombre) => titulos.has(normalizar(nombre))),
  )
  const candidatos = nombrados.length > 0 ? nombrados : organos.filter(({ padre }) => padre === null)
  return candidatos.length === 1 ? (candidatos[0] ?? null) : null
}

/** Of old sessions' terms, and of those that run for two more years. */
async function inhabilesDe({ data }: ImportDeps, { clave }: OrganoDoc, hoy: Fecha) {
  const organo = await data.fresh.organos.byClave(clave)
  if (organo === null) throw new Error(`no body ${clave}`)
  return (await leerCalendarios(data.fresh, organo, "2000-01-01", `${Number(hoy.slice(0, 4)) + 2}-12-31`))
    .organo
}

/** That it came in, and its fingerprint: the original can be told from any other. */
async function asentar(
  { organos, eventos }: Repositories,
  { nombre, bytes }: ArchivoCedula,
  { clave }: OrganoDoc,
  { now, ...escrito }: { readonly now: string; readonly creados: number; readonly actualizados: number },
): Promise<void> {
  const organo = await organos.byClave(clave)
  if (organo === null) throw new Error(`no body ${clave}`)
  await eventos.append({
    tipo: "importacion.cedula",
    objeto: asuntoOrgano(organo.id),
    organoId: organo.id,
    personaId: null,
    plataforma: "cli",
    antes: null,
    despues: { archivo: nombre, sha256: createHash("sha256").update(bytes).digest("hex"), ...escrito },
    instante: now,
  })
}

function contar(
  registrado: DocumentoImportacion,
  parte: Pick<Parte, "documento" | "escrito"> | null,
  problems: readonly Problema[],
): CuentaCedula {
  const filas = new Set(problems.flatMap(({ place }) => /^hoja «.*?», fila \d+/u.exec(place) ?? []))
  const conProblema = filas.size
  if (parte === null) return { nuevos: 0, cambian: 0, sinCambio: 0, conProblema }
  const documento = completar(parte.documento, parte.escrito, registrado)
  const { diferencias } = comparar(registrado, documento)
  const todos = documento.sesiones.flatMap(({ acuerdos }) =>
    acuerdos.flatMap(({ compromisos }) => compromisos),
  ).length
  const nuevos = diferencias.reduce((suma, una) => suma + nuevosEn(una), 0)
  const cambian = new Set(diferencias.flatMap((una) => compromisoDe(una) ?? [])).size
  return { nuevos, cambian, sinCambio: todos - nuevos - cambian, conProblema }
}

function nuevosEn(diferencia: Diferencia): number {
  if (diferencia.tipo !== "alta") return 0
  const { lista = "", fila = {} } = diferencia.ruta.at(-1) ?? {}
  if (lista === "compromisos") return 1
  if (lista === "acuerdos") return largo(fila.compromisos)
  const acuerdos = lista === "sesiones" && Array.isArray(fila.acuerdos) ? fila.acuerdos : []
  return acuerdos.reduce(
    (suma: number, acuerdo) => suma + largo(Reflect.get(Object(acuerdo), "compromisos")),
    0,
  )
}

const largo = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** The one on record that changes, in itself or by a new avance. */
function compromisoDe({ tipo, ruta }: Diferencia): string | null {
  const paso = ruta.find(({ lista }) => lista === "compromisos")
  return paso === undefined || (tipo === "alta" && ruta.at(-1) === paso) ? null : paso.nombre
}
