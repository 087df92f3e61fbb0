/// Statements without a literal that tells anything.
let plainSheet = #"""
  @ postgres plain-join
  SELECT o.«col», COUNT(*) AS «alias» FROM «t.q» o LEFT JOIN «t.q» u ON u.id = o.owner_id GROUP BY o.«col» ORDER BY 2 DESC
  @ postgres plain-parameters
  UPDATE «t.q» SET «col» = $1, «col» = $2 WHERE «col» = $3 RETURNING «col»
  @ mysql plain-parameters
  SELECT «col», «col» FROM «t» WHERE «col» = ? AND «col» IN (?, ?) ORDER BY «col» LIMIT «num.s»
  @ sqlite plain-create
  CREATE INDEX ix_1 ON «t» («col», «col» DESC)
  @ mssql plain-top
  SELECT TOP 10 o.«col» FROM «t.q» AS o INNER JOIN «t.q» AS u ON u.«col» = o.«col» WHERE u.«col» IS NOT NULL
  @ oracle plain-binds
  SELECT «hint» o.«col» FROM «t» o WHERE o.«col» = :b1 AND o.«col» > :b2
  @ snowflake plain-qualify
  SELECT «col», «col» FROM «t.q» QUALIFY ROW_NUMBER() OVER (PARTITION BY «col» ORDER BY «col») = 1
  @ bigquery plain-parameters
  SELECT «fn»(«col») FROM «t.q» WHERE «col» = @start AND «col» IS NULL GROUP BY «col»
  @ redshift plain-create
  CREATE TABLE «t.q» AS SELECT «col», «col»::numeric(12,2) FROM «t» WHERE «col» IS NOT NULL
  @ duckdb plain-from
  FROM «t» SELECT «col», «fn»(«col») GROUP BY ALL ORDER BY «col» NULLS LAST
  @ databricks plain-merge
  MERGE INTO «t.q» x USING «t» src ON x.id = src.id WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *
  @ trino plain-union
  SELECT «col», «col» FROM «t.q» UNION ALL SELECT «col», «col» FROM «t.q» ORDER BY 1
  @ clickhouse plain-settings
  SELECT «col», uniq(«col») FROM «t» FINAL GROUP BY «col» SETTINGS max_threads = 4
  @ mariadb plain-explain
  EXPLAIN SELECT «col» FROM «t» STRAIGHT_JOIN «t» b ON b.id = «col» WHERE b.«col» IS NULL
  @ teradata plain-qualify
  SEL «col», «col» FROM «t.q» QUALIFY RANK() OVER (ORDER BY «col» DESC) <= 5
  @ hive plain-cluster
  SELECT «col», «col» FROM «t» CLUSTER BY «col» LIMIT «num.s»
  """#
