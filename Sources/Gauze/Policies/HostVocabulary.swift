/// The words that decide between a host name and a file, a package, a method or a column.
enum HostVocabulary {
  /// Top-level domains that are seldom anything else: two labels are enough.
  static let domains = WordTable(
    """
    com org net edu gov mil biz arpa onion \
    de uk fr jp cn ru nl ch dk fi cz eu hu ro bg ua kr hk tw sg au nz il za mx sk \
    рф бг укр срб \
    localdomain lan corp intranet example
    """
  )

  /// The same, which are words of code too: the first label must be a plain name.
  static let newDomains = WordTable("io ai co")

  /// Top-level domains that need evidence: a port, a known first label, a machine's name.
  static let words = WordTable(
    """
    dev app cloud tech online site xyz store shop blog live info me tv at be es it pt ie us ca \
    br se no pl cc to gg fm la ly ac sc my ph th vn ar cl pe ae sa ir pk ng ke eg kz by lv si hr \
    rs ba lu li mt cy mc sm ad gl ge am az md sh int gr tr lt ee systems network software \
    digital global solutions services agency company world website pro bank finance health
    """
  )

  /// Second labels below a country.
  static let seconds = WordTable("com co net org gov edu ac mil ne or go gob gouv nom")

  /// Last labels of networks that are nobody's in public: what stands before them is a machine.
  static let internals = WordTable("local internal svc consul")

  /// Last labels that RFC 2606 and RFC 6761 reserve, and others of private networks, which are words of
  /// code and files' extensions too.
  static let reserved = WordTable("test invalid intra home private")

  /// First labels of servers that no test is named for, as evidence for `reserved`.
  static let relays = WordTable(
    "smtp imap pop pop3 ftp sftp vpn ldap ns mx dns ntp www dhcp kdc gw"
  )

  /// Labels before `test` that name a kind of test.
  static let tests = WordTable(
    """
    spec unit integration e2e smoke page component snapshot parser service controller model util utils \
    helper helpers view views store reducer hook hooks api client server handler config router routes \
    middleware index auth app main core lib module type types class schema query form button list item
    """
  )

  /// First labels that are settings, files or objects before one of `internals`.
  static let notInternal = WordTable(
    """
    env settings config conf application appsettings docker-compose compose values this self thread \
    threading var vars rc data google-internal pkg jdk sun kotlin java javax react _ module std core \
    crate super storage session state scope ctx context provider resource output node tests test \
    kubernetes http https net os internal local is non global user users git dev prod test
    """
  )

  /// First labels of machines and services, as evidence for `words`.
  static let services = WordTable(
    """
    www www2 web api db mail smtp imap pop pop3 ftp sftp vpn ssh git gitlab svn jenkins ci cdn auth sso \
    login ldap ns ns1 ns2 mx mx1 static assets img media proxy gateway gw registry docker hub staging \
    stage admin portal grafana kibana prometheus vault consul nexus artifactory sonar jira confluence \
    wiki shop store blog mobile edge origin lb redis kafka mongo postgres mysql elastic search backup \
    monitoring metrics dashboard download downloads upload status support webmail autodiscover ws
    """
  )

  /// First labels of objects in code, at any length.
  static let objects = WordTable(
    """
    this self req res ctx window document process console cls args kwargs props state event evt obj e \
    module exports navigator globals options opts params math torch tensorflow numpy pandas
    """
  )

  /// First labels that make two labels a member of an object.
  static let members = WordTable(
    """
    user users request resp response context object config cfg app data item row rec record model arg \
    param prop log logger system os sys java javax python std core repo github gitlab account settings \
    options result results node parent child root base package pkg lib libs test tests spec main index \
    java scala kotlin socket okio tokio skimage scipy fs file stream bytes string util utils client \
    server session message messages strings locale locales lang i18n l10n translation translations \
    labels resources bundle table schema orders sales analytics events db database public asp vb ado ml \
    json paint entity spring hibernate draw machine window api env
    """
  )

  /// First labels of packages named by a reversed domain.
  static let reversed = WordTable(
    "com org net edu gov java javax jakarta sun jdk android androidx kotlin kotlinx scala akka io"
  )

  /// The same for countries and new domains: a package unless a `com` or the like ends it.
  static let reversedWords = WordTable(
    "de uk fr ch nl eu ru cn jp kr pl es it at be se no dk fi cz br in dev app ai me co"
  )

  /// Last labels of groups of Kubernetes' interface, each after a dot.
  static let groups = WordTable("k8s kubernetes")

