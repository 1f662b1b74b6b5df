-- Whoever keeps public pages in memory hears of every change to what they show: after the commit, once for each
-- transaction. Nothing about reports is among it.
create function public_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('upstander_public', '');
  return null;
end $$;

create trigger public_changed after insert or update or delete or truncate on ask
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on ask_event
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on ask_answer
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on answer_file
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on ask_visit
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on correction
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on body
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on body_terms
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on area
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on area_cell
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on place
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on place_body
  for each statement execute function public_changed();
create trigger public_changed after insert or update or delete or truncate on name_wanted
  for each statement execute function public_changed();
