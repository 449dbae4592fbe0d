import { estaConcluido } from "../../domain/compromiso/compromiso.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import { estaCerrado } from "../../domain/directorio/suborgano.ts"
import type { Mundo } from "../../domain/lenguaje/mundo.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { conduce, institucionesDe, veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import { acuerdosVisibles } from "../acuerdo/listar.ts"
import { compromisosVisibles } from "../compromiso/listar.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { sesionesVisibles } from "../sesion/consultar.ts"

/** How far ahead a day is counted in business days. */
const ADELANTE = 120

/** What a phrase of somebody may name: only what they may see of the body. */
export async function mundoDe(consulta: ConsultaPersonal): Promise<Mundo> {
  const { read, actor, organo, hoy } = consulta
  const [sesiones, instituciones, organos, acuerdos, { organo: inhabiles }] = await Promise.all([
    sesionesVisibles(consulta),
    read.instituciones.all(),
    read.organos.all(),
    acuerdosVisibles(consulta),
    leerCalendarios(read, organo, hoy, sumarDias(hoy, ADELANTE)),
  ])
  const responde = quienResponde(instituciones, hoy)
  const filas = veCompromiso(actor, organo.id)
    ? await compromisosVisibles(consulta, { organoId: organo.id })
    : []
  return {
    hoy,
    zona: organo.zona,
    inhabiles: inhabiles as ReadonlySet<string>,
    sesiones,
    proxima: proximaSesion(sesiones, hoy)?.clave ?? null,
    ultima: ultimaClausurada(sesiones)?.clave ?? null,
    acuerdos: acuerdos.map(({ acuerdo, sesion }) => ({ ...acuerdo, sesion: sesion?.clave ?? "" })),
    compromisos: filas.map(({ compromiso, acuerdo }) => ({
      clave: compromiso.clave,
      acuerdo: acuerdo.clave,
      institucion: compromiso.institucionId === null ? null : responde(compromiso.institucionId),
      abierto: !estaConcluido(compromiso),
      texto: `${compromiso.texto} ${acuerdo.texto}`,
    })),
    instituciones: instituciones.map((una) => ({
      siglas: una.siglas,
      responde: responde(una.id),
      nombres: [una.siglas, una.nombre, ...una.alias.map(({ texto }) => texto)],
    })),
    suborganos: organos
      .filter((uno) => uno.padreId === organo.id && !estaCerrado(uno, hoy))
      .map(({ clave, nombreCorto }) => ({ clave, nombres: [normalizar(nombreCorto)] })),
    // Whoever leads the body speaks of any institution.
    propias: conduce(actor, organo.id) ? [] : institucionesDe(actor, organo.id).map(responde),
  }
}

function quienResponde(instituciones: readonly Institucion[], hoy: ConsultaPersonal["hoy"]) {
  const hoyResponde = responsables(instituciones, hoy)
  const siglas = new Map(instituciones.map((una) => [una.id, una.siglas]))
  return (id: string): string => siglas.get(hoyResponde(id)) ?? id
}
