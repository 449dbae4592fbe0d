import { z } from "zod"
import { faltantesDe } from "../../app/comienzo/faltantes.ts"
import { comenzarOrgano } from "../../app/comienzo/reclamar-organo.ts"
import { codigoInicialNoSirveCard, yaComenzoCard } from "../../cards/comienzo/codigo.ts"
import { faltantesCard } from "../../cards/comienzo/faltantes.ts"
import { reparoEnPalabras } from "../../cards/directorio/reparos.ts"
import { LARGOS } from "../../domain/directorio/claves.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import { ZONA_USUAL, ZONAS_MEXICO } from "../../domain/tiempo/zonas-mexico.ts"
import { defineCommand } from "../definition/definition.ts"
import { textoLibre } from "../opciones/texto.ts"
import { cargoPropio, nombrePropio } from "./quien.ts"

const zonas = Object.keys(ZONAS_MEXICO) as [keyof typeof ZONAS_MEXICO, ...(keyof typeof ZONAS_MEXICO)[]]

/** The body, and who begins it: for the account that claimed the beginning, while there is no body. */
export const plenariaComenzarOrganoCommand = defineCommand({
  name: "plenaria",
  subcommand: "comenzar-organo",
  synonyms: [],
  summary: "Registra el órgano y a quien encabeza su Secretaría Técnica",
  audience: "cualquiera",
  hidden: true,
  options: z.object({
    oficial: textoLibre({
      summary: "como lo imprime su norma",
      label: "Nombre oficial",
      max: LARGOS.nombreOficial,
    }),
    corto: textoLibre({
      summary: "como se le llama en los avisos",
      label: "Nombre corto",
      max: LARGOS.nombreCorto,
    }),
    tipo: z.enum(["comision", "grupo_de_trabajo"]).meta({
      summary: "qué clase de órgano es",
      label: "Clase",
      labels: { comision: "Comisión, comité o consejo", grupo_de_trabajo: "Grupo de trabajo" },
    }),
    zona: z.enum(zonas).meta({
      summary: "la hora en que se citan sus sesiones",
      label: "Zona horaria",
      labels: ZONAS_MEXICO,
    }),
    nombre: nombrePropio("su nombre, como aparece en su nombramiento"),
    cargo: cargoPropio.optional(),
  }),
  form: {
    title: "El órgano",
    submit: "Registrar",
    fields: ["oficial", "corto", "tipo", "zona", "nombre", "cargo"],
    async prepare({ organo, actor }) {
      return { card: yaComenzoCard(organo.nombreCorto, actor.kind === "vinculado") }
    },
  },
  sinOrgano: {
    async prepare() {
      return {
        values: { tipo: "comision", zona: ZONA_USUAL },
        intro:
          "Quedará registrado el órgano, y usted como su Secretaría Técnica desde hoy. Todo puede corregirse después.",
      }
    },
    async run(context, { oficial, corto, tipo, zona, nombre, cargo }) {
      const result = await comenzarOrgano(
        context,
        { nombreOficial: oficial, nombreCorto: corto, tipo, zona },
        { nombre, cargo: cargo ?? null },
      )
      if (result.kind === "sin_reclamo") return { card: codigoInicialNoSirveCard() }
      if (result.kind === "reparo")
        return { problems: [{ field: null, message: reparoEnPalabras(result.reparo) }] }
      const { data, now } = context
      const organo = result.valor
      const faltantes = await faltantesDe(data.read, organo, fechaEnZona(now, organo.zona))
      return { card: faltantesCard(organo, faltantes), replaces: true }
    },
  },
  async run({ organo, actor }) {
    return { card: yaComenzoCard(organo.nombreCorto, actor.kind === "vinculado") }
  },
})
