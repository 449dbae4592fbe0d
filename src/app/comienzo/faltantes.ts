import type { FaltantesVista } from "../../cards/comienzo/faltantes.ts"
import type { Calidad, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesDe } from "../canal/canales.ts"
import { destinosDeIntegrantes, institucionesSentadas } from "../canal/destinos.ts"

type Lectura = Pick<Repositories, "organos" | "instituciones" | "personas" | "canales" | "sesiones">

export async function faltantesDe(read: Lectura, organo: Organo, hoy: Fecha): Promise<FaltantesVista> {
  const [reglas, asientos, designados, instituciones, { sinCanal }, secretaria, sesiones] = await Promise.all(
    [
      read.organos.perfil(organo.id, hoy),
      read.organos.integrantes(organo.id, hoy),
      read.personas.designados(organo.id, hoy),
      institucionesSentadas(read, organo, hoy),
      destinosDeIntegrantes(read, organo, hoy),
      canalesDe(read, organo, "secretaria_tecnica"),
      read.sesiones.list(organo.id),
    ],
  )
  const sin = (calidad: Calidad) => {
    const cubiertas = designados.filter(({ designacion }) => designacion.calidad === calidad)
    const ids = new Set(cubiertas.map(({ designacion }) => designacion.institucionId))
    return instituciones.filter(({ id }) => !ids.has(id))
  }
  const presidencia = asientos.find(({ rol }) => rol === "presidencia")?.institucionId
  const personas = new Map(designados.map((uno) => [uno.persona.id, uno]))
  return {
    reglas,
    instituciones,
    preside: instituciones.find(({ id }) => id === presidencia) ?? null,
    sinEnlace: sin("enlace"),
    sinTitular: sin("titular"),
    sinCanal,
    canalSecretaria: secretaria.length > 0,
    personas: personas.size,
    sinCuenta: [...personas.values()]
      .filter(({ cuentas }) => cuentas.length === 0)
      .map(({ persona }) => persona),
    sesiones: sesiones.length,
  }
}
