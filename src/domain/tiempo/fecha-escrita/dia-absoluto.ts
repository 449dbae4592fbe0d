import type { Fecha } from "../../tipos/tiempo.ts"
import {
  anioDe,
  civil,
  conAnio,
  inexistente,
  mesDe,
  siguienteDia,
  sinAnio,
  sumarMeses,
} from "./calendario.ts"
import { type Contexto, type Dia, type Forma, fecha, rechazo, segunForma } from "./lectura.ts"

/** Days that are named by their number, with or without month and year. */
const SIGNO = "[/.-]"

/** "presente" is this month, "próximo" the next one. */
const MESES_DICHOS: Readonly<Record<string, number>> = {
  ACT: 0,
  MESACT: 0,
  PROX: 1,
  MESPROX: 1,
  PAS: -1,
  MESPAS: -1,
}
const ANIOS_DICHOS: Readonly<Record<string, number>> = { ANOACT: 0, ANOPROX: 1, ANOPAS: -1 }

const DIAS_ABSOLUTOS: readonly Forma<Dia>[] = [
  {
    forma: new RegExp(`^(\\d{4}) ${SIGNO} (\\d{1,2}) ${SIGNO} (\\d{1,2})$`),
    leer: ([a, m, d]) => iso(n(d), n(m), n(a)),
  },
  { forma: /^(\d{4})(\d\d)(\d\d)$/, leer: ([a, m, d]) => iso(n(d), n(m), n(a)) },
  {
    forma: new RegExp(`^(\\d{1,2}) ${SIGNO} (\\d{1,2}) ${SIGNO} (\\d{2})$`),
    leer: ([d, m, a], contexto) => anioDeDosCifras(n(d), n(m), n(a), contexto),
  },
  {
    forma: new RegExp(`^(\\d{1,2})(?: ${SIGNO})? (\\d{1,2})(?: ${SIGNO})? (\\d{4})$`),
    leer: ([d, m, a]) => enCifras(n(d), n(m), (dia, mes) => conAnio(dia, { anio: n(a), mes })),
  },
  {
    forma: new RegExp(`^(\\d{1,2})(?: ${SIGNO})? (\\d{1,2})$`),
    leer: ([d, m], contexto) => enCifras(n(d), n(m), (dia, mes) => sinAnio(dia, mes, contexto)),
  },
  {
    forma: new RegExp(`^(\\d{1,2}) M(\\d+)(?:(?: ${SIGNO})? (\\d{4}|\\d{2}))?$`),
    leer: ([d, m, a], contexto) => conMes(n(d), n(m), a, contexto),
  },
  {
    forma: new RegExp(`^M(\\d+) (\\d{1,2})(?:(?: ${SIGNO})? (\\d{4}|\\d{2}))?$`),
    leer: ([m, d, a], contexto) => conMes(n(d), n(m), a, contexto),
  },
  {
    forma: /^O1 (M\d+.*|(?:MES|ACT|PROX).*)$/,
    leer: ([resto], contexto) => diaAbsoluto(`1 ${resto}`, contexto),
  },
  { forma: /^(\d{1,2} M\d+) PROX$/, leer: ([dia], contexto) => diaAbsoluto(dia ?? "", contexto) },
  {
    forma: /^(\d{1,2}) M(\d+) (PAS|ANO(?:ACT|PROX|PAS))$/,
    leer: ([d, m, cual = ""], { hoy }) => {
      const anio = anioDe(hoy) + (ANIOS_DICHOS[cual] ?? 0)
      const este = conAnio(n(d), { anio, mes: n(m) })
      const despues = este.kind === "fecha" && este.fecha >= hoy && cual === "PAS"
      return despues ? conAnio(n(d), { anio: anio - 1, mes: n(m) }) : este
    },
  },
  {
    forma: /^(\d{1,2}) (ACT|PROX|PAS|MES(?:ACT|PROX|PAS))$/,
    leer: ([d, cual = ""], { hoy }) => conAnio(n(d), sumarMeses(mesDe(hoy), MESES_DICHOS[cual] ?? 0)),
  },
  { forma: /^(\d{1,2})$/, leer: ([d], contexto) => siguienteDia(n(d), contexto) },
  {
    // Only a month, or a year, is no day.
    forma: new RegExp(
      `^(?:M\\d+(?: ${SIGNO})?(?: \\d{4})?|M\\d+ ANO(?:ACT|PROX)|(?:MES|ANO)(?:PROX|ACT)|\\d{1,2} ${SIGNO} \\d{4}|\\d{4}(?: ${SIGNO} \\d{1,2})?)$`,
    ),
    leer: () => rechazo({ razon: "falta_dia" }),
  },
]

