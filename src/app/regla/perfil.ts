import type { PerfilReglas, VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../domain/reglas/perfil-reglas-default.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { CampoRegla } from "./tema/campo.ts"

/** The value of a rule in a profile; `undefined`: what holds it is not there. */
export function valorDe(perfil: PerfilReglas, { ruta }: Pick<CampoRegla, "ruta">): unknown {
  return ruta
    .split(".")
    .reduce<unknown>(
      (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
      perfil,
    )
}

export const sonIguales = (uno: unknown, otro: unknown): boolean =>
  JSON.stringify(uno) === JSON.stringify(otro)

/** One rule that changes. */
export interface CambioRegla {
  readonly campo: CampoRegla
  readonly valor: unknown
}

const PROPIO = "sesiones.segundaConvocatoria.quorumPropio"

/** The profile with these rules changed; nothing of the one that is given changes. */
export function conCambios(perfil: PerfilReglas, cambios: readonly CambioRegla[]): PerfilReglas {
  const nuevo = structuredClone(perfil) as PerfilReglas
  const { segundaConvocatoria, quorum } = nuevo.sesiones
  // A rule of its own for the second call begins as that of the first.
  if (cambios.some(({ campo }) => pide(campo)) || quierePropio(cambios))
    poner(nuevo, PROPIO, segundaConvocatoria.quorumPropio ?? structuredClone(quorum))
  if (cambios.some(({ campo }) => pide(campo))) poner(nuevo, "sesiones.segundaConvocatoria.quorum", "propio")
  for (const { campo, valor } of cambios) poner(nuevo, campo.ruta, valor)
  if (nuevo.sesiones.segundaConvocatoria.quorum !== "propio") poner(nuevo, PROPIO, null)
  return nuevo
}

const pide = ({ ruta }: CampoRegla) => ruta.startsWith(`${PROPIO}.`)
const quierePropio = (cambios: readonly CambioRegla[]) =>
  cambios.some(
    ({ campo, valor }) => campo.ruta === "sesiones.segundaConvocatoria.quorum" && valor === "propio",
  )

function poner(root: object, ruta: string, valor: unknown): void {
  const keys = ruta.split(".")
  const last = keys.pop() ?? ""
  const holder = keys.reduce<object>((value, key) => Object(Reflect.get(value, key)), root)
  Reflect.set(holder, last, valor)
}

/** The version in force on a day: of those that begin on one day, the last. `null`: the program's own rules. */
export function vigenteEn(versiones: readonly VersionReglas[], fecha: Fecha): VersionReglas | null {
  return versiones.findLast(({ perfil }) => perfil.vigenteDesde <= fecha) ?? null
}

export const perfilEn = (versiones: readonly VersionReglas[], fecha: Fecha): PerfilReglas =>
  vigenteEn(versiones, fecha)?.perfil ?? PERFIL_PREDETERMINADO

/** The highest number that a version has; 0: there is none. */
export const ultimaVersion = (versiones: readonly VersionReglas[]): number =>
  Math.max(0, ...versiones.map(({ perfil }) => perfil.version))

/**
 * What a change from a day on adds: a version that begins then, and one more for each that was to begin later, so that what
 * was decided for later stands and what is decided now is not lost. A rule that the later one changes by itself stays as it has it.
 */
export function versionesNuevas(
  versiones: readonly VersionReglas[],
  cambios: readonly CambioRegla[],
  desde: Fecha,
): readonly { readonly perfil: PerfilReglas; readonly antes: VersionReglas | null }[] {
  const base = perfilEn(versiones, desde)
  const fechas = [...new Set(versiones.map(({ perfil }) => perfil.vigenteDesde))].filter(
    (fecha) => fecha > desde,
  )
  const ultima = ultimaVersion(versiones)
  return [desde, ...fechas].flatMap((fecha, i) => {
    const antes = vigenteEn(versiones, fecha)
    const perfil = antes?.perfil ?? PERFIL_PREDETERMINADO
    const suyos = cambios.filter(({ campo }) => sonIguales(valorDe(perfil, campo), valorDe(base, campo)))
    if (suyos.length === 0) return []
    return [{ perfil: { ...conCambios(perfil, suyos), version: ultima + i + 1, vigenteDesde: fecha }, antes }]
  })
}
