-- parties.sql - who took part in what: people, and the organizations that they acted for.
CREATE TEMP VIEW said AS
SELECT coalesce(d.event, m.id >> 10) AS event, coalesce(s.entity, m.name) AS entity,
	coalesce(t.entity, n.organization) AS organization
FROM mention m
CROSS JOIN name n ON n.id = m.name
LEFT JOIN same_occasion d ON d.occasion = m.id >> 10
LEFT JOIN same s ON s.name = m.name
LEFT JOIN same t ON t.name = n.organization;
SELECT event, entity FROM said;
SELECT event, organization FROM said WHERE organization IS NOT NULL;
