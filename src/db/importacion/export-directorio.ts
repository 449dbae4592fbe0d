import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { DE_TODOS } from "../base/canales.ts"
import type { Queries } from "../base/client.ts"
import { fechaOf, fechaOrNull, instanteOf, instanteOrNull } from "../base/values.ts"
import { sorted } from "./filas/sorted.ts"

const SEAT = { organo: true, institucion: true } as const

export async function exportDirectorio(queries: Queries): Promise<Omit<DocumentoImportacion, "sesiones">> {
  return {
    organos: await organos(queries),
    instituciones: await instituciones(queries),
    ...(await puestos(queries)),
    ...(await canales(queries)),
  }
}

async function organos(queries: Queries): Promise<DocumentoImportacion["organos"]> {
  const rows = await queries.organo.findMany({
    include: { padre: true, perfiles: { include: { persona: true } } },
  })
  const docs = rows.map(({ id, padreId, padre, perfiles, cerradoEl, ...rest }) => ({
    ...rest,
    cerradoEl: fechaOrNull(cerradoEl),
    padre: padre?.clave ?? null,
    perfiles: sorted(perfiles, (p) => [p.version]).map(({ version, vigenteDesde, reglas, ...dicho }) => ({
      version,
      vigenteDesde: fechaOf(vigenteDesde),
      fuente: dicho.fuente,
      registradoPor: dicho.persona?.clave ?? null,
      registradoEn: instanteOrNull(dicho.registradoEn),
      // Given back as it is stored; whoever imports it validates it.
      ...(reglas as unknown as Omit<PerfilReglas, "version" | "vigenteDesde">),
    })),
  }))
  return sorted(docs, (o) => [o.clave])
}

async function instituciones(queries: Queries): Promise<DocumentoImportacion["instituciones"]> {
  const rows = await queries.institucion.findMany({ include: { sucesora: true, alias: true } })
  const docs = rows.map(({ id, sucesoraId, sucesora, alias, vigenteDesde, vigenteHasta, ...rest }) => ({
    ...rest,
    vigenteDesde: fechaOrNull(vigenteDesde),
    vigenteHasta: fechaOrNull(vigenteHasta),
    sucesora: sucesora?.siglas ?? null,
    alias: sorted(alias, (a) => [a.texto]).map(({ texto, desde, hasta }) => ({
      texto,
      desde: fechaOrNull(desde),
      hasta: fechaOrNull(hasta),
    })),
  }))
  return sorted(docs, (i) => [i.siglas])
}

async function puestos(
  queries: Queries,
): Promise<Pick<DocumentoImportacion, "integrantes" | "personas" | "designaciones" | "cuentas">> {
  const integrantes = await queries.integrante.findMany({ include: SEAT })
  const personas = await queries.persona.findMany({})
  const designaciones = await queries.designacion.findMany({ include: { persona: true, ...SEAT } })
  const cuentas = await queries.cuentaChat.findMany({ include: { persona: true } })
  return {
    integrantes: sorted(
      integrantes.map(({ organo, institucion, conVoto, rol, orden, fundamento, desde, hasta }) => ({
        organo: organo.clave,
        institucion: institucion.siglas,
        conVoto,
        rol,
        orden,
        fundamento,
        desde: fechaOrNull(desde),
        hasta: fechaOrNull(hasta),
      })),
      (i) => [i.organo, i.institucion, i.desde],
    ),
    personas: sorted(
      personas.map(({ id, ...rest }) => rest),
      (p) => [p.clave],
    ),
    designaciones: sorted(
      designaciones.map(({ persona, organo, institucion, calidad, oficio, desde, hasta }) => ({
        persona: persona.clave,
        organo: organo.clave,
        institucion: institucion?.siglas ?? null,
        calidad,
        oficio,
        desde: fechaOf(desde),
        hasta: fechaOrNull(hasta),
      })),
      (d) => [d.persona, d.organo, d.calidad, d.institucion, d.desde],
    ),
    cuentas: sorted(
      cuentas.map(({ adapter, workspace, user, persona, vinculadaEn, suspendidaEn }) => ({
        adapter,
        workspace,
        usuario: user,
        persona: persona.clave,
        vinculadaEn: instanteOf(vinculadaEn),
        ...(suspendidaEn === null ? {} : { suspendidaEn: instanteOf(suspendidaEn) }),
      })),
      (c) => [c.adapter, c.workspace, c.usuario],
    ),
  }
}

async function canales(queries: Queries): Promise<Pick<DocumentoImportacion, "canales" | "inhabiles">> {
  const rows = await queries.canal.findMany({ where: DE_TODOS, include: SEAT })
  const inhabiles = await queries.diaInhabil.findMany({ include: SEAT })
  return {
    canales: sorted(
      rows.map(({ clave, nombre, adapter, workspace, channel, audiencia, organo, institucion, ...rest }) => ({
        clave,
        nombre,
        adapter,
        workspace,
        canal: channel,
        audiencia,
        organo: organo.clave,
        institucion: institucion?.siglas ?? null,
        activo: rest.activo,
        origen: rest.origen,
      })),
      (c) => [c.clave],
    ),
    inhabiles: sorted(
      inhabiles.map(({ fecha, ambito, organo, institucion, motivo, porAcuerdo, fuente }) => ({
        fecha: fechaOf(fecha),
        ambito,
        organo: organo?.clave ?? null,
        institucion: institucion?.siglas ?? null,
        motivo,
        porAcuerdo,
        fuente,
      })),
      (d) => [d.fecha, d.ambito, d.organo, d.institucion],
    ),
  }
}
