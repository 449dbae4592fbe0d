import type { LugarDeTexto } from "../../domain/testado/lugar.ts"
import { normalizarClave } from "../../domain/texto/clave.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

export interface TextosDeRegistro {
  readonly clave: string
  /** `orden`: which of several of the same field, from 1. */
  readonly textos: readonly { readonly lugar: LugarDeTexto; readonly orden: number }[]
}

/** Every text of the session, acuerdo or compromiso that has this clave; `null`: there is none. */
export async function textosDe(
  { sesiones, compromisos, acuerdos, testados }: Repositories,
  organo: Organo,
  escrita: string,
): Promise<TextosDeRegistro | null> {
  const claves = [
    ...(await sesiones.list(organo.id)).map(({ clave }) => clave),
    ...(await acuerdos.list(organo.id)).map(({ clave }) => clave),
    ...(await compromisos.list({ organoId: organo.id })).map(({ compromiso }) => compromiso.clave),
  ]
  const buscada = normalizarClave(escrita)
  const clave = claves.find((una) => normalizarClave(una) === buscada)
  if (clave === undefined) return null
  const veces = new Map<string, number>()
  const textos = (await testados.deRegistro(organo.id, clave)).map((lugar) => {
    const cual = `${lugar.tabla}.${lugar.campo}`
    const orden = (veces.get(cual) ?? 0) + 1
    veces.set(cual, orden)
    return { lugar, orden }
  })
  return textos.length === 0 ? null : { clave, textos }
}
