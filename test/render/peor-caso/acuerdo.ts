import {
  acuerdoCerradoCard,
  acuerdoRegistradoCard,
  acuerdoYaRegistradoCard,
  borradorAcuerdoCard,
  borradorPerdidoCard,
} from "../../../src/cards/acuerdo/borrador.ts"
import { acuerdosBuscadosCard } from "../../../src/cards/acuerdo/buscados.ts"
import { lecturaAcuerdosCard } from "../../../src/cards/acuerdo/lectura.ts"
import { listaAcuerdos } from "../../../src/cards/acuerdo/lista.ts"
import { verAcuerdoCard } from "../../../src/cards/acuerdo/ver.ts"
import { claveNoEncontrada, preguntaClave } from "../../../src/cards/respuesta.ts"
import { terminosDe } from "../../../src/domain/acuerdo/palabras.ts"
import { vistas } from "./compromiso.ts"
import { quorum } from "./desahogo.ts"
import {
  AHORA,
  acuerdo,
  acuerdos,
  sesion as convocada,
  HOY,
  id,
  instituciones,
  organo,
  pagina,
  primero,
  puntos,
  SIN_INHABILES,
  texto,
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"
import { votacionCerrada } from "./votacion.ts"

const sesion = { ...convocada, estado: "instalada", puntoEnCursoId: id() } as const
const borrador = {
  organo,
  sesion,
  previo: acuerdo,
  clave: acuerdo.clave,
  numero: 1,
  texto: texto(3_000),
  tipo: "con_seguimiento",
  difusion: "publica",
  punto: { punto: { ...primero(puntos), estado: "retirado" }, lugar: 60 },
  responsables: instituciones,
  corresponsables: instituciones,
  cadencia: { ritmo: "dias_habiles", dias: 250, desde: HOY },
  porDefinir: false,
  fecha: "2024-12-15",
  dias: 128,
  inhabil: { organo: false, instituciones },
  reparos: [
    { kind: "sin_quorum", quorum: { ...quorum, hay: false } },
    { kind: "asunto_no_convocado" },
    { kind: "plazo", meses: 6, limite: "2024-12-11" },
  ],
} as const
const filas = [...acuerdos, ...acuerdos].map((uno) => ({
  acuerdo: uno,
  sesion,
  seguimiento: { abiertos: 200, vencidos: 100, fecha: "2024-06-01", dias: -6, inhabiles: SIN_INHABILES },
}))
const lectura = {
  organo,
  sesion,
  quorum: { ...quorum, hay: false },
  acuerdos: acuerdos.map((uno) => ({
    acuerdo: uno,
    responsables: [...instituciones.map(({ siglas }) => siglas), null],
    fecha: "2024-12-15",
  })),
}
const claves = acuerdos.map(({ clave }) => clave)
const lista = { command: "acuerdo.lista", label: "Ver los acuerdos" }

export const deAcuerdo = {
  borradorAcuerdoCard: () => [
    borradorAcuerdoCard(borrador, "0123456789abcdef", texto(300)),
    borradorAcuerdoCard({ ...borrador, previo: null, reparos: [] }, "0123456789abcdef"),
  ],
  acuerdoRegistradoCard: () => [acuerdoRegistradoCard(borrador, texto(500))],
  acuerdoYaRegistradoCard: () => [acuerdoYaRegistradoCard(organo, sesion, acuerdo.clave)],
  borradorPerdidoCard: () => [borradorPerdidoCard(organo, sesion)],
  acuerdoCerradoCard: () => [acuerdoCerradoCard(organo, sesion, acuerdo.clave)],
  lecturaAcuerdosCard: () => [
    lecturaAcuerdosCard({ ...lectura, ratificacion: { instante: AHORA, vigente: false } }, texto(300)),
    lecturaAcuerdosCard({ ...lectura, quorum, ratificacion: null }),
  ],
  acuerdosBuscadosCard: () =>
    [true, false].map((parcial) =>
      acuerdosBuscadosCard({
        organo: organo.nombreCorto,
        buscado: texto(200),
        terminos: terminosDe(texto(200)),
        parcial,
        filas: filas.slice(0, 10),
        total: filas.length,
        pagina,
        soloPublicos: true,
      }),
    ),
  listaAcuerdos: () =>
    (["pendientes", "todos"] as const).map((filtro) =>
      listaAcuerdos({
        filtro,
        organo: organo.nombreCorto,
        hoy: HOY,
        filas: filas.slice(0, 10),
        todos: filas,
        pagina,
        soloPublicos: true,
      }),
    ),
  verAcuerdoCard: () => [
    verAcuerdoCard({
      acuerdo,
      sesion,
      compromisos: vistas.slice(0, 14),
      votaciones: veces(14, () => ({ ...votacionCerrada, acuerdoId: null })),
      hoy: HOY,
    }),
  ],
  preguntaClave: () => [preguntaClave({ tipo: "acuerdo", buscado: texto(3_000), claves, demo: false })],
  claveNoEncontrada: () => [
    claveNoEncontrada({
      tipo: "acuerdo",
      buscado: texto(3_000),
      parecidas: claves.slice(0, 5),
      lista,
      ejemplo: texto(120),
      demo: false,
    }),
    claveNoEncontrada({
      tipo: "compromiso",
      buscado: texto(3_000),
      parecidas: [],
      lista,
      ejemplo: texto(120),
      demo: false,
    }),
  ],
} satisfies PeoresCasos