const n = (cifras: string | undefined): number => Number(cifras)

export const diaAbsoluto = (symbols: string, contexto: Contexto): Dia | null =>
  segunForma(DIAS_ABSOLUTOS, symbols, contexto)

/** ISO: never turned round, but offered so. */
function iso(dia: number, mes: number, anio: number): Dia {
  const leida = conAnio(dia, { anio, mes })
  const vuelta = leida.kind === "rechazada" ? civil(mes, { anio, mes: dia }) : null
  return leida.kind === "rechazada" && vuelta !== null ? { ...leida, propuestas: [vuelta] } : leida
}

function conMes(dia: number, mes: number, anio: string | undefined, contexto: Contexto): Dia {
  if (anio === undefined) return sinAnio(dia, mes, contexto)
  return conAnio(dia, { anio: anio.length === 2 ? siglo(anio, contexto) : n(anio), mes })
}

/** "26" is of this century. */
const siglo = (dosCifras: string, { hoy }: Contexto): number => Number(`${hoy.slice(0, 2)}${dosCifras}`)

/** Days come first; a month that cannot be one, after a day that can, was written in its place. */
function enCifras(dia: number, mes: number, leer: (dia: number, mes: number) => Dia): Dia {
  if (mes >= 1 && mes <= 12) return leer(dia, mes)
  const vuelta = dia >= 1 && dia <= 12 ? leer(mes, dia) : null
  if (vuelta?.kind === "fecha") return rechazo({ razon: "mes_primero" }, [vuelta.fecha])
  if (vuelta?.kind === "ambigua") return rechazo({ razon: "mes_primero" }, vuelta.opciones)
  return inexistente(dia, { anio: 0, mes })
}

/**
 * "26/12/15" may be read from either end: what is near today is meant, and a reading that is past is not what was meant
 * if the other one is not, unless a day that has passed is asked.
 */
function anioDeDosCifras(primero: number, mes: number, ultimo: number, contexto: Contexto): Dia {
  const { hoy, pasado } = contexto
  const anioEn = (dos: number) => siglo(String(dos).padStart(2, "0"), contexto)
  const usual = enCifras(primero, mes, (dia, cual) => conAnio(dia, { anio: anioEn(ultimo), mes: cual }))
  const inversa = civil(ultimo, { anio: anioEn(primero), mes })
  const cerca = (dia: Fecha | null): dia is Fecha =>
    dia !== null && Math.abs(anioDe(dia) - anioDe(hoy)) <= MAX_ANIOS_AL_REVES
  const primera = usual.kind === "fecha" ? usual.fecha : null
  if (!cerca(inversa) || primera === inversa) return usual
  if (cerca(primera) && (pasado || primera >= hoy))
    return inversa >= hoy ? { kind: "ambigua", opciones: [primera, inversa] } : usual
  if (pasado || inversa >= hoy) return { kind: "ambigua", opciones: [inversa] }
  // Neither can be: the one that was likelier meant is said to be past.
  return cerca(primera) ? usual : fecha(inversa)
}

/** Nobody writes the year first, in two figures, of a day that is far away. */
const MAX_ANIOS_AL_REVES = 2
