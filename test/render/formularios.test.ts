import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { renderForm as renderConsoleForm } from "../../adapters/consola/form.ts"
import { fitsModals, nextStep, renderStep, stepAt, stepId, stepsOf } from "../../adapters/discord/form.ts"
import { modalLimits } from "../../adapters/discord/limits.ts"
import { channelOf, renderForm } from "../../adapters/slack/form.ts"
import { viewLimits } from "../../adapters/slack/limits.ts"
import { type Form, type FormField, fitsPicker } from "../../src/cards/form.ts"
import { wellFormed } from "../../src/domain/texto/legible.ts"
import { campo, formulario } from "../contract/contract-forms.ts"
import { modalProblem } from "../support/fake-discord/published-limits.ts"
import { valuesShown, viewError } from "../support/fake-slack/views.ts"

const text = (max: number) =>
  fc.oneof(
    fc.string({ maxLength: max, unit: "grapheme" }),
    fc.constantFrom("😀".repeat(max), `x${"👩‍👩‍👧‍👦".repeat(max)}`, "\u202e\u200b", "\ud83d", " "),
  )
const fields: fc.Arbitrary<FormField> = fc.record({
  name: fc.stringMatching(/^[a-z]{3,20}$/),
  label: text(300),
  hint: fc.option(text(2_500)),
  input: fc.constantFrom("texto", "parrafo", "fecha", "hora", "opcion"),
  required: fc.boolean(),
  value: fc.oneof(text(200), fc.constantFrom("2026-02-28", "2026-02-30", "09:30", "25:00", "mañana", "uno")),
  choices: fc.uniqueArray(fc.record({ label: text(120), value: fc.stringMatching(/^[a-z]{1,20}$/) }), {
    maxLength: 120,
    selector: ({ value }) => value,
  }),
  maxLength: fc.integer({ min: 1, max: 9_000 }),
})
const forms: fc.Arbitrary<Form> = fc.record({
  id: fc.stringMatching(/^[a-z]{3,8}\.[a-z]{3,8}$/),
  title: text(200),
  intro: fc.option(text(5_000)),
  fields: fc.uniqueArray(fields, { minLength: 1, maxLength: 12, selector: ({ name }) => name }),
  submit: text(60),
  problems: fc.array(fc.record({ field: fc.constant(null), message: text(900) }), { maxLength: 3 }),
})
const DRAFT = "abcdefghijklmnopqrstu1"
const at = (step: number) => ({ draft: DRAFT, step, replaces: false })

describe("any form", () => {
  it("is a modal that Slack takes, and holds what its fields held", () => {
    fc.assert(
      fc.property(forms, (form) => {
        const view = renderForm(form, "C0SRE")
        if (view === null) return
        expect(viewError(view)).toBeNull()
        const held = form.fields.map(({ name, value }) => [name, wellFormed(value)])
        expect(valuesShown(view as unknown as Record<string, unknown>)).toEqual(Object.fromEntries(held))
      }),
    )
  })

  it("is in modals that Discord takes, each field once", () => {
    fc.assert(
      fc.property(forms, (form) => {
        if (!fitsModals(form)) return
        const steps = stepsOf(form)
        expect(steps.flat().map(({ name }) => name)).toEqual(form.fields.map(({ name }) => name))
        for (const [i] of steps.entries()) {
          const modal = renderStep(form, at(i))
          expect(modalProblem(modal as unknown as Record<string, unknown>)).toBeNull()
        }
      }),
    )
  })
})

