import { inicioCard } from "../../../src/cards/inicio/inicio.ts"
import { ASUNTOS_POR_PORTADA, portadaCard, portadaEnPausaCard } from "../../../src/cards/inicio/portada.ts"
import { URGENCIAS } from "../../../src/domain/inicio/asunto.ts"
import { organo, primero, sesion, texto, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const otro = { ...organo, clave: "sub-organo", nombreCorto: texto(120) }
const asuntos = veces(200, (i) => ({
  que: texto(400),
  desde: null,
  hasta: "2024-06-01",
  urgencia: URGENCIAS[i % URGENCIAS.length] ?? "vencido",
  orden: { command: "compromiso.avance", arg: `CI/SO-21/${i}/2024/SRE`, label: texto(120) },
  objeto: null,
  organo: i % 2 === 0 ? organo : otro,
  plazo: texto(120),
  demo: true,
}))
const proximas = veces(5, () => ({ organo, sesion }))

export const deInicio = {
  inicioCard: () => [
    inicioCard({ asuntos, proximas, organo, pagina: 2 }),
    inicioCard({ asuntos, proximas, organo, pagina: 40 }),
    // Matters that are seen to in one place have one button.
    inicioCard({
      asuntos: veces(5, () => ({ ...primero(asuntos), urgencia: "pronto" })),
      proximas,
      organo,
      pagina: 1,
    }),
    inicioCard({ asuntos: [], proximas, organo, pagina: 1 }),
    inicioCard({ asuntos: [], proximas: [], organo, pagina: 1 }),
    inicioCard({ asuntos, proximas, organo, pagina: 1, primeros: ASUNTOS_POR_PORTADA }),
  ],
  portadaCard: () => [
    portadaCard(
      inicioCard({ asuntos, proximas, organo, pagina: 1, primeros: ASUNTOS_POR_PORTADA, nombrar: true }),
      "2024-03-08T16:00:00.000Z",
      organo.zona,
    ),
  ],
  portadaEnPausaCard: () => [portadaEnPausaCard()],
} as const satisfies PeoresCasos
