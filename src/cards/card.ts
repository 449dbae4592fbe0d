/**
 * A message, independent of any platform: plain JSON that can be stored, rendered and read aloud.
 * Text inside is inert: adapters escape every leaf, so markup typed by a user never becomes markup.
 */
export interface Card {
  readonly title: string
  readonly tone: Tone
  readonly blocks: readonly Block[]
  /** Buttons, most important first. */
  readonly actions: readonly Action[]
  /** `true` when any datum shown is demonstration data: renderers add the demonstration label. */
  readonly demo?: boolean
  /** Goes along with the message, under its last part. */
  readonly file?: CardFile
}

/** A file; where the platform takes none, the card has to say the same without it. */
export interface CardFile {
  /** `SO-23.ics`: letters, digits, dots and dashes. */
  readonly name: string
  readonly mediaType: string
  readonly content: string
  /** `content` is text, unless it says otherwise. */
  readonly encoding?: "base64"
  /** What a picture shows, for who does not see it; the card says it too. At most 1,000 characters. */
  readonly alt?: string
  /** What it is for, as a button says it: where the platform takes no file, one opens `url`. */
  readonly label: string
  /** Where the same file is read; `null`: nowhere else. */
  readonly url: string | null
}

/** `aviso`: neutral. `atencion`: something needs doing. `vencido`: overdue. `logro`: done. `error`: refused or failed. */
export type Tone = "aviso" | "atencion" | "vencido" | "logro" | "error"

export type Block =
  | { readonly kind: "text"; readonly text: RichText }
  /** A short label before a group of blocks. */
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  | {
      readonly kind: "list"
      readonly ordered: boolean
      readonly items: readonly RichText[]
      readonly own?: OwnButtons
    }
  | {
      readonly kind: "table"
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly own?: OwnButtons
    }
  | { readonly kind: "divider" }
  /** Small print: sources, warnings, what to do next. */
  | { readonly kind: "note"; readonly text: RichText }
  | { readonly kind: "image"; readonly url: string; readonly alt: string }

/**
 * Of each item of a list, or row of a table, the button that acts on it alone. Only some platforms have room for one
 * beside each: the card's own `actions` hold those that matter most, with the same ids, for all the others.
 */
export type OwnButtons = readonly (Action | null)[]

export interface Field {
  readonly label: string
  readonly value: RichText
}

export type RichText = string | readonly Inline[]

export type Inline =
  | string
  | { readonly kind: "bold"; readonly text: string }
  | { readonly kind: "italic"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** `text` is the official date, hour and zone; `instant` lets a platform add its local stamp, never replace it. */
  | { readonly kind: "date"; readonly text: string; readonly instant: string | null }
  | { readonly kind: "mention"; readonly user: string; readonly text: string }
  | CommandMention

/** A command that the reader may use: each platform shows it by the name that it has there. Made by `comando`. */
export interface CommandMention {
  readonly kind: "command"
  /** `sesion.agenda`, as in a button's id; `sesion`: the command with all that is under it. */
  readonly command: string
  /** What it is used with, by option. */
  readonly options: Readonly<Record<string, string>>
  /** As it is typed where text is free: `/sesion agenda SO-22`. */
  readonly text: string
  /** What opens it on the platform that shows it, in the platform's own markup: never stored. */
  readonly native?: string
}

export interface Action {
  /** Data, valid after a restart: `sesion.agenda:SO-22`. At most 100 characters. */
  readonly id: string
  readonly label: string
  readonly style: "primary" | "normal" | "danger"
  /** Opens a page instead of calling back, when present. */
  readonly url?: string
  /** The label is this command, by the name that it has where it is shown. */
  readonly command?: CommandMention
}

/** Longest id that every platform takes (Discord `custom_id`). */
export const MAX_ACTION_ID = 100
