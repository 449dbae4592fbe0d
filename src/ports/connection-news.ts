import type { CambioDeCanal } from "../domain/tipos/canal.ts"
import type { Destination } from "./chat-adapter.ts"
import type { Espacio } from "./conexiones.ts"

/** What an adapter tells of the workspaces that it opens. It never rejects. */
export interface ConnectionNews {
  /** The settings' own credentials open it: at the start, or since somebody invited the bot there. */
  opened(espacio: Espacio & { readonly nombre: string; readonly permisos: readonly string[] }): Promise<void>
  /** The settings' own credentials open these of the platform, and no others any more. */
  present(adapter: Espacio["adapter"], workspaces: readonly string[]): Promise<void>
  /** The platform took the bot's access back. `motivo`: plain Spanish. */
  lost(espacio: Espacio & { readonly motivo: string }): Promise<void>
  /**
   * Something about a channel changed, of whichever the bot hears: it is looked at again. `cambio`: how it came to be read
   * by more people, where the news itself says so.
   */
  channel(place: Destination, cambio: CambioDeCanal | null): Promise<void>
}
