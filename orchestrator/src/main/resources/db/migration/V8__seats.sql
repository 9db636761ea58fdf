-- A seat is a dialogue whose student is a person. The secret opens it; whoever reads this table may read contexts and keys, too.
create table seat (
  dialogue text primary key references dialogue,
  secret   text not null unique,
  opened   timestamptz,          -- null where nobody has been there
  seen     timestamptz,
  step     text,                 -- what was shown last, and since when
  shown    timestamptz
);
