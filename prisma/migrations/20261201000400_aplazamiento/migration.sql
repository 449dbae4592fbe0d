-- CreateTable
CREATE TABLE "aplazamiento" (
    "id" UUID NOT NULL,
    "secuencia" BIGSERIAL NOT NULL,
    "compromiso_id" UUID NOT NULL,
    "hasta" DATE NOT NULL,
    "persona_id" UUID NOT NULL,
    "plataforma" "plataforma" NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aplazamiento_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "aplazamiento_secuencia_key" ON "aplazamiento"("secuencia");

-- CreateIndex
CREATE INDEX "aplazamiento_compromiso_id_secuencia_idx" ON "aplazamiento"("compromiso_id", "secuencia");

-- CreateIndex
CREATE INDEX "aplazamiento_hasta_idx" ON "aplazamiento"("hasta");

-- CreateIndex
CREATE INDEX "aplazamiento_persona_id_idx" ON "aplazamiento"("persona_id");

-- AddForeignKey
ALTER TABLE "aplazamiento" ADD CONSTRAINT "aplazamiento_compromiso_id_fkey" FOREIGN KEY ("compromiso_id") REFERENCES "compromiso"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aplazamiento" ADD CONSTRAINT "aplazamiento_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
