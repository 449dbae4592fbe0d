import type { CargoInstitucion } from "../../domain/cargo/cargo.ts"

/** Posts that institutions hold. Registering one also appends its Evento, in the same transaction. */
export interface CargoRepository {
  /** By name, then newest term first. */
  list(organoId: string): Promise<readonly CargoInstitucion[]>
  /** `null`: that post with a term from that day is on record. */
  register(cargo: Omit<CargoInstitucion, "id">): Promise<CargoInstitucion | null>
}
