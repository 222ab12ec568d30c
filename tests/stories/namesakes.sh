# A bare name means the only person of that name, and nobody else's once there are two
cat >one.csv <<'END'
date,visitors,visitor_organization,host_organization,type
2024-04-01,王伟(经理),甲公司,丙公司,拜访
2024-04-02,王伟,,丙公司,座谈
END
cat >two.csv <<'END'
date,visitors,visitor_organization,host_organization,type
2024-04-03,王 伟（处长）,乙局,丙公司,考察
END
visitgraph import one.csv
visitgraph visits 王伟
visitgraph import two.csv
visitgraph visits 王伟
visitgraph visits 王伟@甲公司
visitgraph visits person:王伟@乙局 --format json
visitgraph show '#1' --format json | head -n 5
visitgraph path 甲公司 乙局
visitgraph undo 2
visitgraph visits 王伟
# Full-width letters, spaces between Han characters, dots and brackets do not make another name.
cat >three.csv <<'END'
date,visitors,visitor_organization,host_organization
2024-04-05,王 伟,甲公司,ＡＢＣ（中国）公司
2024-04-06,王伟,甲公司,abc(中国)公司
2024-04-07,阿依古丽·买买提,甲公司,ABC(中国)公司
2024-04-08,阿依古丽•买买提,甲公司,ABC(中国)公司
END
visitgraph import three.csv
visitgraph search abc
visitgraph search 古丽
visitgraph visits 阿依古丽・买买提
# Who comes with a delegation is of some office that it does not name, and the delegation is its district's.
cat >people.csv <<'END'
name,organization,title
陶立新,湾沚区人民政府,区长
END
cat >delegation.csv <<'END'
date,visitors,visitor_organization,hosts,host_organization
2024-05-03,陶立新,湾沚区党政代表团,钱进,甲公司
END
visitgraph import people.csv delegation.csv
visitgraph visits 陶立新
