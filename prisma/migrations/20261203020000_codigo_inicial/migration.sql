-- CreateTable
CREATE TABLE "codigo_inicial" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "huella" TEXT NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,
    "vence_en" TIMESTAMPTZ(3) NOT NULL,
    "intentos" INTEGER NOT NULL DEFAULT 0,
    "usado_en" TIMESTAMPTZ(3),
    "adapter" TEXT,
    "workspace" TEXT,
    "user" TEXT,

    CONSTRAINT "codigo_inicial_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "codigo_inicial" ADD CONSTRAINT "codigo_inicial_uno" CHECK ("id" = 1);
ALTER TABLE "codigo_inicial" ADD CONSTRAINT "codigo_inicial_cuenta" CHECK (num_nonnulls("usado_en", "adapter", "workspace", "user") IN (0, 4));
