-- CreateTable
CREATE TABLE "uso_limite" (
    "clase" TEXT NOT NULL,
    "ambito" TEXT NOT NULL,
    "clave" TEXT NOT NULL,
    "fichas" DOUBLE PRECISION NOT NULL,
    "en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uso_limite_pkey" PRIMARY KEY ("clase","ambito","clave")
);

-- CreateIndex
CREATE INDEX "uso_limite_en_idx" ON "uso_limite"("en");
