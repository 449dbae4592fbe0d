import type { Calidad } from "../../src/domain/tipos/directorio.ts"
import type { Charla } from "./conversacion.ts"

/** Person (also their account in the console), capacity, siglas, and the oficio: without it, one is made up. */
export type Designado = readonly [string, Calidad, string, (string | null)?]

/** Another import designates people of the commission, and links their accounts. */
export function designar(chat: Charla, designados: readonly Designado[]): Promise<void> {
  return chat.amend((documento) => ({
    ...documento,
    personas: [
      ...documento.personas,
      ...designados.map(([clave]) => ({
        clave,
        nombre: `Persona de prueba, ${clave}`,
        titulo: null,
        cargo: null,
        origen: "demo" as const,
      })),
    ],
    designaciones: [
      ...documento.designaciones,
      ...designados.map(([persona, calidad, institucion, oficio = `PRUEBA/${persona}`]) => ({
        persona,
        organo: "ci-trata",
        institucion,
        calidad,
        oficio,
        desde: "2024-01-01",
        hasta: null,
      })),
    ],
    cuentas: [
      ...documento.cuentas,
      ...designados.map(([persona]) => ({
        adapter: "consola",
        workspace: "demo",
        usuario: persona,
        persona,
      })),
    ],
  }))
}
