import { ayuda, ayudaBuscada, ayudaNoHallada, ayudaTema } from "../../../src/cards/ayuda.ts"
import { mencion } from "../../../src/cards/comando.ts"
import {
  carpetaCard,
  documentoEntregadoCard,
  sinPuntoPropioCard,
} from "../../../src/cards/sesion/documentos.ts"
import {
  listaSesionesCard,
  ningunaPosible,
  preguntaSesion,
  sesionNoEncontrada,
} from "../../../src/cards/sesion/lista.ts"
import { momentoDudosoCard } from "../../../src/cards/sesion/momento-dudoso.ts"
import { ordenDelDiaCard } from "../../../src/cards/sesion/orden-del-dia.ts"
import { proximaSesionCard, sinProximaCard } from "../../../src/cards/sesion/proxima.ts"
import {
  ordenCambiadoCard,
  propuestaEnviadaCard,
  propuestaFueraDePlazo,
  propuestaRecibidaCard,
  propuestaSinInstitucion,
} from "../../../src/cards/sesion/punto-registrado.ts"
import { recordatorioSesionCard, sesionYaNoEsperadaCard } from "../../../src/cards/sesion/recordatorio.ts"
import {
  convocatoriaCambiadaCard,
  sesionCambiadaPorOtraPersona,
  sesionCelebradaCard,
  sesionCreadaCard,
  sesionEditadaCard,
  sesionFueraDeEstado,
  sesionSinCambios,
} from "../../../src/cards/sesion/registrada.ts"
import { seguimientoCard, sinSeguimientoCard } from "../../../src/cards/sesion/seguimiento.ts"
import { sinQuorumCard } from "../../../src/cards/sesion/sin-quorum.ts"
import { novedadesVistas } from "./compromiso.ts"
import { quorum } from "./desahogo.ts"
import {
  AHORA,
  conCanal,
  documentos,
  HOY,
  incluidos,
  instituciones,
  organo,
  pagina,
  porId,
  primero,
  puntos,
  sesion,
  sesiones,
  texto,
  una,
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const antes = { ...sesion, etiqueta: texto(120), sede: texto(300), modalidad: "remota" } as const
const otros = veces(6, (i) => ({
  organo: { ...organo, clave: `subcomision-${i}`, nombreCorto: `Subcomisión ${texto(280)}` },
  sesion,
}))
const asuntosDiferidos = { diferidos: puntos, abiertos: 200, cambios: veces(5, () => texto(40)) }
const punto = primero(puntos)
const seguimiento = { punto, visto: novedadesVistas, cortado: AHORA }
const avisosSesion = ["dia_inhabil", "fecha_pasada", "sin_hora", "otra_el_mismo_dia"] as const
const avisosPunto = ["asuntos_generales", "seguimiento_acuerdos", "titulo_repetido"] as const
const recordada = {
  sesion,
  organo,
  institucion: una,
  hoy: HOY,
  diasHabiles: 7,
  debe: { abiertos: 200, vencidos: 100 },
  correspondia: "2024-06-10",
  conUrl: true,
  conBotones: true,
  previo: false,
}

const comandosAyuda = (cuantos: number) => ({
  comandos: veces(cuantos, (i) => ({
    command: mencion(`sesion.orden-${i}`, `/sesion orden-${i} [sesion]`),
    summary: texto(100),
  })),
  caben: ["sesion.agenda", "sesion.proxima", "acuerdo.buscar", "sesion.lista", "acuerdo.lista"].map((uno) =>
    mencion(uno, `/${uno.replace(".", " ")}`),
  ),
  ejemplo: texto(120),
})

export const deSesion = {
  sinQuorumCard: () =>
    (["votar", "resolver", "ratificar"] as const).map((decision) =>
      sinQuorumCard(organo, sesion, { ...quorum, hay: false }, decision),
    ),
  momentoDudosoCard: () => [
    momentoDudosoCard(organo, { fecha: "2026-12-14", hora: "05:00" }, ["ya_paso", "hora_inusual"]),
  ],
  ayuda: () =>
    [true, false].map((vinculada) =>
      ayuda({
        esperan: [],
        soloBitacora: !vinculada,
        pasos: veces(5, (i) => ({
          que: texto(200),
          plazo: i % 2 === 0 ? null : texto(60),
          orden: { command: "sesion.agenda", arg: `SO-${i}`, label: texto(80) },
          organo,
          demo: true,
        })),
        temas: veces(9, (i) => ({ clave: `tema-${i}`, titulo: texto(40) })),
        organos: veces(3, () => organo),
        vinculada,
        busca: texto(80),
      }),
    ),
  ayudaTema: () => [ayudaTema(texto(120), comandosAyuda(60))],
  ayudaBuscada: () => [
    ayudaBuscada(texto(200), comandosAyuda(8), 40),
    ayudaBuscada(texto(200), comandosAyuda(1), 1),
  ],
  ayudaNoHallada: () => [ayudaNoHallada(texto(200), [{ clave: "sesion", titulo: texto(40) }])],
  carpetaCard: () => [
    carpetaCard({ organo, sesion, puntos: incluidos, documentos, difunde: true, aviso: texto(300) }),
    carpetaCard({ organo, sesion, puntos: incluidos, documentos: [], difunde: true, aviso: null }),
  ],
  documentoEntregadoCard: () => [
    documentoEntregadoCard({
      organo,
      sesion,
      institucion: primero(instituciones),
      documento: primero(documentos),
      puntos: incluidos,
    }),
  ],
  listaSesionesCard: () => [listaSesionesCard({ organo, filas: sesiones.slice(0, 10), pagina })],
  preguntaSesion: () => [preguntaSesion(texto(3_000), sesiones, organo)],
  ningunaPosible: () => [ningunaPosible(texto(3_000)), ningunaPosible(undefined)],
  sinPuntoPropioCard: () => [
    sinPuntoPropioCard(organo, sesion, true),
    sinPuntoPropioCard(organo, sesion, false),
  ],
  sesionNoEncontrada: () => [
    sesionNoEncontrada(undefined, sesiones, organo, sesion),
    sesionNoEncontrada(texto(3_000), sesiones, organo),
    sesionNoEncontrada(undefined, sesiones, organo),
  ],
  seguimientoCard: () => [
    seguimientoCard({
      organo,
      sesion,
      seguimiento,
      file: { name: "seguimiento.xlsx", mediaType: "text/plain", content: "", label: "Descargar", url: null },
      hecho: "Se fijó el corte.",
      ofrece: { cortar: true, integrantes: true },
    }),
  ],
  sinSeguimientoCard: () => [
    sinSeguimientoCard(organo, sesion, true),
    sinSeguimientoCard(organo, { ...sesion, estado: "clausurada" }, false),
  ],
  ordenDelDiaCard: () => [
    ordenDelDiaCard({
      organo,
      sesion,
      puntos,
      instituciones: porId,
      documentos,
      acceso: "todo",
      seguimiento,
    }),
  ],
  proximaSesionCard: () => [
    proximaSesionCard({
      organo,
      hoy: HOY,
      sesion,
      diasHabiles: 7,
      puntos,
      convocatoria: {
        kind: "por_enviar",
        limite: {
          hasta: { dia: "2024-06-10", hora: "22:00" },
          vencio: true,
          plazo: { n: 365, unidad: "horas" },
        },
      },
      preguntaInstitucion: true,
      conUrl: true,
      antes: primero(otros),
      otros,
    }),
  ],
  sinProximaCard: () => [sinProximaCard({ organo, ultima: sesion, antes: primero(otros), otros })],
  ordenCambiadoCard: () => [
    ordenCambiadoCard({
      organo,
      sesion,
      hecho: texto(3_000),
      puntos,
      avisos: avisosPunto,
      asuntosDiferidos,
      seguimiento,
    }),
  ],
  propuestaRecibidaCard: () => [
    propuestaRecibidaCard({ organo, sesion, punto: { ...punto, motivo: texto(2_000) }, institucion: una }),
  ],
  propuestaEnviadaCard: () => [
    propuestaEnviadaCard({ organo, sesion, punto, institucion: una, avisos: avisosPunto }),
  ],
  propuestaFueraDePlazo: () => [propuestaFueraDePlazo(organo, sesion, AHORA)],
  propuestaSinInstitucion: () => [propuestaSinInstitucion(true)],
  recordatorioSesionCard: () => [
    recordatorioSesionCard(recordada),
    recordatorioSesionCard({ ...recordada, hoy: sesion.fecha ?? HOY, previo: true }),
  ],
  sesionYaNoEsperadaCard: () => [sesionYaNoEsperadaCard({ sesion, organo, institucion: una })],
  sesionCreadaCard: () => [sesionCreadaCard(organo, sesion, avisosSesion, asuntosDiferidos)],
  sesionCelebradaCard: () => [sesionCelebradaCard(organo, sesion, texto(300))],
  sesionEditadaCard: () => [sesionEditadaCard({ organo, antes, sesion, avisos: avisosSesion })],
  sesionSinCambios: () => [sesionSinCambios(organo, sesion)],
  sesionCambiadaPorOtraPersona: () => [sesionCambiadaPorOtraPersona(organo, sesion)],
  sesionFueraDeEstado: () => [sesionFueraDeEstado(organo, sesion, "clausurar")],
  convocatoriaCambiadaCard: () => [
    convocatoriaCambiadaCard({
      organo,
      antes,
      sesion,
      aviso: { canales: conCanal, sinCanal: instituciones },
    }),
  ],
} satisfies PeoresCasos
