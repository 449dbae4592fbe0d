import type { CodigoInicialRepository } from "../comienzo/codigo-inicial.ts"
import type { ConexionRepository } from "../conexiones.ts"
import type { DescargaRepository } from "../descarga/descargas.ts"
import type { LatidoRepository } from "../diagnostico.ts"
import type { PortadaRepository } from "../inicio/portadas.ts"
import type { Charlas } from "../lenguaje/charlas.ts"
import type { LimiteRepository } from "../limites.ts"
import type { TestadoRepository } from "../testado.ts"
import type { AcuerdoRepository, AcuerdoWriter } from "./acuerdo.ts"
import type { EventoRepository, RegistroRepository } from "./bitacora.ts"
import type { CalendarioRepository } from "./calendario.ts"
import type {
  CanalRepository,
  ChannelHealthRepository,
  CondicionCanalRepository,
  SolicitudCanalRepository,
} from "./canal.ts"
import type { CargoRepository } from "./cargo.ts"
import type { AplazamientoRepository, CompromisoRepository, ProrrogaRepository } from "./compromiso.ts"
import type { AutorizacionRepository, ConvocatoriaRepository } from "./convocatoria.ts"
import type { DeliveryRepository } from "./deliveries.ts"
import type { DeliveryReviewRepository } from "./delivery-review.ts"
import type { AsistenciaRepository } from "./desahogo.ts"
import type {
  DirectorioWriter,
  InstitucionRepository,
  OrganoRepository,
  PersonaRepository,
  VinculacionRepository,
} from "./directorio.ts"
import type { DocumentoRepository, InvitacionRepository } from "./documento.ts"
import type { InboundEventRepository } from "./inbound-events.ts"
import type { InhabilRepository } from "./inhabil.ts"
import type { KeptRequests } from "./kept-requests.ts"
import type { ResumenRepository } from "./resumen.ts"
import type { AsuntosDiferidosRepository, SesionRepository, SesionWriter } from "./sesion.ts"
import type { VotacionRepository } from "./votacion.ts"

export interface Repositories {
  readonly organos: OrganoRepository
  readonly instituciones: InstitucionRepository
  readonly personas: PersonaRepository
  readonly directorioWriter: DirectorioWriter
  readonly vinculaciones: VinculacionRepository
  readonly sesiones: SesionRepository
  readonly sesionesWriter: SesionWriter
  readonly asuntosDiferidos: AsuntosDiferidosRepository
  readonly convocatorias: ConvocatoriaRepository
  readonly autorizaciones: AutorizacionRepository
  readonly asistencias: AsistenciaRepository
  readonly votaciones: VotacionRepository
  readonly documentos: DocumentoRepository
  readonly invitaciones: InvitacionRepository
  readonly cargos: CargoRepository
  readonly resumenes: ResumenRepository
  readonly calendario: CalendarioRepository
  readonly descargas: DescargaRepository
  readonly acuerdos: AcuerdoRepository
  readonly acuerdosWriter: AcuerdoWriter
  readonly compromisos: CompromisoRepository
  readonly aplazamientos: AplazamientoRepository
  readonly prorrogas: ProrrogaRepository
  readonly canales: CanalRepository
  readonly solicitudesCanal: SolicitudCanalRepository
  readonly condicionesCanal: CondicionCanalRepository
  readonly conexiones: ConexionRepository
  readonly codigoInicial: CodigoInicialRepository
  readonly inhabiles: InhabilRepository
  readonly latido: LatidoRepository
  readonly channelHealth: ChannelHealthRepository
  readonly deliveries: DeliveryRepository
  readonly deliveryReview: DeliveryReviewRepository
  readonly inboundEvents: InboundEventRepository
  readonly charlas: Charlas
  readonly portadas: PortadaRepository
  readonly keptRequests: KeptRequests
  readonly limites: LimiteRepository
  readonly eventos: EventoRepository
  readonly registro: RegistroRepository
  readonly testados: TestadoRepository
}

/**
 * What a transaction sees of reference data and of the log. `each`: every question goes to the database. `once`: one that
 * was asked before has the same answer until the transaction itself writes in them; for who decides much on one look.
 */
export type Reading = "each" | "once"

/** The only way to the data. `transaction` commits all of it or nothing; it reads `each` unless told otherwise. */
export interface UnitOfWork {
  /** What is shown: a moment after another process changed something it may still tell how it was. */
  readonly read: Repositories
  /** What is decided without a transaction: every question goes to the database. */
  readonly fresh: Repositories
  transaction<T>(work: (repositories: Repositories) => Promise<T>, reading?: Reading): Promise<T>
}
