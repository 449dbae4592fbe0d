import type { Card } from "../../src/cards/card.ts"
import type { CommandDescription } from "../../src/ports/command-description.ts"
import type { DemoChannel, DemoPerson } from "../../src/ports/console-demo.ts"
import type { renderForm } from "./form.ts"

/** What the server and its page say to each other: receive.ts answers with these, the page's scripts read them. */

export interface ClockView {
  /** The official hour, in words. */
  readonly texto: string
  /** Moved away from real time. */
  readonly movido: boolean
  /** No platform that reaches people is on beside the console. */
  readonly movible: boolean
}

/** With what the page begins: `api/estado`. */
export interface PageState {
  readonly personas: readonly DemoPerson[]
  readonly canales: readonly DemoChannel[]
  readonly ordenes: readonly CommandDescription[]
  readonly reloj: ClockView
}

export type PageForm = ReturnType<typeof renderForm>
export type PageField = PageForm["fields"][number]

/** To an order, a button or a form: cards, or a form to fill in. None at all: the event was answered before. */
export interface PageAnswer {
  readonly tarjetas: readonly Card[]
  readonly formulario: PageForm | null
  /** The card takes the place of the one whose button was pressed. */
  readonly reemplaza: boolean
  readonly hora: string
}

/** A message of a channel. */
export interface PageMessage {
  /** The order in which messages are read. */
  readonly id: number
  /** The order of what happened to them. */
  readonly revision: number
  readonly canal: string
  readonly tarjeta: Card
  readonly hora: string
  readonly actualizado: boolean
  readonly fijado: boolean
}
