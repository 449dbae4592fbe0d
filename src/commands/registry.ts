import { acuerdoConfirmarCommand, acuerdoConMotivoCommand } from "./acuerdo/confirmar.ts"
import { acuerdoEditarCommand } from "./acuerdo/editar.ts"
import { acuerdoLecturaCommand, acuerdoRatificarCommand } from "./acuerdo/lectura.ts"
import { acuerdoListaCommand } from "./acuerdo/lista.ts"
import { acuerdoRegistrarCommand } from "./acuerdo/registrar.ts"
import { acuerdoVerCommand } from "./acuerdo/ver.ts"
import { plenariaAyudaCommand } from "./ayuda/ayuda.ts"
import { plenariaQuienSoyCommand } from "./ayuda/quien-soy.ts"
import { plenariaCalendarioCommand } from "./calendario/calendario.ts"
import {
  plenariaSuscripcionCrearCommand,
  plenariaSuscripcionListaCommand,
  plenariaSuscripcionRevocarCommand,
} from "./calendario/suscripcion.ts"
import { plenariaCanalesCommand, plenariaCanalProbarCommand } from "./canal/canales.ts"
import { plenariaCargoRegistrarCommand, plenariaCargosCommand } from "./cargo/cargos.ts"
import {
  compromisoAvanceCommand,
  compromisoCancelarCommand,
  compromisoCumplidoCommand,
  compromisoDevolverCommand,
  compromisoReprogramarCommand,
  compromisoValidarCommand,
} from "./compromiso/actuar.ts"
import { compromisoListaCommand } from "./compromiso/lista.ts"
import { compromisoMiosCommand } from "./compromiso/mios.ts"
import { compromisoPosponerCommand } from "./compromiso/posponer.ts"
import { compromisoVerCommand } from "./compromiso/ver.ts"
import { sesionAcuseCommand } from "./convocatoria/acuse.ts"
import { sesionAsistenciaCommand, sesionSuplenteCommand } from "./convocatoria/asistencia.ts"
import {
  sesionCancelarCommand,
  sesionDiferirCommand,
  sesionRectificarCommand,
  sesionSegundaCommand,
} from "./convocatoria/cambiar.ts"
import { sesionConvocarCommand } from "./convocatoria/convocar.ts"
import {
  sesionConvocarConfirmarCommand,
  sesionConvocarTardeCommand,
} from "./convocatoria/convocar-confirmar.ts"
import {
  sesionAcusesCommand,
  sesionAcusesExportarCommand,
  sesionAcusesRecordarCommand,
  sesionQuorumCommand,
} from "./convocatoria/quorum.ts"
import { sesionClausurarCommand, sesionClausurarConfirmarCommand } from "./desahogo/clausurar.ts"
import {
  sesionDesahogarCommand,
  sesionDiferirPuntoCommand,
  sesionDiscutirCommand,
  sesionEnCursoCommand,
  sesionReanudarCommand,
  sesionRecesoCommand,
  sesionResultadoCommand,
} from "./desahogo/desahogo.ts"
import {
  sesionInstalarCommand,
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionSinQuorumCommand,
} from "./desahogo/instalar.ts"
import { plenariaDescartarCommand } from "./entrega/descartar.ts"
import { plenariaEnsayoCommand } from "./entrega/ensayo.ts"
import { plenariaEntregasCommand } from "./entrega/entregas.ts"
import { plenariaReenviarCommand, plenariaReenviarConfirmarCommand } from "./entrega/reenviar.ts"
import { sesionComunicadoCommand } from "./resumen/comunicado.ts"
import { sesionResumenEditarCommand } from "./resumen/editar.ts"
import { sesionErratasCommand, sesionErratasConfirmarCommand } from "./resumen/erratas.ts"
import { sesionPublicarCommand } from "./resumen/publicar.ts"
import { sesionPublicarConfirmarCommand } from "./resumen/publicar-confirmar.ts"
import { sesionResumenCommand } from "./resumen/resumen.ts"
import type { Command } from "./router/definition.ts"
import { sesionAgendaCommand } from "./sesion/agenda.ts"
import { sesionContinuarCommand } from "./sesion/continuar.ts"
import { sesionCrearCommand } from "./sesion/crear.ts"
import { sesionDocumentoAgregarCommand, sesionDocumentoListaCommand } from "./sesion/documento.ts"
import { sesionEditarCommand } from "./sesion/editar.ts"
import { sesionListaCommand } from "./sesion/lista.ts"
import { sesionProponerCommand } from "./sesion/proponer.ts"
import { sesionProximaCommand } from "./sesion/proxima.ts"
import {
  sesionFusionarCommand,
  sesionIncluirCommand,
  sesionMoverCommand,
  sesionPrepararCommand,
  sesionPuntoCommand,
  sesionRetirarCommand,
} from "./sesion/punto.ts"
import {
  acuerdoVotacionAbrirCommand,
  acuerdoVotacionCerrarCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
} from "./votacion/votacion.ts"

