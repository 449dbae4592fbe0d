import { z } from "zod"
import { REGLAS_SESION_USUALES as usual } from "../../../domain/reglas/reglas-sesion.ts"
import { clave, entero, opcional, texto } from "./campos.ts"

const unidad = z.enum(["dias_habiles", "dias_naturales", "horas"])
const plazo = z.strictObject({ n: entero(0, 365), unidad })

const falta = (campo: string, message: string) => ({ code: "custom" as const, path: [campo], message })

const POR_NUMERO: readonly string[] = ["numero", "presidencia_mas_numero"]

/** How many seats, and which; a rule by number says which number, and no other does. */
const quorum = z
  .strictObject({
    base: z.enum(["integrantes_con_voto", "integrantes"]).default(usual.quorum.base),
    regla: z
      .enum([
        "mitad_mas_uno",
        "mayoria",
        "dos_terceras_partes",
        "tercera_parte",
        "numero",
        "presidencia_mas_numero",
      ])
      .default(usual.quorum.regla),
    numero: opcional(entero(1, 500)),
    redondeo: z.enum(["abajo", "arriba"]).default(usual.quorum.redondeo),
    exigePresidencia: z.boolean().default(usual.quorum.exigePresidencia),
    composicion: z
      .array(
        z
          .strictObject({
            nombre: opcional(texto(120)),
            instituciones: z.array(clave).min(1).max(40),
            minimo: opcional(entero(1, 40)),
          })
          .superRefine(({ instituciones, minimo }, { addIssue }) => {
            if (new Set(instituciones).size < instituciones.length)
              addIssue(
                falta("instituciones", "tiene siglas repetidas; escriba cada institución una sola vez"),
              )
            if (minimo !== null && minimo > instituciones.length)
              addIssue(
                falta(
                  "minimo",
                  `pide ${minimo} de ${instituciones.length} instituciones; escriba un número menor`,
                ),
              )
          }),
      )
      .max(5)
      .default([]),
  })
  .superRefine(({ regla, numero }, { addIssue }) => {
    if (POR_NUMERO.includes(regla) && numero === null)
      addIssue(falta("numero", `falta: la regla «${regla}» dice cuántas instituciones`))
    if (!POR_NUMERO.includes(regla) && numero !== null)
      addIssue(falta("numero", "sobra: solo se usa con «regla: numero» o «regla: presidencia_mas_numero»"))
  })

/** How the body holds its sessions; what the file leaves out is the usual. */
export const reglasSesion = z
  .strictObject({
    quorum: quorum.prefault({}),
    segundaConvocatoria: z
      .strictObject({
        permitida: z.boolean().default(usual.segundaConvocatoria.permitida),
        espera: z
          .strictObject({ n: entero(0, 365), unidad: z.enum([...unidad.options, "minutos"]) })
          .default(usual.segundaConvocatoria.espera),
        quorum: z
          .enum(["presentes_con_presidencia", "presentes", "igual", "propio"])
          .default(usual.segundaConvocatoria.quorum),
        quorumPropio: opcional(quorum),
      })
      .superRefine(({ quorum: cual, quorumPropio }, { addIssue }) => {
        if (cual === "propio" && quorumPropio === null)
          addIssue(
            falta(
              "quorumPropio",
              "falta: con «quorum: propio» se escribe aquí la regla de la segunda convocatoria",
            ),
          )
        if (cual !== "propio" && quorumPropio !== null)
          addIssue(falta("quorum", "escriba «quorum: propio», o quite «quorum_propio»"))
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
        prorrogaDias: entero(1, 3_650).nullable().default(usual.acuerdos.prorrogaDias),
        prorrogaDecide: z.enum(["secretaria_tecnica", "pleno"]).default(usual.acuerdos.prorrogaDecide),
      })
      .prefault({}),
  })
  .prefault({})
