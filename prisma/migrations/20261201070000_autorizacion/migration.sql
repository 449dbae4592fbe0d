-- CreateEnum
CREATE TYPE "objeto_autorizacion" AS ENUM ('convocatoria', 'segunda_convocatoria', 'rectificacion', 'diferimiento', 'cancelacion', 'comunicado');

-- CreateEnum
CREATE TYPE "estado_autorizacion" AS ENUM ('por_autorizar', 'autorizada', 'devuelta', 'fuera_de_plazo', 'sin_efecto');

-- CreateEnum
CREATE TYPE "medio_constancia" AS ENUM ('oficio', 'llamada', 'correo');

-- AlterEnum
ALTER TYPE "audiencia" ADD VALUE 'presidencia';

-- CreateTable
CREATE TABLE "autorizacion" (
    "id" UUID NOT NULL,
    "secuencia" BIGSERIAL NOT NULL,
    "sesion_id" UUID NOT NULL,
    "objeto" "objeto_autorizacion" NOT NULL,
    "estado" "estado_autorizacion" NOT NULL,
    "texto" TEXT NOT NULL,
    "huella" TEXT NOT NULL,
    "pedido" JSONB NOT NULL,
    "solicitante_id" UUID NOT NULL,
    "plataforma" TEXT NOT NULL,
    "solicitada_en" TIMESTAMPTZ(3) NOT NULL,
    "resuelve_id" UUID,
    "resuelta_en" TIMESTAMPTZ(3),
    "motivo" TEXT,
    "medio" "medio_constancia",
    "constancia" TEXT,

    CONSTRAINT "autorizacion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "autorizacion_secuencia_key" ON "autorizacion"("secuencia");

-- CreateIndex
CREATE INDEX "autorizacion_sesion_id_secuencia_idx" ON "autorizacion"("sesion_id", "secuencia");

-- CreateIndex
CREATE INDEX "autorizacion_estado_idx" ON "autorizacion"("estado");

-- CreateIndex
CREATE INDEX "autorizacion_solicitante_id_idx" ON "autorizacion"("solicitante_id");

-- CreateIndex
CREATE INDEX "autorizacion_resuelve_id_idx" ON "autorizacion"("resuelve_id");

-- AddForeignKey
ALTER TABLE "autorizacion" ADD CONSTRAINT "autorizacion_sesion_id_fkey" FOREIGN KEY ("sesion_id") REFERENCES "sesion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "autorizacion" ADD CONSTRAINT "autorizacion_solicitante_id_fkey" FOREIGN KEY ("solicitante_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "autorizacion" ADD CONSTRAINT "autorizacion_resuelve_id_fkey" FOREIGN KEY ("resuelve_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One thing waits for the presidencia in a session: of two who ask at once, the second finds the first.
CREATE UNIQUE INDEX "autorizacion_una_abierta" ON "autorizacion"("sesion_id") WHERE "estado" = 'por_autorizar';

ALTER TABLE "autorizacion" ADD CONSTRAINT "autorizacion_resuelta" CHECK (
    CASE "estado"
        WHEN 'por_autorizar' THEN "resuelve_id" IS NULL AND "resuelta_en" IS NULL
        WHEN 'sin_efecto' THEN "resuelta_en" IS NOT NULL
        ELSE "resuelve_id" IS NOT NULL AND "resuelta_en" IS NOT NULL
    END
);
ALTER TABLE "autorizacion" ADD CONSTRAINT "autorizacion_devuelta" CHECK ("estado" <> 'devuelta' OR "motivo" IS NOT NULL);
ALTER TABLE "autorizacion" ADD CONSTRAINT "autorizacion_constancia" CHECK (("medio" IS NULL) = ("constancia" IS NULL));

-- What was asked stays as it was asked, and what was answered as it was answered.
CREATE FUNCTION "autorizacion_no_se_reescribe"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."estado" <> 'por_autorizar' OR (OLD."sesion_id", OLD."objeto", OLD."texto", OLD."huella", OLD."pedido", OLD."solicitante_id", OLD."solicitada_en")
        IS DISTINCT FROM (NEW."sesion_id", NEW."objeto", NEW."texto", NEW."huella", NEW."pedido", NEW."solicitante_id", NEW."solicitada_en") THEN
        RAISE EXCEPTION 'an authorisation is answered once, and what was asked is never rewritten';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "autorizacion_no_se_reescribe" BEFORE UPDATE ON "autorizacion"
    FOR EACH ROW EXECUTE FUNCTION "autorizacion_no_se_reescribe"();
