/// Statements of Oracle and Teradata.
let oracleSheet = #"""
  @ oracle q-quote
  SELECT «col» FROM «t» WHERE «col» = «s.q» AND «col» = «num»
  @ oracle q-quote-insert
  INSERT INTO «t» («col», «col») VALUES («s.q», «s.nq»)
  @ oracle national
  UPDATE «t» SET «col» = «s.n» WHERE «col» = «s»
  @ oracle hint
  SELECT «hint» «col» FROM «t» o WHERE «col» = «s»
  @ oracle hint-and-comment
  SELECT «hint» «col» «c.block» FROM «t» WHERE «col» IN («num», «num»)
  @ oracle date-literal
  SELECT «col» FROM «t» WHERE «col» >= DATE «d» AND «col» < TIMESTAMP «d.ts»
  @ oracle to-timestamp
  SELECT «col» FROM «t» WHERE «col» = TO_TIMESTAMP(«d.ts», «~'YYYY-MM-DD HH24:MI:SS'»)
  @ oracle concat
  SELECT «col» || «s» || «col» FROM «t» WHERE «col» = :b1
  @ oracle merge
  MERGE INTO «t» x USING dual ON (x.id = «num») WHEN MATCHED THEN UPDATE SET x.«col» = «s» WHEN NOT MATCHED THEN INSERT (id) VALUES («num»)
  @ oracle plsql
  BEGIN UPDATE «t» SET «col» = «s» WHERE id = «num»; DBMS_OUTPUT.PUT_LINE(«s»); COMMIT; END;
  @ oracle connect-by
  SELECT LEVEL, «col» FROM «t» START WITH «col» = «s» CONNECT BY PRIOR id = owner_id
  @ oracle analytic
  SELECT «col», LAG(«col», 1) OVER (PARTITION BY «col» ORDER BY «col») FROM «t» WHERE «col» = «s» «c.line»
  @ oracle decode
  SELECT DECODE(«col», «s», «num», «s», «num», 0) FROM «t»
  @ oracle regexp
  SELECT «col» FROM «t» WHERE REGEXP_LIKE(«col», «s», «~'i'») AND «col» = «num.dec»
  @ oracle quoted-identifier
  SELECT «qi» FROM «t» WHERE «qi» = «s» AND «col» IS NOT NULL
  @ oracle create-user
  CREATE USER reporting IDENTIFIED BY VALUES «s» ACCOUNT UNLOCK; COMMENT ON TABLE «t» IS «s»
  @ oracle json-table
  SELECT jt.* FROM JSON_TABLE(«s.json», «~'$'» COLUMNS («col» VARCHAR2(40) PATH «~'$.n'»)) jt
  @ oracle truncated
  SELECT «col» FROM «t» WHERE «col» = «num» AND «col» = «s.open»
  @ oracle float-suffix
  SELECT «num.dec»f, «num.exp»d FROM dual WHERE «num» < «num»
  @ teradata date
  SELECT «col» FROM «t.q» WHERE «col» BETWEEN DATE «d» AND DATE «d» AND «col» = «s»
  @ teradata hex-string
  SELECT «col» FROM «t.q» WHERE «col» = «~'00'XB» OR «col» = «s» SAMPLE 100
  @ teradata qualify
  SELECT «col» FROM «t.q» WHERE «col» = «s» QUALIFY RANK() OVER (PARTITION BY «col» ORDER BY «col» DESC) <= 3
  @ teradata cast-format
  SELECT CAST(«d» AS DATE FORMAT «~'YYYY-MM-DD'»), «fn»(«col») FROM «t.q» WHERE «col» = «num»
  @ teradata comment
  SELECT «c.block» «col» FROM «t.q» WHERE «col» (CASESPECIFIC) = «s»
  @ teradata volatile
  CREATE VOLATILE TABLE vt_1 AS (SELECT «col» FROM «t.q» WHERE «col» = «s») WITH DATA ON COMMIT PRESERVE ROWS
  @ teradata merge
  MERGE INTO «t.q» USING VALUES («num», «s») AS src (id, total) ON id = src.id WHEN MATCHED THEN UPDATE SET «col» = «s»
  @ teradata collect
  UPDATE «t.q» SET «col» = «s», «col» = «num.dec» ALL «c.line»
  """#
