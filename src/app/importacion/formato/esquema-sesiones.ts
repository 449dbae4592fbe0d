import { z } from "zod"
import { DIAS_CADENCIA } from "../../../domain/compromiso/cadencia.ts"
import { ESTADOS_COMPROMISO, RITMOS_INFORME } from "../../../domain/tipos/compromiso.ts"
import { ESTADOS_SESION } from "../../../domain/tipos/sesion.ts"
import {
  clave,
  entero,
  fechaDe,
  hora,
  instanteEn,
  type Lectura,
  opcional,
  origenDe,
  texto,
  url,
} from "./campos.ts"

const difusion = z.enum(["interna", "integrantes", "publica"])

/** Sessions with everything that hangs from them. */
export function esquemaSesiones(lectura: Lectura) {
  const fecha = fechaDe(lectura)
  const origen = origenDe(lectura)
  const avance = z.strictObject({
    texto: texto(),
    url: opcional(url),
    porcentaje: opcional(entero(0, 100)),
    persona: opcional(clave),
    registradoEn: instanteEn(lectura),
  })
  const compromisoEscrito = z.strictObject({
    clave: clave.optional(),
    institucion: opcional(clave),
    corresponsables: z.array(clave).max(100).optional(),
    texto: texto(),
    fechaCompromiso: opcional(fecha),
    fechaReprogramada: opcional(fecha),
    reprogramaciones: entero(0, 100).optional(),
    estado: z.enum(ESTADOS_COMPROMISO).default("pendiente"),
    cumplidoEl: opcional(fecha),
    cadencia: z
      .strictObject({
        ritmo: z.enum(RITMOS_INFORME),
        dias: opcional(entero(DIAS_CADENCIA.minimo, DIAS_CADENCIA.maximo)),
        desde: fecha,
      })
      .nullable()
      .optional(),
    informadoEl: fecha.nullable().optional(),
    origen,
    avances: z.array(avance).default([]),
  })
  // A file that gives the second date alone says that it was given once.
  const compromiso = compromisoEscrito.transform(({ reprogramaciones, ...c }) => ({
    ...c,
    reprogramaciones: reprogramaciones ?? (c.fechaReprogramada === null ? 0 : 1),
  }))
  const acuerdo = z
    .strictObject({
      clave,
      numero: entero(1, 100_000),
      punto: opcional(entero(1, 1_000)),
      texto: texto(),
      tipo: z.enum(["con_seguimiento", "informativo", "permanente"]),
      estado: z.enum(["vigente", "atendido", "cancelado"]).default("vigente"),
      difusion: difusion.default("integrantes"),
      origen,
      posterior: opcional(z.strictObject({ el: fecha, motivo: texto(500) })),
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
    resultado: opcional(
      z.strictObject({ tipo: opcional(z.enum(["aprobacion", "eleccion"])), texto: texto(1000) }),
    ),
    proponente: opcional(clave),
    difusion: difusion.default("integrantes"),
    /** Only of one that was withdrawn: it never was in the orden del día, and goes on being internal. */
    fueIncluido: z.boolean().default(true),
    origen,
  })
  return z.array(
    z.strictObject({
      organo: clave,
      clave,
      tipo: z.enum(["ordinaria", "extraordinaria"]),
      numero: entero(1, 100_000),
      etiqueta: texto(200),
      fecha: opcional(fecha),
      hora: opcional(hora),
      horaFin: opcional(hora),
      modalidad: opcional(z.enum(["presencial", "remota", "mixta"])),
      sede: opcional(texto(300)),
      url: opcional(url),
      estado: z.enum(ESTADOS_SESION).default("programada"),
      convocadaEl: opcional(fecha),
      instaladaEn: opcional(instanteEn(lectura)),
      clausuradaEn: opcional(instanteEn(lectura)),
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
