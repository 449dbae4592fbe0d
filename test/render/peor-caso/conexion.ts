import { conexionesCard, type FilaConexion } from "../../../src/cards/conexion/conexiones.ts"
import { invitacionConexionCard, sinInvitacionesCard } from "../../../src/cards/conexion/invitacion.ts"
import {
  conexionDecididaCard,
  conexionPorConfirmarCard,
  nadaPorConfirmarCard,
} from "../../../src/cards/conexion/por-confirmar.ts"
import { PLATAFORMAS as plataformas } from "../../support/plataformas.ts"
import { AHORA, instituciones, organo, pagina, texto, URL_LARGA, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const AHORAS: readonly FilaConexion["ahora"][] = [
  { kind: "activa" },
  { kind: "apagada" },
  { kind: "sin_conexion", desde: AHORA },
  ...([null, "sin_clave", "por_confirmar", "desconectada", "revocada"] as const).map(
    (estado) => ({ kind: "no_conectado", estado }) as const,
  ),
]
const filas: readonly FilaConexion[] = veces(20, (i) => ({
  adapter: "slack",
  workspace: `T0${i}${"X".repeat(30)}`,
  instituciones: i % 4 === 0 ? instituciones : [una],
  ahora: AHORAS[i % AHORAS.length] ?? { kind: "activa" },
  conexion:
    i % 5 === 0
      ? null
      : {
          nombre: texto(120),
          estado: i % 2 === 0 ? ("por_confirmar" as const) : ("revocada" as const),
          estadoEn: AHORA,
          conectadaEn: AHORA,
          motivo: texto(200),
          oidaEn: i % 3 === 0 ? null : AHORA,
        },
}))
const conexion = { adapter: "slack", workspace: "T0123ABCDEFGHIJ", nombre: texto(120), conectadaEn: AHORA }
const caso = { organo, plataformas, institucion: una, conexion }

export const deConexion: PeoresCasos = {
  conexionesCard: () => [
    conexionesCard({
      organo,
      plataformas,
      filas: filas.slice(0, 10),
      todas: filas,
      sinCanal: instituciones,
      confirma: true,
      pagina,
    }),
  ],
  conexionPorConfirmarCard: () => [
    conexionPorConfirmarCard(caso),
    conexionPorConfirmarCard({ ...caso, institucion: null }),
  ],
  conexionDecididaCard: () =>
    [true, false].map((confirmada) => conexionDecididaCard({ ...caso, confirmada })),
  nadaPorConfirmarCard: () => [nadaPorConfirmarCard(organo, texto(80))],
  invitacionConexionCard: () => [
    invitacionConexionCard({
      organo,
      institucion: una,
      plataforma: texto(30),
      url: URL_LARGA,
      venceEn: AHORA,
    }),
  ],
  sinInvitacionesCard: () => [sinInvitacionesCard(organo)],
}
