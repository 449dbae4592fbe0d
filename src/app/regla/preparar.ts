import type { FormProblem } from "../../cards/form.ts"
import type { CambioEnPalabras, CambioPreparado } from "../../cards/regla/cambio.ts"
import type { PerfilReglas, VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { perfil as esquemaPerfil } from "../importacion/formato/esquema-directorio.ts"
import { messageOf } from "../importacion/formato/problemas.ts"
import { DIAS_ENSAYO, ensayarCambio } from "./ensayar.ts"
import { type CambioRegla, perfilEn, ultimaVersion, valorDe, versionesNuevas, vigenteEn } from "./perfil.ts"
import type { FormularioReglas } from "./tema/campo.ts"

export interface PedidoCambio {
  readonly formulario: FormularioReglas
  readonly cambios: readonly CambioRegla[]
  readonly desde: Fecha
  readonly fuente: string
}

export interface NuevasVersiones {
  /** The highest number there was when it was prepared. */
  readonly base: number
  readonly versiones: ReturnType<typeof versionesNuevas>
}

export type Preparacion =
  | { readonly kind: "sin_cambio" }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }
  | { readonly kind: "preparado"; readonly cambio: CambioPreparado; readonly nuevas: NuevasVersiones }

interface Consulta {
  readonly read: Repositories
  readonly organo: Organo
  readonly hoy: Fecha
  readonly now: Instante
}

/**
 * Checks a change of rules as an import would, against the versions that are on record, and rehearses what it does if that
 * is asked. Only reads.
 */
export async function prepararCambio(
  consulta: Consulta,
  pedido: PedidoCambio,
  registradas: readonly VersionReglas[],
  ensaya: boolean,
): Promise<Preparacion> {
  const { read, organo, hoy } = consulta
  const { formulario, cambios, desde, fuente } = pedido
  if (cambios.length === 0) return { kind: "sin_cambio" }
  const versiones = versionesNuevas(registradas, cambios, desde)
  const problemas = [
    ...versiones.flatMap(({ perfil }) => reparosDe(perfil, formulario, hoy)),
    ...(await siglasAjenas(read, organo, desde, cambios)),
  ].filter((uno, i, todos) => todos.findIndex(({ message }) => message === uno.message) === i)
  if (problemas.length > 0) return { kind: "problemas", problemas }
  const rango = {
    desde: desde > hoy ? desde : hoy,
    hasta: sumarDias(desde > hoy ? desde : hoy, DIAS_ENSAYO - 1),
  }
  const nuevas = { base: ultimaVersion(registradas), versiones }
  const sesiones = await read.sesiones.list(organo.id)
  const cambio: CambioPreparado = {
    organo,
    titulo: formulario.titulo,
    cambios: enPalabras(perfilEn(registradas, desde), versiones[0]?.perfil ?? null, formulario),
    desde,
    fuente,
    rango,
    diferencia: ensaya
      ? await ensayarCambio(consulta, rango, { organo, read: conReglas(read, organo, registradas, nuevas) })
      : null,
    convocadas: sesiones.filter((sesion) => alcanza(sesion, desde)),
    despues: versiones.slice(1).map(({ perfil }) => perfil.vigenteDesde),
  }
  return { kind: "preparado", cambio, nuevas }
}

/** A session whose members were called already, and which is still to be held by the new rules. */
const alcanza = (sesion: Sesion, desde: Fecha): boolean =>
  sesion.estado === "convocada" && fueConvocada(sesion) && (sesion.fecha === null || sesion.fecha >= desde)

/** What stands against it, by the very schema that an import goes by, at the field where it is typed. */
function reparosDe(perfil: PerfilReglas, { campos }: FormularioReglas, hoy: Fecha): readonly FormProblem[] {
  const { error } = esquemaPerfil({ hoy, plataformas: [], demostracion: false }).safeParse(perfil)
  return (error?.issues ?? []).map((issue) => {
    const donde = issue.path.join(".")
    const campo =
      campos.find(({ ruta }) => donde === ruta || donde.startsWith(`${ruta}.`)) ??
      campos.find(({ ruta }) => ruta.startsWith(`${donde}.`))
    const message = messageOf(issue, perfil)
    return { field: campo?.opcion ?? null, message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.` }
  })
}

/** Who must be there is of the body. */
async function siglasAjenas(
  read: Repositories,
  organo: Organo,
  fecha: Fecha,
  cambios: readonly CambioRegla[],
): Promise<readonly FormProblem[]> {
  const grupos = cambios.filter(({ campo }) => campo.ruta.endsWith(".composicion"))
  if (grupos.length === 0) return []
  const [integrantes, instituciones] = [
    await read.organos.integrantes(organo.id, fecha),
    await read.instituciones.all(),
  ]
  const suyas = new Set(
    integrantes.map(({ institucionId }) => instituciones.find(({ id }) => id === institucionId)?.siglas),
  )
  return grupos.flatMap(({ campo, valor }) =>
    (valor as readonly { readonly instituciones: readonly string[] }[])
      .flatMap((grupo) => grupo.instituciones)
      .filter((siglas) => !suyas.has(siglas))
      .map((siglas) => ({
        field: campo.opcion,
        message: `«${siglas}» no son las siglas de una institución que integre el órgano.`,
      })),
  )
}

function enPalabras(
  antes: PerfilReglas,
  despues: PerfilReglas | null,
  { campos }: FormularioReglas,
): readonly CambioEnPalabras[] {
  if (despues === null) return []
  return campos.flatMap((campo) => {
    const decir = (perfil: PerfilReglas) => {
      const valor = valorDe(perfil, campo)
      return valor === undefined ? "sin regla propia" : campo.palabras(valor)
    }
    const [decia, dira] = [decir(antes), decir(despues)]
    return decia === dira ? [] : [{ etiqueta: campo.etiqueta, antes: decia, despues: dira }]
  })
}

/** The data as they would be with these versions. */
function conReglas(
  read: Repositories,
  organo: Organo,
  registradas: readonly VersionReglas[],
  { versiones }: NuevasVersiones,
): Repositories {
  const nuevas = versiones.map(({ perfil }) => ({
    perfil,
    fuente: null,
    personaId: null,
    registradoEn: null,
  }))
  const todas = [...registradas, ...nuevas].sort(enOrden)
  return {
    ...read,
    organos: {
      ...read.organos,
      perfil: async (organoId, fecha) =>
        organoId === organo.id
          ? (vigenteEn(todas, fecha)?.perfil ?? null)
          : read.organos.perfil(organoId, fecha),
    },
  }
}

const enOrden = (uno: VersionReglas, otro: VersionReglas): number =>
  uno.perfil.vigenteDesde.localeCompare(otro.perfil.vigenteDesde) || uno.perfil.version - otro.perfil.version
