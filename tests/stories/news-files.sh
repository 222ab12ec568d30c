# News come as text or as web pages, in any encoding; a span is of the bytes of the file as it is
cat >page.txt <<END
# 副市长李青拜访云海电子有限公司

本报讯 2024年3月5日，江州市副市长李青拜访了云海电子有限公司董事长王强。双方就芯片封装项目进行了座谈。
END
cat >page.html <<END
<!DOCTYPE html>
<html><head><meta charset="gb2312"><title>江州市政府网</title>
<script>var a = "<p>2024年1月1日，市长张三拜访了某公司。</p>";</script></head>
<body><ul><li><a href="/">首页</a></li><li><a href="/n">市长张三会见丁公司一行</a></li></ul>
<p>您好，欢迎访问江州市政府网</p>
<h1>副市长李青拜访<br>云海电子有限公司</h1>
<p class="info">发布时间：2024-03-06　来源：江州日报</p>
<div id="zoom"><p>&nbsp;&nbsp;&#26412;报讯 3月5日，江州市副市长<b>李青</b>拜访了云海
电子有限公司董事长<a href="x">王强</a>。<p>双方就芯片&amp;封装项目进行了座谈</p></div>
<div class="footer">版权所有 江州市政府</div></body></html>
END
iconv -t GB18030 page.txt >gb.txt
(printf '\377\376' && iconv -t UTF-16LE page.txt) >wide.txt
(printf '\357\273\277' && cat page.txt) >bom.txt
iconv -t GBK page.html >gb.html
# a page that names another encoding than it is in
cp page.html liar.html
# no ending says what it is: the beginning does
cp gb.html page
spans() { # FILE ENCODING: what stands in the file where the evidence says
	visitgraph extract $1 | tr -d '\n ' | grep -o '"span":\[[0-9,]*\]' | tr -cd '0-9,\n' | while IFS=, read start end; do
		head -c $end $1 | tail -c +$((start + 1)) | iconv -f $2 -t UTF-8 && echo
	done
}
spans page.txt UTF-8 | tee expected
for file in gb.txt:GB18030 wide.txt:UTF-16LE bom.txt:UTF-8; do spans ${file%:*} ${file#*:} | cmp - expected; done
spans gb.html GBK
visitgraph extract gb.html | grep -E '"(title|quote|line)"'
spans liar.html UTF-8 | md5sum | cut -c1-8; spans gb.html GBK | md5sum | cut -c1-8
echo '<!-- another -->' >>page
for file in page.txt gb.html page; do visitgraph import $file; done
visitgraph visits
visitgraph import - --as news --source http://jz.example/1.html <liar.html | head -1
visitgraph check
# no character, no article
printf "<p></p>" >empty.html && visitgraph extract empty.html
# 公司 where the text begins: nobody is named before it
echo 公司与正星集团签署战略合作协议。 >first.txt && visitgraph extract first.txt | grep '"name"'
