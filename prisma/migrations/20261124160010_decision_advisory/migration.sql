-- CreateIndex
CREATE INDEX "decision_advisory_id_idx" ON "decision"("advisory_id");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_advisory_id_fkey" FOREIGN KEY ("advisory_id") REFERENCES "advisory"("id") ON DELETE SET NULL ON UPDATE CASCADE;
