-- Of the last week that is over: how much of what came waited apart, in tens of a hundred. One row, written when a week begins
-- and not touched until the next, so that no report moves a public page.
create table held_share (
  singular boolean primary key default true check (singular),
  -- the Monday the week began with
  week date not null,
  tens integer not null check (tens between 0 and 10)
);
