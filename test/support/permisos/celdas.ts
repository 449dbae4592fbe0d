import type { Command } from "../../../src/commands/definition/definition.ts"
import { type OptionInfo, optionsOf } from "../../../src/commands/definition/options.ts"
import { argOf, typedForm } from "../../../src/commands/parser/action.ts"
import { LUGARES } from "../../../src/commands/permisos/lugares.ts"
import { celdaDe, type Renglon, type Via } from "../../../src/commands/permisos/matriz.ts"
import { PAPELES } from "../../../src/commands/permisos/papeles.ts"
import type { Visto } from "../sala/puerta.ts"

/** One thing that somebody does somewhere, and whether the matrix lets them. */
export interface Caso {
  readonly renglon: Renglon
  readonly papel: string
  readonly lugar: string
  readonly via: Via
  readonly permitido: boolean
  /** A refusal is also asked for of what there is: it must say the same. */
  readonly compara: boolean
}

export const nombreDe = ({ renglon, papel, lugar, via }: Caso): string =>
  `${papel} · ${renglon.orden} · ${via} · ${lugar}`

/** Every cell by every way: thousands. */
export function todosLosCasos(matriz: readonly Renglon[]): readonly Caso[] {
  return matriz.flatMap((renglon) =>
    PAPELES.flatMap(({ clave: papel }) =>
      LUGARES.flatMap(({ clave: lugar }) =>
        renglon.vias.map((via) => caso(renglon, papel, lugar, via, true)),
      ),
    ),
  )
}

/** Every role with every command, each time from another place and by another way. */
export function unCasoPorCelda(matriz: readonly Renglon[]): readonly Caso[] {
  return matriz.flatMap((renglon, i) =>
    PAPELES.map(({ clave: papel }, j) => {
      const lugar = LUGARES[(i + j) % LUGARES.length]?.clave ?? ""
      const via = renglon.vias[(i + 2 * j) % renglon.vias.length] ?? "boton"
      return caso(renglon, papel, lugar, via, (i + j) % 3 === 0)
    }),
  )
}

function caso(renglon: Renglon, papel: string, lugar: string, via: Via, compara: boolean): Caso {
  const permitido = celdaDe(renglon, papel, lugar).alcance !== "nada"
  return { renglon, papel, lugar, via, permitido, compara }
}

const HAY = {
  sesion: "SO-22",
  punto: "1",
  acuerdo: "CI/SO-21/03/2024",
  compromiso: "CI/SO-21/07/2024/SRE",
  institucion: "SRE",
  persona: "enlace-sre",
  designada: "enlace-sre",
}
const NO_HAY = {
  sesion: "SO-99",
  punto: "99",
  acuerdo: "CI/SO-99/09/2099",
  compromiso: "CI/SO-99/09/2099/SRE",
  institucion: "XANADU",
  persona: "nadie",
  designada: "nadie",
}

/** Options that name a thing: of what there is, or of what there is not. */
export function valoresDe(command: Command, existe: boolean): Readonly<Record<string, string>> {
  const options = optionsOf(command)
  const nombran = options.filter(({ kind }) => kind === "referencia")
  // Where nothing is named there is nothing to be wrong about, and what is complete would be done.
  if (nombran.length === 0 && !existe) return {}
  const given = options.filter((option) => option.required || nombran.includes(option))
  return Object.fromEntries(given.map((option) => [option.name, ejemplo(option, existe)]))
}

function ejemplo({ completes, values, kind }: OptionInfo, existe: boolean): string {
  if (completes) return (existe ? HAY : NO_HAY)[completes]
  if (values) return values[0] ?? ""
  const porClase = {
    texto: "Texto de la prueba",
    secreto: "Texto que no está en ninguna parte",
    direccion: "https://ejemplo.gob.mx/documento",
    fecha: "2031-06-03",
    hora: "10:00",
    numero: "1",
    referencia: existe ? "1" : "99",
    opcion: "",
  }
  return porClase[kind ?? "texto"]
}

const MAX_ID = 100

/** What is typed, or the id of the button or of the form, for a thing that there is or that there is not. */
export function pedidoDe({ renglon: { command, orden } }: Caso, via: Via, existe: boolean): string {
  const values = valoresDe(command, existe)
  if (via === "texto") return typedForm(command, values)
  const arg = argOf(command, values)
  const id = arg === "" ? orden : `${orden}:${arg}`
  const [first] = Object.entries(values)
  return id.length <= MAX_ID || !first ? id : `${orden}:${argOf(command, Object.fromEntries([first]))}`
}

const RECHAZOS = ["Este comando requiere vinculación", "No tiene permiso para este comando"]
/** A bug answers with a reference, and is never taken for permission. */
const FALLA = /REF-[0-9A-Z]{4}/u

export const fueRechazado = ({ text }: Pick<Visto, "text">): boolean =>
  RECHAZOS.some((titulo) => text.includes(titulo))

/**
 * `null`: as the matrix says. A refusal is private, opens nothing, and says the same byte by byte of a thing that there is
 * and of one that there is not.
 */
export async function fallaDe(
  uno: Caso,
  hacer: (caso: Caso, pedido: string) => Promise<Visto>,
): Promise<string | null> {
  const inexistente = await hacer(uno, pedidoDe(uno, uno.via, false))
  const queja = (texto: string) => `${nombreDe(uno)}: ${texto}\n${inexistente.text.slice(0, 200)}`
  if (!inexistente.onlyHers) return queja("se contestó en público")
  if (FALLA.test(inexistente.text)) return queja("falló")
  if (uno.permitido) return fueRechazado(inexistente) ? queja("se rechazó y está permitido") : null
  if (inexistente.form !== null) return queja("se abrió un formulario")
  if (!fueRechazado(inexistente)) return queja("no se rechazó")
  if (!uno.compara) return null
  const existente = await hacer(uno, pedidoDe(uno, uno.via, true))
  if (!existente.onlyHers) return queja("se rechazó en público")
  if (existente.text !== inexistente.text) return queja(`dice otra cosa de lo que existe: ${existente.text}`)
  return null
}

/** What is not as the matrix says, all of it at once. Each does one thing after another; all of them at the same time. */
export async function fallas(
  casos: readonly Caso[],
  hacer: (caso: Caso, pedido: string) => Promise<Visto>,
): Promise<readonly string[]> {
  const found: string[] = []
  const deUno = async (papel: string) => {
    for (const uno of casos.filter((caso) => caso.papel === papel)) {
      const falla = await fallaDe(uno, hacer).catch((error) => `${nombreDe(uno)}: ${error}`)
      if (falla !== null) found.push(falla)
    }
  }
  await Promise.all([...new Set(casos.map(({ papel }) => papel))].map(deUno))
  return found
}
