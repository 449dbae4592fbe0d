import type { CargoDoc, ConstanciasDoc } from "../../../domain/importacion/constancias.ts"
import type { Queries } from "../../base/client.ts"
import { readContenidoConvocatoria } from "../../base/stored-json.ts"
import { fechaOf, instanteOf, instanteOrNull } from "../../base/values.ts"
import type { Prisma } from "../../generated/client.ts"
import type { Nombres } from "../filas/nombres.ts"
import { sorted } from "../filas/sorted.ts"
import { autorizacionesDoc, invitacionesDoc } from "./autorizaciones.ts"
import { CONSTANCIAS, type SesionConConstancias } from "./leidas.ts"
import { type NombresDeSesion, nombresDeSesion } from "./nombres-sesion.ts"
import { prorrogasDoc } from "./prorrogas.ts"
import { resumenDoc } from "./resumen-doc.ts"
import { votacionesDoc } from "./votaciones-doc.ts"

/** Of the sessions that have any, in the order of body and clave. A query for each table, however many sessions. */
export async function exportConstancias(
  queries: Queries,
  nombres: Nombres,
  where: Prisma.SesionWhereInput = {},
): Promise<readonly ConstanciasDoc[]> {
  const sesiones = await queries.sesion.findMany({ where, include: CONSTANCIAS })
  const docs = sesiones.map((sesion) => constanciasDoc(sesion, nombres)).filter(algoConsta)
  return sorted(docs, (c) => [c.organo, c.sesion])
}

/** A session of which nobody did anything in chat has none. */
function algoConsta({ organo: _organo, sesion: _sesion, ...consta }: ConstanciasDoc): boolean {
  const { revision, llamado, puntoEnCurso, ...listas } = consta
  return (
    revision > 1 ||
    llamado > 1 ||
    puntoEnCurso !== null ||
    Object.values(listas).some((lista) => lista.length > 0)
  )
}

function constanciasDoc(sesion: SesionConConstancias, nombres: Nombres): ConstanciasDoc {
  const propios = nombresDeSesion(sesion)
  const { punto } = propios
  return {
    organo: nombres.organo(sesion.organoId),
    sesion: sesion.clave,
    revision: sesion.revision,
    llamado: sesion.llamado,
    puntoEnCurso: punto(sesion.puntoEnCursoId),
    puntos: puntosDoc(sesion, propios),
    integrantes: sorted(
      sesion.integrantes.map(({ institucionId, conVoto, rol, orden }) => ({
        institucion: nombres.institucion(institucionId),
        conVoto,
        rol,
        orden,
      })),
      (i) => [i.institucion],
    ),
    convocatorias: convocatoriasDoc(sesion, nombres),
    confirmaciones: sesion.confirmaciones.map(
      ({ institucionId, respuesta, remota, nombre, cargo, oficio, personaId, plataforma, instante }) => ({
        institucion: nombres.institucion(institucionId),
        respuesta,
        remota,
        nombre,
        cargo,
        oficio,
        persona: nombres.persona(personaId),
        plataforma,
        instante: instanteOf(instante),
      }),
    ),
    paseDeLista: paseDeListaDoc(sesion, nombres),
    documentos: documentosDoc(sesion, nombres, propios),
    votaciones: votacionesDoc(sesion, nombres, propios),
    resumenes: sorted(sesion.resumenes, (r) => [r.version]).map((r) => resumenDoc(r, nombres, propios)),
    invitaciones: invitacionesDoc(sesion, nombres),
    autorizaciones: autorizacionesDoc(sesion, nombres),
    aplazamientos: aplazamientosDoc(sesion, nombres),
    prorrogas: prorrogasDoc(sesion, nombres),
  }
}

function puntosDoc({ puntos }: SesionConConstancias, { punto }: NombresDeSesion): ConstanciasDoc["puntos"] {
  return puntos
    .map(({ motivo, fusionadoEnId, antecedente }, i) => ({
      punto: i + 1,
      motivo,
      fusionadoEn: punto(fusionadoEnId),
      antecedente: antecedente && { sesion: antecedente.sesion.clave, punto: antecedente.orden },
    }))
    .filter((p) => p.motivo !== null || p.fusionadoEn !== null || p.antecedente !== null)
}

