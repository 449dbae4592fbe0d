import { createHash } from "node:crypto"
import { z } from "zod"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { AcuerdoEscrito } from "./preparar.ts"

const guardado = z.object({
  sesionId: z.string(),
  clave: z.string(),
  /** The agreement that it corrects, as it was seen. */
  previo: z.object({ id: z.string(), huella: z.string() }).nullable(),
  escrito: z.object({
    texto: z.string(),
    tipo: z.enum(["con_seguimiento", "informativo", "permanente"]),
    responsables: z.string().nullable(),
    fecha: z.string().nullable(),
    dia: z.string().nullable(),
    punto: z.number().int().nullable(),
    difusion: z.enum(["interna", "integrantes", "publica"]),
    cadencia: z.string().nullable().default(null),
  }),
})

/** What was shown to be confirmed. */
export type BorradorGuardado = Readonly<z.infer<typeof guardado>> & { readonly escrito: AcuerdoEscrito }

const objetoDe = (id: string) => `borrador:${id}`

/**
 * Keeps what was shown, in the log, so that a button can name it after a restart and what is confirmed is what was read.
 * The same words shown twice are one draft. Its id: 16 hexadecimal digits.
 */
export async function guardarBorrador(actuacion: Actuacion, borrador: BorradorGuardado): Promise<string> {
  const id = createHash("sha256")
    .update(JSON.stringify([borrador.sesionId, borrador.clave, borrador.previo, borrador.escrito]))
    .digest("hex")
    .slice(0, 16)
  const { eventos } = actuacion.data.read
  if ((await eventos.byObjeto(objetoDe(id))).length === 0) {
    const entrada = evento(actuacion, "acuerdo.borrador", borrador.sesionId, null, borrador)
    await eventos.append({ ...entrada, objeto: objetoDe(id) })
  }
  return id
}

/** `null`: never kept, or of another session. */
export async function leerBorrador(
  read: Pick<Repositories, "eventos">,
  sesion: Pick<Sesion, "id">,
  id: string | null,
): Promise<BorradorGuardado | null> {
  if (id === null || !/^[0-9a-f]{16}$/u.test(id)) return null
  const [entrada] = await read.eventos.byObjeto(objetoDe(id))
  const found = guardado.safeParse(entrada?.despues).data
  return found?.sesionId === sesion.id ? found : null
}
