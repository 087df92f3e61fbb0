/// Statements of MySQL, MariaDB, SQLite and SQL Server.
let serverSheet = #"""
  @ mysql hash-comment
  SELECT «col» FROM «t» «c.hash»
  WHERE «col» = «s.dqbs»
  @ mysql dash-comment
  «c.line»
  SELECT «fn»(«col») FROM «t» WHERE «col» = «num»
  @ mysql block-comment
  SELECT «c.block» «col» FROM «t» WHERE «col» = «s.bs»
  @ mysql optimizer-hint
  SELECT «~/*+ MAX_EXECUTION_TIME(1000) */» «col» FROM «t» WHERE «col» = «s.bs»
  @ mysql double-quoted
  SELECT «col» FROM «t» WHERE «col» = «s.dq» AND «col» IN («s.dqbs», «s.bs»)
  @ mysql backticks
  SELECT «qi», «col.q» FROM «t» AS o WHERE «qi» = «s.bs»
  @ mysql hex
  INSERT INTO «t» («col», «col») VALUES («blob.0x», «blob.x»)
  @ mysql bits
  UPDATE «t» SET «col» = «blob.b» WHERE «col» = «num»
  @ mysql introducer
  SELECT «col» FROM «t» WHERE «col» = «s.intro» COLLATE utf8mb4_bin
  @ mysql national
  SELECT «col» FROM «t» WHERE «col» = «s.n» LIMIT 10, 20
  @ mysql json
  SELECT JSON_EXTRACT(«col», «~'$.plan'») FROM «t» WHERE JSON_CONTAINS(«col», «s.json»)
  @ mysql replace
  REPLACE INTO «t» VALUES («num», «s.bs», «d», «num.dec»)
  @ mysql load-data
  LOAD DATA LOCAL INFILE «s.bs» INTO TABLE «t» FIELDS TERMINATED BY «~','» («col», «col»)
  @ mysql create-user
  ALTER USER «~'app'@'%'» IDENTIFIED BY «s.bs» PASSWORD EXPIRE INTERVAL 90 DAY
  @ mysql set-variable
  SET @a = «s.bs»; SELECT «col» FROM «t» WHERE «col» = @a
  @ mysql group-concat
  SELECT GROUP_CONCAT(«col» ORDER BY «col» SEPARATOR «~', '») FROM «t» WHERE «col» = «s.dqbs»
  @ mysql date-literal
  SELECT «col» FROM «t» WHERE «col» >= TIMESTAMP «d.ts» AND «col» < «d»
  @ mysql truncated
  INSERT INTO «t» («col», «col») VALUES («num», «s.bs»), («num», «s.open»
  @ mysql call
  CALL refresh_totals(«num», «s.bs», «d»)
  @ mysql match
  SELECT «col» FROM «t» WHERE MATCH(«col», «col») AGAINST («s.bs» IN BOOLEAN MODE)
  @ mariadb sequence
  SELECT NEXTVAL(seq_1), «col» FROM «t» WHERE «col» = «s.bs» «c.hash»
  @ mariadb json-value
  SELECT JSON_VALUE(«col», «~'$.id'») FROM «t» WHERE «col» = «num» OR «col» = «s.dqbs»
  @ mariadb hex
  SELECT HEX(«col») FROM «t» WHERE «col» = «blob.0x» OR «col» = «blob.x»
  @ mariadb system-versioned
  SELECT «col» FROM «t» FOR SYSTEM_TIME AS OF TIMESTAMP «d.ts» WHERE «col» = «s.bs»
  @ mariadb cte
  WITH recent AS (SELECT «col» FROM «t» WHERE «col» = «s.bs») SELECT «fn»(«col») FROM recent «c.block»
  @ mariadb not-equal
  UPDATE «t» SET «col» = CONCAT(«col», «s.bs») WHERE «col» <=> «num»
  @ sqlite blob
  INSERT INTO «t» («col») VALUES («blob.x») «c.line»
  @ sqlite json
  SELECT json_extract(«col», «~'$.id'») FROM «t» WHERE «col» = «s.json»
  @ sqlite bracket-identifier
  SELECT «~[group]», «col» FROM «t» WHERE «~`order`» = «s» AND «col» = «num»
  @ sqlite attach
  ATTACH DATABASE «s» AS backup; SELECT «col» FROM backup.«t»
  @ sqlite pragma
  PRAGMA key = «s»; SELECT COUNT(*) FROM sqlite_master WHERE name = «s»
  @ sqlite glob
  SELECT «col» FROM «t» WHERE «col» GLOB «s» OR «col» MATCH «s»
  @ sqlite block-comment
  SELECT «col» «c.block» FROM «t» INDEXED BY ix_1 WHERE «col» = «num.exp»
  @ sqlite upsert
  INSERT INTO «t» VALUES («num», «s») ON CONFLICT(id) DO UPDATE SET «col» = «s»
  @ sqlite strftime
  SELECT strftime(«~'%Y'», «col») FROM «t» WHERE «col» > «d» AND «col» = ?1
  @ sqlite truncated
  UPDATE «t» SET «col» = «num», «col» = «s.open»
  @ mssql national
  SELECT «col» FROM «t.q» WHERE «col» = «s.n» AND «col» LIKE N«s.like»
  @ mssql bracket-identifier
  SELECT «qi», o.«col» FROM «t.q» AS o WHERE o.«qi» = «s»
  @ mssql declare
  DECLARE @p1 nvarchar(100) = «s.n»; SELECT «col» FROM «t.q» WHERE «col» = @p1
  @ mssql exec
  EXEC sp_executesql «~N'SELECT 1'», «~N'@p int'», @p = «num»
  @ mssql exec-procedure
  EXEC dbo.close_period @from = «d», @note = «s.n», @limit = «num»
  @ mssql binary
  UPDATE «t.q» SET «col» = «blob.0x» WHERE «col» = «num» OPTION (MAXDOP 2)
  @ mssql money
  SELECT «col» FROM «t.q» WHERE «col» > «~$»«num.dec» AND «col» = «s»
  @ mssql merge
  MERGE «t.q» AS x USING (VALUES («num», «s.n»)) AS src (id, «alias») ON x.id = src.id WHEN MATCHED THEN UPDATE SET «col» = «s.n»;
  @ mssql cross-apply
  SELECT «col» FROM «t.q» CROSS APPLY OPENJSON(«s.json») WITH («col» nvarchar(50)) AS j
  @ mssql nested-comment
  SELECT «col» «c.nest» FROM «t.q» WHERE «col» = «s»
  @ mssql try-convert
  SELECT TRY_CONVERT(date, «d», 23), «fn»(«col») FROM «t.q» WHERE «col» = CAST(«num» AS bigint)
  @ mssql linked-server
  SELECT «col» FROM OPENQUERY(remote1, «s») WHERE «col» = «num»
  @ mssql offset-fetch
  SELECT «col» FROM «t.q» WHERE «col» IN («num», «num») ORDER BY «col» OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY
  @ mssql create-login
  CREATE LOGIN reporting WITH PASSWORD = «s.n», CHECK_POLICY = ON
  @ mssql print
  IF EXISTS (SELECT 1 FROM «t.q» WHERE «col» = «s») PRINT «s.n» ELSE RAISERROR(«s.n», 16, 1)
  """#
