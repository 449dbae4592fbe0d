-- CreateEnum
CREATE TYPE "ritmo_informe" AS ENUM ('mensual', 'trimestral', 'dias_habiles');

-- AlterTable
ALTER TABLE "compromiso" ADD COLUMN     "cadencia" "ritmo_informe",
ADD COLUMN     "cadencia_desde" DATE,
ADD COLUMN     "cadencia_dias" INTEGER,
ADD COLUMN     "informado_el" DATE;

-- Written by hand: a rhythm is whole.
ALTER TABLE "compromiso" ADD CONSTRAINT "compromiso_cadencia" CHECK (
  ("cadencia" IS NULL) = ("cadencia_desde" IS NULL)
  AND ("cadencia" IS NOT DISTINCT FROM 'dias_habiles') = ("cadencia_dias" IS NOT NULL)
  AND "cadencia_dias" BETWEEN 3 AND 250);
