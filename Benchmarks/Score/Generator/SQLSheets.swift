/// All sheets of SQL templates.
let sqlSheets = [
  plainSheet, standardSheet, postgresSheet, serverSheet, oracleSheet, cloudSheet, engineSheet,
]
