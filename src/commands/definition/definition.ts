import type { ZodObject, z } from "zod"
import type { Conexiones } from "../../app/canal/recepcion.ts"
import type { Card, RichText } from "../../cards/card.ts"
import type { Form, FormInput, FormProblem } from "../../cards/form.ts"
import type { DatoProtegido } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import type { Pedido } from "../../domain/tiempo/fecha-escrita/leer.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Canal, Medio, Plataformas } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import type { Choice, ExternalUser, Place } from "../../ports/chat-adapter.ts"
import type { DireccionPublica } from "../../ports/direccion-publica.ts"
import type { Libros } from "../../ports/hojas/libro.ts"
import type { Imagenes } from "../../ports/imagen/imagenes.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import type { Alcance, Audience } from "./audience.ts"
import type { Frase } from "./frases.ts"

/** What a request is answered with. */
export type Answer = { readonly card: Card; readonly replaces?: boolean } | { readonly form: Form }

export type CommandName = "sesion" | "acuerdo" | "compromiso" | "directorio" | "plenaria"

/** Everything a command may use. */
export interface CommandContext {
  readonly actor: Actor
  /** The account, as the platform vouches for it: what someone not yet linked must give to be linked. */
  readonly user: ExternalUser
  /** Where a program on this machine vouches for the account: who really sits at it, and which machine that is. */
  readonly opera: QuienOpera | null
  /** The body this place speaks for, or the only root body. */
  readonly organo: Organo
  /** `organo` alone; of a command that needs none, where nothing says which: all that the asker may mean, `organo` the first. */
  readonly organos: readonly Organo[]
  /** The linked channel the question comes from, if any. */
  readonly canal: Canal | null
  readonly place: Place
  readonly platform: Medio
  readonly plataformas: Plataformas
  /** Whether messages can leave for a place now. */
  readonly conexiones: Conexiones
  readonly now: Instante
  /** Today in the body's zone. */
  readonly hoy: Fecha
  readonly data: UnitOfWork
  /** What makes the files that spreadsheets open. */
  readonly libros: Libros
  /** What makes pictures out of drawings. */
  readonly imagenes: Imagenes
  /** Where this process is reached, for the addresses that an answer gives. */
  readonly direccion: DireccionPublica
  /** The options come from a form: one that is missing was left empty on purpose, not just unsaid. */
  readonly filledIn: boolean
  /** The command that is asked for: `sesion.agenda`. */
  readonly command: string
  readonly purpose: Purpose
  /** How far the asker gets with the command: with their own institution's, or with all there is. */
  readonly alcance: Alcance
  /**
   * Whether the asker may use another command, `sesion.publicar`, in any of `organos` or in the one that is named: what
   * an answer offers is what its definition grants.
   */
  puede(command: string, organoId?: string): boolean
  /** The options as they were written: a date is still «en 15 días hábiles». */
  readonly typed: Readonly<Record<string, string>>
  /** What the answer turns out to be about, for the log: whoever finds the record says so. */
  readonly asunto: Asunto
  /** The person was asked about what is out of the ordinary, and said that it is as it should be. */
  readonly confirmed: boolean
  /** Kinds of protected data that its texts may hold, because the Secretaría Técnica said why. */
  readonly dispensados: readonly DatoProtegido[]
}

/** What is known where there is no body yet: the account, and no more. */
export type SinOrganoContext = Pick<
  CommandContext,
  "user" | "opera" | "place" | "platform" | "plataformas" | "now" | "data"
>

/** How a command is answered before there is any body: only what begins one is. */
export interface SinOrgano<Options extends ZodObject = ZodObject> {
  /** What its form holds at first, or what is said in its place; left out: the form as it is. */
  prepare?(context: SinOrganoContext): Promise<FormStart | { readonly card: Card }>
  run(
    context: SinOrganoContext,
    options: z.infer<Options>,
  ): Promise<Exclude<Reply, { readonly question: unknown }>>
}

export interface QuienOpera {
  readonly cuenta: string
  readonly lugar: string
}

export interface Asunto {
  /** `sesion:<id>`; `null`: no record in particular. */
  objeto: string | null
  /** The answer is on record already. */
  anotado: boolean
}

/**
 * What the options are read for. A record may be named loosely where it is only shown, and where a form is opened, which
 * says which one it is; what changes something asks.
 */
export type Purpose = "reading" | "opening_form" | "acting"

export type Reply =
  | {
      readonly card: Card
      /** The answer takes the place of the message whose button was pressed. */
      readonly replaces?: boolean
    }
  /** What was asked cannot be done as written: a form is shown again as it was filled in, typed text is explained. */
  | { readonly problems: readonly FormProblem[] }
  /** Something must be settled before: each answer asks for the same again, with all else that was written. */
  | { readonly question: Question }
  /** Something that was asked for before is gone on with: done, or shown in its form again. */
  | { readonly again: RequestAgain }

export interface Question {
  /** What is asked; a button for each answer is added to it. */
  readonly card: Card
  readonly answers: readonly {
    readonly label: string
    /** Options that it changes, in the form in which the command takes them. */
    readonly values: Readonly<Record<string, string>>
    /** All is as it should be: it is not asked about any more. */
    readonly confirms: boolean
  }[]
}

export interface RequestAgain {
  /** `sesion.diferir` */
  readonly command: string
  readonly values: Readonly<Record<string, string>>
  readonly filledIn: boolean
  readonly confirmed: boolean
  readonly dispensados: readonly DatoProtegido[]
  readonly asForm: boolean
}

