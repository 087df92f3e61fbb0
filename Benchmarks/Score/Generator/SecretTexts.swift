/// Texts with credentials: tokens, passwords and connection strings.
let secretSheet = #"""
  @ bearer-header
  > Authorization: «~Bearer» «tok.jwt»
  < «proto» «status»
  @ bearer-opaque
  request failed: headers={Authorization: «~Bearer» «tok.url»} status=«status»
  @ basic-header
  > «route» «proto»
  > Authorization: «~Basic» «tok.basic»
  @ curl-user
  curl -sS -u «~deploy:»«tok.pw» -X POST /v1/batch -H 'Accept: application/json'
  @ curl-header
  curl -H 'X-Api-Key: «tok.rand»' -H 'Content-Type: «mime»' --retry 3
  @ aws-key-pair
  aws_access_key_id = «tok.aws»
  aws_secret_access_key = «tok.awssecret»
  region = eu-west-1
  @ aws-env
  export AWS_ACCESS_KEY_ID=«tok.aws» AWS_SECRET_ACCESS_KEY=«tok.awssecret»
  @ aws-invalid
  InvalidAccessKeyId: The AWS Access Key Id «tok.aws» does not exist in our records.
  @ aws-presigned
  GET /bucket/key?X-Amz-Credential=«tok.aws»%2F20260317%2Feu-west-1&X-Amz-Signature=«tok.hex64»
  @ aws-session-json
  {"AccessKeyId":"«q/tok.aws»","SecretAccessKey":"«q/tok.awssecret»","Type":"AWS-HMAC"}
  @ gcp-key
  API key not valid: «tok.gcp» (reason API_KEY_INVALID)
  @ gcp-query
  «route»?key=«tok.gcp»&alt=json «status» in «dur»
  @ gcp-oauth
  google.auth.exceptions.RefreshError: invalid_grant for token «tok.gcpoauth»
  @ gcp-service-account
  {"type":"service_account","private_key":"«q/tok.pemjson»","token_uri":"n/a"}
  @ azure-storage
  DefaultEndpointsProtocol=https;AccountKey=«tok.azurestorage»;EndpointSuffix=core
  @ azure-secret
  AADSTS7000215: Invalid client secret provided: «tok.azuread» for app «uuid»
  @ azure-sas
  403 for blob list?sv=2023-11-03&sp=rl&sig=«tok.sig»&se=2026-04-01
  @ github-clone
  fatal: could not read Password: token «tok.github» rejected (403)
  @ github-actions
  Run gh auth login --with-token <<< «tok.github»
  using actions/setup-node@v4
  @ github-env
  GITHUB_TOKEN=«tok.github» npx semantic-release@«ver»
  @ gitlab-header
  PRIVATE-TOKEN: «tok.gitlab» rejected with «status»
  @ slack-invalid
  slack_sdk.errors.SlackApiError: invalid_auth (token «tok.slack»)
  @ slack-webhook
  POST «tok.slackhook» returned no_service
  @ stripe-invalid
  Invalid API Key provided: «tok.stripe» (request req/id n/a)
  @ stripe-config
  stripe.key: "«q/tok.stripe»" mode: live/test
  @ openai-invalid
  openai.AuthenticationError: Error code: 401 - Incorrect API key provided: «tok.openai».
  @ anthropic-invalid
  authentication_error: invalid x-api-key «tok.anthropic» on «route»
  @ anthropic-env
  ANTHROPIC_API_KEY=«tok.anthropic» MAX_TOKENS=«n4»
  @ npmrc
  //registry.npmjs.example/:_authToken=«tok.npm»
  always-auth=true
  @ pypi-upload
  twine upload -u __token__ -p «tok.pypi» dist/*
  @ vendor-token
  token «tok.other» is expired or revoked; code «code»
  @ vendor-token-quoted
  unexpected token value '«q/tok.any»' in header, want type opaque/jwt
  @ vendor-token-json
  {"msg":"bad credentials","token":"«q/tok.any»","retry":"2/3"}
  @ vendor-token-list
  revoked: «tok.any», «tok.other» ; kept: n/a
  @ sendgrid
  SendGrid 401: The provided authorization grant is invalid: «tok.sendgrid»
  @ telegram
  https://telegram-proxy.example/bot«tok.telegram»/getUpdates «status»
  @ airtable
  AIRTABLE_PAT «tok.airtable» lacks scope data.records:read
  @ jwt-expired
  TokenExpiredError: jwt expired «tok.jwt» at «iso»
  @ jwt-cookie
  Set-Cookie: session=«tok.jwt»; Path=/; HttpOnly; Max-Age=«n4»
  @ session-cookie
  Cookie: theme=dark; sessionid=«tok.hex32»; lang=en/US
  @ csrf-header
  X-CSRF-Token: «tok.b64»
  Referer: n/a
  @ pem-block
  could not parse key:
  «tok.pem»
  reason: «code»
  @ pem-json
  {"tls":{"key":"«tok.pemjson»","min":"TLSv1.2"}}
  @ kv-snake
  starting «svc» with «sk.snake»=«tok.pw» workers=«n2»
  @ kv-camel
  options {«sk.camel»: '«q/tok.pwq»', retries: 3}
  @ kv-kebab
  header «sk.kebab»: «tok.rand» was refused
  @ kv-dots
  spring.«sk.dots»=«tok.pw»
  server.port=8080
  @ kv-upper
  docker run -e «sk.upper»=«tok.pw» -e NODE_ENV=production app:«ver»
  @ kv-spaced-equals
  «sk.snake» = «tok.rand»
  timeout = 30
  @ kv-quoted
  «sk.any»="«q/tok.pwq»" loaded from environment, ttl=«dur»
  @ kv-colon
  password: «tok.pw»
  pool_size: «n»
  @ kv-single-quoted
  connect failed with password '«q/tok.pwq»' (using SSL: yes/no)
  @ yaml-members
  «svc»:
    «sk.snake»: «tok.rand»
    replicas: «n»
    strategy: rolling/recreate
  @ yaml-quoted
  «sk.camel»: "«q/tok.pwq»"
  log_level: info
  @ json-members
  {"«sk.camel»":"«q/tok.rand»","maxTokens":«n4»,"primaryKey":"id"}
  @ json-escaped-string
  body="{\"«sk.snake»\":\"«json/tok.rand»\",\"page\":2}" status=«status»
  @ json-pretty
  {
    "«sk.snake»": "«q/tok.pwq»",
    "token_count": «n4»
  }
  @ python-dict
  config = {'«sk.snake»': '«q/tok.pwq»', 'debug': False}
  @ ruby-hash
  :«sk.snake» => "«q/tok.rand»", :pool => 5
  @ xml-attribute
  <add key="«sk.camel»" value="«q/tok.rand»" />
  @ xml-element
  <password>«tok.pw»</password> <timeout>30</timeout>
  @ properties-file
  «sk.dots»:«tok.rand»
  cache.enabled:true
  @ cli-password-equals
  mysqldump «~--user=backup» --password=«tok.pw» --single-transaction app
  @ cli-password-space
  helm upgrade app --set replicas=3 --password «tok.pw» --wait
  @ cli-short-p
  mysql -u «~root» -p«tok.pw» -h db -e 'SELECT 1/2'
  @ cli-sshpass
  sshpass -p '«q/tok.pwq»' scp «~dump.sql» «~backup:»
  @ cli-docker-login
  docker login -u «~deploy» -p «tok.pw» failed with exit code 1
  @ cli-api-key
  «svc» sync --api-key «tok.rand» --since «date»
  @ cli-token-equals
  vault kv get --token=«tok.rand» -format=json secret/app
  @ cli-redis
  redis-cli -a «tok.pw» --scan --count «n4»
  @ cli-pgpassword
  PGPASSWORD=«tok.pw» pg_dump -Fc -j 4 app
  @ cli-pgpassword-quoted
  PGPASSWORD='«q/tok.pwq»' psql -c 'select 3/4'
  @ query-token
  «route»?access_token=«tok.url»&page=3 «proto» «status»
  @ query-apikey
  GET /export?format=csv&api_key=«tok.hex32» «status» «dur»
  @ query-sig
  redirect /callback?state=ready&code=«tok.url»&scope=read
  @ query-password-percent
  «route»?user_id=7&password=«pctall/tok.pwq» «status»
  @ nginx-access-token
  «ip4» - - «clf» "«route»?token=«tok.hex40» «proto»" «status» «n4» "-" "«agent»"
  @ oauth-refresh
  refresh_token=«tok.url» grant_type=refresh_token expires_in=3600
  @ totp
  one-time code «tok.pin» for sign-in expires in 10 minutes
  @ env-dump
  HOME=n/a
  «sk.upper»=«tok.rand»
  LANG=en_US.UTF-8
  @ env-export
  export «sk.upper»="«q/tok.pwq»"
  @ dotenv-error
  dotenv: line «n»: cannot parse «sk.upper»=«tok.rand»
  @ powershell-env
  $env:«sk.upper» = "«q/tok.pwq»"; dotnet test --no-build
  @ ci-mask-miss
  ##[debug]Evaluating: secrets.«sk.upper» => '«q/tok.rand»'
  @ kube-secret
  Error from server (BadRequest): Secret "app" in version "v1": data: «sk.snake»: «tok.b64»
  @ terraform-plan
    ~ «sk.snake» = "«q/tok.rand»" -> (known after apply)
  Plan: 1 to add, 2 to change, 0/3 to destroy.
  @ sentence-password
  The password «tok.pw» is too similar to the previous 3/5
  @ password-quoted-prose
  Invalid password "«q/tok.pwq»" for role app_ro
  @ datadog-key
  DD_API_KEY «tok.hex32» rejected, site us5
  @ sentry-dsn
  sentry dsn=https://«tok.hex32»@o«n4».ingest.telemetry.example/42
  @ vault-token
  X-Vault-Token: «tok.other»
  X-Vault-Request: true
  @ webhook-secret
  signature mismatch, secret=«tok.stripe» payload=«n4» bytes
  @ conn-refused
  could not connect: «conn.url» (connection refused after «dur»)
  @ conn-env
  DATABASE_URL=«conn.pg» NODE_ENV=production
  @ conn-sqlalchemy
  sqlalchemy.exc.OperationalError: cannot connect with «conn.mysql»
  (Background on this error: e3q8)
  @ conn-mongo
  MongoServerSelectionError: connection timed out «conn.mongo»
  @ conn-mongo-srv
  querySrv ETIMEOUT for '«q/conn.srv»'
  @ conn-redis
  [ioredis] Unhandled error event at «conn.redis»: «code»
  @ conn-celery
  consumer: Cannot connect to «conn.amqp»: timed out. Trying again in «dur»... (2/100)
  @ conn-jdbc
  HikariPool-1 - Failed to obtain connection, jdbcUrl=«conn.jdbc»
  «exc»: timeout
  @ conn-jdbc-quoted
  No suitable driver found for "«q/conn.jdbc»"
  @ conn-odbc
  pyodbc.InterfaceError: ('IM002', '«q/conn.odbc»')
  @ conn-ado
  connection string: "«q/conn.ado»"
  at System.Data.SqlClient.SqlConnection.Open()
  @ conn-ado-json
  {"ConnectionStrings":{"Default":"«q/conn.ado»"}}
  @ conn-libpq
  connection to server failed: "«q/conn.libpq»" FATAL: too many clients (97/100)
  @ conn-snowflake
  snowflake.sqlalchemy: 250001 (08001): failed to connect «conn.snowflake»
  @ conn-kafka
  sasl.jaas.config=«conn.kafka»
  acks=all
  @ conn-git
  fatal: unable to access '«q/conn.git»/': The requested URL returned error: 403
  @ conn-git-remote
  origin	«conn.git» (fetch)
  @ conn-http-basic
  GET «conn.http» -> «status» in «dur»
  @ conn-proxy
  HTTPS_PROXY=«conn.http» pip install numpy==«ver»
  @ conn-ftp
  upload to «conn.ftp» failed at «pct»
  @ conn-smtp
  MAILER_DSN="«q/conn.smtp»"
  @ conn-clickhouse
  DB::NetException: «conn.clickhouse» refused, code: 210
  @ conn-yaml
  default:
    url: «conn.any»
    pool: «n»
  @ conn-json
  {"dsn":"«q/conn.url»","attempt":«n»}
  @ conn-json-slashes
  {"url":"«jsonx/conn.http»","ok":false}
  @ conn-percent
  «route»?dsn=«pctall/conn.pg»&check=1 «status»
  @ conn-prisma
  Error: P1001: Can't reach database server using «conn.pg»
  @ conn-alembic
  alembic upgrade head with sqlalchemy.url = «conn.mysql»
  @ conn-sentence
  Your workspace still uses «conn.url»; please rotate it.
  @ conn-dbt
  Encountered an error connecting with «conn.libpq»
  @ conn-angle
  broker <«conn.amqp»> closed, frames=«n4»
  @ jwt-fragment
  GET /done#id_token=«tok.jwt»&state=ready «status»
  @ kube-env
  - name: «sk.upper»
    value: «tok.rand»
  - name: NODE_ENV
    value: production
  @ json-name-value
  {"name":"«sk.upper»","value":"«q/tok.rand»","type":"text/plain"}
  @ toml-table
  [auth]
  «sk.snake» = "«q/tok.rand»"
  retries = 3
  @ header-json
  {"headers":{"authorization":"Bearer «tok.url»"},"status":«status»}
  @ basic-json
  {"headers":{"Authorization":"Basic «tok.basic»"},"method":"GET"}
  @ ini-section
  [mail]
  smtp_password=«tok.pw»
  smtp_port=587
  @ go-struct
  config: {Workers:«n2» APIKey:«tok.rand» Timeout:«dur»}
  @ rust-struct
  Config { workers: «n2», client_secret: "«q/tok.pwq»", mode: "read/write" }
  @ java-map
  {auth.mode=basic, auth.password=«tok.pw», auth.retries=3}
  @ sql-identified
  statement failed: ALTER ROLE app_ro PASSWORD '«q/tok.pwq»' near line «n»
  """#
