import type { Documento } from "../../../src/domain/sesion/documento.ts"
import { cutAt } from "../../../src/domain/texto/cut.ts"
import type { Acuerdo } from "../../../src/domain/tipos/acuerdo.ts"
import type { Canal } from "../../../src/domain/tipos/canal.ts"
import type { Compromiso } from "../../../src/domain/tipos/compromiso.ts"
import type { Asistencia, RegistroAsistencia } from "../../../src/domain/tipos/desahogo.ts"
import type { Institucion, Organo, Persona } from "../../../src/domain/tipos/directorio.ts"
import type { HechoSesion, PuntoOrdenDia, Sesion } from "../../../src/domain/tipos/sesion.ts"

/**
 * The most that a body may put on record, as badly as people write it: 14 institutions with names of 300 characters, 60
 * items, 200 commitments, texts of 3,000 characters, with emoji, Arabic and Hebrew, direction overrides, zero-width
 * characters and the markup of every platform.
 */
export const HOY = "2024-06-11"

export const AHORA = "2024-06-11T16:00:00.000Z"

export const ZONA = "America/Mexico_City"

export const SIN_INHABILES: ReadonlySet<string> = new Set()

const FEO = [
  "👩‍👩‍👧‍👦",
  "🇲🇽🇲🇽",
  "👍🏽",
  "ñandú",
  "cafe\u0301",
  "العربية",
  "עברית",
  "\u202eoculto\u202c",
  "\u2066aislado\u2069",
  "cero\u200bancho",
  "<!channel>",
  "@everyone",
  "**negritas**",
  "`código`",
  "[liga](https://example.org)",
  "<@U0123ABCD>",
  "&amp;",
  "1. uno",
]
const PALABRAS = "las instituciones integrantes remitirán sus observaciones al contenido del curso".split(" ")

let serie = 0
/** A text of exactly so many UTF-16 units, or one or two less, that is like no other. */
export function texto(length: number): string {
  let result = ""
  for (let i = 0; result.length < length; i += 1) {
    serie += 1
    const palabra = i % 7 === 3 ? FEO[serie % FEO.length] : PALABRAS[i % PALABRAS.length]
    result += `${i % 5 === 0 ? `${serie.toString(36)} ` : ""}${palabra} `
  }
  const at = cutAt(result, length - 1)
  return `${result.slice(0, at).trimEnd()}z`
}

let ids = 0
/** As the database makes them. */
export function id(): string {
  ids += 1
  return `0190b5b4-7e6e-7c5e-9a0e-${ids.toString(16).padStart(12, "0")}`
}

export const veces = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** The first of a list that has at least one. */
export function primero<T>(lista: readonly T[]): T {
  const [uno] = lista
  if (uno === undefined) throw new Error("the list is empty")
  return uno
}

export const URL_LARGA = `https://reuniones.example.gob.mx/${"ñ".repeat(30)}?clave=${"x".repeat(1_900)}`

export const organo: Organo = {
  id: id(),
  clave: "comision-intersecretarial-para-prevenir-y-erradicar",
  tipo: "comision",
  nombreOficial: `Comisión ${texto(290)}`,
  nombreCorto: `Comisión ${texto(290)}`,
  padreId: null,
  zona: ZONA,
  objetivo: texto(3_000),
  correo: null,
  calendario: "apf",
  cerradoEl: null,
  origen: "registro",
}

export const instituciones: readonly Institucion[] = veces(14, (i) => ({
  id: id(),
  siglas: `INSTITUCION-${String(i + 1).padStart(2, "0")}`,
  nombre: `Secretaría de ${texto(286)}`,
  vigenteDesde: null,
  vigenteHasta: null,
  sucesoraId: null,
  alias: [],
  origen: "registro",
}))

export const porId: ReadonlyMap<string, Institucion> = new Map(instituciones.map((una) => [una.id, una]))
export const una: Institucion = primero(instituciones)

export const persona: Persona = {
  id: id(),
  clave: "secretaria-tecnica",
  nombre: texto(150),
  titulo: "Mtra.",
  cargo: texto(200),
  origen: "registro",
}

export const sesion: Sesion = {
  id: id(),
  organoId: organo.id,
  clave: "SO-122",
  tipo: "ordinaria",
  numero: 122,
  etiqueta: texto(120),
  fecha: "2024-06-20",
  hora: "10:00",
  horaFin: "18:45",
  modalidad: "mixta",
  sede: texto(300),
  url: URL_LARGA,
  estado: "convocada",
  convocadaEl: "2024-06-10",
  nombreOrganoEnDocumento: texto(300),
  lugarYFechaDocumento: texto(200),
  plenaria: true,
  difusion: "publica",
  origen: "registro",
  revision: 999,
  llamado: 1,
  instaladaEn: "2024-06-20T16:05:00.000Z",
  clausuradaEn: null,
  puntoEnCursoId: null,
}

export const sesiones: readonly Sesion[] = veces(30, (i) => ({
  ...sesion,
  id: id(),
  clave: `SO-${100 + i}`,
  etiqueta: texto(120),
  estado: i % 2 === 0 ? "clausurada" : "convocada",
}))

