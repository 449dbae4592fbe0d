/**
 * Where a text stands, and never the text: with it whoever confirms has the phrase read from its place again, so that it
 * is kept nowhere meanwhile.
 */
export interface LugarDeTexto {
  /** As the database calls them: `acuerdo`, `texto`. */
  readonly tabla: string
  readonly campo: string
  /** The row's id; of a vote, those of the votación and the institution with `/` between them. */
  readonly clave: string
  /** Which of the pieces of text that the field holds, from 1. */
  readonly hoja: number
  /** First character, from 1, and how many; 0 of both: all of it. */
  readonly inicio: number
  readonly largo: number
}

/** `acuerdo.texto.AZK….1.7.18`, with 22 characters for an id: there is room for it in a button. */
export function escribirLugar({ tabla, campo, clave, hoja, inicio, largo }: LugarDeTexto): string {
  return [tabla, campo, clave.split("/").map(corta).join("~"), hoja, inicio, largo].join(".")
}

/** `null`: it is no place. */
export function leerLugar(escrito: string): LugarDeTexto | null {
  const [, tabla = "", campo = "", claves = "", hoja, inicio, largo] = LUGAR.exec(escrito) ?? []
  if (tabla === "") return null
  const clave = claves.split("~").map(larga).join("/")
  return { tabla, campo, clave, hoja: Number(hoja), inicio: Number(inicio), largo: Number(largo) }
}

const LUGAR =
  /^([a-z_]{3,30})\.([a-z_]{3,40})\.([\w-]{22}(?:~[\w-]{22})?|\d{1,9})\.(\d{1,6})\.(\d{1,7})\.(\d{1,7})$/u
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/u

const corta = (id: string): string =>
  UUID.test(id) ? Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url") : id

function larga(id: string): string {
  if (id.length !== 22) return id
  const hex = Buffer.from(id, "base64url").toString("hex")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5")
}
