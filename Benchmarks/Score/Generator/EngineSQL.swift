/// Statements of Trino, ClickHouse and Hive.
let engineSheet = #"""
  @ trino unicode-string
  SELECT «col» FROM «t.q» WHERE «col» = «s.u»
  @ trino binary
  SELECT «col» FROM «t.q» WHERE «col» = «blob.x» OR «col» = «s»
  @ trino unnest
  SELECT x FROM UNNEST(ARRAY[«s», «s»]) AS a (x) CROSS JOIN «t.q»
  @ trino try-cast
  SELECT TRY_CAST(«s» AS bigint), approx_distinct(«col») FROM «t.q» WHERE «col» = «num.exp»
  @ trino json
  SELECT json_extract_scalar(«col», «~'$.id'») FROM «t.q» WHERE «col» = JSON «s.json»
  @ trino window
  SELECT «col», ntile(4) OVER (PARTITION BY «col» ORDER BY «col») FROM «t.q» WHERE «col» = «s» «c.line»
  @ trino cte
  WITH recent AS (SELECT «col» FROM «t.q» WHERE «col» = «s») SELECT «fn»(«col») FROM recent WHERE «col» > «num»
  @ trino values
  SELECT * FROM (VALUES («num», «s»), («num», «s»)) AS v (id, total)
  @ trino comment
  «c.block» SELECT «qi» FROM «t.q» WHERE «col» = «s»
  @ trino create-as
  CREATE TABLE «t.q» COMMENT «s» WITH (format = «~'ORC'») AS SELECT «col» FROM «t» WHERE «col» = «num.dec»
  @ clickhouse underscores
  SELECT «col» FROM «t» WHERE «col» = «num.us» AND «col» = «s.bs»
  @ clickhouse final
  SELECT «col», uniqExact(«col») FROM «t» FINAL WHERE «col» = «s» GROUP BY «col» WITH TOTALS
  @ clickhouse array-join
  SELECT «col» FROM «t» ARRAY JOIN [«s.bs», «s.bs»] AS x WHERE «col» = «num»
  @ clickhouse format-csv
  INSERT INTO «t» («col», «col», «col») FORMAT CSV
  «rows.csv»
  @ clickhouse datetime
  SELECT «col» FROM «t» WHERE «col» >= toDateTime(«d.ts», «~'UTC'») SETTINGS max_threads = 4
  @ clickhouse hash-comment
  SELECT «col» FROM «t» «c.hash»
  WHERE «col» = «s.bs»
  @ clickhouse dictionary
  SELECT dictGet(«~'dim'», «~'name'», toUInt64(«num»)) AS «alias» FROM «t» WHERE «col» = «s»
  @ clickhouse url-table
  SELECT «fn»(«col») FROM s3(«s.bs», «s.bs», «s.bs», «~'Parquet'»)
  @ clickhouse materialized
  CREATE TABLE «t» («col» String DEFAULT «s.bs», «col» Decimal(12, 2)) ENGINE = MergeTree ORDER BY «col» COMMENT «s.bs»
  @ clickhouse heredoc
  SELECT «s.dt» AS «alias», «col» FROM «t» «c.block»
  @ hive double-quoted
  SELECT «col» FROM «t» WHERE «col» = «s.dqbs» AND «col» = «num»
  @ hive lateral-view
  SELECT x FROM «t» LATERAL VIEW explode(split(«col», «~','»)) a AS x WHERE «col» = «s.bs»
  @ hive create-external
  CREATE EXTERNAL TABLE «t» («col» STRING, «col» BIGINT) PARTITIONED BY (dt STRING) STORED AS ORC LOCATION «s.bs»
  @ hive properties
  ALTER TABLE «t» SET TBLPROPERTIES («~'owner'» = «s.bs»)
  @ hive load-data
  LOAD DATA INPATH «s.bs» OVERWRITE INTO TABLE «t» PARTITION (dt=«d»)
  @ hive rlike
  SELECT «col» FROM «t» WHERE «col» RLIKE «s.bs» OR «col» = «num.neg» «c.line»
  @ hive window
  SELECT «col», FIRST_VALUE(«col») OVER (PARTITION BY «col» ORDER BY «col») FROM «t» WHERE «col» = «s.dqbs»
  @ hive backticks
  SELECT «qi» FROM «t» WHERE «qi» = «s.bs» DISTRIBUTE BY «col» SORT BY «col»
  @ hive case-when
  SELECT IF(«col» = «s.bs», «num», «num») AS «alias» FROM «t» TABLESAMPLE(10 PERCENT)
  """#
