-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "look_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "restauracion" (
    "id" UUID NOT NULL,
    "tomado_en" TIMESTAMPTZ(3) NOT NULL,
    "restaurado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "restauracion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "restauracion_restaurado_en_idx" ON "restauracion"("restaurado_en");
