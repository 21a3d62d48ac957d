"""Small templates, one or two turns of the language each, as transformers' Jinja fills them in.

Run: python jinja_cases.py             (needs no model file)
Writes jinja-cases.json   {"variables", "now", "cases": [{"t": template, "text": ...} or {"t": template, "error": true}]}
"""
import datetime

from transformers.utils import chat_template_utils

from common import write_json

NOW = datetime.datetime(2025, 2, 7, 8, 9, 5)


class Pinned(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


chat_template_utils.datetime = Pinned

VARIABLES = {
    "s": "Gull & Kettle", "sp": "  two  words \n", "u": "\u00c5ngstr\u00f6m \u2615 \U0001F9A2 \u00df", "empty": "", "n": 7, "neg": -3, "f": 2.5, "big": 12345678901234567890,
    "yes": True, "no": False, "none_value": None, "list": [3, 1, 2], "words": ["b", "A", "c", "a"], "nested": [[1, 2], [3]],
    "d": {"b": 2, "a": 1, "items": "mine", "with space": 3}, "people": [{"name": "Ada", "age": 36, "ok": True}, {"name": "Bo", "age": 9, "ok": False}, {"name": "cy", "age": 36}],
}

EXPRESSIONS = """
1 + 2 * 3
(1 + 2) * 3
7 // 2
-7 // 2
7 % 3
-7 % 3
7 / 2
6 / 2
2 ** 10
2 ** -1
-2 ** 2
7.5 // 2
7.5 % 2
1e3
1_000
1.0
0.1 + 0.2
1e16
123456789012345680.0
1e-5
0.0001
yes + 1
not yes
not yes or yes
1 == 1.0
1 == yes
'1' == 1
none == none
none is none
undefined_thing is none
undefined_thing
undefined_thing is defined
undefined_thing == other_thing
undefined_thing.more
undefined_thing + 1
undefined_thing ~ 'x'
undefined_thing | length
undefined_thing | default('d')
none_value | default('d')
none_value | default('d', true)
empty | default('d', true)
none_value.more
none_value.more.more
d.nothing
d.nothing.more
d['nothing'] is undefined
1 < 2 < 3
1 < 2 > 3
'a' < 'b'
'B' < 'a'
[1, 2] < [1, 3]
'a' < 1
1 in list
9 in list
9 not in list
'Ket' in s
1 in s
'a' in d
'nothing' in undefined_thing
'x' in none_value
[] or 'empty'
'' and 'x'
'x' and 'y'
0 or none_value or 'last'
'a' if yes else 'b'
'a' if no
'a' if no else 'b' if no else 'c'
s ~ 1 ~ none_value ~ yes ~ 2.50 ~ [1, 'a'] ~ {'k': "it's"}
s + 1
'a' 'b' "c"
'a' * 3
3 * 'ab'
[1] * 2
[1] + [2, 3]
(1, 2)
(1,)
()
[1, 'two', 3.0, none, true]
{'a': 1, 'b': [1, {'c': none}]}
"it's"
["it's", 'say "x"', 'both \\' and "']
['\\n\\t\\\\', '\\u2615', '\\x41']
'\\101'
'\\q'
'line\\
joined'
big
big + 0
-n
+n
- -n
list[0]
list[-1]
list[9]
list[-9]
list[1:]
list[:1]
list[::-1]
list[::2]
list[5:]
list[-2:]
list[2:0:-1]
s[0]
s[-1]
s[1:4]
s[::-1]
u[0] ~ u[9] ~ u[11]
u[::-1]
u | length
u[:5]
(1, 2, 3)[1]
nested[0][1]
list.0
d.b
d['with space']
d['items']
d.items() | list
d.keys() | list
d.values() | list
d.get('a')
d.get('zz')
d.get('zz', 'other')
d | length
d | list
people[0].name
people | map(attribute='name') | list
people | map(attribute='ok', default='?') | list
words | map('upper') | list
words | map('replace', 'a', 'x') | join('-')
people | selectattr('ok') | map(attribute='name') | list
people | selectattr('age', 'equalto', 36) | map(attribute='name') | list
people | selectattr('age', '>', 10) | list | length
people | rejectattr('ok') | map(attribute='name') | list
list | select('odd') | list
list | reject('odd') | list
list | select | list
[0, 1, '', 'x', none] | select | list
list | sort
list | sort(reverse=true)
words | sort
words | sort(case_sensitive=true)
people | sort(attribute='age') | map(attribute='name') | join(',')
words | unique | list
list | sum
people | sum(attribute='age')
list | min
list | max
words | max
[] | first
[] | max
list | first
list | last
s | first
list | reverse | list
s | reverse
list | join
list | join(', ')
people | join('|', attribute='name')
d | dictsort
d | dictsort(by='value', reverse=true)
d | items | list
undefined_thing | items | list
s | upper
s | lower
u | upper
u | lower
'hello wORLD' | capitalize
"they're bill's (friends) from-the UK" | title
"they're bill's".title()
sp | trim
sp.strip()
sp.lstrip() ~ '|'
sp.rstrip() ~ '|'
'xxaxx'.strip('x')
'abcba'.lstrip('ab')
none_value | trim
5 | trim
'a,b,,c'.split(',')
'a,b,,c'.split(',', 1)
'a,b,,c'.rsplit(',', 1)
' a  b c '.split()
' a  b c '.split(none, 1)
''.split()
''.split(',')
'a\\nb\\r\\nc\\n'.splitlines()
'a\\nb'.splitlines(true)
'a-b-c'.partition('-')
'a-b-c'.rpartition('-')
s.startswith('Gull')
s.startswith(('x', 'Gu'))
s.endswith('x')
s.replace('l', 'L')
s.replace('l', 'L', 1)
'aaa'.replace('a', 'b', 2)
'ab'.replace('', '-')
s | replace('l', 'L')
', '.join(words)
s.find('K')
s.find('zz')
u.find('\\U0001F9A2')
s.index('zz')
'banana'.count('an')
s.title()
s.capitalize()
s.upper().lower()
'12'.isdigit()
''.isdigit()
'ab1'.isalnum()
'ab'.isalpha()
' '.isspace()
'7'.zfill(3)
'-7'.zfill(4)
'ab'.center(7, '*')
'ab'.center(6, '*')
'ab'.ljust(4) ~ '|'
'ab'.rjust(4) ~ '|'
'prefix-x'.removeprefix('prefix-')
'x.gguf'.removesuffix('.gguf')
s.nothing()
s.nothing
d | tojson
list | tojson
people | tojson
u | tojson
'<a href="x">&\\'</a>\\n\\t\\u0001' | tojson
none_value | tojson
2.0 | tojson
1e100 | tojson
big | tojson
d | tojson(indent=2)
nested | tojson(indent=4)
{} | tojson(indent=2)
[] | tojson(indent=2)
d | tojson(sort_keys=true)
list | tojson(separators=(',', ':'))
u | tojson(ensure_ascii=true)
undefined_thing | tojson
s | string
5 | string
'12' | int
'12.7' | int
'x' | int
'x' | int(5)
12.9 | int
none_value | int
'1.5' | float
'x' | float
n | abs
neg | abs
2.5 | round
3.456 | round(2)
3.456 | round(1, 'floor')
3.2 | round(0, 'ceil')
s | e
'<a>' | escape
'<a>' | safe
'a\\nb\\n\\nc' | indent
'a\\nb\\n\\nc' | indent(2, true)
'a\\nb\\n\\nc' | indent(2, blank=true)
'%s is %d' | format('x', 3)
'%s-%s' % ('a', 'b')
'%.2f' % 3.14159
range(3) | list
range(1, 7, 2) | list
range(3, 0, -1) | list
range(1000000)
dict(a=1, b='x')
namespace(a=1).a
n is odd
n is even
n is divisibleby 7
n is divisibleby(2)
n is number
f is float
n is integer
yes is integer
yes is number
yes is boolean
yes is true
n is true
s is string
none_value is string
list is iterable
s is iterable
n is iterable
d is mapping
list is mapping
list is sequence
d is sequence
s is sequence
'abc' is lower
'ABC' is upper
n is eq 7
n is gt 3
n is in list
1 is in list
1 is not in list
range is callable
s is sameas s
none is sameas none
s is nothing_known
s | nothing_known
'a' is string and 'b' is string
not s is string
s is not string
n is not none and n > 3
'upper' is filter
'x' if s is string else 'y'
messages | length
strftime_now('%d %b %Y')
strftime_now('%Y-%m-%d %H:%M:%S %A %B %j %p %I %y %%')
strftime_now('%-d/%-m')
raise_exception('no')
s.__class__
s['__class__']
d.__class__.__mro__
[].append(1)
d.update({'a': 2})
1 // 0
1 / 0
list['a']
list.nothing
""".strip("\n")

TEMPLATES = [
    "plain text\n",
    "two newlines\n\n",
    "windows\r\nlines\r\n{% if yes %}\r\nx\r\n{% endif %}\r\n",
    "{% if yes %}\nin\n{% endif %}\nafter",
    "  {% if yes %}\n  in\n  {% endif %}\n  after",
    "a {% if yes %} b {% endif %} c",
    "a\n  {% if yes %} b {% endif %}  \n c",
    "a\n\n  {%- if yes %}\n  b\n  {%- endif %}\n c",
    "a\n  {%+ if yes %}\n  b\n  {%+ endif +%}\n c",
    "a\n  {%- if yes -%}\n  b\n  {%- endif -%}\n c",
    "{{ s }}\n\n{{ s }}\n",
    "{{- s -}}  \n  x  {{- n }} {{ n -}} \n y",
    "a\n   {{ n }}\nb",
    "a {# comment #} b",
    "a\n  {# comment #}\n  b",
    "a\n  {#- comment -#}\n  b",
    "a {##} b {#-#} c",
    "{# {{ n }} {% if %} #}x",
    "{% if yes %}a{% endif %}{# c #}\nb",
    "{% raw %}{{ n }} {% if %}{% endraw %}",
    "a\n  {% raw %}\n  {{ n }}\n  {% endraw %}\n b",
    "a {%- raw -%} {{ n }} {%- endraw -%} b",
    "{{ '}}' }} {{ \"%}\" }} {{ {'a': {'b': 1}}['a']['b'] }}",
    "{{ {'a': 1}}}",
    "{% for x in list %}{{ x }},{% endfor %}",
    "{% for x in list %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}|{% endfor %}",
    "{% for x in [] %}a{% else %}none{% endfor %}",
    "{% for x in list if x > 1 %}{{ loop.index }}/{{ loop.length }}:{{ x }} {% endfor %}",
    "{% for x in list if x > 5 %}a{% else %}none{% endfor %}",
    "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in d %}{{ k }};{% endfor %}",
    "{% for c in 'a\u2615\U0001F9A2' %}[{{ c }}]{% endfor %}",
    "{% for x in undefined_thing %}a{% else %}none{% endfor %}",
    "{% for x in none_value %}a{% endfor %}",
    "{% for a, b in [[1, 2], [3, 4]] %}{{ a }}-{{ b }} {% endfor %}",
    "{% for a, b in [[1, 2, 3]] %}x{% endfor %}",
    "{% for x in list %}{% if x == 1 %}{% continue %}{% endif %}{{ x }}{% endfor %}",
    "{% for x in list %}{% if x == 1 %}{% break %}{% endif %}{{ x }}{% endfor %}",
    "{% for x in list %}{{ loop.previtem }}<{{ x }}>{{ loop.nextitem }} {% endfor %}",
    "{% for x in list %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in [1, 1, 2] %}{{ loop.changed(x) }}{% endfor %}",
    "{% for x in list %}{% for y in list %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}",
    "{% for x in nested recursive %}{% if x is iterable %}({{ loop(x) }}){% else %}{{ x }}d{{ loop.depth }}{% endif %}{% endfor %}",
    "{% for x in list[1:] + [9] %}{{ x }}{% endfor %}",
    "{% for x in (1, 2) if yes else [] %}{{ x }}{% endfor %}",
    "{% set x = 1 %}{% for y in list %}{% set x = y %}{% endfor %}{{ x }}",
    "{% set x = 1 %}{% for y in list %}{{ x }}{% set x = y %}{{ x }} {% endfor %}",
    "{% set ns = namespace(x=0) %}{% for y in list %}{% set ns.x = ns.x + y %}{% endfor %}{{ ns.x }}",
    "{% set ns = namespace() %}{% set ns.found = false %}{{ ns.found }}{{ ns.other }}",
    "{% set d.x = 1 %}",
    "{% if yes %}{% set x = 1 %}{% endif %}{{ x }}",
    "{% if no %}{% set x = 1 %}{% endif %}{{ x is defined }}",
    "{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    "{% set a = 1, 2 %}{{ a }}",
    "{% set x %}text {{ n }}{% endset %}{{ x | upper }}",
    "{% set x | upper | replace('T', 't') %}text {{ n }}{% endset %}{{ x }}",
    "{% set messages = list[1:] %}{{ messages }}{% for m in messages %}{{ m }}{% endfor %}",
    "{% if no %}a{% elif n == 7 %}b{% else %}c{% endif %}",
    "{% if list and not none_value %}a{% endif %}",
    "{% macro m(a, b='x', c=none) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m(1) }}{{ m(1, c=3) }}{{ m(a=2, b=4) }}{{ m() }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(zz=2) }}",
    "{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}",
    "{% set o = 1 %}{% macro m() %}{{ o }}{% set o = 2 %}{{ o }}{% endmacro %}{{ m() }}{{ o }}",
    "{% macro f(k) %}{% if k > 0 %}{{ k }}{{ f(k - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
    "{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}in {{ n }}{% endcall %}",
    "{% macro m() %}<{{ caller(5) }}>{% endmacro %}{% call(x) m() %}in {{ x }}{% endcall %}",
    "{% macro m(x) %}\n  a{{ x }}\n{% endmacro %}\n{{ m(1) }}|\n{{- m(2) }}",
    "{% macro m(x) -%} a {%- endmacro %}{{ m(1) ~ 'b' }}{{ m(1) | upper }}{{ m(1) | length }}",
    "{% filter upper %}text {{ s }}{% endfilter %}",
    "{% filter replace('t', 'T') | trim %} text {% endfilter %}|",
    "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a }}",
    "{% with %}{% set a = 1 %}{{ a }}{% endwith %}{{ a is defined }}",
    "{% generation %}a{{ n }}{% endgeneration %}b",
    "{% generation %}{% set x = 1 %}{% endgeneration %}{{ x is defined }}",
    "{{ s if n else\n 'x' }}",
    "{{\n s\n}}",
    "{%\n if yes\n%}a{% endif %}",
    "{{ s | upper ~ 'x' | lower }}",
    "{{ 'x' + s | trim + 'y' }}",
    "{{ -n | abs }}",
    "{{ (-n) | abs }}",
    "{{ 1 if yes else 2 | string }}",
    "{{ not n == 7 }}",
    "{{ n == 7 and 'a' or 'b' }}",
    "{{ list[n - 7:n - 5] }}",
    "{{ people[0]['name'][0:2].upper() }}",
    "{{ {'a': 1}.a }}{{ {'a': 1}.items() | list }}",
    "{{ [1, 2,] }}{{ {'a': 1,} }}",
    "{{ foo.bar(1)(2)[3] }}",
    "{{ range(5)[2] }}{{ range(5) | length }}",
    "{% for i in range(3) %}{{ i }}{% endfor %}",
    "{{ true }}{{ True }}{{ false }}{{ none }}{{ None }}",
    "{{ 'a' }}{{ \"b\" }}{{ 'multi\nline' }}",
    "{{ loop }}",
    "{{ 1 2 }}",
    "{{ }}",
    "{% if %}x{% endif %}",
    "{% if yes %}x",
    "{% endif %}",
    "{% nothing_known %}",
    "{{ s",
    "{{ 'open }}",
    "{# open",
    "{{ (1 }}",
    "{{ 1) }}",
    "{% for x list %}{% endfor %}",
    "{% set %}",
    "{{ a.1b }}",
    "{{ s[ }}",
    "{{ s @ n }}",
    "{% include 'x' %}",
    "a { b } c {",
    "100 % {{ n }} %} }}",
    "{% if not (n == 7 or 'x' in d) %}a{% else %}b{% endif %}",
    "{% for m in people %}{%- if m.ok is defined and m.ok %}{{ m.name }}{% elif 'ok' in m %}no{% else %}?{% endif %} {% endfor -%}  \n.",
]


def main():
    cases = []
    lines = EXPRESSIONS.replace("\\\n", "\0").split("\n")
    for template in ["{{ " + e.replace("\0", "\\\n") + " }}" for e in lines] + TEMPLATES:
        try:
            text = chat_template_utils.render_jinja_template(conversations=[[]], chat_template=template, **VARIABLES)[0][0]
            cases.append({"t": template, "text": text})
        except Exception:
            cases.append({"t": template, "error": True})
    write_json("jinja-cases.json", {"variables": VARIABLES, "now": NOW.isoformat(), "cases": cases}, indent=None)
    print(len(cases), "cases,", sum("error" in c for c in cases), "errors")


if __name__ == "__main__":
    main()
