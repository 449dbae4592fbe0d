import type { DestinatarioInstitucion, PersonaDestinataria } from "../../domain/recordatorio/destinatarios.ts"
import { tonoRecordatorio, vencidosEn } from "../../domain/recordatorio/recordatorio.ts"
import { deInstitucion } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Inline } from "../card.ts"
import { texto } from "../respuesta.ts"
import type { DatosRecordatorio } from "./datos.ts"

/** People named in a greeting; a longer list is no greeting any more. */
const MAX_PERSONAS = 6

const PLURAL: Readonly<Record<DestinatarioInstitucion, string>> = {
  enlace: "enlaces",
  suplente: "suplentes",
  titular: "titulares",
}

/**
 * Greeting, the body's own opening, and what the message is about, which stands beside the greeting: on a phone no more than
 * that is seen at first.
 */
export function saludo(datos: DatosRecordatorio): readonly Block[] {
  const { apertura } = datos.textos[tonoRecordatorio(datos.recordatorio)]
  return apertura === null
    ? [texto(`${estimados(datos)}\n${asunto(datos)}`)]
    : [texto(estimados(datos)), texto(apertura), texto(asunto(datos))]
}

/** "Estimada/o enlace de la SRE:", "Estimadas/os enlace y suplente de la SRE:". */
function estimados({ destinatarios, personas, institucion }: DatosRecordatorio): string {
  const puestos = destinatarios.map((puesto) =>
    personas.filter(({ calidad }) => calidad === puesto).length > 1 ? PLURAL[puesto] : puesto,
  )
  const varios = puestos.length > 1 || personas.length > 1
  const quienes = `${enumerar(puestos)} ${deInstitucion(institucion.siglas, institucion.nombre)}`
  return `${varios ? "Estimadas/os" : "Estimada/o"} ${quienes}:`
}

/** Only who is on record. A linked account is mentioned, so that its owner sees it; never the whole channel. */
export function atencion(personas: readonly PersonaDestinataria[]): readonly Block[] {
  if (personas.length === 0) return []
  const nombres = personas
    .slice(0, MAX_PERSONAS)
    .flatMap(({ nombre, calidad, user }, i): readonly Inline[] => [
      i === 0 ? "" : ", ",
      user === null ? nombre : { kind: "mention", user, text: nombre },
      ` (${calidad})`,
    ])
  return [texto(["A la atención de: ", ...nombres.filter((inline) => inline !== "")])]
}

function asunto({ recordatorio, organo, destinatarios }: DatosRecordatorio): string {
  const { items, contexto, fecha } = recordatorio
  const vencidos = vencidosEn(recordatorio)
  const deHoy = items.filter((item) => item.fecha === fecha).length
  const todos = plural(items.length, "compromiso", "compromisos")
  const dia = fechaLarga(fecha)
  const suyos = `de su institución (${organo.nombreCorto})`
  const yaVencieron = `${vencidos} ya ${vencidos === 1 ? "venció" : "vencieron"}`
  // What is overdue is counted whole, also in a message that another date brought.
  const ademas = vencidos === 0 ? "" : `; además, ${yaVencieron}`
  switch (tonoRecordatorio(recordatorio)) {
    case "recordatorio":
      return `Al ${dia}, ${destinatarios.length > 1 ? "les" : "le"} recordamos ${todos} ${suyos}${ademas}:`
    case "vencimiento":
      return deHoy === items.length
        ? `Hoy, ${dia}, ${deHoy === 1 ? "vence" : "vencen"} ${todos} ${suyos}${ademas}:`
        : `Al ${dia}, hay ${todos} ${suyos}; ${deHoy} ${deHoy === 1 ? "vence" : "vencen"} hoy${ademas}:`
    case "seguimiento": {
      if (items.every((item) => item.vencido))
        return `Al ${dia}, ${vencidos === 1 ? "está" : "están"} sin atender ${plural(vencidos, "compromiso vencido", "compromisos vencidos")} ${suyos}:`
      const enTotal = items.length + contexto.filter((item) => item.vencido).length
      return `Al ${dia}, siguen sin atender ${plural(enTotal, "compromiso", "compromisos")} ${suyos}; ${yaVencieron}:`
    }
  }
}
