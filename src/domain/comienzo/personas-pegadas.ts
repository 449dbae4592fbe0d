import { buscarInstitucion } from "../directorio/institucion.ts"
import { normalizar } from "../texto/texto.ts"
import type { Calidad, Institucion } from "../tipos/directorio.ts"
import { type ProblemaDeRenglon, type Renglon, renglonesDe } from "./lista-pegada.ts"

/** A person as somebody lists them, with their post. */
export interface PersonaPegada {
  readonly linea: number
  readonly nombre: string
  readonly cargo: string | null
  /** `null`: the post is the body's own. */
  readonly institucion: Institucion | null
  readonly calidad: Calidad
}

export interface ListaPersonas {
  readonly filas: readonly PersonaPegada[]
  readonly problemas: readonly ProblemaDeRenglon[]
}

const ENCABEZADO = ["nombre", "cargo", "institucion", "siglas", "calidad", "dependencia", "puesto"]
const COLUMNAS = "nombre, cargo, institución y calidad"
const USUAL: Calidad = "enlace"
const CALIDAD: Readonly<Record<string, Calidad>> = {
  presidencia: "presidencia",
  preside: "presidencia",
  "secretaria tecnica": "secretaria_tecnica",
  secretaria_tecnica: "secretaria_tecnica",
  titular: "titular",
  suplente: "suplente",
  enlace: "enlace",
  participante: "participante",
  invitado: "invitado_especial",
  invitada: "invitado_especial",
  "invitado especial": "invitado_especial",
  oic: "organo_interno_de_control",
  "organo interno de control": "organo_interno_de_control",
  "unidad de transparencia": "unidad_de_transparencia",
  "administracion tecnica": "administracion_tecnica",
}
/** What belongs to the body, and not to one of its institutions. */
const DEL_ORGANO: readonly Calidad[] = [
  "presidencia",
  "secretaria_tecnica",
  "organo_interno_de_control",
  "unidad_de_transparencia",
  "administracion_tecnica",
]

/** «Nombre; cargo; institución; calidad», one a line; without a calidad it is an enlace. */
export function leerPersonas(texto: string, instituciones: readonly Institucion[]): ListaPersonas {
  const leidas = renglonesDe(texto, ENCABEZADO).map((renglon) => leer(renglon, instituciones))
  return {
    filas: leidas.filter((una): una is PersonaPegada => "calidad" in una),
    problemas: leidas.filter((una): una is ProblemaDeRenglon => "message" in una),
  }
}

function leer(
  { linea, columnas }: Renglon,
  instituciones: readonly Institucion[],
): PersonaPegada | ProblemaDeRenglon {
  const [nombre = "", cargo = "", institucion = "", escrita = "", ...demas] = columnas
  const problema = (message: string): ProblemaDeRenglon => ({ linea, message })
  if (demas.some((columna) => columna !== ""))
    return problema(`tiene más columnas de las que se esperan: ${COLUMNAS}`)
  if (nombre === "") return problema(`falta el nombre; se esperan: ${COLUMNAS}`)
  const calidad = escrita === "" ? USUAL : CALIDAD[normalizar(escrita)]
  if (calidad === undefined)
    return problema(`«${escrita}» no es una calidad: escriba titular, suplente, enlace o participante`)
  if (institucion === "") {
    if (!DEL_ORGANO.includes(calidad))
      return problema(`falta la institución de «${nombre}»; se esperan: ${COLUMNAS}`)
    return { linea, nombre, cargo: cargo || null, institucion: null, calidad }
  }
  const found = buscarInstitucion(institucion, instituciones)
  if (found.kind !== "una" || !found.exacta)
    return problema(`«${institucion}» no es ninguna institución registrada: escriba sus siglas`)
  return { linea, nombre, cargo: cargo || null, institucion: found.item, calidad }
}
