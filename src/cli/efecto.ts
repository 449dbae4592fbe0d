import type { Efecto } from "../app/importacion/importar.ts"
import type { CampoCambiado, Diferencia, Ruta } from "../domain/importacion/diferencias.ts"
import type { Riesgo } from "../domain/importacion/riesgos.ts"
import { shorten } from "../domain/texto/cut.ts"
import { plural } from "../texts/plurales.ts"

const MAX_VALOR = 120

const POR_QUE: Readonly<Record<Riesgo, string>> = {
  borra: "borra un dato registrado",
  identidad: "la cuenta sería de otra persona",
  canal: "los mensajes se leerían en otro lugar, o los leerían otras personas",
  retrocede: "vuelve a un estado anterior",
  chat: "deshace lo que alguien registró en el chat",
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** "sesiones ci / SO-21, acuerdos CI/SO-21/03/2024" */
const lugar = (ruta: Ruta) => ruta.map(({ lista, nombre }) => `${snake(lista)} ${nombre}`).join(", ")

function valor(value: unknown): string {
  if (value === null) return "(nada)"
  if (typeof value === "string") return `«${shorten(value, MAX_VALOR)}»`
  return shorten(JSON.stringify(value), MAX_VALOR)
}

type Nombres = Efecto["nombres"]

/** «ana» and what she is called, where it is a person that changes. */
function deQuien(campo: CampoCambiado["campo"], clave: unknown, nombres: Nombres): string {
  const nombre = campo.at(-1) === "persona" ? nombres.get(String(clave)) : undefined
  return nombre === undefined ? "" : ` (${shorten(nombre, MAX_VALOR)})`
}

function cambio({ campo, antes, despues }: CampoCambiado, nombres: Nombres): string {
  const a = despues === null ? "(se borra)" : valor(despues)
  return `${campo.map(snake).join(".")}: ${valor(antes)}${deQuien(campo, antes, nombres)} → ${a}${deQuien(campo, despues, nombres)}`
}

/** Everything that a file adds, changes and erases, a line for each. */
export function efectoEnTexto(efecto: Efecto): string {
  const { diferencias, sinCambio, porConfirmar, nombres } = efecto
  const altas = diferencias.filter((una) => una.tipo === "alta")
  const cambios = diferencias.filter((una) => una.tipo === "cambio")
  const marcas = new Map(porConfirmar.map((uno) => [marca(uno.ruta, uno), uno.riesgo]))
  return [
    ...(altas.length === 0
      ? []
      : [
          `Se agregan ${plural(altas.length, "registro", "registros")}${altas.some(({ contiene }) => Object.keys(contiene).length > 0) ? ", además de los que contienen" : ""}:`,
          ...altas.map(alta),
        ]),
    ...(cambios.length === 0
      ? []
      : [
          `Cambian ${plural(cambios.length, "registro", "registros")}:`,
          ...cambios.flatMap(({ ruta, campos }) => [
            `  ~ ${lugar(ruta)}`,
            ...campos.map((uno) => {
              const riesgo = marcas.get(marca(ruta, uno))
              return `      ${cambio(uno, nombres)}${riesgo === undefined ? "" : `   [pide confirmación: ${POR_QUE[riesgo]}]`}`
            }),
          ]),
        ]),
    `Sin cambio: ${plural(sinCambio, "registro", "registros")}.`,
    ...homonimosEnTexto(efecto),
  ].join("\n")
}

/** Perhaps somebody who is on record already, under another clave. */
export function homonimosEnTexto({ homonimos }: Pick<Efecto, "homonimos">): readonly string[] {
  return homonimos.map(
    ({ clave, nombre, registrada }) =>
      `Atención: la persona nueva «${clave}» se llama igual que «${registrada}», que ya consta (${shorten(nombre, MAX_VALOR)}). Si es la misma, use en el archivo la clave «${registrada}».`,
  )
}

const marca = (ruta: Ruta, { campo }: CampoCambiado) => JSON.stringify([lugar(ruta), campo])

function alta({ ruta, contiene }: Extract<Diferencia, { readonly tipo: "alta" }>): string {
  const dentro = Object.entries(contiene).map(([lista, cuenta]) => `${snake(lista)}: ${cuenta}`)
  return `  + ${lugar(ruta)}${dentro.length === 0 ? "" : ` (${dentro.join(", ")})`}`
}

/** Why a file is not imported until somebody confirms it, a line for each change. */
export function porConfirmarEnTexto({
  porConfirmar,
  nombres,
}: Pick<Efecto, "porConfirmar" | "nombres">): string {
  return porConfirmar
    .map((uno) => `  ${lugar(uno.ruta)}\n      ${cambio(uno, nombres)}\n      ${POR_QUE[uno.riesgo]}`)
    .join("\n")
}
