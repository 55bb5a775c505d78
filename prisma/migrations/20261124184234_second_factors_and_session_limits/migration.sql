-- AlterTable
ALTER TABLE "setting" ADD COLUMN     "second_factor_roles" TEXT[] DEFAULT ARRAY['approver', 'administrator']::TEXT[],
ADD COLUMN     "session_hours" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "session_idle_minutes" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "second_factor" TEXT;

-- CreateTable
CREATE TABLE "authenticator" (
    "user_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "recovery_code_hashes" TEXT[],
    "recovery_codes_left" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
