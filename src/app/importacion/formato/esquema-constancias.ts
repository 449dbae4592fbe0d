import { z } from "zod"
import { reparoDeDireccion } from "../../../domain/texto/direccion.ts"
import {
  type CambiosAutorizados,
  ESTADOS_AUTORIZACION,
  MEDIOS_CONSTANCIA,
  OBJETOS_AUTORIZACION,
} from "../../../domain/tipos/autorizacion.ts"
import {
  clave,
  codigo,
  constancia,
  entero,
  fechaDe,
  hora,
  instanteExacto,
  type Lectura,
  opcional,
} from "./campos.ts"

const lugar = entero(1, 10_000)
const veces = entero(0, 100_000)
const modalidad = z.enum(["presencial", "remota", "mixta"])
const quienVino = {
  nombre: opcional(constancia(300)),
  cargo: opcional(constancia(300)),
  oficio: opcional(constancia(300)),
}

/** What the life of a session in chat left on record, as an export gives it back. */
export function esquemaConstancias(lectura: Lectura) {
  const fecha = fechaDe(lectura)
  const instante = instanteExacto(lectura)
  const deQuien = {
    persona: clave,
    plataforma: codigo(40).regex(/^[a-z][a-z0-9_-]*$/, "debe ser el nombre de una plataforma"),
  }
  return z.array(
    z.strictObject({
      organo: clave,
      sesion: clave,
      revision: entero(1, 1_000_000).default(1),
      llamado: entero(1, 2).default(1),
      puntoEnCurso: opcional(lugar),
      puntos: z.array(puntoConstancia).default([]),
      integrantes: z.array(integranteConstancia).default([]),
      convocatorias: z
        .array(
          z.strictObject({
            version: lugar,
            tipo: z.enum([
              "convocatoria",
              "rectificacion",
              "diferimiento",
              "cancelacion",
              "segunda_convocatoria",
            ]),
            motivo: opcional(constancia()),
            contenido: contenidoConvocatoria(lectura),
            persona: opcional(clave),
            enviadaEn: opcional(instante),
            acuses: z.array(z.strictObject({ institucion: clave, ...deQuien, instante })).default([]),
          }),
        )
        .default([]),
      confirmaciones: z
        .array(
          z.strictObject({
            institucion: clave,
            respuesta: z.enum(["titular", "suplente", "no_asistira"]),
            remota: opcional(z.boolean()),
            ...quienVino,
            ...deQuien,
            instante,
          }),
        )
        .default([]),
      paseDeLista: z
        .array(
          z.strictObject({
            institucion: clave,
            llamado: entero(1, 2),
            calidad: z.enum(["titular", "suplente"]),
            remota: z.boolean(),
            ...quienVino,
            llegada: instante,
            salida: opcional(instante),
          }),
        )
        .default([]),
      documentos: z
        .array(
          z.strictObject({
            punto: opcional(lugar),
            institucion: opcional(clave),
            nombre: constancia(),
            url: constancia(2_000).refine(
              (value) => reparoDeDireccion(value) === null,
              "debe ser una dirección que comience con https://, sin usuario ni contraseña",
            ),
            version: lugar,
            huella: opcional(
              z.string().regex(/^[0-9a-f]{64}$/, "debe ser una huella SHA-256, en minúsculas"),
            ),
            difusion: z.enum(["interna", "integrantes", "publica"]),
            reemplaza: opcional(lugar),
            persona: clave,
            registradoEn: instante,
          }),
        )
        .default([]),
      votaciones: z
        .array(
          z.strictObject({
            punto: opcional(lugar),
            acuerdo: opcional(clave),
            texto: constancia(),
            modo: z.enum(["economica", "nominal", "cedula"]),
            resultado: opcional(resultado),
            abiertaEn: instante,
            cerradaEn: opcional(instante),
            suspendidaEn: opcional(instante),
            anuladaEn: opcional(instante),
            motivoAnulacion: opcional(constancia()),
            votos: z
              .array(
                z.strictObject({
                  institucion: clave,
                  sentido: opcional(z.enum(["a_favor", "en_contra", "abstencion"])),
                  votoParticular: opcional(constancia()),
                  ...deQuien,
                  instante,
                }),
              )
              .default([]),
          }),
        )
        .default([]),
      resumenes: z
        .array(
          z.strictObject({
            version: lugar,
            estado: z.enum(["borrador", "aprobado", "publicado"]),
            revision: entero(1, 1_000_000),
            contenido: contenidoResumen(instante),
            motivo: opcional(constancia()),
            persona: clave,
            creadoEn: instante,
            publicadoEn: opcional(instante),
          }),
        )
        .default([]),
      invitaciones: z
        .array(z.strictObject({ punto: lugar, institucion: clave, persona: clave, creadaEn: instante }))
        .default([]),
      autorizaciones: z.array(autorizacionConstancia(lectura)).default([]),
      aplazamientos: z
        .array(z.strictObject({ compromiso: clave, hasta: fecha, ...deQuien, creadoEn: instante }))
        .default([]),
      prorrogas: z
        .array(
          z.strictObject({
            compromiso: clave,
            rige: fecha,
            propuesta: fecha,
            motivo: constancia(),
            decide: z.enum(["secretaria_tecnica", "pleno"]),
            estado: z.enum(["pedida", "concedida", "negada", "retirada"]),
            ...deQuien,
            pedidaEn: instante,
            resuelve: opcional(clave),
            resueltaEn: opcional(instante),
            concedida: opcional(fecha),
            respuesta: opcional(constancia()),
          }),
        )
        .default([]),
    }),
  )
}

