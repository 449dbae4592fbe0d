import type { AcuerdoRepository, AcuerdoWriter } from "./repositories/acuerdo.ts"
import type { EventoRepository } from "./repositories/bitacora.ts"
import type { CalendarioRepository } from "./repositories/calendario.ts"
import type { CanalRepository, ChannelHealthRepository } from "./repositories/canal.ts"
import type { CargoRepository } from "./repositories/cargo.ts"
import type { AplazamientoRepository, CompromisoRepository } from "./repositories/compromiso.ts"
import type { ConvocatoriaRepository } from "./repositories/convocatoria.ts"
import type { DeliveryRepository } from "./repositories/deliveries.ts"
import type { DeliveryReviewRepository } from "./repositories/delivery-review.ts"
import type { AsistenciaRepository } from "./repositories/desahogo.ts"
import type { InstitucionRepository, OrganoRepository, PersonaRepository } from "./repositories/directorio.ts"
import type { DocumentoRepository } from "./repositories/documento.ts"
import type { InboundEventRepository } from "./repositories/inbound-events.ts"
import type { InhabilRepository } from "./repositories/inhabil.ts"
import type { ResumenRepository } from "./repositories/resumen.ts"
import type { ContinuidadRepository, SesionRepository, SesionWriter } from "./repositories/sesion.ts"
import type { VotacionRepository } from "./repositories/votacion.ts"

export interface Repositories {
  readonly organos: OrganoRepository
  readonly instituciones: InstitucionRepository
  readonly personas: PersonaRepository
  readonly sesiones: SesionRepository
  readonly sesionesWriter: SesionWriter
  readonly continuidad: ContinuidadRepository
  readonly convocatorias: ConvocatoriaRepository
  readonly asistencias: AsistenciaRepository
  readonly votaciones: VotacionRepository
  readonly documentos: DocumentoRepository
  readonly cargos: CargoRepository
  readonly resumenes: ResumenRepository
  readonly calendario: CalendarioRepository
  readonly acuerdos: AcuerdoRepository
  readonly acuerdosWriter: AcuerdoWriter
  readonly compromisos: CompromisoRepository
  readonly aplazamientos: AplazamientoRepository
  readonly canales: CanalRepository
  readonly inhabiles: InhabilRepository
  readonly channelHealth: ChannelHealthRepository
  readonly deliveries: DeliveryRepository
  readonly deliveryReview: DeliveryReviewRepository
  readonly inboundEvents: InboundEventRepository
  readonly eventos: EventoRepository
}

/** The only way to the data. `transaction` commits all of it or nothing. */
export interface UnitOfWork {
  /** What is shown: a moment after another process changed something it may still tell how it was. */
  readonly read: Repositories
  /** What is decided without a transaction: every question goes to the database. */
  readonly fresh: Repositories
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>
}
