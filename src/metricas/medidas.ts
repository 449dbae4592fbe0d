import { Counter, Gauge, Histogram, type Registry } from "prom-client"
import type { Medidas } from "../ports/medidas.ts"

const S = 1_000
/** Slack and Discord take an answer within three seconds. */
const RESPUESTA = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10]
const TAREA = [0.01, 0.05, 0.25, 1, 5, 15, 60]

/** What the process itself counts and times. Each label has few values, and none of them is anybody's name. */
export function medidasEn(registry: Registry): Medidas {
  const registers = [registry]
  const entregas = new Counter({
    name: "plenaria_entregas_asentadas_total",
    help: "Intentos de envío de este proceso, por lo que resultó.",
    labelNames: ["plataforma", "resultado", "causa"],
    registers,
  })
  const respuestas = new Histogram({
    name: "plenaria_respuesta_segundos",
    help: "Tiempo hasta la respuesta de cada orden, como la recibió la plataforma.",
    labelNames: ["orden", "resultado"],
    buckets: RESPUESTA,
    registers,
  })
  const tareas = new Histogram({
    name: "plenaria_tarea_segundos",
    help: "Duración de cada vuelta de las tareas del proceso.",
    labelNames: ["tarea"],
    buckets: TAREA,
    registers,
  })
  const retraso = new Gauge({
    name: "plenaria_tarea_retraso_segundos",
    help: "Cuánto después de su hora empezó la última vuelta.",
    labelNames: ["tarea"],
    registers,
  })
  return {
    entrega: (plataforma, resultado, causa) => entregas.inc({ plataforma, resultado, causa }),
    respuesta: (orden, resultado, ms) => respuestas.observe({ orden, resultado }, ms / S),
    tarea(tarea, ms, tarde) {
      tareas.observe({ tarea }, ms / S)
      retraso.set({ tarea }, tarde / S)
    },
  }
}
