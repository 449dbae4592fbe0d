import { veDocumento } from "../../domain/sesion/documento.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import {
  veAcuerdo,
  veCompromiso,
  veCompromisoCompleto,
  veOrdenDelDia,
  vePunto,
  veResumen,
  veSesion,
  veVotacion,
} from "../../domain/visibilidad/visibilidad.ts"
import type { Alcance } from "../definition/audience.ts"
import { INSTITUCION, PAPELES, type Papel, PROPIO } from "./papeles.ts"

/** What everybody reads of each thing, at each of its levels: asked of the rules of src/domain/visibilidad. */
export interface Lectura {
  readonly cosa: string
  readonly difusion: Difusion | null
  readonly celdas: readonly { readonly papel: Papel; readonly alcance: Alcance }[]
}

const NIVELES: readonly Difusion[] = ["publica", "integrantes", "interna"]
const organoId = PROPIO.id
const deSesion = (difusion: Difusion, estado: "convocada" | "clausurada") => ({
  organoId,
  difusion,
  estado,
  convocadaEl: "2024-02-01",
})
const CONVOCADA = deSesion("integrantes", "convocada")
const CLAUSURADA = deSesion("integrantes", "clausurada")

type Regla = (actor: Actor, difusion: Difusion, institucionId: string) => boolean

/** Those that have a level; of the others, what is read of them. */
const CON_NIVEL: readonly (readonly [string, Regla])[] = [
  ["Sesión convocada", (actor, difusion) => veSesion(actor, deSesion(difusion, "convocada"))],
  ["Sesión clausurada", (actor, difusion) => veSesion(actor, deSesion(difusion, "clausurada"))],
  [
    "Orden del día, ya convocada la sesión",
    (actor, difusion) => veOrdenDelDia(actor, deSesion(difusion, "convocada")),
  ],
  [
    "Punto del orden del día",
    (actor, difusion, institucionProponenteId) =>
      vePunto(actor, { difusion, institucionProponenteId }, CONVOCADA),
  ],
  [
    "Documento de la carpeta",
    (actor, difusion, institucionId) => veDocumento(actor, { difusion, institucionId }, CONVOCADA),
  ],
  ["Resumen publicado", (actor, difusion) => veResumen(actor, deSesion(difusion, "clausurada"), true)],
  [
    "Acuerdo, antes de la clausura",
    (actor, difusion) => veAcuerdo(actor, { organoId, difusion }, { sesion: CONVOCADA }),
  ],
  [
    "Acuerdo, clausurada la sesión",
    (actor, difusion, responsable) =>
      veAcuerdo(actor, { organoId, difusion }, { sesion: CLAUSURADA, responsables: [responsable] }),
  ],
  ["Votación: el voto de cada institución", (actor, difusion) => veVotacion(actor, { difusion }, CLAUSURADA)],
]

const SIN_NIVEL: readonly (readonly [string, Regla])[] = [
  ["Resumen sin publicar", (actor) => veResumen(actor, CLAUSURADA, false)],
  ["Compromiso: clave, institución, fecha y estado", (actor) => veCompromiso(actor, organoId)],
  [
    "Compromiso: texto, avances y evidencia",
    (actor, _difusion, institucionId) => veCompromisoCompleto(actor, { institucionId }, organoId),
  ],
]

export function lecturas(): readonly Lectura[] {
  return [
    ...CON_NIVEL.flatMap(([cosa, regla]) => NIVELES.map((difusion) => lectura(cosa, difusion, regla))),
    ...SIN_NIVEL.map(([cosa, regla]) => lectura(cosa, null, regla)),
  ]
}

function lectura(cosa: string, difusion: Difusion | null, regla: Regla): Lectura {
  const ve = (actor: Actor, institucionId: string) => regla(actor, difusion ?? "integrantes", institucionId)
  return {
    cosa,
    difusion,
    celdas: PAPELES.map((papel) => ({ papel, alcance: alcanceDeLectura((id) => ve(papel.actor, id)) })),
  }
}

/** `propio`: what is their own institution's, and not another's. */
function alcanceDeLectura(ve: (institucionId: string) => boolean): Alcance {
  if (ve("otra-institucion")) return "todo"
  return ve(INSTITUCION) ? "propio" : "nada"
}
