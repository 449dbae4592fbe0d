import {
  clausuraConVotacionCard,
  clausuraPorConfirmarCard,
  sesionClausuradaCard,
} from "../../../src/cards/desahogo/clausura.ts"
import { sesionEnCursoCard } from "../../../src/cards/desahogo/en-curso.ts"
import {
  faltaDeQuorumCard,
  institucionNoConvocada,
  paseDeListaCard,
  sesionInstaladaCard,
} from "../../../src/cards/desahogo/pase-de-lista.ts"
import type { EstadoSesion } from "../../../src/domain/tipos/sesion.ts"
import {
  AHORA,
  acuerdos,
  id,
  incluidos,
  instituciones,
  lugares,
  organo,
  primero,
  puntos,
  registros,
  sesion,
  texto,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const quorum = {
  requerido: 8,
  presentes: 7,
  base: 14,
  presidenciaPresente: false,
  exigePresidencia: true,
  hay: false,
  faltan: instituciones.map((institucion) => institucion.id),
}
const segunda = {
  permitida: true,
  espera: { n: 30, unidad: "minutos" },
  quorum: "presentes_con_presidencia",
} as const
const enEstado = (estado: EstadoSesion) => ({ ...sesion, estado })
const pase = (estado: EstadoSesion, llegaron: boolean, hay: boolean) => ({
  sesion: enEstado(estado),
  renglones: instituciones.map((institucion, i) => ({
    institucion,
    conVoto: i % 2 === 0,
    preside: i === 0,
    registro: llegaron ? (registros[i] ?? null) : null,
    confirmacion: null,
  })),
  quorum: { ...quorum, hay },
  segunda,
})

export const deDesahogo = {
  paseDeListaCard: () => [
    paseDeListaCard(organo, pase("convocada", true, true), texto(300)),
    paseDeListaCard(organo, pase("convocada", false, false)),
    paseDeListaCard(organo, pase("sin_quorum", false, false)),
  ],
  sesionInstaladaCard: () => [sesionInstaladaCard(organo, pase("instalada", true, true))],
  faltaDeQuorumCard: () => [
    faltaDeQuorumCard(organo, pase("sin_quorum", true, false)),
    faltaDeQuorumCard(organo, pase("convocada", true, false)),
  ],
  institucionNoConvocada: () => [institucionNoConvocada(organo, sesion, texto(3_000))],
  sesionEnCursoCard: () =>
    (["instalada", "receso", "clausurada"] as const).map((estado) =>
      sesionEnCursoCard(
        {
          organo,
          sesion: { ...enEstado(estado), puntoEnCursoId: primero(puntos).id },
          conduce: true,
          puntos: lugares,
          acuerdos: [...acuerdos, ...acuerdos].map((acuerdo) => ({ acuerdo, texto: true })),
          ratificadosEn: AHORA,
        },
        texto(300),
      ),
    ),
  sesionClausuradaCard: () => [
    sesionClausuradaCard(organo, {
      sesion: enEstado("clausurada"),
      puntos,
      pase: pase("clausurada", true, true),
      acuerdos: 14,
      ratificados: false,
    }),
  ],
  clausuraPorConfirmarCard: () => [
    clausuraPorConfirmarCard(organo, sesion, { pendientes: incluidos, sinRatificar: 14 }),
  ],
  clausuraConVotacionCard: () => [clausuraConVotacionCard(organo, sesion, id())],
} satisfies PeoresCasos
