import {
  acuseCard,
  acusesCard,
  acusesExportadosCard,
  acusesRecordadosCard,
} from "../../../src/cards/convocatoria/acuse.ts"
import { agendadaCard } from "../../../src/cards/convocatoria/agendada.ts"
import {
  confirmadaCard,
  quorumPrevistoCard,
  sinSuplencia,
} from "../../../src/cards/convocatoria/asistencia.ts"
import {
  borradorCambioCard,
  borradorConvocatoriaCard,
  convocatoriaEnviadaCard,
  convocatoriaIncompleta,
} from "../../../src/cards/convocatoria/borrador.ts"
import {
  convocatoriaCard,
  recordatorioAcuseCard,
  yaSinRespuesta,
} from "../../../src/cards/convocatoria/convocatoria.ts"
import { invitacionCard, invitadasCard } from "../../../src/cards/convocatoria/invitacion.ts"
import { avisoConvocatoriaCard } from "../../../src/cards/convocatoria/limite.ts"
import { institucionQueResponde, sinConvocatoria } from "../../../src/cards/convocatoria/respuesta.ts"
import type {
  Acuse,
  ConfirmacionAsistencia,
  Convocatoria,
  TipoConvocatoria,
} from "../../../src/domain/tipos/convocatoria.ts"
import { PLATAFORMAS as plataformas } from "../../support/plataformas.ts"
import {
  AHORA,
  composicionLarga,
  conCanal,
  documentos,
  HOY,
  id,
  incluidos,
  instituciones,
  organo,
  persona,
  puntos,
  sesion,
  texto,
  una,
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const TIPOS: readonly TipoConvocatoria[] = [
  "convocatoria",
  "rectificacion",
  "diferimiento",
  "cancelacion",
  "segunda_convocatoria",
]
const file = {
  name: "SO-122.ics",
  mediaType: "text/calendar; charset=utf-8",
  content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
  label: "Agregar al calendario",
  url: "https://plenaria.example.gob.mx/calendario/sesion/token.ics",
}
const enHoras = { n: 365, unidad: "horas" } as const
const limites = {
  estricto: { dia: "2024-06-10", hora: "22:00" },
  laxo: { dia: "2024-06-12", hora: "22:00" },
  prudente: "2024-06-07",
  discrepan: veces(10, (i) => `2024-06-${String(i + 10)}`),
}
const borrador = {
  tipo: "convocatoria",
  organo,
  sesion: { ...sesion, hora: null },
  hoy: HOY,
  puntos: incluidos,
  documentos,
  limite: { ...limites, plazo: enHoras, vigente: limites.estricto, vencio: true },
  canales: conCanal,
  sinCanal: instituciones,
  dudas: [],
  seAutoriza: true,
  version: "0123456789abcdef",
} as const
const convocatoria: Convocatoria = {
  id: id(),
  sesionId: sesion.id,
  version: 12,
  tipo: "rectificacion",
  motivo: texto(500),
  contenido: { ...sesion, puntos: incluidos },
  personaId: persona.id,
  enviadaEn: AHORA,
}
const acuse: Acuse = {
  convocatoriaId: convocatoria.id,
  institucionId: una.id,
  personaId: persona.id,
  plataforma: "slack",
  instante: AHORA,
}
const confirmacion: ConfirmacionAsistencia = {
  sesionId: sesion.id,
  institucionId: una.id,
  respuesta: "suplente",
  remota: true,
  nombre: texto(150),
  cargo: texto(200),
  oficio: texto(80),
  personaId: persona.id,
  plataforma: "slack",
  instante: AHORA,
}
const ids = instituciones.map((institucion) => institucion.id)
const acusados = {
  convocatoria,
  renglones: instituciones.map((institucion) => ({ institucion, acuse, por: texto(150) })),
}
const sinAcuse = {
  convocatoria,
  renglones: instituciones.map((institucion) => ({ institucion, acuse: null, por: null })),
}

export const deConvocatoria = {
  agendadaCard: () => [agendadaCard(organo, sesion)],
  invitacionCard: () =>
    (["convocatoria", "rectificacion", "cancelacion"] as const).map((tipo) =>
      invitacionCard({ tipo, organo, sesion, institucion: una, puntos, documentos: [] }),
    ),
  invitadasCard: () => [
    invitadasCard({
      organo,
      sesion,
      puntos,
      invitadas: new Map(puntos.map(({ id }) => [id, instituciones])),
      hecho: texto(300),
      sinCanal: instituciones,
    }),
  ],
  sinSuplencia: () => [sinSuplencia(organo, sesion)],
  avisoConvocatoriaCard: () =>
    (["por_vencer", "vencida"] as const).flatMap((kind) =>
      [enHoras, { n: 5, unidad: "dias_habiles" } as const].map((plazo) =>
        avisoConvocatoriaCard({
          sesion,
          organo: { ...organo, calendario: null },
          hoy: HOY,
          diasHabiles: 3,
          peldano:
            kind === "vencida" ? { kind, envio: "2024-06-10" } : { kind, dias: 3, envio: "2024-06-10" },
          correspondia: "2024-06-10",
          plazo,
          reglaPropia: true,
          laxoVencio: false,
          limites,
          primeraFecha: "2024-06-25",
          conBotones: true,
        }),
      ),
    ),
  borradorConvocatoriaCard: () => [
    borradorConvocatoriaCard(borrador, plataformas, true),
    borradorConvocatoriaCard(
      {
        ...borrador,
        organo: { ...organo, calendario: null },
        limite: { ...borrador.limite, plazo: { n: 5, unidad: "dias_habiles" }, vencio: false },
      },
      plataformas,
    ),
  ],
  borradorCambioCard: () => [
    borradorCambioCard({ ...borrador, tipo: "segunda_convocatoria", motivo: null }, plataformas),
    borradorCambioCard({ ...borrador, tipo: "cancelacion", motivo: texto(500) }, plataformas),
    borradorCambioCard(
      {
        ...borrador,
        tipo: "diferimiento",
        motivo: texto(500),
        sesion: { ...sesion, fecha: null, hora: null },
      },
      plataformas,
    ),
  ],
  convocatoriaEnviadaCard: () => [convocatoriaEnviadaCard(borrador, plataformas)],
  convocatoriaIncompleta: () => [
    convocatoriaIncompleta(
      organo,
      sesion,
      veces(8, () => texto(60)),
    ),
  ],
  convocatoriaCard: () =>
    TIPOS.map((tipo) =>
      convocatoriaCard({
        admiteSuplencia: true,
        tipo,
        organo,
        sesion,
        institucion: una,
        puntos: incluidos,
        documentos,
        motivo: texto(500),
        file,
      }),
    ),
  recordatorioAcuseCard: () => [recordatorioAcuseCard({ organo, sesion, institucion: una })],
  yaSinRespuesta: () => [yaSinRespuesta(recordatorioAcuseCard({ organo, sesion, institucion: una }))],
  acuseCard: () => [
    acuseCard({
      organo,
      admiteSuplencia: true,
      plataformas,
      sesion,
      institucion: una,
      acuse,
      por: texto(150),
      previo: false,
      propia: true,
    }),
    acuseCard({
      organo,
      admiteSuplencia: true,
      plataformas,
      sesion,
      institucion: una,
      acuse,
      por: texto(150),
      previo: true,
      propia: false,
    }),
  ],
  acusesCard: () => [
    acusesCard(organo, sesion, acusados, plataformas),
    acusesCard(organo, sesion, sinAcuse, plataformas),
  ],
  acusesExportadosCard: () => [acusesExportadosCard(organo, sesion, acusados, plataformas)],
  acusesRecordadosCard: () => [acusesRecordadosCard(organo, sesion, instituciones)],
  confirmadaCard: () => [
    confirmadaCard({
      admiteSuplencia: true,
      organo,
      sesion,
      institucion: una,
      respuesta: confirmacion,
      anterior: { ...confirmacion, nombre: texto(150) },
      faltaOficio: true,
      propia: true,
    }),
  ],
  institucionQueResponde: () => [
    institucionQueResponde(sesion, instituciones),
    institucionQueResponde(sesion, []),
  ],
  quorumPrevistoCard: () => [
    quorumPrevistoCard(organo, sesion, {
      pronostico: {
        requerido: 8,
        presentes: 7,
        base: 14,
        presidenciaPresente: false,
        exigePresidencia: true,
        ademas: 7,
        faltanAsientos: 7,
        composicion: composicionLarga,
        hay: false,
        faltan: ids,
        sinRespuesta: ids,
        noAsistiran: ids,
      },
      renglones: instituciones.map((institucion, i) => ({
        institucion,
        confirmacion,
        conVoto: i % 2 === 0,
        preside: i === 0,
      })),
    }),
  ],
  sinConvocatoria: () => [sinConvocatoria(organo, sesion)],
} satisfies PeoresCasos
