import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Session } from "../base/client.ts"
import { ReadCache } from "./read-cache.ts"

/** What changes by the hour, and is read where it must be true now. */
type Uncached =
  | "convocatorias"
  | "vinculaciones"
  | "autorizaciones"
  | "asistencias"
  | "votaciones"
  | "documentos"
  | "invitaciones"
  | "cargos"
  | "resumenes"
  | "aplazamientos"
  | "prorrogas"
  | "calendario"
  | "descargas"
  | "portadas"
  | "asuntosDiferidos"
  | "solicitudesCanal"
  | "condicionesCanal"
  | "conexiones"
  | "codigoInicial"
  | "channelHealth"
  | "deliveries"
  | "deliveryReview"
  | "inboundEvents"
  | "charlas"
  | "keptRequests"
  | "limites"
  | "latido"
  | "eventos"
  | "registro"
  | "testados"

type Reference = Exclude<keyof Repositories, Uncached>

/**
 * Every method of the repositories of reference data: whether it only reads. The compiler asks for each new one.
 * All they read must stand in tables that tell of their changes (migration `…_avisar_cambios`).
 */
const METHODS: { readonly [R in Reference]: Readonly<Record<keyof Repositories[R], "reads" | "writes">> } = {
  organos: {
    all: "reads",
    byId: "reads",
    byClave: "reads",
    conDiasDe: "reads",
    perfil: "reads",
    versiones: "reads",
    integrantes: "reads",
  },
  instituciones: { all: "reads", byId: "reads" },
  personas: {
    byAccount: "reads",
    suspendida: "reads",
    byClave: "reads",
    byId: "reads",
    unlink: "writes",
    designaciones: "reads",
    designados: "reads",
    withAccount: "reads",
  },
  directorioWriter: {
    exclusive: "writes",
    createOrgano: "writes",
    updateOrgano: "writes",
    registrarReglas: "writes",
    createInstitucion: "writes",
    updateInstitucion: "writes",
    putAlias: "writes",
    createIntegrante: "writes",
    updateIntegrante: "writes",
    asientos: "reads",
    createPersona: "writes",
    updatePersona: "writes",
    personas: "reads",
    createDesignacion: "writes",
    endDesignacion: "writes",
    suspender: "writes",
    designaciones: "reads",
    designacion: "reads",
    puestos: "reads",
    link: "writes",
    cuentas: "reads",
  },
  sesiones: {
    byId: "reads",
    byClave: "reads",
    list: "reads",
    puntos: "reads",
    asistencias: "reads",
    hechos: "reads",
    integrantes: "reads",
  },
  sesionesWriter: {
    create: "writes",
    update: "writes",
    addHecho: "writes",
    addPunto: "writes",
    updatePunto: "writes",
    orderPuntos: "writes",
    snapshotIntegrantes: "writes",
    addAsistencias: "writes",
    updateAsistencia: "writes",
    removeAsistencias: "writes",
  },
  acuerdos: { byId: "reads", list: "reads", bySesion: "reads", buscar: "reads" },
  acuerdosWriter: {
    create: "writes",
    update: "writes",
    createCompromisos: "writes",
    updateCompromiso: "writes",
  },
  compromisos: {
    byId: "reads",
    list: "reads",
    carga: "reads",
    avances: "reads",
    ultimosAvances: "reads",
    evidencias: "reads",
    update: "writes",
    addAvance: "writes",
  },
  canales: {
    byId: "reads",
    byPlace: "reads",
    list: "reads",
    listAdapter: "reads",
    create: "writes",
    update: "writes",
    directo: "writes",
  },
  inhabiles: { between: "reads", allBetween: "reads", add: "writes", remove: "writes" },
}

/**
 * The same repositories, whose reference data are read once and kept until something changes. Inside a transaction
 * every call goes to the database, so that what is decided there is decided on what is true there.
 */
export function cachedRepositories(
  source: Repositories,
  cache: ReadCache,
  session: Pick<Session, "inTransaction">,
): Repositories {
  const cached = <R extends Reference>(name: R): Repositories[R] =>
    cachedRepository(source[name], name, METHODS[name], cache, session)
  return {
    ...source,
    organos: cached("organos"),
    instituciones: cached("instituciones"),
    personas: cached("personas"),
    directorioWriter: cached("directorioWriter"),
    sesiones: cached("sesiones"),
    sesionesWriter: cached("sesionesWriter"),
    acuerdos: cached("acuerdos"),
    acuerdosWriter: cached("acuerdosWriter"),
    compromisos: cached("compromisos"),
    canales: cached("canales"),
    inhabiles: cached("inhabiles"),
  }
}

const LOG = { append: "writes", byObjeto: "reads", byObjetos: "reads" } as const

/**
 * The repositories of one transaction that asks each question about reference data and the log once, and again after it
 * wrote in them.
 */
export function readingOnce(source: Repositories): Repositories {
  const cache = new ReadCache(() => true)
  const here = { inTransaction: () => false }
  const eventos = cachedRepository(source.eventos, "eventos", LOG, cache, here)
  return { ...cachedRepositories(source, cache, here), eventos: { ...source.eventos, ...eventos } }
}

type Method = (...args: readonly unknown[]) => Promise<unknown>

function cachedRepository<T extends object>(
  source: T,
  repository: string,
  methods: Readonly<Record<string, "reads" | "writes">>,
  cache: ReadCache,
  session: Pick<Session, "inTransaction">,
): T {
  const wrap = (name: string, kind: "reads" | "writes"): Method => {
    const method = Reflect.get(source, name) as Method
    if (kind === "writes") {
      // Inside a transaction its end forgets; before it, nobody else may see the change.
      return (...args) =>
        session.inTransaction() ? method(...args) : method(...args).finally(() => cache.forget())
    }
    return (...args) =>
      session.inTransaction()
        ? method(...args)
        : cache.read(`${repository}.${name}${JSON.stringify(args)}`, () => method(...args))
  }
  const wrapped = Object.fromEntries(Object.entries(methods).map(([name, kind]) => [name, wrap(name, kind)]))
  return wrapped as T
}
