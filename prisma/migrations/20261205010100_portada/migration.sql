-- CreateTable
CREATE TABLE "portada" (
    "adapter" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "abierta_en" TIMESTAMPTZ(3) NOT NULL,
    "pedida_en" TIMESTAMPTZ(3) NOT NULL,
    "por_renovar" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "portada_pkey" PRIMARY KEY ("adapter","workspace","user")
);
