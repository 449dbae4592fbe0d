import type { Card } from "../../cards/card.ts"
import { otraCuentaCard } from "../../cards/directorio/vinculada.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { directoDe, type ExternalUser } from "../../ports/chat-adapter.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesDeSecretaria } from "../canal/avisar-secretaria.ts"
import { deLaCuenta, deLaSuspension } from "../mensaje/de-la-cuenta.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"

interface AvisoPersonal {
  readonly organo: Organo
  readonly subject: readonly string[]
  readonly card: Card
  readonly why: string
  readonly now: Instante
  /** It is about the account or the person themselves, and not about what a post lets them read; or about a suspension. */
  readonly propio?: true | "suspension"
}

/** Tells one account alone, by direct message, inside a transaction. It is a delivery like any other. */
export async function avisarCuenta(
  repositories: Pick<Repositories, "canales" | "deliveries">,
  cuenta: ExternalUser,
  { organo, now, propio, ...aviso }: AvisoPersonal,
): Promise<void> {
  const canal = await repositories.canales.directo(organo.id, directoDe(cuenta))
  await enqueue(
    repositories,
    [
      deliveryTo(canal, {
        purpose: "aviso",
        organo,
        ...aviso,
        ...atOnce(now),
        ...(propio === undefined ? {} : propio === "suspension" ? deLaSuspension : deLaCuenta),
      }),
    ],
    now,
  )
}

interface Cambio {
  readonly card: Card
  readonly subject: readonly string[]
  readonly now: Instante
}

/** Tells the Secretaría Técnica that an account changed hands without her, in the transaction in which it did. */
export async function avisarCambioDeCuenta(
  repositories: Repositories,
  organo: Organo,
  { card, subject, now }: Cambio,
): Promise<void> {
  const canales = await canalesDeSecretaria(repositories, organo, fechaEnZona(now, organo.zona))
  const avisos = canales.map((canal) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject,
      organo,
      card,
      ...atOnce(now),
      why: "Cambió con quién está vinculada una cuenta de chat.",
    }),
  )
  await enqueue(repositories, avisos, now)
}

/** Tells the accounts that a person had that another one is the person's from now on, inside the transaction that links it. */
export async function avisarOtraCuenta(
  repositories: Repositories,
  organo: Organo,
  {
    persona,
    nueva,
    now,
  }: { readonly persona: Persona; readonly nueva: ExternalUser; readonly now: Instante },
): Promise<void> {
  const { adapter, workspace, user } = nueva
  for (const cuenta of await repositories.directorioWriter.cuentas(persona.id)) {
    if (cuenta.adapter === adapter && cuenta.workspace === workspace && cuenta.user === user) continue
    await avisarCuenta(repositories, cuenta, {
      organo,
      subject: ["otra-cuenta", persona.id, adapter, workspace, user, now],
      card: otraCuentaCard(organo, persona, `${adapter}/${workspace}/${user}`),
      why: `Otra cuenta vinculada a nombre de ${persona.nombre}.`,
      propio: true,
      now,
    })
  }
}
