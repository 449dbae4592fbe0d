import { z } from "zod"
import { PERFIL_PREDETERMINADO } from "../../domain/perfil-reglas-default.ts"
import { clave, fechaDe, hora, type Lectura, opcional, origenDe, texto, url } from "./campos.ts"

const difusion = z.enum(["interna", "integrantes", "publica"])
const adapter = z.enum(["slack", "discord", "consola"])
const plazo = z.strictObject({
  n: z.int().min(0).max(365),
  unidad: z.enum(["dias_habiles", "dias_naturales", "horas"]),
})

function perfil(lectura: Lectura) {
  const base = PERFIL_PREDETERMINADO
  return z.strictObject({
    version: z.int().min(1),
    vigenteDesde: fechaDe(lectura),
    convocatoria: z.strictObject({ ordinaria: plazo, extraordinaria: plazo }).default(base.convocatoria),
    conteo: z.enum(["excluye_ambos_extremos", "incluye_dia_envio"]).default(base.conteo),
    claveAcuerdo: texto(120).default(base.claveAcuerdo),
    recordatorios: z
      .strictObject({
        escalera: z.array(z.int().min(-60).max(60)).min(1).max(20),
        horario: z
          .strictObject({ desde: hora, hasta: hora })
          .refine(({ desde, hasta }) => desde < hasta, "«desde» debe ser anterior a «hasta»"),
      })
      .default({ escalera: [...base.recordatorios.escalera], horario: base.recordatorios.horario }),
  })
}

function directorio(lectura: Lectura) {
  const fecha = fechaDe(lectura)
  const origen = origenDe(lectura)
  const vigencia = { desde: opcional(fecha), hasta: opcional(fecha) }
  return {
    organos: z.array(
      z.strictObject({
        clave,
        tipo: z.enum(["comision", "subcomision", "grupo_de_trabajo"]),
        nombreOficial: texto(600),
        nombreCorto: texto(200),
        padre: opcional(clave),
        zona: z
          .string()
          .refine(isTimeZone, "debe ser una zona horaria IANA, por ejemplo America/Mexico_City")
          .default("America/Mexico_City"),
        objetivo: opcional(texto()),
        origen,
        perfiles: z.array(perfil(lectura)).default([]),
      }),
    ),
    instituciones: z.array(
      z.strictObject({
        siglas: clave,
        nombre: texto(300),
        vigenteDesde: opcional(fecha),
        vigenteHasta: opcional(fecha),
        sucesora: opcional(clave),
        alias: z.array(z.strictObject({ texto: texto(300), ...vigencia })).default([]),
        origen,
      }),
    ),
    integrantes: z.array(
      z.strictObject({
        organo: clave,
        institucion: clave,
        conVoto: z.boolean(),
        rol: z.enum(["presidencia", "integrante", "participante"]).default("integrante"),
        fundamento: opcional(texto(300)),
        ...vigencia,
      }),
    ),
    personas: z.array(
      z.strictObject({
        clave,
        nombre: texto(200),
        titulo: opcional(texto(40)),
        cargo: opcional(texto(300)),
        origen,
      }),
    ),
    designaciones: z.array(
      z.strictObject({
        persona: clave,
        organo: clave,
        institucion: opcional(clave),
        calidad: z.enum([
          "presidencia",
          "secretaria_tecnica",
          "titular",
          "suplente",
          "enlace",
          "participante",
          "administracion_tecnica",
        ]),
        oficio: opcional(texto(200)),
        desde: fecha,
        hasta: opcional(fecha),
      }),
    ),
    cuentas: z.array(z.strictObject({ adapter, workspace: texto(100), usuario: texto(100), persona: clave })),
    canales: z.array(
      z.strictObject({
        clave,
        nombre: texto(100),
        adapter,
        workspace: texto(100),
        canal: texto(100),
        audiencia: z.enum(["institucion", "integrantes", "secretaria_tecnica", "publica"]),
        organo: clave,
        institucion: opcional(clave),
        activo: z.boolean().default(true),
        origen,
      }),
    ),
    inhabiles: z.array(
      z.strictObject({
        fecha,
        ambito: z.enum(["base", "organo", "institucion"]).default("base"),
        organo: opcional(clave),
        institucion: opcional(clave),
        motivo: texto(200),
        porAcuerdo: z.boolean().default(false),
      }),
    ),
  }
}

