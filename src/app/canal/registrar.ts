import {
  bienvenidaCanalCard,
  renglonDeSolicitud,
  solicitudCanalCard,
  solicitudRechazadaCard,
} from "../../cards/canal/registro.ts"
import type { Audiencia, Canal, LecturaDeCanal, SolicitudCanal } from "../../domain/tipos/canal.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Destination } from "../../ports/chat-adapter.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { atOnce, deliveryTo, destinationOf } from "../mensaje/delivery.ts"
import { enqueue, enqueueIn } from "../mensaje/enqueue.ts"
import { avisarSecretaria } from "./avisar-secretaria.ts"
import { canalesDeInstitucion, clavesDeCanales } from "./canales.ts"
import { directosDePersona } from "./directo.ts"

/** What is registered. The place is learnt from where it was asked. */
export interface RegistroDeCanal {
  readonly place: Destination
  readonly nombre: string
  readonly audiencia: Exclude<Audiencia, "persona">
  /** `null`: it is no institution's. */
  readonly institucion: Institucion | null
  /** As its platform tells of it. */
  readonly visto: LecturaDeCanal & { readonly nombre: string }
}

export type Registrado =
  | { readonly kind: "registrado"; readonly canal: Canal }
  /** That place is a channel already, of this body or of another. */
  | { readonly kind: "ya_es_canal"; readonly canal: Canal }

/** Registers a channel and greets it there, by the way that all messages go. */
export function registrarCanal(actuacion: Actuacion, registro: RegistroDeCanal): Promise<Registrado> {
  return actuacion.data.transaction((repositories) => registrarEn(repositories, actuacion, registro))
}

async function registrarEn(
  repositories: Repositories,
  actuacion: Actuacion,
  { place, nombre, audiencia, institucion, visto }: RegistroDeCanal,
): Promise<Registrado> {
  const { organo, persona, plataforma, now } = actuacion
  // Two at once would take the same clave, or the same place: the second finds what the first one did.
  await repositories.directorioWriter.exclusive()
  const previo = await repositories.canales.byPlace(place)
  if (previo !== null) return { kind: "ya_es_canal", canal: previo }
  const usadas = await clavesDeCanales(repositories, organo)
  const canal = await repositories.canales.create({
    ...destinationOf(place),
    clave: claveLibre(institucion, audiencia, usadas),
    nombre,
    audiencia,
    organoId: organo.id,
    institucionId: institucion?.id ?? null,
    activo: true,
    origen: persona.origen === "demo" ? "demo" : "registro",
  })
  if (canal === null) {
    const otro = await repositories.canales.byPlace(place)
    if (otro === null) throw new Error("a channel with that clave was registered at the same moment")
    return { kind: "ya_es_canal", canal: otro }
  }
  await repositories.condicionesCanal.registrar(canal.id, visto, now)
  await repositories.eventos.append({
    tipo: "canal.registrado",
    objeto: `canal:${canal.id}`,
    organoId: organo.id,
    personaId: persona.id,
    plataforma,
    antes: null,
    despues: { ...canal, condicion: visto },
    instante: now,
  })
  const bienvenida = deliveryTo(canal, {
    purpose: "prueba",
    subject: ["bienvenida", canal.id],
    organo,
    card: bienvenidaCanalCard({ organo, canal, institucion, por: persona.nombre, now }),
    ...atOnce(now),
    why: `Se registró el canal ${canal.nombre}.`,
  })
  await enqueue(repositories, [bienvenida], now)
  return { kind: "registrado", canal }
}

/** `sre`, `sre-2`, `secretaria-tecnica`: as an import would call it. */
function claveLibre(
  institucion: Institucion | null,
  audiencia: Audiencia,
  usadas: ReadonlySet<string>,
): string {
  const nombre = institucion?.siglas ?? audiencia
  const base = nombre
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
  for (let n = 1; ; n += 1) {
    const clave = n === 1 ? base : `${base}-${n}`
    if (!usadas.has(clave)) return clave
  }
}

export type Solicitada =
  | { readonly kind: "solicitada"; readonly solicitud: SolicitudCanal; readonly avisada: boolean }
  /** It waits already. */
  | { readonly kind: "en_espera" }
  | { readonly kind: "ya_es_canal"; readonly canal: Canal }

