import type { InstitucionPegada } from "../../domain/comienzo/instituciones-pegadas.ts"
import type { PersonaPegada } from "../../domain/comienzo/personas-pegadas.ts"
import { claveDeNombre } from "../../domain/directorio/claves.ts"
import type { PlantillaReglas } from "../../domain/reglas/plantillas.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { documentoEnTexto } from "../importacion/exportar.ts"
import { leerEstructura } from "../importacion/formato/leer.ts"
import type { Problema } from "../importacion/formato/problemas.ts"

/** All that was answered. */
export interface Respuestas {
  readonly organo: Pick<Organo, "nombreOficial" | "nombreCorto" | "tipo" | "zona">
  readonly plantilla: PlantillaReglas
  /** Who heads the Secretaría Técnica. */
  readonly secretaria: Pick<Persona, "nombre" | "cargo">
  readonly instituciones: readonly InstitucionPegada[]
  /** The siglas of the one that presides; `null`: it was not said. */
  readonly preside: string | null
  readonly personas: readonly PersonaPegada[]
}

export type DocumentoComienzo =
  | { readonly kind: "ok"; readonly texto: string }
  | { readonly kind: "invalid"; readonly problems: readonly Problema[] }

/** The same beginning as a file that `importar` takes, written by the export's own writer. */
export function documentoDelComienzo(
  respuestas: Respuestas,
  hoy: Fecha,
  plataformas: readonly AdapterId[],
): DocumentoComienzo {
  const leido = leerEstructura(
    { kind: "ok", value: estructura(respuestas, hoy), problems: [] },
    hoy,
    plataformas,
  )
  if (leido.kind === "invalid") return leido
  return { kind: "ok", texto: documentoEnTexto(leido.documento) }
}

function estructura(respuestas: Respuestas, hoy: Fecha) {
  const { organo, plantilla, instituciones, preside, personas, secretaria } = respuestas
  const clave = claveDeNombre(organo.nombreCorto, new Set(), "organo")
  const todas = [{ ...secretaria, calidad: "secretaria_tecnica", institucion: null }, ...personas]
  const claves = new Map<string, string>()
  for (const { nombre } of todas)
    if (!claves.has(normalizar(nombre)))
      claves.set(normalizar(nombre), claveDeNombre(nombre, new Set(claves.values()), "persona"))
  const unicas = todas.filter(
    ({ nombre }, i) => todas.findIndex((otra) => normalizar(otra.nombre) === normalizar(nombre)) === i,
  )
  return {
    version: 1,
    organos: [
      {
        clave,
        ...organo,
        calendario: plantilla.calendario,
        perfiles: [{ version: 1, vigenteDesde: hoy, ...plantilla.reglas }],
      },
    ],
    instituciones: instituciones.map(({ siglas, nombre }) => ({ siglas, nombre })),
    integrantes: instituciones.map(({ siglas, conVoto }, i) => ({
      organo: clave,
      institucion: siglas,
      conVoto,
      rol: siglas === preside ? "presidencia" : conVoto ? "integrante" : "participante",
      orden: i + 1,
    })),
    personas: unicas.map(({ nombre, cargo }) => ({
      clave: claves.get(normalizar(nombre)),
      nombre,
      cargo,
    })),
    designaciones: todas.map(({ nombre, calidad, institucion }) => ({
      persona: claves.get(normalizar(nombre)),
      organo: clave,
      institucion: institucion?.siglas ?? null,
      calidad,
      desde: hoy,
    })),
  }
}
