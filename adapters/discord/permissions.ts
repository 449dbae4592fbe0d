import { PermissionFlagsBits } from "discord.js"

const {
  CreateEvents,
  ManageEvents,
  Administrator,
  ViewChannel,
  SendMessages,
  SendMessagesInThreads,
  EmbedLinks,
  ReadMessageHistory,
} = PermissionFlagsBits
const ALL = (1n << 64n) - 1n

/** As the API writes them. `type`: 0, of a role; 1, of a member. */
export interface Overwrite {
  readonly id: string
  readonly type: 0 | 1
  readonly allow: string
  readonly deny: string
}

export interface Role {
  readonly id: string
  readonly permissions: string
}

interface Who {
  /** `null`: anybody who is in the guild. */
  readonly user: string | null
  readonly roles: readonly string[]
}

/** What somebody may do in a channel (discord.com/developers/docs/topics/permissions#permission-overwrites). */
export function permissionsIn(
  guild: { readonly id: string; readonly roles: readonly Role[] },
  overwrites: readonly Overwrite[],
  { user, roles }: Who,
): bigint {
  const base = guild.roles
    .filter(({ id }) => id === guild.id || roles.includes(id))
    .reduce((held, { permissions }) => held | BigInt(permissions), 0n)
  if ((base & Administrator) !== 0n) return ALL
  const of = (applies: (one: Overwrite) => boolean) => overwrites.filter(applies)
  return [
    of(({ type, id }) => type === 0 && id === guild.id),
    of(({ type, id }) => type === 0 && id !== guild.id && roles.includes(id)),
    of(({ type, id }) => type === 1 && id === user),
  ].reduce((held, those) => {
    const deny = those.reduce((bits, one) => bits | BigInt(one.deny), 0n)
    const allow = those.reduce((bits, one) => bits | BigInt(one.allow), 0n)
    return (held & ~deny) | allow
  }, base)
}

/** Whether with these permissions one reads the channel. */
export const canView = (held: bigint): boolean => (held & ViewChannel) !== 0n

/** Whether with these permissions one makes events of the guild, and changes those that one made. */
export const canCreateEvents = (held: bigint): boolean => (held & (CreateEvents | ManageEvents)) !== 0n

/** What the bot needs in a channel and does not have, by the names that Discord shows. */
export function missingOf(held: bigint, thread: boolean): readonly string[] {
  const needed: readonly (readonly [name: string, flag: bigint])[] = [
    ["Ver canal", ViewChannel],
    thread ? ["Enviar mensajes en hilos", SendMessagesInThreads] : ["Enviar mensajes", SendMessages],
    ["Insertar enlaces", EmbedLinks],
    // Without it nobody could tell whether a message of which Discord said nothing is there.
    ["Leer el historial de mensajes", ReadMessageHistory],
  ]
  return needed.filter(([, flag]) => (held & flag) === 0n).map(([name]) => name)
}
