import { legible } from "../domain/texto/legible.ts"

const ENTIDADES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Text that people wrote, as text of a drawing and never as its markup. */
const enXml = (text: string): string => legible(text).replace(/[&<>"]/gu, (c) => ENTIDADES[c] ?? c)

type Atributos = Readonly<Record<string, string | number>>

const atributos = (all: Atributos): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${enXml(String(value))}"`)
    .join("")

export const rectangulo = (all: Atributos): string => `<rect${atributos(all)}/>`

export const letrero = (text: string, all: Atributos): string =>
  `<text${atributos({ fill: "#1a1a1a", "font-size": 22, ...all })}>${enXml(text)}</text>`

/** A whole drawing; `alto` and `ancho` in pixels. */
export const dibujo = (ancho: number, alto: number, partes: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${ancho}" height="${alto}" viewBox="0 0 ${ancho} ${alto}" font-family="sans-serif">${partes.join("")}</svg>`
