/// Texts with e-mail addresses and with the numbers of people and accounts.
let personSheet = #"""
  @ login-failed
  «iso» «lvl» login failed for «email.any» after 3/5 attempts
  @ git-author
  commit «hash40»
  Author: <«email.any»>
  Date:   Tue Mar 17 09:26:53 2026 +0100
  @ git-push-denied
  remote: Permission denied to «email».
  fatal: unable to access the remote: The requested URL returned error: 403
  @ smtp-bounce
  550 5.1.1 <«email.any»>: Recipient address rejected: User unknown in virtual mailbox table
  @ postfix
  «syslog» relay postfix/smtp[«n4»]: to=<«email.sub»>, relay=none, delay=«n2», status=deferred
  @ email-json
  {"level":"warn","user":"«email.plus»","event":"signup","ok":false}
  @ email-json-escaped
  {"actor":"«jsonx/email»","action":"merge/rebase"}
  @ email-logfmt
  level=info user=«email.any» action=export rows=«n4» dur=«dur»
  @ email-quoted-local
  invalid mailbox «email.quoted» in header From
  @ email-idn
  Kein Postfach für «email.idn» gefunden, «n» von «n3» zugestellt
  @ email-fullwidth
  ユーザー «full/email» は 見つかりません ( «code» )
  @ email-localhost
  mail delivery to «email.local» queued as c«hex4»
  @ email-percent
  «route»?user=«pctall/email.plus»&page=2 «proto» «status»
  @ email-html
  Contact &lt;«html/email»&gt; and/or your administrator
  @ email-mailto
  href="mailto:«email»?subject=hello"
  @ email-sentence
  Your account «email.caps» is not a member of this workspace.
  @ email-parenthesis
  row «n4» ignored (owner «email.odd»), «pct» done
  @ email-list
  cc: «email», «email.plus»; subject: n/a
  @ email-validation
  ValidationError: "user.email" must be a valid email, got "«q/email.odd»"
  @ email-unique
  ERROR:  duplicate key value violates unique constraint "users_email_key"
  DETAIL:  Key (email)=(«email.any») already exists.
  @ email-mysql-duplicate
  ERROR 1062 (23000): Duplicate entry '«email»' for key 'users.email'
  @ email-mongo-duplicate
  E11000 duplicate key error collection: app.users index: email_1 dup key: { email: "«q/email.plus»" }
  @ email-prisma
  P2002: Unique constraint failed on the fields: (`email`) with value «email»
  @ email-django
  User matching query does not exist: email=«email.any» (views.py)
  @ email-rails
  Started POST "/session" with Parameters: {"email"=>"«q/email»", "remember"=>"1"}
  @ email-sql-text
  Failed query: SELECT id, status FROM users WHERE email = '«q/email»' LIMIT 1
  @ email-gcloud
  ERROR: (gcloud.run.deploy) PERMISSION_DENIED: «email» does not have run.services.get
  @ email-npm-publish
  npm notice Publishing «npm» as «email»
  @ email-cert
  certificate subject: CN=«email.sub»,OU=eng expires «date»
  @ email-ldap
  bind failed: mail=«email»,ou=people invalid credentials (49)
  @ email-slack
  chat.postMessage failed for «email.caps»: not_in_channel
  @ email-docs-comment
  reviewed by «email.sub»; 2/2 approvals, ratio 16:9 kept
  @ email-trailing
  ask «email».
  @ card-declined
  Payment declined for card «card» (code 51, do not honor)
  @ card-json
  {"type":"card_error","pan":"«q/card.plain»","status":402}
  @ card-log
  charge=failed pan=«card.plain» attempts=2/3 took=«dur»
  @ card-validation
  CardNumberValidator: "«q/card»" rejected, expected type visa and/or amex
  @ card-csv
  line «n4»: 2026,EUR,«card.plain»,declined
  @ iban-invalid
  The IBAN «iban» could not be credited; reason AC04
  @ iban-json
  {"creditor":{"iban":"«q/iban.plain»"},"status":"rejected"}
  @ iban-sepa
  pain.001 line «n»: DbtrAcct/Id/IBAN=«iban.plain» rejected with «code»
  @ iban-prose
  refund to «iban» is pending since «date»
  @ ssn-form
  Validation failed: ssn «ssn» already registered
  @ ssn-json
  {"applicant":{"ssn":"«q/ssn»"},"score":«n3»}
  @ ssn-logfmt
  level=debug step=kyc ssn=«ssn» result=review
  @ ssn-prose
  Social security number: «ssn» (from form W-9, page 2/4)
  @ phone-sms
  SMS to «phone» failed: 30005 Unknown destination handset
  @ phone-twilio
  TwilioRestException: The 'To' number «phone.e164» is not a valid phone number.
  @ phone-json
  {"phone":"«q/phone»","verified":false,"attempts":«n»}
  @ phone-sentence
  Call «phone» or write to us between 09:00-17:00
  @ phone-logfmt
  channel=voice to=«phone.e164» status=busy dur=«dur»
  @ phone-tel
  <a href="tel:«phone.e164»">call</a>
  @ phone-whatsapp
  delivery receipt for «phone»: read «time»
  @ aws-account
  AccessDenied: account «acct» is not authorized to perform sts:AssumeRole
  @ aws-account-json
  {"AccountId":"«q/acct»","Region":"eu-west-1"}
  @ aws-account-env
  AWS_ACCOUNT_ID=«acct» AWS_REGION=eu-west-1 make deploy
  @ aws-arn-denied
  User: «arn» is not authorized to perform: s3:GetObject because no policy allows it
  @ aws-arn-terraform
  Error: reading IAM Role: operation error IAM: GetRole, https response error StatusCode: «status», resource «arn»
  @ aws-arn-json
  {"errorType":"AccessDeniedException","resource":"«q/arn»"}
  @ aws-ecr
  denied: not authorized to pull «~«acct».dkr.ecr.eu-west-1.amazonaws.com/app:«ver»»
  @ identifier-pair
  customer record: phone «phone», iban «iban.plain», plan pro/annual
  @ person-mixed
  «ctime» «lvl» «svc» user=«email» from «ip4» used «agent»
  @ person-import
  import row «n4»: «email.plus»,«phone.e164»,active «date»
  @ person-path
  cannot sync «path.posix.csv» for «email»: quota «size» exceeded
  @ support-ticket
  Customer «email.caps» reports card «card» charged 2/2 times on «date»
  @ card-fullwidth
  カード «full/card.plain» は 拒否されました ( «n»/«n3» 件 )
  @ email-double-quoted-json
  body="{\"to\":\"«jsonx/email.plus»\",\"retry\":\"2/3\"}"
  @ email-csv
  row rejected: «n4»,«email.any»,active,«date»
  @ email-rcpt
  RCPT TO:<«email.quoted»> 501 5.1.3 Bad recipient address syntax
  @ email-idn-json
  {"to":"«email.idn»","template":"welcome/v2"}
  @ iban-bic
  IBAN: «iban» BIC: n/a Betrag: «n»,00 EUR
  @ card-dash-prose
  Refund «n»/«n3» went back to «card» on «date».
  """#