describe("the limits of a modal", () => {
  const held = (length: number) =>
    formulario([campo("nota", { value: "x".repeat(length), maxLength: 9_000 })])

  it("are kept in Slack, beyond which the form is told in words", () => {
    expect(renderForm(held(viewLimits.input), "C0SRE")).not.toBeNull()
    expect(renderForm(held(viewLimits.input + 1), "C0SRE")).toBeNull()
    const long = formulario([campo("nota")], { title: "T".repeat(viewLimits.title + 1) })
    const view = renderForm(long, "C0SRE")
    expect(view?.title.text).toHaveLength(viewLimits.title)
    expect(JSON.stringify(view?.blocks)).toContain("T".repeat(viewLimits.title + 1))
  })

  it("are kept in Discord, beyond which the form is told in words", () => {
    expect(fitsModals(held(modalLimits.value))).toBe(true)
    expect(fitsModals(held(modalLimits.value + 1))).toBe(false)
    const many = (count: number, intro: string | null) =>
      stepsOf(
        formulario(
          Array.from({ length: count }, (_, i) => campo(`c${i}`)),
          { intro },
        ),
      ).map((s) => s.length)
    expect(many(5, null)).toEqual([5])
    expect(many(6, null)).toEqual([5, 1])
    expect(many(8, "Qué es")).toEqual([4, 4])
    expect(many(10, "Qué es")).toEqual([4, 5, 1])
  })

  it("are kept in Slack also by what it carries from the command, beyond which the form is told in words", () => {
    const carrying = (length: number) =>
      renderForm(formulario([campo("nota")], { id: `a.b:${"x".repeat(length - 4)}` }), "C0SRE")
    expect(viewError(carrying(viewLimits.callbackId))).toBeNull()
    expect(carrying(viewLimits.callbackId + 1)).toBeNull()
  })

  it("leave no two choices with the same words, and no choice without any", () => {
    const sesion = "Vigésima Segunda Sesión Ordinaria de la Comisión ".repeat(3)
    const choices = ["uno", "dos", "tres", "cuatro"].map((value, i) => ({
      value,
      label: i < 2 ? sesion : " \u200b",
    }))
    const form = formulario([campo("sesion", { input: "opcion", choices })])
    const slack = Object(renderForm(form, "C0SRE")?.blocks.at(-1)).element.options
    const discord = Object(renderStep(form, at(0)).components.at(-1)).component.options
    const console = renderConsoleForm(form).fields[0]?.choices
    const shown = [
      slack.map((option: { text: { text: string } }) => option.text.text),
      discord.map((option: { label: string }) => option.label),
      console?.map(({ label }) => label),
    ]
    for (const labels of shown) {
      expect(new Set(labels).size).toBe(4)
      for (const label of labels) expect(label.trim()).not.toBe("")
      expect(labels.slice(2)).toEqual(["tres", "cuatro"])
    }
  })

  it("leave a picker only to what it can show", () => {
    const held = (input: FormField["input"], value: string) => fitsPicker(campo("f", { input, value }))
    expect(["", "2028-02-29", "2026-12-31"].map((value) => held("fecha", value))).toEqual([true, true, true])
    for (const value of ["2026-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "mañana", "2026-01-01 "])
      expect(held("fecha", value), value).toBe(false)
    expect(["", "00:00", "23:59"].map((value) => held("hora", value))).toEqual([true, true, true])
    for (const value of ["24:00", "9:30", "10:60", "diez"]) expect(held("hora", value), value).toBe(false)
  })
})

describe("the steps of a form in Discord", () => {
  const form = formulario(
    Array.from({ length: 12 }, (_, i) => campo(`c${i}`)),
    { intro: null },
  )

  it("follow one another; while correcting, only those where something was wrong", () => {
    expect([0, 1, 2].map((step) => nextStep(form, step))).toEqual([1, 2, null])
    const wrong = { ...form, problems: [{ field: "c11", message: "x" }] }
    expect([0, 1, 2].map((step) => nextStep(wrong, step))).toEqual([2, 2, null])
    const all = { ...form, problems: [{ field: null, message: "x" }] }
    expect(nextStep(all, 0)).toBe(1)
  })

  it("are named by ids that only ours fit", () => {
    for (const replaces of [true, false])
      expect(stepAt(stepId({ draft: DRAFT, step: 3, replaces }))).toEqual({ draft: DRAFT, step: 3, replaces })
    for (const id of ["sesion.crear", `formulario:${DRAFT}`, `formulario:${DRAFT}:100`, `formulario:x:1`, ""])
      expect(stepAt(id)).toBeNull()
  })
})

describe("a channel remembered in a Slack modal", () => {
  const of = (private_metadata: string) =>
    channelOf({ callback_id: "", private_metadata, state: { values: {} } })

  it("is read only when it is one", () => {
    expect(of('{"canal":"C0SRE"}')).toBe("C0SRE")
    for (const other of [
      "",
      "null",
      "{",
      "[]",
      '{"canal":7}',
      '{"canal":"#general"}',
      '{"canal":"C0 <!channel>"}',
    ])
      expect(of(other)).toBeNull()
  })
})
