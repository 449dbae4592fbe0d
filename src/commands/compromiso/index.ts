import type { Command } from "../definition/definition.ts"
import {
  compromisoAvanceCommand,
  compromisoCancelarCommand,
  compromisoCumplidoCommand,
  compromisoDevolverCommand,
  compromisoReprogramarCommand,
  compromisoValidarCommand,
} from "./actuar.ts"
import { compromisoCadenciaCommand } from "./cadencia.ts"
import { compromisoCedulaCommand } from "./cedula.ts"
import { compromisoCorresponsablesCommand } from "./corresponsables.ts"
import { compromisoInformeCommand } from "./informe.ts"
import { compromisoListaCommand } from "./lista.ts"
import { compromisoMiosCommand } from "./mios.ts"
import { compromisoNovedadesCommand } from "./novedades.ts"
import { compromisoPosponerCommand } from "./posponer.ts"
import {
  compromisoConcederProrrogaCommand,
  compromisoNegarProrrogaCommand,
  compromisoProrrogaCommand,
  compromisoRegistrarProrrogaCommand,
  compromisoRetirarProrrogaCommand,
} from "./prorroga.ts"
import { compromisoReasignarCommand } from "./reasignar.ts"
import { compromisoAvanceRegistrarCommand } from "./registrar.ts"
import { compromisoTableroCommand } from "./tablero.ts"
import { compromisoVerCommand } from "./ver.ts"

/** What follows from them, in the order of the help. */
export const comandosCompromiso: readonly Command[] = [
  compromisoMiosCommand,
  compromisoListaCommand,
  compromisoTableroCommand,
  compromisoNovedadesCommand,
  compromisoVerCommand,
  compromisoCedulaCommand,
  compromisoInformeCommand,
  compromisoAvanceCommand,
  compromisoCumplidoCommand,
  compromisoAvanceRegistrarCommand,
  compromisoProrrogaCommand,
  compromisoRetirarProrrogaCommand,
  compromisoPosponerCommand,
  compromisoRegistrarProrrogaCommand,
  compromisoConcederProrrogaCommand,
  compromisoNegarProrrogaCommand,
  compromisoValidarCommand,
  compromisoDevolverCommand,
  compromisoReprogramarCommand,
  compromisoReasignarCommand,
  compromisoCorresponsablesCommand,
  compromisoCadenciaCommand,
  compromisoCancelarCommand,
]
