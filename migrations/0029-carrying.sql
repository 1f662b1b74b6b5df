-- How much one person takes on, said by themselves or an organiser, and until when they are away.
create table carrying (
  person text primary key references person on delete cascade,
  -- the most open reports; null: nobody said
  most integer check (most between 0 and 500),
  -- the last day away
  away date,
  -- open reports when the week began: what public pages say of it moves with the week, never with one report
  carried integer not null default 0 check (carried >= 0),
  week date,
  -- the last day at the desk
  here date
);
