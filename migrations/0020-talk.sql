-- How often a pause was shown or held out and what became of the words, and how often a reply was looked for: numbers of
-- a week. No text, no person, no place, no thread. Numbers of another version of the pause are other numbers.
create table talk_count (
  week date not null check (extract(isodow from week) = 1),
  version smallint not null check (version > 0),
  what text not null check (what ~ '^[a-z_]+([.][a-z_]+){1,2}$' and length(what) <= 40),
  count integer not null check (count > 0),
  primary key (week, version, what)
);
