import type { Escrita } from "../tiempo/fecha-escrita/lectura.ts"
import { leerEscrito, palabrasDeEscrito } from "../tiempo/fecha-escrita/leer.ts"
import { esMes, MESES } from "../tiempo/mes.ts"
import type { Dicho, Palabra } from "./dicho.ts"
import type { Mundo } from "./mundo.ts"

/** A day or an hour that a phrase names. `valor`: as an option takes it; as it was written where it is in doubt. */
export interface MomentoDicho {
  readonly valor: string
  readonly cierto: boolean
  readonly desde: number
  readonly hasta: number
}

export interface Momentos {
  readonly fecha: MomentoDicho | null
  readonly hora: MomentoDicho | null
  /** `2026-12` */
  readonly mes: { readonly valor: string; readonly en: number } | null
}

const DIAS = /^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|pasado)$/u
/** Only these may begin a day: the reader of dates is not asked about each word. */
const EMPIEZA =
  /^(?:\d{1,4}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?|primero|uno|dos|tres|quince|diez|fin|fines|en|dentro|una?)$/u
const ANTES_DE_DIA = new Set(["hasta", "al", "para", "el"])
const MAX = 7

export function momentosDe(dicho: Dicho, mundo: Mundo, ocupadas: ReadonlySet<number>): Momentos {
  const { palabras } = dicho
  let fecha: MomentoDicho | null = null
  let hora: MomentoDicho | null = null
  for (let i = 0; i < palabras.length; i += 1) {
    if (ocupadas.has(i)) continue
    hora ??= horaEn(dicho, i, mundo)
    if (hora !== null && i >= hora.desde && i < hora.hasta) continue
    fecha ??= fechaEn(dicho, i, mundo, ocupadas)
  }
  return { fecha, hora, mes: mesDe(palabras, fecha, mundo) }
}

const escrito = ({ texto }: Dicho, palabras: readonly Palabra[]) =>
  palabras.length === 0 ? "" : texto.slice(palabras[0]?.at, palabras.at(-1)?.end)

function fechaEn(dicho: Dicho, i: number, mundo: Mundo, ocupadas: ReadonlySet<number>): MomentoDicho | null {
  const dicha = dicho.palabras[i]?.dicha ?? ""
  if (!DIAS.test(dicha) && !EMPIEZA.test(dicha)) return null
  const ventana = dicho.palabras.slice(i, i + MAX)
  const libre = ventana.findIndex((_, k) => ocupadas.has(i + k))
  const palabras = libre < 0 ? ventana : ventana.slice(0, libre)
  const largo = palabrasDeEscrito(
    palabras.map(({ dicha: una }) => una),
    "fecha",
  )
  if (largo === 0) return null
  const propias = palabras.slice(0, largo)
  const soloNumero = largo === 1 && /^\d{1,2}$/u.test(dicha)
  const antes = dicho.palabras[i - 1]?.dicha ?? ""
  const masAntes = dicho.palabras[i - 2]?.dicha ?? ""
  // «hasta el 15», «al 15»: «el 3» alone is an agreement.
  const dePlazo = antes === "al" || (antes === "el" && ANTES_DE_DIA.has(masAntes)) || antes === "hasta"
  if (soloNumero && !dePlazo && !(antes === "del" && masAntes === "la")) return null
  if (/^(?:en|una?|uno|dos|tres|diez|quince)$/u.test(dicha) && largo < 2) return null
  const texto = propias.map(({ dicha: una }) => una).join(" ")
  const leida = leerEscrito(texto, "fecha", contexto(mundo))
  const valor = diaDe(leida)
  if (valor === null && leida.kind === "rechazada" && leida.rechazo.razon === "vaga") return null
  return {
    valor: valor ?? escrito(dicho, propias),
    cierto: valor !== null,
    desde: i,
    hasta: i + largo,
  }
}

const contexto = ({ hoy, zona, inhabiles }: Mundo) => ({ hoy, zona, inhabiles, pasado: false })

function diaDe(leida: Escrita): string | null {
  if (leida.kind === "fecha" || leida.kind === "fecha_hora") return leida.fecha
  const [una, otra] = leida.kind === "ambigua" ? leida.opciones : []
  return una && !otra && una.kind !== "hora" ? una.fecha : null
}

const HORA = /^(?:\d{1,2}(?:[:.]\d\d)?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)$/u

function horaEn(dicho: Dicho, i: number, mundo: Mundo): MomentoDicho | null {
  const dicha = dicho.palabras[i]?.dicha ?? ""
  const antes = dicho.palabras[i - 1]?.dicha ?? ""
  const conDosPuntos = /^\d{1,2}[:.]\d\d$/u.test(dicha)
  const conHoras = /^\d{1,2}$/u.test(dicha) && dicho.palabras[i + 1]?.dicha === "horas"
  if (!HORA.test(dicha) || !(conDosPuntos || conHoras || antes === "las")) return null
  const palabras = dicho.palabras.slice(i, i + 5)
  const largo = Math.max(
    1,
    palabrasDeEscrito(
      palabras.map(({ dicha: una }) => una),
      "hora",
    ),
  )
  const propias = palabras.slice(0, largo)
  const texto = propias.map(({ dicha: una }) => una).join(" ")
  const leida = leerEscrito(texto, "hora", contexto(mundo))
  const cierta = leida.kind === "hora" ? leida.hora : horaDeOficina(dicha)
  return { valor: cierta ?? escrito(dicho, propias), cierto: cierta !== null, desde: i, hasta: i + largo }
}

/** «a las 11»: sessions are held by day. An hour between is left for the person to say. */
function horaDeOficina(dicha: string): string | null {
  const n = /^\d{1,2}$/u.test(dicha) ? Number(dicha) : null
  return n !== null && n >= 8 && n <= 12 ? `${String(n).padStart(2, "0")}:00` : null
}

function mesDe(palabras: readonly Palabra[], fecha: MomentoDicho | null, { hoy }: Mundo): Momentos["mes"] {
  if (fecha?.cierto && palabras.slice(fecha.desde, fecha.hasta).some(({ dicha }) => esMes(dicha)))
    return { valor: fecha.valor.slice(0, 7), en: fecha.desde }
  const en = palabras.findIndex(({ dicha }) => esMes(dicha))
  if (en < 0) return null
  const mes = (MESES as readonly string[]).indexOf(palabras[en]?.dicha ?? "") + 1
  const dicho = palabras.slice(en + 1, en + 3).find(({ dicha }) => /^20\d\d$/u.test(dicha))
  const [anio = 0, actual = 0] = hoy.split("-").map(Number)
  const suyo = dicho ? Number(dicho.dicha) : mes >= actual ? anio : anio + 1
  return { valor: `${suyo}-${String(mes).padStart(2, "0")}`, en }
}
