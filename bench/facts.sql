-- facts.sql - how many rows of the list (plain.visits, as .import read it) the graph's facts say again, word for word.
SELECT count(*)
FROM occasion o
JOIN name p ON p.id = o.place
JOIN plain.visits r ON r.rowid = o.line - 1
WHERE o.date = r.date AND o.purpose = r.purpose AND p.text = r.place
AND (SELECT title FROM mention WHERE id = o.id << 10) = r.visitor_title
AND (
	SELECT group_concat(n.text, ';') FROM mention m CROSS JOIN name n ON n.id = m.name
	WHERE m.id BETWEEN o.id << 10 AND o.id << 10 | 1023 AND m.role & 7 = 1
) = replace(replace(r.visitors, ' ', ''), char(0x3000), '')
AND (
	SELECT group_concat(n.text, ';') FROM mention m CROSS JOIN name n ON n.id = m.name
	WHERE m.id BETWEEN o.id << 10 AND o.id << 10 | 1023 AND m.role & 7 = 2
) = r.hosts
AND coalesce((
	SELECT group_concat(n.text, ';') FROM mention m CROSS JOIN name n ON n.id = m.name
	WHERE m.id BETWEEN o.id << 10 AND o.id << 10 | 1023 AND m.role & 7 = 3
), '') = r.companions
AND NOT EXISTS (
	SELECT 1 FROM mention m CROSS JOIN name n ON n.id = m.name LEFT JOIN name g ON g.id = n.organization
	WHERE m.id BETWEEN o.id << 10 AND o.id << 10 | 1023
	AND g.text IS NOT CASE m.role & 7 WHEN 1 THEN r.visitor_organization WHEN 2 THEN r.host_organization END
);
