import type { Actor } from "../../domain/visibilidad/actor.ts"
import {
  atiendeEntregas,
  conduce,
  esDelOrgano,
  esSecretariaTecnica,
  integra,
  preside,
  puedeLeerBitacora,
  respondePorInstitucion,
  soloVigila,
} from "../../domain/visibilidad/visibilidad.ts"
import { tieneVoto } from "../../domain/votacion/quien-vota.ts"

/**
 * Who may use a command, all of it: the router asks nothing else, and no command asks it again. The card then shows each
 * asker only what is theirs to see (src/domain/visibilidad/visibilidad.ts).
 */
export type Audience =
  /** Anyone at all, whatever else they may not ask. */
  | "cualquiera"
  | "todas"
  | "del_organo"
  | "integran"
  | "por_institucion"
  | "suscriben"
  | "con_voto"
  | "secretaria_tecnica"
  /** The Secretaría Técnica and the Presidencia. */
  | "conducen"
  | "presidencia"
  | "atienden_entregas"
  | "ven_entregas"
  | "leen_bitacora"

type Pregunta = (actor: Actor, organoId: string) => boolean

interface Regla {
  /** «Disponible para»: completes «es solo para … de la Comisión». */
  readonly label: string
  readonly puede: Pregunta
  /** Who does it for any institution, where the others do it only for their own. */
  readonly ajeno?: Pregunta
  /** An account that is not linked is told how to be: many of those who would be let through are yet to be. */
  readonly invita?: true
}

export const AUDIENCES: Readonly<Record<Audience, Regla>> = {
  cualquiera: { label: "todas las personas", puede: () => true },
  todas: { label: "todas las personas", puede: (actor, organoId) => !soloVigila(actor, organoId) },
  del_organo: {
    label: "quienes tienen asiento, voz o cargo en el órgano",
    puede: esDelOrgano,
    invita: true,
  },
  integran: { label: "quienes integran el órgano y quienes lo conducen", puede: integra, invita: true },
  por_institucion: {
    label: "quienes responden por una institución y la Secretaría Técnica",
    puede: respondePorInstitucion,
    ajeno: esSecretariaTecnica,
    invita: true,
  },
  suscriben: {
    label: "quienes responden por una institución, la Secretaría Técnica y la Presidencia",
    puede: (actor, organoId) => conduce(actor, organoId) || respondePorInstitucion(actor, organoId),
    ajeno: conduce,
    invita: true,
  },
  con_voto: {
    label: "titulares, suplentes y la Secretaría Técnica",
    puede: tieneVoto,
    ajeno: esSecretariaTecnica,
    invita: true,
  },
  secretaria_tecnica: { label: "la Secretaría Técnica", puede: esSecretariaTecnica },
  conducen: { label: "la Secretaría Técnica y la Presidencia", puede: conduce },
  presidencia: { label: "quien ejerce o suple la Presidencia", puede: preside },
  atienden_entregas: {
    label: "la Secretaría Técnica y la administración técnica",
    puede: atiendeEntregas,
  },
  ven_entregas: {
    label: "la Secretaría Técnica, la Presidencia y la administración técnica",
    puede: (actor, organoId) => atiendeEntregas(actor, organoId) || preside(actor, organoId),
  },
  leen_bitacora: {
    label: "la Secretaría Técnica, la Presidencia, el Órgano Interno de Control y la Unidad de Transparencia",
    puede: puedeLeerBitacora,
  },
}

/** `propio`: only what is their own institution's. */
export type Alcance = "nada" | "propio" | "todo"

/** How far somebody gets with a command in a body. */
export function alcanceDe(
  { audience }: { readonly audience: Audience },
  actor: Actor,
  organoId: string,
): Alcance {
  const { puede, ajeno } = AUDIENCES[audience]
  if (!puede(actor, organoId)) return "nada"
  return ajeno && !ajeno(actor, organoId) ? "propio" : "todo"
}

/** Whether somebody may use a command at all. */
export const mayUse = (command: { readonly audience: Audience }, actor: Actor, organoId: string): boolean =>
  alcanceDe(command, actor, organoId) !== "nada"
