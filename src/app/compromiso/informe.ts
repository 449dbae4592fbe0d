import { corteInforme, type FilaInforme, type InformeVisto } from "../../cards/compromiso/informe.ts"
import { fechaVigente, responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { type Periodo, situacionEn, vaciosDe } from "../../domain/compromiso/informe.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Avance } from "../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { institucionesDe, veAcuerdo } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo, CompromisoFilter } from "../../ports/repositories/compromiso.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import type { Calendarios } from "../inhabil/calendarios.ts"
import { calendariosDe, compromisosVisibles, queResponde, vistasCompromiso } from "./listar.ts"

/** What was promised, done and late in a period. `soloPropios`: by the asker's own institutions. */
export async function informeDe(
  consulta: ConsultaPersonal,
  periodo: Periodo,
  soloPropios: boolean,
): Promise<InformeVisto> {
  const { read, actor, organo, hoy } = consulta
  const [instituciones, sesiones, ultimos, evidencias] = await Promise.all([
    read.instituciones.all(),
    read.sesiones.list(organo.id),
    read.compromisos.ultimosAvances(organo.id),
    read.compromisos.evidencias(organo.id),
  ])
  const propias = institucionesDe(actor, organo.id)
  const deEllas: Pick<CompromisoFilter, "deInstituciones"> = soloPropios
    ? { deInstituciones: [...new Set(propias.flatMap((id) => queResponde(id, instituciones, hoy)))] }
    : {}
  const rows = await compromisosVisibles(consulta, { organoId: organo.id, ...deEllas })
  const vistas = await vistasCompromiso(consulta, rows, instituciones)
  const calendarios = await calendariosDe(read, organo, [
    hoy,
    corteInforme({ periodo, hoy }),
    ...rows.flatMap(({ compromiso }) => [fechaVigente(compromiso), compromiso.cumplidoEl]),
  ])
  const fila = filaCon(consulta, periodo, {
    instituciones: new Map(instituciones.map((una) => [una.id, una])),
    responsable: responsables(instituciones, hoy),
    sesiones: new Map(sesiones.map((una) => [una.id, una])),
    textos: new Map(vistas.map(({ clave, detalle }) => [clave, detalle?.texto ?? null])),
    ultimos: await ultimosAlCorte(consulta, corteInforme({ periodo, hoy }), rows, ultimos),
    evidencias,
    calendarios,
  })
  return {
    organo,
    periodo,
    hoy,
    instituciones: soloPropios ? instituciones.filter(({ id }) => propias.includes(id)) : null,
    filas: rows.flatMap((row) => fila(row) ?? []).sort(enOrden),
  }
}

/** Of each, the last report until that day: what was reported afterwards takes none of its place. */
async function ultimosAlCorte(
  { read, organo: { zona } }: ConsultaPersonal,
  corte: Fecha,
  rows: readonly CompromisoConAcuerdo[],
  ultimos: ReadonlyMap<string, Avance>,
): Promise<ReadonlyMap<string, Avance>> {
  const hasta = ({ registradoEn }: Avance) => fechaEnZona(registradoEn, zona) <= corte
  const found = new Map<string, Avance>()
  for (const { compromiso } of rows) {
    const ultimo = ultimos.get(compromiso.id)
    if (ultimo === undefined) continue
    const avance = hasta(ultimo) ? ultimo : (await read.compromisos.avances(compromiso.id)).find(hasta)
    if (avance !== undefined) found.set(compromiso.id, avance)
  }
  return found
}

interface Conocido {
  readonly instituciones: ReadonlyMap<string, Institucion>
  readonly responsable: (id: string) => string
  readonly sesiones: ReadonlyMap<string, Sesion>
  /** By clave; `null`: not for the asker. */
  readonly textos: ReadonlyMap<string, string | null>
  /** Until the end of the period. */
  readonly ultimos: ReadonlyMap<string, Avance>
  readonly evidencias: ReadonlyMap<string, readonly Avance[]>
  readonly calendarios: Calendarios
}

function filaCon(consulta: ConsultaPersonal, periodo: Periodo, conocido: Conocido) {
  const { actor, organo, hoy } = consulta
  const corte = corteInforme({ periodo, hoy })
  const dia = ({ registradoEn }: Avance) => fechaEnZona(registradoEn, organo.zona)
  return ({ compromiso, acuerdo }: CompromisoConAcuerdo): FilaInforme | null => {
    const { institucionId } = compromiso
    const texto = conocido.textos.get(compromiso.clave) ?? null
    // What is told of a commitment is its text and its evidence: who may not read those has no report of it.
    if (texto === null) return null
    const sesion = conocido.sesiones.get(acuerdo.sesionId)
    const informado = { compromiso, acuerdo, acordadoEl: sesion?.fecha ?? null }
    const aCargo = institucionId === null ? null : conocido.responsable(institucionId)
    const inhabiles = aCargo === null ? conocido.calendarios.organo : conocido.calendarios.de(aCargo)
    const situacion = situacionEn(informado, periodo, hoy, inhabiles)
    if (situacion === null) return null
    const evidencias = (conocido.evidencias.get(compromiso.id) ?? [])
      .filter((avance) => dia(avance) <= corte)
      .flatMap(({ url }) => url ?? [])
    const ultimo = conocido.ultimos.get(compromiso.id)
    const institucion = aCargo === null ? undefined : conocido.instituciones.get(aCargo)
    const responsables = responsablesDe(compromiso)
    const lee = veAcuerdo(actor, acuerdo, { ...(sesion ? { sesion } : {}), responsables })
    return {
      ...situacion,
      siglas: institucion?.siglas ?? null,
      institucion: institucion?.nombre ?? null,
      corresponsables: compromiso.corresponsables.flatMap(
        (id) => conocido.instituciones.get(conocido.responsable(id))?.siglas ?? [],
      ),
      sesion: sesion?.clave ?? "",
      fechaSesion: sesion?.fecha ?? null,
      acuerdo: acuerdo.clave,
      textoAcuerdo: lee ? acuerdo.texto : null,
      clave: compromiso.clave,
      texto,
      fechaCompromiso: compromiso.fechaCompromiso,
      fechaReprogramada: compromiso.fechaReprogramada,
      cumplidoEl: compromiso.cumplidoEl,
      informe: ultimo ? { texto: ultimo.texto, fecha: dia(ultimo) } : null,
      evidencias: [...new Set(evidencias)],
      vacios: vaciosDe(informado, situacion, evidencias.length > 0),
      origen: compromiso.origen,
    }
  }
}

/** By institution, those of nobody last; then as they were agreed. */
function enOrden(a: FilaInforme, b: FilaInforme): number {
  return (
    (a.siglas ?? "\uffff").localeCompare(b.siglas ?? "\uffff", "es") ||
    (a.fechaSesion ?? "9999").localeCompare(b.fechaSesion ?? "9999") ||
    a.clave.localeCompare(b.clave, "es")
  )
}
