import {
  directorioCard,
  directorioExportadoCard,
  type RenglonDirectorio,
  sinResultadoCard,
} from "../../../src/cards/directorio/directorio.ts"
import { notaDirectorioCard } from "../../../src/cards/directorio/nota.ts"
import {
  confirmarTerminoCard,
  cualDesignacionCard,
  mismaPersonaCard,
  tocayaCard,
} from "../../../src/cards/directorio/pregunta.ts"
import {
  asientoCard,
  designacionCard,
  designacionTerminadaCard,
  institucionAgregadaCard,
  institucionRenombradaCard,
  institucionSucedidaCard,
  personaCard,
} from "../../../src/cards/directorio/registrada.ts"
import {
  confirmarRelevoCard,
  entregaDelCargoCard,
  graciasCard,
  relevoRegistradoCard,
} from "../../../src/cards/directorio/relevo.ts"
import {
  cuentaSinEspacioCard,
  solicitudEnviadaCard,
  solicitudesCard,
  solicitudResueltaCard,
  solicitudVinculacionCard,
  yaVinculadaCard,
} from "../../../src/cards/directorio/solicitud.ts"
import {
  confirmarSuspensionCard,
  cuentaEnSuspensoCard,
  cuentaSuspendidaAviso,
  suspensionCambiadaCard,
  ultimaSecretariaNoSeSuspende,
} from "../../../src/cards/directorio/suspendida.ts"
import {
  bienvenidaCard,
  codigoPersonalCard,
  codigoPersonalNoSirveCard,
  cuentaCambiadaCard,
  nadieCard,
  noSoyYoCard,
  otraCuentaCard,
  vinculacionRechazadaCard,
  vinculacionResueltaCard,
  vinculadaConCodigoCard,
} from "../../../src/cards/directorio/vinculada.ts"
import {
  CALIDADES,
  type Designacion,
  type Integrante,
  type Persona,
  type SolicitudVinculacion,
} from "../../../src/domain/tipos/directorio.ts"
import { vistas } from "./compromiso.ts"
import { AHORA, HOY, id, instituciones, organo, sesion, texto, URL_LARGA, una, veces } from "./mundo.ts"
import type { PeoresCasos } from "./tabla.ts"

const persona: Persona = {
  id: id(),
  clave: texto(118),
  nombre: texto(200),
  titulo: texto(40),
  cargo: texto(300),
  origen: "registro",
}
const designacion: Designacion = {
  id: id(),
  personaId: persona.id,
  organoId: organo.id,
  institucionId: una.id,
  calidad: "invitado_especial",
  oficio: texto(200),
  desde: HOY,
  hasta: HOY,
}
const asiento: Integrante = {
  id: id(),
  organoId: organo.id,
  institucionId: una.id,
  conVoto: true,
  rol: "presidencia",
  orden: 999,
  fundamento: texto(300),
  desde: HOY,
  hasta: HOY,
}
const renglones: readonly RenglonDirectorio[] = veces(40, (i) => {
  const institucion = i % 9 === 0 ? null : (instituciones[i % instituciones.length] ?? una)
  return {
    persona: { ...persona, nombre: texto(200), cargo: texto(300) },
    calidad: CALIDADES[i % CALIDADES.length] ?? "enlace",
    institucion,
    nombreInstitucion: institucion?.nombre ?? null,
    desde: HOY,
    hasta: i % 2 === 0 ? null : HOY,
  }
})
const solicitud: SolicitudVinculacion = {
  id: id(),
  numero: 2_000_000_000,
  organoId: organo.id,
  adapter: "discord",
  workspace: "9".repeat(20),
  user: "9".repeat(20),
  externa: true,
  institucionId: una.id,
  nombre: texto(200),
  cargo: texto(300),
  calidad: "enlace",
  oficio: texto(200),
  estado: "pendiente",
  creadaEn: AHORA,
  resueltaEn: null,
  resuelveId: null,
  personaId: null,
  motivo: null,
}
const asuntos = vistas.slice(0, 30).map((vista) => ({
  ...vista,
  ultimo: {
    id: id(),
    compromisoId: id(),
    texto: texto(3_000),
    url: URL_LARGA,
    porcentaje: 100,
    personaId: null,
    registradoEn: AHORA,
  },
}))
const cuenta = "discord/99999999999999999999/99999999999999999999"
const puesto = { designacion, institucion: una }
const relevo = { sale: persona, puesto, llega: persona, oficio: texto(200), desde: HOY }

const pendientes = [
  ...veces(20, () => ({ kind: "termina", designacion, persona, institucion: una }) as const),
  ...instituciones.map((institucion) => ({ kind: "sin_titular", institucion }) as const),
  ...instituciones.map((institucion) => ({ kind: "sin_enlace", institucion }) as const),
  ...veces(20, () => ({ kind: "sin_cuenta", persona, institucion: una }) as const),
]

