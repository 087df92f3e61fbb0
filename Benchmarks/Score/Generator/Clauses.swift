/// Clauses without a secret that follow texts with and without one.
let clauseSheet = #"""
  @ clause
  retry «n2»/«n3» after «dur»
  @ clause
  read and/or write, n/a otherwise
  @ clause
  took «dur» of «dur» («pct»)
  @ clause
  «proto» «status»
  @ clause
  token_count=«n4» max_tokens=«n4»
  @ clause
  primary_key=id foreign_key=order_id
  @ clause
  commit «hash40»
  @ clause
  request_id=«uuid»
  @ clause
  driver «ver5» on «?linux/amd64|darwin/arm64|windows/amd64»
  @ clause
  Content-Type: «mime»
  @ clause
  uses actions/checkout@v«n2» and «npm»
  @ clause
  exit code «n», signal «?SIGTERM|SIGINT|SIGHUP»
  @ clause
  see «table» and «column»
  @ clause
  pattern ^[a-z]+(_[a-z]+)*$ tried «n4» times
  @ clause
  ratio 16:9, half 1/2, rest 3/4
  @ clause
  «date» «time» UTC
  @ clause
  «code» at line «n»:«n2»
  @ clause
  heap «size» of «size»
  @ clause
  held by «obj»
  @ clause
  image digest «sha256»
  @ clause
  Node.js v«ver»
  @ clause
  TLSv1.3 cipher TLS_AES_256_GCM_SHA384
  @ clause
  «n»/«n4» nodes are available
  @ clause
  build #«n4» of main
  @ clause
  client/server clock differs by «dur»
  @ clause
  i/o timeout in «gopkg»
  @ clause
  the password policy asks for 12 characters
  @ clause
  p50=«dur» p99=«dur»
  @ clause
  rows=«n4» cols=«n2» format=parquet/snappy
  @ clause
  trace «class»
  @ clause
  weekdays 09:00-17:00 only, 24/7 on request
  @ clause
  color: #c«hex4»a; margin: 0 auto
  @ clause
  scale 1e-9, tolerance ±0.05
  @ clause
  python>=«ver2»,<4 and numpy==«ver»
  @ clause
  auth_method=oidc session_count=«n»
  @ clause
  OS build «winver»
  """#
