import {
  type ActoCompromiso,
  type ActoDeEncargo,
  esDeProrroga,
  type PedidoCompromiso,
  type TransicionCompromiso,
  transicionCompromiso,
} from "../../domain/compromiso/transiciones.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Avance, Compromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { respondeDe } from "../../domain/visibilidad/visibilidad.ts"
import type { CambiosCompromiso } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { perfilVigente } from "../perfil.ts"
import { asentarActo, escribirCambios, leerCompromiso, type NoSeHizo } from "./asentar.ts"
import { avisar, avisarInforme } from "./avisar.ts"
import { actoEsperaSesion, asentarProrroga } from "./prorroga.ts"

export interface OrdenCompromiso {
  readonly acto: Exclude<ActoCompromiso, ActoDeEncargo>
  /** What is said of it; `null`: nothing. */
  readonly texto: string | null
  readonly url: string | null
  /** How far it has come, as a progress report says. */
  readonly porcentaje?: number
  /** The new date, asked for or given. */
  readonly fecha?: Fecha
  /** On whose word the Secretaría Técnica reports it. */
  readonly constancia?: Constancia
}

export type Actuado =
  | {
      readonly kind: "hecho"
      readonly antes: Compromiso
      readonly compromiso: Compromiso
      /** The other date that the act is about. */
      readonly prorroga: Prorroga | null
      /** Whom it concerns has a channel in which to read of it. */
      readonly avisado: boolean
    }
  | NoSeHizo
  /** The last report says just that already. */
  | { readonly kind: "repetido"; readonly avance: Avance }

/** Whether the act would be taken from this person now. Only reads. */
export async function admiteActo(
  { read, organo, hoy, actor }: ConsultaPersonal,
  compromiso: Compromiso,
  acto: ActoCompromiso,
  { fecha = null, destino }: Partial<Pick<PedidoCompromiso, "fecha" | "destino">> = {},
): Promise<TransicionCompromiso> {
  const { acuerdos: reglas } = (await perfilVigente(read, organo.id, hoy)).sesiones
  const esperaSesion = await actoEsperaSesion(read, organo, compromiso, acto)
  const pedido = { acto, actor, organoId: organo.id, reglas, hoy, fecha, esperaSesion, destino }
  return transicionCompromiso(pedido, compromiso)
}

/**
 * One act on a compromiso: its state, what was said, who is told and the log, in one transaction. Who of two acted first
 * is decided by the state and the date that each of them saw.
 */
export function actuarCompromiso(
  actuacion: Actuacion,
  actor: Actor,
  compromisoId: string,
  orden: OrdenCompromiso,
): Promise<Actuado> {
  const { organo, hoy } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Actuado> => {
    const row = await leerCompromiso(repositories, compromisoId)
    const antes = row.compromiso
    const consulta = { read: repositories, organo, hoy, actor }
    const siguiente = await admiteActo(consulta, antes, orden.acto, {
      fecha: orden.fecha ?? null,
    })
    if (siguiente.kind !== "permitida") return siguiente
    const cambios: CambiosCompromiso = {
      estado: siguiente.estado,
      ...(orden.acto === "cumplido" ? { cumplidoEl: hoy } : {}),
      ...(orden.acto === "cumplido" || orden.acto === "avance" ? { informadoEl: hoy } : {}),
      ...(orden.fecha === undefined || orden.acto === "prorroga"
        ? {}
        : { fechaReprogramada: orden.fecha, reprogramaciones: antes.reprogramaciones + 1 }),
    }
    const otra = await escribirCambios(repositories, antes, cambios)
    if (otra !== null) return otra
    // One that begins with it says something new, whatever an import had put on record.
    const puedeRepetir = orden.acto === "avance" && siguiente.estado === antes.estado
    const igual = puedeRepetir ? await yaInformado(repositories, compromisoId, orden) : null
    if (igual !== null) return { kind: "repetido", avance: igual }
    await asentarProrroga(repositories, actuacion, orden, antes)
    const { compromiso } = await leerCompromiso(repositories, compromisoId)
    const dicho = { antes, despues: compromiso, mas: loDicho(orden) }
    await asentarActo(repositories, actuacion, `compromiso.${orden.acto}`, dicho)
    if (orden.texto !== null && !esDeProrroga(orden.acto))
      await repositories.compromisos.addAvance(avanceDe(actuacion, antes, orden, orden.texto))
    const prorroga = esDeProrroga(orden.acto) ? await ultimaProrrogaDe(repositories, compromisoId) : null
    const propia = respondeDe(actor, organo.id).includes(compromiso.institucionId ?? "")
    const avisado = await avisar(repositories, actuacion, orden, { ...row, compromiso, prorroga, propia })
    if (orden.constancia !== undefined)
      await avisarInforme(repositories, actuacion, orden, compromiso, orden.constancia)
    return { kind: "hecho", antes, compromiso, prorroga, avisado }
  })
}

/** The row of the commitment is held: of two that report the same at once, the second one finds the first. */
async function yaInformado(
  read: Repositories,
  id: string,
  { texto, url, porcentaje }: OrdenCompromiso,
): Promise<Avance | null> {
  const [ultimo] = await read.compromisos.avances(id)
  if (ultimo === undefined || texto === null) return null
  const mismo = normalizar(ultimo.texto) === normalizar(texto)
  return mismo && ultimo.url === url && ultimo.porcentaje === (porcentaje ?? null) ? ultimo : null
}

const ultimaProrrogaDe = async (read: Repositories, id: string): Promise<Prorroga | null> =>
  (await read.prorrogas.list([id]))[0] ?? null

function avanceDe(
  { persona, now }: Actuacion,
  { id }: Compromiso,
  { url, porcentaje }: OrdenCompromiso,
  texto: string,
): Omit<Avance, "id"> {
  return {
    compromisoId: id,
    texto,
    url,
    porcentaje: porcentaje ?? null,
    personaId: persona.id,
    registradoEn: now,
  }
}

const loDicho = ({ acto, texto, fecha, porcentaje, constancia }: OrdenCompromiso) => ({
  texto,
  ...(acto === "prorroga" ? { propuesta: fecha } : {}),
  ...(porcentaje === undefined ? {} : { porcentaje }),
  ...constancia,
})
