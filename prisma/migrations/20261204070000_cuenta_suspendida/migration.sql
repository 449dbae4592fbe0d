-- AlterTable
ALTER TABLE "cuenta_chat" ADD COLUMN     "suspendida_en" TIMESTAMPTZ(3);
