-- Who sealed how many reports anew for whose key: one row a batch, written with it, never changed. No report is named.
create table shared_again (
  number bigint generated always as identity primary key,
  day date not null,
  by_name text not null check (by_name <> ''),
  -- the reader's id, as in the signed list, and the name it was signed under
  reader text not null,
  for_name text not null check (for_name <> ''),
  reports integer not null check (reports > 0)
);

create function shared_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was shared stays written' using errcode = 'check_violation';
end $$;
create trigger shared_stays before update or delete on shared_again
  for each statement execute function shared_stays();
