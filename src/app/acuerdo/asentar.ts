import type { BorradorAcuerdo } from "../../cards/acuerdo/borrador.ts"
import { claveCompromiso, estadoInicial } from "../../domain/acuerdo/acuerdo-nuevo.ts"
import { asuntoAcuerdo } from "../../domain/mensaje/hechos.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"

export interface Escritura {
  readonly repositories: Repositories
  readonly actuacion: Actuacion
  readonly borrador: BorradorAcuerdo
  /** Why, against the body's rule; `null`: nothing was against it. */
  readonly motivo: string | null
}

/** In the log, of the agreement and of its session: what the session's card follows. */
export async function anotar(
  { repositories, actuacion, borrador, motivo }: Escritura,
  tipo: TipoEvento,
  antes: unknown,
  despues: Acuerdo & { readonly compromisos: readonly Compromiso[] },
): Promise<void> {
  const { sesion, reparos } = borrador
  const razon = motivo === null ? {} : { motivo, reparos }
  const entrada = evento(actuacion, tipo, sesion.id, antes, { ...despues, ...razon })
  await repositories.eventos.append({ ...entrada, objeto: asuntoAcuerdo(despues.id) })
  const resumen = { acuerdoId: despues.id, clave: despues.clave, ...razon }
  await repositories.eventos.append(evento(actuacion, tipo, sesion.id, null, resumen))
}

/** One for each institution; an informative agreement has none. `usadas`: claves that the agreement's have already. */
export function compromisosDelAcuerdo(
  acuerdo: Acuerdo,
  {
    responsables,
    corresponsables,
    cadencia,
    porDefinir,
    fecha,
  }: Pick<BorradorAcuerdo, "responsables" | "corresponsables" | "cadencia" | "porDefinir" | "fecha">,
  usadas: readonly string[] = [],
): readonly Omit<Compromiso, "id">[] {
  const quienes = porDefinir ? [null] : responsables
  return quienes.map((institucion) => ({
    acuerdoId: acuerdo.id,
    clave: claveCompromiso(acuerdo.clave, institucion?.siglas ?? null, usadas),
    institucionId: institucion?.id ?? null,
    corresponsables: corresponsables.map(({ id }) => id),
    texto: acuerdo.texto,
    fechaCompromiso: fecha,
    fechaReprogramada: null,
    reprogramaciones: 0,
    prorrogaPedida: null,
    estado: estadoInicial(acuerdo.tipo),
    cumplidoEl: null,
    cadencia,
    informadoEl: null,
    origen: acuerdo.origen,
  }))
}
