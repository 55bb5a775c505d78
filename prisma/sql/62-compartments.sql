-- What a register holds that is older than compartments.
update system s set markings = s.markings
where s.compartment_id = 0 and s.markings && (select caveats from setting)::text[];
