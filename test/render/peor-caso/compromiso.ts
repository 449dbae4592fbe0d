import { sinCanalCard } from "../../../src/cards/canal/sin-canal.ts"
import { cadenciaCard, cadenciaHechaCard, mismaCadenciaCard } from "../../../src/cards/compromiso/cadencia.ts"
import {
  avisoPospuestoCard,
  cambioCompromisoCard,
  compromisoActuadoCard,
  compromisoCambiado,
  compromisoFueraDeEstado,
  compromisoNoAutorizado,
  compromisoRepetido,
  noSePospone,
} from "../../../src/cards/compromiso/cambio.ts"
import { type Cedula, cedulaCard } from "../../../src/cards/compromiso/cedula.ts"
import {
  corresponsablesCard,
  corresponsablesHechasCard,
} from "../../../src/cards/compromiso/corresponsables.ts"
import { encargoHechoCard, reasignadoCard } from "../../../src/cards/compromiso/encargo.ts"
import { herenciaCard } from "../../../src/cards/compromiso/herencia.ts"
import { compromisoImpedido } from "../../../src/cards/compromiso/impedimento.ts"
import { type InformeVisto, informeCard } from "../../../src/cards/compromiso/informe.ts"
import {
  listaCompromisos,
  ningunCompromisoPosible,
  sinInstitucion,
  type VistaCompromiso,
} from "../../../src/cards/compromiso/lista.ts"
import { type NovedadesVistas, novedadesCard } from "../../../src/cards/compromiso/novedades.ts"
import { prorrogaCard, prorrogaHechaCard } from "../../../src/cards/compromiso/prorroga.ts"
import { type TableroVisto, tableroCard } from "../../../src/cards/compromiso/tablero.ts"
import { verCompromisoCard } from "../../../src/cards/compromiso/ver.ts"
import { cabezaCard } from "../../../src/cards/dia/cabeza.ts"
import { escalamientoCard } from "../../../src/cards/recordatorio/escalamiento.ts"
import { informeCumplimientoCard } from "../../../src/cards/recordatorio/informe-cumplimiento.ts"
import { informePedidoCard } from "../../../src/cards/recordatorio/informe-pedido.ts"
import { informesEscaladosCard } from "../../../src/cards/recordatorio/informes-escalados.ts"
import { recordatorioCard } from "../../../src/cards/recordatorio/recordatorio.ts"
import { RESULTADOS, VACIOS } from "../../../src/domain/compromiso/informe.ts"
import { NOVEDADES } from "../../../src/domain/compromiso/novedad.ts"
import type { ActoDeEstado, ActoProrroga, Impedimento } from "../../../src/domain/compromiso/transiciones.ts"
import type { PersonaDestinataria } from "../../../src/domain/recordatorio/destinatarios.ts"
import type { ItemRecordatorio } from "../../../src/domain/recordatorio/recordatorio.ts"
import type { Prorroga } from "../../../src/domain/tipos/compromiso.ts"
import {
  AHORA,
  acuerdo,
  compromiso,
  compromisos,
  HOY,
  id,
  instituciones,
  organo,
  pagina,
  persona,
  porId,
  primero,
  SIN_INHABILES,
  texto,
  URL_LARGA,
  una,
  veces,
  ZONA,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const cifras = {
  atendidos: 123_456,
  aTiempo: 12_345,
  tarde: 12_345,
  enValidacion: 9_999,
  enPlazo: 9_999,
  vencidos: 9_999,
  permanentes: 9_999,
  atraso: { cuantos: 19_998, dias: 19_998_000 },
}
const tableroVisto: TableroVisto = {
  total: cifras,
  movimiento: { desde: HOY, acordados: 9_999, cumplidos: 9_999, vencieron: 9_999 },
  tendencia: {
    puntos: veces(6, (i) => ({
      sesion: i === 5 ? null : `SO-${i + 9_999}`,
      dia: HOY,
      enPlazo: 9_999,
      vencidos: 9_999,
      cumplidos: 9_999,
    })),
    sinConstancia: 9_999,
  },
  todas: false,
  demo: true,
  filas: instituciones.map(({ siglas }) => ({ siglas, cifras })),
}

const ESTADOS = ["en_proceso", "no_atendido", "en_validacion", "permanente", "atendido", "cancelado"] as const
export const vistas: readonly VistaCompromiso[] = compromisos.map((uno, i) => ({
  clave: uno.clave,
  siglas: una.siglas,
  institucion: una.nombre,
  corresponsables: instituciones.map(({ siglas }) => siglas),
  estado: ESTADOS[i % ESTADOS.length] ?? "en_proceso",
  abierto: i % 6 < 2,
  vencido: i % 6 === 1,
  fecha: "2024-07-15",
  dias: 20,
  inhabiles: SIN_INHABILES,
  origen: "registro",
  detalle: {
    texto: uno.texto,
    fechaOriginal: "2024-03-01",
    prorroga: "2024-09-30",
    informe: { cadencia: { ritmo: "dias_habiles", dias: 250, desde: HOY }, vence: HOY, vencido: true },
  },
}))
const vista = primero(vistas)
const informeVisto: InformeVisto = {
  organo,
  periodo: { desde: "2024-01-01", hasta: "2024-12-31" },
  hoy: HOY,
  instituciones,
  filas: compromisos.map((uno, i) => ({
    resultado: RESULTADOS[i % RESULTADOS.length] ?? "vencido",
    acordado: i % 2 === 0,
    atraso: 9_999,
    siglas: instituciones[i % instituciones.length]?.siglas ?? null,
    institucion: texto(300),
    corresponsables: instituciones.map(({ siglas }) => siglas),
    sesion: "SO-21",
    fechaSesion: "2024-02-16",
    acuerdo: acuerdo.clave,
    textoAcuerdo: texto(3_000),
    clave: uno.clave,
    texto: uno.texto,
    fechaCompromiso: "2024-03-01",
    fechaReprogramada: null,
    cumplidoEl: null,
    informe: { texto: texto(2_000), fecha: HOY },
    evidencias: [URL_LARGA],
    vacios: VACIOS,
    origen: "registro",
  })),
}
export const novedadesVistas: NovedadesVistas = {
  desde: "2024-02-16",
  deOrdinaria: true,
  corte: HOY,
  filas: vistas.map((una, i) => ({
    novedad: NOVEDADES[i % NOVEDADES.length] ?? "avance",
    vista: una,
    acuerdo: { clave: acuerdo.clave, texto: acuerdo.texto, difusion: "integrantes" },
    fechaCompromiso: "2024-03-01",
    fechaReprogramada: "2024-07-15",
    informe: { texto: texto(2_000), fecha: HOY, url: URL_LARGA },
    motivoProrroga: texto(1_000),
  })),
  vencidosDeAntes: 200,
}
const ACTOS: readonly ActoDeEstado[] = [
  "avance",
  "cumplido",
  "validar",
  "devolver",
  "reprogramar",
  "cancelar",
]
const cambio = (acto: ActoDeEstado) => ({
  organo,
  institucion: una,
  compromiso,
  acto,
  texto: texto(2_000),
  url: URL_LARGA,
})
const negada: Prorroga = {
  id: id(),
  compromisoId: compromiso.id,
  rige: "2024-07-15",
  propuesta: "2024-09-30",
  motivo: texto(1_000),
  decide: "pleno",
  estado: "negada",
  pedidaEn: AHORA,
  resueltaEn: AHORA,
  concedida: null,
  respuesta: texto(1_000),
}
const PRORROGAS: readonly ActoProrroga[] = [
  "prorroga",
  "retirar_prorroga",
  "conceder_prorroga",
  "negar_prorroga",
]
const prorroga = (acto: ActoProrroga) => ({
  organo,
  institucion: una,
  compromiso,
  acto,
  prorroga:
    acto === "conceder_prorroga"
      ? { ...negada, estado: "concedida" as const, concedida: "2024-08-30" }
      : negada,
})
const IMPEDIMENTOS: readonly Impedimento[] = [
  { kind: "sin_fecha_original" },
  { kind: "agotadas", permitidas: 2 },
  { kind: "no_posterior", rige: HOY },
  { kind: "pasada" },
  { kind: "lejana", hasta: HOY },
  { kind: "ya_pedida", propuesta: HOY },
  { kind: "ninguna_pedida" },
  { kind: "espera_sesion" },
  { kind: "sin_responsable" },
  { kind: "misma_institucion", siglas: una.siglas },
  { kind: "ya_responde", siglas: una.siglas, clave: compromiso.clave },
]
const corresponsables = {
  organo,
  compromiso,
  responsable: una,
  quedan: instituciones,
  nuevas: instituciones,
  retiradas: instituciones,
}
const encargo = {
  organo,
  compromiso,
  de: una,
  a: una,
  motivo: texto(1_000),
  prorroga: HOY,
  informes: 9_999,
}
const tardio = {
  dias: 0,
  nominal: "2024-05-01",
  envio: "2024-06-11",
  inhabil: "institucion",
  origen: "escalera",
} as const
const items: readonly ItemRecordatorio[] = compromisos.map((uno, i) => ({
  compromiso: uno,
  fecha: "2024-06-03",
  dias: -6,
  vencido: true,
  peldanos: [i % 2 === 0 ? tardio : { ...tardio, origen: "aplazado" }],
}))
const texts = () => ({ apertura: texto(1_000), cierre: texto(1_000) })
const recordatorio = {
  institucion: una,
  organo,
  inhabiles: SIN_INHABILES,
  destinatarios: ["enlace", "suplente", "titular"],
  personas: veces(
    8,
    (i): PersonaDestinataria => ({
      nombre: texto(150),
      calidad: "enlace",
      user: i % 2 === 0 ? null : "U0123ABCD",
      origen: "registro",
    }),
  ),
  textos: { recordatorio: texts(), vencimiento: texts(), seguimiento: texts() },
} as const
const deHoy = (lista: readonly ItemRecordatorio[]) => ({
  institucionId: una.id,
  fecha: HOY,
  items: lista,
  contexto: items.slice(0, 50),
  omitidoDesde: "2024-05-01",
})
const carga = {
  abiertos: 200,
  vencidos: 100,
  vencidoDesde: "2024-01-15",
  porVencer: 50,
  enValidacion: 25,
  origenes: ["registro"],
} as const

const cedula: Cedula = {
  organo,
  corte: HOY,
  sesion: { clave: texto(60), etiqueta: texto(200) },
  instituciones,
  filas: [...ESTADOS, "pendiente" as const].map((estado) => ({
    sesion: "SO-21",
    fechaSesion: HOY,
    acuerdo: acuerdo.clave,
    textoAcuerdo: acuerdo.texto,
    clave: compromiso.clave,
    texto: compromiso.texto,
    siglas: una.siglas,
    institucion: una.nombre,
    corresponsables: instituciones.map(({ siglas }) => siglas),
    fechaCompromiso: HOY,
    fechaReprogramada: null,
    estado,
    diasDeAtraso: 20,
    avance: null,
    origen: "demo",
  })),
  publicas: [],
}
const archivoDeCedula = {
  name: "cedula.xlsx",
  mediaType: "application/octet-stream",
  content: "AAAA",
  encoding: "base64",
  label: "Descargar la cédula",
  url: URL_LARGA,
} as const

export const deCompromiso = {
  cedulaCard: () => [
    cedulaCard(cedula, archivoDeCedula, "excel", true),
    cedulaCard({ ...cedula, sesion: null, filas: [] }, archivoDeCedula, "csv", false),
    cedulaCard(cedula, archivoDeCedula, "json", true),
  ],
  compromisoCambiado: () => [
    compromisoCambiado(organo, compromiso, { ...compromiso, estado: "en_validacion" }),
  ],
  compromisoImpedido: () =>
    [...PRORROGAS, "reasignar" as const, "corresponsables" as const].flatMap((acto) =>
      IMPEDIMENTOS.map((porque) => compromisoImpedido(organo, compromiso, acto, porque)),
    ),
  compromisoRepetido: () => [
    compromisoRepetido(organo, compromiso, {
      id: id(),
      compromisoId: compromiso.id,
      texto: texto(2_000),
      url: URL_LARGA,
      porcentaje: 100,
      personaId: persona.id,
      registradoEn: AHORA,
    }),
  ],
  prorrogaCard: () =>
    PRORROGAS.flatMap((acto) =>
      [true, false].map((si) => prorrogaCard({ ...prorroga(acto), paraSecretaria: si, espera: si })),
    ),
  prorrogaHechaCard: () =>
    PRORROGAS.flatMap((acto) =>
      [true, false].map((si) =>
        prorrogaHechaCard({ ...prorroga(acto), avisado: si, porSecretaria: si, espera: si }),
      ),
    ),
  cambioCompromisoCard: () => ACTOS.map((acto) => cambioCompromisoCard(cambio(acto))),
  compromisoActuadoCard: () =>
    ACTOS.flatMap((acto) => [true, false].map((avisado) => compromisoActuadoCard(cambio(acto), avisado))),
  compromisoFueraDeEstado: () => [
    compromisoFueraDeEstado(organo, compromiso, "atendido"),
    compromisoFueraDeEstado(organo, compromiso, "en_validacion", "reasignar"),
  ],
  reasignadoCard: () => [
    reasignadoCard({ ...encargo, para: "nueva" }),
    reasignadoCard({ ...encargo, para: "anterior" }),
  ],
  encargoHechoCard: () => [
    encargoHechoCard({ ...encargo, avisadas: { nueva: false, anterior: false } }),
    encargoHechoCard({ ...encargo, de: null, prorroga: null, avisadas: { nueva: true, anterior: null } }),
  ],
  corresponsablesCard: () =>
    (["nueva", "retirada", "responsable"] as const).map((para) =>
      corresponsablesCard({ ...corresponsables, institucion: una, para }),
    ),
  corresponsablesHechasCard: () => [
    corresponsablesHechasCard({ ...corresponsables, sinCanal: instituciones.map(({ siglas }) => siglas) }),
    corresponsablesHechasCard({ ...corresponsables, nuevas: [], retiradas: [], sinCanal: [] }),
  ],
  cadenciaCard: () => [
    cadenciaCard({ organo, compromiso, primero: HOY, institucion: una }),
    cadenciaCard({ organo, compromiso: { ...compromiso, cadencia: null }, primero: null, institucion: null }),
  ],
  cadenciaHechaCard: () => [
    cadenciaHechaCard({
      organo,
      compromiso,
      primero: HOY,
      sinCanal: instituciones.map(({ siglas }) => siglas),
    }),
    cadenciaHechaCard({ organo, compromiso: { ...compromiso, cadencia: null }, primero: null, sinCanal: [] }),
  ],
  mismaCadenciaCard: () => [mismaCadenciaCard(organo, compromiso)],
  informePedidoCard: () => [
    informePedidoCard({ organo, institucion: una, recordatorio: deHoy(items), inhabiles: SIN_INHABILES }),
  ],
  herenciaCard: () => [herenciaCard({ organo, institucion: una, sucesora: una, desde: HOY, compromisos })],
  compromisoNoAutorizado: () => [
    compromisoNoAutorizado(organo, "por_institucion"),
    compromisoNoAutorizado(organo, "por_corresponsable"),
    compromisoNoAutorizado(organo, "secretaria_tecnica"),
  ],
  avisoPospuestoCard: () => [avisoPospuestoCard(organo, compromiso, "2024-06-14", "2024-07-15")],
  noSePospone: () => [noSePospone(organo, compromiso, "2024-06-12"), noSePospone(organo, compromiso, null)],
  listaCompromisos: () => [
    listaCompromisos({
      title: `Mis compromisos: ${texto(280)}`,
      hoy: HOY,
      filas: vistas.slice(0, 10),
      todos: vistas,
      pagina,
      command: "compromiso.lista",
      arg: "todos",
      vacia: "",
      notas: veces(3, () => texto(300)),
    }),
  ],
  novedadesCard: () => [
    novedadesCard(organo, novedadesVistas, 1),
    novedadesCard(organo, { ...novedadesVistas, desde: null, filas: [], vencidosDeAntes: 0 }, 1),
  ],
  informeCard: () => [
    informeCard(informeVisto, null),
    informeCard({ ...informeVisto, filas: [], instituciones: null }, null),
  ],
  tableroCard: () => [tableroCard(organo, HOY, tableroVisto)],
  ningunCompromisoPosible: () => [ningunCompromisoPosible(organo)],
  sinInstitucion: () => [sinInstitucion()],
  verCompromisoCard: () => [
    verCompromisoCard({
      vista,
      acuerdo,
      avances: veces(30, () => ({
        id: id(),
        compromisoId: compromiso.id,
        texto: texto(2_000),
        url: URL_LARGA,
        porcentaje: 100,
        personaId: persona.id,
        registradoEn: AHORA,
      })),
      prorrogas: veces(10, () => negada),
      hoy: HOY,
      zona: ZONA,
      actos: ["conceder_prorroga", "negar_prorroga", "cumplido", "avance", "retirar_prorroga"],
    }),
  ],
  escalamientoCard: () => [
    escalamientoCard({
      organo,
      fecha: HOY,
      instituciones: instituciones.map((institucion, i) => ({
        institucion,
        items: items.slice(i, i + 2),
        avisados: i % 2 === 0 ? ["enlace", "suplente", "titular"] : [],
        conCanal: i % 3 !== 0,
        vencidos: 1_000,
        inhabiles: SIN_INHABILES,
      })),
    }),
  ],
  informesEscaladosCard: () => [
    informesEscaladosCard({
      organo,
      fecha: HOY,
      instituciones: instituciones.map((institucion, i) => ({
        institucion,
        items: items.slice(i, i + 2),
        sePide: i % 2 === 0,
        conCanal: i % 3 !== 0,
        inhabiles: SIN_INHABILES,
      })),
    }),
  ],
  informeCumplimientoCard: () => [
    informeCumplimientoCard({
      tendencia: tableroVisto.tendencia,
      informe: {
        totales: carga,
        conPendientes: [null, ...instituciones].map((cual) => ({
          ...carga,
          institucionId: cual?.id ?? null,
        })),
        sinPendientes: instituciones.map((institucion) => institucion.id),
      },
      organo,
      hoy: HOY,
      correspondia: "2024-06-10",
      instituciones: porId,
      inhabilesDe: () => SIN_INHABILES,
      conBotones: true,
    }),
  ],
  recordatorioCard: () => [
    recordatorioCard({ ...recordatorio, recordatorio: deHoy(items) }),
    recordatorioCard({ ...recordatorio, recordatorio: deHoy(items.slice(0, 1)) }),
  ],
  cabezaCard: () =>
    [null, AHORA].map((sello) =>
      cabezaCard({
        organo,
        cabeza: { fecha: "2024-06-10", tamano: 123_456_789, raiz: "a".repeat(64), autoridad: texto(200) },
        sello,
      }),
    ),
  sinCanalCard: () => [sinCanalCard({ organo, lunes: "2024-06-10", instituciones })],
} satisfies PeoresCasos
