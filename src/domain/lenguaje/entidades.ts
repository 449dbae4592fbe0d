import type { Dicho, Palabra } from "./dicho.ts"
import { type InstitucionDicha, institucionesDichas } from "./institucion-dicha.ts"
import { type Momentos, momentosDe } from "./momento-dicho.ts"
import type { Mundo } from "./mundo.ts"
import { type NumeroDicho, numeroDicho } from "./numero-dicho.ts"
import { type SesionDicha, sesionDicha } from "./sesion-dicha.ts"

/** What a phrase names. */
export interface Entidades extends Momentos {
  readonly sesion: SesionDicha | null
  /** «la próxima», «la última». */
  readonly relativa: "proxima" | "ultima" | null
  /** An agreement or an item by its number, with the session that it is of where that is said. */
  readonly numero: NumeroDicho | null
  /** A clave written out: of an agreement, or of a commitment. */
  readonly clave: string | null
  readonly instituciones: readonly InstitucionDicha[]
  readonly suborgano: string | null
  readonly direccion: string | null
  /** The words that say any of these. */
  readonly ocupadas: ReadonlySet<number>
}

export function entidadesDe(dicho: Dicho, mundo: Mundo): Entidades {
  const { palabras } = dicho
  const ocupadas = new Set<number>()
  const ocupar = (una: { readonly desde: number; readonly hasta: number } | null) => {
    if (una) for (let i = una.desde; i < una.hasta; i += 1) ocupadas.add(i)
  }
  const clave = claveEscrita(palabras)
  if (clave !== null) ocupadas.add(clave.en)
  const sinClave = clave === null ? palabras : palabras.map((una, i) => (i === clave.en ? MUDA : una))
  const porDia = sesionDelDia(dicho, mundo)
  const sesion = porDia ?? sesionDicha(sinClave, mundo)
  ocupar(sesion)
  const instituciones = institucionesDichas(sinClave, mundo)
  for (const una of instituciones) ocupar(una)
  const numero = clave === null ? numeroDicho(palabras, sesion, ocupadas) : null
  ocupar(numero)
  const momentos = momentosDe(dicho, mundo, ocupadas)
  ocupar(momentos.fecha)
  ocupar(momentos.hora)
  if (momentos.mes) ocupadas.add(momentos.mes.en)
  const direccion = /https?:\/\/\S+/iu.exec(dicho.texto)?.[0] ?? null
  for (const [i, { dicha }] of palabras.entries()) if (dicha.startsWith("http")) ocupadas.add(i)
  return {
    ...momentos,
    sesion,
    relativa: relativaDe(palabras),
    numero,
    clave: clave?.clave ?? null,
    instituciones,
    suborgano: suborganoDe(palabras, mundo),
    direccion,
    ocupadas,
  }
}

const MUDA: Palabra = { dicha: "", suena: "", at: 0, end: 0 }

/** `CI/SO-21/07/2024`, with its institution or without. */
function claveEscrita(palabras: readonly Palabra[]) {
  const en = palabras.findIndex(
    ({ dicha }) =>
      /^[a-z]{1,6}[/_-](?:so|se)[-_]?\d+[/_-]\d+/u.test(dicha) || /^(?:so|se)-?\d+\/\d+/u.test(dicha),
  )
  const una = palabras[en]
  return una ? { en, clave: una.dicha.toUpperCase() } : null
}

/** «la del 14», «la del lunes 14 de diciembre»: a session on its day. */
function sesionDelDia(dicho: Dicho, mundo: Mundo): SesionDicha | null {
  const { palabras } = dicho
  const en = palabras.findIndex(
    ({ dicha }, i) => dicha === "del" && /^(?:la|sesion|reunion|junta)$/u.test(palabras[i - 1]?.dicha ?? ""),
  )
  if (en < 0) return null
  const antes = new Set(palabras.flatMap((_, i) => (i <= en ? [i] : [])))
  const { fecha } = momentosDe(dicho, mundo, antes)
  if (!fecha || fecha.desde > en + 2) return null
  const dia = fecha.cierto ? fecha.valor : null
  const una =
    mundo.sesiones.find((sesion) => dia !== null && sesion.fecha === dia) ??
    mundo.sesiones.find(
      (sesion) =>
        fecha.hasta - fecha.desde === 1 &&
        sesion.clave === mundo.proxima &&
        Number(sesion.fecha?.slice(8)) === Number(palabras[fecha.desde]?.dicha),
    )
  return una ? { clave: una.clave, conocida: true, desde: en - 1, hasta: fecha.hasta } : null
}

function relativaDe(palabras: readonly Palabra[]): Entidades["relativa"] {
  const dichas = ` ${palabras.map(({ dicha }) => dicha).join(" ")} `
  if (/ (?:proxim[ao]|siguiente|que viene|que sigue|prosim[ao]) /u.test(dichas)) return "proxima"
  return / (?:ultima|pasada|anterior|antepasada) | la que paso /u.test(dichas) ? "ultima" : null
}

function suborganoDe(palabras: readonly Palabra[], { suborganos }: Mundo): string | null {
  const dichas = new Set(palabras.map(({ suena }) => suena))
  const llamado = (nombre: Mundo["suborganos"][number]) => nombre.nombres.some((uno) => sonDe(uno, dichas))
  return suborganos.find(llamado)?.clave ?? null
}

const sonDe = (nombre: string, dichas: ReadonlySet<string>): boolean => {
  const propias = nombre.split(" ").filter((una) => una.length > 3)
  return propias.length > 0 && propias.every((una) => dichas.has(una))
}
