import { buttonLabels } from "../../src/cards/button-labels.ts"
import type { Action } from "../../src/cards/card.ts"
import { limits } from "./limits.ts"
import { safeUrl } from "./markdown.ts"

/** A row of buttons, as Discord's API takes it. */
export interface DiscordRow {
  readonly type: 1
  readonly components: readonly DiscordButton[]
}
export type DiscordButton = Readonly<Record<string, unknown>>

const STYLE: Readonly<Record<Action["style"], number>> = { primary: 1, normal: 2, danger: 4 }
const LINK_STYLE = 5

/** Those that Discord takes, no two of which say the same. */
export function buttonsOf(actions: readonly Action[], findings: string[]): readonly DiscordButton[] {
  const usable = actions.filter(takes).slice(0, limits.actionsPerMessage)
  if (usable.length < actions.length)
    findings.push(`Se muestran ${usable.length} de ${actions.length} botones.`)
  const labels = buttonLabels(usable, limits.actionLabelLength)
  return usable.map(({ id, style, url }, i) => ({
    type: 2,
    label: labels[i],
    ...(url ? { style: LINK_STYLE, url } : { style: STYLE[style], custom_id: id }),
  }))
}

export function rowsOf(buttons: readonly DiscordButton[]): readonly DiscordRow[] {
  const rows: DiscordRow[] = []
  for (let i = 0; i < buttons.length && rows.length < limits.rows; i += limits.buttonsPerRow) {
    rows.push({ type: 1, components: buttons.slice(i, i + limits.buttonsPerRow) })
  }
  return rows
}

/** One button that Discord does not take would cost the whole message: too long an id, or an id twice. */
function takes({ id, url }: Action, at: number, actions: readonly Action[]): boolean {
  if (url) return safeUrl(url)
  const first = actions.findIndex((action) => !action.url && action.id === id)
  return id.trim() !== "" && id.length <= limits.actionIdLength && first === at
}
