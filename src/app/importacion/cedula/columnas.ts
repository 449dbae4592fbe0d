import { palabrasDe } from "../../../domain/texto/texto.ts"
import type { Celda, Hoja } from "../../../ports/hojas/libro.ts"

/** What a column of a follow-up table may hold. */
export type CampoCedula =
  | "sesion"
  | "fechaSesion"
  | "claveAcuerdo"
  | "textoAcuerdo"
  | "claveCompromiso"
  | "texto"
  | "institucion"
  | "corresponsables"
  | "fechaCompromiso"
  | "fechaReprogramada"
  | "estado"
  | "avance"
  | "fechaAvance"
  | "evidencia"

/** `acuerdo` holds claves in one office and texts in another: its cells say which. */
type CampoLeido = CampoCedula | "acuerdo"

const dichos = (texto: string) => texto.split("|")

const TITULOS: Readonly<Record<CampoLeido, readonly string[]>> = {
  sesion: dichos("sesion|no de sesion|numero de sesion|sesion de origen|sesion en que se adopto"),
  fechaSesion: dichos("fecha de la sesion|fecha de sesion|fecha sesion|fecha de adopcion"),
  acuerdo: dichos("acuerdo|acuerdos|acuerdo adoptado|acuerdos adoptados"),
  claveAcuerdo: dichos(
    "clave|clave del acuerdo|clave de acuerdo|clave acuerdo|no de acuerdo|no acuerdo|num de acuerdo|numero de acuerdo|numero del acuerdo|n de acuerdo|folio|id acuerdo|identificador",
  ),
  textoAcuerdo: dichos("texto del acuerdo|descripcion del acuerdo|redaccion del acuerdo|texto integro"),
  claveCompromiso: dichos(
    "clave del compromiso|clave compromiso|no de compromiso|numero de compromiso|id compromiso",
  ),
  texto: dichos(
    "compromiso|compromisos|descripcion|descripcion del compromiso|texto del compromiso|accion|acciones|accion comprometida|accion a realizar|actividad|actividades|tarea|asunto",
  ),
  institucion: dichos(
    "institucion|instituciones|institucion responsable|responsable|responsables|dependencia|dependencia responsable|dependencia o entidad|dependencia o entidad responsable|entidad|instancia|instancia responsable|area responsable|unidad responsable|siglas|area",
  ),
  corresponsables: dichos(
    "corresponsables|corresponsable|institucion corresponsable|instituciones corresponsables|dependencias corresponsables|coadyuvante|coadyuvantes|instituciones coadyuvantes|instituciones de apoyo",
  ),
  fechaCompromiso: dichos(
    "fecha compromiso|fecha de compromiso|fechas compromiso|fecha limite|fecha de cumplimiento|fecha de vencimiento|fecha de entrega|fecha programada|fecha original|vencimiento|vence|plazo|termino|fecha|fecha de atencion",
  ),
  fechaReprogramada: dichos(
    "fecha reprogramada|fechas reprogramada|reprogramacion|reprogramada|fecha de reprogramacion|nueva fecha|prorroga|fecha de prorroga|segunda fecha|2 fecha|fecha prorroga",
  ),
  estado: dichos(
    "estado|estatus|status|situacion|estado actual|estatus actual|semaforo|estado del compromiso",
  ),
  avance: dichos(
    "ultimo avance|avance|avances|avance reportado|observaciones|comentarios|acciones realizadas|seguimiento|reporte|informe|situacion que guarda",
  ),
  fechaAvance: dichos(
    "fecha del avance|fecha de avance|fecha del ultimo avance|fecha de actualizacion|ultima actualizacion|fecha de reporte",
  ),
  evidencia: dichos(
    "evidencia|evidencias|soporte|soporte documental|liga|enlace|url|medio de verificacion|documento",
  ),
}

/** What tables count by themselves. */
const SIN_VALOR: ReadonlySet<string> = new Set(
  dichos(
    "no|n|num|numero|consecutivo|dias|dias de atraso|dias habiles de atraso|dias restantes|dias transcurridos",
  ),
)

const CAMPOS = new Map(
  (Object.keys(TITULOS) as CampoLeido[]).flatMap((campo) => TITULOS[campo].map((t) => [t, campo] as const)),
)

