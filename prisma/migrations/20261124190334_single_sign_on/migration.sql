-- AlterTable
ALTER TABLE "setting" ADD COLUMN     "break_glass_id" UUID,
ADD COLUMN     "break_glass_used_at" TIMESTAMPTZ(6),
ADD COLUMN     "local_sign_in" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "group_role" (
    "group_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "group_role_pkey" PRIMARY KEY ("group_name","role")
);

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_break_glass_id_fkey" FOREIGN KEY ("break_glass_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
