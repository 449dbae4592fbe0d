import {
  confirmarCierreCard,
  organoCerradoAhoraCard,
  organoCerradoCard,
  porConcluirCard,
} from "../../../src/cards/organo/cerrado.ts"
import {
  confirmarOrganoCard,
  organoCreadoCard,
  organoRenombradoCard,
  type PorCrear,
} from "../../../src/cards/organo/creado.ts"
import { canal, compromisos, HOY, organo, sesion, texto, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const porCrear: PorCrear = {
  superior: organo,
  tipo: "grupo_de_trabajo",
  nombreOficial: texto(600),
  nombreCorto: texto(120),
  reglas: "del_superior",
  coordinacion: { institucion: una, hasta: HOY },
}

export const deOrganos: PeoresCasos = {
  confirmarOrganoCard: () => [
    confirmarOrganoCard(porCrear),
    confirmarOrganoCard({ ...porCrear, reglas: "usuales" }),
  ],
  organoCreadoCard: () => [organoCreadoCard({ ...porCrear, coordinacion: null }, organo)],
  organoRenombradoCard: () => [organoRenombradoCard(organo, organo)],
  organoCerradoCard: () => [organoCerradoCard(organo, HOY)],
  porConcluirCard: () => [
    porConcluirCard(organo, {
      sesiones: veces(40, () => sesion),
      compromisos: veces(40, () => compromisos).flat(),
      organos: veces(40, () => organo),
    }),
  ],
  confirmarCierreCard: () => [
    confirmarCierreCard(
      organo,
      HOY,
      veces(60, () => canal),
    ),
    confirmarCierreCard(organo, HOY, []),
  ],
  organoCerradoAhoraCard: () => [
    organoCerradoAhoraCard(
      organo,
      HOY,
      veces(60, () => canal),
    ),
  ],
}