export interface Tabla {
  readonly nombre: string
  /** Of each field: its column, from 0, and its heading as it is written. */
  readonly columnas: ReadonlyMap<CampoCedula, { readonly columna: number; readonly titulo: string }>
  /** Headings that nothing is known of. */
  readonly ajenas: readonly string[]
  readonly encima: readonly (readonly Celda[])[]
  readonly filas: readonly { readonly celdas: readonly Celda[]; readonly fila: number }[]
}

/** How far down the headings may stand: above them are the body's name and who signs. */
const HASTA = 40

/** `null`: no row of it has the headings of a follow-up table. */
export function tablaDe({ nombre, filas }: Hoja): Tabla | null {
  let mejor: { readonly desde: number; readonly titulos: readonly string[]; readonly puntos: number } | null =
    null
  for (const [i, fila] of filas.slice(0, HASTA).entries()) {
    const bajo = filas[i + 1] ?? []
    for (const [desde, titulos] of [
      [i + 1, fila.map(textoDe)],
      [i + 2, juntos(fila, bajo)],
    ] as const) {
      const puntos = puntosDe(titulos)
      if (puntos > (mejor?.puntos ?? 0)) mejor = { desde, titulos, puntos }
    }
  }
  if (mejor === null) return null
  const { desde, titulos } = mejor
  const datos = filas.slice(desde).map((celdas, i) => ({ celdas, fila: desde + i + 1 }))
  const leidos = titulos.map((titulo) => CAMPOS.get(llano(titulo)) ?? null)
  const columnas = new Map<CampoCedula, { readonly columna: number; readonly titulo: string }>()
  const ajenas: string[] = []
  leidos.forEach((leido, columna) => {
    const titulo = titulos[columna]?.trim() ?? ""
    const campo = leido === "acuerdo" ? acuerdoEn(columna, leidos, datos) : leido
    if (campo !== null && !columnas.has(campo)) columnas.set(campo, { columna, titulo })
    else if (titulo !== "" && !SIN_VALOR.has(llano(titulo)) && titulos.indexOf(titulo) === columna)
      ajenas.push(titulo)
  })
  return { nombre, columnas, ajenas, encima: filas.slice(0, desde - 1), filas: datos }
}

/** At least an agreement or what is owed, and of it whose it is, when or how it stands. */
function puntosDe(titulos: readonly string[]): number {
  const campos = new Set(titulos.flatMap((titulo) => CAMPOS.get(llano(titulo)) ?? []))
  const hay = (...unos: readonly CampoLeido[]) => unos.some((uno) => campos.has(uno))
  const cedula =
    hay("acuerdo", "claveAcuerdo", "textoAcuerdo", "texto", "claveCompromiso") &&
    hay("institucion", "fechaCompromiso", "estado") &&
    campos.size >= 3
  return cedula ? campos.size : 0
}

/** Headings in two rows: «Fechas» over «Compromiso» and «Reprogramada», the others through both. */
const juntos = (arriba: readonly Celda[], abajo: readonly Celda[]): readonly string[] =>
  Array.from({ length: Math.max(arriba.length, abajo.length) }, (_, c) => {
    const partes = [textoDe(arriba[c] ?? null), textoDe(abajo[c] ?? null)]
    return [...new Set(partes.filter((parte) => parte.trim() !== ""))].join(" ")
  })

const llano = (titulo: string) => palabrasDe(titulo.replace(/\([^)]*\)/gu, " ")).join(" ")

const textoDe = (celda: Celda): string => (typeof celda === "string" ? celda : "")

/** Claves are short and have a figure. Where another column has the claves, this one has the texts. */
function acuerdoEn(
  columna: number,
  leidos: readonly (CampoLeido | null)[],
  datos: Tabla["filas"],
): CampoCedula {
  if (leidos.includes("claveAcuerdo")) return "textoAcuerdo"
  const escritas = datos.map(({ celdas }) => celdas[columna] ?? null).filter((celda) => celda !== null)
  const claves = escritas.filter((celda) => typeof celda === "number" || pareceClave(textoDe(celda)))
  return claves.length * 2 >= escritas.length ? "claveAcuerdo" : "textoAcuerdo"
}

const MAX_CLAVE = 40
const pareceClave = (texto: string) => texto.trim().length <= MAX_CLAVE && /\d/u.test(texto)