function convocatoriasDoc(
  { convocatorias }: SesionConConstancias,
  nombres: Nombres,
): ConstanciasDoc["convocatorias"] {
  return sorted(convocatorias, (c) => [c.version]).map((c) => ({
    version: c.version,
    tipo: c.tipo,
    motivo: c.motivo,
    contenido: readContenidoConvocatoria(c.contenido),
    persona: c.personaId === null ? null : nombres.persona(c.personaId),
    enviadaEn: instanteOrNull(c.enviadaEn),
    acuses: sorted(
      c.acuses.map(({ institucionId, personaId, plataforma, instante }) => ({
        institucion: nombres.institucion(institucionId),
        persona: nombres.persona(personaId),
        plataforma,
        instante: instanteOf(instante),
      })),
      (a) => [a.instante, a.institucion],
    ),
  }))
}

function paseDeListaDoc(
  { registros }: SesionConConstancias,
  nombres: Nombres,
): ConstanciasDoc["paseDeLista"] {
  const docs = registros.map(
    ({ institucionId, llamado, calidad, remota, nombre, cargo, oficio, ...horas }) => {
      if (calidad === "no_asistira") throw new Error("a roll-call of somebody who did not come")
      return {
        institucion: nombres.institucion(institucionId),
        llamado,
        calidad,
        remota,
        nombre,
        cargo,
        oficio,
        llegada: instanteOf(horas.llegada),
        salida: instanteOrNull(horas.salida),
      }
    },
  )
  return sorted(docs, (r) => [r.llamado, r.llegada, r.institucion, r.salida])
}

function documentosDoc(
  { documentos }: SesionConConstancias,
  nombres: Nombres,
  { punto }: NombresDeSesion,
): ConstanciasDoc["documentos"] {
  const enOrden = sorted(documentos, (d) => [instanteOf(d.registradoEn), d.version, d.nombre, d.url])
  const lugar = new Map(enOrden.map(({ id }, i) => [id, i + 1]))
  return enOrden.map((d) => ({
    punto: punto(d.puntoId),
    institucion: d.institucionId === null ? null : nombres.institucion(d.institucionId),
    nombre: d.nombre,
    url: d.url,
    version: d.version,
    huella: d.huella,
    difusion: d.difusion,
    reemplaza: lugar.get(d.reemplazaId ?? "") ?? null,
    persona: nombres.persona(d.personaId),
    registradoEn: instanteOf(d.registradoEn),
  }))
}

function aplazamientosDoc(
  { acuerdos }: SesionConConstancias,
  nombres: Nombres,
): ConstanciasDoc["aplazamientos"] {
  const all = acuerdos.flatMap(({ compromisos }) =>
    compromisos.flatMap(({ clave, aplazamientos }) => aplazamientos.map((uno) => ({ clave, ...uno }))),
  )
  return all
    .sort((a, b) => Number(a.secuencia - b.secuencia))
    .map(({ clave, hasta, personaId, plataforma, creadoEn }) => ({
      compromiso: clave,
      hasta: fechaOf(hasta),
      persona: nombres.persona(personaId),
      plataforma,
      creadoEn: instanteOf(creadoEn),
    }))
}

export async function exportCargos(queries: Queries, nombres: Nombres): Promise<readonly CargoDoc[]> {
  const docs = (await queries.cargoInstitucion.findMany({})).map((cargo) => ({
    organo: nombres.organo(cargo.organoId),
    institucion: nombres.institucion(cargo.institucionId),
    nombre: cargo.nombre,
    desde: fechaOf(cargo.desde),
    hasta: fechaOf(cargo.hasta),
    persona: nombres.persona(cargo.personaId),
    registradoEn: instanteOf(cargo.registradoEn),
  }))
  return sorted(docs, (c) => [c.organo, c.nombre, c.desde])
}
