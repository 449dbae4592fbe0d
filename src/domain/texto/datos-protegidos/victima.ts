import { ARTICULOS, CON_ARTICULO, SE_LLAMA, UNA_PERSONA, VARIAS } from "./lexico-caso.ts"
import type { Llano } from "./llano.ts"
import { empiezaNombre } from "./nombre.ts"
import { precedeNombre } from "./nombre-antes.ts"
import { nombreConEdad, nombreReservado } from "./nombre-cortado.ts"
import { sigueNombre } from "./nombre-despues.ts"
import { type Leido, leer } from "./palabras.ts"

/** A victim, a witness, a minor or whoever is accused, with a name or initials: a person, not the matter. */
export function hayPersonaDelCaso(llano: Llano): boolean {
  const leido = leer(llano)
  const delCaso = leido.palabras.some(({ plana }) => UNA_PERSONA.has(plana) || CON_ARTICULO.has(plana))
  return leido.palabras.some(
    (_, i) =>
      nombrada(leido, i) ||
      nombreReservado(leido, i) ||
      nombreConEdad(leido, i) ||
      (delCaso && seLlama(leido, i)),
  )
}

/** «la sobreviviente que dará testimonio es Ana Ruiz». */
const ES_QUIEN =
  /(?<![a-z])(?:la|el) (?:victima|ofendid[ao]|sobreviviente|agraviad[ao]|quejos[ao]|imputad[ao]|menor|nin[ao]|denunciante)(?: [a-z]+){1,4} es $/u

/** The last word of those that announce one. */
const ANTES_DEL_NOMBRE: ReadonlySet<string> = new Set(
  "nombre llama llaman llamada llamado llamarse de es".split(" "),
)

function nombrada(leido: Leido, i: number): boolean {
  const { palabras } = leido
  const plana = palabras[i]?.plana ?? ""
  const antes = palabras[i - 1]?.plana ?? ""
  if (UNA_PERSONA.has(plana)) {
    return sigueNombre(leido, i, { varias: false, materia: false }) || precedeNombre(leido, i)
  }
  if (VARIAS.has(plana)) {
    // «Atención a Víctimas, Martha…» is an institution and its head: only names that are announced count.
    const materia = DE_LA_MATERIA.has(antes)
    return sigueNombre(leido, i, { varias: true, materia }) || (antes === "," && precedeNombre(leido, i))
  }
  if (!CON_ARTICULO.has(plana)) return false
  // A capital in the middle of a heading is no person: «Premio Joven Promesa».
  const unaPersona = ARTICULOS.has(antes) || (!/s$/u.test(plana) && empiezaFrase(leido, i))
  return sigueNombre(leido, i, { varias: !unaPersona || /s$/u.test(plana), materia: !unaPersona })
}

const DE_LA_MATERIA: ReadonlySet<string> = new Set("a de para por con sobre y e o en entre".split(" "))

/** «menor Uriel Batún llegó…», «niña Zuleyma Ek…»: without its article, as notes are written. */
const empiezaFrase = ({ palabras }: Leido, i: number): boolean =>
  i === 0 || /^[.:;,(-]$/u.test(palabras[i - 1]?.plana ?? "")

/** «…la víctima y su hija; se llama Ana»: the name is told apart from the word. */
function seLlama({ plano, palabras, conMayusculas }: Leido, i: number): boolean {
  if (!ANTES_DEL_NOMBRE.has(palabras[i - 1]?.plana ?? "")) return false
  const desde = palabras[i]?.desde ?? 0
  const antes = plano.slice(Math.max(0, desde - 60), desde)
  if (!SE_LLAMA.test(antes) && !ES_QUIEN.test(antes)) return false
  return empiezaNombre(palabras, i, { conMayusculas, anunciado: false, dudoso: false, junto: false })
}
