import type { Card } from "../../cards/card.ts"
import { comando, frase } from "../../cards/comando.ts"
import { cambioCompromisoCard, renglonDeInforme } from "../../cards/compromiso/cambio.ts"
import { prorrogaCard } from "../../cards/compromiso/prorroga.ts"
import {
  type ActoCompromiso,
  type ActoDeEncargo,
  type ActoDeEstado,
  esDeProrroga,
} from "../../domain/compromiso/transiciones.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Compromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarSecretaria } from "../canal/avisar-secretaria.ts"
import { canalesDeInstitucion } from "../canal/canales.ts"
import { avisarRegistroAjeno, medioEscrito } from "../canal/registro-ajeno.ts"
import { atOnce, type Message } from "../mensaje/delivery.ts"
import { enqueueIn } from "../mensaje/enqueue.ts"
import { modeloAviso } from "./aviso-revision.ts"
import { esperaSesion } from "./prorroga.ts"

interface Dicho {
  readonly acto: Exclude<ActoCompromiso, ActoDeEncargo>
  readonly texto: string | null
  readonly url: string | null
  readonly fecha?: Fecha
}

interface Hecho extends CompromisoConAcuerdo {
  readonly prorroga: Prorroga | null
  /** Whoever did it speaks for the institution that owes it. */
  readonly propia: boolean
}

/**
 * What an institution reports or asks for goes to the Secretaría Técnica; what she decides, to the institution, and to
 * those that contribute to it when it ends or has another date. A mere progress to nobody. Whether there is a channel for it. Inside the transaction of the act.
 */
export async function avisar(
  repositories: Repositories,
  actuacion: Actuacion,
  dicho: Dicho,
  hecho: Hecho,
): Promise<boolean> {
  const { acto } = dicho
  if (acto === "avance") return false
  const { organo, hoy, now } = actuacion
  const { compromiso, acuerdo } = hecho
  const { institucionId } = compromiso
  const institucion = institucionId === null ? null : await repositories.instituciones.byId(institucionId)
  const paraSecretaria = vaASecretaria(acto, hecho)
  const card = await tarjeta(repositories, organo, dicho, { ...hecho, institucion, paraSecretaria })
  const aviso: Message = {
    purpose: "aviso",
    subject: ["compromiso", compromiso.id, acto, now],
    organo,
    card,
    ...atOnce(now),
    why: `${compromiso.clave}${institucion ? ` (${institucion.siglas})` : ""}: ${acto}.`,
    ...modeloAviso(compromiso, acuerdo),
  }
  if (paraSecretaria)
    return avisarSecretaria(repositories, actuacion, aviso, renglonDeInforme(compromiso, acto), institucion)
  const destinos = await canalesDeInstitucion(repositories, organo, hoy, institucionId)
  await enqueueIn(repositories, destinos, aviso, now)
  const cambio = PARA_QUIEN_CONTRIBUYE[acto]
  if (cambio !== undefined) {
    const leida = cambioCompromisoCard({ organo, institucion, compromiso, ...paraTodas(dicho, cambio) })
    await avisarCorresponsables(repositories, actuacion, { ...aviso, card: leida }, compromiso, destinos)
  }
  return destinos.length > 0
}

/** What changes also for those that contribute to it, as they are told it: that it ended, or has another date. */
const PARA_QUIEN_CONTRIBUYE: Readonly<Partial<Record<ActoCompromiso, ActoDeEstado>>> = {
  validar: "validar",
  cancelar: "cancelar",
  reprogramar: "reprogramar",
  conceder_prorroga: "reprogramar",
}

/** Why a prórroga is given answers whoever asked for it. */
const paraTodas = ({ acto, texto, url }: Dicho, cambio: ActoDeEstado) => ({
  acto: cambio,
  texto: acto === cambio ? texto : null,
  url: acto === cambio ? url : null,
})

async function avisarCorresponsables(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  aviso: Message,
  { corresponsables }: Compromiso,
  avisados: readonly Canal[],
): Promise<void> {
  const canales = new Map<string, Canal>()
  for (const id of corresponsables)
    for (const canal of await canalesDeInstitucion(repositories, organo, hoy, id))
      canales.set(canal.id, canal)
  for (const { id } of avisados) canales.delete(id)
  await enqueueIn(repositories, canales.values(), aviso, now)
}

async function tarjeta(
  repositories: Repositories,
  organo: Organo,
  { acto, ...dicho }: Dicho,
  hecho: Hecho & { readonly institucion: Institucion | null; readonly paraSecretaria: boolean },
): Promise<Card> {
  const { compromiso, institucion, prorroga, paraSecretaria } = hecho
  if (!esDeProrroga(acto)) return cambioCompromisoCard({ organo, institucion, compromiso, acto, ...dicho })
  if (prorroga === null) throw new Error("what was just done about a prórroga is gone")
  const espera = await esperaSesion(repositories, organo, prorroga)
  return prorrogaCard({ organo, institucion, compromiso, acto, prorroga, paraSecretaria, espera })
}

/** What the Secretaría Técnica takes back for an institution, that institution reads. */
const vaASecretaria = (acto: ActoCompromiso, { propia }: Hecho): boolean =>
  acto === "cumplido" || acto === "prorroga" || (acto === "retirar_prorroga" && propia)

/** The institution that owes it is told that what it said was put on record for it. */
export async function avisarInforme(
  repositories: Repositories,
  actuacion: Actuacion,
  { acto, fecha }: Dicho,
  { id, clave, institucionId, origen }: Compromiso,
  constancia: Constancia,
): Promise<void> {
  const institucion = institucionId === null ? null : await repositories.instituciones.byId(institucionId)
  if (institucion === null) return
  const registro = {
    institucion,
    asunto: clave,
    que: loDicho(acto, fecha),
    medio: medioEscrito(constancia),
    objecion:
      acto === "prorroga"
        ? frase`Si su institución no la pidió, retírela con ${comando("compromiso.retirar-prorroga", { clave })}.`
        : frase`Si no es lo que su institución informó, escríbalo con ${comando("compromiso.avance", { clave })}: constarán ambos.`,
    origen,
  }
  await avisarRegistroAjeno(repositories, actuacion, registro, [acto, id])
}

function loDicho(acto: ActoCompromiso, fecha: Fecha | undefined): string {
  if (acto === "prorroga")
    return `pidió prórroga${fecha === undefined ? "" : ` hasta el ${fechaMedia(fecha)}`}`
  return acto === "cumplido" ? "reportó el compromiso como cumplido" : "informó un avance"
}
