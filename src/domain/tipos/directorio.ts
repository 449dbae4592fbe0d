import type { AdapterId } from "./canal.ts"
import type { Origen } from "./registro.ts"
import type { Fecha, Instante, RegimenInhabil } from "./tiempo.ts"

export interface Organo {
  readonly id: string
  /** Stable key used in files and commands, e.g. `ci-trata`. */
  readonly clave: string
  readonly tipo: "comision" | "subcomision" | "grupo_de_trabajo"
  readonly nombreOficial: string
  readonly nombreCorto: string
  readonly padreId: string | null
  /** IANA zone; the official hour of the body. */
  readonly zona: string
  readonly objetivo: string | null
  /** Official e-mail address of the body; `null`: none is on record, and none is made up. */
  readonly correo: string | null
  /** The days off by law that it observes; `null`: it has not said. Read by `regimenDe`. */
  readonly calendario: RegimenInhabil | null
  /** Its last day, which has come; `null`: it goes on. One that is closed is read, plans nothing and is not acted in. */
  readonly cerradoEl: Fecha | null
  readonly origen: Origen
}

export interface AliasInstitucion {
  readonly texto: string
  readonly desde: Fecha | null
  readonly hasta: Fecha | null
}

export interface Institucion {
  readonly id: string
  readonly siglas: string
  readonly nombre: string
  readonly vigenteDesde: Fecha | null
  readonly vigenteHasta: Fecha | null
  readonly sucesoraId: string | null
  readonly alias: readonly AliasInstitucion[]
  readonly origen: Origen
}

/** A seat: an institution in a body. The vote belongs to the seat, never to a person. */
export interface Integrante {
  readonly id: string
  readonly organoId: string
  readonly institucionId: string
  readonly conVoto: boolean
  readonly rol: "presidencia" | "integrante" | "participante"
  /** Its place among the members, from 1, as the body's norm names them; `null`: none is on record. */
  readonly orden: number | null
  readonly fundamento: string | null
  readonly desde: Fecha | null
  readonly hasta: Fecha | null
}

export interface Persona {
  readonly id: string
  /** Stable key used in files, the console and `--como`, e.g. `enlace-sre`. */
  readonly clave: string
  readonly nombre: string
  readonly titulo: string | null
  readonly cargo: string | null
  readonly origen: Origen
}

/** Every capacity in which somebody may act in a body, in the order in which its directory names them. */
export const CALIDADES = [
  "presidencia",
  "secretaria_tecnica",
  "titular",
  "suplente",
  "enlace",
  "participante",
  /** Hears of the items that its institution is invited to, and of nothing else. */
  "invitado_especial",
  /** Both read the log and what is exported of it, and nothing else. */
  "organo_interno_de_control",
  "unidad_de_transparencia",
  "administracion_tecnica",
] as const

export type Calidad = (typeof CALIDADES)[number]

/** A person's post in a body for an institution, with its term and the oficio that grants it. */
export interface Designacion {
  readonly id: string
  readonly personaId: string
  readonly organoId: string
  readonly institucionId: string | null
  readonly calidad: Calidad
  readonly oficio: string | null
  readonly desde: Fecha
  readonly hasta: Fecha | null
}

/** Somebody says who they are, with an account that is nobody's yet. */
export interface SolicitudVinculacion {
  readonly id: string
  /** How people call it. */
  readonly numero: number
  readonly organoId: string
  readonly adapter: AdapterId
  readonly workspace: string
  readonly user: string
  /** The account belongs to another workspace than the one it asked from. */
  readonly externa: boolean
  readonly institucionId: string
  readonly nombre: string
  readonly cargo: string
  readonly calidad: Calidad
  readonly oficio: string | null
  /** `sustituida`: the same account asked again. */
  readonly estado: "pendiente" | "aprobada" | "rechazada" | "sustituida"
  readonly creadaEn: Instante
  readonly resueltaEn: Instante | null
  readonly resuelveId: string | null
  /** Whom it was linked with. */
  readonly personaId: string | null
  readonly motivo: string | null
}

/** With it a person links an account of their own, once. */
export interface CodigoPersonal {
  readonly id: string
  readonly personaId: string
  readonly organoId: string
  readonly venceEn: Instante
}

export interface CuentaChat {
  readonly adapter: AdapterId
  readonly workspace: string
  readonly user: string
  readonly personaId: string
  readonly vinculadaEn: Instante
  /** Since when it is answered nothing; `null`: it is recognised. */
  readonly suspendidaEn: Instante | null
}
