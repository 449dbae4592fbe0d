-- AlterTable
ALTER TABLE "compromiso" ADD COLUMN     "reprogramaciones" INTEGER NOT NULL DEFAULT 0;

-- Until now a new date could be given once.
UPDATE "compromiso" SET "reprogramaciones" = 1 WHERE "fecha_reprogramada" IS NOT NULL;
ALTER TABLE "compromiso" ADD CONSTRAINT "compromiso_reprogramaciones"
  CHECK ("reprogramaciones" >= 0 AND ("reprogramaciones" > 0) = ("fecha_reprogramada" IS NOT NULL));
