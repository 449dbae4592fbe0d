import { acuerdosVisibles } from "../../app/acuerdo/listar.ts"
import { compromisosVisibles } from "../../app/compromiso/listar.ts"
import { recortar } from "../../cards/respuesta.ts"
import { normalizarClave } from "../../domain/texto/clave.ts"
import { legible } from "../../domain/texto/legible.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import { institucionesDe, veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { Choice } from "../../ports/chat-adapter.ts"
import { fechaCorta } from "../../texts/fechas.ts"
import type { Command, CommandContext, Completes } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"

/** What every platform takes: Discord's limits on choices, their labels and values. */
const MAX_CHOICES = 25
const MAX_LENGTH = 100

/** Values for an option while it is typed, and only those that the asker may see. */
export async function completeOption(
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
  async compromiso({ actor, organo, hoy, data }) {
    const own = institucionesDe(actor, organo.id)
    const rows = await compromisosVisibles({ read: data.read, actor, organo, hoy }, { organoId: organo.id })
    const isOwn = (institucionId: string | null) => own.includes(institucionId ?? "")
    return [...rows]
      .sort((a, b) => Number(isOwn(b.compromiso.institucionId)) - Number(isOwn(a.compromiso.institucionId)))
      .map(({ compromiso: { clave } }) => ({ label: clave, value: clave }))
  },
  async institucion({ data }) {
    const instituciones = await data.read.instituciones.all()
    return instituciones.map(({ siglas, nombre }) => ({ label: `${siglas} · ${nombre}`, value: siglas }))
  },
}
