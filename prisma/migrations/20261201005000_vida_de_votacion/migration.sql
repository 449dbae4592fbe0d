-- AlterTable
ALTER TABLE "integrante" ADD COLUMN     "orden" INTEGER;

-- AlterTable
ALTER TABLE "integrante_sesion" ADD COLUMN     "orden" INTEGER;

-- AlterTable
ALTER TABLE "votacion" ADD COLUMN     "anulada_en" TIMESTAMPTZ(3),
ADD COLUMN     "motivo_anulacion" TEXT,
ADD COLUMN     "suspendida_en" TIMESTAMPTZ(3);

-- Written by hand: what Prisma cannot express. An annulled vote says why; one that waits for the quórum is not closed.
ALTER TABLE "votacion"
  ADD CONSTRAINT "votacion_anulada_con_motivo"
    CHECK (("anulada_en" IS NULL) = ("motivo_anulacion" IS NULL) AND coalesce(btrim("motivo_anulacion"), '-') <> ''),
  ADD CONSTRAINT "votacion_suspendida_sin_cerrar" CHECK ("suspendida_en" IS NULL OR "cerrada_en" IS NULL);
ALTER TABLE "integrante" ADD CONSTRAINT "integrante_orden" CHECK ("orden" >= 1);
-- Whether an acuerdo was adopted is told by its votes, and it is kept in memory with the acuerdo.
CREATE TRIGGER "votacion_avisar_cambio" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "votacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_cambio"();
