-- Counts of the last minutes: not worth the disk's time, and of no harm when a crash takes them.
alter table rate_limit set unlogged;
