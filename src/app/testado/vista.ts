import type { DondeConsta, MensajeEnviado } from "../../cards/testado/donde.ts"
import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import type { EnSuCanal } from "./mensajes.ts"
import type { Consta } from "./testar.ts"

/** What is a copy of something else is told apart, each in its own way. */
const COPIAS = ["evento", "delivery"]

/** What was found, as it is shown: by what names each record and each channel. */
export async function vistaDe(
  {
    data,
    organo,
    plataformas,
  }: { readonly data: UnitOfWork; readonly organo: Organo; readonly plataformas: Plataformas },
  { hallazgos, mensajes }: Pick<Consta, "hallazgos" | "mensajes">,
): Promise<DondeConsta> {
  const { canales } = data.fresh
  const vista = async ({ original, visible }: EnSuCanal): Promise<MensajeEnviado> => ({
    plataforma: nombrePlataforma(plataformas, original.to.adapter),
    canal: (await canales.byId(original.canalId))?.nombre ?? original.to.channel,
    enviado: original.receipts[0]?.acceptedAt ?? null,
    titulo: visible.card.title,
    conArchivo: visible.card.file !== undefined || original.card.file !== undefined,
  })
  return {
    registros: hallazgos.filter(({ tabla }) => !COPIAS.includes(tabla)),
    eventos: hallazgos.filter(({ tabla }) => tabla === "evento").length,
    porEnviar: mensajes.porEnviar,
    porCorregir: await Promise.all(mensajes.porCorregir.map(vista)),
    aMano: await Promise.all(mensajes.aMano.map(vista)),
    zona: organo.zona,
  }
}
