import { z } from "zod"
import type { Lectura } from "./campos.ts"
import { esquemaCargos, esquemaConstancias } from "./esquema-constancias.ts"
import { esquemaDirectorio } from "./esquema-directorio.ts"
import { esquemaSesiones } from "./esquema-sesiones.ts"

/** The whole file. Every list may be left out. */
export function esquemaDocumento(lectura: Lectura) {
  const listas = { ...esquemaDirectorio(lectura), sesiones: esquemaSesiones(lectura) }
  return z.strictObject({
    version: z.literal(1, { error: "debe ser 1" }),
    demostracion: z.boolean().default(false),
    organos: listas.organos.default([]),
    instituciones: listas.instituciones.default([]),
    integrantes: listas.integrantes.default([]),
    personas: listas.personas.default([]),
    designaciones: listas.designaciones.default([]),
    cuentas: listas.cuentas.default([]),
    canales: listas.canales.default([]),
    inhabiles: listas.inhabiles.default([]),
    sesiones: listas.sesiones.default([]),
    cargos: esquemaCargos(lectura).default([]),
    constancias: esquemaConstancias(lectura).default([]),
  })
}
