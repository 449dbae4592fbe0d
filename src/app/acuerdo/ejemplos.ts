import { institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { Ejemplos } from "../../texts/ejemplos.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { acuerdosVisibles } from "./listar.ts"

/** Examples from the body's own data, among what the asker may see: an example tells nothing that a list would not. */
export async function ejemplosDe(consulta: ConsultaPersonal): Promise<Ejemplos> {
  const { read, actor, organo, hoy } = consulta
  const [acuerdos, integrantes, instituciones] = await Promise.all([
    acuerdosVisibles(consulta),
    read.organos.integrantes(organo.id, hoy),
    read.instituciones.all(),
  ])
  const propias = institucionesDe(actor, organo.id)
  const ids = [...new Set([...propias, ...integrantes.map(({ institucionId }) => institucionId)])]
  return {
    acuerdo: acuerdos.at(-1)?.acuerdo.clave ?? null,
    siglas: ids.flatMap((id) => instituciones.find((una) => una.id === id)?.siglas ?? []),
  }
}
