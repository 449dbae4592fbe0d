import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Form } from "../../src/cards/form.ts"
import { richToPlain } from "../../src/cards/plain-text.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

const formOf = (answer: InboundAnswer): Form => {
  if (answer.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(answer)}`)
  return answer.form
}
const valuesOf = ({ fields }: Form) => Object.fromEntries(fields.map(({ name, value }) => [name, value]))

const NUEVA = {
  tipo: "ordinaria",
  numero: "23",
  etiqueta: "",
  fecha: "2024-08-15",
  hora: "10:00",
  sede: "Salón Juárez",
}

describe("creating a session", () => {
  it("says in a form which is the next one of each series, and writes the number of neither beforehand", async () => {
    const form = formOf(await chat.open(ST, "/sesion crear"))
    expect(valuesOf(form)).toMatchObject({
      tipo: "ordinaria",
      numero: "",
      etiqueta: "",
      fecha: "",
    })
    expect(form.intro).toContain("SO-23, o SE-2 si es extraordinaria")
    expect(form.intro).toContain("sin avisar a nadie")
  })

  it.each([
    "31 de julio de 2024",
    "31/07/2024",
    "31/07/24",
    "miércoles 31 de julio",
    "último día hábil de julio",
    "2024-07-31",
  ])("takes the day as people write it: %s", async (fecha) => {
    const text = textOf(await chat.submit(ST, "sesion.crear", { ...NUEVA, fecha }))
    expect(text).toContain("miércoles 31 de julio de 2024, 10:00 horas (hora del centro)")
  })

  it.each(["fin de agosto", "31/02/2024", "martes 31 de julio de 2024", "07/31/2024", "en 8 días", "julio"])(
    "takes no day that could be another, and keeps it: %s",
    async (fecha) => {
      const form = formOf(await chat.submit(ST, "sesion.crear", { ...NUEVA, fecha }))
      expect(form.problems[0]).toMatchObject({ field: "fecha" })
      expect(valuesOf(form).sede).toBe("Salón Juárez")
      expect(await chat.sesiones()).not.toContainEqual(expect.objectContaining({ clave: "SO-23" }))
    },
  )

  it("each type has its own series", async () => {
    const cambiado = await chat.open(ST, "/sesion crear")
    const values = {
      ...valuesOf(formOf(cambiado)),
      tipo: "extraordinaria",
      fecha: "2024-08-15",
      hora: "10:00",
    }
    const text = textOf(await chat.submit(ST, "sesion.crear", values))
    expect(text, "the kind was chosen in the form").toContain("Segunda Sesión Extraordinaria")
    expect(text).toContain("Clave: SE-2")
  })

  it("writes what was filled in and nothing else, and tells nobody", async () => {
    const text = textOf(await chat.submit(ST, "sesion.crear", NUEVA))
    expect(text).toContain("Sesión registrada: Vigésima Tercera Sesión Ordinaria")
    expect(text).toContain("jueves 15 de agosto de 2024, 10:00 horas (hora del centro)")
    expect(text).toContain("Lugar: Salón Juárez")
    expect(text).not.toContain("Modalidad")
    expect(text).toContain("Nadie ha recibido aviso")
    const [created] = await chat.sesiones()
    expect(created).toMatchObject({
      clave: "SO-23",
      estado: "programada",
      modalidad: null,
      url: null,
      convocadaEl: null,
    })
    expect(await chat.deliveries()).toEqual([])
    expect(await chat.eventos(`sesion:${created?.id}`)).toMatchObject([
      { tipo: "sesion.creada", plataforma: "consola", antes: null },
    ])
  })

  it("invents no hour: one that nobody wrote is missing, and said to be", async () => {
    const text = textOf(await chat.submit(ST, "sesion.crear", { ...NUEVA, hora: "" }))
    expect(text).toContain("Fecha: jueves 15 de agosto de 2024\n")
    expect(text).toContain("Falta la hora")
  })

  it("warns of a date that is inhábil, or taken", async () => {
    const holiday = textOf(await chat.submit(ST, "sesion.crear", { ...NUEVA, fecha: "2024-09-16" }))
    expect(holiday).toContain("la fecha es inhábil")
    const same = textOf(
      await chat.submit(ST, "sesion.crear", { ...NUEVA, numero: "25", fecha: "2024-09-16" }),
    )
    expect(same).toContain("otra sesión registrada ese mismo día")
  })

  it("keeps what was typed when something is wrong", async () => {
    const typed = { ...NUEVA, fecha: "en 8 días", hora: "25", enlace: "http://a.mx" }
    const form = formOf(await chat.submit(ST, "sesion.crear", typed))
    expect(valuesOf(form)).toMatchObject(typed)
    expect(form.problems.map(({ field }) => field)).toEqual(["fecha", "hora", "enlace"])
    expect(form.problems[0]?.message).toBe(
      "«Fecha» recibió «en 8 días»: puede ser el martes 18 de junio de 2024 o el miércoles 19 de junio de 2024. Escriba 18/06/2024 o 19/06/2024.",
    )
    expect(form.problems[1]?.message).toBe(
      "«Hora» recibió «25»: esa hora no existe: el día va de las 00:00 a las 23:59. Escríbala así: 10:00.",
    )
  })

  it("refuses a number that is taken, and says how to go on", async () => {
    const form = formOf(await chat.submit(ST, "sesion.crear", { ...NUEVA, numero: "22" }))
    expect(form.problems.map(({ field, message }) => [field, richToPlain(message)])).toEqual([
      ["numero", "Ya existe la sesión SO-22. Escriba otro número, o edite esa con /sesion editar SO-22."],
    ])
  })
})

describe("changing a session", () => {
  const open = async (clave: string) => formOf(await chat.open(ST, `/sesion editar ${clave}`))

  it("shows what is on record and saves what changed, with what it was before", async () => {
    await chat.submit(ST, "sesion.crear", NUEVA)
    const form = await open("23")
    expect(valuesOf(form)).toMatchObject({
      fecha: "2024-08-15",
      hora: "10:00",
      sede: "Salón Juárez",
      enlace: "",
    })
    const answer = await chat.submit(ST, form.id, { ...valuesOf(form), hora: "11:30", sede: "" })
    const text = textOf(answer)
    expect(text).toContain("11:30 horas (hora del centro) (antes: jueves 15 de agosto de 2024, 10:00 horas")
    expect(text).toContain("Lugar: no consta (antes: Salón Juárez)")
    const [sesion] = await chat.sesiones()
    expect(sesion).toMatchObject({ hora: "11:30", sede: null, revision: 2 })
    expect((await chat.eventos(`sesion:${sesion?.id}`)).map(({ tipo }) => tipo)).toEqual([
      "sesion.creada",
      "sesion.editada",
    ])
  })

  it("tells the second of two people who had the same form open, and loses nothing of the first", async () => {
    await chat.submit(ST, "sesion.crear", NUEVA)
    const form = await open("23")
    await chat.submit(ST, form.id, { ...valuesOf(form), hora: "11:30" })
    const text = textOf(await chat.submit(ST, form.id, { ...valuesOf(form), hora: "09:00" }))
    expect(text).toContain("Otra persona acaba de cambiar la sesión")
    expect(text).toContain("11:30 horas")
    expect((await chat.sesiones())[0]).toMatchObject({ hora: "11:30" })
  })

  it("changes only what is said when it is typed, without the form", async () => {
    await chat.submit(ST, "sesion.crear", NUEVA)
    expect((await chat.ask(ST, "/sesion editar SO-23 hora:12:00")).text).toContain("12:00 horas")
    expect((await chat.sesiones())[0]).toMatchObject({
      hora: "12:00",
      fecha: "2024-08-15",
      sede: "Salón Juárez",
    })
  })

  it("writes nothing when nothing changed", async () => {
    await chat.submit(ST, "sesion.crear", NUEVA)
    const form = await open("23")
    expect(textOf(await chat.submit(ST, form.id, valuesOf(form)))).toContain("Sin cambios")
    expect((await chat.sesiones())[0]).toMatchObject({ revision: 1 })
  })

  it("is refused once the session is closed, before and after the form", async () => {
    expect(textOf(await chat.open(ST, "/sesion editar 21"))).toContain("No es posible editar la sesión SO-21")
    const answer = await chat.submit(ST, "sesion.editar:SO-21", { etiqueta: "Otra" })
    expect(textOf(answer)).toContain("La sesión está clausurada")
  })
})
