/// Texts with addresses of machines and of networks.
let networkSheet = #"""
  @ nginx-access
  «ip4» - - «clf» "«route» «proto»" «status» «n4» "-" "«agent»"
  @ apache-access-v6
  «ip6.plain» - - «clf» "«route» «proto»" «status» «n4»
  @ nginx-upstream
  «ctime» [error] «n2»#0: *«n4» connect() failed (111: Connection refused) while connecting to upstream, client: «ip4», upstream: "http://«ip4»:8080/v1"
  @ ip-refused
  dial tcp «ip4»:«n4»: connect: connection refused
  @ ip-node
  Error: connect ECONNREFUSED «ip4»:5432
      at TCPConnectWrap.afterConnect [as oncomplete] (node:net:«n3»:16)
  @ ip-sshd
  «syslog» node1 sshd[«n4»]: Invalid user admin from «ip4» port «n4»
  @ ip-firewall
  «syslog» kernel: [UFW BLOCK] IN=eth0 SRC=«ip4» DST=«ip4» PROTO=TCP SPT=«n4» DPT=22
  @ ip-bracket
  [client «ip4»:«n4»] AH00124: Request exceeded the limit of 10 internal redirects
  @ ip-json
  {"remote":"«q/ip4»","method":"GET","status":«status»,"ms":«n»}
  @ ip-logfmt
  ts=«iso» level=info peer=«ip4»:«n4» proto=h2 bytes=«n4»
  @ ip-forwarded
  X-Forwarded-For: «ip4», «ip4»
  X-Request-Id: «uuid»
  @ ip-cidr
  security group allows «ip4»/32 on ports 80/443
  @ ip-pg-hba
  FATAL:  no pg_hba.conf entry for host "«q/ip4»", user «~"app"», database «~"app"», SSL off
  @ ip-mysql-denied
  ERROR 1045 (28000): Access denied for user 'app'@'«q/ip4»' (using password: YES)
  @ ip-sentence
  Sign-in from a new device at «ip4» on «date»
  @ ip-kube
  Readiness probe failed: Get "http://«ip4»:8080/healthz": context deadline exceeded
  @ ip-range
  pool «ip4»-«ip4» exhausted, 0/64 leases free
  @ ip-parenthesis
  64 bytes from (ttl=«n2») («ip4»): icmp_seq=«n» time=«dur»
  @ ipv6-bracket
  dial tcp [«ip6.plain»]:443: i/o timeout
  @ ipv6-forms
  peer «ip6» unreachable, metric «n»
  @ ipv6-json
  {"client_ip":"«q/ip6»","tls":"TLSv1.3"}
  @ ipv6-logfmt
  src=«ip6» verdict=drop rule=«n»
  @ ipv6-quoted
  invalid neighbor '«q/ip6»' on interface lo, state n/a
  @ ipv6-sentence
  Address «ip6» was already assigned, retry 2/3
  @ ipv6-url
  GET http://[«ip6.plain»]:8080/metrics «status»
  @ mac-dhcp
  DHCPDISCOVER from «mac» via eth0: no free leases
  @ mac-wifi
  wlan0: authenticate with «mac» (try 1/3)
  @ mac-json
  {"device":"«q/mac»","rssi":-«n2»,"fw":"«ver»"}
  @ mac-arp
  ? («ip4») at «mac» [ether] on eth0
  @ host-dns
  getaddrinfo ENOTFOUND «host»
  @ host-dns-go
  lookup «host» on «ip4»:53: no such host
  @ host-port
  Connection to «host»:5432 refused. Check that the hostname and port are correct.
  @ host-python
  urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='«q/host»', port=443): Max retries exceeded with url: /v1
  @ host-java
  java.net.UnknownHostException: «host»
  	at java.base/java.net.InetAddress.getAllByName(InetAddress.java:«n4»)
  @ host-psql
  psql: error: connection to server at "«q/host»" («ip4»), port 5432 failed: timeout expired
  @ host-kafka
  [Consumer clientId=c-1, groupId=g-1] Bootstrap broker «host»:9092 (id: -1 rack: null) disconnected
  @ host-redis
  redis.exceptions.ConnectionError: Error 113 connecting to «host»:6379. No route to host.
  @ host-url
  fetch https://«host»/api/v2/items failed with «status» «?Bad Gateway|Not Found»
  @ host-url-port
  POST http://«host»:8081/subjects «proto» «status» («dur»)
  @ host-ssh
  ssh: connect to host «host» port 22: Operation timed out
  @ host-git-ssh
  git@«host»: Permission denied (publickey).
  @ host-docker-registry
  Error response from daemon: Get "https://«host»/v2/": x509: certificate signed by unknown authority
  @ host-docker-pull
  Failed to pull image "«host»:5000/app:«ver»": rpc error: code = NotFound
  @ host-pip
  WARNING: Retrying (total=4) after connection broken by timeout: index https://«host»/simple/
  @ host-npm
  npm ERR! request to https://«host»/react failed, reason: self signed certificate
  @ host-maven
  Could not transfer artifact org.slf4j:slf4j-api:jar:«ver» from mirror (https://«host»/maven): «status»
  @ host-helm
  Error: INSTALLATION FAILED: looks like "https://«host»/charts" is not a valid chart repository
  @ host-windows
  Cannot open server «host.win» requested by the login; error 18456
  @ host-windows-share
  The RPC server «host.win» is unavailable (0x800706BA)
  @ host-ldap
  LDAPException: Can't contact ldaps://«host»:636 (81)
  @ host-smtp
  smtplib: (421, 'Service not available') from «host»:25
  @ host-grpc
  rpc error: code = Unavailable desc = name resolver error: produced zero addresses for dns:///«host»:9090
  @ host-prometheus
  up{instance="«q/host»",job="node"} 0
  @ host-syslog
  «syslog» «host» «svc»[«n4»]: segment «n» flushed in «dur»
  @ host-json
  {"level":"error","upstream":"«q/host»","status":«status»}
  @ host-yaml
  endpoint: «host»
  port: 9200
  scheme: https/http
  @ host-snowflake-timeout
  ORA-12541: TNS:no listener (HOST=«host»)(PORT=1521)
  @ host-jenkins
  ERROR: Unable to reach agent on «host»: java.io.IOException (3/5)
  @ host-cert
  x509: certificate is valid for another name, not «host»
  @ host-and-path
  scp «path.posix.gz» «~backup»@«host»: lost connection
  @ host-etcd
  {"level":"warn","msg":"prober detected unhealthy status","round-trip":"0s","peer":"«host»:2380"}
  @ traceroute
   «n2»  «host» («ip4»)  «n».«n3» ms  «n».«n3» ms
  @ resolv
  nameserver «ip4»
  search «host»
  @ audit-line
  «iso» audit user=«email» ip=«ip4» action=«?read|write|delete» object=«table» result=ok
  @ k8s-event
  Warning FailedMount pod/«svc»-0 MountVolume.SetUp failed: mount «host»:/exports timed out
  @ ip-fullwidth
  接続元 «full/ip4» からの 要求は 拒否されました ( «status» )
  @ ipv6-parenthesis
  session closed («ip6»), bytes=«n4» proto=tcp/udp
  @ ipv6-comma
  X-Real-IP: «ip6», scheme n/a
  @ ipv6-neighbour
  «ip6» dev eth0 lladdr «mac» REACHABLE
  @ ipv6-trailing
  no route to «ip6».
  @ mac-switch
  %SW_MATM-4-MACFLAP_NOTIF: Host «mac» in vlan «n» is flapping between port Gi1/0/«n2» and port Gi1/0/«n2»
  @ mac-logfmt
  event=join mac=«mac» channel=«n2» rssi=-«n2»
  """#
