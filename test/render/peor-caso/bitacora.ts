import { bitacoraCard } from "../../../src/cards/bitacora/bitacora.ts"
import { personaEnBitacora } from "../../../src/cards/bitacora/persona.ts"
import { bitacoraPublicaCard } from "../../../src/cards/bitacora/publica.ts"
import { TIPOS_EVENTO } from "../../../src/domain/tipos/bitacora.ts"
import { CLASES_ACTO } from "../../../src/texts/bitacora.ts"
import { PLATAFORMAS as plataformas } from "../../support/plataformas.ts"
import {
  AHORA,
  acuerdo,
  HOY,
  instituciones,
  organo,
  pagina,
  persona,
  sesion,
  texto,
  una,
  veces,
} from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const asiento = {
  instante: AHORA,
  persona: { nombre: texto(300), siglas: instituciones.map(({ siglas }) => siglas) },
  asunto: acuerdo.clave,
  plataforma: "discord",
  cuenta: texto(120),
  lugar: texto(120),
  canal: texto(200),
  orden: "sesion.documento-difundir",
}
const asientos = TIPOS_EVENTO.map((tipo) => ({ ...asiento, tipo }))
const nadie = { ...asiento, persona: null, asunto: null, cuenta: null, lugar: null, canal: null }
const pedido = { sesion, institucion: una, persona, desde: HOY, hasta: HOY, clase: "consultas" } as const
const todo = { sesion: null, institucion: null, persona: null, desde: null, hasta: null, clase: null }
const publico = {
  tipo: "sesion.convocada",
  registro: acuerdo.clave,
  instante: AHORA,
  persona: { ...persona, nombre: `=${texto(300)}`, cargo: texto(500) },
  posicion: 123_456_789,
  huella: "f".repeat(64),
}

export const deBitacora: PeoresCasos = {
  bitacoraCard: () => [
    bitacoraCard({ organo, pedido, asientos: asientos.slice(0, 10), pagina }, plataformas),
    bitacoraCard({ organo, pedido: todo, asientos: asientos.slice(10, 20), pagina }, plataformas),
    bitacoraCard(
      {
        organo,
        pedido: todo,
        asientos: [
          { ...nadie, tipo: "recordatorios.planeados", plataforma: "sistema", orden: null },
          { ...nadie, tipo: "calendario.leido", plataforma: "calendario", orden: "calendario.leer" },
          { ...nadie, tipo: "datos.exportados", plataforma: "cli", cuenta: "root", orden: "exportar" },
          { ...nadie, tipo: "de.otra-version", plataforma: "otra", cuenta: "T/U" },
        ],
        pagina: { pagina: 1, paginas: 1, mostrados: 4, total: 4 },
      },
      plataformas,
    ),
    bitacoraCard(
      { organo, pedido, asientos: [], pagina: { pagina: 1, paginas: 1, mostrados: 0, total: 0 } },
      plataformas,
    ),
  ],
  personaEnBitacora: () => [
    personaEnBitacora(texto(120), []),
    personaEnBitacora(
      texto(120),
      veces(40, () => persona),
    ),
  ],
  bitacoraPublicaCard: () => {
    const omitidos = Object.values(CLASES_ACTO).map((clase) => ({ clase, cuantos: 1_234_567 }))
    const publica = { organo, now: AHORA, asientos: veces(200, () => publico), omitidos }
    return [
      bitacoraPublicaCard(publica, "csv"),
      bitacoraPublicaCard(publica, "json"),
      bitacoraPublicaCard({ ...publica, asientos: [], omitidos: [] }, "csv"),
    ]
  },
}