function sesiones(lectura: Lectura) {
  const fecha = fechaDe(lectura)
  const origen = origenDe(lectura)
  const avance = z.strictObject({
    texto: texto(),
    url: opcional(url),
    persona: opcional(clave),
    registradoEn: z.iso.datetime({
      offset: true,
      error: "debe ser un instante, por ejemplo 2024-03-01T16:00:00Z",
    }),
  })
  const compromiso = z.strictObject({
    clave: clave.optional(),
    institucion: opcional(clave),
    texto: texto(),
    fechaCompromiso: opcional(fecha),
    fechaReprogramada: opcional(fecha),
    estado: z
      .enum(["pendiente", "en_proceso", "en_validacion", "atendido", "cancelado", "permanente"])
      .default("pendiente"),
    origen,
    avances: z.array(avance).default([]),
  })
  const acuerdo = z
    .strictObject({
      clave,
      numero: z.int().min(1),
      punto: opcional(z.int().min(1)),
      texto: texto(),
      tipo: z.enum(["con_seguimiento", "informativo", "permanente"]),
      estado: z.enum(["vigente", "atendido", "cancelado"]).default("vigente"),
      difusion: difusion.default("integrantes"),
      origen,
      compromisos: z.array(compromiso).default([]),
    })
    .transform((acuerdo) => ({
      ...acuerdo,
      compromisos: acuerdo.compromisos.map((c) => ({
        ...c,
        clave: c.clave ?? `${acuerdo.clave}/${c.institucion ?? "por-definir"}`,
      })),
    }))
  const asistencia = z.strictObject({
    institucion: opcional(clave),
    personaNombre: opcional(texto(200)),
    personaTitulo: opcional(texto(40)),
    personaCargo: opcional(texto(300)),
    nombreEnDocumento: opcional(texto(300)),
    calidad: z.enum(["preside", "presente", "representada", "ausente"]),
    caracter: opcional(texto(300)),
    origen,
  })
  const punto = z.strictObject({
    numero: opcional(texto(20)),
    titulo: texto(1000),
    estado: z.enum(["propuesto", "incluido", "desahogado", "retirado", "diferido"]).default("incluido"),
    resultado: opcional(z.strictObject({ tipo: z.enum(["aprobacion", "eleccion"]), texto: texto(1000) })),
    proponente: opcional(clave),
    difusion: difusion.default("integrantes"),
    origen,
  })
  return z.array(
    z.strictObject({
      organo: clave,
      clave,
      tipo: z.enum(["ordinaria", "extraordinaria"]),
      numero: z.int().min(1),
      etiqueta: texto(200),
      fecha: opcional(fecha),
      hora: opcional(hora),
      horaFin: opcional(hora),
      modalidad: opcional(z.enum(["presencial", "remota", "mixta"])),
      sede: opcional(texto(300)),
      url: opcional(url),
      estado: z
        .enum([
          "programada",
          "convocada",
          "diferida",
          "cancelada",
          "sin_quorum",
          "instalada",
          "receso",
          "clausurada",
        ])
        .default("programada"),
      convocadaEl: opcional(fecha),
      nombreOrganoEnDocumento: opcional(texto(600)),
      lugarYFechaDocumento: opcional(texto(200)),
      plenaria: opcional(z.boolean()),
      difusion: difusion.default("integrantes"),
      origen,
      hechos: z
        .array(
          z.strictObject({
            seccion: z.enum(["naturaleza", "desarrollo", "participacion", "mensaje"]),
            texto: texto(),
          }),
        )
        .default([]),
      asistencias: z.array(asistencia).default([]),
      puntos: z.array(punto).default([]),
      acuerdos: z.array(acuerdo).default([]),
    }),
  )
}

/** The whole file. Every list may be left out. */
export function esquemaDocumento(lectura: Lectura) {
  const listas = { ...directorio(lectura), sesiones: sesiones(lectura) }
  return z.strictObject({
    version: z.literal(1, { error: "debe ser 1" }),
    demostracion: z.boolean().default(false),
    organos: listas.organos.default([]),
    instituciones: listas.instituciones.default([]),
    integrantes: listas.integrantes.default([]),
    personas: listas.personas.default([]),
    designaciones: listas.designaciones.default([]),
    cuentas: listas.cuentas.default([]),
    canales: listas.canales.default([]),
    inhabiles: listas.inhabiles.default([]),
    sesiones: listas.sesiones.default([]),
  })
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("es-MX", { timeZone: zone })
    return true
  } catch {
    return false
  }
}
