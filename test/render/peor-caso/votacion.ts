import {
  pedirVotoCard,
  votacionCard,
  votoNoTomadoCard,
  votoRegistradoCard,
} from "../../../src/cards/votacion/votacion.ts"
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
const votos: readonly Voto[] = instituciones.map(({ id: institucionId }) => ({
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
  conVoto: 14,
  presentes: instituciones.map((institucion, i) => ({ institucion, preside: i === 0, nombre: texto(150) })),
  votos: emitidos,
  instituciones: porId,
})
const MODOS: readonly ModoVotacion[] = ["economica", "nominal", "cedula"]

export const deVotacion = {
  pedirVotoCard: () => [
    ...MODOS.map((modo) => pedirVotoCard(vista({ ...abierta, modo }))),
    pedirVotoCard(vista(votacionCerrada)),
  ],
  votacionCard: () => [
    ...MODOS.map((modo) => votacionCard(vista({ ...abierta, modo }, []), true, texto(300))),
    votacionCard(vista(votacionCerrada), true),
  ],
  votoRegistradoCard: () => [votoRegistradoCard(vista(abierta), una.siglas, primero(votos), true)],
  votoNoTomadoCard: () =>
    (
      ["sin_derecho", "sin_calidad", "secreta", "a_mano_alzada", "sin_votacion", "sin_institucion"] as const
    ).map((por) => votoNoTomadoCard(organo, por, una.siglas)),
} satisfies PeoresCasos
