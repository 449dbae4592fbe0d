import type { DocumentoImportacion } from "../../domain/importacion.ts"
import type { PerfilReglas } from "../../domain/perfil-reglas.ts"
import type { Fecha } from "../../domain/tipos.ts"
import type { Queries } from "../client.ts"

const civil = (date: Date): Fecha => date.toISOString().slice(0, 10)
const civilOrNull = (date: Date | null): Fecha | null => (date === null ? null : civil(date))

/** Everything in the data as one document, in a stable order. */
export async function exportDocument(queries: Queries): Promise<DocumentoImportacion> {
  return { ...(await exportDirectorio(queries)), sesiones: await exportSesiones(queries) }
}

async function exportDirectorio(queries: Queries): Promise<Omit<DocumentoImportacion, "sesiones">> {
  const organos = await queries.organo.findMany({
    orderBy: { clave: "asc" },
    include: { padre: true, perfiles: { orderBy: { version: "asc" } } },
  })
  const instituciones = await queries.institucion.findMany({
    orderBy: { siglas: "asc" },
    include: { sucesora: true, alias: { orderBy: { texto: "asc" } } },
  })
  const seat = { organo: true, institucion: true } as const
  const integrantes = await queries.integrante.findMany({
    orderBy: [{ organo: { clave: "asc" } }, { institucion: { siglas: "asc" } }, { desde: "asc" }],
    include: seat,
  })
  const personas = await queries.persona.findMany({ orderBy: { clave: "asc" } })
  const designaciones = await queries.designacion.findMany({
    orderBy: [
      { persona: { clave: "asc" } },
      { organo: { clave: "asc" } },
      { calidad: "asc" },
      { desde: "asc" },
    ],
    include: { persona: true, ...seat },
  })
  const cuentas = await queries.cuentaChat.findMany({
    orderBy: [{ adapter: "asc" }, { workspace: "asc" }, { user: "asc" }],
    include: { persona: true },
  })
  const canales = await queries.canal.findMany({ orderBy: { clave: "asc" }, include: seat })
  const inhabiles = await queries.diaInhabil.findMany({
    orderBy: [
      { fecha: "asc" },
      { ambito: "asc" },
      { organo: { clave: "asc" } },
      { institucion: { siglas: "asc" } },
    ],
    include: seat,
  })
  const names = (row: { organo: { clave: string } | null; institucion: { siglas: string } | null }) => ({
    organo: row.organo?.clave ?? null,
    institucion: row.institucion?.siglas ?? null,
  })
  return {
    organos: organos.map(({ id, padreId, padre, perfiles, ...rest }) => ({
      ...rest,
      padre: padre?.clave ?? null,
      perfiles: perfiles.map(({ version, vigenteDesde, reglas }) => ({
        ...(reglas as unknown as Omit<PerfilReglas, "version" | "vigenteDesde">),
        version,
        vigenteDesde: civil(vigenteDesde),
      })),
    })),
    instituciones: instituciones.map(
      ({ id, sucesoraId, sucesora, alias, vigenteDesde, vigenteHasta, ...rest }) => ({
        ...rest,
        vigenteDesde: civilOrNull(vigenteDesde),
        vigenteHasta: civilOrNull(vigenteHasta),
        sucesora: sucesora?.siglas ?? null,
        alias: alias.map(({ texto, desde, hasta }) => ({
          texto,
          desde: civilOrNull(desde),
          hasta: civilOrNull(hasta),
        })),
      }),
    ),
    integrantes: integrantes.map(({ organo, institucion, conVoto, rol, fundamento, desde, hasta }) => ({
      organo: organo.clave,
      institucion: institucion.siglas,
      conVoto,
      rol,
      fundamento,
      desde: civilOrNull(desde),
      hasta: civilOrNull(hasta),
    })),
    personas: personas.map(({ id, ...rest }) => rest),
    designaciones: designaciones.map(({ persona, organo, institucion, calidad, oficio, desde, hasta }) => ({
      persona: persona.clave,
      organo: organo.clave,
      institucion: institucion?.siglas ?? null,
      calidad,
      oficio,
      desde: civil(desde),
      hasta: civilOrNull(hasta),
    })),
    cuentas: cuentas.map(({ adapter, workspace, user, persona }) => ({
      adapter,
      workspace,
      usuario: user,
      persona: persona.clave,
    })),
    canales: canales.map(
      ({ clave, nombre, adapter, workspace, channel, audiencia, organo, institucion, activo, origen }) => ({
        clave,
        nombre,
        adapter,
        workspace,
        canal: channel,
        audiencia,
        organo: organo.clave,
        institucion: institucion?.siglas ?? null,
        activo,
        origen,
      }),
    ),
    inhabiles: inhabiles.map((dia) => ({
      fecha: civil(dia.fecha),
      ambito: dia.ambito,
      ...names(dia),
      motivo: dia.motivo,
      porAcuerdo: dia.porAcuerdo,
    })),
  }
}

async function exportSesiones(queries: Queries): Promise<DocumentoImportacion["sesiones"]> {
  const byOrden = { orderBy: { orden: "asc" } } as const
  const sesiones = await queries.sesion.findMany({
    orderBy: [{ organo: { clave: "asc" } }, { clave: "asc" }],
    include: {
      organo: true,
      hechos: byOrden,
      asistencias: { ...byOrden, include: { institucion: true } },
      puntos: { ...byOrden, include: { institucionProponente: true } },
      acuerdos: {
        orderBy: [{ numero: "asc" }, { clave: "asc" }],
        include: {
          punto: true,
          compromisos: {
            orderBy: { clave: "asc" },
            include: {
              institucion: true,
              avances: { orderBy: { registradoEn: "asc" }, include: { persona: true } },
            },
          },
        },
      },
    },
  })
  return sesiones.map(
    ({ id, organoId, organo, fecha, convocadaEl, hechos, asistencias, puntos, acuerdos, ...rest }) => ({
      ...rest,
      organo: organo.clave,
      fecha: civilOrNull(fecha),
      convocadaEl: civilOrNull(convocadaEl),
      hechos: hechos.map(({ seccion, texto }) => ({ seccion, texto })),
      asistencias: asistencias.map(({ id: _id, sesionId, orden, institucionId, institucion, ...a }) => ({
        ...a,
        institucion: institucion?.siglas ?? null,
      })),
      puntos: puntos.map(
        ({
          numero,
          titulo,
          estado,
          resultadoTipo,
          resultadoTexto,
          institucionProponente,
          difusion,
          origen,
        }) => ({
          numero,
          titulo,
          estado,
          resultado: resultadoTipo && resultadoTexto ? { tipo: resultadoTipo, texto: resultadoTexto } : null,
          proponente: institucionProponente?.siglas ?? null,
          difusion,
          origen,
        }),
      ),
      acuerdos: acuerdos.map(
        ({ clave, numero, punto, texto, tipo, estado, difusion, origen, compromisos }) => ({
          clave,
          numero,
          punto: punto?.orden ?? null,
          texto,
          tipo,
          estado,
          difusion,
          origen,
          compromisos: compromisos.map((c) => ({
            clave: c.clave,
            institucion: c.institucion?.siglas ?? null,
            texto: c.texto,
            fechaCompromiso: civilOrNull(c.fechaCompromiso),
            fechaReprogramada: civilOrNull(c.fechaReprogramada),
            estado: c.estado,
            origen: c.origen,
            avances: c.avances.map(({ texto: informe, url, persona, registradoEn }) => ({
              texto: informe,
              url,
              persona: persona?.clave ?? null,
              registradoEn: registradoEn.toISOString(),
            })),
          })),
        }),
      ),
    }),
  )
}
