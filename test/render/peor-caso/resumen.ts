import {
  borradorCard,
  borradorIlegible,
  publicacionCancelada,
  publicacionInterna,
  publicacionNoAutorizada,
  publicadaCard,
  sesionSinClausurar,
  yaPublicadaCard,
} from "../../../src/cards/resumen/borrador-publicacion.ts"
import { comunicadoCard } from "../../../src/cards/resumen/comunicado.ts"
import type { ResumenSesion } from "../../../src/cards/resumen/datos.ts"
import { resumenInstitucionCard } from "../../../src/cards/resumen/de-institucion.ts"
import {
  elegirParrafoCard,
  parrafoEditadoCard,
  parrafoSinCambios,
  resumenYaPublicadoCard,
} from "../../../src/cards/resumen/edicion.ts"
import {
  corregidoCard,
  errataBorradorCard,
  errataCard,
  errataPublicadaCard,
  errataYaPublicadaCard,
  sinErrataCard,
} from "../../../src/cards/resumen/errata.ts"
import { parrafosDe } from "../../../src/cards/resumen/parrafos.ts"
import { resumenCard, sinResumenCard } from "../../../src/cards/resumen/resumen.ts"
import type { ClaseCorte } from "../../../src/domain/compromiso/corte.ts"
import { NOVEDADES } from "../../../src/domain/compromiso/novedad.ts"
import { PLATAFORMAS as plataformas } from "../../support/plataformas.ts"
import {
  AHORA,
  acuerdos,
  asistencias,
  compromisos,
  conCanal,
  sesion as convocada,
  HOY,
  hechos,
  instituciones,
  organo,
  porId,
  primero,
  puntos,
  SIN_INHABILES,
  texto,
  una,
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"
import { votacionCerrada, votos } from "./votacion.ts"

const CLASES: readonly ClaseCorte[] = [...NOVEDADES, "sigue_vencido"]
const sesion = { ...convocada, estado: "clausurada" } as const
const resumen: ResumenSesion = {
  organo,
  sesion,
  puntos,
  asistencias,
  hechos,
  acuerdos,
  hayAcuerdos: true,
  votaciones: veces(14, () => votacionCerrada),
  votos: new Map([[votacionCerrada.id, votos]]),
  hayVotaciones: true,
  instituciones: porId,
  noMencionados: [],
  seguimiento: {
    puntoId: primero(puntos).id,
    desde: "2024-02-16",
    corte: HOY,
    filas: compromisos.map((compromiso, i) => ({
      compromiso,
      aCargo: una,
      difusion: "integrantes",
      clase: CLASES[i % CLASES.length] ?? "avance",
      paraTodos: "vencio",
    })),
    propias: new Set(compromisos.map(({ id }) => id)),
  },
  ediciones: new Map(compromisos.slice(0, 5).map(({ id }) => [`compromiso:${id}`, texto(3_000)])),
}
const parrafos = parrafosDe(resumen)
const numerados = [
  ...parrafos.map((parrafo, i) => ({ numero: i + 1, parrafo, institucion: null })),
  ...compromisos.map((compromiso, i) => ({
    numero: parrafos.length + i + 1,
    parrafo: {
      id: `compromiso:${compromiso.id}`,
      seccion: null,
      forma: "renglon" as const,
      clave: compromiso.clave,
      registrado: compromiso.texto,
      texto: texto(3_000),
    },
    institucion: instituciones[i % 14] ?? una,
  })),
]
const numerado = primero(numerados)
const destinatarios = conCanal.map(({ institucion, canal }) => ({
  institucion,
  resumen,
  canal,
  compromisos: compromisos
    .filter(({ institucionId }) => institucionId === institucion.id)
    .map((compromiso) => ({ compromiso, responde: texto(20) })),
}))
const edicion = (caduca: boolean) => ({
  seccion: texto(100),
  registrado: texto(3_000),
  texto: texto(3_000),
  por: texto(150),
  instante: AHORA,
  caduca,
  hoy: texto(3_000),
})
const borrador = {
  resumen,
  destinatarios,
  sinCanal: instituciones,
  version: "0123456789abcdef0123456789abcdef",
  publicada: null,
  corrige: true,
  ediciones: veces(30, (i) => edicion(i % 2 === 0)),
  editable: true,
}
const publicada = { instante: AHORA, por: texto(150) }
const errata = {
  version: 12,
  motivo: texto(500),
  publicadoEn: AHORA,
  contenido: { errata: { numero: 11, dice: texto(3_000), debeDecir: texto(3_000) } },
}

const correcciones = [
  { lugar: texto(200), dice: texto(3_000), debeDecir: texto(3_000) },
  { lugar: texto(200), dice: null, debeDecir: texto(3_000) },
  { lugar: null, dice: texto(3_000), debeDecir: null },
]

export const deResumen = {
  resumenCard: () => [resumenCard(resumen, { conInstitucion: true, puedePublicar: true })],
  sinResumenCard: () => [sinResumenCard(sesion, true, false), sinResumenCard(sesion, false, true)],
  resumenInstitucionCard: () => [
    resumenInstitucionCard({
      resumen,
      institucion: una,
      compromisos: primero(destinatarios).compromisos,
      hoy: HOY,
      inhabiles: SIN_INHABILES,
      corrige: true,
    }),
  ],
  borradorCard: () => [
    borradorCard(borrador, plataformas, true),
    borradorCard({ ...borrador, publicada, editable: false }, plataformas),
  ],
  publicadaCard: () => [publicadaCard({ sesion, canales: 14, sinCanal: instituciones })],
  yaPublicadaCard: () => [yaPublicadaCard(sesion, organo, publicada)],
  sesionSinClausurar: () => [sesionSinClausurar(sesion)],
  publicacionCancelada: () => [publicacionCancelada(sesion)],
  publicacionInterna: () => [publicacionInterna(sesion)],
  publicacionNoAutorizada: () => [publicacionNoAutorizada()],
  borradorIlegible: () => [borradorIlegible()],
  comunicadoCard: () => [comunicadoCard(resumen, 60)],
  errataCard: () => [errataCard({ sesion, version: errata, correcciones, publica: false, origenes: [] })],
  corregidoCard: () => [
    corregidoCard(resumenCard(resumen, { conInstitucion: true, puedePublicar: true }), 11),
  ],
  errataBorradorCard: () => [
    errataBorradorCard(organo, {
      sesion,
      version: errata,
      correcciones,
      numero: 11,
      destinos: instituciones.map((institucion) => ({ institucion })),
      marca: "0123456789abcdef",
    }),
  ],
  errataPublicadaCard: () => [errataPublicadaCard(organo, sesion, errata, 14)],
  errataYaPublicadaCard: () => [errataYaPublicadaCard(organo, sesion, errata)],
  sinErrataCard: () => [
    sinErrataCard(organo, sesion, "cambio"),
    sinErrataCard(organo, sesion, "sin_publicar"),
  ],
  elegirParrafoCard: () => [
    elegirParrafoCard(organo, sesion, numerados, "resumen-editar", texto(300)),
    elegirParrafoCard(organo, sesion, numerados, "erratas"),
  ],
  parrafoEditadoCard: () => [parrafoEditadoCard(organo, sesion, numerado, texto(3_000))],
  parrafoSinCambios: () => [parrafoSinCambios(organo, sesion)],
  resumenYaPublicadoCard: () => [resumenYaPublicadoCard(organo, sesion)],
} satisfies PeoresCasos
