-- CreateEnum
CREATE TYPE "estado_vinculacion" AS ENUM ('pendiente', 'aprobada', 'rechazada', 'sustituida');

-- AlterEnum
ALTER TYPE "audiencia" ADD VALUE 'persona';

-- CreateTable
CREATE TABLE "solicitud_vinculacion" (
    "id" UUID NOT NULL,
    "numero" SERIAL NOT NULL,
    "organo_id" UUID NOT NULL,
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "externa" BOOLEAN NOT NULL,
    "institucion_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "cargo" TEXT NOT NULL,
    "calidad" "calidad" NOT NULL,
    "oficio" TEXT,
    "estado" "estado_vinculacion" NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "resuelta_en" TIMESTAMPTZ(3),
    "resuelve_id" UUID,
    "persona_id" UUID,
    "motivo" TEXT,

    CONSTRAINT "solicitud_vinculacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "codigo_personal" (
    "id" UUID NOT NULL,
    "persona_id" UUID NOT NULL,
    "organo_id" UUID NOT NULL,
    "creado_por" UUID NOT NULL,
    "huella" TEXT NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "cerrado_en" TIMESTAMPTZ(3),

    CONSTRAINT "codigo_personal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "solicitud_vinculacion_numero_key" ON "solicitud_vinculacion"("numero");

-- CreateIndex
CREATE INDEX "solicitud_vinculacion_organo_id_estado_idx" ON "solicitud_vinculacion"("organo_id", "estado");

-- CreateIndex
CREATE INDEX "solicitud_vinculacion_adapter_workspace_user_idx" ON "solicitud_vinculacion"("adapter", "workspace", "user");

-- CreateIndex
CREATE INDEX "solicitud_vinculacion_institucion_id_idx" ON "solicitud_vinculacion"("institucion_id");

-- CreateIndex
CREATE INDEX "solicitud_vinculacion_resuelve_id_idx" ON "solicitud_vinculacion"("resuelve_id");

-- CreateIndex
CREATE INDEX "solicitud_vinculacion_persona_id_idx" ON "solicitud_vinculacion"("persona_id");

-- CreateIndex
CREATE UNIQUE INDEX "codigo_personal_huella_key" ON "codigo_personal"("huella");

-- CreateIndex
CREATE INDEX "codigo_personal_persona_id_idx" ON "codigo_personal"("persona_id");

-- CreateIndex
CREATE INDEX "codigo_personal_creado_por_idx" ON "codigo_personal"("creado_por");

-- CreateIndex
CREATE INDEX "codigo_personal_organo_id_idx" ON "codigo_personal"("organo_id");

-- AddForeignKey
ALTER TABLE "solicitud_vinculacion" ADD CONSTRAINT "solicitud_vinculacion_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud_vinculacion" ADD CONSTRAINT "solicitud_vinculacion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud_vinculacion" ADD CONSTRAINT "solicitud_vinculacion_resuelve_id_fkey" FOREIGN KEY ("resuelve_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solicitud_vinculacion" ADD CONSTRAINT "solicitud_vinculacion_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codigo_personal" ADD CONSTRAINT "codigo_personal_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codigo_personal" ADD CONSTRAINT "codigo_personal_creado_por_fkey" FOREIGN KEY ("creado_por") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codigo_personal" ADD CONSTRAINT "codigo_personal_organo_id_fkey" FOREIGN KEY ("organo_id") REFERENCES "organo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: at most one request of an account waits in a body; the others are over.
CREATE UNIQUE INDEX "solicitud_vinculacion_en_espera" ON "solicitud_vinculacion" ("adapter", "workspace", "user", "organo_id")
  WHERE "estado" = 'pendiente';

-- What somebody said of themselves is looked through too when a text is erased.
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('"textos_guardados"'::regproc),
    $que$('designacion', ARRAY['oficio'], suyo, 'NULL'),$que$,
    $que$('designacion', ARRAY['oficio'], suyo, 'NULL'),
    ('solicitud_vinculacion', ARRAY['nombre', 'cargo', 'oficio', 'motivo'], suyo, 'NULL'),$que$);
END $do$;
