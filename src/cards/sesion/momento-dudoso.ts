import type { DudaMomento, Momento } from "../../domain/sesion/momento-dudoso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { fechaYHora } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Card, Inline } from "../card.ts"
import { marcaDemo, nota, texto } from "../respuesta.ts"

/** Before something is done with a session whose moment is out of the ordinary. The answer's button is added to it. */
export function momentoDudosoCard(organo: Organo, momento: Momento, dudas: readonly DudaMomento[]): Card {
  return {
    title: "¿Es correcto?",
    tone: "atencion",
    blocks: [
      texto(momentoDudoso(organo, momento, dudas)),
      nota("No se ha registrado nada. Confirme, o corrija la fecha o la hora."),
    ],
    actions: [],
    ...marcaDemo([organo.origen]),
  }
}

/** What is out of the ordinary, to be asked about. */
export function momentoDudoso(
  { zona }: Organo,
  { fecha, hora }: Momento,
  dudas: readonly DudaMomento[],
): readonly Inline[] {
  const porQue: Readonly<Record<DudaMomento, string>> = {
    ya_paso: hora === null ? "ese día ya pasó" : "ese momento ya pasó",
    hora_inusual: "es una hora poco usual",
  }
  return [
    "La sesión empezaría el ",
    { kind: "bold", text: fecha === null ? "" : fechaYHora(fecha, hora, zona) },
    `: ${enumerar(dudas.map((duda) => porQue[duda]))}.`,
  ]
}
