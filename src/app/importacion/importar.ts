import { completar } from "../../domain/importacion/completar.ts"
import { comparar, type Diferencia } from "../../domain/importacion/diferencias.ts"
import type { DocumentoImportacion, ResumenImportacion } from "../../domain/importacion/documento.ts"
import { type Homonimo, homonimos, nombresDePersonas } from "../../domain/importacion/homonimos.ts"
import { type PorConfirmar, porConfirmar } from "../../domain/importacion/riesgos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Clock } from "../../ports/clock.ts"
import type { Hoja } from "../../ports/hojas/libro.ts"
import type { DatosExistentes, ImportRepository } from "../../ports/repositories/importacion.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { avisandoMovimientos } from "./avisar.ts"
import { enChat } from "./en-chat.ts"
import { ZONA } from "./formato/campos.ts"
import { leerEstructura, type Parte } from "./formato/leer.ts"
import type { Path } from "./formato/problemas.ts"
import { type Problema, placeOf } from "./formato/problemas.ts"
import { revisarDocumento } from "./formato/revisar.ts"
import { revisarDominios } from "./formato/revisar-dominios.ts"
import { type Formas, revisarIdentificadores } from "./formato/revisar-identificadores.ts"
import { type LecturaYaml, leerYaml } from "./formato/yaml.ts"
import { leerLibro } from "./hojas/leer-libro.ts"

export interface ImportDeps {
  readonly importacion: ImportRepository
  readonly data: UnitOfWork
  readonly clock: Clock
  /** Those that a channel or an account may be on, and what their ids look like. */
  readonly identificadores: Formas
}

export interface OpcionesImportacion {
  /** Only says what would be done. */
  readonly simular?: boolean
  /** What would be erased, moved or taken back was seen, and is meant. */
  readonly confirmarCambios?: boolean
}

/** What a file would do to the data. */
export interface Efecto {
  readonly diferencias: readonly Diferencia[]
  readonly sinCambio: number
  /** What is not done without being confirmed. */
  readonly porConfirmar: readonly PorConfirmar[]
  /** New people with the name of somebody who is on record: perhaps the same. */
  readonly homonimos: readonly Homonimo[]
  /** What each person is called, by clave. */
  readonly nombres: ReadonlyMap<string, string>
}

export type ResultadoImportacion =
  | { readonly kind: "ok"; readonly resumen: ResumenImportacion; readonly efecto: Efecto }
  /** Nothing was written: it was only asked what would be. */
  | { readonly kind: "simulada"; readonly efecto: Efecto }
  /** Nothing was written: the file erases, moves or takes back something, and nobody said that it is meant. */
  | { readonly kind: "por_confirmar"; readonly efecto: Efecto }
  /** Every problem of the file; nothing was written. */
  | { readonly kind: "invalid"; readonly problems: readonly Problema[] }

/** Reads, validates and writes a file: all of it or nothing. Importing it again changes nothing. */
export const importarDocumento = (
  deps: ImportDeps,
  text: string,
  opciones: OpcionesImportacion = {},
): Promise<ResultadoImportacion> => importarEstructura(deps, leerYaml(text), opciones)

/** The same of a workbook: its problems are told by sheet, row and column. */
export async function importarLibro(
  deps: ImportDeps,
  hojas: readonly Hoja[],
  opciones: OpcionesImportacion = {},
): Promise<ResultadoImportacion> {
  const { lectura, enElLibro } = leerLibro(hojas)
  const result = await importarEstructura(deps, lectura, opciones)
  if (result.kind !== "invalid") return result
  const problems = result.problems.map(({ place, message }) => ({
    place: enElLibro(place),
    message: enElLibro(message),
  }))
  return { kind: "invalid", problems }
}

async function importarEstructura(
  deps: ImportDeps,
  escrito: LecturaYaml,
  opciones: OpcionesImportacion,
): Promise<ResultadoImportacion> {
  const now = deps.clock.now()
  const lectura = leerEstructura(escrito, fechaEnZona(now, ZONA), [...deps.identificadores.keys()])
  if (lectura.kind === "invalid") {
    const more = lectura.resto ? await revisarParte(deps, lectura.resto) : []
    return { kind: "invalid", problems: [...lectura.problems, ...more] }
  }
  return deps.importacion.exclusive(async () =>
    incorporar(deps, lectura, { ...opciones, now, registrado: await deps.importacion.export() }),
  )
}

/** What is read and well formed, against what is recorded: told, refused or written. Within `exclusive`. */
export async function incorporar(
  deps: ImportDeps,
  lectura: Pick<Parte, "documento" | "escrito">,
  opciones: OpcionesImportacion & {
    readonly now: Instante
    readonly registrado: DocumentoImportacion
    /** What is put on record with it, in its transaction. */
    readonly asentar?: (repositories: Repositories, resumen: ResumenImportacion) => Promise<void>
  },
): Promise<ResultadoImportacion> {
  const { registrado, now } = opciones
  const documento = completar(lectura.documento, lectura.escrito, registrado)
  const existing = await deps.importacion.existing(documento)
  const problems = revisar(deps, documento, { registrado, existing })
  if (problems.length > 0) return { kind: "invalid", problems }
  const comparacion = comparar(registrado, documento)
  const efecto = {
    ...comparacion,
    porConfirmar: porConfirmar(comparacion.diferencias, enChat(existing)),
    homonimos: homonimos(registrado, documento),
    nombres: nombresDePersonas(registrado, documento),
  }
  if (opciones.simular === true) return { kind: "simulada", efecto }
  if (efecto.porConfirmar.length > 0 && opciones.confirmarCambios !== true)
    return { kind: "por_confirmar", efecto }
  const resumen = await deps.data.transaction((repositories) =>
    avisandoMovimientos(repositories, efecto.porConfirmar, { registrado, documento, now }, async () => {
      const escrito = await deps.importacion.apply(documento, now)
      await opciones.asentar?.(repositories, escrito)
      return escrito
    }),
  )
  return { kind: "ok", resumen, efecto }
}

interface Datos {
  readonly registrado: DocumentoImportacion
  readonly existing: DatosExistentes
}

function revisar(
  { identificadores }: ImportDeps,
  documento: DocumentoImportacion,
  { registrado, existing }: Datos,
  at: (path: Path) => Path = (path) => path,
): readonly Problema[] {
  const problems: Problema[] = []
  const reporte = {
    problem: (path: Path, message: string) => problems.push({ place: placeOf(at(path)), message }),
  }
  revisarIdentificadores(documento, registrado, identificadores, reporte)
  revisarDominios(documento, registrado, reporte)
  return [...revisarDocumento(documento, existing, at), ...problems]
}

/** Reviews the well-formed part of a file, so that its author mends everything at once. */
export async function revisarParte(deps: ImportDeps, resto: Parte): Promise<readonly Problema[]> {
  const registrado = await deps.importacion.export()
  const documento = completar(resto.documento, resto.escrito, registrado)
  const existing = await deps.importacion.existing(documento)
  const { organos, instituciones, personas } = resto.nombrados
  const withNamed = {
    ...existing,
    organos: [...existing.organos, ...organos.map((clave) => ({ clave, padre: null }))],
    instituciones: [
      ...existing.instituciones,
      ...instituciones.map((siglas) => ({ siglas, sucesora: null })),
    ],
    personas: [...existing.personas, ...personas.map((clave) => ({ clave }))],
  }
  return revisar(deps, documento, { registrado, existing: withNamed }, resto.at)
}
