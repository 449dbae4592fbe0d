import type { PlantillaReglas } from "../../domain/reglas/plantillas.ts"
import type { ReglaQuorum } from "../../domain/reglas/reglas-sesion.ts"
import { formarClaveAcuerdo } from "../../domain/texto/clave.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, nota, texto } from "../respuesta.ts"

const UNIDAD = {
  dias_habiles: ["día hábil", "días hábiles"],
  dias_naturales: ["día natural", "días naturales"],
  horas: ["hora", "horas"],
  minutos: ["minuto", "minutos"],
} as const

function plazo({ n, unidad }: { readonly n: number; readonly unidad: keyof typeof UNIDAD }): string {
  const [uno, varios] = UNIDAD[unidad]
  return plural(n, uno, varios)
}

const QUORUM: Readonly<Record<ReglaQuorum["regla"], string>> = {
  mitad_mas_uno: "la mitad más uno",
  mayoria: "más de la mitad",
  dos_terceras_partes: "dos terceras partes",
  tercera_parte: "la tercera parte",
  numero: "un número fijo",
  presidencia_mas_numero: "la presidencia y un número fijo",
}

/** The first acuerdo of a first session. */
const EJEMPLO = { tipo: "ordinaria", numeroSesion: 1, consecutivo: 1, fecha: "2026-01-15" } as const

/** What a template lays down, before it holds: none of it is law for the body. */
export function previaPlantillaCard({ nombre, reglas }: PlantillaReglas): Card {
  const { convocatoria, sesiones, claveAcuerdo } = reglas
  const { quorum, segundaConvocatoria, acuerdos, suplencia } = sesiones
  return {
    title: `¿Registrar estas reglas? ${nombre}`,
    tone: "atencion",
    blocks: [
      texto([
        { kind: "bold", text: "Plantilla: verifíquela contra el reglamento del órgano. " },
        "No es disposición legal. Aún no se registra nada.",
      ]),
      {
        kind: "fields",
        fields: [
          {
            label: "Convocatoria",
            value: `${plazo(convocatoria.ordinaria)} antes la ordinaria; ${plazo(convocatoria.extraordinaria)}, la extraordinaria`,
          },
          {
            label: "Quórum",
            value: `${QUORUM[quorum.regla]} de ${quorum.base === "integrantes" ? "integrantes" : "integrantes con voto"}${quorum.exigePresidencia ? ", con la presidencia" : ""}`,
          },
          {
            label: "Segunda convocatoria",
            value: segundaConvocatoria.permitida ? `${plazo(segundaConvocatoria.espera)} después` : "no hay",
          },
          { label: "Suplencia", value: suplencia.permitida ? "permitida, con oficio" : "no se permite" },
          {
            label: "Compromisos",
            value: `${acuerdos.plazoMaximoMeses === null ? "sin plazo máximo" : `hasta ${plural(acuerdos.plazoMaximoMeses, "mes", "meses")}`}; ${plural(acuerdos.reprogramaciones, "reprogramación", "reprogramaciones")}`,
          },
          { label: "Claves de los acuerdos", value: `como ${formarClaveAcuerdo(claveAcuerdo, EJEMPLO)}` },
        ],
      },
    ],
    actions: [],
  }
}

/** The body has rules of its own. */
export function yaTieneReglasCard(): Card {
  return {
    title: "El órgano ya tiene reglas",
    tone: "error",
    blocks: [
      texto("Una plantilla solo se usa al comenzar: las reglas registradas se conservan."),
      nota(frase`Lo que falta del comienzo: ${comando("plenaria.comenzar")}.`),
    ],
    actions: boton("plenaria.comenzar", "", "Ver lo que falta", "primary"),
  }
}