export const deDirectorio: PeoresCasos = {
  notaDirectorioCard: () => [notaDirectorioCard(organo, pendientes)],
  directorioCard: () =>
    [true, false].map((registra) =>
      directorioCard(organo, renglones, { pagina: 2, buscado: texto(60), registra }),
    ),
  sinResultadoCard: () => [sinResultadoCard(organo, texto(200))],
  directorioExportadoCard: () => [directorioExportadoCard(organo, renglones)],
  institucionAgregadaCard: () => [null, asiento].map((uno) => institucionAgregadaCard(organo, una, uno)),
  institucionRenombradaCard: () => [institucionRenombradaCard(una, una, HOY)],
  institucionSucedidaCard: () => [institucionSucedidaCard(una, una, HOY, 9_999)],
  asientoCard: () => [asientoCard(organo, una, asiento)],
  personaCard: () => [true, false].map((nueva) => personaCard(persona, nueva)),
  designacionCard: () => [designacionCard(persona, designacion, una)],
  designacionTerminadaCard: () => [designacionTerminadaCard(persona, designacion, una)],
  mismaPersonaCard: () => [mismaPersonaCard(persona)],
  confirmarRelevoCard: () => [confirmarRelevoCard(relevo)],
  relevoRegistradoCard: () =>
    [true, false].map((conCuenta) => relevoRegistradoCard(relevo, persona, conCuenta)),
  entregaDelCargoCard: () =>
    [null, sesion].map((proxima) =>
      entregaDelCargoCard({ organo, persona, institucion: una, asuntos, sesion: proxima, hoy: HOY }),
    ),
  graciasCard: () => [graciasCard(organo, persona, puesto, HOY)],
  tocayaCard: () => [tocayaCard(persona.nombre, persona.clave)],
  cualDesignacionCard: () => [
    cualDesignacionCard(
      persona,
      veces(12, () => puesto),
    ),
  ],
  solicitudVinculacionCard: () =>
    [[], [persona, { ...persona, clave: "ana" }].map((una) => ({ ...una, conCuenta: true }))].map(
      (parecidas) =>
        solicitudVinculacionCard({ organo, solicitud, institucion: una, parecidas, espacioDe: una }),
    ),
  solicitudesCard: () =>
    [0, 40].map((n) =>
      solicitudesCard(
        organo,
        veces(n, (i) => ({ solicitud: { ...solicitud, numero: solicitud.numero - i }, institucion: una })),
      ),
    ),
  solicitudEnviadaCard: () =>
    [true, false].map((avisada) => solicitudEnviadaCard(organo, solicitud, avisada)),
  yaVinculadaCard: () => [yaVinculadaCard(persona)],
  cuentaSinEspacioCard: () => [cuentaSinEspacioCard()],
  solicitudResueltaCard: () => [solicitudResueltaCard(solicitud.numero)],
  bienvenidaCard: () =>
    [una, null].map((institucion) => bienvenidaCard({ organo, persona, calidad: "titular", institucion })),
  vinculadaConCodigoCard: () => [vinculadaConCodigoCard(persona)],
  vinculacionRechazadaCard: () => [vinculacionRechazadaCard(organo, texto(500))],
  vinculacionResueltaCard: () =>
    [null, persona].map((quien) => vinculacionResueltaCard(solicitud.numero, quien)),
  codigoPersonalCard: () => [
    codigoPersonalCard({ persona, codigo: "ABCD-".repeat(6), venceEn: AHORA, zona: organo.zona }),
  ],
  codigoPersonalNoSirveCard: () => [codigoPersonalNoSirveCard()],
  otraCuentaCard: () => [otraCuentaCard(organo, persona, cuenta)],
  cuentaCambiadaCard: () =>
    (["codigo", "no_soy_yo", "desvinculada"] as const).map((que) =>
      cuentaCambiadaCard(organo, persona, cuenta, que),
    ),
  cuentaSuspendidaAviso: () =>
    (["suspendida", "activa"] as const).flatMap((queda) =>
      (["persona", "secretaria"] as const).map((para) =>
        cuentaSuspendidaAviso({
          persona,
          cuenta,
          motivo: texto(300),
          queda,
          porOrgano: organo,
          para,
          organo,
        }),
      ),
    ),
  confirmarSuspensionCard: () =>
    (["suspendida", "activa"] as const).map((queda) => confirmarSuspensionCard(cuenta, queda)),
  suspensionCambiadaCard: () =>
    [null, { noSalieron: 900 }].map((hecho) => suspensionCambiadaCard(persona, "suspendida", hecho)),
  cuentaEnSuspensoCard: () => [cuentaEnSuspensoCard()],
  ultimaSecretariaNoSeSuspende: () => [ultimaSecretariaNoSeSuspende()],
  noSoyYoCard: () => [noSoyYoCard()],
  nadieCard: () => [nadieCard()],
  confirmarTerminoCard: () => [confirmarTerminoCard(persona, puesto, HOY)],
}
