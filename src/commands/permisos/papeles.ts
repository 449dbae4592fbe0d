import { CALIDADES, type Calidad, type Designacion, type Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { etiquetaCalidad } from "../../texts/etiquetas.ts"

/**
 * Everybody that may ask, by what they are to a body: each capacity that a designation gives, whoever else is in the
 * directory, and everybody else.
 */
export interface Papel {
  /** `secretaria_tecnica` */
  readonly clave: string
  readonly nombre: string
  readonly actor: Actor
}

const COMUN = {
  zona: "America/Mexico_City",
  objetivo: null,
  correo: null,
  calendario: null,
  cerradoEl: null,
  origen: "demo",
} as const

/** The body that the matrix is about. */
export const PROPIO: Organo = {
  ...COMUN,
  id: "propio",
  clave: "propio",
  tipo: "comision",
  nombreOficial: "El órgano",
  nombreCorto: "El órgano",
  padreId: null,
}

/** One below it, with a directory and channels of its own. */
export const OTRO: Organo = {
  ...PROPIO,
  id: "otro",
  clave: "otro",
  tipo: "subcomision",
  nombreOficial: "Otro órgano",
  nombreCorto: "Otro órgano",
  padreId: PROPIO.id,
}

/** The institution for which everybody acts that acts for one. */
export const INSTITUCION = "institucion"

export const PAPELES: readonly Papel[] = [
  ...CALIDADES.map((calidad) => ({
    clave: calidad,
    nombre: etiquetaCalidad(calidad),
    actor: conDesignacion(calidad, PROPIO),
  })),
  {
    clave: "otro_organo",
    nombre: "Persona de otro órgano",
    actor: conDesignacion("secretaria_tecnica", OTRO),
  },
  { clave: "designacion_terminada", nombre: "Designación terminada", actor: vinculado([]) },
  { clave: "sin_vincular", nombre: "Cuenta sin vincular", actor: { kind: "sin_vincular" } },
]

function vinculado(designaciones: readonly Designacion[]): Actor {
  const persona = {
    id: "persona",
    clave: "persona",
    nombre: "Persona",
    titulo: null,
    cargo: null,
    origen: COMUN.origen,
  }
  return { kind: "vinculado", persona, designaciones }
}

function conDesignacion(calidad: Calidad, { id: organoId }: Organo): Actor {
  return vinculado([
    {
      id: "designacion",
      personaId: "persona",
      organoId,
      institucionId: calidad === "administracion_tecnica" ? null : INSTITUCION,
      calidad,
      oficio: "OF-1",
      desde: "0001-01-01",
      hasta: null,
    },
  ])
}
