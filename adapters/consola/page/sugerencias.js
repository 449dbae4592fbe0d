import { post } from "./api.js"
import { element } from "./dom.js"

/** @import { Choice } from "../../../src/ports/chat-adapter.ts" */
/** @import { CommandDescription, OptionDescription, SubcommandDescription } from "../../../src/ports/command-description.ts" */

/** @typedef {{ label: string, summary: string, value: string }} Suggestion */

/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
/** @type {(whole: string, word: string) => boolean} */
const equal = (a, b) => a === b
/** @type {(whole: string, word: string) => boolean} */
const begins = (whole, start) => whole.startsWith(start)
/** @type {(choice: Choice, word: string, compare: (whole: string, word: string) => boolean) => boolean} */
const fits = ({ label, value }, word, compare) =>
  [label, value].some((text) => compare(plain(text), plain(word)))
/** @type {(prefix: string, choice: Choice) => Suggestion} */
const suggestion = (prefix, { label, value }) => ({ label, summary: "", value: prefix + value })

/**
 * @typedef {object} SuggestionsParts
 * @property {HTMLInputElement} input
 * @property {HTMLElement} list
 * @property {readonly CommandDescription[]} orders
 * @property {() => { como: string, canal: string | null }} who
 */

/**
 * Suggestions while a command is typed: commands, then subcommands, then values that the bot knows.
 *
 * @param {SuggestionsParts} parts
 */
export function createSuggestions({ input, list, orders, who }) {
  /** @type {readonly Suggestion[]} */
  let shown = []
  let selected = -1
  let asked = 0

  async function suggest() {
    const turn = ++asked
    const found = await find(input.value)
    if (turn === asked) show(found)
  }

  /**
   * @param {string} text
   * @returns {Promise<readonly Suggestion[]>}
   */
  async function find(text) {
    if (!text.startsWith("/")) return []
    const [name = "", sub, ...rest] = text.slice(1).split(/\s+/)
    const order = orders.find((candidate) => candidate.name === plain(name))
    if (sub === undefined || !order) {
      return orders
        .filter((candidate) => candidate.name.startsWith(plain(name)))
        .map((candidate) => ({
          label: `/${candidate.name}`,
          summary: candidate.summary,
          value: `/${candidate.name} `,
        }))
    }
    const subcommand = order.subcommands.find((candidate) => candidate.name === plain(sub))
    if (rest.length === 0 || !subcommand) {
      return order.subcommands
        .filter((candidate) => candidate.name.startsWith(plain(sub)))
        .map((candidate) => ({
          label: `/${order.name} ${candidate.name}`,
          summary: candidate.summary,
          value: `/${order.name} ${candidate.name}${candidate.options.length > 0 ? " " : ""}`,
        }))
    }
    return values(`/${order.name} ${subcommand.name} `, order, subcommand, rest)
  }

  /**
   * Values for the word being typed, of every option that has none yet.
   *
   * @param {string} prefix
   * @param {CommandDescription} order
   * @param {SubcommandDescription} subcommand
   * @param {readonly string[]} words
   */
  async function values(prefix, order, subcommand, words) {
    const offered = subcommand.options.filter((option) => option.choices || option.completes)
    const [only, another] = offered
    if (only?.completes && !another) {
      // The only value may have spaces: "so 21 3".
      const choices = await complete(order, subcommand, only, words.join(" "))
      return choices.map((choice) => suggestion(prefix, choice))
    }
    const last = words.at(-1) ?? ""
    const before = words.slice(0, -1)
    const start = [prefix.trimEnd(), ...before, ""].join(" ")
    /** @type {(option: OptionDescription, word: string) => boolean} */
    const named = ({ choices }, word) => choices?.some((choice) => fits(choice, word, equal)) ?? false
    const hasFree = before.some((word) => !offered.some((option) => named(option, word)))
    const found = await Promise.all(
      offered.map(async (option) => {
        if (!option.choices) return hasFree ? [] : complete(order, subcommand, option, last)
        if (before.some((word) => named(option, word))) return []
        return option.choices.filter((choice) => fits(choice, last, begins))
      }),
    )
    return found.flat().map((choice) => suggestion(start, choice))
  }

  /**
   * @param {CommandDescription} order
   * @param {SubcommandDescription} subcommand
   * @param {OptionDescription} option
   * @param {string} typed
   * @returns {Promise<readonly Choice[]>}
   */
  function complete(order, subcommand, option, typed) {
    const body = {
      ...who(),
      orden: order.name,
      suborden: subcommand.name,
      opcion: option.name,
      // Never half of a character.
      texto: typed.slice(0, 200).replace(/[\ud800-\udbff]$/, ""),
    }
    // Suggestions are a help: without them one can still write.
    return post("api/completar", body).catch(() => [])
  }

  /** @param {readonly Suggestion[]} found */
  function show(found) {
    shown = found.filter(({ value }) => value !== input.value)
    selected = -1
    list.replaceChildren(
      ...shown.map(({ label, summary }, i) => {
        const item = element(
          "li",
          { id: `sugerencia-${i}`, role: "option", "aria-selected": "false" },
          element("b", {}, label),
          ...(summary ? [element("span", {}, summary)] : []),
        )
        item.addEventListener("mousedown", (event) => {
          event.preventDefault()
          choose(i)
        })
        return item
      }),
    )
    list.hidden = shown.length === 0
    input.setAttribute("aria-expanded", String(shown.length > 0))
    input.removeAttribute("aria-activedescendant")
  }

  /** @param {number} i */
  function choose(i) {
    input.value = shown[i]?.value ?? input.value
    input.focus()
    suggest()
  }

  /** @param {number} step */
  function move(step) {
    list.children[selected]?.setAttribute("aria-selected", "false")
    selected = (selected + step + shown.length) % shown.length
    const item = list.children[selected]
    if (!item) return
    item.setAttribute("aria-selected", "true")
    item.scrollIntoView({ block: "nearest" })
    input.setAttribute("aria-activedescendant", item.id)
  }

  function hide() {
    asked += 1
    show([])
  }

  return {
    suggest,
    hide,
    /**
     * `true` when the key was used here.
     *
     * @param {KeyboardEvent} event
     */
    key(event) {
      if (shown.length === 0) return false
      if (event.key === "ArrowDown") move(1)
      else if (event.key === "ArrowUp") move(selected < 0 ? 0 : -1)
      else if (event.key === "Escape") hide()
      else if ((event.key === "Tab" || event.key === "Enter") && selected >= 0) choose(selected)
      else return false
      event.preventDefault()
      return true
    },
  }
}
