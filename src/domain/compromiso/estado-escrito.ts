import { palabrasDe } from "../texto/texto.ts"
import type { EstadoCompromiso } from "../tipos/compromiso.ts"

/** What an office writes for how a commitment stands. */
export type EstadoEscrito =
  | { readonly kind: "estado"; readonly estado: EstadoCompromiso }
  /** It says something of its date, and nothing of its state: overdue, or put off. */
  | { readonly kind: "de_la_fecha" }
  /** The agreement asks nothing of anybody. */
  | { readonly kind: "informativo" }

const estado = (cual: EstadoCompromiso): EstadoEscrito => ({ kind: "estado", estado: cual })

/** Source: the controlled vocabulary of follow-up tables and of the federal boards of open government. */
const DICHOS: readonly (readonly [EstadoEscrito, readonly string[]])[] = [
  [
    estado("pendiente"),
    [
      "pendiente",
      "por atender",
      "sin avance",
      "sin avances",
      "no iniciado",
      "por iniciar",
      "sin atender",
      "abierto",
      "0",
    ],
  ],
  [
    estado("en_proceso"),
    [
      "en proceso",
      "en tramite",
      "con avance",
      "con avances",
      "en seguimiento",
      "parcialmente atendido",
      "parcial",
      "en curso",
      "en desarrollo",
      "iniciado",
      "avance parcial",
      "en atencion",
      "vigente",
    ],
  ],
  [
    estado("en_validacion"),
    [
      "en validacion",
      "por validar",
      "en revision",
      "reportado como cumplido",
      "evidencia enviada",
      "reportado",
      "con evidencia",
    ],
  ],
  [
    estado("atendido"),
    [
      "atendido",
      "cumplido",
      "concluido",
      "completado",
      "completo",
      "solventado",
      "desahogado",
      "cerrado",
      "finalizado",
      "realizado",
      "terminado",
      "entregado",
      "se da por atendido",
      "100",
    ],
  ],
  [
    estado("cancelado"),
    [
      "cancelado",
      "sin materia",
      "dejado sin efectos",
      "sin efectos",
      "sin efecto",
      "baja",
      "dado de baja",
      "no procede",
    ],
  ],
  [
    estado("permanente"),
    [
      "permanente",
      "de cumplimiento continuo",
      "cumplimiento continuo",
      "continuo",
      "de cumplimiento permanente",
    ],
  ],
  [
    { kind: "de_la_fecha" },
    [
      "no atendido",
      "vencido",
      "incumplido",
      "atrasado",
      "fuera de plazo",
      "no cumplido",
      "reprogramado",
      "prorroga",
      "con prorroga",
      "nueva fecha",
      "prorrogado",
    ],
  ],
  [
    { kind: "informativo" },
    [
      "informativo",
      "toma de conocimiento",
      "se da por enterado",
      "para conocimiento",
      "de conocimiento",
      "enterado",
    ],
  ],
]

const POR_DICHO = new Map(DICHOS.flatMap(([leido, dichos]) => dichos.map((dicho) => [dicho, leido] as const)))

/** Every word that is understood, to tell which one was meant. */
export const ESTADOS_ESCRITOS: readonly string[] = [...POR_DICHO.keys()].filter(
  (dicho) => !/^\d/u.test(dicho),
)

/** `null`: nobody knows what it says. A percentage between none and all is under way. */
export function estadoEscrito(texto: string): EstadoEscrito | null {
  const porcentaje = /^(\d{1,3})(?:[.,]\d+)? ?%$/u.exec(texto.trim())?.[1]
  if (porcentaje !== undefined && Number(porcentaje) > 0 && Number(porcentaje) < 100)
    return estado("en_proceso")
  const dicho = palabrasDe(texto).join(" ")
  return formas(dicho).flatMap((forma) => POR_DICHO.get(forma) ?? [])[0] ?? null
}

/** «Atendida», «Cumplidos» and «Pendientes» are the same. */
const formas = (dicho: string) => [dicho, dicho.replace(/(?:as|os|a)$/u, "o"), dicho.replace(/s$/u, "")]
