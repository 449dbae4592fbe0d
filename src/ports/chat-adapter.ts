import type { Card } from "../cards/card.ts"
import type { Form } from "../cards/form.ts"
import type { AdapterId } from "../domain/tipos/canal.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { MedioConexion } from "./conexiones.ts"

/** A place on a platform: the workspace (Slack team, Discord guild) and the channel in it; see `directoDe`. */
export interface Destination {
  readonly adapter: AdapterId
  readonly workspace: string
  readonly channel: string
}

/** What one account alone reads, by direct message: every adapter takes `@` and the account's id for a channel. */
export const directoDe = ({ adapter, workspace, user }: ExternalUser): Destination => ({
  adapter,
  workspace,
  channel: `@${user}`,
})

/** Whose direct messages they are; `null`: it is a channel. */
export const cuentaDeDirecto = (channel: string): string | null =>
  channel.startsWith("@") ? channel.slice(1) : null
/** Where somebody asks from. */
export interface Place extends Destination {
  /** Their own conversation with the bot, which is no channel. */
  readonly direct?: true
}

/** Identity as the platform vouches for it. A display name proves nothing and is not here. */
export interface ExternalUser {
  readonly adapter: AdapterId
  readonly workspace: string
  readonly user: string
  /** It stands in no workspace, on a platform that knows an account by the same id in all of them. */
  readonly anywhere?: true
}

export interface InboundCommand {
  /** The platform's own id of this event; the router answers each one once. */
  readonly eventId: string
  readonly actor: ExternalUser
  readonly place: Place
  /** `sesion`, `acuerdo`, `compromiso`, `directorio`, `plenaria`; as typed where text is free. */
  readonly name: string
  readonly rawOptions: RawOptions
  readonly receivedAt: Instante
  /** It was written as to a colleague, without a slash: nothing that acts is done at once. `name` is empty. */
  readonly llano?: true
  /** It is answered by direct message and not where it was asked: what the answer offers names the body that it is about. */
  readonly enDirecto?: true
}

/** Typed text ("proxima", `ver "so 21 3"`), or a platform's own typed options. */
export type RawOptions =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "typed"; readonly subcommand: string; readonly values: Readonly<Record<string, string>> }
  /**
   * What somebody wrote, taken up from the menu of their message (`SubcommandDescription.onMessage`): the command's form is
   * opened with it, and nothing is done nor kept before the person who opened it sends it.
   */
  | { readonly kind: "message"; readonly subcommand: string; readonly text: string }

export interface InboundAction {
  readonly eventId: string
  readonly actor: ExternalUser
  readonly place: Place
  /** A card's action id, unchanged. Untrusted: the router authorises it like any command. */
  readonly actionId: string
  readonly receivedAt: Instante
}

/** The answers to a form. */
export interface InboundSubmission {
  readonly eventId: string
  readonly actor: ExternalUser
  readonly place: Place
  /** The form's id, unchanged. As untrusted as an action id. */
  readonly formId: string
  /** By field name, as typed; an empty field is an empty text. */
  readonly values: Readonly<Record<string, string>>
  readonly receivedAt: Instante
}

/** Somebody looks at their own page of the bot. */
export interface InboundOpening {
  /** The platform's own id of this event: told again, it is the same. */
  readonly eventId: string
  readonly actor: ExternalUser
}

export interface InboundCompletion {
  readonly actor: ExternalUser
  readonly place: Place
  readonly name: string
  readonly subcommand: string
  readonly option: string
  readonly typed: string
  /** The other options that are written already, by name, where the platform tells them. */
  readonly given?: Readonly<Record<string, string>>
}

export interface Choice {
  readonly label: string
  readonly value: string
}

export type InboundAnswer =
  /** Private to the asker. `replaces`: the answer takes the place of the message whose button was pressed. */
  | { readonly kind: "reply"; readonly card: Card; readonly replaces: boolean }
  /** To be filled in; after a submission: again, with what was typed and what was wrong with it. */
  | { readonly kind: "form"; readonly form: Form }
  /** Already answered: acknowledge and show nothing. */
  | { readonly kind: "duplicate" }

/** What the core offers an adapter. Never throws: bugs become an answer with a reference. */
export interface InboundHandler {
  command(input: InboundCommand): Promise<InboundAnswer>
  action(input: InboundAction): Promise<InboundAnswer>
  submit(input: InboundSubmission): Promise<InboundAnswer>
  complete(input: InboundCompletion): Promise<readonly Choice[]>
  /** What the page says follows by itself, as a delivery. */
  opened(input: InboundOpening): Promise<void>
}

