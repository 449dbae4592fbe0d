import type { AsientoPublico, BitacoraPublica } from "../../cards/bitacora/publica.ts"
import { idDe } from "../../domain/mensaje/hechos.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import {
  ACTOS_DE_ACUERDO_PUBLICOS,
  ACTOS_DE_RESUMEN_PUBLICOS,
  ACTOS_DE_SESION_PUBLICOS,
} from "../../domain/visibilidad/acto-publico.ts"
import { PUBLICO } from "../../domain/visibilidad/actor.ts"
import { veAcuerdo, veResumen, veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { AsientoSellado } from "../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { ACTOS, CLASES_ACTO, type ClaseActo } from "../../texts/bitacora.ts"
import { resumenesPublicados } from "../resumen/publicado.ts"

const TIPOS = [...ACTOS_DE_SESION_PUBLICOS, ...ACTOS_DE_RESUMEN_PUBLICOS, ...ACTOS_DE_ACUERDO_PUBLICOS]

/**
 * What of a body's log may be given to anybody today: the acts of the body on records that are public by now, each with
 * its link in the chain, against which it can be checked. Of all else only how much there is.
 */
export async function bitacoraPublica(
  read: Repositories,
  organo: Organo,
  now: Instante,
): Promise<BitacoraPublica> {
  const publicos = await registrosPublicos(read, organo)
  const personas = new Map<string, Persona | null>()
  const asientos: AsientoPublico[] = []
  const incluidos = new Map<string, number>()
  for (const asiento of await read.eventos.sellados(organo.id, TIPOS)) {
    const registro = publicos(asiento)
    if (registro === null) continue
    incluidos.set(asiento.tipo, (incluidos.get(asiento.tipo) ?? 0) + 1)
    const { personaId, tipo, instante, posicion, huella } = asiento
    if (personaId !== null && !personas.has(personaId))
      personas.set(personaId, await read.personas.byId(personaId))
    const persona = personas.get(personaId ?? "") ?? null
    asientos.push({ tipo, registro, instante, posicion, huella, persona })
  }
  return { organo, now, asientos, omitidos: omitidos(await read.eventos.cuantos(organo.id), incluidos) }
}

/** The name of the public record that an entry is about; `null`: it is about none. */
async function registrosPublicos(
  read: Repositories,
  organo: Organo,
): Promise<(asiento: AsientoSellado) => string | null> {
  const sesiones = new Map((await read.sesiones.list(organo.id)).map((una) => [una.id, una]))
  const acuerdos = new Map((await read.acuerdos.list(organo.id)).map((uno) => [uno.id, uno]))
  const publicado = await resumenesPublicados(read, organo)
  return ({ tipo, objeto }) => {
    if (es(ACTOS_DE_ACUERDO_PUBLICOS, tipo))
      return acuerdoPublico(acuerdos.get(trasDosPuntos("acuerdo", objeto)), sesiones)
    const sesion = sesiones.get(idDe("sesion", objeto) ?? "")
    if (sesion === undefined) return null
    const visible = es(ACTOS_DE_RESUMEN_PUBLICOS, tipo)
      ? veResumen(PUBLICO, sesion, publicado(sesion))
      : veSesion(PUBLICO, sesion)
    return visible ? sesion.clave : null
  }
}

function acuerdoPublico(acuerdo: Acuerdo | undefined, sesiones: ReadonlyMap<string, Sesion>): string | null {
  const sesion = acuerdo && sesiones.get(acuerdo.sesionId)
  return acuerdo && sesion && veAcuerdo(PUBLICO, acuerdo, { sesion }) ? acuerdo.clave : null
}

const es = (tipos: readonly string[], tipo: string): boolean => tipos.includes(tipo)

const trasDosPuntos = (clase: string, objeto: string): string =>
  objeto.startsWith(`${clase}:`) ? objeto.slice(clase.length + 1) : ""

/** How many entries of each class are left out. */
function omitidos(
  todos: ReadonlyMap<string, number>,
  incluidos: ReadonlyMap<string, number>,
): BitacoraPublica["omitidos"] {
  const cuenta = new Map<ClaseActo, number>()
  let otros = 0
  for (const [tipo, cuantos] of todos) {
    const faltan = cuantos - (incluidos.get(tipo) ?? 0)
    if (Object.hasOwn(ACTOS, tipo)) {
      const { clase } = ACTOS[tipo as keyof typeof ACTOS]
      cuenta.set(clase, (cuenta.get(clase) ?? 0) + faltan)
    } else otros += faltan
  }
  const porClase = (Object.keys(CLASES_ACTO) as ClaseActo[]).map((clase) => ({
    clase: CLASES_ACTO[clase] as string,
    cuantos: cuenta.get(clase) ?? 0,
  }))
  return [...porClase, { clase: "Otros", cuantos: otros }].filter(({ cuantos }) => cuantos > 0)
}
