-- What was withdrawn does not come back. A withdrawal that ends while an insert waits for it is seen by no part of that
-- insert, only by a statement after it, as this is one.
create function refuse_withdrawn() returns trigger language plpgsql as $$
begin
  if exists (select from arrived join tombstone on tombstone.report = arrived.id) then
    raise exception 'A withdrawn report does not come back' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger refuse_withdrawn after insert on report
  referencing new table as arrived for each statement execute function refuse_withdrawn();
