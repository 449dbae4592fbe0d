import type { PerfilReglas, VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type {
  AliasInstitucion,
  CodigoPersonal,
  CuentaChat,
  Designacion,
  Institucion,
  Integrante,
  Organo,
  Persona,
  SolicitudVinculacion,
} from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../chat-adapter.ts"

export interface OrganoRepository {
  all(): Promise<readonly Organo[]>
  byId(id: string): Promise<Organo | null>
  byClave(clave: string): Promise<Organo | null>
  /** Those whose recorded days off hold for it: itself, and those above whose calendar it keeps. */
  conDiasDe(organoId: string): Promise<readonly string[]>
  /** The profile in force on a date; `null` when none was ever recorded. */
  perfil(organoId: string, fecha: Fecha): Promise<PerfilReglas | null>
  /** Every version of its rules, in the order in which they take effect. */
  versiones(organoId: string): Promise<readonly VersionReglas[]>
  integrantes(organoId: string, fecha: Fecha): Promise<readonly Integrante[]>
}

export interface InstitucionRepository {
  all(): Promise<readonly Institucion[]>
  byId(id: string): Promise<Institucion | null>
}

/** A post in force, who holds it and the chat accounts by which they are recognised. */
export interface Designado {
  readonly designacion: Designacion
  readonly persona: Persona
  readonly cuentas: readonly ExternalUser[]
}

export interface PersonaRepository {
  /** An account that stands in no workspace is whose it is in all of them; of several persons it is nobody's, and so is one that is suspended. */
  byAccount(user: ExternalUser): Promise<Persona | null>
  /** Whose account it is that is suspended; one without a workspace, where none of theirs is recognised. */
  suspendida(user: ExternalUser): Promise<Persona | null>
  byClave(clave: string): Promise<Persona | null>
  byId(id: string): Promise<Persona | null>
  /** The account is nobody's from now on; whose it was, or `null`. What they did stays theirs. */
  unlink(user: ExternalUser): Promise<Persona | null>
  /** Posts in force on a date, every body. */
  designaciones(personaId: string, fecha: Fecha): Promise<readonly Designacion[]>
  /** Posts of a body in force on a date, longest held first. */
  designados(organoId: string, fecha: Fecha): Promise<readonly Designado[]>
  /** Everyone who has an account on an adapter, with their posts in force. */
  withAccount(
    adapter: AdapterId,
    fecha: Fecha,
  ): Promise<
    readonly {
      readonly user: string
      readonly persona: Persona
      readonly designaciones: readonly Designacion[]
    }[]
  >
}

/** What of an institution may be corrected; its names of other days are aliases. */
export type CambiosInstitucion = Partial<
  Pick<Institucion, "siglas" | "nombre" | "vigenteDesde" | "vigenteHasta" | "sucesoraId">
>
export type CambiosAsiento = Partial<Pick<Integrante, "conVoto" | "rol" | "orden" | "fundamento" | "hasta">>
export type CambiosPersona = Partial<Pick<Persona, "nombre" | "titulo" | "cargo">>

/**
 * Who is who, written one thing at a time. The acts of src/app/directorio hold the rules and append the Evento of each, in the
 * same transaction. What creates gives `null` where something with that key is on record already.
 */
export interface DirectorioWriter {
  /** Until the transaction ends nobody else writes in the directory, nor imports: what was asked before it holds. */
  exclusive(): Promise<void>
  createOrgano(organo: Omit<Organo, "id">): Promise<Organo | null>
  updateOrgano(id: string, changes: Partial<Omit<Organo, "id" | "clave" | "origen">>): Promise<void>
  /**
   * Adds a version of its rules; `sobre`: the version that it changes, of which it keeps what nothing computes with. `false`: there is one of
   * that number already.
   */
  registrarReglas(organoId: string, version: VersionReglas, sobre: number | null): Promise<boolean>
  createInstitucion(institucion: Omit<Institucion, "id">): Promise<Institucion | null>
  updateInstitucion(id: string, changes: CambiosInstitucion): Promise<void>
  /** A name that it had or has; one that is on record already gets these dates. */
  putAlias(institucionId: string, alias: AliasInstitucion): Promise<void>
  createIntegrante(integrante: Omit<Integrante, "id">): Promise<Integrante | null>
  updateIntegrante(id: string, changes: CambiosAsiento): Promise<void>
  /** Every seat of a body, of whatever term, in its order. */
  asientos(organoId: string): Promise<readonly Integrante[]>
  createPersona(persona: Omit<Persona, "id">): Promise<Persona | null>
  updatePersona(id: string, changes: CambiosPersona): Promise<void>
  /** Everybody who is on record, by name; of these bodies alone, if they are given: who has or had a post there, or nowhere yet. */
  personas(deOrganos?: readonly string[]): Promise<readonly Persona[]>
  createDesignacion(designacion: Omit<Designacion, "id">): Promise<Designacion | null>
  /** Its last day, if it is not what is given. */
  endDesignacion(id: string, hasta: Fecha): Promise<void>
  /** Every post of a body, of whatever term, longest held first. */
  designaciones(organoId: string): Promise<readonly Designacion[]>
  designacion(id: string): Promise<Designacion | null>
  /** Posts of a person, of any body, that hold on a date or begin after it. */
  puestos(personaId: string, desde: Fecha): Promise<readonly Designacion[]>
  /** `false`: it is somebody's already. */
  link(cuenta: CuentaChat): Promise<boolean>
  /** From when on it is suspended; `null`: it is recognised. */
  suspender(cuenta: ExternalUser, desde: Instante | null): Promise<void>
  /** A person's accounts, first those that were linked first. */
  cuentas(personaId: string): Promise<readonly CuentaChat[]>
}

type NuevaSolicitud = Omit<
  SolicitudVinculacion,
  "id" | "numero" | "estado" | "resueltaEn" | "resuelveId" | "personaId" | "motivo"
>

/** Who asks to be linked, and with which codes people link themselves. Never kept in memory. */
export interface VinculacionRepository {
  /** In the place of the one that the account had waiting in that body. */
  request(solicitud: NuevaSolicitud): Promise<SolicitudVinculacion>
  byNumero(organoId: string, numero: number): Promise<SolicitudVinculacion | null>
  /** Those that wait, oldest first. */
  pendientes(organoId: string): Promise<readonly SolicitudVinculacion[]>
  /** `false`: it waits no more. */
  resolve(
    id: string,
    resuelta: Pick<SolicitudVinculacion, "estado" | "personaId" | "motivo" | "resuelveId">,
    now: Instante,
  ): Promise<boolean>
  /** A new code of a person, of which only the SHA-256 is kept; those before it are good for nothing. */
  giveCode(
    codigo: Omit<CodigoPersonal, "id"> & { readonly huella: string; readonly creadoPor: string },
    now: Instante,
  ): Promise<void>
  /** Uses it up: of two who come with it, one gets it. `null`: there is none, or it is over. */
  useCode(huella: string, now: Instante): Promise<CodigoPersonal | null>
}
