import type { ConstanciasDoc } from "../../../domain/importacion/constancias.ts"
import { msEntre } from "../../../domain/tiempo/tiempo.ts"

type Path = readonly PropertyKey[]

interface Reparo {
  /** Within the session's constancias. */
  readonly path: Path
  readonly message: string
}

/** What contradicts itself within one session's constancias: the data would refuse it, or it would not be true. */
export function reparosDeConstancias(c: ConstanciasDoc): readonly Reparo[] {
  return [...incompletos(c), ...repetidos(c)]
}

const SIN_MOTIVO = ["convocatoria", "segunda_convocatoria"]

function incompletos(c: ConstanciasDoc): readonly Reparo[] {
  const found: Reparo[] = []
  const reparo = (path: Path, message: string) => found.push({ path, message })
  c.convocatorias.forEach(({ tipo, motivo }, j) => {
    if (motivo === null && !SIN_MOTIVO.includes(tipo))
      reparo(["convocatorias", j, "motivo"], `falta: es de tipo «${tipo}»`)
  })
  c.confirmaciones.forEach(({ respuesta, nombre }, j) => {
    if (respuesta === "suplente" && nombre === null)
      reparo(["confirmaciones", j, "nombre"], "falta: dice que asistirá una persona suplente")
  })
  c.paseDeLista.forEach(({ llegada, salida }, j) => {
    if (salida !== null && msEntre(llegada, salida) < 0)
      reparo(["paseDeLista", j, "salida"], "salió antes de llegar")
  })
  c.votaciones.forEach(({ anuladaEn, motivoAnulacion, suspendidaEn, cerradaEn }, j) => {
    if ((anuladaEn === null) !== (motivoAnulacion === null))
      reparo(["votaciones", j, "motivoAnulacion"], "una votación anulada dice por qué, y solo entonces")
    if (suspendidaEn !== null && cerradaEn !== null)
      reparo(["votaciones", j, "suspendidaEn"], "una votación cerrada no espera quórum")
  })
  c.votaciones.forEach(({ modo, cerradaEn, resultado, votos }, j) => {
    if ((cerradaEn === null) !== (resultado === null))
      reparo(["votaciones", j, "resultado"], "una votación cerrada tiene su resultado, y solo entonces")
    if (modo === "cedula" && votos.some(({ sentido }) => sentido !== null))
      reparo(
        ["votaciones", j, "votos"],
        "de una votación por cédula no consta quién votó qué; quite «sentido»",
      )
    if (modo === "cedula" && cerradaEn === null && votos.length > 0)
      reparo(["votaciones", j, "votos"], "una votación por cédula abierta no lleva votos; se piden de nuevo")
  })
  c.resumenes.forEach(({ version, motivo, estado, publicadoEn }, j) => {
    if (version > 1 && motivo === null)
      reparo(["resumenes", j, "motivo"], "falta: es una fe de erratas y dice por qué")
    if ((estado === "publicado") !== (publicadoEn !== null))
      reparo(["resumenes", j, "publicadoEn"], "consta exactamente cuando el estado es «publicado»")
  })
  c.autorizaciones.forEach(({ estado, resuelve, resueltaEn, motivo, medio, constancia }, j) => {
    const deEsta = (campo: string, message: string) => reparo(["autorizaciones", j, campo], message)
    if ((estado === "por_autorizar") !== (resueltaEn === null))
      deEsta("resueltaEn", "consta exactamente cuando ya no está por autorizar")
    if (estado !== "por_autorizar" && estado !== "sin_efecto" && resuelve === null)
      deEsta("resuelve", `falta: su estado es «${estado}»`)
    if (estado === "devuelta" && motivo === null) deEsta("motivo", "falta: se devolvió")
    if ((medio === null) !== (constancia === null)) deEsta("constancia", "consta con su medio, y solo con él")
  })
  for (const { campo, j, message } of c.prorrogas.flatMap(sinRespuesta))
    reparo(["prorrogas", j, campo], message)
  return found
}

/** A later date that was asked for: later than the one that held, and answered whole or not at all. */
function sinRespuesta(p: ConstanciasDoc["prorrogas"][number], j: number) {
  const falla = (cuando: boolean, campo: string, message: string) => (cuando ? [{ campo, j, message }] : [])
  const resuelta = p.estado !== "pedida"
  return [
    ...falla(p.propuesta <= p.rige, "propuesta", `no es posterior a la que regía (${p.rige})`),
    ...falla(
      p.concedida !== null && p.concedida <= p.rige,
      "concedida",
      `no es posterior a la que regía (${p.rige})`,
    ),
    ...falla(
      resuelta !== (p.resueltaEn !== null),
      "resueltaEn",
      "consta exactamente cuando ya no está «pedida»",
    ),
    ...falla(resuelta !== (p.resuelve !== null), "resuelve", "consta exactamente cuando ya no está «pedida»"),
    ...falla(
      (p.estado === "concedida") !== (p.concedida !== null),
      "concedida",
      "consta exactamente cuando el estado es «concedida»",
    ),
    ...falla(p.estado === "negada" && p.respuesta === null, "respuesta", "falta: se negó y dice por qué"),
    ...falla(!resuelta && p.respuesta !== null, "respuesta", "sobra: no se ha resuelto"),
  ]
}

/** What can only be once. */
function repetidos(c: ConstanciasDoc): readonly Reparo[] {
  const found: Reparo[] = []
  const unico = <T>(path: Path, items: readonly T[], keyOf: (item: T) => readonly unknown[] | null) => {
    const vistos = new Set<string>()
    items.forEach((item, j) => {
      const key = JSON.stringify(keyOf(item))
      if (key !== "null" && vistos.has(key)) found.push({ path: [...path, j], message: "está dos veces" })
      vistos.add(key)
    })
  }
  unico(["puntos"], c.puntos, ({ punto }) => [punto])
  unico(["integrantes"], c.integrantes, ({ institucion }) => [institucion])
  unico(["convocatorias"], c.convocatorias, ({ version }) => [version])
  c.convocatorias.forEach(({ acuses }, j) => {
    unico(["convocatorias", j, "acuses"], acuses, ({ institucion }) => [institucion])
  })
  unico(["paseDeLista"], c.paseDeLista, ({ institucion, llamado, salida }) =>
    salida === null ? [institucion, llamado] : null,
  )
  unico(["documentos"], c.documentos, ({ reemplaza }) => (reemplaza === null ? null : [reemplaza]))
  unico(["votaciones"], c.votaciones, ({ abiertaEn, cerradaEn, texto }) => [abiertaEn, cerradaEn, texto])
  c.votaciones.forEach(({ votos }, j) => {
    unico(["votaciones", j, "votos"], votos, ({ institucion }) => [institucion])
  })
  unico(["resumenes"], c.resumenes, ({ version }) => [version])
  unico(["invitaciones"], c.invitaciones, ({ punto, institucion }) => [punto, institucion])
  unico(["prorrogas"], c.prorrogas, ({ compromiso, pedidaEn }) => [compromiso, pedidaEn])
  unico(["prorrogas"], c.prorrogas, ({ compromiso, estado }) => (estado === "pedida" ? [compromiso] : null))
  unico(["autorizaciones"], c.autorizaciones, ({ estado }) => (estado === "por_autorizar" ? [estado] : null))
  return found
}
