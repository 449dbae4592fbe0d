import { claveDeNombre, dependeDeSi } from "../../domain/directorio/claves.ts"
import { tocayo } from "../../domain/directorio/suborgano.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { esZona } from "../../domain/tiempo/zona.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { primero, reparoDeClave, reparoDeNombre } from "./datos.ts"
import { asentar, type Hecho, hecho, origenDe, type Registro, reparo } from "./registro.ts"

/** What a body is; what is left out nobody has said. */
export interface DatosOrgano
  extends Pick<Organo, "tipo" | "nombreOficial" | "nombreCorto" | "zona">,
    Partial<Pick<Organo, "padreId" | "objetivo" | "correo" | "calendario">> {
  /** Left out: made from its short name. */
  readonly clave?: string
}

/** A new body, without rules yet: those that hold for all until it has its own. */
export async function crearOrgano(registro: Registro, datos: DatosOrgano): Promise<Hecho<Organo>> {
  // Before anything is asked of its today.
  if (!esZona(datos.zona)) return reparo({ campo: "zona", kind: "zona_desconocida" })
  const { organos, directorioWriter } = registro.repositories
  const todos = await organos.all()
  const claves = new Set(todos.map(({ clave }) => clave))
  const clave = datos.clave ?? claveDeNombre(datos.nombreCorto, claves, "organo")
  const ocupante = todos.find((uno) => uno.clave === clave)
  const { padreId = null } = datos
  const homonimo = tocayo({ ...datos, padreId }, todos, fechaEnZona(registro.now, datos.zona))
  const mal = primero(
    reparoDeClave("clave", clave),
    reparoDeNombre("nombre", datos.nombreOficial, "nombreOficial"),
    reparoDeNombre("nombre", datos.nombreCorto, "nombreCorto"),
    homonimo ? { campo: "corto", kind: "ocupado", de: homonimo.clave } : null,
    ocupante ? { campo: "clave", kind: "ocupado", de: ocupante.nombreCorto } : null,
    padreId === null || todos.some(({ id }) => id === padreId) ? null : { campo: "padre", kind: "no_existe" },
  )
  if (mal) return reparo(mal)
  const organo = await directorioWriter.createOrgano({
    objetivo: null,
    correo: null,
    calendario: null,
    cerradoEl: null,
    ...datos,
    padreId,
    clave,
    origen: origenDe(registro),
  })
  if (organo === null) return reparo({ campo: "clave", kind: "ocupado", de: clave })
  await asentar(registro, {
    tipo: "organo.creado",
    objeto: `organo:${organo.id}`,
    organoId: organo.id,
    despues: organo,
  })
  return hecho(organo)
}

/** What is given is changed, the rest stays. A body is not put below itself. */
export async function corregirOrgano(
  registro: Registro,
  organo: Organo,
  cambios: Partial<Omit<Organo, "id" | "clave" | "origen">>,
): Promise<Hecho<Organo>> {
  const { organos, directorioWriter } = registro.repositories
  const { zona = organo.zona, padreId = organo.padreId } = cambios
  const todos = await organos.all()
  const padres = new Map(todos.map((uno) => [uno.id, uno.padreId]))
  const renombrado = cambios.nombreCorto !== undefined || cambios.nombreOficial !== undefined
  const homonimo = renombrado
    ? tocayo({ ...organo, ...cambios }, todos, fechaEnZona(registro.now, organo.zona))
    : null
  const mal = primero(
    reparoDeNombre("nombre", cambios.nombreOficial ?? organo.nombreOficial, "nombreOficial"),
    reparoDeNombre("nombre", cambios.nombreCorto ?? organo.nombreCorto, "nombreCorto"),
    homonimo ? { campo: "corto", kind: "ocupado", de: homonimo.clave } : null,
    esZona(zona) ? null : { campo: "zona", kind: "zona_desconocida" },
    padreId === null || padres.has(padreId) ? null : { campo: "padre", kind: "no_existe" },
    dependeDeSi(organo.id, padres.set(organo.id, padreId)) ? { campo: "padre", kind: "depende_de_si" } : null,
  )
  if (mal) return reparo(mal)
  const nuevo = { ...organo, ...cambios }
  if (Object.entries(cambios).every(([campo, valor]) => Reflect.get(organo, campo) === valor))
    return hecho(organo)
  await directorioWriter.updateOrgano(organo.id, cambios)
  await asentar(registro, {
    tipo: "organo.corregido",
    objeto: `organo:${organo.id}`,
    organoId: organo.id,
    antes: organo,
    despues: nuevo,
  })
  return hecho(nuevo)
}

/** The rules of a body from a day on: another version, or the first. */
export async function fijarReglas(
  registro: Registro,
  organoId: string,
  { vigenteDesde, ...reglas }: Omit<PerfilReglas, "version">,
  fuente: string | null = null,
): Promise<Hecho<PerfilReglas>> {
  const { directorioWriter, organos } = registro.repositories
  const versiones = (await organos.versiones(organoId)).map(({ perfil }) => perfil)
  const repetida = versiones.find((una) => una.vigenteDesde === vigenteDesde)
  if (repetida) return reparo({ campo: "desde", kind: "ocupado", de: `la versión ${repetida.version}` })
  const ultima = Math.max(0, ...versiones.map((una) => una.version))
  const perfil = { ...reglas, version: ultima + 1, vigenteDesde }
  const version = { perfil, fuente, personaId: registro.persona?.id ?? null, registradoEn: registro.now }
  await directorioWriter.registrarReglas(organoId, version, null)
  await asentar(registro, {
    tipo: "organo.reglas",
    objeto: `organo:${organoId}`,
    organoId,
    antes: versiones.at(-1) ?? null,
    despues: perfil,
  })
  return hecho(perfil)
}
