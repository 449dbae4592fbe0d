import type { SituacionAcuerdo } from "../domain/compromiso/exigible.ts"
import type { Acuerdo } from "../domain/tipos/acuerdo.ts"
import type { EstadoAutorizacion, MedioConstancia, ObjetoAutorizacion } from "../domain/tipos/autorizacion.ts"
import type { AdapterId, EstadoConexion, Plataformas } from "../domain/tipos/canal.ts"
import type { DecideProrroga, EstadoCompromiso, EstadoProrroga } from "../domain/tipos/compromiso.ts"
import type { Calidad } from "../domain/tipos/directorio.ts"
import type { Difusion } from "../domain/tipos/registro.ts"
import type { EstadoSesion, Sesion, TipoSesion } from "../domain/tipos/sesion.ts"

type Etiquetas<Clave extends string> = Readonly<Record<Clave, string>>

export const TIPO_SESION: Etiquetas<TipoSesion> = {
  ordinaria: "sesión ordinaria",
  extraordinaria: "sesión extraordinaria",
}

export const ESTADO_SESION: Etiquetas<EstadoSesion> = {
  programada: "programada",
  convocada: "convocada",
  diferida: "diferida",
  cancelada: "cancelada",
  sin_quorum: "sin quórum",
  instalada: "instalada",
  receso: "en receso",
  clausurada: "clausurada",
}

export const MODALIDAD: Etiquetas<NonNullable<Sesion["modalidad"]>> = {
  presencial: "presencial",
  remota: "a distancia",
  mixta: "presencial y a distancia",
}

export const TIPO_ACUERDO: Etiquetas<Acuerdo["tipo"]> = {
  con_seguimiento: "con seguimiento",
  informativo: "informativo",
  permanente: "de cumplimiento permanente",
}

export const ESTADO_ACUERDO: Etiquetas<SituacionAcuerdo> = {
  vigente: "vigente",
  atendido: "atendido",
  cancelado: "cancelado",
  en_votacion: "en votación",
  votacion_suspendida: "con la votación suspendida",
  votacion_anulada: "por votar: se anuló su votación",
  no_aprobado: "no aprobado",
}

export const ESTADO_COMPROMISO: Etiquetas<EstadoCompromiso | "no_atendido"> = {
  pendiente: "pendiente",
  en_proceso: "en proceso",
  en_validacion: "en validación",
  atendido: "atendido",
  no_atendido: "no atendido",
  cancelado: "cancelado",
  permanente: "permanente",
}

export const ESTADO_AUTORIZACION: Etiquetas<EstadoAutorizacion> = {
  por_autorizar: "por autorizar",
  autorizada: "autorizada",
  devuelta: "devuelta",
  fuera_de_plazo: "autorizada fuera de plazo",
  sin_efecto: "sin efecto",
}

/** What waits for the presidencia, with its article. */
export const OBJETO_AUTORIZACION: Etiquetas<ObjetoAutorizacion> = {
  convocatoria: "la convocatoria",
  segunda_convocatoria: "la segunda convocatoria",
  rectificacion: "la rectificación de la convocatoria",
  diferimiento: "el diferimiento",
  cancelacion: "la cancelación",
  comunicado: "el comunicado",
}

export const MEDIO_CONSTANCIA: Etiquetas<MedioConstancia> = {
  oficio: "oficio",
  llamada: "llamada",
  correo: "correo electrónico",
}

export const CALIDAD: Etiquetas<Calidad> = {
  presidencia: "Presidencia",
  secretaria_tecnica: "Secretaría Técnica",
  titular: "Titular",
  suplente: "Suplente",
  enlace: "Enlace institucional",
  participante: "Participante",
  invitado_especial: "Invitada/o especial",
  organo_interno_de_control: "Órgano Interno de Control",
  unidad_de_transparencia: "Unidad de Transparencia",
  administracion_tecnica: "Administración técnica",
}

/** Of a connection with a workspace, after «está»: "está por confirmar". */
export const ESTADOS_CONEXION: Readonly<Record<EstadoConexion, string>> = {
  activa: "activa",
  por_confirmar: "por confirmar",
  desconectada: "cerrada",
  revocada: "revocada por ese espacio",
}

/** A platform that there no longer is goes by what the data call it. */
export function nombrePlataforma(plataformas: Plataformas, id: AdapterId): string {
  return plataformas.get(id) ?? id
}

export function etiquetaCalidad(calidad: Calidad): string {
  return CALIDAD[calidad]
}

/** Institutions named by a masculine noun: "del Instituto", "del Sistema". */
const MASCULINO = /^(?:instituto|sistema|consejo|centro|servicio|poder|senado|registro)\b/iu
const FEMENINO =
  /^(?:secretar[ií]a|comisi[oó]n|fiscal[ií]a|procuradur[ií]a|unidad|c[aá]mara|coordinaci[oó]n|direcci[oó]n|agencia|conferencia)\b/iu

export const DECIDE_PRORROGA: Readonly<Record<DecideProrroga, string>> = {
  secretaria_tecnica: "la Secretaría Técnica",
  pleno: "el pleno, en sesión",
}

export const ESTADO_PRORROGA: Readonly<Record<EstadoProrroga, string>> = {
  pedida: "por decidir",
  concedida: "concedida",
  negada: "negada",
  retirada: "retirada",
}

/**
 * "de la SRE", "del INM". Where the siglas are just a word of the name ("Salud"), the name reads better:
 * "de la Secretaría de Salud".
 */
export function deInstitucion(siglas: string, nombre: string): string {
  const esPalabra = nombre.toLowerCase().split(/\s+/u).includes(siglas.toLowerCase())
  const llamada = esPalabra ? nombre : siglas
  if (FEMENINO.test(nombre)) return `de la ${llamada}`
  return MASCULINO.test(nombre) ? `del ${llamada}` : `de ${llamada}`
}

/** To the channel of an institution: "Estimada/o enlace de la SRE:". */
export const estimadoEnlace = ({
  siglas,
  nombre,
}: {
  readonly siglas: string
  readonly nombre: string
}): string => `Estimada/o enlace ${deInstitucion(siglas, nombre)}:`

export const DIFUSION: Readonly<Record<Difusion, string>> = {
  interna: "interna",
  integrantes: "integrantes",
  publica: "pública",
}