export interface AdapterLimits {
  /** Longest text of one message part, in UTF-16 units. */
  readonly textLength: number
  readonly blocksPerMessage: number
  readonly actionsPerMessage: number
  readonly actionLabelLength: number
  readonly actionIdLength: number
  /** Messages a second that one channel takes. */
  readonly perChannelPerSecond: number
  /** Requests that the platform takes in any second from one bot, or for one workspace; `null`: it publishes no number. */
  readonly budget: { readonly perSecond: number; readonly of: "bot" | "workspace" } | null
}

export interface Rendered {
  /** Platform payloads, one for each message; more than one when the card was split. */
  readonly parts: readonly unknown[]
  /** Plain text of the whole, for push notices and screen readers. */
  readonly text: string
  /** What had to be adapted ("3 buttons of 7 shown"); empty when the card fitted. */
  readonly findings: readonly string[]
}

export interface SendRequest {
  readonly to: Destination
  readonly card: Card
  /** Index of the part to send; a send is one HTTP request. */
  readonly part: number
  readonly key: string
}

export interface Receipt {
  readonly adapter: AdapterId
  readonly workspace: string
  readonly channel: string
  readonly messageId: string
  readonly acceptedAt: Instante
  readonly key: string
  readonly contentHash: string
}

export type SendOutcome =
  | { readonly kind: "accepted"; readonly receipt: Receipt }
  /**
   * Permanent. `reason` is plain Spanish, with what to do about it. `scope`, where known: nothing gets to this channel,
   * or nothing to this workspace, until somebody mends it; or only this message was at fault.
   */
  | {
      readonly kind: "rejected"
      readonly reason: string
      readonly platformCode: string
      readonly scope?: "destination" | "workspace" | "message"
    }
  /** Nothing left the process, or the platform said when to come back. `after` in milliseconds. */
  | { readonly kind: "retry"; readonly after: number; readonly reason: string }
  /** It left and no answer came: it may or may not be there. Never blindly resent. */
  | { readonly kind: "uncertain"; readonly detail: string }

export type DestinationCheck =
  /**
   * `publico`: whether anybody of the workspace can read it; `externo`: whether people of another organisation can; left
   * out: the platform did not tell.
   */
  | {
      readonly kind: "ok"
      readonly name: string
      readonly publico?: boolean
      readonly externo?: boolean
    }
  /** `reason` is plain Spanish, with what to do about it. */
  | { readonly kind: "unusable"; readonly reason: string; readonly platformCode: string }

export type LookupResult =
  | { readonly kind: "found"; readonly receipt: Receipt }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly detail: string }

export interface LookupFacet {
  /** Finds an earlier message by the key it was sent with. `since` bounds the search. */
  find(to: Destination, key: string, since: Instante): Promise<LookupResult>
}

export interface EditRequest {
  /** Of the message that is changed. */
  readonly receipt: Receipt
  readonly card: Card
  /** Index of the part of `card` that takes the message's place. */
  readonly part: number
  readonly key: string
}

export interface EditingFacet {
  /**
   * One HTTP request; the message keeps its place. `rejected` when the message is gone. An edit may safely be
   * repeated: `uncertain` is never returned; a lost answer is `retry`.
   */
  edit(request: EditRequest): Promise<SendOutcome>
}

export interface PinRequest {
  /** Of the message that is pinned: the first part of what was sent. */
  readonly receipt: Receipt
  readonly key: string
}

export interface PinningFacet {
  /**
   * Keeps a message within reach of everybody in its channel. One HTTP request; one that is pinned already is
   * `accepted`. It may safely be repeated: `uncertain` is never returned. A rejection says nothing about the channel.
   */
  pin(request: PinRequest): Promise<SendOutcome>
}

export interface PortadaRequest {
  /** Whose page it is: their direct messages. */
  readonly to: Destination
  readonly card: Card
  readonly key: string
}

/** Of a platform on which the bot has a page of its own for each person. */
export interface PortadaFacet {
  /**
   * Puts the card on the person's page, in the place of what was on it; they alone see it. One HTTP request, however long
   * the card: what does not fit says so. It may safely be repeated: `uncertain` is never returned. A rejection says nothing
   * about any channel.
   */
  publish(request: PortadaRequest): Promise<SendOutcome>
}

/** Something that the workspace's own calendar shows to everybody in it. */
export interface EventoAgendado {
  readonly nombre: string
  readonly descripcion: string
  readonly lugar: string
  readonly inicio: Instante
  readonly fin: Instante
}

