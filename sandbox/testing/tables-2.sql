create table if not exists meta (
  key text primary key,
  value text not null
);
create table if not exists realms (
  realm text primary key,
  seq int8 not null,
  pruned_seq int8 not null default 0
);
create table if not exists accounts (
  account text primary key,
  name text not null,
  email text not null,
  realm text not null references realms,
  role text not null,
  countries text not null
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
  deleted boolean not null default false,
  receipt text
);
create table if not exists fields (
  doc text not null references docs,
  path text not null,
  v json,
  fr int8 not null,
  seq int8 not null,
  deleted boolean not null,
  at int8 not null default 0,
  primary key (doc, path)
);
create index if not exists fields_by_seq on fields (doc, seq);
create table if not exists text_history (
  doc text not null references docs,
  path text not null,
  fr int8 not null,
  seq int8 not null,
  v json not null,
  at int8 not null,
  primary key (doc, path, seq)
);
create table if not exists feed (
  doc text primary key references docs,
  realm text not null references realms,
  seq int8 not null
);
create unique index if not exists feed_by_seq on feed (realm, seq);
create table if not exists members (
  doc text not null references docs,
  realm text not null references realms,
  account text not null references accounts,
  role text,
  seq int8 not null,
  primary key (doc, account)
);
create index if not exists members_by_account on members (account, realm);
create table if not exists invitations (
  id text primary key,
  doc text not null references docs,
  email text not null,
  role text not null
);
create table if not exists acks (
  client text not null,
  doc text not null,
  last_n int8 not null,
  hash text not null,
  outcome text not null,
  at int8 not null default 0,
  primary key (client, doc)
);
create table if not exists submissions (
  id text primary key,
  doc text references docs,
  account text not null,
  round int8 not null,
  state text not null check (state in ('received', 'ended', 'cancelled')),
  body_hash text not null,
  answer text not null,
  snapshot text,
  at int8 not null
);
create unique index if not exists one_received_per_round
  on submissions (doc, round) where state = 'received';
create table if not exists receipt_numbers (
  realm text not null references realms,
  year int8 not null,
  last int8 not null,
  primary key (realm, year)
);
create table if not exists comments (
  id text primary key,
  doc text not null references docs,
  seq int8 not null,
  comment text not null
);
create index if not exists comments_by_seq on comments (doc, seq);
create table if not exists endorsements (
  id text primary key,
  doc text not null references docs,
  account text not null,
  endorsement text not null
);
create index if not exists endorsements_by_doc on endorsements (doc);
create table if not exists file_references (
  sha256 text not null,
  doc text not null references docs,
  primary key (sha256, doc)
);
create table if not exists file_senders (
  sha256 text not null,
  account text not null,
  primary key (sha256, account)
);
create table if not exists decisions (
  id text primary key,
  account text not null,
  body_hash text not null,
  answer text not null
);
