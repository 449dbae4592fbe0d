import {
  canalCambiadoCard,
  canalSinCambioCard,
  desactivarCanalCard,
  editarCanalCard,
} from "../../../src/cards/canal/edicion.ts"
import {
  canalConfirmadoCard,
  canalPorConfirmarCard,
  canalRenombradoCard,
  confirmarCanalCard,
  nadaPorConfirmarEnCanalCard,
} from "../../../src/cards/canal/por-confirmar.ts"
import {
  aprobarCanalCard,
  bienvenidaCanalCard,
  canalRegistradoCard,
  canalSinRegistrarCard,
  registrarCanalCard,
  solicitudCanalCard,
  solicitudRechazadaCard,
  solicitudRecibidaCard,
} from "../../../src/cards/canal/registro.ts"
import { nadaPorCorreoCard, textoParaCorreoCard } from "../../../src/cards/entrega/por-correo.ts"
import { CAMBIOS_DE_CANAL } from "../../../src/domain/tipos/canal.ts"
import { deConvocatoria } from "./convocatoria.ts"
import {
  AHORA,
  canal,
  id,
  una as institucion,
  instituciones,
  organo,
  persona,
  porId,
  primero,
  sesion,
  texto,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const abierto = { publico: true, externo: true, invitados: true } as const
const visto = { ...abierto, nombre: texto(80) }
const plataforma = "Discord"
const por = {
  organo,
  nombre: texto(80),
  audiencia: "secretaria_tecnica",
  institucion,
  plataforma,
  visto,
} as const
const solicitud = {
  id: id(),
  organoId: organo.id,
  institucionId: institucion.id,
  nombre: texto(80),
  adapter: "discord",
  workspace: "1".repeat(20),
  channel: "2".repeat(20),
  estado: "por_aprobar",
  personaId: persona.id,
  solicitadaEn: AHORA,
  resuelveId: null,
  resueltaEn: null,
} as const
const cambiado = { organo, canal, institucion, plataforma }

export const deRegistroDeCanal = {
  textoParaCorreoCard: () => [
    textoParaCorreoCard({
      organo,
      institucion,
      sesion,
      mensaje: primero(deConvocatoria.convocatoriaCard()),
    }),
  ],
  nadaPorCorreoCard: () => [
    nadaPorCorreoCard(
      organo,
      instituciones.map(({ siglas }) => siglas),
    ),
    nadaPorCorreoCard(organo, []),
  ],
  registrarCanalCard: () => [registrarCanalCard(por)],
  canalRegistradoCard: () => [canalRegistradoCard({ organo, canal })],
  bienvenidaCanalCard: () => [
    bienvenidaCanalCard({ organo, canal, institucion, por: persona.nombre, now: AHORA }),
  ],
  solicitudCanalCard: () => [
    solicitudCanalCard({ organo, solicitud, institucion, solicita: persona.nombre }),
  ],
  aprobarCanalCard: () => [aprobarCanalCard({ ...por, audiencia: "institucion", solicita: persona.nombre })],
  solicitudRecibidaCard: () => [solicitudRecibidaCard({ organo, institucion, avisada: false })],
  solicitudRechazadaCard: () => [solicitudRechazadaCard({ organo, solicitud, motivo: texto(500) })],
  canalSinRegistrarCard: () => [
    canalSinRegistrarCard(organo, { kind: "directo" }),
    canalSinRegistrarCard(organo, { kind: "ya_es_canal", nombre: texto(80), activo: false }),
    canalSinRegistrarCard(organo, { kind: "ya_es_canal", nombre: null, activo: true }),
    canalSinRegistrarCard(organo, { kind: "en_espera" }),
    canalSinRegistrarCard(organo, { kind: "no_espera" }),
    canalSinRegistrarCard(organo, { kind: "rechazada" }),
    canalSinRegistrarCard(organo, { kind: "inservible", reason: texto(500) }),
  ],
  canalPorConfirmarCard: () => [canalPorConfirmarCard({ ...cambiado, cambios: CAMBIOS_DE_CANAL })],
  canalRenombradoCard: () => [canalRenombradoCard({ ...cambiado, antes: texto(80), despues: texto(80) })],
  confirmarCanalCard: () => [confirmarCanalCard({ ...cambiado, visto, esperan: texto(300) })],
  canalConfirmadoCard: () => [canalConfirmadoCard({ organo, canal })],
  nadaPorConfirmarEnCanalCard: () => [nadaPorConfirmarEnCanalCard({ organo, canal })],
  editarCanalCard: () => [
    editarCanalCard({
      organo,
      antes: canal,
      despues: { ...canal, nombre: texto(80), audiencia: "publica", institucionId: null, activo: false },
      instituciones: porId,
      pendientes: 200,
      visto: null,
    }),
    editarCanalCard({
      organo,
      antes: { ...canal, audiencia: "publica", activo: false },
      despues: { ...canal, audiencia: "integrantes" },
      instituciones: porId,
      pendientes: 200,
      visto: { publico: true, externo: true, invitados: true },
    }),
  ],
  desactivarCanalCard: () => [
    desactivarCanalCard({ organo, canal, pendientes: 200, sinOtro: institucion.siglas }),
  ],
  canalCambiadoCard: () => [
    canalCambiadoCard({ organo, canal }),
    canalCambiadoCard({ organo, canal: { ...canal, activo: false } }),
  ],
  canalSinCambioCard: () => [canalSinCambioCard({ organo, canal })],
} as const satisfies PeoresCasos
