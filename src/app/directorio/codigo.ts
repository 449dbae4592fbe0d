import { randomBytes } from "node:crypto"
import { cuentaCambiadaCard } from "../../cards/directorio/vinculada.ts"
import { codigoEscrito, escribirCodigo } from "../../domain/texto/codigo.ts"
import { fechaEnZona, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { admiteIntento } from "../admite-intento.ts"
import { huellaDe } from "../conexion/secreto.ts"
import { reparoDeAjena } from "./ajena.ts"
import { avisarCambioDeCuenta, avisarOtraCuenta } from "./avisar.ts"
import { vincularCuenta } from "./cuenta.ts"
import { entregarLoSuyo } from "./entrega.ts"
import { asentar, enDirectorio, type Hecho, hecho, reparo } from "./registro.ts"

/** From when it is given. */
const VALE_MS = 72 * 60 * 60_000
const BYTES = 16

/** A code for one person, told this one time; those before it are good for nothing. */
export function darCodigoPersonal(
  { data, organo, persona: quien, plataforma, now }: Actuacion,
  persona: Persona,
): Promise<Hecho<{ readonly codigo: string; readonly venceEn: Instante }>> {
  const codigo = escribirCodigo(randomBytes(BYTES))
  const venceEn = sumarMs(now, VALE_MS)
  return enDirectorio(data, { persona: quien, organoId: organo.id, plataforma, now }, async (registro) => {
    const ajena = await reparoDeAjena(registro, persona)
    if (ajena) return reparo(ajena)
    await registro.repositories.vinculaciones.giveCode(
      {
        personaId: persona.id,
        organoId: organo.id,
        creadoPor: quien.id,
        huella: huellaDe(codigoEscrito(codigo)),
        venceEn,
      },
      now,
    )
    await asentar(registro, { tipo: "codigo.dado", objeto: `persona:${persona.id}`, despues: { venceEn } })
    return hecho({ codigo, venceEn })
  })
}

interface QuienTrae {
  readonly data: UnitOfWork
  readonly user: ExternalUser
  readonly plataforma: NewEvento["plataforma"]
  readonly now: Instante
}

/**
 * The account is the person's for whom the code was given. `null`: it is wrong, used, over, or the account has tried too often:
 * which of them is not said. Every try is on record, and no code in any.
 */
export async function usarCodigoPersonal(quien: QuienTrae, typed: string): Promise<Persona | null> {
  const { data, user, plataforma, now } = quien
  if (!(await admiteIntento(quien))) return null
  const autor = { persona: null, organoId: null, plataforma, now }
  const result = await enDirectorio<Hecho<Persona> | { readonly kind: "no_sirve" }>(
    data,
    autor,
    async (registro) => {
      const { vinculaciones, personas, organos } = registro.repositories
      const codigo = await vinculaciones.useCode(huellaDe(codigoEscrito(typed)), now)
      const persona = codigo && (await personas.byId(codigo.personaId))
      const organo = codigo && (await organos.byId(codigo.organoId))
      if (!persona || !organo) return { kind: "no_sirve" }
      const suyo = { ...registro, persona, organoId: organo.id }
      const vinculada = await vincularCuenta(suyo, user, persona)
      if (vinculada.kind === "reparo") return vinculada
      await avisarOtraCuenta(registro.repositories, organo, { persona, nueva: user, now })
      await avisarCambioDeCuenta(registro.repositories, organo, {
        card: cuentaCambiadaCard(organo, persona, cuentaEnTexto(user), "codigo"),
        subject: ["cuenta-codigo", codigo.id],
        now,
      })
      const hoy = fechaEnZona(now, organo.zona)
      await entregarLoSuyo(registro, user, { organo, persona, hoy })
      return hecho(persona)
    },
  )
  if (result.kind === "hecho") return result.valor
  await data.transaction(({ eventos }) =>
    eventos.append({
      tipo: "codigo.rechazado",
      objeto: "persona:desconocida",
      organoId: null,
      personaId: null,
      plataforma,
      antes: null,
      despues: { cuenta: cuentaEnTexto(user) },
      instante: now,
    }),
  )
  return null
}

export const cuentaEnTexto = ({ adapter, workspace, user }: ExternalUser): string =>
  `${adapter}/${workspace}/${user}`
