import {
  directorioCard,
  directorioExportadoCard,
  type RenglonDirectorio,
  sinResultadoCard,
} from "../../../src/cards/directorio/directorio.ts"
import {
  confirmarTerminoCard,
  cualDesignacionCard,
  tocayaCard,
} from "../../../src/cards/directorio/pregunta.ts"
import {
  asientoCard,
  designacionCard,
  designacionTerminadaCard,
  institucionAgregadaCard,
  institucionRenombradaCard,
  institucionSucedidaCard,
  personaCard,
} from "../../../src/cards/directorio/registrada.ts"
import {
  CALIDADES,
  type Designacion,
  type Integrante,
  type Persona,
} from "../../../src/domain/tipos/directorio.ts"
import { HOY, id, instituciones, organo, texto, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const persona: Persona = {
  id: id(),
  clave: texto(118),
  nombre: texto(200),
  titulo: texto(40),
  cargo: texto(300),
  origen: "registro",
}
const designacion: Designacion = {
  id: id(),
  personaId: persona.id,
  organoId: organo.id,
  institucionId: una.id,
  calidad: "invitado_especial",
  oficio: texto(200),
  desde: HOY,
  hasta: HOY,
}
const asiento: Integrante = {
  id: id(),
  organoId: organo.id,
  institucionId: una.id,
  conVoto: true,
  rol: "presidencia",
  orden: 999,
  fundamento: texto(300),
  desde: HOY,
  hasta: HOY,
}
const renglones: readonly RenglonDirectorio[] = veces(40, (i) => {
  const institucion = i % 9 === 0 ? null : (instituciones[i % instituciones.length] ?? una)
  return {
    persona: { ...persona, nombre: texto(200), cargo: texto(300) },
    calidad: CALIDADES[i % CALIDADES.length] ?? "enlace",
    institucion,
    nombreInstitucion: institucion?.nombre ?? null,
    desde: HOY,
    hasta: i % 2 === 0 ? null : HOY,
  }
})
const puesto = { designacion, institucion: una }

export const deDirectorio: PeoresCasos = {
  directorioCard: () =>
    [true, false].map((registra) =>
      directorioCard(organo, renglones, { pagina: 2, buscado: texto(60), registra }),
    ),
  sinResultadoCard: () => [sinResultadoCard(organo, texto(200))],
  directorioExportadoCard: () => [directorioExportadoCard(organo, renglones)],
  institucionAgregadaCard: () => [null, asiento].map((uno) => institucionAgregadaCard(organo, una, uno)),
  institucionRenombradaCard: () => [institucionRenombradaCard(una, una, HOY)],
  institucionSucedidaCard: () => [institucionSucedidaCard(una, una, HOY)],
  asientoCard: () => [asientoCard(organo, una, asiento)],
  personaCard: () => [true, false].map((nueva) => personaCard(persona, nueva)),
  designacionCard: () => [designacionCard(persona, designacion, una)],
  designacionTerminadaCard: () => [designacionTerminadaCard(persona, designacion, una)],
  tocayaCard: () => [tocayaCard(persona.nombre, persona.clave)],
  cualDesignacionCard: () => [
    cualDesignacionCard(
      persona,
      veces(12, () => puesto),
    ),
  ],
  confirmarTerminoCard: () => [confirmarTerminoCard(persona, puesto, HOY)],
}
