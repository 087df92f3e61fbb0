/// The words that decide between a path and something that only looks like one.
enum PathVocabulary {
  /// Extensions of files that are met in the wild; a blank after one ends an unquoted path.
  static let extensions = WordTable(
    """
    sql csv tsv txt log md mdx rst tex json jsonc json5 jsonl ndjson yaml yml toml ini cfg conf xml \
    html htm css scss sass less js jsx ts tsx mjs cjs mts cts vue svelte astro py pyc pyi pyx ipynb \
    rb erb php java class kt kts scala clj groovy go rs c h cc cpp cxx hpp hh hxx cs csproj fs vb sln \
    swift m mm r jl lua pl pm ex exs erl hs ml sh bash zsh fish ps1 psm1 bat cmd exe dll so dylib a o \
    lib obj jar war zip tar gz tgz bz2 xz zst 7z rar parquet avro orc feather arrow db sqlite sqlite3 \
    duckdb mdb xls xlsx doc docx ppt pptx odt ods pdf png jpg jpeg gif svg webp ico bmp tiff mp3 mp4 \
    wav mov avi mkv webm pem key crt cer der p12 pfx jks env lock pid sock tf tfvars tfstate hcl proto \
    graphql gql gradle properties plist bak tmp swp old orig dat bin img iso dmg pkg deb rpm msi whl \
    egg map wasm git pkl npy npz h5 pt onnx safetensors gguf dbt j2 tmpl tpl hbs ejs snap test spec \
    patch diff asc gpg kdbx ovpn pub vsix service socket
    """
  )

  /// Schemes of the web: no URL of theirs names a file here.
  static let web = WordTable("http https")

  /// Schemes of cloud stores.
  static let cloud = WordTable("gs s3 s3a s3n abfs abfss wasb wasbs adl dbfs hdfs oss cos swift az")

  /// Schemes whose URLs name files.
  static let files = WordTable(
    """
    file webpack webpack-internal vscode vscode-file vscode-remote sqlite duckdb cursor idea sftp scp \
    smb nfs afp
    """
  )

  /// The scheme that names files even with a single slash.
  static let file = WordTable("file")

  /// Schemes with a single slash that name no file of a disk.
  static let resources = WordTable("classpath")

  /// Components below which people's own directories stand.
  static let homes = WordTable("home users")

  /// The same, as POSIX systems spell them.
  static let posixHomes = WordTable("home Users")

  /// First components that make a path even alone.
  static let systems = WordTable(
    """
    home Users etc tmp var root opt usr mnt srv Volumes private Library Applications
    """
  )

  /// HTTP methods: what follows is a route.
  static let methods = WordTable("GET POST PUT PATCH DELETE HEAD OPTIONS TRACE CONNECT")

  /// Labels of routes.
  static let routes = WordTable(
    """
    route routes endpoint endpoints url uri href src action redirect redirected redirecting navigate \
    navigated navigating navigation
    """
  )

  /// The label that names a file's path as often as a route.
  static let pathLabel = WordTable("path")

  /// First components of interfaces: behind `path` they are routes.
  static let interfaces = WordTable("api apis rest graphql rpc v1 v2 v3 v4")

  /// Hosts of modules and owners, as import paths write them without a scheme.
  static let moduleHosts = WordTable(
    """
    github.com gitlab.com bitbucket.org codeberg.org golang.org google.golang.org k8s.io sigs.k8s.io \
    gopkg.in go.uber.org go.opentelemetry.io go.opencensus.io go.etcd.io go.mongodb.org cloud.google.com \
    gocloud.dev modernc.org rsc.io honnef.co gorm.io gonum.org gotest.tools filippo.io helm.sh istio.io \
    knative.dev entgo.io buf.build git.sr.ht mvdan.cc oras.land go4.org gvisor.dev cuelang.org \
    docker.io quay.io ghcr.io gcr.io registry.k8s.io mcr.microsoft.com public.ecr.aws \
    storj.io nhooyr.io fyne.io gioui.org dario.cat go.temporal.io go.starlark.net
    """
  )

  /// Folders that projects and people name so: a path that begins with one may hold a blank.
  static let directories = WordTable(
    """
    docs doc documents src source sources lib libs test tests data notes reports report files images img \
    assets models scripts downloads desktop pictures music videos invoices letters contracts projects
    """
  )

  /// Extensions of what servers serve: behind a label such as `url` they are routes.
  static let served = WordTable(
    """
    html htm css js mjs jsx ts tsx json xml php map png jpg jpeg gif svg webp ico woff woff2 txt md pdf \
    graphql
    """
  )

  /// Words before `//server/share`: a share, and the programs that mount one.
  static let shares = WordTable(
    "mount mount.cifs mount_smbfs umount cifs smb smbclient smbget smbfs share unc"
  )

  /// The server as which Windows shows a subsystem's files.
  static let subsystems = WordTable("wsl.localhost")

  /// Commands before a directory: `cd ~zorro`.
  static let commands = WordTable(
    "cd pushd chdir ls ll cat rm cp mv mkdir rmdir chown chmod du find tar rsync scp stat source open su"
  )

  /// Words that begin a sentence before a path, and are no names.
  static let headings = WordTable(
    """
    open read write load find found skip copy move delete remove create make build run compile import \
    include link parse fetch download upload save saved wrote file files path paths folder directory \
    module model models package target script test tests suite source sources in not bad unknown missing \
    warning info debug trace notice note hint fatal panic exception traceback expected got cause usage \
    updated added deleted modified renamed new old see at on of to from for
    """
  )

  /// How the names of Java's own modules begin.
  static let javaModules = WordTable("java. jdk.j jdk.i jdk.h jdk.x jdk.c")

  /// The types of RFC 6838.
  static let mediaTypes = WordTable(
    "application audio example font haptics image message model multipart text video"
  )

  /// The trees of names of RFC 6838 §3.
  static let mediaTrees = WordTable("vnd prs x")

  /// Lower-case words that join phrases and name nobody.
  static let joints = WordTable(
    "and or then but to from with for at in on by as of not into via because when while if"
  )

  /// Particles of names: the word after one belongs to the name.
  static let particles = WordTable(
    "van von der den de del della di da dos das du la le ter ten zu zum zur af av bin ibn al el y e"
  )

  /// Symbols of system errors, as they follow a path.
  static let errors = WordTable(
    """
    ENOENT EACCES EPERM EEXIST ENOTDIR EISDIR ENOTEMPTY EMFILE ENFILE EBUSY EINVAL ENOSPC EROFS ELOOP \
    ENAMETOOLONG EXDEV EIO EAGAIN ETIMEDOUT ECONNREFUSED EPIPE
    """
  )

  /// Pairs with a slash that are words, in lower case.
  static let pairs = WordTable(
    "and/or n/a w/o i/o tcp/ip input/output read/write ci/cd client/server yes/no on/off true/false"
  )
}
