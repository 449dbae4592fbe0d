import { sesionesVisibles } from "../../app/sesion/consultar.ts"
import { estaCerrado } from "../../domain/directorio/suborgano.ts"
import type { Mundo } from "../../domain/lenguaje/mundo.ts"
import type { Command, CommandContext } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { POSIBLE, posibles } from "../posible/sesion.ts"
import { targetOf } from "../router/usage.ts"

/** They have something to show or to act on only at some moment, which their own answer tells. */
const SOLO_A_VECES = [
  "sesion.en-curso",
  "sesion.documento-agregar",
  "acuerdo.votacion-ver",
  "plenaria.entrega-texto",
]

/** The first of some commands that their button opens now, without a refusal: the others are only named. */
export async function queCaben(
  context: CommandContext,
  commands: readonly Command[],
  mundo: Mundo,
  max: number,
): Promise<readonly Command[]> {
  const { data, actor, organo, hoy } = context
  const sesiones = await sesionesVisibles({ read: data.read, actor, organo, hoy })
  const caben: Command[] = []
  for (const command of commands) {
    if (caben.length === max) break
    const target = targetOf(command)
    if (!seAbre(command) || SOLO_A_VECES.includes(target) || cerrado(command, context)) continue
    const posible =
      target in POSIBLE
        ? (await posibles(context, target, sesiones, 1)).length > 0
        : siempre(command) && conAlguno(command, mundo)
    if (posible) caben.push(command)
  }
  return caben
}

/** Its button alone asks for nothing that only typing could give; what acts asks before. */
function seAbre(command: Command): boolean {
  const pedidas = optionsOf(command).filter(({ required }) => required)
  const enFormulario = pedidas.every(({ name }) => command.form?.fields.includes(name))
  return command.acts === false ? enFormulario : enFormulario && pedidas.length > 0
}

const cerrado = ({ acts, aunCerrado }: Command, { organo, hoy }: CommandContext): boolean =>
  acts !== false && aunCerrado !== true && estaCerrado(organo, hoy)

/** Of what acts in a session, only what says on which one it can be done is known to be possible. */
const siempre = ({ acts, name }: Command): boolean =>
  acts === false || (name !== "sesion" && name !== "acuerdo")

/** On a commitment one acts where one has an open one. */
function conAlguno(command: Command, { compromisos, propias }: Mundo): boolean {
  if (!optionsOf(command).some(({ completes }) => completes === "compromiso")) return true
  const suyo = (siglas: string | null) =>
    propias.length === 0 || (siglas !== null && propias.includes(siglas))
  return compromisos.some(({ abierto, institucion }) => abierto && suyo(institucion))
}