export interface EventoRequest {
  /** In whose workspace. */
  readonly to: Destination
  /** The same for all that is ever told of it there: by it the event is found again. */
  readonly key: string
  /** As it is now; `null`: it is not held then, and what is there is called off. */
  readonly evento: EventoAgendado | null
}

/** Of a platform whose workspaces have a calendar of their own. */
export interface EventosFacet {
  /**
   * Makes the event, or changes the one that is there already, which is looked for first: it may be asked for again.
   * `uncertain`: it was to be made, and nobody knows whether it was. A rejection says nothing about any channel.
   */
  put(request: EventoRequest): Promise<SendOutcome>
}

/** Of a platform that one hears over a connection which is kept open. */
export interface ConnectionFacet {
  /**
   * Since when it is lost and being made again; `null`: it stands, or nobody opened it in this process. Without
   * `workspace`, of the settings' own; where there is none, since when not one of those that are kept stands.
   */
  lostSince(workspace?: string): Instante | null
  /** Why a workspace is closed, in plain Spanish, where that is known. */
  why?(workspace: string): string | null
}

/** Of a platform whose credentials open only some workspaces. */
export interface WorkspacesFacet {
  /** Whether messages can get to a workspace; `null`: it is not known in this process. */
  reaches(workspace: string): boolean | null
}

/** What opens one workspace, as somebody connected it. `credentials`: by the names that the platform asked for. */
export interface StoredConnection {
  readonly workspace: string
  readonly medio: MedioConexion
  readonly credentials: Readonly<Record<string, string>>
}

/** Of a platform that opens each workspace with credentials of its own. */
export interface ServingFacet {
  /**
   * From now on these are served, beside the settings' own; one that is not among them any more is closed, and one that
   * could not be opened is tried again. Nobody else notices. It never rejects: what a workspace refuses is in its health.
   */
  serve(connections: readonly StoredConnection[]): Promise<void>
}

/** Of a platform that an institution's own IT lets in by a link. */
export interface InvitingFacet {
  /** The address that they open, with the code of their invitation. */
  url(code: string): string
}

/** Of a platform that is a page of the process's own HTTP server. */
export interface PageFacet {
  /** What opens it, with whatever lets one in: told to whoever starts the process, and to nobody else. */
  address(base: string): string
}

export interface FileFacet {
  /** Largest file, in octets; a larger one is not sent, and its button stands in its place. */
  readonly maxBytes: number
}

export interface ChatAdapter {
  readonly id: AdapterId
  /** What people call the platform: "Slack". */
  readonly name: string
  readonly limits: AdapterLimits
  start(inbound: InboundHandler): Promise<void>
  /** Drains what is under way; may be called twice. */
  stop(): Promise<void>
  /** Pure. */
  render(card: Card): Rendered
  /** One HTTP request, no retry, no throw for a platform's answer. */
  send(request: SendRequest): Promise<SendOutcome>
  checkDestination(to: Destination): Promise<DestinationCheck>
  /** Present if and only if it works. */
  readonly lookup?: LookupFacet | undefined
  /** Present if and only if it works. */
  readonly editing?: EditingFacet | undefined
  /** Present if and only if it works. */
  readonly pinning?: PinningFacet | undefined
  /** Present if and only if it works. */
  readonly portada?: PortadaFacet | undefined
  /** Present if and only if its workspaces have a calendar of their own. */
  readonly eventos?: EventosFacet | undefined
  /** Present if and only if one hears the platform over a connection that is kept open. */
  readonly connection?: ConnectionFacet | undefined
  /** Present if and only if the platform tells which workspaces the bot is in. */
  readonly workspaces?: WorkspacesFacet | undefined
  /** Present if and only if workspaces can be connected while it runs. */
  readonly serving?: ServingFacet | undefined
  /** Present if and only if this installation can be let into a workspace by a link. */
  readonly inviting?: InvitingFacet | undefined
  /** Present if and only if it is a page of this process. */
  readonly page?: PageFacet | undefined
  /** Present if and only if a card's file goes along in the same request. */
  readonly files?: FileFacet | undefined
}

/**
 * What stands before an adapter: every key of the port has to be written, facets too, so that one which is forgotten does
 * not compile. A facet that the adapter behind does not have is `undefined`.
 */
export type BeforeAdapter = { readonly [Key in keyof Required<ChatAdapter>]: ChatAdapter[Key] }
