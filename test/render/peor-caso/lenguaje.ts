import { mencion } from "../../../src/cards/comando.ts"
import {
  conEntendido,
  cualCard,
  faltanDatosCard,
  propuestaCard,
} from "../../../src/cards/lenguaje/entendido.ts"
import { fueraCard } from "../../../src/cards/lenguaje/fuera.ts"
import { cortesiaCard, noEntendidoCard, saludoCard } from "../../../src/cards/lenguaje/trato.ts"
import { organo, texto, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const ID = "plenaria.responder:abcdefghijklmnopqrstuv.0"
const larga = mencion("sesion.agenda", `/sesion agenda ${texto(80)}`)
const asuntos = veces(40, (i) => ({
  que: texto(400),
  desde: null,
  hasta: "2024-06-01",
  urgencia: "vencido" as const,
  orden: { command: "compromiso.avance", arg: `CI/SO-21/${i}/2024/SRE`, label: texto(120) },
  objeto: null,
  organo,
  plazo: texto(120),
  demo: true,
}))

export const deLenguaje = {
  conEntendido: () => [conEntendido(saludoCard({ asuntos, organo: organo.clave }), larga)],
  propuestaCard: () =>
    [true, false].map((formulario) =>
      propuestaCard({
        orden: larga,
        que: texto(200),
        datos: veces(12, () => ({ label: texto(60), valor: texto(300) })),
        id: ID,
        formulario,
        sinTextos: formulario,
      }),
    ),
  faltanDatosCard: () => [faltanDatosCard(larga, ID)],
  cualCard: () =>
    ([null, "negada", "condicion", "ajena", "pregunta", "ironia"] as const).map((porQueNo) =>
      cualCard(
        veces(4, (i) => ({ command: larga, id: `${ID.slice(0, -1)}${i}` })),
        porQueNo,
      ),
    ),
  fueraCard: () =>
    (
      [
        "datos_personales",
        "sueldos",
        "clima",
        "cifras",
        "denuncia",
        "redactar",
        "entretener",
        "secretos",
        "relevo",
        "significado",
        "tramite",
        "opinion",
        "otro_idioma",
        "maltrato",
      ] as const
    ).map(fueraCard),
  saludoCard: () => [
    saludoCard({ asuntos, organo: "otro" }),
    saludoCard({ asuntos: [], organo: organo.clave }),
  ],
  cortesiaCard: () => (["gracias", "visto", "bot"] as const).map(cortesiaCard),
  noEntendidoCard: () => [
    noEntendidoCard({ asuntos, organo: "otro" }),
    noEntendidoCard({ asuntos: [], organo: organo.clave }),
  ],
} as const satisfies PeoresCasos