/** Somebody of an institution asks for it; the Secretaría Técnica is told that it waits. */
export function solicitarCanal(
  actuacion: Actuacion,
  {
    place,
    nombre,
    institucion,
  }: Pick<RegistroDeCanal, "place" | "nombre"> & { readonly institucion: Institucion },
): Promise<Solicitada> {
  const { data, organo, persona, plataforma, now } = actuacion
  return data.transaction(async (repositories): Promise<Solicitada> => {
    const canal = await repositories.canales.byPlace(place)
    if (canal !== null) return { kind: "ya_es_canal", canal }
    const solicitud = await repositories.solicitudesCanal.create({
      ...destinationOf(place),
      organoId: organo.id,
      institucionId: institucion.id,
      nombre,
      personaId: persona.id,
      solicitadaEn: now,
    })
    if (solicitud === null) return { kind: "en_espera" }
    await repositories.eventos.append({
      tipo: "canal.solicitado",
      objeto: `institucion:${institucion.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: null,
      despues: solicitud,
      instante: now,
    })
    const avisada = await avisarSecretaria(
      repositories,
      actuacion,
      {
        purpose: "aviso",
        subject: ["canal-solicitado", solicitud.id],
        organo,
        card: solicitudCanalCard({ organo, solicitud, institucion, solicita: persona.nombre }),
        ...atOnce(now),
        why: `${institucion.siglas} pidió registrar un canal.`,
      },
      renglonDeSolicitud(solicitud, institucion, organo),
      institucion,
    )
    return { kind: "solicitada", solicitud, avisada }
  })
}

export type Resuelta =
  | { readonly kind: "aprobada"; readonly canal: Canal }
  | { readonly kind: "rechazada" }
  /** Nothing waits by that name: it was answered, or it is none. */
  | { readonly kind: "no_espera" }
  | { readonly kind: "ya_es_canal"; readonly canal: Canal }

/** `visto`: as the platform tells of the channel now; it is what is approved. */
export function aprobarCanal(
  actuacion: Actuacion,
  solicitud: SolicitudCanal,
  institucion: Institucion,
  visto: RegistroDeCanal["visto"],
): Promise<Resuelta> {
  return actuacion.data.transaction(async (repositories): Promise<Resuelta> => {
    if (!(await resolver(repositories, actuacion, solicitud, "aprobada"))) return { kind: "no_espera" }
    const { nombre } = solicitud
    const registro = { place: solicitud, nombre, audiencia: "institucion", institucion, visto } as const
    const hecho = await registrarEn(repositories, actuacion, registro)
    return hecho.kind === "registrado" ? { kind: "aprobada", canal: hecho.canal } : hecho
  })
}

/** Whoever asked is told why, where their institution reads, or in their own conversation where it has no channel. */
export function rechazarCanal(
  actuacion: Actuacion,
  solicitud: SolicitudCanal,
  institucion: Institucion,
  motivo: string,
): Promise<Resuelta> {
  const { data, organo, hoy, persona, plataforma, now } = actuacion
  return data.transaction(async (repositories): Promise<Resuelta> => {
    if (!(await resolver(repositories, actuacion, solicitud, "rechazada"))) return { kind: "no_espera" }
    await repositories.eventos.append({
      tipo: "canal.solicitud_rechazada",
      objeto: `institucion:${institucion.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: solicitud,
      despues: { motivo },
      instante: now,
    })
    const propios = await canalesDeInstitucion(repositories, organo, hoy, institucion.id)
    const destinos =
      propios.length > 0 ? propios : await directosDePersona(repositories, organo, hoy, solicitud.personaId)
    const aviso = {
      purpose: "aviso",
      subject: ["canal-rechazado", solicitud.id],
      organo,
      card: solicitudRechazadaCard({ organo, solicitud, motivo }),
      ...atOnce(now),
      why: `No se registró el canal que pidió ${institucion.siglas}.`,
    } as const
    await enqueueIn(repositories, destinos, aviso, now)
    return { kind: "rechazada" }
  })
}

const resolver = (
  { solicitudesCanal }: Repositories,
  { persona, now }: Actuacion,
  { id }: SolicitudCanal,
  estado: "aprobada" | "rechazada",
): Promise<boolean> => solicitudesCanal.resolver(id, { estado, resuelveId: persona.id, resueltaEn: now })