const ESTADOS_PUNTO = ["incluido", "desahogado", "diferido", "retirado", "propuesto"] as const
export const puntos: readonly PuntoOrdenDia[] = veces(60, (i) => ({
  id: id(),
  sesionId: sesion.id,
  orden: i + 1,
  numero: i % 2 === 0 ? null : `${i + 1}.1`,
  titulo: texto(i === 0 ? 3_000 : 300),
  estado: ESTADOS_PUNTO[i % ESTADOS_PUNTO.length] ?? "incluido",
  resultado: i % 3 === 0 ? { tipo: "aprobacion", texto: texto(i === 0 ? 3_000 : 300) } : null,
  institucionProponenteId: instituciones[i % 14]?.id ?? null,
  difusion: "publica",
  origen: "registro",
  motivo: texto(500),
  fusionadoEnId: null,
  antecedenteId: null,
  fueIncluido: true,
}))

export const incluidos: readonly PuntoOrdenDia[] = puntos.map((punto) => ({ ...punto, estado: "incluido" }))

export const lugares = puntos.map((punto, i) => ({ punto, lugar: i + 1 }))

export const documentos: readonly Documento[] = veces(60, (i) => ({
  id: id(),
  sesionId: sesion.id,
  puntoId: puntos[i]?.id ?? null,
  institucionId: instituciones[i % 14]?.id ?? null,
  nombre: texto(150),
  url: i === 0 ? URL_LARGA : `https://documentos.example.gob.mx/${i}`,
  version: 12,
  huella: "9f".repeat(32),
  difusion: "integrantes",
  reemplazaId: null,
  personaId: persona.id,
  registradoEn: AHORA,
}))

export const acuerdos: readonly Acuerdo[] = veces(14, (i) => ({
  id: id(),
  organoId: organo.id,
  sesionId: sesion.id,
  puntoId: puntos[i]?.id ?? null,
  clave: `CI/SO-122/${String(i + 1).padStart(2, "0")}/2024`,
  numero: i + 1,
  texto: texto(3_000),
  tipo: "con_seguimiento",
  estado: "vigente",
  adopcion: "votacion_suspendida",
  posterior: { el: HOY, motivo: texto(500) },
  difusion: "publica",
  origen: "registro",
}))

export const acuerdo: Acuerdo = primero(acuerdos)

export const compromisos: readonly Compromiso[] = veces(200, (i) => ({
  id: id(),
  acuerdoId: acuerdos[i % 14]?.id ?? "",
  clave: `${acuerdos[Math.floor(i / 14) % 14]?.clave}/${instituciones[i % 14]?.siglas}${i > 195 ? `-${i}` : ""}`,
  institucionId: instituciones[i % 14]?.id ?? null,
  corresponsables: instituciones.flatMap((una, j) => (j === i % 14 ? [] : [una.id])),
  texto: texto(3_000),
  fechaCompromiso: "2024-03-01",
  fechaReprogramada: "2024-07-15",
  reprogramaciones: 1,
  prorrogaPedida: "2024-09-30",
  estado: "en_proceso",
  cumplidoEl: null,
  cadencia: { ritmo: "dias_habiles", dias: 250, desde: "2024-03-01" },
  informadoEl: null,
  origen: "registro",
}))

export const compromiso: Compromiso = primero(compromisos)

export const canales: readonly Canal[] = instituciones.map(({ id: institucionId, siglas }) => ({
  id: id(),
  clave: siglas.toLowerCase(),
  nombre: texto(80),
  adapter: "slack",
  workspace: "T0PLENARIA",
  channel: "C0SRE",
  audiencia: "institucion",
  organoId: organo.id,
  institucionId,
  activo: true,
  origen: "registro",
}))

export const canal: Canal = primero(canales)
export const conCanal = instituciones.map((institucion, i) => ({ institucion, canal: canales[i] ?? canal }))

export const hechos: readonly HechoSesion[] = (
  ["naturaleza", "desarrollo", "participacion", "mensaje"] as const
).flatMap((seccion, i) => veces(4, (n) => ({ orden: i * 10 + n, seccion, texto: texto(3_000) })))

const CALIDADES = ["preside", "presente", "representada", "ausente"] as const
export const asistencias: readonly Asistencia[] = veces(28, (i) => ({
  id: id(),
  sesionId: sesion.id,
  orden: i,
  institucionId: instituciones[i % 14]?.id ?? null,
  personaNombre: i % 5 === 4 ? null : texto(150),
  personaTitulo: "Dra.",
  personaCargo: texto(200),
  nombreEnDocumento: texto(300),
  calidad: CALIDADES[i % 4] ?? "presente",
  caracter: texto(100),
  origen: "registro",
}))

export const registros: readonly RegistroAsistencia[] = instituciones.map(({ id: institucionId }, i) => ({
  id: id(),
  sesionId: sesion.id,
  institucionId,
  llamado: 1,
  calidad: "suplente",
  remota: true,
  nombre: texto(150),
  cargo: texto(200),
  oficio: texto(80),
  llegada: AHORA,
  salida: i % 3 === 0 ? AHORA : null,
}))

export const pagina = { pagina: 2, paginas: 20, mostrados: 10, total: 200 } as const

/** As many groups as a profile admits, none of them there. */
export const composicionLarga = veces(5, (i) => ({
  nombre: texto(120),
  instituciones: instituciones.map(({ siglas }) => siglas),
  minimo: i + 2,
  presentes: 0,
  ausentes: instituciones.map(({ siglas }) => siglas),
}))
