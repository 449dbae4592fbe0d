import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { calendarioEnUso } from "../../texts/calendario.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { bloquesDiferencia, type DiferenciaEnsayo } from "./diferencia.ts"

/** Another calendar of days off by law, before the body observes it. */
export function calendarioPorConfirmarCard(
  {
    antes,
    despues,
    fuente,
    rango,
    diferencia,
  }: {
    readonly antes: Organo
    readonly despues: Organo
    readonly fuente: string
    readonly rango: { readonly desde: Fecha; readonly hasta: Fecha }
    readonly diferencia: DiferenciaEnsayo
  },
  plataformas: Plataformas,
): Card {
  return {
    title: "¿Cambiar el calendario del órgano?",
    tone: "atencion",
    blocks: [
      texto([{ kind: "bold", text: "Hoy: " }, calendarioEnUso(antes)]),
      texto([{ kind: "bold", text: "Con el cambio: " }, calendarioEnUso(despues)]),
      texto(`Según ${fuente}.`),
      ...bloquesDiferencia(diferencia, rango.desde, rango.hasta, plataformas),
      nota("Aún no se registra nada."),
    ],
    actions: boton("plenaria.reglas", "calendario", "Dejar el calendario como está"),
    ...marcaDemo([antes.origen]),
  }
}

/** Done. */
export function calendarioObservadoCard(organo: Organo, fuente: string): Card {
  return {
    title: "Calendario cambiado",
    tone: "logro",
    blocks: [texto(calendarioEnUso(organo)), nota(`Vale desde ahora, según ${fuente}.`)],
    actions: boton("plenaria.inhabiles", "", "Ver los días inhábiles"),
    ...marcaDemo([organo.origen]),
  }
}
