import { stringify } from "yaml"
import { leerDocumento } from "../../src/app/importacion/formato/leer.ts"
import { revisarDocumento } from "../../src/app/importacion/formato/revisar.ts"
import type { DatosExistentes } from "../../src/ports/repositories/importacion.ts"
import { ADAPTER_IDS } from "./plataformas.ts"

/** What a database without anything knows. */
export const NADA: DatosExistentes = {
  organos: [],
  instituciones: [],
  personas: [],
  titulares: [],
  asientos: [],
  canales: [],
  sesiones: [],
  acuerdos: [],
  compromisos: [],
  constancias: [],
}

export const HOY = "2024-06-11"

type Campos = Readonly<Record<string, unknown>>

export const organo = (more: Campos = {}) => ({
  clave: "ci",
  tipo: "comision",
  nombre_oficial: "Comisión de prueba",
  nombre_corto: "Comisión",
  ...more,
})
export const institucion = (siglas: string, more: Campos = {}) => ({
  siglas,
  nombre: `Secretaría ${siglas}`,
  ...more,
})
export const sesion = (more: Campos = {}) => ({
  organo: "ci",
  clave: "SO-21",
  tipo: "ordinaria",
  numero: 21,
  etiqueta: "Vigésima Primera Sesión Ordinaria",
  fecha: "2024-02-16",
  estado: "clausurada",
  ...more,
})
export const acuerdo = (more: Campos = {}) => ({
  clave: "CI/SO-21/01/2024",
  numero: 1,
  texto: "Remitir observaciones.",
  tipo: "con_seguimiento",
  ...more,
})
export const compromiso = (more: Campos = {}) => ({
  institucion: "SRE",
  texto: "Remitir observaciones.",
  fecha_compromiso: "2024-03-01",
  ...more,
})

/** A small valid file, with some of its lists replaced. */
export function archivo(lists: Campos = {}): string {
  return stringify({
    version: 1,
    organos: [organo()],
    instituciones: [institucion("SRE"), institucion("SALUD")],
    personas: [{ clave: "enlace-sre", nombre: "Enlace" }],
    sesiones: [sesion()],
    ...lists,
  })
}

/** The problems of a file as `place: message`, against what the data hold. */
export function problemas(text: string, existing: DatosExistentes = NADA): readonly string[] {
  const lectura = leerDocumento(text, HOY, ADAPTER_IDS)
  if (lectura.kind === "ok") return lines(revisarDocumento(lectura.documento, existing))
  return lines(lectura.problems)
}

const lines = (problems: readonly { readonly place: string; readonly message: string }[]) =>
  problems.map(({ place, message }) => `${place}: ${message}`)
