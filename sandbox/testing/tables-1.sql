create table if not exists meta (
  key text primary key,
  value text not null
);
create table if not exists realms (
  realm text primary key,
  seq int8 not null
);
create table if not exists accounts (
  account text primary key,
  name text not null,
  realm text not null references realms,
  training boolean not null
);
create table if not exists sessions (
  token text primary key,
  account text not null references accounts
);
create table if not exists docs (
  id text primary key,
  realm text not null references realms,
  kind text not null,
  template text not null,
  rev int8 not null,
  stage text not null,
  round int8 not null,
  meta_seq int8 not null,
  receipt text
);
create table if not exists fields (
  doc text not null references docs,
  path text not null,
  v json,
  fr int8 not null,
  seq int8 not null,
  deleted boolean not null,
  primary key (doc, path)
);
create index if not exists fields_by_seq on fields (doc, seq);
create table if not exists feed (
  doc text primary key references docs,
  realm text not null references realms,
  seq int8 not null
);
create unique index if not exists feed_by_seq on feed (realm, seq);
create table if not exists acks (
  client text not null,
  doc text not null,
  last_n int8 not null,
  hash text not null,
  outcome text not null,
  primary key (client, doc)
);
create table if not exists submissions (
  id text primary key,
  realm text not null references realms,
  doc text not null references docs,
  round int8 not null,
  state text not null check (state in ('received', 'ended')),
  body_hash text not null,
  answer text not null,
  snapshot text,
  received_at text not null
);
create unique index if not exists one_received_per_round
  on submissions (doc, round) where state = 'received';
create table if not exists receipt_numbers (
  realm text not null references realms,
  year int8 not null,
  last int8 not null,
  primary key (realm, year)
);
