/** Changes whenever the tables do: an archive with another number is made again from the content. */
export const SCHEMA_VERSION = 12;

/** Marks a SQLite file as ours, in its header. */
export const APPLICATION_ID = 0x0da7e11e;

export const SCHEMA = `
-- What the last build was made with: edition, now.
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every content file that was read; of pictures only those that a published page shows.
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  folder TEXT NOT NULL,     -- key of the folder that it is in
  object_id TEXT,           -- Git's name of the content, where the file was committed and clean
  size INTEGER,             -- bytes, where it was not
  modified REAL,            -- milliseconds, likewise
  hash TEXT NOT NULL,       -- of what was read; empty where it could not be
  folded TEXT NOT NULL,     -- the path as file systems without case or Unicode forms see it
  is_faulty INTEGER NOT NULL, -- has an error: every build reads it again
  is_hidden INTEGER NOT NULL -- a draft or scheduled: nothing else of it is kept
) WITHOUT ROWID;
CREATE INDEX files_folder ON files (folder);
CREATE INDEX files_folded ON files (folded);
CREATE INDEX files_again ON files (path) WHERE is_faulty OR is_hidden;

-- Pictures that a published page shows, as they could last be read: pages that are kept still show them so.
CREATE TABLE pictures (src TEXT PRIMARY KEY, hash TEXT NOT NULL, form TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE folders (
  key TEXT PRIMARY KEY,     -- the path; of one below media/, a hash
  parent TEXT NOT NULL,     -- likewise
  tree_id TEXT              -- Git's name of all that is below, where all of it was committed and clean
) WITHOUT ROWID;
CREATE INDEX folders_parent ON folders (parent);

-- Instants at which reading a file again gives another result.
CREATE TABLE moments (at INTEGER, path TEXT, PRIMARY KEY (at, path)) WITHOUT ROWID;
CREATE INDEX moments_path ON moments (path);

-- Published and withdrawn stories, without their text.
CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  priority INTEGER,
  hash TEXT NOT NULL,       -- of the file
  body_hash TEXT NOT NULL,  -- of the text alone: finds a moved story
  is_kept INTEGER NOT NULL, -- the file has an error since: the page stays as it is
  is_live INTEGER NOT NULL, -- a live blog, which has more pages than one
  story TEXT NOT NULL,      -- JSON
  listing TEXT NOT NULL,    -- JSON of what lists show; empty for a withdrawn story
  month TEXT,               -- whose sitemap lists it, if one does
  modified INTEGER NOT NULL
);
CREATE INDEX stories_body ON stories (body_hash);
CREATE INDEX stories_live ON stories (path) WHERE is_live;
CREATE INDEX stories_kept ON stories (path) WHERE is_kept;
CREATE INDEX stories_withdrawn ON stories (json_extract(story, '$.publication.modifiedAt')) WHERE listing = '';
CREATE INDEX stories_priority ON stories (at) WHERE priority IS NOT NULL;
CREATE INDEX stories_month ON stories (month, modified) WHERE month IS NOT NULL;

-- Which story stands in which list, and when; a corrected story once for each day of corrections.
CREATE TABLE filings (
  list TEXT, at INTEGER, story INTEGER, PRIMARY KEY (list, at, story)
) WITHOUT ROWID;

CREATE TABLE topic_names (
  key TEXT, path TEXT, name TEXT NOT NULL, PRIMARY KEY (key, path)
) WITHOUT ROWID;

CREATE TABLE authors (
  key TEXT PRIMARY KEY, author TEXT NOT NULL,
  is_gone INTEGER NOT NULL  -- the file is gone, but pages that could not be made again may link here
) WITHOUT ROWID;

CREATE TABLE editors_pages (
  path TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, is_kept INTEGER NOT NULL,
  page TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE aliases (alias TEXT, path TEXT, PRIMARY KEY (alias, path)) WITHOUT ROWID;
CREATE INDEX aliases_path ON aliases (path);
CREATE INDEX aliases_like ON aliases (lower(alias));

-- Which story, author or editors' page links to which address, shows which picture or the map of which place, and
-- which story leads with which picture.
CREATE TABLE mentions (kind TEXT, target TEXT, path TEXT, PRIMARY KEY (kind, target, path)) WITHOUT ROWID;
CREATE INDEX mentions_path ON mentions (path);

-- What readers can get. An empty fingerprint: its bytes are not known to be whole or current.
CREATE TABLE pages (
  address TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  hash TEXT NOT NULL,
  superseded INTEGER        -- for assets: when another took their place
) WITHOUT ROWID;
CREATE INDEX pages_subject ON pages (kind, subject);
CREATE INDEX pages_doubtful ON pages (address) WHERE hash = '';
CREATE INDEX pages_superseded ON pages (superseded) WHERE superseded IS NOT NULL;

-- How readers get an address differently, as long as nobody was told: added, changed or removed.
CREATE TABLE changes (address TEXT PRIMARY KEY, change TEXT NOT NULL) WITHOUT ROWID;

-- Which story is in which bundle of the search index, as of which content of its file; empty where the bundle
-- may hold more of it or less.
CREATE TABLE search_records (
  path TEXT, bundle TEXT, hash TEXT NOT NULL, PRIMARY KEY (path, bundle)
) WITHOUT ROWID;
CREATE INDEX search_records_bundle ON search_records (bundle);
CREATE TABLE search_bundles (
  name TEXT PRIMARY KEY,
  rules TEXT NOT NULL,      -- by which it was made; empty where it is to be made again
  listed TEXT NOT NULL,     -- JSON of its part of the list of bundles; empty where its files may not be whole
  files TEXT NOT NULL       -- JSON of the names of all files that it may have
) WITHOUT ROWID;

CREATE TABLE queue (
  rank INTEGER, address TEXT, kind TEXT NOT NULL, subject TEXT NOT NULL,
  shown TEXT,               -- JSON of the story or editors' page that readers see there meanwhile, where another
                            -- is recorded since; empty where what they see must not be kept
  PRIMARY KEY (rank, address)
) WITHOUT ROWID;
CREATE UNIQUE INDEX queue_address ON queue (address);
`;
