import { claveDeNombre } from "../../domain/directorio/claves.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Persona } from "../../domain/tipos/directorio.ts"
import type { CambiosPersona } from "../../ports/repositories/directorio.ts"
import { reparoDeAjena } from "./ajena.ts"
import { primero, reparoDeClave, reparoDeNombre } from "./datos.ts"
import { asentar, type Hecho, hecho, origenDe, type Registro, reparo } from "./registro.ts"

/** A public servant, as they are to be called; what is left out nobody has said. */
export interface DatosPersona extends Pick<Persona, "nombre">, Partial<Pick<Persona, "titulo" | "cargo">> {
  /** Left out: made from the name. */
  readonly clave?: string
  /** Somebody with that name is on record, and this is another person. */
  readonly esOtra?: boolean
}

/** A person of the directory. Of two with the same name it has to be said that they are two. */
export async function registrarPersona(registro: Registro, datos: DatosPersona): Promise<Hecho<Persona>> {
  const { directorioWriter } = registro.repositories
  const todas = await directorioWriter.personas()
  const { nombre, titulo = null, cargo = null, esOtra = false } = datos
  const clave = datos.clave ?? claveDeNombre(nombre, new Set(todas.map((una) => una.clave)), "persona")
  const tocaya = esOtra ? undefined : todas.find((una) => normalizar(una.nombre) === normalizar(nombre))
  const mal = primero(
    reparoDeClave("clave", clave),
    reparoDePersona({ nombre, titulo, cargo }),
    tocaya ? { campo: "nombre", kind: "ocupado", de: tocaya.clave } : null,
  )
  if (mal) return reparo(mal)
  const persona = await directorioWriter.createPersona({
    clave,
    nombre,
    titulo,
    cargo,
    origen: origenDe(registro),
  })
  if (persona === null) return reparo({ campo: "clave", kind: "ocupado", de: clave })
  await asentar(registro, { tipo: "persona.registrada", objeto: `persona:${persona.id}`, despues: persona })
  return hecho(persona)
}

/** How they are called, or their post, changed: what is given. */
export async function corregirPersona(
  registro: Registro,
  persona: Persona,
  cambios: CambiosPersona,
): Promise<Hecho<Persona>> {
  const nueva = { ...persona, ...cambios }
  const mal = reparoDePersona(nueva) ?? (await reparoDeAjena(registro, persona))
  if (mal) return reparo(mal)
  if (Object.entries(cambios).every(([campo, valor]) => Reflect.get(persona, campo) === valor))
    return reparo({ campo: "nombre", kind: "sin_cambio" })
  await registro.repositories.directorioWriter.updatePersona(persona.id, cambios)
  await asentar(registro, {
    tipo: "persona.corregida",
    objeto: `persona:${persona.id}`,
    antes: persona,
    despues: nueva,
  })
  return hecho(nueva)
}

const reparoDePersona = ({ nombre, titulo, cargo }: Pick<Persona, "nombre" | "titulo" | "cargo">) =>
  primero(
    reparoDeNombre("nombre", nombre, "persona"),
    titulo === null ? null : reparoDeNombre("persona", titulo, "titulo"),
    cargo === null ? null : reparoDeNombre("persona", cargo, "cargo"),
  )
