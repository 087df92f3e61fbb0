/// Statements of PostgreSQL, and of the engines that follow it.
let postgresSheet = #"""
  @ postgres comment-line
  SELECT «col» FROM «t.q» «c.line»
  WHERE «col» = «s»
  @ postgres comment-nested
  SELECT «col» «c.nest» FROM «t.q» WHERE «col» = «num»
  @ postgres comment-block-first
  «c.multi»
  SELECT «fn»(«col») FROM «t»
  @ postgres escape-string
  SELECT «col» FROM «t» WHERE «col» = «s.e» AND «col» = «s.e»
  @ postgres unicode-string
  SELECT «col» FROM «t.q» WHERE «col» = «s.u» OR «col» = «s»
  @ postgres bit-and-hex
  UPDATE «t» SET «col» = «blob.x» WHERE «col» & «blob.b» = «blob.b»
  @ postgres dollar-quoted
  UPDATE «t» SET «col» = «s.d» WHERE «col» = «num»
  @ postgres dollar-tagged
  SELECT «col» FROM «t» WHERE «col» = «s.dt» AND «col» = $1
  @ postgres do-block
  DO «~$do$ BEGIN UPDATE «t» SET «col» = «s» WHERE id = «num»; END $do$»
  @ postgres cast-colons
  SELECT «s»::text, «num»::bigint, «col»::numeric(12,2) FROM «t.q»
  @ postgres cast-function
  SELECT CAST(«s» AS varchar(255)), CAST(«num.dec» AS numeric) FROM «t»
  @ postgres json-arrow
  SELECT «col»->>«~'plan'» FROM «t» WHERE «col»->>«~'owner'» = «s»
  @ postgres json-contains
  SELECT «col» FROM «t.q» WHERE «col» @> «s.json»::jsonb AND «col» ? «~'k'»
  @ postgres array
  SELECT «col» FROM «t» WHERE «col» = ANY(ARRAY[«s», «s»]) OR id = ANY(«~'{1}'»::int[])
  @ postgres copy-stdin
  COPY «t.q» («col», «col», «col») FROM stdin;
  «rows»
  \.
  @ postgres copy-csv
  COPY «t» («col», «col») FROM STDIN WITH (FORMAT csv);
  «rows.csv»
  \.
  @ postgres upsert
  INSERT INTO «t» («col», «col») VALUES («s», «num») ON CONFLICT («col») DO UPDATE SET «col» = EXCLUDED.«col»
  @ postgres cte
  WITH recent AS (SELECT «col» FROM «t» WHERE «col» = «s») SELECT * FROM recent WHERE «col» < «num»
  @ postgres recursive
  WITH RECURSIVE tree AS (SELECT id FROM «t» WHERE «col» = «s» UNION ALL SELECT c.id FROM «t» c JOIN tree ON c.owner_id = tree.id) SELECT id FROM tree
  @ postgres window
  SELECT «col», SUM(«col») OVER (PARTITION BY «col» ORDER BY «col» ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM «t» WHERE «col» = «s»
  @ postgres filter-clause
  SELECT COUNT(*) FILTER (WHERE «col» = «s») AS «alias», AVG(«col») FROM «t.q» HAVING COUNT(*) > «num»
  @ postgres merge
  MERGE INTO «t.q» AS x USING «t» AS src ON x.id = src.id WHEN MATCHED THEN UPDATE SET «col» = «s» WHEN NOT MATCHED THEN INSERT («col») VALUES («num»)
  @ postgres quoted-identifiers
  SELECT «qi», «col» FROM «t» WHERE «qi» = «s»
  @ postgres create-default
  CREATE TABLE «t.q» (id bigint PRIMARY KEY, «col» text DEFAULT «s», «col» numeric(10,2) NOT NULL)
  @ postgres create-check
  ALTER TABLE «t.q» ADD CONSTRAINT chk_1 CHECK («col» <> «s» AND «col» < «num»)
  @ postgres create-role
  CREATE ROLE reporting LOGIN PASSWORD «s» VALID UNTIL «d»
  @ postgres comment-on
  COMMENT ON COLUMN «t.q».«col» IS «s»
  @ postgres function
  SELECT regexp_replace(«col», «s», «s») FROM «t» WHERE lower(«col») = «s»
  @ postgres interval
  SELECT «col» FROM «t» WHERE «col» > now() - INTERVAL «~'3 days'» AND «col» = «s»
  @ postgres numbers
  SELECT «num.exp», «num.dec», «num.frac», «num.neg», «num.us» FROM «t»
  @ postgres adjacent
  SELECT «col» FROM «t» WHERE «col» = «s.adj»
  @ postgres multi-line-literal
  INSERT INTO «t» («col») VALUES («s.multi»)
  @ postgres truncated
  SELECT «col», «col» FROM «t.q» WHERE «col» = «s» AND «col» = «s.open»
  @ postgres two-statements
  BEGIN; DELETE FROM «t» WHERE «col» = «s»; UPDATE «t» SET «col» = «num»; COMMIT;
  @ postgres tight
  SELECT «col» FROM «t» WHERE «col»=«s»AND «col»=«num»
  @ postgres prepared
  PREPARE q1 (text) AS SELECT «col» FROM «t» WHERE «col» = $1 AND «col» = «s»; EXECUTE q1(«s»)
  @ postgres explain
  EXPLAIN (ANALYZE, BUFFERS) SELECT «col» FROM «t.q» WHERE «col» = «s.mail»
  @ postgres case
  SELECT CASE WHEN «col» = «s» THEN «num» ELSE «num» END AS «alias» FROM «t»
  @ postgres lateral
  SELECT a.«col» FROM «t» a CROSS JOIN LATERAL (SELECT «col» FROM «t» b WHERE b.«col» = «s» LIMIT 1) x
  @ redshift copy-s3
  COPY «t.q» FROM «s» IAM_ROLE «s» FORMAT AS PARQUET
  @ redshift unload
  UNLOAD («s») TO «s» IAM_ROLE «s» PARALLEL OFF
  @ redshift create-table
  CREATE TABLE «t.q» («col» varchar(64) ENCODE zstd DEFAULT «s», «col» date) DISTKEY(«col») SORTKEY(«col»)
  @ redshift window
  SELECT «col», LISTAGG(«col», «~','») WITHIN GROUP (ORDER BY «col») OVER (PARTITION BY «col») FROM «t» WHERE «col» = «s»
  @ redshift dateadd
  SELECT DATEADD(day, -7, «d»), «col» FROM «t.q» WHERE «col» = «num» «c.block»
  @ duckdb read-csv
  SELECT «col», «fn»(«col») FROM read_csv(«s») WHERE «col» = «num.us» GROUP BY ALL
  @ duckdb struct
  SELECT {«~'k'»: «s»} AS «alias», [«num», «num»] AS cnt FROM «t»
  @ duckdb copy-to
  COPY (SELECT * FROM «t» WHERE «col» = «s») TO «s» (FORMAT parquet)
  @ duckdb escape-string
  SELECT «col» FROM «t» WHERE «col» = «s.e» USING SAMPLE 10 PERCENT
  @ duckdb dollar
  FROM «t» SELECT «col» WHERE «col» = «s.d» «c.line»
  @ duckdb pivot
  PIVOT «t» ON «col» IN («s», «s») USING SUM(«col») GROUP BY «col»
  """#
