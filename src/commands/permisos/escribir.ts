import type { Organo } from "../../domain/tipos/directorio.ts"
import { DIFUSION } from "../../texts/etiquetas.ts"
import type { Alcance } from "../definition/audience.ts"
import { type Lectura, lecturas } from "./lecturas.ts"
import { LUGARES } from "./lugares.ts"
import { type Celda, celdaDe, type Renglon, type Via } from "./matriz.ts"
import { OTRO, PAPELES } from "./papeles.ts"

/** The matrix as somebody reads it on a terminal, and as a spreadsheet or a program does. */

export const ALCANCE: Readonly<Record<Alcance, string>> = { todo: "sí", propio: "lo suyo", nada: "no" }

export const VIA: Readonly<Record<Via, string>> = {
  texto: "escrita",
  boton: "botón",
  formulario: "formulario",
}

/** Every cell, flat: a role, a command, a way and a place. */
export const celdasPlanas = (matriz: readonly Renglon[]) =>
  matriz.flatMap(({ orden, vias, actua, paraQuien, celdas }) =>
    celdas.flatMap(({ papel, lugar, alcance, nivel }) =>
      vias.map((via) => ({
        orden,
        via: VIA[via],
        registra: actua ? "sí" : "no",
        papel: papel.clave,
        lugar: lugar.clave,
        permitida: ALCANCE[alcance],
        nivel: nivel === null ? "" : DIFUSION[nivel],
        para_quien: paraQuien,
      })),
    ),
  )

export function enCsv(matriz: readonly Renglon[]): string {
  const celdas = celdasPlanas(matriz)
  const [primera] = celdas
  const renglones = [Object.keys(primera ?? {}), ...celdas.map((celda) => Object.values(celda))]
  return renglones.map((renglon) => `${renglon.map(campo).join(",")}\r\n`).join("")
}

const campo = (texto: string): string =>
  /[",\r\n]/u.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto

/** For programs: the cells, and what everybody reads. */
export const enJson = (matriz: readonly Renglon[]): string =>
  JSON.stringify(
    {
      papeles: PAPELES.map(({ clave, nombre }) => ({ clave, nombre })),
      lugares: LUGARES.map(({ clave, nombre }) => ({ clave, nombre })),
      celdas: celdasPlanas(matriz),
      lecturas: lecturas().flatMap(({ cosa, difusion, celdas }) =>
        celdas.map(({ papel, alcance }) => ({
          cosa,
          difusion: difusion === null ? "" : DIFUSION[difusion],
          papel: papel.clave,
          lee: ALCANCE[alcance],
        })),
      ),
    },
    null,
    2,
  )

const ANCHO = 8
/** On a terminal each role has a letter, said at the top. */
const letra = (i: number): string => String.fromCodePoint(65 + i)

export function enTexto(matriz: readonly Renglon[]): string {
  const lecturasEscritas = lecturas()
  const ancho = Math.max(
    ...matriz.map(({ orden }) => orden.length + 1),
    ...lecturasEscritas.map((una) => tituloDe(una).length),
  )
  const renglon = (titulo: string, celdas: readonly string[]) =>
    [titulo.padEnd(ancho), ...celdas.map((celda) => celda.padEnd(ANCHO))].join("  ").trimEnd()
  const cabeza = (titulo: string) =>
    renglon(
      titulo,
      PAPELES.map((_, i) => letra(i)),
    )
  const alcances = (celdas: readonly { readonly alcance: Alcance }[]) =>
    celdas.map(({ alcance }) => ALCANCE[alcance])
  return [
    "Quién es cada letra:",
    ...PAPELES.map(({ nombre }, i) => `  ${letra(i)}  ${nombre}`),
    "",
    "sí: puede · lo suyo: solo lo de su institución · no: se le rechaza en privado, exista o no lo que nombró",
    "* registra o cambia algo; los demás solo consultan",
    "",
    cabeza("COMANDO, escrito, con su botón o en su formulario"),
    ...matriz.map((fila) =>
      renglon(`${fila.actua ? "*" : " "}${fila.orden.replace(".", " ")}`, alcances(enElOrgano(fila))),
    ),
    "",
    "DE QUÉ ÓRGANO SE PREGUNTA EN CADA LUGAR; la respuesta es siempre privada",
    ...LUGARES.map(({ nombre, canalDe }) => ` ${nombre.padEnd(ancho)} ${organoDe(canalDe)}`),
    "",
    cabeza("LO QUE LEE CADA QUIEN, por su difusión"),
    ...lecturasEscritas.map((una) => renglon(tituloDe(una), alcances(una.celdas))),
    "",
  ].join("\n")
}

/** In another body each is what they are there: a post in this one gives nothing. */
export const organoDe = (canalDe: Organo | null): string =>
  canalDe?.id === OTRO.id ? "del otro: cada quien es ahí lo que su designación en él diga" : "de este"

const tituloDe = ({ cosa, difusion }: Lectura): string =>
  difusion === null ? cosa : `${cosa} · ${DIFUSION[difusion]}`

/** What everybody may in the body itself, whatever the place that speaks for it. */
export const enElOrgano = (renglon: Renglon): readonly Celda[] =>
  PAPELES.map(({ clave }) => celdaDe(renglon, clave, "canal_institucion"))
