import { type Busqueda, primerNivel } from "../texto/busqueda.ts"
import { sugerir } from "../texto/sugerencia.ts"
import { normalizar } from "../texto/texto.ts"
import type { Calidad, Persona } from "../tipos/directorio.ts"

const MAX_TYPED = 200

const palabras = (texto: string): readonly string[] => normalizar(texto).match(/[\p{L}\p{N}]+/gu) ?? []

/** Finds by clave, by the whole name, or by some words of it. */
export function buscarPersona<P extends Pick<Persona, "clave" | "nombre">>(
  texto: string,
  personas: readonly P[],
): Busqueda<P> {
  const typed = palabras(texto.slice(0, MAX_TYPED))
  if (typed.length === 0) return { kind: "ninguna", parecidas: [] }
  const whole = typed.join(" ")
  const found = primerNivel(
    [
      personas.filter(({ clave }) => clave === texto.trim()),
      personas.filter(({ clave, nombre }) =>
        [clave, nombre].some((uno) => palabras(uno).join(" ") === whole),
      ),
    ],
    personas.filter(({ nombre }) => typed.every((word) => palabras(nombre).includes(word))),
    personas.filter(({ nombre }) =>
      typed.every((word) => word.length >= 3 && palabras(nombre).some((own) => own.startsWith(word))),
    ),
  )
  if (found !== null) return found
  const candidatos = personas.map((item) => ({ item, formas: [item.clave, item.nombre] }))
  return { kind: "ninguna", parecidas: sugerir(whole, candidatos) }
}

/** "Lic. Ana López": as they are called in a list. */
export const nombreConTitulo = ({ titulo, nombre }: Pick<Persona, "titulo" | "nombre">): string =>
  [titulo, nombre].filter(Boolean).join(" ")

/** As a directory of a body names them. */
const ORDEN: readonly Calidad[] = [
  "presidencia",
  "secretaria_tecnica",
  "titular",
  "suplente",
  "enlace",
  "participante",
  "invitado_especial",
  "organo_interno_de_control",
  "unidad_de_transparencia",
  "administracion_tecnica",
]

export const porCalidad = (a: Calidad, b: Calidad): number => ORDEN.indexOf(a) - ORDEN.indexOf(b)
