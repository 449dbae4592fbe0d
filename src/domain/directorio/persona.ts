import { type Busqueda, primerNivel } from "../texto/busqueda.ts"
import { sugerir } from "../texto/sugerencia.ts"
import { palabrasDe } from "../texto/texto.ts"
import { CALIDADES, type Calidad, type Persona } from "../tipos/directorio.ts"

const MAX_TYPED = 200

/** Finds by clave, by the whole name, or by some words of it. */
export function buscarPersona<P extends Pick<Persona, "clave" | "nombre">>(
  texto: string,
  personas: readonly P[],
): Busqueda<P> {
  const typed = palabrasDe(texto.slice(0, MAX_TYPED))
  if (typed.length === 0) return { kind: "ninguna", parecidas: [] }
  const whole = typed.join(" ")
  const found = primerNivel(
    [
      personas.filter(({ clave }) => clave === texto.trim()),
      personas.filter(({ clave, nombre }) =>
        [clave, nombre].some((uno) => palabrasDe(uno).join(" ") === whole),
      ),
    ],
    personas.filter(({ nombre }) => typed.every((word) => palabrasDe(nombre).includes(word))),
    personas.filter(({ nombre }) =>
      typed.every((word) => word.length >= 3 && palabrasDe(nombre).some((own) => own.startsWith(word))),
    ),
  )
  if (found !== null) return found
  const candidatos = personas.map((item) => ({ item, formas: [item.clave, item.nombre] }))
  return { kind: "ninguna", parecidas: sugerir(whole, candidatos) }
}

/** "Lic. Ana López": as they are called in a list. */
export const nombreConTitulo = ({ titulo, nombre }: Pick<Persona, "titulo" | "nombre">): string =>
  [titulo, nombre].filter(Boolean).join(" ")

/** In the order in which a directory names them. */
export const porCalidad = (a: Calidad, b: Calidad): number => CALIDADES.indexOf(a) - CALIDADES.indexOf(b)