  /// Keys whose value is a host, as the last part of a name.
  static let keys = WordTable(
    """
    host hostname hostnames hosts pghost dbhost fqdn nodename computername machinename servername \
    host_name node_name computer_name machine_name server_name
    """
  )

  /// Codes of a failed look-up, before a name.
  static let lookups = WordTable("enotfound eai_again lookup unknownhostexception")

  /// Codes of a failed connection, before a name.
  static let connections = WordTable(
    "econnrefused etimedout ehostunreach enetunreach econnreset econnaborted"
  )

  /// Programs whose argument is a host.
  static let programs = WordTable(
    "ping ping6 ssh scp sftp telnet traceroute tracepath tracert nslookup dig mtr netcat"
  )

  /// Words that bring a host with `to`.
  static let approaches = WordTable(
    "connect connected connecting connection connections reconnecting"
  )

  /// Words that bring a host at once.
  static let reaches = WordTable("reach reaching contact contacting")

  /// Functions of a resolver.
  static let functions = WordTable(
    "getaddrinfo gethostbyname resolve resolver lookup connect connection ssh dns ping curl wget"
  )

  /// What stands in a host's place and names nobody.
  static let nobody = WordTable(
    """
    localhost localhost4 localhost6 true false null none nil undefined unknown empty default any all \
    header headers name names is was not and or the a an in of to for at on by with from error failed \
    key keys file process machine group port string value must cannot could has does may will can no
    """
  )

  /// Protocols before the server of a data source.
  static let protocols = WordTable("tcp np lpc admin")

  /// Words that announce a machine of Windows.
  static let machines = WordTable(
    """
    server servers computer machine workstation host hostname controller pc client node member \
    computername machinename servername workstationname serveur servidor rechner ordinateur equipo
    """
  )

  /// Words between one of `machines` and its name.
  static let nameWords = WordTable("name named called at is")

  /// Words between which machines stand with their role: `logged on to ACME-WS12 from`.
  static let prepositions = WordTable("from to on by at via")

  /// Words of prose before a host's name.
  static let towards = WordTable(
    "see from to on via host server visit open reach reaching contact ping resolve domain site node connect"
  )

  /// Roles of machines, as their names hold them before a number.
  static let roles = WordTable(
    """
    dc ws pc sql srv fs lt nb vm ts rds web app db exch mail file print wks ca hv host node server api \
    proxy lb fw gw vpn nas san esx esxi bkp backup dns ldap ad sp iis ora oracle kafka redis
    """
  )

  /// Words of prose that stand where a host could before `port` or an address.
  static let places = WordTable(
    """
    database proxy server service host port serial usb gateway broker remote local peer upstream backend \
    support network cluster node client device socket localhost
    """
  )

  /// What stands before the number of a register or a standard.
  static let registers = WordTable(
    """
    cve cwe ghsa ora utf sha iso iec rfc http http2 https jira kb aes rsa tls ssl ieee ansi sqlstate ecma \
    usb pci sata ddr gpu cpu tcp udp rtx gtx x
    """
  )

  /// Schemes whose authority is no host.
  static let local = WordTable(
    """
    s3 s3a s3n gs webpack webpack-internal vscode vscode-file vscode-webview chrome-extension \
    moz-extension chrome about data urn package content android-app app jar classpath resource res \
    asset assets bundle capacitor ionic docker docker-image secret pkg node internal lambda dbt
    """
  )

  /// Ports of services: `name:port` is a host, where other numbers may be lines.
  static let ports = WordTable(
    """
    21 22 25 53 80 143 389 443 445 465 587 636 993 995 1433 1521 1883 2181 2375 2376 2379 2380 3000 3128 3306 \
    3389 4040 4369 5000 5432 5433 5439 5601 5671 5672 5984 6379 6380 6443 6432 7077 7687 8000 8008 8020 \
    8080 8081 8086 8088 8123 8200 8300 8443 8500 8529 8888 9000 9042 9090 9092 9093 9094 9200 9300 9418 \
    9443 10250 10000 11211 15672 16379 26257 26379 27017 27018 27019 28015 50070
    """
  )

  /// Ports of servers that stand in lists of their like, and are hardly another number.
  static let brokers = WordTable(
    "2181 2379 4222 5672 6379 6380 9042 9092 9093 9094 11211 26379 27017 27018 27019"
  )

  /// Last parts of names whose number is none of a port.
  static let counters = WordTable(
    "port ports code codes id ids line lines count size pid time status exit error length len row col"
  )
}
