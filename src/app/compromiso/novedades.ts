import type { NovedadesVistas } from "../../cards/compromiso/novedades.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { cortarSeguimiento, verCorte } from "./corte.ts"

/** What changed in the commitments since the body last reviewed them, as the asker may see it. */
export async function novedadesDe(consulta: ConsultaPersonal): Promise<NovedadesVistas> {
  return verCorte(consulta, { ...(await cortarSeguimiento(consulta)), instante: null })
}
