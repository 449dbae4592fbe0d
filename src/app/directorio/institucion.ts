import { dependeDeSi } from "../../domain/directorio/claves.ts"
import { nombreAnterior } from "../../domain/directorio/institucion.ts"
import { comoSeEscribe } from "../../domain/texto/texto.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Integrante } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { heredarCompromisos } from "../compromiso/encargo/heredar.ts"
import { reparoDeInstitucionAjena } from "./ajena.ts"
import { type DatosAsiento, registrarAsiento } from "./asiento.ts"
import { primero, reparoDeClave, reparoDeNombre } from "./datos.ts"
import { asentar, type Hecho, hecho, origenDe, type Registro, reparo } from "./registro.ts"

export interface DatosInstitucion extends Pick<Institucion, "siglas" | "nombre"> {
  /** Other things that people call it. */
  readonly alias?: readonly string[]
  readonly vigenteDesde?: Fecha | null
}

export interface InstitucionAgregada {
  readonly institucion: Institucion
  readonly asiento: Integrante | null
}

/**
 * An institution and, with `asiento`, its seat in a body. One that is on record with the same siglas and name, because it sits
 * in another body, is taken as it is.
 */
export async function agregarInstitucion(
  registro: Registro,
  datos: DatosInstitucion,
  asiento: DatosAsiento | null,
): Promise<Hecho<InstitucionAgregada>> {
  const todas = await registro.repositories.instituciones.all()
  const conocida = todas.find(({ siglas }) => comoSeEscribe(siglas) === comoSeEscribe(datos.siglas))
  const institucion = conocida ? conLaMisma(conocida, datos) : await crear(registro, datos)
  if (institucion.kind === "reparo") return institucion
  if (asiento === null) return hecho({ institucion: institucion.valor, asiento: null })
  const sentada = await registrarAsiento(registro, institucion.valor, asiento)
  return sentada.kind === "reparo"
    ? sentada
    : hecho({ institucion: institucion.valor, asiento: sentada.valor })
}

function conLaMisma(conocida: Institucion, { nombre }: DatosInstitucion): Hecho<Institucion> {
  const nombres = [conocida.nombre, ...conocida.alias.map(({ texto }) => texto)]
  if (nombres.some((uno) => comoSeEscribe(uno) === comoSeEscribe(nombre))) return hecho(conocida)
  return reparo({ campo: "siglas", kind: "ocupado", de: conocida.nombre })
}

async function crear(registro: Registro, datos: DatosInstitucion): Promise<Hecho<Institucion>> {
  const { siglas, nombre, alias = [], vigenteDesde = null } = datos
  const mal = primero(
    reparoDeClave("siglas", siglas),
    reparoDeNombre("nombre", nombre, "institucion"),
    ...alias.map((texto) => reparoDeNombre("alias", texto, "institucion")),
  )
  if (mal) return reparo(mal)
  const institucion = await registro.repositories.directorioWriter.createInstitucion({
    siglas,
    nombre,
    vigenteDesde,
    vigenteHasta: null,
    sucesoraId: null,
    alias: [...new Set(alias)].map((texto) => ({ texto, desde: null, hasta: null })),
    origen: origenDe(registro),
  })
  if (institucion === null) return reparo({ campo: "siglas", kind: "ocupado", de: siglas })
  await asentar(registro, {
    tipo: "institucion.agregada",
    objeto: `institucion:${institucion.id}`,
    despues: institucion,
  })
  return hecho(institucion)
}

export interface NombreNuevo {
  readonly siglas: string
  readonly nombre: string
  /** Its first day with that name. */
  readonly desde: Fecha
  readonly hoy: Fecha
}

/** From a day on it has another name: those that it had are kept as aliases until the day before. */
export async function renombrarInstitucion(
  registro: Registro,
  institucion: Institucion,
  { siglas, nombre, desde, hoy }: NombreNuevo,
): Promise<Hecho<Institucion>> {
  const { instituciones, directorioWriter } = registro.repositories
  const otra = (await instituciones.all()).find(
    (una) => una.id !== institucion.id && comoSeEscribe(una.siglas) === comoSeEscribe(siglas),
  )
  const mal = primero(
    reparoDeClave("siglas", siglas),
    reparoDeNombre("nombre", nombre, "institucion"),
    otra ? { campo: "siglas", kind: "ocupado", de: otra.nombre } : null,
    await reparoDeInstitucionAjena(registro, institucion),
    desde > hoy ? { campo: "desde", kind: "futura" } : null,
    siglas === institucion.siglas && nombre === institucion.nombre
      ? { campo: "nombre", kind: "sin_cambio" }
      : null,
  )
  if (mal) return reparo(mal)
  const viejos = [
    ...(siglas === institucion.siglas ? [] : [institucion.siglas]),
    ...(nombre === institucion.nombre ? [] : [institucion.nombre]),
  ].map((texto) => nombreAnterior(institucion, texto, sumarDias(desde, -1)))
  const vacio = viejos.find((viejo) => viejo.desde !== null && viejo.desde >= desde)
  if (vacio?.desde) return reparo({ campo: "desde", kind: "anterior", a: vacio.desde })
  for (const viejo of viejos) await directorioWriter.putAlias(institucion.id, viejo)
  await directorioWriter.updateInstitucion(institucion.id, { siglas, nombre })
  const nueva = (await instituciones.byId(institucion.id)) ?? institucion
  await asentar(registro, {
    tipo: "institucion.renombrada",
    objeto: `institucion:${institucion.id}`,
    antes: institucion,
    despues: nueva,
  })
  return hecho(nueva)
}

export interface Sucesion {
  readonly sucesora: Institucion
  /** The last day of the one that is succeeded. */
  readonly hasta: Fecha
}

export interface Sucedida {
  readonly institucion: Institucion
  /** Commitments that the successor answers for from then on, in all bodies. */
  readonly heredados: number
}

/**
 * After its last day another one answers for it; several may have the same successor. What they did stays theirs; what
 * is still owed passes, which both are told and each commitment keeps on record.
 */
export async function sucederInstitucion(
  registro: Registro,
  institucion: Institucion,
  { sucesora, hasta }: Sucesion,
): Promise<Hecho<Sucedida>> {
  const { instituciones, directorioWriter } = registro.repositories
  const sucesoras = new Map((await instituciones.all()).map((una) => [una.id, una.sucesoraId]))
  const { vigenteDesde } = institucion
  const mal = primero(
    dependeDeSi(institucion.id, sucesoras.set(institucion.id, sucesora.id))
      ? { campo: "sucesora", kind: "depende_de_si" }
      : null,
    vigenteDesde !== null && hasta < vigenteDesde
      ? { campo: "hasta", kind: "termina_antes", desde: vigenteDesde }
      : null,
    sucesora.vigenteHasta !== null && sucesora.vigenteHasta <= hasta
      ? { campo: "sucesora", kind: "no_existe" }
      : null,
    await reparoDeInstitucionAjena(registro, institucion),
  )
  if (mal) return reparo(mal)
  await directorioWriter.updateInstitucion(institucion.id, { vigenteHasta: hasta, sucesoraId: sucesora.id })
  const nueva = { ...institucion, vigenteHasta: hasta, sucesoraId: sucesora.id }
  await asentar(registro, {
    tipo: "institucion.sucedida",
    objeto: `institucion:${institucion.id}`,
    antes: institucion,
    despues: nueva,
  })
  return hecho({ institucion: nueva, heredados: await heredarCompromisos(registro, nueva, sucesora, hasta) })
}
