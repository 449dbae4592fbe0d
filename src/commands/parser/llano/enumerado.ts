import type { Dicho } from "../../../domain/lenguaje/dicho.ts"
import type { OptionInfo } from "../../definition/options.ts"

/** How the values of closed lists are said inside a phrase, besides their own names. */
const DICHOS: Readonly<Record<string, RegExp>> = {
  vencidos: /^(?:vencid|atrasad|retrasad|rezagad|incumplid)/u,
  abiertos: /^(?:abiert[oa]s|vigentes)$/u,
  pendientes: /^(?:pendientes|abiertos|vigentes|siguen)$/u,
  todos: /^tod[oa]s$/u,
  distancia: /^(?:distancia|remot[oa]|virtual|linea|zoom|videoconferencia|teams|conect)/u,
  presencial: /^presencial/u,
  nominal: /^nominal/u,
  economica: /^(?:economica|mano|manos)$/u,
  cedula: /^cedulas?$/u,
  extraordinaria: /^extraordinari[oa]$/u,
  ordinaria: /^ordinari[oa]$/u,
  oficio: /^oficio$/u,
  llamada: /^(?:llamada|telefono|telefonica)$/u,
  correo: /^(?:correo|mail|email)$/u,
  csv: /^csv$/u,
  json: /^json$/u,
  rechazadas: /^(?:rechazad|fallid|fallaron)/u,
  inciertas: /^inciert/u,
  enlace: /^enlace$/u,
  titular: /^titular$/u,
  suplente: /^suplente$/u,
}

/** Lists whose values are said by a phrase of the command alone: «no» is no vote inside another sentence. */
const NUNCA = new Set(["respuesta", "sentido", "voto", "tema", "homonimia", "empate", "reglas", "difusion"])

export function enumerado({ name, values }: OptionInfo, { palabras }: Dicho): string | null {
  if (NUNCA.has(name)) return null
  const dichos = (values ?? []).filter((valor) => {
    const regla = DICHOS[valor]
    return regla !== undefined && palabras.some(({ dicha }) => regla.test(dicha))
  })
  return dichos.length === 1 ? (dichos[0] ?? null) : null
}
