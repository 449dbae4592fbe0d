import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaCorta, fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, RichText } from "../card.ts"
import { destino, type MensajeEnsayado } from "../entrega/ensayo.ts"
import { recortar, texto } from "../respuesta.ts"

/** What would be sent otherwise if a rule or a day off changed. */
export interface DiferenciaEnsayo {
  readonly mas: readonly MensajeEnsayado[]
  readonly menos: readonly MensajeEnsayado[]
  /** The same, on another day. */
  readonly recorridos: readonly { readonly antes: MensajeEnsayado; readonly despues: MensajeEnsayado }[]
  /** Those that are sent in any case, at another hour or with other words. */
  readonly distintos: readonly MensajeEnsayado[]
}

/** Examples of each kind that are shown. */
const EJEMPLOS = 3

/** "3 avisos más, 2 menos y 1 que se recorre": what changes, in a sentence without its full stop. */
export function diferenciaEnPalabras({ mas, menos, recorridos, distintos }: DiferenciaEnsayo): string {
  const partes = [
    ...(mas.length === 0 ? [] : [`${plural(mas.length, "aviso", "avisos")} más`]),
    ...(menos.length === 0
      ? []
      : [mas.length === 0 ? `${plural(menos.length, "aviso", "avisos")} menos` : `${menos.length} menos`]),
    ...(recorridos.length === 0
      ? []
      : [plural(recorridos.length, "aviso que se recorre", "avisos que se recorren")]),
    ...(distintos.length === 0
      ? []
      : [
          plural(
            distintos.length,
            "aviso que cambia de hora o de texto",
            "avisos que cambian de hora o de texto",
          ),
        ]),
  ]
  return partes.length === 0 ? "ningún aviso cambia" : enumerar(partes)
}

/** What changes, with a few examples. */
export function bloquesDiferencia(
  diferencia: DiferenciaEnsayo,
  desde: Fecha,
  hasta: Fecha,
  plataformas: Plataformas,
): readonly Block[] {
  const { mas, menos, recorridos, distintos } = diferencia
  const uno = (signo: string, mensaje: MensajeEnsayado): RichText => [
    { kind: "bold", text: `${signo} ${dia(mensaje)}` },
    `: ${destino(mensaje, plataformas)}. ${recortar(mensaje.porque, 160)}`,
  ]
  const ejemplos: readonly RichText[] = [
    ...mas.slice(0, EJEMPLOS).map((mensaje) => uno("Más,", mensaje)),
    ...menos.slice(0, EJEMPLOS).map((mensaje) => uno("Menos,", mensaje)),
    ...recorridos.slice(0, EJEMPLOS).map((par) => uno(`Del ${dia(par.antes)} al`, par.despues)),
    ...distintos.slice(0, EJEMPLOS).map((mensaje) => uno("Cambia,", mensaje)),
  ]
  return [
    texto([
      { kind: "bold", text: `Del ${fechaMedia(desde)} al ${fechaMedia(hasta)}: ` },
      `${diferenciaEnPalabras(diferencia)}.`,
    ]),
    ...(ejemplos.length === 0 ? [] : [{ kind: "list" as const, ordered: false, items: ejemplos }]),
  ]
}

const dia = ({ cuando, organo }: MensajeEnsayado): string => fechaCorta(fechaEnZona(cuando, organo.zona))
