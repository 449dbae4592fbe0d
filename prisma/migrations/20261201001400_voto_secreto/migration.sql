-- AlterTable
ALTER TABLE "voto" ALTER COLUMN "sentido" DROP NOT NULL;
