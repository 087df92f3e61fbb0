/// Statements that most dialects share, given to one each.
let standardSheet = #"""
  @ postgres select-where
  SELECT «col», «col» FROM «t.q» WHERE «col» = «s» AND «col» > «num» LIMIT «num.s»
  @ mysql select-where
  SELECT «col», «col» FROM «t» WHERE «col» = «s.bs» AND «col» <> «num»
  @ sqlite select-where
  SELECT «col», «col» FROM «t» WHERE «col» = «s» OR «col» IS NULL
  @ mssql select-top
  SELECT TOP («num.s») «col», «col» FROM «t.q» WITH (NOLOCK) WHERE «col» = «s.n»
  @ oracle select-rownum
  SELECT «col», «col» FROM «t» WHERE «col» = «s» AND ROWNUM <= «num.s»
  @ snowflake select-ilike
  SELECT «col» FROM «t.q» WHERE «col» ILIKE «s.like» ORDER BY «col» DESC NULLS LAST
  @ bigquery select-raw
  SELECT «col» FROM «t.q» WHERE REGEXP_CONTAINS(«col», «s.raw») AND «col» = «s.dqbs»
  @ redshift select-in
  SELECT «col», «fn»(«col») FROM «t.q» WHERE «col» IN («s», «s», «s») GROUP BY «col»
  @ duckdb select-in-numbers
  SELECT «col» FROM «t» WHERE «col» IN («num», «num», «num») OR «col» BETWEEN «d» AND «d»
  @ databricks select-between
  SELECT «col» FROM «t.q» WHERE «col» BETWEEN «num.dec» AND «num.dec» AND «col» = «s.bs»
  @ trino select-date
  SELECT «col» FROM «t.q» WHERE «col» >= DATE «d» AND «col» < TIMESTAMP «d.ts»
  @ clickhouse select-prewhere
  SELECT «col» FROM «t» PREWHERE «col» = «num» WHERE «col» = «s.bs»
  @ mariadb select-like
  SELECT «col» FROM «t» WHERE «col» LIKE «s.like» OR «col» = «s.dqbs»
  @ teradata select-sel
  SEL «col», «col» FROM «t.q» WHERE «col» = «s» QUALIFY ROW_NUMBER() OVER (ORDER BY «col») = 1
  @ hive select-where
  SELECT «col», «fn»(«col») FROM «t» WHERE «col» = «s.bs» AND «col» > «num»
  @ postgres insert-values
  INSERT INTO «t.q» («col», «col», «col») VALUES («num», «s», «d») RETURNING id
  @ mysql insert-many
  INSERT INTO «t» («col», «col») VALUES («num», «s.bs»), («num», «s.bs»), («num», «s.dqbs»)
  @ sqlite insert-or
  INSERT OR REPLACE INTO «t» («col», «col») VALUES («s», «num.dec»)
  @ mssql insert-output
  INSERT INTO «t.q» («col», «col») OUTPUT inserted.id VALUES («s.n», «num»)
  @ oracle insert-all
  INSERT ALL INTO «t» («col») VALUES («s») INTO «t» («col») VALUES («num») SELECT * FROM dual
  @ snowflake insert-select
  INSERT INTO «t.q» («col», «col») SELECT «s», PARSE_JSON(«s.json»)
  @ bigquery insert
  INSERT INTO «t.q» («col», «col») VALUES («s.dqbs», «num»)
  @ redshift insert
  INSERT INTO «t.q» VALUES («num», «s», «d.ts»), («num», «s», «d.ts»)
  @ duckdb insert
  INSERT INTO «t» BY NAME SELECT «s» AS «alias», «num» AS «col»
  @ databricks insert-overwrite
  INSERT OVERWRITE TABLE «t.q» PARTITION («col» = «d») SELECT «col», «s.bs» FROM «t»
  @ trino insert
  INSERT INTO «t.q» («col», «col») VALUES («s», DECIMAL «s»), («s», «num»)
  @ clickhouse insert-values
  INSERT INTO «t» («col», «col») VALUES («num», «s.bs»), («num», «s.bs»)
  @ mariadb insert-returning
  INSERT INTO «t» SET «col» = «s.bs», «col» = «num» ON DUPLICATE KEY UPDATE «col» = «num.dec»
  @ teradata insert
  INS INTO «t.q» («col», «col») VALUES («num», «s»)
  @ hive insert-dynamic
  INSERT INTO TABLE «t» PARTITION («col»=«s.bs») SELECT «col» FROM «t» WHERE «col» = «num»
  @ postgres update
  UPDATE «t.q» SET «col» = «s», «col» = «num.neg» WHERE «col» = «num»
  @ mysql update-join
  UPDATE «t» o JOIN «t» u ON o.id = u.id SET o.«col» = «s.bs» WHERE u.«col» = «num»
  @ sqlite update-returning
  UPDATE «t» SET «col» = «s» WHERE rowid = «num» RETURNING «col»
  @ mssql update-from
  UPDATE o SET o.«col» = «s.n» FROM «t.q» o WHERE o.«col» = «num»
  @ oracle update
  UPDATE «t» SET «col» = «s» WHERE «col» = TO_DATE(«d», «~'YYYY-MM-DD'»)
  @ snowflake update
  UPDATE «t.q» SET «col» = «s» WHERE «col» = «num» AND «col»::DATE = «d»
  @ bigquery update
  UPDATE «t.q» SET «col» = «s.bs» WHERE «col» = DATE «d» AND TRUE
  @ redshift delete-using
  DELETE FROM «t.q» USING «t» WHERE «col» = «s» AND «col» < «d»
  @ duckdb delete
  DELETE FROM «t» WHERE «col» = «s» RETURNING *
  @ databricks delete
  DELETE FROM «t.q» WHERE «col» = «s.dqbs» OR «col» = «num»
  @ trino delete
  DELETE FROM «t.q» WHERE «col» LIKE «s.like» ESCAPE «~'\'»
  @ clickhouse alter-delete
  ALTER TABLE «t» DELETE WHERE «col» = «s.bs» AND «col» = toDate(«d»)
  @ mariadb delete-limit
  DELETE FROM «t» WHERE «col» = «s.bs» LIMIT «num.s»
  @ teradata delete
  DEL FROM «t.q» WHERE «col» = «s» AND «col» = DATE «d»
  @ hive delete
  DELETE FROM «t» WHERE «col» IN («s.bs», «s.bs»)
  """#
