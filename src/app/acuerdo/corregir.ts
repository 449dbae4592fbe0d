import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { CorreccionCompromiso } from "../../ports/repositories/acuerdo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { evento } from "../actuacion.ts"
import { anotar, compromisosDelAcuerdo, type Escritura } from "./asentar.ts"
import { huellaAcuerdo } from "./preparar.ts"

/**
 * Puts an agreement right while its session is open. Commitments of institutions that are no longer responsible are
 * cancelled, never deleted; one that becomes responsible again goes on with its own.
 */
export async function corregirAcuerdo(escritura: Escritura, previo: Acuerdo): Promise<void> {
  const { repositories, borrador } = escritura
  const rows = await repositories.compromisos.list({ acuerdoId: previo.id })
  const { texto, tipo, difusion, punto } = borrador
  const acuerdo = await repositories.acuerdosWriter.update(previo.id, {
    texto,
    tipo,
    difusion,
    puntoId: punto?.punto.id ?? null,
  })
  const antes = rows.map(({ compromiso }) => compromiso)
  const compromisos = await corregirCompromisos(escritura, acuerdo, antes)
  await anotar(escritura, "acuerdo.corregido", { ...previo, compromisos: antes }, { ...acuerdo, compromisos })
}

/** Nobody changed the agreement, or what is owed of it, since it was shown. */
export async function sigueComoSeVio(read: Repositories, previo: Acuerdo, huella: string): Promise<boolean> {
  return huellaAcuerdo(previo, await read.compromisos.list({ acuerdoId: previo.id })) === huella
}

async function corregirCompromisos(
  escritura: Escritura,
  acuerdo: Acuerdo,
  antes: readonly Compromiso[],
): Promise<readonly Compromiso[]> {
  const { repositories, borrador } = escritura
  const claves = antes.map(({ clave }) => clave)
  const deseados = compromisosDelAcuerdo(acuerdo, borrador, claves)
  const queda = (uno: Compromiso) =>
    queRige(antes, uno.institucionId) === uno
      ? (deseados.find(({ institucionId }) => institucionId === uno.institucionId) ?? null)
      : null
  const despues: Compromiso[] = []
  for (const uno of antes) despues.push(await corregir(escritura, uno, queda(uno)))
  const nuevos = deseados.filter(
    ({ institucionId }) => !antes.some((uno) => uno.institucionId === institucionId),
  )
  return [...despues, ...(await repositories.acuerdosWriter.createCompromisos(acuerdo.organoId, nuevos))]
}

/** Of those of one institution: what was cancelled stays so beside one that was entrusted to it afterwards. */
const queRige = (suyos: readonly Compromiso[], institucionId: string | null): Compromiso | undefined => {
  const suyo = suyos.filter((uno) => uno.institucionId === institucionId)
  return suyo.find(({ estado }) => estado !== "cancelado") ?? suyo[0]
}

async function corregir(
  { repositories, actuacion, borrador }: Escritura,
  antes: Compromiso,
  deseado: Omit<Compromiso, "id"> | null,
): Promise<Compromiso> {
  const correccion = diferencias(antes, deseado)
  if (Object.keys(correccion).length === 0) return antes
  const despues = await repositories.acuerdosWriter.updateCompromiso(antes.id, correccion)
  const entrada = evento(actuacion, "compromiso.corregido", borrador.sesion.id, antes, despues)
  await repositories.eventos.append({ ...entrada, objeto: asuntoCompromiso(antes.id) })
  return despues
}

const mismas = (unas: readonly string[], otras: readonly string[]): boolean =>
  [...unas].sort().join() === [...otras].sort().join()

/** What it reports already is kept: only a state that the correction itself changes is written. */
function diferencias(antes: Compromiso, deseado: Omit<Compromiso, "id"> | null): CorreccionCompromiso {
  if (deseado === null) return antes.estado === "cancelado" ? {} : { estado: "cancelado" }
  const renace = antes.estado === "cancelado"
  const otroTipo = (antes.estado === "permanente") !== (deseado.estado === "permanente")
  return {
    ...(antes.texto === deseado.texto ? {} : { texto: deseado.texto }),
    ...(mismas(antes.corresponsables, deseado.corresponsables)
      ? {}
      : { corresponsables: deseado.corresponsables }),
    ...(antes.fechaCompromiso === deseado.fechaCompromiso
      ? {}
      : { fechaCompromiso: deseado.fechaCompromiso }),
    ...(renace || otroTipo ? { estado: deseado.estado } : {}),
  }
}
