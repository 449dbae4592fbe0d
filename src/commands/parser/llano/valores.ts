import type { Entidades } from "../../../domain/lenguaje/entidades.ts"
import type { CompromisoNombrable, Mundo } from "../../../domain/lenguaje/mundo.ts"
import { buscarPorClave } from "../../../domain/texto/clave.ts"
import type { Command } from "../../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../../definition/options.ts"
import type { Values } from "../values.ts"
import { enumerado } from "./enumerado.ts"
import type { Leido } from "./leido.ts"
import { textoDicho } from "./texto-dicho.ts"

/** More records than these are asked for by the command itself, which lists them. */
const MAX_CLAVES = 4

/** The options that a phrase fills; one for each record that it may mean. */
export function valoresDe(command: Command, leido: Leido, con: Values): readonly Values[] {
  const fijos: Record<string, string> = { ...con }
  let claves: readonly string[] | null = null
  const options = optionsOf(command)
  for (const option of options) {
    if (option.name in fijos) continue
    if (option.completes === "acuerdo" || option.completes === "compromiso") {
      claves = clavesDe(option, command, leido)
      continue
    }
    const valor = valorDe(option, command, leido)
    if (valor !== null) fijos[option.name] = valor
  }
  const [referida] = options.filter(({ completes }) => completes === "acuerdo" || completes === "compromiso")
  if (referida === undefined || claves === null || claves.length === 0 || claves.length > MAX_CLAVES)
    return [fijos]
  return claves.map((clave) => ({ ...fijos, [referida.name]: clave }))
}

function valorDe(option: OptionInfo, command: Command, leido: Leido): string | null {
  const { dichas, mundo } = leido
  const { name, completes, kind, values } = option
  if (completes === "sesion") return sesionDe(option, command, leido)
  if (completes === "institucion")
    return name === "institucion" || name === "sale"
      ? (dichas.instituciones[0]?.institucion.responde ?? null)
      : null
  if (values !== null) return enumerado(option, leido.dicho)
  if (name === "mes") return dichas.mes?.valor ?? null
  if (kind === "fecha") return esLaFecha(option, command) ? (dichas.fecha?.valor ?? null) : null
  if (kind === "hora") return name === "hora" ? (dichas.hora?.valor ?? null) : null
  if (kind === "direccion") return dichas.direccion
  if (kind === "numero" || name === "punto")
    return name === "punto" && dichas.numero?.de === "punto" ? String(dichas.numero.valor) : null
  if (kind === "texto" || name === "texto") return textoDicho(option, command, leido)
  return completes === "persona" || mundo.sesiones.length < 0 ? null : null
}

/** Of several days only the first that is needed, or the only one, is the one that is said. */
function esLaFecha({ name }: OptionInfo, command: Command): boolean {
  const fechas = optionsOf(command).filter(({ kind, name: una }) => kind === "fecha" && una !== "mes")
  return (fechas.find(({ required }) => required) ?? fechas[0])?.name === name
}

function sesionDe({ required }: OptionInfo, command: Command, { dichas, mundo }: Leido): string | null {
  if (dichas.sesion) return dichas.sesion.clave
  if (dichas.relativa === "ultima" && !/^(?:proxima|asistencia|suplente|acuse)$/u.test(command.subcommand))
    return mundo.ultima
  return required && dichas.relativa === "proxima" ? mundo.proxima : null
}

function clavesDe(option: OptionInfo, command: Command, leido: Leido): readonly string[] {
  return option.completes === "acuerdo" ? acuerdosDe(leido) : compromisosDe(command, leido)
}

function acuerdosDe({ dichas, mundo, tema }: Leido): readonly string[] {
  const { clave, numero } = dichas
  if (clave !== null) {
    const found = buscarPorClave(clave, mundo.acuerdos)
    const deCompromiso = mundo.compromisos.find((una) => una.clave.toUpperCase() === clave.toUpperCase())
    return [found.kind === "una" ? found.item.clave : (deCompromiso?.acuerdo ?? clave)]
  }
  if (numero?.de === "acuerdo")
    return mundo.acuerdos
      .filter(
        (uno) => uno.numero === numero.valor && (numero.sesion === null || uno.sesion === numero.sesion),
      )
      .map((uno) => uno.clave)
  return tema === null ? [] : [...new Set(tema.compromisos.map(({ acuerdo }) => acuerdo))]
}

function compromisosDe(command: Command, leido: Leido): readonly string[] {
  const { dichas, mundo, tema } = leido
  const { clave, numero } = dichas
  const suyos = compromisosAlAlcance(dichas, mundo)
  const deseables = (unos: readonly CompromisoNombrable[]) => {
    const abiertos = unos.filter(({ abierto }) => abierto)
    return (command.acts !== false && abiertos.length > 0 ? abiertos : unos).map((uno) => uno.clave)
  }
  if (clave !== null) {
    const exacto = mundo.compromisos.find((uno) => uno.clave.toUpperCase() === clave.toUpperCase())
    if (exacto) return [exacto.clave]
    const acuerdo = buscarPorClave(clave, mundo.acuerdos)
    const dichos = acuerdo.kind === "una" ? suyos.filter((uno) => uno.acuerdo === acuerdo.item.clave) : []
    return dichos.length > 0 ? dichos.map((uno) => uno.clave) : [clave]
  }
  if (numero?.de === "acuerdo") {
    const acuerdos = acuerdosDe(leido)
    const dichos = suyos.filter((uno) => acuerdos.includes(uno.acuerdo))
    if (dichos.length > 0) return numero.sesion === null ? deseables(dichos) : dichos.map((uno) => uno.clave)
    return numero.sesion === null || acuerdos.length !== 1 ? [] : acuerdos
  }
  if (tema === null) return []
  return deseables(tema.compromisos.filter((uno) => suyos.includes(uno)))
}

/** Those of the institution that is named, or else of the asker's own, or else all. */
export function compromisosAlAlcance(
  { instituciones }: Pick<Entidades, "instituciones">,
  { compromisos, propias }: Mundo,
): readonly CompromisoNombrable[] {
  const nombradas = instituciones.map(({ institucion }) => institucion.responde)
  const de = (siglas: readonly string[]) =>
    compromisos.filter(({ institucion }) => institucion !== null && siglas.includes(institucion))
  if (nombradas.length > 0) return de(nombradas)
  const suyos = de(propias)
  return suyos.length > 0 ? suyos : compromisos
}
