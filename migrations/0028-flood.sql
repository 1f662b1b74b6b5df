-- Which place a report came from on which day, and whether it went to the inbox or waits in the held queue. Gone with the
-- report; of those in the inbox also after eight weeks, when nobody needs them to know what is usual.
create table arrival (
  report text primary key references report on delete cascade,
  -- a named place, a cell, or '' where none was said
  at text not null,
  day date not null,
  state text not null check (state in ('let_in', 'above', 'held', 'kept', 'proposed', 'aside')),
  -- which limit held it
  why text check (why in ('place', 'all')),
  reason text check (reason in ('same_words', 'called_for', 'not_lived', 'machine')),
  proposed_by text references person on delete set null,
  second_by text references person on delete set null,
  -- the day of the last decision of people about it
  decided date,
  came_back boolean not null default false,
  check ((why is null) = (state in ('let_in', 'above'))),
  check ((reason is null) = (state not in ('proposed', 'aside')))
);
create index arrival_usual on arrival (at, day) where state = 'let_in';
create index arrival_day on arrival (day) where state = 'let_in';
create index arrival_held on arrival (why, at, report) where why is not null;

insert into arrival (report, at, day, state)
  select id, coalesce(place, to_hex(cell), ''), arrived, 'let_in' from report where arrived > current_date - 57;

-- Above a limit and urgent: in the inbox at once, after those that came in the usual way.
alter table inbox add column crowded boolean not null default false;
drop index inbox_order;
create index inbox_order on inbox (soon desc, crowded, urgent_due, due, report) where state <> 'closed';
