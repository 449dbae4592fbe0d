import { reglasDeMuestra } from "../../../src/app/comienzo/plantilla-vista.ts"
import {
  codigoInicialNoSirveCard,
  comienzoReclamadoCard,
  sinOrganoCard,
  yaComenzoCard,
} from "../../../src/cards/comienzo/codigo.ts"
import { type FaltantesVista, faltantesCard } from "../../../src/cards/comienzo/faltantes.ts"
import { previaInstitucionesCard, previaPersonasCard } from "../../../src/cards/comienzo/listas.ts"
import { previaPlantillaCard, yaTieneReglasCard } from "../../../src/cards/comienzo/plantilla.ts"
import { PLANTILLAS, type PlantillaReglas } from "../../../src/domain/reglas/plantillas.ts"
import { instituciones, organo, persona, texto, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const nada: FaltantesVista = {
  reglas: null,
  instituciones: [],
  preside: null,
  sinEnlace: [],
  sinTitular: [],
  sinCanal: [],
  canalSecretaria: false,
  personas: 0,
  sinCuenta: [],
  sesiones: 0,
}
const mucho: FaltantesVista = {
  ...nada,
  instituciones,
  sinEnlace: instituciones,
  sinTitular: instituciones,
  sinCanal: instituciones,
  personas: 400,
  sinCuenta: veces(400, () => persona),
}
const todo: FaltantesVista = {
  ...nada,
  reglas: { vigenteDesde: "2026-01-15" },
  instituciones,
  preside: una,
  sinTitular: instituciones,
  canalSecretaria: true,
  personas: 400,
  sesiones: 21,
}

export const deComienzo: PeoresCasos = {
  sinOrganoCard: () => [sinOrganoCard()],
  codigoInicialNoSirveCard: () => [codigoInicialNoSirveCard()],
  comienzoReclamadoCard: () => [comienzoReclamadoCard("plenaria.comenzar-organo", "registrar el órgano")],
  yaComenzoCard: () => [true, false].map((vinculada) => yaComenzoCard(texto(200), vinculada)),
  faltantesCard: () => [nada, mucho, todo].map((vista) => faltantesCard(organo, vista)),
  previaInstitucionesCard: () =>
    [null, "S0"].map((preside) =>
      previaInstitucionesCard(
        veces(200, (i) => ({
          linea: i,
          siglas: `S${i}`,
          propuestas: i % 2 === 0,
          nombre: texto(300),
          conVoto: i % 3 === 0,
        })),
        preside,
      ),
    ),
  previaPersonasCard: () => [
    previaPersonasCard(
      veces(200, (i) => ({
        linea: i,
        nombre: texto(200),
        cargo: i % 2 === 0 ? texto(300) : null,
        institucion: i % 3 === 0 ? null : una,
        calidad: "secretaria_tecnica" as const,
      })),
      veces(200, () => texto(200)),
    ),
  ],
  previaPlantillaCard: () =>
    Object.values<PlantillaReglas>(PLANTILLAS).map((una) =>
      previaPlantillaCard(una, reglasDeMuestra(una, "2026-01-15")),
    ),
  yaTieneReglasCard: () => [yaTieneReglasCard()],
}
