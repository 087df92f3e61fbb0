/// Texts without any secret, made of what looks like one.
let harmlessSheet = #"""
  @ plain-fraction
  «n»/«n3» tests passed, «n2»/«n3» skipped, and/or n/a in «dur»
  @ plain-http
  «route» «proto» «status» in «dur» («size»)
  @ plain-npm
  added «n» packages: «npm», «npm» and «npm»
  @ plain-actions
  Run actions/checkout@v4 then actions/setup-python@v«n» on ubuntu-22.04
  @ plain-versions
  driver «ver5» is older than the required «ver5» (OS build «winver»)
  @ plain-object
  leaked connection «obj» after «dur», created by «class»
  @ plain-java-trace
  «exc»: pool is closed
  	at «class».acquire(Unknown Source)
  	at «class».run(FutureTask.java:«n3»)
  @ plain-go
  import cycle not allowed: «gopkg» imports «gopkg» v«ver»
  @ plain-commit
  HEAD is now at «hash7» (was «hash40»)
  @ plain-uuid
  trace_id=«uuid» span_id=«uuid» sampled=1/100
  @ plain-digest
  pulled nginx:«ver» «sha256» in «dur»
  @ plain-password-prose
  Your password must contain at least «n2» characters and/or a symbol.
  @ plain-password-expired
  The password has expired. Choose another one before «date».
  @ plain-password-rules
  «code» password authentication is disabled, use sso and/or passkeys after «time»
  @ plain-password-count
  password_attempts=«n» password_min_length=«n2» password_policy=strict
  @ plain-token-prose
  Unexpected token '<' at position «n»: expected a value, found text/html
  @ plain-token-metrics
  token_count=«n4» max_tokens=«n4» tokens_per_second=«n».«n2»
  @ plain-keys
  primary_key=id foreign_key=order_id sort_key=created_at key_count=«n»
  @ plain-key-error
  «pyerr»: 'status' while reading «column» («n»/«n4»)
  @ plain-sql-error
  «code» relation «table» does not exist near line «n», column «n2»
  @ plain-columns
  ambiguous column «column»; did you mean «column» in «table»?
  @ plain-regex
  pattern ^\d{3}-[a-z]+$ did not match row «n4», tried (a|b)*c? «n» times
  @ plain-mime
  415 Unsupported Media Type: got «mime», want «mime» and/or «mime»
  @ plain-css
  .btn { margin: 0 «n2»px; color: #fa«hex4»; width: calc(100% - «n2»px); }
  @ plain-html
  <div class="row"> closed by </span> at «n»:«n2» in template
  @ plain-cron
  next run 0 */«n» * * 1-5 at «ctime» (took «dur» last time)
  @ plain-dates
  range «date»..«date» overlaps «date»/«date» at «time»
  @ plain-ratio
  aspect ratio 16:9, zoom 3/4, progress «pct», score «n».«n3»
  @ plain-memory
  heap «size»/«size» used, gc pause «dur», rss «size»
  @ plain-latency
  p50=«dur» p95=«dur» p99=«dur» rps=«n4» err=«pct»
  @ plain-exit
  process exited with code «n» (SIGSEGV), core at «hex8», build #«n4»
  @ plain-hex
  fault addr «hex8» pc «hex8» flags rw-/r-x
  @ plain-tsc
  «code»: Property 'length' does not exist on type 'Promise<string>' («n»,«n2»)
  @ plain-rust
  error[E0«n3»]: borrowed value does not live long enough, note «n» of «n2»
  @ plain-cargo
  Compiling serde v«ver» and tokio v«ver» for x86_64-unknown-linux-gnu in «dur»
  @ plain-pip
  ERROR: No matching distribution found for numpy==«ver» (from pandas>=«ver2»,<3)
  @ plain-go-test
  ok  	«gopkg»	«n».«n3»s	coverage: «pct» of statements
  @ plain-k8s
  0/«n» nodes are available: «n2» Insufficient cpu, «n» node(s) had taint NoSchedule.
  @ plain-docker
  Step «n»/«n3» : RUN apt-get install -y curl=«ver» && echo done in «dur»
  @ plain-terraform
  Plan: «n» to add, «n2» to change, 0 to destroy; provider hashicorp/aws v«ver»
  @ plain-dbt
  «n» of «n3» OK created sql table model analytics.orders [SELECT «n4» in «dur»]
  @ plain-dbt-warn
  [WARNING]: Did not find matching node for patch with name stg_orders (v«ver», «n»/«n3»)
  @ plain-git
  «n» files changed, «n3» insertions(+), «n2» deletions(-) since «hash7»
  @ plain-git-conflict
  CONFLICT (content): Merge conflict in README.md; branch feature/retry-«n» vs origin/main at «hash7»
  @ plain-agent
  user agent «agent» sent «route» with «mime», answered «status»
  @ plain-chrome
  Chrome/1«n2».0.«n4».«n2» Safari/537.36 blocked by CSP default-src 'self'
  @ plain-tls
  handshake with TLSv1.3/X25519 done in «dur», alpn h2/http1.1, id «hash7»
  @ plain-units
  «n» rows/s, «size»/s, «n2» req/min, temperature «n2»°C ± 0.«n»
  @ plain-prose
  The «noun» was rebuilt «adverb» by the «svc»; nothing was lost in «dur».
  @ plain-prose-slash
  Open and/or close the «noun» before 9/10 of the input/output is read («n4» bytes).
  @ plain-user-error
  Something went wrong while saving the «noun». Try again in «n» minutes (code «code»).
  @ plain-user-limit
  You have used «n» of «n4» credits; the limit resets on «date».
  @ plain-logfmt
  ts=«iso» level=info msg="compaction finished" took=«dur» ratio=«n2»/«n3» size=«size»
  @ plain-json
  {"level":"info","service":"«svc»","took_ms":«n4»,"ok":true,"v":"«ver»"}
  @ plain-json-nested
  {"event":"run","ci":"github-actions","node":"v«ver»","counts":{"pass":«n3»,"fail":«n»}}
  @ plain-debug
  «lvl» [«svc»] state READY/DRAINING -> CLOSED (seq «n4», epoch «n»)
  @ plain-systemd
  «syslog» systemd[1]: «svc».service: Main process exited, code=exited, status=«n»/FAILURE
  @ plain-mysql
  ERROR 1064 (42000): You have an error in your SQL syntax near 'FROM' at line «n» (session «n4»)
  @ plain-oracle
  «code»: TNS listener does not currently know of service; client «ver5», wait «dur»
  @ plain-query
  SELECT COUNT(*) FROM «table» took «dur», scanned «n4» of «n4» partitions
  @ plain-flags
  unknown flag --dry-run-«n2»; see help and/or --verbose, -vv, --color=auto
  @ plain-locale
  locale en_US.UTF-8, tz Europe/Paris, build «n4», offset +01:00
  @ plain-semver
  ^«ver» is not satisfied by «ver»-beta.«n», next tag v«ver»-rc.1+build.«n4»
  @ plain-complexity
  O(n^2) merge of «n4» items beats O(n log n) below n=«n2», C++17 build
  @ plain-emoji
  ✅ «n»/«n» checks passed — ❌ none, ⚠️ «n2» warnings (took «dur»)
  @ plain-foreign
  Größe überschritten: «size» von «size», Schritt «n»/«n3» übersprungen
  @ plain-cjk
  処理に失敗しました ( コード «code» 、 «n»/«n3» 件、 «dur» )
  @ plain-scoped
  «npm» requires a peer of react@^«ver» but none is installed, see rfc/«n4»
  @ plain-decorator
  @Injectable() class «?Cache|Queue»Service cannot resolve @Inject(TOKEN_«n») at index «n2»
  @ plain-mention
  @dependabot rebase requested on #«n4», label area/«svc» priority/p«n»
  @ plain-env
  NODE_ENV=production LOG_LEVEL=debug WORKERS=«n2» TZ=UTC TIMEOUT=«dur»
  @ plain-template
  Hello {name}, ${count} of {{ total }} %s left; $1 and :id unresolved in «noun» «n4»
  @ plain-css-media
  @media (min-width: «n3»px) and (max-width: «n4»px) dropped rule «n»
  @ plain-arith
  division by zero in (a+b)/c where a=«n», b=«n2», x*y>=«n4»
  @ plain-bucket
  bucket 11-50 holds «n4» values, 51-200 holds «n3», >200 none since «time»
  """#
