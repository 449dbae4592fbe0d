-- DropForeignKey
ALTER TABLE "compromiso" DROP CONSTRAINT "compromiso_acuerdo_id_fkey";

-- DropIndex
DROP INDEX "canal_clave_key";

-- DropIndex
DROP INDEX "canal_organo_id_idx";

-- DropIndex
DROP INDEX "compromiso_acuerdo_id_idx";

-- DropIndex
DROP INDEX "compromiso_clave_key";

-- AlterTable
ALTER TABLE "compromiso" ADD COLUMN     "organo_id" UUID;

-- Each compromiso so far is of the body of its acuerdo.
UPDATE "compromiso" SET "organo_id" = "acuerdo"."organo_id" FROM "acuerdo" WHERE "acuerdo"."id" = "compromiso"."acuerdo_id";
ALTER TABLE "compromiso" ALTER COLUMN "organo_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "acuerdo_id_organo_id_key" ON "acuerdo"("id", "organo_id");

-- CreateIndex
CREATE UNIQUE INDEX "canal_organo_id_clave_key" ON "canal"("organo_id", "clave");

-- CreateIndex
CREATE INDEX "compromiso_acuerdo_id_organo_id_idx" ON "compromiso"("acuerdo_id", "organo_id");

-- CreateIndex
CREATE UNIQUE INDEX "compromiso_organo_id_clave_key" ON "compromiso"("organo_id", "clave");

-- AddForeignKey
ALTER TABLE "compromiso" ADD CONSTRAINT "compromiso_acuerdo_id_organo_id_fkey" FOREIGN KEY ("acuerdo_id", "organo_id") REFERENCES "acuerdo"("id", "organo_id") ON DELETE RESTRICT ON UPDATE CASCADE;
