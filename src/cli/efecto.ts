import type { Efecto } from "../app/importacion/importar.ts"
import type { CampoCambiado, Diferencia, Ruta } from "../domain/importacion/diferencias.ts"
import type { PorConfirmar, Riesgo } from "../domain/importacion/riesgos.ts"
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

function cambio({ campo, antes, despues }: CampoCambiado): string {
  const a = despues === null ? "(se borra)" : valor(despues)
  return `${campo.map(snake).join(".")}: ${valor(antes)} → ${a}`
}

/** Everything that a file adds, changes and erases, a line for each. */
export function efectoEnTexto({ diferencias, sinCambio, porConfirmar }: Efecto): string {
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
              return `      ${cambio(uno)}${riesgo === undefined ? "" : `   [pide confirmación: ${POR_QUE[riesgo]}]`}`
            }),
          ]),
        ]),
    `Sin cambio: ${plural(sinCambio, "registro", "registros")}.`,
  ].join("\n")
}

const marca = (ruta: Ruta, { campo }: CampoCambiado) => JSON.stringify([lugar(ruta), campo])

function alta({ ruta, contiene }: Extract<Diferencia, { readonly tipo: "alta" }>): string {
  const dentro = Object.entries(contiene).map(([lista, cuenta]) => `${snake(lista)}: ${cuenta}`)
  return `  + ${lugar(ruta)}${dentro.length === 0 ? "" : ` (${dentro.join(", ")})`}`
}

/** Why a file is not imported until somebody confirms it, a line for each change. */
export function porConfirmarEnTexto(cambios: readonly PorConfirmar[]): string {
  return cambios
    .map((uno) => `  ${lugar(uno.ruta)}\n      ${cambio(uno)}\n      ${POR_QUE[uno.riesgo]}`)
    .join("\n")
}
