import { z } from "zod"
import { cedulaDe } from "../../app/compromiso/cedula.ts"
import { archivoCedula } from "../../app/compromiso/cedula-archivo.ts"
import { cedulaCard, FORMATOS_CEDULA } from "../../cards/compromiso/cedula.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"

/** Said instead of a session. */
const TODAS = new Set(["todos", "todas", "todo", "completa"])

export const compromisoCedulaCommand = defineCommand({
  name: "compromiso",
  subcommand: "cedula",
  synonyms: ["cedula de seguimiento", "seguimiento", "tabla de seguimiento", "exportar"],
  frases: [
    "cedula^2 !profesional !votar !voto !votacion",
    "excel|hoja_de_calculo|csv|datos_abiertos $compromiso|acuerdos|seguimiento",
    "descarg*|exporta* $compromiso|seguimiento|acuerdos",
  ],
  summary: "Cédula de seguimiento en Excel, CSV o datos abiertos",
  audience: "suscriben",
  acts: false,
  options: z.object({
    formato: z
      .enum(FORMATOS_CEDULA)
      .default("excel")
      .meta({
        summary: "en qué se entrega; si falta, en Excel",
        labels: {
          excel: "Excel",
          csv: "Texto separado por comas (CSV)",
          json: "Datos públicos abiertos (JSON)",
        },
        synonyms: { excel: ["xlsx", "hoja de calculo"], json: ["datos abiertos", "publica", "publicos"] },
      }),
    sesion: referencia({
      summary: "de qué sesión; si falta, de todas",
      completes: "sesion",
      rest: true,
    }).optional(),
  }),
  async run(context, { formato, sesion: typed }) {
    const { data, actor, organo, hoy, libros, alcance, puede } = context
    const deTodas = typed === undefined || TODAS.has(normalizar(typed))
    const pedida = deTodas ? null : await sesionPedida(context, typed, "compromiso.cedula")
    if (pedida?.kind === "card") return pedida
    const cedula = await cedulaDe(
      { read: data.read, actor, organo, hoy },
      { sesion: pedida?.sesion ?? null, soloPropios: alcance !== "todo" },
    )
    const archivo = await archivoCedula(libros, cedula, formato)
    return { card: cedulaCard(cedula, archivo, formato, puede("compromiso.validar")) }
  },
})
