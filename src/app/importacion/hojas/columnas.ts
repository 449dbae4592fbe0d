import { CALIDADES } from "../../../domain/tipos/directorio.ts"

/** What a cell of a column is read as. */
export type TipoColumna = "texto" | "entero" | "si_no" | "fecha"

export interface Columna {
  /** As the file's own field is called in the code: `nombreOficial`. */
  readonly campo: string
  readonly titulo: string
  readonly tipo: TipoColumna
  /** The only values that it takes; none: any. */
  readonly opciones: readonly string[]
  readonly ancho: number
}

export interface HojaDeLista {
  /** The list of the document that it holds: `instituciones`. */
  readonly lista: string
  readonly nombre: string
  readonly columnas: readonly Columna[]
}

const columna = (
  campo: string,
  titulo: string,
  { tipo = "texto", opciones = [], ancho = 20 }: Partial<Omit<Columna, "campo" | "titulo">> = {},
): Columna => ({ campo, titulo, tipo, opciones, ancho })

const fecha = { tipo: "fecha", ancho: 14 } as const
const SI_NO = { tipo: "si_no", opciones: ["sí", "no"], ancho: 12 } as const
const largo = { ancho: 45 } as const
const opciones = (...values: readonly string[]) => ({ opciones: values })

/** One sheet a list, with the fields of docs/formato-importacion.md under headings that people read. */
export const HOJAS: readonly HojaDeLista[] = [
  {
    lista: "organos",
    nombre: "Órgano",
    columnas: [
      columna("clave", "Clave"),
      columna("tipo", "Tipo", opciones("comision", "subcomision", "grupo_de_trabajo")),
      columna("nombreOficial", "Nombre oficial", largo),
      columna("nombreCorto", "Nombre corto", largo),
      columna("padre", "Órgano superior"),
      columna("zona", "Zona horaria"),
      columna("objetivo", "Objetivo", largo),
      columna("correo", "Correo"),
      columna("calendario", "Calendario", opciones("apf", "lft", "lfpa", "union", "ninguno")),
      columna("cerradoEl", "Cerrado el", fecha),
    ],
  },
  {
    lista: "instituciones",
    nombre: "Instituciones",
    columnas: [
      columna("siglas", "Siglas"),
      columna("nombre", "Nombre", largo),
      columna("vigenteDesde", "Vigente desde", fecha),
      columna("vigenteHasta", "Vigente hasta", fecha),
      columna("sucesora", "Sucesora"),
    ],
  },
  {
    lista: "integrantes",
    nombre: "Integrantes",
    columnas: [
      columna("organo", "Órgano"),
      columna("institucion", "Institución"),
      columna("conVoto", "Con voto", SI_NO),
      columna("rol", "Rol", opciones("presidencia", "integrante", "participante")),
      columna("orden", "Orden", { tipo: "entero", ancho: 10 }),
      columna("fundamento", "Fundamento", largo),
      columna("desde", "Desde", fecha),
      columna("hasta", "Hasta", fecha),
    ],
  },
  {
    lista: "personas",
    nombre: "Personas",
    columnas: [
      columna("clave", "Clave"),
      columna("nombre", "Nombre", largo),
      columna("titulo", "Tratamiento"),
      columna("cargo", "Cargo", largo),
    ],
  },
  {
    lista: "designaciones",
    nombre: "Designaciones",
    columnas: [
      columna("persona", "Persona"),
      columna("organo", "Órgano"),
      columna("institucion", "Institución"),
      columna("calidad", "Calidad", opciones(...CALIDADES)),
      columna("oficio", "Oficio"),
      columna("desde", "Desde", fecha),
      columna("hasta", "Hasta", fecha),
    ],
  },
  {
    lista: "cuentas",
    nombre: "Cuentas",
    columnas: [
      columna("adapter", "Plataforma"),
      columna("workspace", "Espacio"),
      columna("usuario", "Usuario"),
      columna("persona", "Persona"),
    ],
  },
  {
    lista: "canales",
    nombre: "Canales",
    columnas: [
      columna("clave", "Clave"),
      columna("nombre", "Nombre"),
      columna("adapter", "Plataforma"),
      columna("workspace", "Espacio"),
      columna("canal", "Canal"),
      columna(
        "audiencia",
        "Audiencia",
        opciones("institucion", "integrantes", "secretaria_tecnica", "presidencia", "invitada", "publica"),
      ),
      columna("organo", "Órgano"),
      columna("institucion", "Institución"),
      columna("activo", "Activo", SI_NO),
    ],
  },
  {
    lista: "inhabiles",
    nombre: "Inhábiles",
    columnas: [
      columna("fecha", "Fecha", fecha),
      columna("ambito", "Ámbito", opciones("base", "organo", "institucion")),
      columna("organo", "Órgano"),
      columna("institucion", "Institución"),
      columna("motivo", "Motivo", largo),
      columna("porAcuerdo", "Por acuerdo", SI_NO),
    ],
  },
]
