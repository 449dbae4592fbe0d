import type { Repositories, UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import type { Session } from "./base/client.ts"
import { eventoRepository } from "./bitacora/eventos.ts"
import { registroRepository } from "./bitacora/registro.ts"
import { cachedRepositories, readingOnce } from "./cache/cached-repositories.ts"
import type { ReadCache } from "./cache/read-cache.ts"
import { deliveryRepository } from "./deliveries/deliveries.ts"
import { deliveryReviewRepository } from "./deliveries/review.ts"
import { institucionRepository, organoRepository } from "./directorio/organo.ts"
import { personaRepository } from "./directorio/persona.ts"
import { vinculacionRepository } from "./directorio/vinculacion.ts"
import { directorioWriter } from "./directorio/writer.ts"
import type { Engine } from "./engine/engine.ts"
import { charlaRepository } from "./inbound/charlas.ts"
import { codigoInicialRepository } from "./inbound/codigo-inicial.ts"
import { conexionRepository } from "./inbound/conexiones.ts"
import { inboundEventRepository } from "./inbound/inbound-events.ts"
import { keptRequestRepository } from "./inbound/kept-requests.ts"
import { latidoRepository } from "./inbound/latido.ts"
import { limiteRepository } from "./inbound/limites.ts"
import { acuerdoWriter } from "./repositories/acuerdo-writer.ts"
import { autorizacionRepository } from "./repositories/autorizacion.ts"
import { calendarioRepository } from "./repositories/calendario.ts"
import { canalRepository, inhabilRepository } from "./repositories/canal.ts"
import { condicionCanalRepository, solicitudCanalRepository } from "./repositories/canal-registro.ts"
import { channelHealthRepository } from "./repositories/canal-salud.ts"
import { cargoRepository } from "./repositories/cargo.ts"
import { aplazamientoRepository, compromisoRepository } from "./repositories/compromiso.ts"
import { asistenciaRepository, convocatoriaRepository } from "./repositories/convocatoria.ts"
import { descargaRepository } from "./repositories/descarga.ts"
import { documentoRepository, invitacionRepository } from "./repositories/documento.ts"
import { portadaRepository } from "./repositories/portada.ts"
import { prorrogaRepository } from "./repositories/prorroga.ts"
import { resumenRepository } from "./repositories/resumen.ts"
import { acuerdoRepository, sesionRepository } from "./repositories/sesion.ts"
import { asuntosDiferidosRepository } from "./repositories/sesion-asuntos-diferidos.ts"
import { sesionWriter } from "./repositories/sesion-writer.ts"
import { testadoRepository } from "./repositories/testado.ts"
import { votacionRepository } from "./repositories/votacion.ts"

/** The session knows where each call runs: inside a transaction every repository belongs to it. */
export function createUnitOfWork(session: Session, explain: Engine["explain"], cache: ReadCache): UnitOfWork {
  const stored: Repositories = {
    organos: explaining(organoRepository(session), explain),
    instituciones: explaining(institucionRepository(session), explain),
    personas: explaining(personaRepository(session), explain),
    directorioWriter: explaining(directorioWriter(session), explain),
    vinculaciones: explaining(vinculacionRepository(session), explain),
    sesiones: explaining(sesionRepository(session), explain),
    sesionesWriter: explaining(sesionWriter(session), explain),
    asuntosDiferidos: explaining(asuntosDiferidosRepository(session), explain),
    convocatorias: explaining(convocatoriaRepository(session), explain),
    autorizaciones: explaining(autorizacionRepository(session), explain),
    asistencias: explaining(asistenciaRepository(session), explain),
    votaciones: explaining(votacionRepository(session), explain),
    documentos: explaining(documentoRepository(session), explain),
    invitaciones: explaining(invitacionRepository(session), explain),
    cargos: explaining(cargoRepository(session), explain),
    resumenes: explaining(resumenRepository(session), explain),
    portadas: explaining(portadaRepository(session), explain),
    descargas: explaining(descargaRepository(session), explain),
    calendario: explaining(calendarioRepository(session), explain),
    acuerdos: explaining(acuerdoRepository(session), explain),
    acuerdosWriter: explaining(acuerdoWriter(session), explain),
    compromisos: explaining(compromisoRepository(session), explain),
    aplazamientos: explaining(aplazamientoRepository(session), explain),
    prorrogas: explaining(prorrogaRepository(session), explain),
    canales: explaining(canalRepository(session), explain),
    solicitudesCanal: explaining(solicitudCanalRepository(session), explain),
    condicionesCanal: explaining(condicionCanalRepository(session), explain),
    conexiones: explaining(conexionRepository(session), explain),
    codigoInicial: explaining(codigoInicialRepository(session), explain),
    inhabiles: explaining(inhabilRepository(session), explain),
    latido: explaining(latidoRepository(session), explain),
    channelHealth: explaining(channelHealthRepository(session), explain),
    deliveries: explaining(deliveryRepository(session), explain),
    deliveryReview: explaining(deliveryReviewRepository(session), explain),
    inboundEvents: explaining(inboundEventRepository(session, heardOf(cache)), explain),
    charlas: explaining(charlaRepository(session), explain),
    keptRequests: explaining(keptRequestRepository(session), explain),
    limites: explaining(limiteRepository(session), explain),
    eventos: explaining(eventoRepository(session), explain),
    registro: explaining(registroRepository(session), explain),
    testados: explaining(testadoRepository(session), explain),
  }
  const read = cachedRepositories(stored, cache, session)
  return {
    read,
    fresh: stored,
    transaction: (work, reading = "each") =>
      session
        .transaction(() => work(reading === "once" ? readingOnce(stored) : read))
        .catch((error: unknown) => {
          throw explain(error)
        }),
  }
}

/** What is kept is given up when more changes were made than when it was read. */
function heardOf(cache: ReadCache): (revision: string) => void {
  let known: string | null = null
  return (revision) => {
    if (revision === known) return
    known = revision
    cache.forget()
  }
}

/** The same object, whose failures say what an operator can mend. */
export function explaining<T extends object>(target: T, explain: Engine["explain"]): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      const member: unknown = Reflect.get(object, name, receiver)
      if (typeof member !== "function") return member
      return async (...args: readonly unknown[]) => {
        try {
          return await member.apply(object, args)
        } catch (error) {
          throw explain(error)
        }
      }
    },
  })
}
