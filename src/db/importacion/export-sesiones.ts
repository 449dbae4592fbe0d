import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { RitmoInforme } from "../../domain/tipos/compromiso.ts"
import type { Queries } from "../base/client.ts"
import { posteriorOf } from "../base/rows.ts"
import { fechaOrNull, instanteOf, instanteOrNull } from "../base/values.ts"
import type { Prisma } from "../generated/client.ts"
import { sorted } from "./filas/sorted.ts"

type SesionDoc = DocumentoImportacion["sesiones"][number]

const BY_ORDEN = { orderBy: { orden: "asc" } } as const

const WHOLE = {
  organo: true,
  hechos: BY_ORDEN,
  asistencias: { ...BY_ORDEN, include: { institucion: true } },
  puntos: { ...BY_ORDEN, include: { institucionProponente: true } },
  acuerdos: {
    include: {
      punto: true,
      compromisos: { include: { institucion: true, avances: { include: { persona: true } } } },
    },
  },
} satisfies Prisma.SesionInclude

type WholeSesion = Prisma.SesionGetPayload<{ include: typeof WHOLE }>

export async function exportSesiones(queries: Queries): Promise<readonly SesionDoc[]> {
  const sesiones = await queries.sesion.findMany({ include: WHOLE })
  const instituciones = await queries.institucion.findMany({ select: { id: true, siglas: true } })
  const siglas: Siglas = new Map(instituciones.map((una) => [una.id, una.siglas]))
  return sorted(
    sesiones.map((sesion) => sesionDoc(sesion, siglas)),
    (s) => [s.organo, s.clave],
  )
}

/** Of every institution, by its id. */
type Siglas = ReadonlyMap<string, string>

function sesionDoc(sesion: WholeSesion, siglas: Siglas): SesionDoc {
  const { id, organoId, organo, clave, fecha, convocadaEl, hechos, asistencias, puntos, acuerdos, ...more } =
    sesion
  const { revision, llamado, instaladaEn, clausuradaEn, puntoEnCursoId, ...rest } = more
  return {
    organo: organo.clave,
    clave,
    ...rest,
    fecha: fechaOrNull(fecha),
    convocadaEl: fechaOrNull(convocadaEl),
    instaladaEn: instanteOrNull(instaladaEn),
    clausuradaEn: instanteOrNull(clausuradaEn),
    hechos: hechos.map(({ seccion, texto }) => ({ seccion, texto })),
    asistencias: asistencias.map(({ id: _id, sesionId, orden, institucionId, institucion, ...a }) => ({
      institucion: institucion?.siglas ?? null,
      ...a,
    })),
    puntos: puntos.map(({ numero, titulo, resultadoTipo, resultadoTexto, institucionProponente, ...p }) => ({
      numero,
      titulo,
      estado: p.estado,
      resultado: resultadoTexto ? { tipo: resultadoTipo, texto: resultadoTexto } : null,
      proponente: institucionProponente?.siglas ?? null,
      difusion: p.difusion,
      fueIncluido: p.fueIncluido || p.estado === "propuesto",
      origen: p.origen,
    })),
    acuerdos: sorted(acuerdos, (a) => [a.numero, a.clave]).map((acuerdo) => acuerdoDoc(acuerdo, siglas)),
  }
}

function acuerdoDoc(acuerdo: WholeSesion["acuerdos"][number], siglas: Siglas): SesionDoc["acuerdos"][number] {
  const { clave, numero, punto, texto, tipo, estado, difusion, origen, compromisos } = acuerdo
  return {
    clave,
    numero,
    punto: punto?.orden ?? null,
    texto,
    tipo,
    estado,
    difusion,
    origen,
    posterior: posteriorOf(acuerdo),
    compromisos: sorted(compromisos, (c) => [c.clave]).map((c) => ({
      clave: c.clave,
      institucion: c.institucion?.siglas ?? null,
      ...(c.corresponsables.length === 0
        ? {}
        : { corresponsables: c.corresponsables.flatMap((id) => siglas.get(id) ?? []) }),
      texto: c.texto,
      fechaCompromiso: fechaOrNull(c.fechaCompromiso),
      fechaReprogramada: fechaOrNull(c.fechaReprogramada),
      reprogramaciones: c.reprogramaciones,
      estado: c.estado,
      cumplidoEl: fechaOrNull(c.cumplidoEl),
      ...cadenciaDoc(c),
      origen: c.origen,
      avances: sorted(c.avances, (v) => [instanteOf(v.registradoEn), v.texto]).map((v) => ({
        texto: v.texto,
        url: v.url,
        porcentaje: v.porcentaje,
        persona: v.persona?.clave ?? null,
        registradoEn: instanteOf(v.registradoEn),
      })),
    })),
  }
}

/** Only of those that have one. */
function cadenciaDoc(c: {
  readonly cadencia: RitmoInforme | null
  readonly cadenciaDias: number | null
  readonly cadenciaDesde: Date | null
  readonly informadoEl: Date | null
}) {
  const desde = fechaOrNull(c.cadenciaDesde)
  return {
    ...(c.cadencia === null || desde === null
      ? {}
      : { cadencia: { ritmo: c.cadencia, dias: c.cadenciaDias, desde } }),
    ...(c.informadoEl === null ? {} : { informadoEl: fechaOrNull(c.informadoEl) }),
  }
}
