import { calendarioObservadoCard, calendarioPorConfirmarCard } from "../../../src/cards/regla/calendario.ts"
import {
  cambioPorConfirmarCard,
  cambioRegistradoCard,
  reglasSinCambioCard,
} from "../../../src/cards/regla/cambio.ts"
import {
  inhabilesAvisoCard,
  inhabilesCard,
  inhabilesDeFueraCard,
  inhabilesPorConfirmarCard,
  inhabilesRegistradosCard,
  inhabilesSinCambioCard,
} from "../../../src/cards/regla/inhabiles.ts"
import { reglasCard, temaCard } from "../../../src/cards/regla/reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../../src/domain/reglas/perfil-reglas-default.ts"
import { sumarDias } from "../../../src/domain/tiempo/plazo.ts"
import { PLATAFORMAS as plataformas } from "../../support/plataformas.ts"
import { ensayados } from "./canal.ts"
import { AHORA, HOY, organo, persona, sesiones, texto, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const rango = { desde: HOY, hasta: "2024-07-10" }
const [uno] = ensayados
const diferencia = {
  mas: ensayados,
  menos: ensayados,
  recorridos: uno === undefined ? [] : veces(10, () => ({ antes: uno, despues: uno })),
  distintos: ensayados,
}
const version = {
  perfil: PERFIL_PREDETERMINADO,
  fuente: texto(300),
  personaId: persona.id,
  registradoEn: AHORA,
}
const temas = veces(10, (i) => ({
  tema: `tema-${i}`,
  nombre: "Quórum y votación",
  reglas: veces(16, (j) => ({
    etiqueta: "Quórum de la segunda convocatoria",
    valor: texto(500),
    origen: j % 2 === 0 ? version : null,
    despues: { desde: HOY, valor: texto(300) },
  })),
  formularios: veces(4, (j) => ({ clave: `segunda-quorum${i}${j}`, titulo: texto(60) })),
}))
const cambio = {
  organo,
  titulo: "Quórum propio de la segunda",
  cambios: veces(8, () => ({ etiqueta: texto(50), antes: texto(500), despues: texto(500) })),
  desde: HOY,
  fuente: texto(300),
  rango,
  diferencia,
  convocadas: sesiones,
  despues: [HOY, HOY],
}
const dias = veces(60, (i) => sumarDias(HOY, i * 3))
const preparados = {
  organo,
  acto: "agregar" as const,
  institucion: una,
  motivo: texto(200),
  fuente: texto(300),
  dias,
  cambio: -60,
  rango,
  diferencia,
  plazos: veces(10, () => ({ que: texto(60), antes: HOY, despues: HOY })),
  enOtros: true,
  vencen: veces(40, () => texto(80)),
}

export const deRegla = {
  reglasCard: () => [true, false].map((cambia) => reglasCard({ organo, cambia }, temas)),
  temaCard: () =>
    temas.slice(0, 1).flatMap((tema) => [true, false].map((cambia) => temaCard({ organo, cambia }, tema))),
  cambioPorConfirmarCard: () =>
    [true, false].map((otra) => cambioPorConfirmarCard(cambio, plataformas, otra)),
  cambioRegistradoCard: () => [cambioRegistradoCard(cambio, "quorum")],
  reglasSinCambioCard: () => [reglasSinCambioCard(organo, "quorum")],
  calendarioPorConfirmarCard: () => [
    calendarioPorConfirmarCard(
      { antes: organo, despues: organo, fuente: texto(300), rango, diferencia },
      plataformas,
    ),
  ],
  calendarioObservadoCard: () => [calendarioObservadoCard(organo, texto(300))],
  inhabilesPorConfirmarCard: () => [
    inhabilesPorConfirmarCard(preparados, plataformas),
    inhabilesPorConfirmarCard({ ...preparados, acto: "quitar", institucion: null, cambio: 60 }, plataformas),
  ],
  inhabilesRegistradosCard: () => [inhabilesRegistradosCard(preparados)],
  inhabilesSinCambioCard: () =>
    (["agregar", "quitar"] as const).map((acto) => inhabilesSinCambioCard(organo, acto)),
  inhabilesAvisoCard: () => [
    inhabilesAvisoCard({ organo, persona, institucion: una, acto: "agregar", dias, motivo: texto(200) }),
  ],
  inhabilesDeFueraCard: () => [
    inhabilesDeFueraCard({ organo, institucion: una, acto: "quitar", dias, motivo: texto(200) }),
  ],
  inhabilesCard: () => [
    inhabilesCard(
      organo,
      2024,
      dias.map((fecha) => ({
        fecha,
        motivo: texto(200),
        ambito: "institucion" as const,
        siglas: una.siglas,
        porAcuerdo: true,
        fuente: texto(300),
      })),
      { registra: true },
    ),
  ],
} satisfies PeoresCasos
