import type { EfectoEnResumen } from "../../../src/cards/resumen/correccion.ts"
import {
  avisoVotoCorregidoCard,
  conteoCorregidoCard,
  votacionAnuladaCard,
  votoCorregidoCard,
} from "../../../src/cards/votacion/correccion.ts"
import { pedirVotoCard } from "../../../src/cards/votacion/pedir.ts"
import { elegirVotacionCard, votacionCard } from "../../../src/cards/votacion/votacion.ts"
import { votoNoTomadoCard, votoRegistradoCard, votoYaEmitidoCard } from "../../../src/cards/votacion/voto.ts"
import type { ModoVotacion, VotacionDeSesion, Voto } from "../../../src/domain/votacion/votacion.ts"
import {
  AHORA,
  acuerdo,
  id,
  instituciones,
  organo,
  persona,
  porId,
  primero,
  puntos,
  sesion,
  texto,
  una,
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const abierta: VotacionDeSesion = {
  id: id(),
  sesionId: sesion.id,
  puntoId: primero(puntos).id,
  acuerdoId: acuerdo.id,
  texto: `Elección de la coordinación: ${texto(970)}`,
  modo: "nominal",
  difusion: "integrantes",
  resultado: null,
  abiertaEn: AHORA,
  cerradaEn: null,
  suspendidaEn: null,
  anuladaEn: null,
  motivoAnulacion: null,
}

export const votacionCerrada: VotacionDeSesion = {
  ...abierta,
  resultado: {
    aFavor: 7,
    enContra: 7,
    abstenciones: 0,
    sinVoto: 0,
    requeridos: 8,
    resultado: "aprobado",
    votoCalidad: true,
  },
  cerradaEn: AHORA,
}
export const votos: readonly Voto[] = instituciones.map(({ id: institucionId }) => ({
  votacionId: abierta.id,
  institucionId,
  sentido: "en_contra",
  votoParticular: texto(2_000),
  personaId: persona.id,
  plataforma: "slack",
  instante: AHORA,
}))
const vista = (votacion: VotacionDeSesion, emitidos = votos) => ({
  organo,
  sesion,
  votacion,
  punto: primero(puntos),
  acuerdo,
  numero: 12,
  conVoto: instituciones.map((institucion, i) => ({
    institucion,
    preside: i === 0,
    calidad: "titular" as const,
    presente: i % 2 === 0,
  })),
  quorum: {
    hay: false,
    presentes: 7,
    requerido: 8,
    base: 14,
    presidenciaPresente: false,
    exigePresidencia: true,
    ademas: null,
    faltanAsientos: 1,
    composicion: [],
    faltan: [],
  },
  votos: emitidos,
  instituciones: porId,
})
const MODOS: readonly ModoVotacion[] = ["economica", "nominal", "cedula"]

export const votacionSuspendida: VotacionDeSesion = { ...abierta, suspendidaEn: AHORA }
const anulada: VotacionDeSesion = { ...votacionCerrada, anuladaEn: AHORA, motivoAnulacion: texto(500) }
const correccion = {
  siglas: una.siglas,
  antes: primero(votos),
  voto: primero(votos),
  motivo: texto(500),
  resultadoAntes: votacionCerrada.resultado,
}
export const efectos: readonly EfectoEnResumen[] = [
  { kind: "sin_resumen" },
  { kind: "borrador", caducas: 12 },
  { kind: "sin_cambios" },
  {
    kind: "errata",
    numero: 11,
    correcciones: [{ lugar: texto(200), dice: texto(3_000), debeDecir: texto(3_000) }],
    marca: "12r345",
  },
]

export const deVotacion = {
  pedirVotoCard: () => [
    ...MODOS.map((modo) => pedirVotoCard(vista({ ...abierta, modo }))),
    pedirVotoCard(vista(votacionCerrada)),
    pedirVotoCard(vista(votacionSuspendida)),
    pedirVotoCard(vista(anulada)),
  ],
  votacionCard: () => [
    ...MODOS.map((modo) => votacionCard(vista({ ...abierta, modo }, []), true, texto(300))),
    votacionCard(vista(votacionCerrada), true),
    votacionCard(vista(votacionSuspendida), true, texto(300)),
    votacionCard(vista(anulada), true, texto(300)),
  ],
  votoRegistradoCard: () => [votoRegistradoCard(vista(abierta), una.siglas, primero(votos), primero(votos))],
  votoYaEmitidoCard: () => [votoYaEmitidoCard(vista(abierta), una.siglas, primero(votos), "abstencion")],
  elegirVotacionCard: () => [
    elegirVotacionCard(
      organo,
      sesion,
      veces(20, (i) => ({ una: { ...votacionCerrada, id: id() }, numero: i + 1 })),
      veces(20, (i) => ({ una: { ...votacionCerrada, id: id() }, numero: i + 1 })),
      "acuerdo.votacion-anular",
    ),
    elegirVotacionCard(
      organo,
      sesion,
      [{ una: votacionCerrada, numero: 1 }],
      [],
      "acuerdo.votacion-corregir",
    ),
  ],
  votoCorregidoCard: () =>
    efectos.map((efecto) => votoCorregidoCard(vista(votacionCerrada), correccion, false, efecto)),
  avisoVotoCorregidoCard: () => [avisoVotoCorregidoCard(vista(votacionCerrada), correccion)],
  votacionAnuladaCard: () =>
    efectos.map((efecto) => votacionAnuladaCard(vista(anulada), votacionCerrada, efecto)),
  conteoCorregidoCard: () =>
    efectos.map((efecto) =>
      conteoCorregidoCard(vista(votacionCerrada), votacionCerrada.resultado, texto(500), efecto),
    ),
  votoNoTomadoCard: () =>
    (
      [
        "sin_derecho",
        "sin_calidad",
        "secreta",
        "secreta_cerrada",
        "a_mano_alzada",
        "sin_manos",
        "no_nominal",
        "sin_voto_previo",
        "sin_votacion",
        "votacion_desconocida",
        "sin_institucion",
      ] as const
    ).flatMap((por) => [false, true].map((conduce) => votoNoTomadoCard(organo, por, una.siglas, conduce))),
} satisfies PeoresCasos
