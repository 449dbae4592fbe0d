-- AlterTable
ALTER TABLE "organo" ADD COLUMN     "correo" TEXT;