/** How a command asks for its options when it is used without what it needs. */
export interface FormSpec {
  readonly title: string
  /** The button that sends it: a verb. */
  readonly submit: string
  /** Options to ask for, in order; those left out stay as they came. */
  readonly fields: readonly string[]
  /** What the fields hold at first, and what to say above them; a card or a question when the form has no place now. */
  prepare?(
    context: CommandContext,
    given: Readonly<Record<string, string>>,
  ): Promise<FormStart | { readonly card: Card } | { readonly question: Question }>
}

/** How a command's form is opened from a message that somebody wrote in a conversation. */
export interface DeMensaje {
  /** In the message's menu: at most 24 characters, which every platform takes. */
  readonly menu: string
  /** What the form's fields hold of what was written. */
  values(escrito: string): Readonly<Record<string, string>>
}

export interface FormStart {
  readonly values: Readonly<Record<string, string>>
  readonly intro: RichText | null
  readonly demo?: boolean
}

/** Completion source of an option. */
export type Completes =
  | "sesion"
  | "punto"
  | "acuerdo"
  | "compromiso"
  | "institucion"
  | "persona"
  | "designada"

/**
 * What an option is. A closed list and a number say it by their type, the others by the function that makes them
 * (src/commands/opciones). `texto` and `direccion` carry the guard for protected data. `secreto` is what is typed to be
 * looked for and must be kept nowhere: neither with a question, nor in a draft, nor in an answer.
 */
export type OptionKind =
  | "texto"
  | "secreto"
  | "direccion"
  | "referencia"
  | "fecha"
  | "hora"
  | "numero"
  | "opcion"

/** `.meta()` of each option in `options`. Order of the keys is the order in which words are taken. */
export interface OptionMeta {
  readonly summary: string
  readonly kind?: OptionKind
  readonly completes?: Completes
  /** Takes all the words that remain: claves and institution names have spaces. */
  readonly rest?: boolean
  /** It is looked for as it is typed: words that only say again what is asked for are of it too. */
  readonly literal?: boolean
  /** How it looks at the head of a free text: found there, it is taken, with its spaces. */
  readonly lead?: RegExp
  /** Labels of a `z.enum`'s values. */
  readonly labels?: Readonly<Record<string, string>>
  /** What people say for each of them, besides its name and its label. ASCII, lower case. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>
  /** Its name in a form; otherwise the option's own. */
  readonly label?: string
  /** It is a date or an hour as people write it; the command gets `2026-12-15` or `10:00`. */
  readonly written?: Written
  /** An address inside this text is kept as evidence, and may lead only where the body allows. */
  readonly evidence?: boolean
  /** How a form asks for it; otherwise `opcion` for a closed list and `texto` for the rest. */
  readonly input?: Exclude<FormInput, "opcion">
}

export interface Written {
  readonly pedido: Pedido
  /** A day that has passed may be meant. */
  readonly pasado: boolean
}

/**
 * One command, defined once. The typed-text parser, Discord's options, Slack's manifest, the console's autocomplete,
 * the help, the documentation table and the permission matrix all derive from it. A button is the same command:
 * action id `sesion.agenda:SO-22` runs `/sesion agenda SO-22`.
 */
export interface Command<Options extends ZodObject = ZodObject> {
  readonly name: CommandName
  readonly subcommand: string
  /** Other words for the subcommand: `siguiente` for `proxima`. ASCII, lower case. */
  readonly synonyms: readonly string[]
  /** How people ask for it who write as to a colleague; left out: it is only asked for by its name. */
  readonly frases?: readonly Frase[]
  readonly summary: string
  readonly options: Options
  /** The whole rule of who may use it: a handler decides nothing by itself on what somebody is. */
  readonly audience: Audience
  /** Only reachable by a button; absent from help and registrations. */
  readonly hidden?: boolean
  /**
   * `false`: it only shows something. All else changes something: it is only done when it is named, and only to a record
   * that is named exactly.
   */
  readonly acts?: boolean
  /**
   * `never`: it is taken however much was asked before, since somebody's right hangs on it. `proposal`: somebody else has
   * to read it, and so many of them are taken. Left out: it counts as what is asked, and for the messages that it causes.
   */
  readonly limit?: "never" | "proposal"
  /** `true`: it is done also in a body that is closed, where nothing else is that acts. */
  readonly aunCerrado?: true
  /** `true`: it needs no body. Where nothing says which is meant it is answered about all of them, and nobody is asked. */
  readonly sinElegir?: true
  /** `false`: its answers hold no record of the body, only commands or what the asker is, and are not logged as read. */
  readonly showsRecords?: boolean | ((options: Readonly<Record<string, unknown>>) => boolean)
  /** How the log calls that its answer was read; otherwise `datos.mostrados`. */
  readonly readAs?: TipoEvento
  /** The day that its terms are counted from, if it is not today; `null`: today after all. */
  termsFrom?(context: CommandContext, given: Readonly<Record<string, string>>): Promise<Fecha | null>
  /** Asked for in a form when required options are missing. */
  readonly form?: FormSpec
  /** Offered in the menu of each message; only of a command with a form. */
  readonly deMensaje?: DeMensaje
  /** Left out: before there is a body, it is answered that there is none. */
  readonly sinOrgano?: SinOrgano<Options>
  run(context: CommandContext, options: z.infer<Options>): Promise<Reply>
}

/** Keeps the options' type while the commands live in one list. */
export function defineCommand<Options extends ZodObject>(command: Command<Options>): Command {
  return command as unknown as Command
}

export type { Choice }
