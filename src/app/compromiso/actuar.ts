import { comando, frase } from "../../cards/comando.ts"
import { cambioCompromisoCard, renglonDeInforme } from "../../cards/compromiso/cambio.ts"
import {
  type ActoCompromiso,
  type TransicionCompromiso,
  transicionCompromiso,
} from "../../domain/compromiso/transiciones.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Avance, Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { CambiosCompromiso, CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarSecretaria } from "../canal/avisar-secretaria.ts"
import { canalesDeInstitucion } from "../canal/canales.ts"
import { avisarRegistroAjeno, medioEscrito } from "../canal/registro-ajeno.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { atOnce, deliveryTo, type Message } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { perfilVigente } from "../perfil.ts"
import { modeloAviso } from "./aviso-revision.ts"

export interface OrdenCompromiso {
  readonly acto: ActoCompromiso
  /** What is said of it; `null`: nothing. */
  readonly texto: string | null
  readonly url: string | null
  /** Only to reprogramar. */
  readonly fecha?: Fecha
  /** On whose word the Secretaría Técnica reports it. */
  readonly constancia?: Constancia
}

export type Actuado =
  | {
      readonly kind: "hecho"
      readonly antes: Compromiso
      readonly compromiso: Compromiso
      /** Whom it concerns has a channel in which to read of it. */
      readonly avisado: boolean
    }
  | Exclude<TransicionCompromiso, { readonly kind: "permitida" }>
  /** Somebody else changed it, or its date, meanwhile: this is how it is now. */
  | { readonly kind: "otra_persona"; readonly compromiso: Compromiso }

/** Whether the act would be taken from this person now. Only reads. */
export async function admiteActo(
  { read, organo, hoy, actor }: ConsultaPersonal,
  compromiso: Compromiso,
  acto: ActoCompromiso,
  fecha: Fecha | null = null,
): Promise<TransicionCompromiso> {
  const { acuerdos: reglas } = (await perfilVigente(read, organo.id, hoy)).sesiones
  return transicionCompromiso({ acto, actor, organoId: organo.id, reglas, fecha }, compromiso)
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
    const row = await leer(repositories, compromisoId)
    const antes = row.compromiso
    const consulta = { read: repositories, organo, hoy, actor }
    const siguiente = await admiteActo(consulta, antes, orden.acto, orden.fecha)
    if (siguiente.kind !== "permitida") return siguiente
    const cambios: CambiosCompromiso = {
      estado: siguiente.estado,
      ...(orden.acto === "cumplido" ? { cumplidoEl: hoy } : {}),
      ...(orden.fecha === undefined
        ? {}
        : { fechaReprogramada: orden.fecha, reprogramaciones: antes.reprogramaciones + 1 }),
    }
    if (!(await repositories.compromisos.update(antes, cambios))) {
      return { kind: "otra_persona", compromiso: (await leer(repositories, compromisoId)).compromiso }
    }
    const { compromiso } = await leer(repositories, compromisoId)
    await repositories.eventos.append(evento(actuacion, orden, antes, compromiso))
    if (orden.texto !== null)
      await repositories.compromisos.addAvance(avanceDe(actuacion, antes, orden, orden.texto))
    const avisado = await avisar(repositories, actuacion, orden, { ...row, compromiso })
    if (orden.constancia !== undefined)
      await avisarInforme(repositories, actuacion, orden.acto, compromiso, orden.constancia)
    return { kind: "hecho", antes, compromiso, avisado }
  })
}

async function leer(read: Repositories, id: string): Promise<CompromisoConAcuerdo> {
  const row = await read.compromisos.byId(id)
  if (row === null) throw new Error("a compromiso that was just found is gone")
  return row
}

function avanceDe(
  { persona, now }: Actuacion,
  { id }: Compromiso,
  { url }: OrdenCompromiso,
  texto: string,
): Omit<Avance, "id"> {
  return { compromisoId: id, texto, url, personaId: persona.id, registradoEn: now }
}

function evento(
  { organo, persona, plataforma, now }: Actuacion,
  { acto, texto, constancia }: OrdenCompromiso,
  antes: Compromiso,
  despues: Compromiso,
): NewEvento {
  return {
    tipo: `compromiso.${acto}`,
    objeto: `compromiso:${antes.id}`,
    organoId: organo.id,
    personaId: persona.id,
    plataforma,
    antes,
    despues: { ...despues, texto, ...constancia },
    instante: now,
  }
}

/**
 * A report of fulfilment goes to the Secretaría Técnica; what she decides, to the institution. A mere progress to nobody.
 * Whether there is a channel for it.
 */
async function avisar(
  repositories: Repositories,
  actuacion: Actuacion,
  orden: OrdenCompromiso,
  row: CompromisoConAcuerdo,
): Promise<boolean> {
  if (orden.acto === "avance") return false
  const { organo, hoy, now } = actuacion
  const { institucionId } = row.compromiso
  const institucion = institucionId === null ? null : await repositories.instituciones.byId(institucionId)
  const { acto } = orden
  const { compromiso, acuerdo } = row
  const aviso: Message = {
    purpose: "aviso",
    subject: ["compromiso", compromiso.id, acto, now],
    organo,
    card: cambioCompromisoCard({ organo, institucion, compromiso, ...orden }),
    ...atOnce(now),
    why: `${compromiso.clave}${institucion ? ` (${institucion.siglas})` : ""}: ${acto}.`,
    ...modeloAviso(compromiso, acuerdo),
  }
  if (acto === "cumplido")
    return avisarSecretaria(repositories, actuacion, aviso, renglonDeInforme(compromiso), institucion)
  const destinos = await canalesDeInstitucion(repositories, organo, hoy, institucionId)
  await enqueue(
    repositories,
    destinos.map((canal) => deliveryTo(canal, aviso)),
    now,
  )
  return destinos.length > 0
}

/** The institution that owes it is told that its report was put on record for it. */
async function avisarInforme(
  repositories: Repositories,
  actuacion: Actuacion,
  acto: ActoCompromiso,
  { id, clave, institucionId, origen }: Compromiso,
  constancia: Constancia,
): Promise<void> {
  const institucion = institucionId === null ? null : await repositories.instituciones.byId(institucionId)
  if (institucion === null) return
  const registro = {
    institucion,
    asunto: clave,
    que: acto === "cumplido" ? "reportó el compromiso como cumplido" : "informó un avance",
    medio: medioEscrito(constancia),
    objecion: frase`Si no es lo que su institución informó, escríbalo con ${comando("compromiso.avance", { clave })}: constarán ambos.`,
    origen,
  }
  await avisarRegistroAjeno(repositories, actuacion, registro, [acto, id])
}
