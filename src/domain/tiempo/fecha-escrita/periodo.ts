import type { Fecha } from "../../tipos/tiempo.ts"
import { domingoDePascua } from "../calendario-base.ts"
import { esHabil, habilDesde, sumarDias, sumarDiasHabiles } from "../plazo.ts"
import {
  anioDe,
  civil,
  diasDelMes,
  habilHasta,
  inexistente,
  LUNES,
  type MesCivil,
  mesDe,
  primerDia,
  semanaDe,
  sumarMeses,
  ultimoDia,
  VIERNES,
} from "./calendario.ts"
import { enSemana } from "./dia-relativo.ts"
import { type Contexto, type Dia, type Forma, fecha, segunForma } from "./lectura.ts"

/** Days that are named by their place in a month, a fortnight or a week. A part that is no single day is only proposed. */

/** "enero", "enero de 2027", "mes", "próximo mes". */
const MES = "(?:M(\\d+)(?: (\\d{4}))?|MES(ACT|PROX)?)"
const MITAD = 15
const enMes = (
  antes: string,
  leer: (mes: MesCivil, contexto: Contexto, cual: number) => Dia,
): Forma<Dia> => ({
  forma: new RegExp(`^${antes} ${MES}$`),
  leer: (partes, contexto) => {
    const [mes, anio, cual] = partes.slice(-3)
    return leer(mesDicho(mes, anio, cual, contexto.hoy), contexto, Number(partes[0]))
  },
})
const propone = (...opciones: readonly Fecha[]): Dia => ({ kind: "ambigua", opciones })

const PERIODOS: readonly Forma<Dia>[] = [
  enMes("FIN", (mes, { inhabiles }) => finDe(ultimoDia(mes), inhabiles)),
  enMes("MED", (mes) => propone(civil(MITAD, mes) ?? "")),
  enMes("INI", (mes, { inhabiles }) => propone(habilDesde(primerDia(mes), inhabiles))),
  {
    forma: /^FIN ANO(ACT|PROX)?$/,
    leer: ([cual], { hoy, inhabiles }) =>
      finDe(ultimoDia({ anio: anioDe(hoy) + (cual === "PROX" ? 1 : 0), mes: 12 }), inhabiles),
  },
  enMes("ULT DIA HAB", (mes, { inhabiles }) => fecha(habilHasta(ultimoDia(mes), inhabiles))),
  enMes("ULT DIA", (mes) => fecha(ultimoDia(mes))),
  enMes("O?([1-9]) DIA HAB", (mes, { inhabiles }, cual) =>
    fecha(sumarDiasHabiles(sumarDias(primerDia(mes), -1), cual, inhabiles)),
  ),
  enMes("O1 DIA", (mes) => fecha(primerDia(mes))),
  enMes("ULT D(\\d)", (mes, _contexto, dia) =>
    fecha(sumarDias(ultimoDia(mes), -((semanaDe(ultimoDia(mes)) - dia + 7) % 7))),
  ),
  {
    forma: new RegExp(`^(?:O?([1-5])|CUARTO) D(\\d) ${MES}$`),
    leer: ([cual = "4", dia, mes, anio, dicho], { hoy }) =>
      enesimo(Number(cual), Number(dia), mesDicho(mes, anio, dicho, hoy)),
  },
  enMes("(?:O?1) QNA", (mes, { inhabiles }) =>
    propone(habilDesde(primerDia(mes), inhabiles), civil(MITAD, mes) ?? ""),
  ),
  enMes("(?:O?2|ULT) QNA", (mes, { inhabiles }) =>
    propone(habilDesde(civil(MITAD + 1, mes) ?? "", inhabiles), ultimoDia(mes)),
  ),
  {
    forma: /^(?:QNA|QNAACT|FIN QNA|FIN QNAACT)$/,
    leer: (_partes, { hoy }) => propone(...quincenas(hoy).slice(0, 1)),
  },
  { forma: /^QNAPROX$/, leer: (_partes, { hoy }) => propone(...quincenas(hoy)) },
  enMes("O?([1-5]) SEM", (mes, contexto, cual) =>
    semana(sumarDias(enSemana(primerDia(mes), cual - 1, LUNES), 0), contexto, mes),
  ),
  enMes("CUARTO SEM", (mes, contexto) => semana(enSemana(primerDia(mes), 3, LUNES), contexto, mes)),
  enMes("ULT SEM", (mes, contexto) => semana(enSemana(ultimoDia(mes), 0, LUNES), contexto, mes)),
  {
    forma: /^SEM(ACT|PROX)$/,
    leer: ([cual], contexto) => semana(enSemana(contexto.hoy, cual === "PROX" ? 1 : 0, LUNES), contexto),
  },
  {
    forma: /^FIN SEM(ACT|PROX)?$/,
    leer: ([cual], { hoy, inhabiles }) =>
      propone(habilHasta(enSemana(hoy, cual === "PROX" ? 1 : 0, VIERNES), inhabiles)),
  },
  {
    forma: /^FINDE$/,
    leer: (_partes, { hoy }) => propone(enSemana(hoy, 0, VIERNES + 1), enSemana(hoy, 0, VIERNES + 2)),
  },
  {
    forma: /^TRAS PUENTE(?: M(\d+)(?: (\d{4}))?)?$/,
    leer: ([mes, anio], contexto) =>
      tras(
        puente(mes === undefined ? null : mesDicho(mes, anio, undefined, contexto.hoy), contexto),
        contexto,
      ),
  },
  {
    forma: /^TRAS (?:PASCUA|(?:JUEVES|VIERNES) SANTO)$/,
    leer: (_partes, contexto) => {
      const anio = anioDe(contexto.hoy)
      return tras([anio, anio + 1].map(domingoDePascua).find((dia) => dia >= contexto.hoy) ?? null, contexto)
    },
  },
]

