import { Router } from "express"
import type { ConexionesServidas } from "../app/conexion/servir.ts"
import type { SingleListener } from "../app/conexion/single-listener.ts"
import { saludDePlataformas } from "../app/diagnostico/salud.ts"
import { cerrados } from "../app/entrega/conexiones.ts"
import type { AdapterId } from "../domain/tipos/canal.ts"
import type { ChatAdapter } from "../ports/chat-adapter.ts"
import type { Clock } from "../ports/clock.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"
import type { Respaldos } from "../ports/respaldos.ts"

interface HealthDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly adapters: ReadonlyMap<AdapterId, ChatAdapter | SingleListener>
  readonly estadoDe?: ConexionesServidas["estadoDe"]
  readonly respaldos: Pick<Respaldos, "estado">
}

/**
 * `GET /salud`, for whoever watches the process: 200 while the database answers and every platform that is on can be
 * reached, 503 when the database does not or one of them has been out of reach for some minutes.
 */
export function healthRoutes({ data, clock, adapters, estadoDe, respaldos }: HealthDeps): Router {
  const router = Router()
  router.get("/salud", (_request, response) => {
    const now = clock.now()
    const entregas = cerrados(data.read.canales, { adapters, estadoDe }).then((closed) =>
      data.fresh.deliveryReview.byAdapter(now, closed),
    )
    Promise.all([entregas, respaldos.estado()]).then(
      ([deliveries, respaldo]) => {
        const plataformas = saludDePlataformas(adapters, deliveries, now)
        const falla = plataformas.some((one) => one.falla)
        response.status(falla ? 503 : 200).json({
          estado: falla ? "con fallas" : "en servicio",
          adaptadores: [...adapters.keys()],
          // Another process hears these; this one sends, and takes its place when it stops.
          escucha_otro_proceso: plataformas
            .filter(({ estado }) => estado === "escucha_otro_proceso")
            .map(({ plataforma }) => plataforma),
          plataformas: plataformas.map((one) => ({
            plataforma: one.plataforma,
            estado: one.estado,
            sin_conexion_desde: one.sinConexionDesde,
            ultimo_envio: one.ultimoEnvio,
            por_enviar: one.porEnviar,
            primero_por_enviar_desde: one.primeroPorEnviarDesde,
          })),
          // Nobody is served worse for it: it is told, and is no reason to call the process down.
          respaldo,
        })
      },
      () => response.status(503).json({ estado: "sin base de datos" }),
    )
  })
  return router
}
