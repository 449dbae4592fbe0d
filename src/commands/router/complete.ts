import { acuerdosVisibles } from "../../app/acuerdo/listar.ts"
import { compromisosVisibles } from "../../app/compromiso/listar.ts"
import { personasConocidas } from "../../app/directorio/ajena.ts"
import { porVentana } from "../../app/ventana.ts"
import { recortar } from "../../cards/respuesta.ts"
import { normalizarClave } from "../../domain/texto/clave.ts"
import { legible } from "../../domain/texto/legible.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { institucionesDe, puedeLeerBitacora, veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { Choice } from "../../ports/chat-adapter.ts"
import { fechaCorta } from "../../texts/fechas.ts"
import type { Command, CommandContext, Completes } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { anotar, conOrigen } from "./registro.ts"
import { targetOf } from "./usage.ts"

/** What every platform takes: Discord's limits on choices, their labels and values. */
const MAX_CHOICES = 25
const MAX_LENGTH = 100

/** A word is typed letter by letter, and each one asks. */
const DIEZ_MINUTOS_MS = 10 * 60_000

/**
 * Suggestions that name records of the body leave one entry for each account, place and command in ten minutes, and are
 * not given before it is written.
 */
export function completingOnRecord(): typeof completeOption {
  const unaVez = porVentana(DIEZ_MINUTOS_MS)
  return async (context, command, name, typed) => {
    const choices = await completeOption(context, command, name, typed)
    if (choices.length > 0 && showsRecords(context, command, name)) {
      const { user, place } = context
      const clave = JSON.stringify([user, place, targetOf(command)])
      await unaVez(clave, context.now, () =>
        conOrigen(command, context, () => anotar(context, "datos.sugeridos")),
      )
    }
    return choices
  }
}

/** Institutions are named by law; the rest is for whoever is in the directory. */
function showsRecords({ actor }: CommandContext, command: Command, name: string): boolean {
  const completes = optionsOf(command).find((option) => option.name === name)?.completes ?? null
  return actor.kind === "vinculado" && completes !== null && completes !== "institucion"
}

/** Values for an option while it is typed, and only those that the asker may see and the command takes from them. */
async function completeOption(
  context: CommandContext,
  command: Command,
  name: string,
  typed: string,
): Promise<readonly Choice[]> {
  const option = optionsOf(command).find((candidate) => candidate.name === name)
  if (!option) return []
  const listed = option.values?.map((value) => ({ label: option.labels[value] ?? value, value }))
  const choices = listed ?? (option.completes ? await sources[option.completes](context) : [])
  return choices
    .filter((choice) => fits(choice, typed))
    .filter(({ value }) => value.length <= MAX_LENGTH)
    .slice(0, MAX_CHOICES)
    .map(({ label, value }) => ({ label: recortar(legible(label), MAX_LENGTH), value }))
}

/** Every typed word is in the label, or the clave is typed loosely. */
function fits({ label, value }: Choice, typed: string): boolean {
  const plain = normalizar(`${label} ${value}`)
  if (
    normalizar(typed)
      .split(" ")
      .every((word) => plain.includes(word))
  )
    return true
  const clave = normalizarClave(typed)
  return clave !== "" && normalizarClave(value).includes(clave)
}

const sources: Readonly<Record<Completes, (context: CommandContext) => Promise<readonly Choice[]>>> = {
  async sesion({ actor, organo, data }) {
    const sesiones = await data.read.sesiones.list(organo.id)
    return sesiones
      .filter((sesion) => veSesion(actor, sesion))
      .map(({ clave, etiqueta, fecha }) => ({
        label: [clave, etiqueta, fecha && fechaCorta(fecha)].filter(Boolean).join(" · "),
        value: clave,
      }))
  },
  async acuerdo({ actor, organo, hoy, data }) {
    const visible = await acuerdosVisibles({ read: data.read, actor, organo, hoy })
    return visible.map(({ acuerdo }) => ({
      label: `${acuerdo.clave} · ${acuerdo.texto}`,
      value: acuerdo.clave,
    }))
  },
  async compromiso({ actor, organo, hoy, data, alcance }) {
    const own = institucionesDe(actor, organo.id)
    const rows = await compromisosVisibles({ read: data.read, actor, organo, hoy }, { organoId: organo.id })
    const isOwn = (institucionId: string | null) => own.includes(institucionId ?? "")
    return rows
      .filter(({ compromiso }) => alcance !== "propio" || isOwn(compromiso.institucionId))
      .toSorted(
        (a, b) => Number(isOwn(b.compromiso.institucionId)) - Number(isOwn(a.compromiso.institucionId)),
      )
      .map(({ compromiso: { clave } }) => ({ label: clave, value: clave }))
  },
  async institucion({ actor, organo, data, alcance }) {
    const own = institucionesDe(actor, organo.id)
    const instituciones = await data.read.instituciones.all()
    const offered = instituciones.filter(({ id }) => alcance !== "propio" || own.includes(id))
    return offered.map(({ siglas, nombre }) => ({ label: `${siglas} · ${nombre}`, value: siglas }))
  },
  // For commands of whoever keeps the directory: they name people who may have no post yet.
  async designada({ data, organo, actor }) {
    const personas = await personasConocidas(data.read, organo, actor)
    return personas.map(({ clave, nombre, cargo }) => ({
      label: [nombre, cargo].filter(Boolean).join(" · "),
      value: clave,
    }))
  },
  async persona({ actor, organo, data }) {
    if (!puedeLeerBitacora(actor, organo.id)) return []
    const personas = await data.read.eventos.quienes(organo.id)
    return personas.map(({ clave, nombre, cargo }) => ({
      label: [nombre, cargo].filter(Boolean).join(" · "),
      value: clave,
    }))
  },
}
