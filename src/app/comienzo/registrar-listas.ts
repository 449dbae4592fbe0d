import type { InstitucionPegada } from "../../domain/comienzo/instituciones-pegadas.ts"
import type { PersonaPegada } from "../../domain/comienzo/personas-pegadas.ts"
import type { ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Actuacion } from "../actuacion.ts"
import { registrarDesignacion } from "../directorio/designacion.ts"
import { agregarInstitucion } from "../directorio/institucion.ts"
import { registrarPersona } from "../directorio/persona.ts"
import { enDirectorio, type Hecho, hecho, type Registro } from "../directorio/registro.ts"

/** The line that stands against the whole list: nothing of it was written. */
interface RenglonConReparo {
  readonly kind: "renglon"
  readonly linea: number
  readonly reparo: ReparoDirectorio
}

type Escritas = { readonly kind: "hecho"; readonly valor: number } | RenglonConReparo

/** All the institutions of a list with their seats, in its order; or none. `preside`: the siglas of whose seat does. */
export function registrarInstituciones(
  actuacion: Actuacion,
  filas: readonly InstitucionPegada[],
  preside: string | null,
): Promise<Escritas> {
  const { organo } = actuacion
  return cadaRenglon(actuacion, filas, async (registro, { siglas, nombre, conVoto }) => {
    const asientos = await registro.repositories.directorioWriter.asientos(organo.id)
    const orden = Math.max(0, ...asientos.map((uno) => uno.orden ?? 0)) + 1
    const rol = siglas === preside ? "presidencia" : conVoto ? "integrante" : "participante"
    return agregarInstitucion(registro, { siglas, nombre }, { organoId: organo.id, conVoto, rol, orden })
  })
}

/** All the people of a list with their posts from today on; or none. Who is on record by that name gets the post. */
export function registrarPersonas(actuacion: Actuacion, filas: readonly PersonaPegada[]): Promise<Escritas> {
  const { organo, hoy } = actuacion
  return cadaRenglon(actuacion, filas, async (registro, { nombre, cargo, institucion, calidad }) => {
    const todas = await registro.repositories.directorioWriter.personas()
    const conocida = todas.find((una) => normalizar(una.nombre) === normalizar(nombre))
    const persona = conocida ? hecho(conocida) : await registrarPersona(registro, { nombre, cargo })
    if (persona.kind === "reparo") return persona
    return registrarDesignacion(registro, {
      personaId: persona.valor.id,
      organoId: organo.id,
      institucionId: institucion?.id ?? null,
      calidad,
      desde: hoy,
    })
  })
}

function cadaRenglon<F extends { readonly linea: number }>(
  { data, organo, persona, plataforma, now }: Actuacion,
  filas: readonly F[],
  work: (registro: Registro, fila: F) => Promise<Hecho<unknown>>,
): Promise<Escritas> {
  const autor = { persona, organoId: organo.id, plataforma, now }
  return enDirectorio<Escritas>(data, autor, async (registro) => {
    for (const fila of filas) {
      const result = await work(registro, fila)
      if (result.kind === "reparo") return { kind: "renglon", linea: fila.linea, reparo: result.reparo }
    }
    return { kind: "hecho", valor: filas.length }
  })
}
