import type { AcuerdosBuscados } from "../../cards/acuerdo/buscados.ts"
import { terminosDe } from "../../domain/acuerdo/palabras.ts"
import { alcanceDeAcuerdos } from "../../domain/visibilidad/visibilidad.ts"
import type { ConsultaPersonal } from "../consulta.ts"

/** Agreements that the asker may see, by the words of their text; where none has all of them, those that have some. */
export async function buscarAcuerdos(
  { read, actor, organo }: ConsultaPersonal,
  buscado: string,
  { desde, cuantos }: { readonly desde: number; readonly cuantos: number },
): Promise<AcuerdosBuscados> {
  const terminos = terminosDe(buscado)
  const lector = alcanceDeAcuerdos(actor, organo.id)
  const pedido = { organoId: organo.id, terminos, lector, limit: cuantos, offset: desde }
  const conTodos = await read.acuerdos.buscar({ ...pedido, con: "todos" })
  const parcial = conTodos.total === 0 && terminos.length > 1
  const { acuerdos, total } = parcial ? await read.acuerdos.buscar({ ...pedido, con: "alguno" }) : conTodos
  const sesiones = new Map((await read.sesiones.list(organo.id)).map((sesion) => [sesion.id, sesion]))
  return {
    buscado,
    terminos,
    parcial,
    total,
    filas: acuerdos.map((acuerdo) => ({ acuerdo, sesion: sesiones.get(acuerdo.sesionId) ?? null })),
  }
}
