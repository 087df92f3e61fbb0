/// Statements of Snowflake, BigQuery and Databricks.
let cloudSheet = #"""
  @ snowflake dollar
  SELECT «col» FROM «t.q» WHERE «col» = «s.d»
  @ snowflake slash-comment
  SELECT «col» «c.slash»
  FROM «t.q» WHERE «col» = «s»
  @ snowflake backslash
  SELECT «col» FROM «t.q» WHERE «col» = «s.bs» AND «col» = «num»
  @ snowflake variant-path
  SELECT src:items[0].sku::string FROM «t.q» WHERE src:owner::string = «s»
  @ snowflake flatten
  SELECT f.value FROM «t.q», LATERAL FLATTEN(input => PARSE_JSON(«s.json»)) f
  @ snowflake copy-into
  COPY INTO «t.q» FROM «s» CREDENTIALS = (AWS_KEY_ID = «s» AWS_SECRET_KEY = «s») FILE_FORMAT = (TYPE = CSV)
  @ snowflake create-stage
  CREATE OR REPLACE STAGE st_1 URL = «s» COMMENT = «s»
  @ snowflake create-user
  CREATE USER reporting PASSWORD = «s» EMAIL = «s.mail» MUST_CHANGE_PASSWORD = TRUE
  @ snowflake time-travel
  SELECT «col» FROM «t.q» AT (TIMESTAMP => «d.ts»::TIMESTAMP_LTZ) WHERE «col» = «num»
  @ snowflake qualify
  SELECT «col» FROM «t.q» WHERE «col» = «s» QUALIFY ROW_NUMBER() OVER (PARTITION BY «col» ORDER BY «col») = 1
  @ snowflake merge
  MERGE INTO «t.q» x USING «t» src ON x.id = src.id WHEN MATCHED AND src.«col» = «s» THEN DELETE WHEN NOT MATCHED THEN INSERT («col») VALUES («num»)
  @ snowflake query-tag
  ALTER SESSION SET QUERY_TAG = «s»; SELECT «fn»(«col») FROM «t.q» «c.line»
  @ snowflake hex
  SELECT TO_BINARY(«blob.x»), «num.exp» FROM «t.q»
  @ bigquery triple
  SELECT «col» FROM «t.q» WHERE «col» = «s.tri2»
  @ bigquery triple-single
  UPDATE «t.q» SET «col» = «s.tri» WHERE «col» = «num»
  @ bigquery bytes
  SELECT b«s.bs», «col» FROM «t.q» WHERE «col» = «num»
  @ bigquery backtick-table
  SELECT «col» FROM «~`sales.orders`» WHERE «col» = «s.bs» AND «col» = @name
  @ bigquery struct
  SELECT AS STRUCT «s.dqbs» AS «alias», [«num», «num»] AS cnt FROM UNNEST([1, 2])
  @ bigquery safe-cast
  SELECT SAFE_CAST(«s.bs» AS INT64), DATE_SUB(DATE «d», INTERVAL 3 DAY) FROM «t.q»
  @ bigquery except
  SELECT * EXCEPT («col») FROM «t.q» WHERE «col» = «s.dqbs» QUALIFY RANK() OVER (ORDER BY «col») = 1
  @ bigquery hash-comment
  «c.hash»
  SELECT «col» FROM «t.q» WHERE «col» = «s.bs»
  @ bigquery declare
  DECLARE x STRING DEFAULT «s.bs»; SELECT «col» FROM «t.q» WHERE «col» = x
  @ bigquery hex-number
  SELECT «col» FROM «t.q» WHERE «col» = «blob.0x» OR «col» = «num.neg»
  @ bigquery json
  SELECT JSON_VALUE(«col», «~'$.id'») FROM «t.q» WHERE «col» = JSON «s.json»
  @ bigquery merge
  MERGE «t.q» x USING «t» src ON x.id = src.id WHEN MATCHED THEN UPDATE SET «col» = «s.bs» WHEN NOT MATCHED BY SOURCE THEN DELETE
  @ databricks double-quoted
  SELECT «col» FROM «t.q» WHERE «col» = «s.dqbs» AND «col» = «s.bs»
  @ databricks raw
  SELECT «col» FROM «t.q» WHERE «col» RLIKE «s.raw»
  @ databricks json-path
  SELECT src:store.name FROM «t.q» WHERE src:owner = «s.bs»
  @ databricks copy-into
  COPY INTO «t.q» FROM «s.bs» FILEFORMAT = JSON FORMAT_OPTIONS («s.bs» = «s.bs»)
  @ databricks create-table
  CREATE TABLE «t.q» («col» STRING COMMENT «s.bs», «col» DECIMAL(12,2)) USING DELTA LOCATION «s.bs»
  @ databricks time-travel
  SELECT «col» FROM «t.q» TIMESTAMP AS OF «d» WHERE «col» = «num»
  @ databricks hint
  SELECT «~/*+ BROADCAST(o) */» «col» FROM «t.q» o WHERE o.«col» = «s.bs» «c.line»
  @ databricks merge
  MERGE INTO «t.q» x USING «t» src ON x.id = src.id WHEN MATCHED THEN UPDATE SET x.«col» = «s.bs» WHEN NOT MATCHED THEN INSERT *
  @ databricks nested-comment
  SELECT «col» «c.nest» FROM «t.q» WHERE «col» = «num»
  """#