/** Every command there is. Adding one here gives it typed text, buttons, help, platform registrations and tests. */
export const allCommands: readonly Command[] = [
  sesionProximaCommand,
  sesionAgendaCommand,
  sesionResumenCommand,
  sesionListaCommand,
  sesionCrearCommand,
  sesionEditarCommand,
  sesionPrepararCommand,
  sesionPuntoCommand,
  sesionProponerCommand,
  sesionIncluirCommand,
  sesionRetirarCommand,
  sesionMoverCommand,
  sesionFusionarCommand,
  sesionContinuarCommand,
  sesionDocumentoListaCommand,
  sesionDocumentoAgregarCommand,
  sesionConvocarCommand,
  sesionConvocarConfirmarCommand,
  sesionConvocarTardeCommand,
  sesionRectificarCommand,
  sesionDiferirCommand,
  sesionCancelarCommand,
  sesionAcuseCommand,
  sesionAcusesCommand,
  sesionAcusesExportarCommand,
  sesionAcusesRecordarCommand,
  sesionAsistenciaCommand,
  sesionSuplenteCommand,
  sesionQuorumCommand,
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionInstalarCommand,
  sesionSinQuorumCommand,
  sesionSegundaCommand,
  sesionEnCursoCommand,
  sesionDiscutirCommand,
  sesionDesahogarCommand,
  sesionResultadoCommand,
  sesionDiferirPuntoCommand,
  sesionRecesoCommand,
  sesionReanudarCommand,
  sesionClausurarCommand,
  sesionClausurarConfirmarCommand,
  sesionPublicarCommand,
  sesionPublicarConfirmarCommand,
  sesionResumenEditarCommand,
  sesionErratasCommand,
  sesionErratasConfirmarCommand,
  sesionComunicadoCommand,
  acuerdoListaCommand,
  acuerdoVerCommand,
  acuerdoRegistrarCommand,
  acuerdoConfirmarCommand,
  acuerdoConMotivoCommand,
  acuerdoEditarCommand,
  acuerdoLecturaCommand,
  acuerdoRatificarCommand,
  acuerdoVotacionAbrirCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionCerrarCommand,
  compromisoMiosCommand,
  compromisoListaCommand,
  compromisoVerCommand,
  compromisoAvanceCommand,
  compromisoCumplidoCommand,
  compromisoPosponerCommand,
  compromisoValidarCommand,
  compromisoDevolverCommand,
  compromisoReprogramarCommand,
  compromisoCancelarCommand,
  plenariaCalendarioCommand,
  plenariaSuscripcionCrearCommand,
  plenariaSuscripcionListaCommand,
  plenariaSuscripcionRevocarCommand,
  plenariaCargosCommand,
  plenariaCargoRegistrarCommand,
  plenariaEnsayoCommand,
  plenariaEntregasCommand,
  plenariaReenviarCommand,
  plenariaReenviarConfirmarCommand,
  plenariaDescartarCommand,
  plenariaCanalesCommand,
  plenariaCanalProbarCommand,
  plenariaAyudaCommand(() => allCommands),
  plenariaQuienSoyCommand,
]
