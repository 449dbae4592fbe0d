import { z } from "zod"
import { faltantesDe } from "../../app/comienzo/faltantes.ts"
import { comenzarConOrgano } from "../../app/comienzo/reclamar-organo.ts"
import { codigoInicialNoSirveCard } from "../../cards/comienzo/codigo.ts"
import { faltantesCard } from "../../cards/comienzo/faltantes.ts"
import { reparoEnPalabras } from "../../cards/directorio/reparos.ts"
import { defineCommand } from "../definition/definition.ts"
import { cargoPropio, nombrePropio } from "./quien.ts"

/** Who begins, where the body is on record already: for the account that claimed the beginning. */
export const plenariaComenzarPersonaCommand = defineCommand({
  name: "plenaria",
  subcommand: "comenzar-persona",
  synonyms: [],
  summary: "Registra a quien encabeza la Secretaría Técnica y vincula su cuenta",
  audience: "cualquiera",
  hidden: true,
  options: z.object({
    nombre: nombrePropio("como está en el directorio, si ya está; o su clave"),
    cargo: cargoPropio.optional(),
  }),
  form: {
    title: "Quién es usted",
    submit: "Registrar",
    fields: ["nombre", "cargo"],
    async prepare({ organo }) {
      return {
        values: {},
        intro: `Quedará registrada su cuenta como la de la Secretaría Técnica: ${organo.nombreCorto}. Vale para quien reclamó el código inicial.`,
      }
    },
  },
  async run(context, { nombre, cargo }) {
    const { data, organo, hoy } = context
    const result = await comenzarConOrgano(context, organo, { nombre, cargo: cargo ?? null })
    if (result.kind === "sin_reclamo") return { card: codigoInicialNoSirveCard() }
    if (result.kind === "reparo")
      return { problems: [{ field: "nombre", message: reparoEnPalabras(result.reparo) }] }
    return { card: faltantesCard(organo, await faltantesDe(data.read, organo, hoy)), replaces: true }
  },
})
