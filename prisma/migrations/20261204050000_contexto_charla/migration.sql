-- CreateTable
CREATE TABLE "contexto_charla" (
    "id" TEXT NOT NULL,
    "contenido" JSONB NOT NULL,
    "en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contexto_charla_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contexto_charla_en_idx" ON "contexto_charla"("en");
