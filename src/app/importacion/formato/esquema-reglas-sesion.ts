import { z } from "zod"
import { REGLAS_SESION_USUALES as usual } from "../../../domain/reglas/reglas-sesion.ts"
import { entero } from "./campos.ts"

const unidad = z.enum(["dias_habiles", "dias_naturales", "horas"])
const plazo = z.strictObject({ n: entero(0, 365), unidad })

/** How the body holds its sessions; what the file leaves out is the usual. */
export const reglasSesion = z
  .strictObject({
    quorum: z
      .strictObject({
        base: z.enum(["integrantes_con_voto", "integrantes"]).default(usual.quorum.base),
        regla: z
          .enum(["mitad_mas_uno", "mayoria", "dos_terceras_partes", "tercera_parte"])
          .default(usual.quorum.regla),
        redondeo: z.enum(["abajo", "arriba"]).default(usual.quorum.redondeo),
        exigePresidencia: z.boolean().default(usual.quorum.exigePresidencia),
      })
      .prefault({}),
    segundaConvocatoria: z
      .strictObject({
        permitida: z.boolean().default(usual.segundaConvocatoria.permitida),
        espera: z
          .strictObject({ n: entero(0, 365), unidad: z.enum([...unidad.options, "minutos"]) })
          .default(usual.segundaConvocatoria.espera),
        quorum: z
          .enum(["presentes_con_presidencia", "presentes", "igual"])
          .default(usual.segundaConvocatoria.quorum),
      })
      .prefault({}),
    toleranciaMinutos: entero(0, 240).nullable().default(usual.toleranciaMinutos),
    votacion: z
      .strictObject({
        mayoria: z.enum(["simple", "absoluta", "dos_terceras_partes"]).default(usual.votacion.mayoria),
        sobre: z.enum(["presentes", "votos_emitidos", "integrantes"]).default(usual.votacion.sobre),
        votoCalidad: z.boolean().default(usual.votacion.votoCalidad),
      })
      .prefault({}),
    extraordinaria: z
      .strictObject({
        soloAsuntoConvocado: z.boolean().default(usual.extraordinaria.soloAsuntoConvocado),
        asuntosGenerales: z.boolean().default(usual.extraordinaria.asuntosGenerales),
        seguimientoAcuerdos: z.boolean().default(usual.extraordinaria.seguimientoAcuerdos),
      })
      .prefault({}),
    suplencia: z
      .strictObject({
        permitida: z.boolean().default(usual.suplencia.permitida),
        requiereOficio: z.boolean().default(usual.suplencia.requiereOficio),
      })
      .prefault({}),
    solicitudPuntos: z
      .strictObject({
        ordinaria: plazo.default(usual.solicitudPuntos.ordinaria),
        extraordinaria: plazo.default(usual.solicitudPuntos.extraordinaria),
      })
      .prefault({}),
    acuerdos: z
      .strictObject({
        plazoMaximoMeses: entero(1, 120).nullable().default(usual.acuerdos.plazoMaximoMeses),
        reprogramaciones: entero(0, 20).default(usual.acuerdos.reprogramaciones),
      })
      .prefault({}),
  })
  .prefault({})
