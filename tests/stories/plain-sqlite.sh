# The facts can be read with the plain sqlite3 shell
visitgraph import examples/zh/*.csv >said.txt
sqlite3 visitgraph.db 'SELECT type, date, place, purpose, word FROM visit ORDER BY date, purpose'
sqlite3 visitgraph.db "SELECT v.date, p.role, p.name, p.title, p.organization, p.lead FROM participant p JOIN visit v ON v.id = p.visit WHERE v.purpose LIKE '国资%' ORDER BY p.role, p.name"
sqlite3 visitgraph.db "SELECT a, b, topic, status, date FROM tie WHERE status = 'signed' ORDER BY a, b"
sqlite3 visitgraph.db "SELECT person, organization, title FROM member ORDER BY person, organization"
sqlite3 visitgraph.db "SELECT kind, source, line, citation FROM evidence WHERE kind <> 'description' ORDER BY source, line LIMIT 5"
# Who visited whom, derived in one statement.
sqlite3 visitgraph.db "SELECT a.name, v.date, b.name FROM participant a JOIN participant b ON b.visit = a.visit JOIN visit v ON v.id = a.visit WHERE a.role = 'visitor' AND a.lead AND b.role = 'host' ORDER BY v.date IS NULL, v.date, a.name, b.name"
sqlite3 visitgraph.db 'PRAGMA integrity_check'
