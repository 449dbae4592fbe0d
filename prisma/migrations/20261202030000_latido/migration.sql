-- CreateTable
CREATE TABLE "latido" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "latido_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "latido" ADD CONSTRAINT "latido_uno" CHECK ("id" = 1);
