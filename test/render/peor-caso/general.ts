import { withActions } from "../../../src/cards/card-actions.ts"
import { fittingFile, withoutFile } from "../../../src/cards/card-file.ts"
import { comando, mencion } from "../../../src/cards/comando.ts"
import { textoProtegidoCard } from "../../../src/cards/datos-protegidos.ts"
import { deOtroOrgano } from "../../../src/cards/de-otro-organo.ts"
import {
  botonDesconocido,
  comandoDesconocido,
  elegirComando,
  elegirOrgano,
  errorInesperado,
  opcionesInvalidas,
  palabrasDeMas,
  requiereDesignacion,
  requiereVinculacion,
  servicioNoDisponible,
  soloBitacora,
  soloSeConsulta,
  textoDemasiadoLargo,
} from "../../../src/cards/error.ts"
import { fechaDudosaCard, preguntaVencidaCard } from "../../../src/cards/fecha-dudosa.ts"
import { cardOfAnswer, type Form, formAsCard } from "../../../src/cards/form.ts"
import {
  conRegresoAlFormulario,
  formularioPorAbrir,
  formularioPorContinuar,
  formularioPorCorregir,
} from "../../../src/cards/form-steps.ts"
import { legibleCard } from "../../../src/cards/legible-card.ts"
import { limiteCard } from "../../../src/cards/limite.ts"
import {
  cuentaDesvinculada,
  cuentaNoVinculada,
  cuentaSinVincular,
  quienSoy,
  ultimaSecretaria,
} from "../../../src/cards/quien-soy.ts"
import { deConvocatoria } from "./convocatoria.ts"
import { AHORA, organo, persona, primero, texto, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const form: Form = {
  id: "sesion.crear",
  title: texto(120),
  intro: texto(3_000),
  fields: veces(12, (i) => ({
    name: `campo${i}`,
    label: texto(120),
    hint: texto(300),
    input: "parrafo",
    required: i % 2 === 0,
    value: texto(3_000),
    choices: veces(20, (n) => ({ label: texto(120), value: `opcion-${n}` })),
    maxLength: 3_000,
  })),
  submit: "Registrar",
  problems: veces(12, (i) => ({ field: `campo${i}`, message: texto(500) })),
}
const ABRIR = "formulario:abcdefghijklmnopqrstu1:0:r"
const sugerencia = (i: number) => ({
  command: mencion("sesion.agenda", `/sesion agenda ${texto(300)}`),
  id: `sesion.agenda:SO-${100 + i}`,
})
const card = primero(deConvocatoria.convocatoriaCard())

export const general = {
  limiteCard: () => [
    limiteCard(
      { clase: "propuesta", ambito: "institucion", espera: 86_400_000, now: AHORA, zona: "America/Tijuana" },
      { otraVez: "plenaria.responder:abcdefghijklmnopqrstuv.0", conTexto: true },
    ),
    limiteCard(
      { clase: "orden", ambito: "persona", espera: 1_000, now: AHORA, zona: "America/Mexico_City" },
      { otraVez: null, conTexto: true },
    ),
  ],
  cuentaDesvinculada: () => [cuentaDesvinculada(persona)],
  ultimaSecretaria: () => [ultimaSecretaria()],
  cuentaNoVinculada: () => [cuentaNoVinculada()],
  fechaDudosaCard: () => [
    fechaDudosaCard(
      texto(3_000),
      veces(5, (i) => ({ kind: "fecha_hora", fecha: `2026-12-1${i}`, hora: "10:00" }) as const),
    ),
    fechaDudosaCard(texto(3_000), [{ kind: "hora", hora: "05:00" }]),
  ],
  preguntaVencidaCard: () => [preguntaVencidaCard()],
  withActions: () => [withActions(card, (action) => action)],
  withoutFile: () => [withoutFile(card)],
  fittingFile: () => [fittingFile(card, 10), fittingFile(card, 1_000_000)],
  legibleCard: () => [legibleCard(card)],
  deOtroOrgano: () => [deOtroOrgano(card, organo.clave)],
  errorInesperado: () => [errorInesperado("REF-7K3Q")],
  servicioNoDisponible: () => [servicioNoDisponible("REF-7K3Q")],
  textoDemasiadoLargo: () => [textoDemasiadoLargo(1_000_000, 20_000)],
  comandoDesconocido: () => [
    comandoDesconocido({
      typed: texto(3_000),
      name: comando("sesion"),
      nearest: sugerencia(0),
      available: veces(60, () => comando("sesion.punto-agregar")),
    }),
  ],
  elegirComando: () => [elegirComando(texto(3_000), veces(8, sugerencia))],
  palabrasDeMas: () => [palabrasDeMas(texto(3_000), sugerencia(0), mencion("sesion.agenda", texto(300)))],
  opcionesInvalidas: () => [
    opcionesInvalidas(
      veces(20, () => texto(500)),
      mencion("sesion.agenda", texto(300)),
    ),
  ],
  textoProtegidoCard: () => [
    textoProtegidoCard({
      problemas: veces(12, () => texto(900)),
      corregir: "plenaria.corregir:abcdefghijklmnopqrstuv",
      dispensar: "plenaria.dispensar:abcdefghijklmnopqrstuv",
      pidaLo: true,
      sinGuardar: true,
    }),
    textoProtegidoCard({
      problemas: [texto(900)],
      corregir: null,
      dispensar: null,
      pidaLo: true,
      sinGuardar: false,
    }),
  ],
  requiereVinculacion: () => [requiereVinculacion(comando("compromiso.mios"))],
  requiereDesignacion: () => [
    requiereDesignacion(comando("sesion.publicar"), "la Secretaría Técnica", organo.nombreCorto),
  ],
  soloBitacora: () => [soloBitacora(comando("sesion.agenda"), texto(300))],
  botonDesconocido: () => [botonDesconocido()],
  soloSeConsulta: () => [soloSeConsulta()],
  elegirOrgano: () => {
    const organos = veces(40, () => ({ clave: texto(120), nombreCorto: texto(300) }))
    return [elegirOrgano(organos, null), elegirOrgano(organos, "plenaria.responder:abcdefghijklmnopqrstuv.0")]
  },
  formAsCard: () => [formAsCard(form), formAsCard({ ...form, problems: [] })],
  cardOfAnswer: () => {
    const shown = cardOfAnswer({ kind: "form", form })
    return shown === null ? [] : [shown]
  },
  formularioPorAbrir: () => [formularioPorAbrir(form, ABRIR)],
  formularioPorContinuar: () => [formularioPorContinuar(form, 2, 3, ABRIR)],
  formularioPorCorregir: () => [formularioPorCorregir(form, ABRIR), formularioPorCorregir(form, null)],
  conRegresoAlFormulario: () => [
    conRegresoAlFormulario(card, form, ABRIR),
    conRegresoAlFormulario(card, form, null),
  ],
  quienSoy: () => [
    quienSoy({
      clave: persona.clave,
      nombre: persona.nombre,
      cargo: persona.cargo,
      designaciones: veces(14, () => ({
        calidad: "secretaria_tecnica",
        organo: organo.nombreCorto,
        institucion: `${una.nombre} (${una.siglas})`,
        oficio: texto(80),
        desde: "2024-01-01",
        hasta: "2024-12-31",
      })),
      puedeVer: veces(3, () => ({ organo: organo.nombreCorto, que: veces(8, () => texto(300)) })),
      origen: "registro",
    }),
  ],
  cuentaSinVincular: () => [
    cuentaSinVincular(
      { plataforma: texto(30), workspace: "T0PLENARIA", user: "U0ENLACESRE" },
      veces(8, () => texto(300)),
    ),
  ],
} satisfies PeoresCasos
