import { testadoBreve } from "../../../src/cards/entrega/mensaje-actualizado.ts"
import type { DondeConsta } from "../../../src/cards/testado/donde.ts"
import {
  elegirTextoCard,
  noSeTestaCard,
  porTestarCard,
  registroSinTextosCard,
  testadoCard,
} from "../../../src/cards/testado/testado.ts"
import { escribirLugar } from "../../../src/domain/testado/lugar.ts"
import { reemplazoDe } from "../../../src/domain/testado/testado.ts"
import { AHORA, organo, pagina, texto, veces, ZONA } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const mensaje = {
  plataforma: texto(30),
  canal: texto(80),
  enviado: AHORA,
  titulo: texto(300),
  conArchivo: true,
}
const donde: DondeConsta = {
  registros: veces(40, (i) => ({ tabla: "registro_asistencia", campo: "cargo", nombre: texto(90 + i) })),
  eventos: 9_999,
  porEnviar: 999,
  porCorregir: veces(40, () => mensaje),
  aMano: veces(40, () => ({ ...mensaje, enviado: null })),
  zona: ZONA,
}
const uuid = "018f3a6c-0c5e-7d11-9a2b-0123456789ab"
const lugar = (hoja: number) =>
  escribirLugar({
    tabla: "punto_orden_dia",
    campo: "resultado_texto",
    clave: uuid,
    hoja,
    inicio: 0,
    largo: 0,
  })

export const deTestado: PeoresCasos = {
  porTestarCard: () => [porTestarCard(donde, reemplazoDe(texto(150)), organo, true)],
  testadoCard: () => [
    testadoCard(donde, { lugares: 9_999, eslabones: 9_999, direcciones: true }, organo),
    testadoCard(
      { ...donde, porCorregir: [], aMano: [] },
      { lugares: 1, eslabones: 1, direcciones: false },
      organo,
    ),
  ],
  noSeTestaCard: () =>
    (["no_consta", "corta", "nombra_algo", "descripcion_la_repite", "motivo_la_repite"] as const).map(
      noSeTestaCard,
    ),
  elegirTextoCard: () => [
    elegirTextoCard(
      "CI/SO-21/07/2024/SRE",
      veces(5, (i) => ({
        tabla: "punto_orden_dia",
        campo: "resultado_texto",
        lugar: lugar(i),
        orden: i + 100,
      })),
      pagina,
      organo,
    ),
  ],
  registroSinTextosCard: () => [registroSinTextosCard()],
  testadoBreve: () => [
    testadoBreve({ title: texto(300), tone: "aviso", blocks: [], actions: [], demo: true }),
  ],
}
