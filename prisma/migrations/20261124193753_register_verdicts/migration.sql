-- AlterTable
ALTER TABLE "register_entry" ADD COLUMN     "verdicts" TEXT NOT NULL DEFAULT '';
