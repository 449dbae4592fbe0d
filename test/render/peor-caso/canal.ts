import { calendarioCard, mesDesconocido } from "../../../src/cards/calendario/calendario.ts"
import {
  demasiadasSuscripcionesCard,
  suscripcionCreadaCard,
  suscripcionDeQuienCard,
  suscripcionesCard,
  suscripcionNoEncontradaCard,
  suscripcionRevocadaCard,
} from "../../../src/cards/calendario/suscripcion.ts"
import { avisosReunidosCard } from "../../../src/cards/canal/avisos-reunidos.ts"
import {
  canalInactivoCard,
  elegirCanalCard,
  listaCanalesCard,
  pruebaCanalCard,
  pruebaEncoladaCard,
  pruebaSinPlataformaCard,
} from "../../../src/cards/canal/canales.ts"
import { canalesConFallaCard, canalesRecuperadosCard } from "../../../src/cards/canal/falla.ts"
import { conQuienNoRecibe, conSecretariaSinAviso } from "../../../src/cards/canal/recepcion.ts"
import { registroAjenoCard } from "../../../src/cards/canal/registro-ajeno.ts"
import { cargosCard, terminoDeCargoCard } from "../../../src/cards/cargo/cargos.ts"
import { designacionPorTerminarCard } from "../../../src/cards/cargo/designacion.ts"
import { ensayoCard } from "../../../src/cards/entrega/ensayo.ts"
import {
  confirmarReenvioCard,
  descartadaCard,
  elegirEntregaCard,
  entregaNoAutorizadaCard,
  entregaNoEncontradaCard,
  entregaYaAtendidaCard,
  reenviadaCard,
  reenvioImpedidoCard,
} from "../../../src/cards/entrega/entrega-atendida.ts"
import { type EntregaVista, entregaCard, listaEntregasCard } from "../../../src/cards/entrega/entregas.ts"
import {
  mensajeActualizadoBreve,
  mensajeActualizadoCard,
  mensajeVivoBreve,
  parteSobranteCard,
} from "../../../src/cards/entrega/mensaje-actualizado.ts"
import { movimientosCard } from "../../../src/cards/importacion/movimientos.ts"
import { institucionPorElegir } from "../../../src/cards/institucion-por-elegir.ts"
import { cardAsText } from "../../../src/cards/plain-text.ts"
import type { SinRecepcion } from "../../../src/domain/tipos/canal.ts"
import { PLATAFORMAS as plataformas } from "../../support/plataformas.ts"
import { deCompromiso } from "./compromiso.ts"
import {
  AHORA,
  canal,
  canales,
  conCanal,
  HOY,
  id,
  instituciones,
  organo,
  pagina,
  persona,
  porId,
  primero,
  sesion,
  sesiones,
  texto,
  URL_LARGA,
  una,
  veces,
  ZONA,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const MOTIVOS: readonly (SinRecepcion | null)[] = [
  { kind: "falla", desde: AHORA, motivo: texto(500) },
  { kind: "apagada", desde: AHORA },
  { kind: "apagada", desde: null },
  { kind: "no_conectado", estado: "revocada" },
  { kind: "sin_conexion", desde: AHORA },
  { kind: "inactivo" },
  null,
]
const sordos = conCanal.map((uno, i) => ({ ...uno, motivo: MOTIVOS[i % 6] ?? { kind: "inactivo" as const } }))
const filas = conCanal.map((uno, i) => ({
  ...uno,
  sinRecepcion: MOTIVOS[i % MOTIVOS.length] ?? null,
  ultimoEnvio: AHORA,
  de: i % 3 === 0 ? organo : null,
}))
const ESTADOS = ["uncertain", "rejected", "expired", "pending", "sending", "accepted", "cancelled"] as const
const entregas: readonly EntregaVista[] = veces(10, (i) => ({
  referencia: `E-${String(i).padStart(8, "A")}`,
  estado: ESTADOS[i % 3] ?? "rejected",
  proposito: "recordatorio",
  sobreOtra: "actualización",
  cuando: AHORA,
  plataforma: "slack",
  canal: texto(80),
  institucion: una.siglas,
  titulo: texto(300),
  motivo: texto(500),
  porque: texto(500),
  intentos: 12,
  impedimento: i % 2 === 0 ? "momento_pasado" : null,
  detenida: i % 4 === 3 ? { kind: "apagada", desde: AHORA } : null,
  demo: false,
}))
const entrega = primero(entregas)
const fila = { referencia: "C-3F09AC12", institucion: una, persona, creadaEn: AHORA }
const tarjeta = primero(deCompromiso.recordatorioCard())
const mensaje = { cuerpo: tarjeta, cambios: veces(20, () => texto(500)), now: AHORA, zona: ZONA }
export const ensayados = veces(10, () => ({
  clave: id(),
  asuntos: [],
  organo,
  canal,
  institucion: una,
  cuando: AHORA,
  proposito: "recordatorio",
  porque: texto(500),
  tarjeta,
  texto: cardAsText(tarjeta),
}))
const cargo = {
  id: id(),
  organoId: organo.id,
  institucionId: una.id,
  nombre: texto(200),
  desde: "2024-01-01",
  hasta: "2024-12-31",
  personaId: persona.id,
  registradoEn: AHORA,
}

export const deCanal = {
  registroAjenoCard: () => [
    registroAjenoCard({
      organo,
      institucion: una,
      asunto: "SO-122",
      que: `votó a favor: ${texto(500)}`,
      por: texto(150),
      medio: texto(300),
      instante: AHORA,
      objecion: texto(300),
      origen: "registro",
    }),
  ],
  listaCanalesCard: () => [
    listaCanalesCard({ organo, plataformas, filas: filas.slice(0, 10), todos: filas, pagina }),
  ],
  pruebaCanalCard: () => [pruebaCanalCard({ organo, canal, por: texto(150), now: AHORA })],
  pruebaEncoladaCard: () => [
    pruebaEncoladaCard({ organo, plataformas, canal, referencia: entrega.referencia, repetida: false }),
  ],
  canalInactivoCard: () => [canalInactivoCard(canal)],
  elegirCanalCard: () => [elegirCanalCard(texto(3_000), canales), elegirCanalCard("", [])],
  avisosReunidosCard: () => [
    avisosReunidosCard({
      organo,
      institucion: una,
      renglones: veces(60, (i) => ({
        clase: (["propuesta", "documento", "informe"] as const)[i % 3] ?? "informe",
        texto: texto(700),
        accion: { id: `sesion.preparar:SO-${100 + i}`, label: texto(120), style: "primary" },
        origen: "demo",
      })),
    }),
  ],
  designacionPorTerminarCard: () =>
    (["secretaria", "persona"] as const).map((paraQuien) =>
      designacionPorTerminarCard({
        organo,
        persona,
        institucion: una,
        calidad: "secretaria_tecnica",
        hasta: HOY,
        paraQuien,
      }),
    ),
  terminoDeCargoCard: () => [terminoDeCargoCard(organo, cargo, una)],
  cargosCard: () => [
    cargosCard(
      organo,
      veces(30, () => cargo),
      porId,
      { hoy: HOY, registra: true, aviso: texto(300) },
    ),
  ],
  calendarioCard: () => [
    calendarioCard(organo, {
      mes: { anio: 2024, mes: 6 },
      inhabiles: veces(22, (i) => ({
        fecha: `2024-06-${String(i + 3).padStart(2, "0")}`,
        motivo: texto(300),
        ambito: i % 2 === 0 ? "institucion" : "organo",
        siglas: una.siglas,
        porAcuerdo: true,
        fuente: texto(300),
      })),
      habiles: 0,
      discrepan: veces(20, (i) => ({
        fecha: `2024-06-${String(i + 3).padStart(2, "0")}`,
        en: ["apf", "lft", "lfpa"] as const,
      })),
      sesiones,
    }),
  ],
  mesDesconocido: () => [mesDesconocido(texto(3_000))],
  ensayoCard: () => [
    ensayoCard({
      organo,
      plataformas,
      desde: HOY,
      hasta: "2024-12-31",
      institucion: null,
      filas: ensayados,
      pagina,
    }),
    ensayoCard({
      organo,
      plataformas,
      desde: HOY,
      hasta: "2024-12-31",
      institucion: una,
      filas: ensayados,
      pagina,
    }),
  ],
  confirmarReenvioCard: () => [confirmarReenvioCard(entrega, 3, organo)],
  reenviadaCard: () => [reenviadaCard(entrega, organo)],
  descartadaCard: () => [descartadaCard(entrega, organo)],
  entregaYaAtendidaCard: () => [entregaYaAtendidaCard(entrega, organo)],
  reenvioImpedidoCard: () => [reenvioImpedidoCard(entrega, organo)],
  entregaNoEncontradaCard: () => [
    entregaNoEncontradaCard(texto(3_000), true),
    entregaNoEncontradaCard(texto(3_000), false),
  ],
  elegirEntregaCard: () => [elegirEntregaCard(entregas, organo)],
  entregaNoAutorizadaCard: () => [entregaNoAutorizadaCard()],
  listaEntregasCard: () => [
    listaEntregasCard({
      organo,
      filtro: "por_atender",
      entregas,
      pagina,
      canalesConFalla: canales.map(({ nombre }) => nombre),
      sinCanalPropio: true,
      porCorreo: veces(14, (i) => ({ institucion: instituciones[i] ?? una, sesion, acusada: i % 2 === 0 })),
    }),
  ],
  entregaCard: () => [
    ...ESTADOS.map((estado) => entregaCard({ ...entrega, estado }, organo)),
    entregaCard({ ...entrega, estado: "pending", detenida: { kind: "sin_conexion", desde: AHORA } }, organo),
  ],
  canalesConFallaCard: () =>
    (["destination", "workspace", "connection", "platform"] as const).map((scope) =>
      canalesConFallaCard({ organo, plataforma: texto(30), canales: conCanal, scope, reason: texto(500) }),
    ),
  movimientosCard: () => [
    movimientosCard({
      organo,
      cuentas: veces(6, () => ({ usuario: texto(100), antes: texto(200), despues: texto(200) })),
      canales: veces(6, () => ({ nombre: texto(100), cambios: veces(7, () => texto(220)) })),
    }),
  ],
  canalesRecuperadosCard: () =>
    [true, false].map((estabaApagada) =>
      canalesRecuperadosCard({
        organo,
        plataforma: texto(30),
        canales: conCanal,
        estabaApagada,
        desde: AHORA,
        aunFallan: canales,
      }),
    ),
  pruebaSinPlataformaCard: () => [
    pruebaSinPlataformaCard({ organo, plataformas, canal, motivo: { kind: "apagada", desde: AHORA } }),
  ],
  conQuienNoRecibe: () =>
    [true, false].map((enviado) => conQuienNoRecibe(tarjeta, sordos, { organo, plataformas, enviado })),
  conSecretariaSinAviso: () => [conSecretariaSinAviso(tarjeta)],
  institucionPorElegir: () => [
    institucionPorElegir(texto(3_000), instituciones, true, {
      command: "compromiso.lista",
      todas: "Ver todos los compromisos",
      ejemplo: undefined,
    }),
    institucionPorElegir(texto(3_000), [], false, {
      command: "plenaria.ensayo",
      todas: "Ver todas",
      ejemplo: texto(120),
    }),
  ],
  mensajeActualizadoCard: () => [
    mensajeActualizadoCard(mensaje),
    mensajeActualizadoCard({ ...mensaje, cambios: [] }),
  ],
  mensajeActualizadoBreve: () => [mensajeActualizadoBreve(mensaje)],
  mensajeVivoBreve: () => [mensajeVivoBreve(tarjeta)],
  parteSobranteCard: () => [parteSobranteCard(tarjeta)],
  suscripcionCreadaCard: () => [
    suscripcionCreadaCard({
      organo,
      institucion: una,
      url: URL_LARGA,
      publica: false,
      referencia: fila.referencia,
    }),
  ],
  suscripcionesCard: () => [
    suscripcionesCard(
      organo,
      veces(30, (i) => ({ ...fila, referencia: `C-${String(i).padStart(8, "0")}` })),
    ),
  ],
  suscripcionRevocadaCard: () => [suscripcionRevocadaCard(organo, fila)],
  suscripcionNoEncontradaCard: () => [suscripcionNoEncontradaCard(organo, texto(3_000))],
  suscripcionDeQuienCard: () => [
    suscripcionDeQuienCard(organo, texto(3_000), instituciones),
    suscripcionDeQuienCard(organo, null, []),
  ],
  demasiadasSuscripcionesCard: () => [demasiadasSuscripcionesCard(organo, 50)],
} satisfies PeoresCasos
