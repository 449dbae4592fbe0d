import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { donde, type EntregaVista, ESTADO, entregaCard, renglon } from "./entregas.ts"

/** It may be there already: sending it again could show it twice. */
export function confirmarReenvioCard(entrega: EntregaVista, vez: number, organo: Organo): Card {
  const { referencia } = entrega
  return {
    title: `Confirme el reenvío de ${referencia}`,
    tone: "atencion",
    blocks: [
      texto(
        `No se sabe si el mensaje ya está en ${donde(entrega)}. Si ya está y lo reenvía, aparecerá dos veces. No se ha enviado nada.`,
      ),
      nota("Revise el canal antes de confirmar. Si el mensaje está, descarte la entrega."),
    ],
    actions: [
      ...boton("plenaria.reenviar-confirmar", `${referencia} ${vez}`, "Reenviar de todos modos", "primary"),
      ...boton("plenaria.descartar", referencia, "Ya está: descartar", "danger"),
    ],
    ...marcaDemo([organo.origen, entrega.demo ? "demo" : "registro"]),
  }
}

export function reenviadaCard(entrega: EntregaVista, organo: Organo): Card {
  const { referencia } = entrega
  return {
    title: `Se reenviará ${referencia}`,
    tone: "logro",
    blocks: [
      texto(`El mensaje está en la cola para ${donde(entrega)}.`),
      ...(entrega.proposito === "recordatorio"
        ? [nota("Como recordatorio, sale en el horario de avisos del órgano.")]
        : []),
    ],
    actions: boton("plenaria.entregas", referencia, "Ver resultado", "primary"),
    ...marcaDemo([organo.origen, entrega.demo ? "demo" : "registro"]),
  }
}

export function descartadaCard(entrega: EntregaVista, organo: Organo): Card {
  return {
    title: `Entrega ${entrega.referencia} descartada`,
    tone: "logro",
    blocks: [texto("No se enviará ni se volverá a mostrar entre las que necesitan atención.")],
    actions: boton("plenaria.entregas", "", "Ver las entregas por atender"),
    ...marcaDemo([organo.origen, entrega.demo ? "demo" : "registro"]),
  }
}

/** The second of two presses, or it was settled meanwhile. */
export function entregaYaAtendidaCard(entrega: EntregaVista, organo: Organo): Card {
  const { referencia, estado } = entrega
  const card = entregaCard(entrega, organo)
  return {
    ...card,
    title: `No se hizo nada: ${referencia} ya se atendió o cambió`,
    tone: "aviso",
    blocks: [texto(`Ahora está ${ESTADO[estado].una}. No se envió ni se descartó de nuevo.`), ...card.blocks],
  }
}

export function reenvioImpedidoCard(entrega: EntregaVista, organo: Organo): Card {
  const card = entregaCard(entrega, organo)
  return { ...card, title: `No se puede reenviar ${entrega.referencia}`, tone: "error" }
}

export function entregaNoEncontradaCard(typed: string, legible: boolean): Card {
  return {
    title: "No se encontró la entrega",
    tone: "error",
    blocks: [
      texto(
        legible
          ? `No hay ninguna entrega con la referencia «${recortar(typed, 40)}» en este órgano.`
          : `«${recortar(typed, 40)}» no es una referencia de entrega.`,
      ),
      nota(frase`Copie la referencia, que empieza con «E-», de ${comando("plenaria.entregas")}.`),
    ],
    actions: boton("plenaria.entregas", "", "Ver las entregas por atender"),
  }
}

/** Several share a short reference: their long ones tell them apart. */
export function elegirEntregaCard(entregas: readonly EntregaVista[], organo: Organo): Card {
  return {
    title: "¿Qué entrega busca?",
    tone: "atencion",
    blocks: [
      texto("Esa referencia es de varias entregas. Elija una:"),
      { kind: "list", ordered: false, items: entregas.map((entrega) => renglon(entrega, organo)) },
    ],
    actions: entregas.flatMap(({ referencia }) =>
      boton("plenaria.entregas", referencia, `Ver ${referencia}`),
    ),
    ...marcaDemo(entregas.map(({ demo }) => (demo ? "demo" : "registro"))),
  }
}

export function entregaNoAutorizadaCard(): Card {
  return {
    title: "No se hizo nada",
    tone: "error",
    blocks: [
      texto(
        "Solo la Secretaría Técnica y la administración técnica atienden las entregas, y usted no tiene hoy esa designación en el órgano.",
      ),
    ],
    actions: boton("plenaria.quien-soy", "", "Ver mis designaciones"),
  }
}
