-- CreateTable
CREATE TABLE "cabeza_bitacora" (
    "fecha" DATE NOT NULL,
    "tamano" BIGINT NOT NULL,
    "raiz" TEXT NOT NULL,
    "autoridad" TEXT,
    "calculada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cabeza_bitacora_pkey" PRIMARY KEY ("fecha")
);

-- CreateTable
CREATE TABLE "sello_de_tiempo" (
    "fecha" DATE NOT NULL,
    "autoridad" TEXT NOT NULL,
    "respuesta" BYTEA NOT NULL,
    "recibida_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sello_de_tiempo_pkey" PRIMARY KEY ("fecha")
);

-- AddForeignKey
ALTER TABLE "sello_de_tiempo" ADD CONSTRAINT "sello_de_tiempo_fecha_fkey" FOREIGN KEY ("fecha") REFERENCES "cabeza_bitacora"("fecha") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what was said of the chain is not unsaid.
CREATE TRIGGER "cabeza_bitacora_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "cabeza_bitacora"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "sello_de_tiempo_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sello_de_tiempo"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
