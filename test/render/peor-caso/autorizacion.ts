import {
  nadaPorAutorizarCard,
  resueltaCard,
  solicitadaCard,
} from "../../../src/cards/autorizacion/respuesta.ts"
import { autorizacionVerCard, solicitudCard } from "../../../src/cards/autorizacion/solicitud.ts"
import type { AutorizacionVista } from "../../../src/cards/autorizacion/vista.ts"
import { cuerpoConvocatoria, tituloConvocatoria } from "../../../src/cards/convocatoria/convocatoria.ts"
import { ESTADOS_AUTORIZACION, OBJETOS_AUTORIZACION } from "../../../src/domain/tipos/autorizacion.ts"
import { AHORA, id, organo, persona, puntos, sesion, texto, veces } from "./mundo.ts"

const datos = { tipo: "convocatoria", organo, sesion, puntos, documentos: [], motivo: texto(500) } as const

const vistas: readonly AutorizacionVista[] = ESTADOS_AUTORIZACION.flatMap((estado) =>
  OBJETOS_AUTORIZACION.map((objeto) => ({
    organo,
    sesion,
    autorizacion: {
      id: id(),
      sesionId: sesion.id,
      objeto,
      estado,
      texto: texto(3_000),
      huella: "0123456789abcdef".repeat(4),
      pedido: { motivo: texto(500), revision: 1, cambios: null },
      solicitanteId: persona.id,
      plataforma: "slack",
      solicitadaEn: AHORA,
      resuelveId: persona.id,
      resueltaEn: AHORA,
      motivo: texto(500),
      medio: objeto === "comunicado" ? "oficio" : null,
      constancia: texto(300),
    },
    saldria:
      estado === "por_autorizar" && objeto !== "cancelacion"
        ? { titulo: tituloConvocatoria(datos), blocks: cuerpoConvocatoria(datos) }
        : null,
    solicita: persona.nombre,
    resuelve: persona.nombre,
    presiden: veces(3, () => texto(150)),
  })),
)

export const deAutorizacion = {
  solicitudCard: () =>
    vistas.flatMap((vista) =>
      [true, false].map((reservado) => solicitudCard(vista, { reservado, recordatorio: !reservado })),
    ),
  autorizacionVerCard: () => vistas.map((vista) => autorizacionVerCard(vista, false)),
  solicitadaCard: () =>
    vistas.slice(0, 2).flatMap((vista) => [
      solicitadaCard(
        vista,
        veces(3, () => texto(80)),
        true,
      ),
      solicitadaCard(vista, [], false),
    ]),
  resueltaCard: () => vistas.map(resueltaCard),
  nadaPorAutorizarCard: () =>
    [null, ...vistas.slice(-1)].map((ultima) => nadaPorAutorizarCard(organo, sesion, ultima)),
}
