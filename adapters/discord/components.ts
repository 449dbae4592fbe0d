import type { Action, Block, Card } from "../../src/cards/card.ts"
import { ownOf } from "../../src/cards/card-actions.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { DEMO_LABEL } from "../../src/cards/plain-text.ts"
import { buttonsOf, type DiscordButton, rowsOf } from "./buttons.ts"
import { componentLimits } from "./limits.ts"
import { blockLines, columnLines, fill, itemsLines } from "./markdown.ts"
import { COLOR, imageOf, titleOf } from "./render.ts"

type Component = Readonly<Record<string, unknown>>

/** A message of components alone, as Discord's API takes it (discord.com/developers/docs/components/reference). */
export interface ComponentsPayload {
  readonly flags: typeof ONLY_COMPONENTS
  readonly components: readonly [
    { readonly type: 17; readonly accent_color: number; readonly components: readonly Component[] },
  ]
}

/** `IS_COMPONENTS_V2`: once a message has it, it has neither content nor embeds, and never will. */
export const ONLY_COMPONENTS = 1 << 15

const TYPE = { section: 9, text: 10, gallery: 12, file: 13, container: 17 } as const

/** In one message, each item with its button beside it; `null`: none has one, or Discord has no room for all of it. */
export function renderBeside(written: Card): readonly [ComponentsPayload] | null {
  const card = legibleCard(written)
  const own = ownActions(card)
  if (own.length === 0) return null
  const beside = new Set(own.map(({ id }) => id))
  const findings: string[] = []
  const all = [...own, ...card.actions.filter(({ id, url }) => url !== undefined || !beside.has(id))]
  const buttons = buttonsOf(all, findings)
  if (findings.length > 0) return null
  const byId = new Map(buttons.slice(0, own.length).map((button) => [String(button.custom_id), button]))
  const { title, head } = titleOf(card)
  const components = [
    ...joined([
      { lines: [...heading(card, title), ...head] },
      ...card.blocks.flatMap((one) => piecesOf(one, byId)),
    ]),
    ...closing(card, buttons.slice(own.length)),
  ]
  return fits(components) ? [payload(card, components)] : null
}

/** In as many messages as it needs, its buttons under the last: what takes the place of a message of components. */
export function renderComponents(written: Card): readonly ComponentsPayload[] {
  const card = legibleCard(written)
  const { title, head } = titleOf(card)
  const room = componentLimits.text - heading({ ...card, demo: true }, title).join("\n").length - COUNTER
  const texts = fill([...head, ...card.blocks.flatMap(blockLines)], room)
  return texts.map((text, i) => {
    const counter = texts.length > 1 ? ` (${i + 1}/${texts.length})` : ""
    const shown = {
      type: TYPE.text,
      content: [...heading(card, `${title}${counter}`), text].join("\n").trimEnd(),
    }
    return payload(
      card,
      i < texts.length - 1 ? [shown] : [shown, ...closing(card, buttonsOf(card.actions, []))],
    )
  })
}

const COUNTER = 12

/** The buttons that stand beside their items: each id once, and none that opens a page. */
function ownActions({ blocks }: Card): readonly Action[] {
  const own = blocks.flatMap((block) => (ownOf(block) ?? []).flatMap((action) => action ?? []))
  return [
    ...new Map(own.filter(({ url }) => url === undefined).map((action) => [action.id, action])).values(),
  ]
}

const heading = ({ demo }: Card, title: string): readonly string[] => [
  `### ${title}`,
  ...(demo ? [`**${DEMO_LABEL}**`] : []),
]

/** Lines of a message, with the button that stands beside them. */
interface Piece {
  readonly lines: readonly string[]
  readonly button?: DiscordButton
}

/** A button that stands beside an earlier item does not stand again beside another. */
function piecesOf(block: Block, buttons: Map<string, DiscordButton>): readonly Piece[] {
  const own = ownOf(block)
  if (own === null || (block.kind !== "list" && block.kind !== "table")) return [{ lines: blockLines(block) }]
  return [
    { lines: block.kind === "table" ? columnLines(block) : [] },
    ...itemsLines(block).map((lines, i): Piece => {
      const id = own[i]?.id ?? ""
      const button = buttons.get(id)
      buttons.delete(id)
      return button === undefined ? { lines } : { lines, button }
    }),
  ]
}

/** Lines that nothing stands beside are one text. */
function joined(pieces: readonly Piece[]): readonly Component[] {
  const components: Component[] = []
  let plain: string[] = []
  const flush = () => {
    const content = plain.join("\n").trim()
    if (content !== "") components.push({ type: TYPE.text, content })
    plain = []
  }
  for (const { lines, button } of pieces) {
    const content = lines.join("\n").trim()
    if (button === undefined || content === "") plain.push(...lines)
    else {
      flush()
      components.push({ type: TYPE.section, components: [{ type: TYPE.text, content }], accessory: button })
    }
  }
  flush()
  return components
}

/** What stands under the text: a picture, a file and the buttons of the whole. */
function closing(card: Card, buttons: readonly DiscordButton[]): readonly Component[] {
  const image = imageOf(card.blocks, [])
  return [
    ...(image ? [{ type: TYPE.gallery, items: [{ media: image }] }] : []),
    // Discord shows a file of such a message only where a component names it.
    ...(card.file ? [{ type: TYPE.file, file: { url: `attachment://${card.file.name}` } }] : []),
    ...rowsOf(buttons).map((row) => ({ ...row })),
  ]
}

const payload = ({ tone }: Card, components: readonly Component[]): ComponentsPayload => ({
  flags: ONLY_COMPONENTS,
  components: [{ type: TYPE.container, accent_color: COLOR[tone], components }],
})

function fits(components: readonly Component[]): boolean {
  const all = components.flatMap(withThoseInside)
  const text = all.reduce((sum, { content }) => sum + (typeof content === "string" ? content.length : 0), 0)
  return all.length < componentLimits.components && text <= componentLimits.text
}

function withThoseInside(component: Component): readonly Component[] {
  const { components, accessory } = component
  const inside = [...(Array.isArray(components) ? components : []), ...(accessory ? [accessory] : [])]
  return [component, ...inside.flatMap(withThoseInside)]
}