/** Posts that institutions hold for a term. */
export function esquemaCargos(lectura: Lectura) {
  const fecha = fechaDe(lectura)
  return z.array(
    z.strictObject({
      organo: clave,
      institucion: clave,
      nombre: constancia(300),
      desde: fecha,
      hasta: fecha,
      persona: clave,
      registradoEn: instanteExacto(lectura),
    }),
  )
}

const puntoConstancia = z.strictObject({
  punto: lugar,
  motivo: opcional(constancia()),
  fusionadoEn: opcional(lugar),
  antecedente: opcional(z.strictObject({ sesion: clave, punto: lugar })),
})

const integranteConstancia = z.strictObject({
  institucion: clave,
  conVoto: z.boolean(),
  rol: z.enum(["presidencia", "integrante", "participante"]),
  orden: opcional(lugar),
})

const resultado = z.strictObject({
  aFavor: veces,
  enContra: veces,
  abstenciones: veces,
  sinVoto: veces,
  requeridos: veces,
  resultado: z.enum(["aprobado", "rechazado", "empate"]),
  votoCalidad: z.boolean(),
})

const autorizacionConstancia = (lectura: Lectura) => {
  const instante = instanteExacto(lectura)
  return z.strictObject({
    objeto: z.enum(OBJETOS_AUTORIZACION),
    estado: z.enum(ESTADOS_AUTORIZACION),
    texto: constancia(),
    huella: z.string().regex(/^[0-9a-f]{64}$/, "debe ser una huella SHA-256, en minúsculas"),
    pedido: z.strictObject({
      motivo: opcional(constancia()),
      vacia: z.array(z.enum(["fecha", "hora", "modalidad", "sede", "url"])).default([]),
      revision: opcional(entero(1, 1_000_000)),
      cambios: opcional(
        z
          .strictObject({
            fecha: fechaDe(lectura),
            hora: hora,
            modalidad: modalidad,
            sede: constancia(),
            url: constancia(2_000),
          })
          .partial()
          // What was not asked to change is not there.
          .transform(
            (cambios): CambiosAutorizados =>
              Object.fromEntries(Object.entries(cambios).filter(([, value]) => value !== undefined)),
          ),
      ),
    }),
    persona: clave,
    plataforma: codigo(40).regex(/^[a-z][a-z0-9_-]*$/, "debe ser el nombre de una plataforma"),
    solicitadaEn: instante,
    resuelve: opcional(clave),
    resueltaEn: opcional(instante),
    motivo: opcional(constancia()),
    medio: opcional(z.enum(MEDIOS_CONSTANCIA)),
    constancia: opcional(constancia(300)),
  })
}

/** What a convocatoria said. */
const contenidoConvocatoria = (lectura: Lectura) =>
  z
    .strictObject({
      fecha: opcional(fechaDe(lectura)),
      hora: opcional(hora),
      modalidad: opcional(modalidad),
      sede: opcional(constancia()),
      url: opcional(constancia(2_000)),
      puntos: z
        .array(z.strictObject({ numero: opcional(constancia(100)), titulo: constancia() }))
        .default([]),
    })
    .prefault({})

const canales = z.array(z.strictObject({ organo: clave, clave })).default([])

const contenidoResumen = (instante: z.ZodType<string, string>) =>
  z
    .strictObject({
      ediciones: z
        .array(
          z.strictObject({
            parrafo: constancia(300),
            registrado: constancia(),
            texto: constancia(),
            persona: clave,
            instante,
          }),
        )
        .default([]),
      errata: opcional(
        z.strictObject({
          numero: lugar,
          parrafo: constancia(300),
          dice: constancia(),
          debeDecir: constancia(),
          canales,
          hechos: z
            .array(
              z.strictObject({
                parrafo: constancia(300),
                lugar: opcional(constancia(300)),
                dice: opcional(constancia()),
                debeDecir: opcional(constancia()),
                canales,
              }),
            )
            .default([]),
        }),
      ),
    })
    .prefault({})
