package studio.timbre.tokens.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.Figures;
import studio.timbre.tokens.PlainValues;

class JinjaTemplateTest {

  /** Each turn of the language by itself, as Jinja2 in the setting of transformers does it. */
  @TestFactory
  List<DynamicTest> templatesComeOutAsInPython() throws Exception {
    var figures = Figures.json("jinja-cases.json");
    var variables = new LinkedHashMap<String, Object>();
    figures
        .path("variables")
        .properties()
        .forEach(entry -> variables.put(entry.getKey(), PlainValues.of(entry.getValue())));
    variables.put("messages", List.of());
    var now = LocalDateTime.parse(figures.path("now").textValue());
    var tests = new ArrayList<DynamicTest>();
    for (JsonNode figure : figures.path("cases")) {
      String template = figure.path("t").textValue();
      tests.add(
          DynamicTest.dynamicTest(
              template.strip().isEmpty() ? "blank" : template,
              () -> {
                if (figure.has("error")) {
                  assertThatThrownBy(
                          () -> JinjaTemplate.read(template).render(variables, () -> now))
                      .isInstanceOf(JinjaException.class);
                } else {
                  assertThat(JinjaTemplate.read(template).render(variables, () -> now))
                      .isEqualTo(figure.path("text").textValue());
                }
              }));
    }
    assertThat(tests).hasSizeGreaterThan(400);
    return tests;
  }

  /** A template is a stranger's program: it must end, and must not fill the memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set ns = namespace(x='aaaaaaaaaaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x='aaaaaaaaaaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x | tojson }}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{% set ns.y = [1] %}{% for i in range(99) %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
        "{% set ns = namespace(x='aaaaaaaaaaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x.replace('a', 'aa') %}{% endfor %}",
        "{{ 'a' * 9999999999 }}",
        "{{ [1] * 9999999999 }}",
        "{{ 'a'.center(9999999999) }}",
        "{{ 'a' | indent(9999999999) }}{{ 9 ** 9999 }}",
        "{{ 2 ** 9999999999 }}",
        "{% for i in range(99999) %}{{ 'x'.rjust(99999) }}{% endfor %}",
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] | join(ns.x) %}{% endfor %}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}"
      })
  @Timeout(20)
  void templatesThatWouldNotEndAreStopped(String template) {
    assertThatThrownBy(() -> JinjaTemplate.read(template).render(Map.of(), LocalDateTime::now))
        .isInstanceOf(JinjaException.class);
  }

  @Test
  void deepTemplatesAreRefused() {
    for (String part : List.of("(", "[", "not ", "-", "{'a':", "a[", "a(", "x if ")) {
      String template = "{{ " + part.repeat(100_000) + " }}";
      assertThatThrownBy(() -> JinjaTemplate.read(template))
          .as(part)
          .isInstanceOf(JinjaException.class);
    }
    assertThatThrownBy(() -> JinjaTemplate.read("{% if x %}".repeat(50_000)))
        .isInstanceOf(JinjaException.class);
    String sum = "{{ 1" + " + 1".repeat(100_000) + " }}";
    assertThatThrownBy(() -> JinjaTemplate.read(sum).render(Map.of(), LocalDateTime::now))
        .isInstanceOf(JinjaException.class);
  }

  /** Nothing of Java shows through: what is no part of the language is undefined. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ s.getClass() }}", "{{ s.class.forName('x') }}", "{{ s.bytes() }}", "{{ d.entrySet() }}",
        "{{ d.put('a', 1) }}", "{{ l.add(1) }}", "{{ l.stream() }}", "{{ n.getClass().getName() }}",
        "{{ s.getClass }}", "{{ s['class'] }}", "{{ namespace.call() }}", "{{ range.getClass() }}",
        "{{ loop.again }}", "{{ none.ordinal() }}"
      })
  void nothingOfJavaCanBeReached(String template) {
    Map<String, Object> variables =
        Map.of("s", "text", "d", Map.of("k", "v"), "l", List.of(1L), "n", 1L);
    String text;
    try {
      text = JinjaTemplate.read(template).render(variables, LocalDateTime::now);
    } catch (JinjaException e) {
      text = "";
    }
    assertThat(text).isEmpty();
  }

  @Test
  void aFailureNamesItsLine() {
    assertThatThrownBy(
            () -> JinjaTemplate.read("a\n\n{{ x.y }}").render(Map.of(), LocalDateTime::now))
        .hasMessage("line 3: 'x' is undefined");
    assertThatThrownBy(() -> JinjaTemplate.read("a\n{% nothing %}"))
        .hasMessage("line 2: the block \"nothing\" is not known");
  }

  @Test
  void aRefusalOfTheTemplateKeepsItsWords() {
    assertThatThrownBy(
            () ->
                JinjaTemplate.read("{% for x in [1] %}{{ raise_exception('Roles!') }}{% endfor %}")
                    .render(Map.of(), LocalDateTime::now))
        .isInstanceOfSatisfying(
            JinjaException.class, failure -> assertThat(failure.isRaisedByTemplate()).isTrue())
        .hasMessage("Roles!");
  }
}
