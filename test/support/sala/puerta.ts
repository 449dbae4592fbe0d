/** Who does something, and in which channel of her platform. */
export interface Quien {
  readonly user: string
  readonly channel: string
}

export interface Boton {
  readonly id: string
  readonly label: string
}

export interface Mensaje {
  readonly text: string
  readonly buttons: readonly Boton[]
}

/** A message of a channel, which everybody there sees. */
export interface Publicado extends Mensaje {
  readonly pinned: boolean
}

export interface FormularioVisto {
  readonly text: string
  readonly values: Readonly<Record<string, string>>
  send(values: Readonly<Record<string, string>>): Promise<Visto>
}

/** What a person has before her after she did something. */
export interface Visto extends Mensaje {
  readonly form: FormularioVisto | null
  /** Nobody else in the channel sees it. */
  readonly onlyHers: boolean
}

/** A platform as the people before it use it: the same for the three of them. */
export interface Puerta {
  type(who: Quien, typed: string): Promise<Visto>
  /** Under an answer that only she sees, unless it stands under a message that all the channel sees. */
  press(who: Quien, actionId: string, on?: "own" | "channel"): Promise<Visto>
  /** An empty form that she sends without having been shown it. */
  submit(who: Quien, formId: string): Promise<Visto>
  /** What stands in a channel, in order, as it reads now. */
  channel(channel: string): Promise<readonly Publicado[]>
}

/** Parts of a long message, read as one. */
export function joined(parts: readonly Mensaje[]): Mensaje {
  return { text: parts.map(({ text }) => text).join("\n"), buttons: parts.flatMap(({ buttons }) => buttons) }
}

/** Of "(1/3)" in what was read first; otherwise one. */
export function partsAnnounced(text: string): number {
  return Number(/\(1\/(\d+)\)/.exec(text)?.[1] ?? 1)
}
