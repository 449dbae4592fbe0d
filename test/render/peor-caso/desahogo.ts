import { mencion } from "../../../src/cards/comando.ts"
import {
  clausuraConVotacionCard,
  clausuraPorConfirmarCard,
  puntoEnVotacionCard,
  sesionClausuradaCard,
  yaClausuradaCard,
} from "../../../src/cards/desahogo/clausura.ts"
import {
  asistenciaCorregidaCard,
  horasCorregidasCard,
  paseCerradoCard,
  sinCorregirCard,
} from "../../../src/cards/desahogo/correccion.ts"
import { deshechoCard, noSeDeshaceCard } from "../../../src/cards/desahogo/deshacer.ts"
import { sesionEnCursoCard } from "../../../src/cards/desahogo/en-curso.ts"
import {
  antesDeSuFechaCard,
  clausuraDeOtroDiaCard,
  fueraDeMomentoCard,
  paseDeOtroDiaCard,
} from "../../../src/cards/desahogo/momento.ts"
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
  composicionLarga,
  conCanal,
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
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"
import { efectos, votacionSuspendida } from "./votacion.ts"

export const quorum = {
  requerido: 8,
  presentes: 7,
  base: 14,
  presidenciaPresente: false,
  exigePresidencia: true,
  ademas: 7,
  faltanAsientos: 7,
  composicion: composicionLarga,
  hay: false,
  faltan: instituciones.map((institucion) => institucion.id),
}
const segunda = {
  permitida: true,
  espera: { n: 30, unidad: "minutos" },
  quorum: "presentes_con_presidencia",
  quorumPropio: null,
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
  votacion: votacionSuspendida,
  porCelebrar: false,
})

export const deDesahogo = {
  antesDeSuFechaCard: () =>
    (["instalar", "declarar_sin_quorum", "pasar_lista"] as const).map((acto) =>
      antesDeSuFechaCard(organo, sesion, acto),
    ),
  paseDeOtroDiaCard: () => [paseDeOtroDiaCard(organo, sesion, mencion("sesion.pase-llegada", texto(200)))],
  fueraDeMomentoCard: () =>
    (["instalar", "declarar_sin_quorum"] as const).map((acto) =>
      fueraDeMomentoCard({ organo, sesion, acto, porque: "otro_dia", toleranciaMinutos: 15, now: AHORA }),
    ),
  clausuraDeOtroDiaCard: () => [
    clausuraDeOtroDiaCard(organo, sesion, { pendientes: veces(60, (i) => i), sinRatificar: 40 }),
  ],
  deshechoCard: () => [
    deshechoCard(organo, { acto: "cancelar", sesion, aviso: { canales: conCanal, sinCanal: instituciones } }),
    deshechoCard(organo, { acto: "instalar", sesion, aviso: null }),
  ],
  noSeDeshaceCard: () => [
    noSeDeshaceCard(organo, sesion, null),
    noSeDeshaceCard(organo, sesion, {
      acto: "clausurar",
      de: ["punto", "acuerdo", "votacion", "publicacion"],
    }),
  ],
  paseDeListaCard: () => [
    paseDeListaCard(organo, pase("convocada", true, true), texto(300)),
    paseDeListaCard(organo, pase("convocada", false, false)),
    paseDeListaCard(organo, pase("sin_quorum", false, false)),
    paseDeListaCard(organo, { ...pase("convocada", false, false), porCelebrar: true }),
  ],
  sesionInstaladaCard: () => [sesionInstaladaCard(organo, pase("instalada", true, true))],
  faltaDeQuorumCard: () => [
    faltaDeQuorumCard(organo, pase("sin_quorum", true, false)),
    faltaDeQuorumCard(organo, pase("convocada", true, false)),
  ],
  institucionNoConvocada: () => [institucionNoConvocada(organo, sesion, texto(3_000), texto(20))],
  sesionEnCursoCard: () =>
    (["instalada", "receso", "clausurada"] as const).map((estado) =>
      sesionEnCursoCard(
        {
          organo,
          sesion: { ...enEstado(estado), puntoEnCursoId: primero(puntos).id },
          conduce: true,
          puntos: lugares,
          acuerdos: [...acuerdos, ...acuerdos].map((acuerdo) => ({ acuerdo, texto: true })),
          votacion: votacionSuspendida,
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
  yaClausuradaCard: () => [
    yaClausuradaCard(organo, { ...enEstado("clausurada"), clausuradaEn: AHORA }, texto(200)),
  ],
  clausuraPorConfirmarCard: () => [
    clausuraPorConfirmarCard(organo, sesion, { pendientes: incluidos, sinRatificar: 14 }),
  ],
  asistenciaCorregidaCard: () =>
    efectos.map((efecto) =>
      asistenciaCorregidaCard(
        organo,
        {
          sesion,
          institucion: primero(instituciones),
          antes: null,
          ahora: {
            nombre: texto(200),
            cargo: texto(300),
            suplente: true,
            llegada: AHORA,
            salida: AHORA,
          },
          motivo: texto(500),
          pase: pase(sesion.estado, true, false),
        },
        efecto,
      ),
    ),
  horasCorregidasCard: () =>
    efectos.map((efecto) =>
      horasCorregidasCard(
        organo,
        {
          sesion: { ...sesion, estado: "clausurada" },
          antes: { inicio: null, termino: "12:00" },
          ahora: { inicio: "10:00", termino: "13:00" },
          motivo: texto(500),
        },
        efecto,
      ),
    ),
  sinCorregirCard: () => [sinCorregirCard(organo, sesion, "varias", primero(instituciones).siglas)],
  paseCerradoCard: () => [paseCerradoCard(organo, sesion, primero(instituciones).siglas, "no_asistio")],
  puntoEnVotacionCard: () => [puntoEnVotacionCard(organo, sesion, votacionSuspendida)],
  clausuraConVotacionCard: () => [clausuraConVotacionCard(organo, sesion, id())],
} satisfies PeoresCasos