export const diaDePeriodo = (symbols: string, contexto: Contexto): Dia | null =>
  segunForma(PERIODOS, symbols, contexto)

/** A month without its year is the next one, this month included. */
function mesDicho(
  mes: string | undefined,
  anio: string | undefined,
  cual: string | undefined,
  hoy: Fecha,
): MesCivil {
  const actual = mesDe(hoy)
  if (mes === undefined) return sumarMeses(actual, cual === "PROX" ? 1 : 0)
  const numero = Number(mes)
  return {
    anio: anio === undefined ? actual.anio + (numero < actual.mes ? 1 : 0) : Number(anio),
    mes: numero,
  }
}

/** The last day; when nobody works on it, perhaps the last one on which somebody does. */
function finDe(ultimo: Fecha, inhabiles: Contexto["inhabiles"]): Dia {
  const habil = habilHasta(ultimo, inhabiles)
  return habil === ultimo ? fecha(ultimo) : propone(habil, ultimo)
}

function enesimo(cual: number, dia: number, mes: MesCivil): Dia {
  const primero = 1 + ((dia - semanaDe(primerDia(mes)) + 7) % 7)
  const numero = primero + 7 * (cual - 1)
  const found = civil(numero, mes)
  return found === null ? inexistente(numero, mes) : fecha(found)
}

/** The two fortnights' ends that come next: the 15th and the last day of a month. */
function quincenas(hoy: Fecha): readonly Fecha[] {
  const meses = [mesDe(hoy), sumarMeses(mesDe(hoy), 1)]
  return meses
    .flatMap((mes) => [civil(MITAD, mes) ?? "", ultimoDia(mes)])
    .filter((dia) => dia >= hoy)
    .slice(0, 2)
}

/** First and last business day of a week, within a month if it is the month's. */
function semana(lunes: Fecha, { hoy, inhabiles }: Contexto, mes: MesCivil | null = null): Dia {
  const dias = Array.from({ length: VIERNES }, (_, i) => sumarDias(lunes, i)).filter(
    (dia) => dia >= hoy && esHabil(dia, inhabiles) && (mes === null || mesDe(dia).mes === mes.mes),
  )
  const [primero, ultimo] = [dias[0], dias.at(-1)]
  if (primero === undefined || ultimo === undefined) return propone(sumarDias(lunes, VIERNES - LUNES))
  return primero === ultimo ? propone(primero) : propone(primero, ultimo)
}

/** A day beside the weekend on which nobody works, in a month or the next one there is. */
function puente(mes: MesCivil | null, { hoy, inhabiles }: Contexto): Fecha | null {
  const desde = mes === null ? hoy : primerDia(mes)
  const dias = Array.from({ length: mes === null ? 366 : diasDelMes(mes) }, (_, i) => sumarDias(desde, i))
  const junto = (dia: Fecha) => inhabiles.has(dia) && (semanaDe(dia) === LUNES || semanaDe(dia) === VIERNES)
  return dias.find((dia) => dia >= hoy && junto(dia)) ?? null
}

const tras = (dia: Fecha | null, { inhabiles }: Contexto): Dia | null =>
  dia === null ? null : propone(sumarDiasHabiles(dia, 1, inhabiles))
