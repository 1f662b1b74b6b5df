-- Where somebody who works here wants news of the desk, as they said it themselves. It goes with Lock now and with their key.
create table person_mail (
  person text primary key references person on delete cascade,
  address text not null,
  language text not null check (language ~ '^[a-z]{2,3}(-[a-z]+)*$'),
  -- the last day on which each kind of news was mailed
  came_in date,
  readers date
);
