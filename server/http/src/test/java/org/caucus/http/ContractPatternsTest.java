package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's patterns mean the same to ECMA-262, RE2 and Python. */
class ContractPatternsTest {
  private static Set<String> patterns() {
    Set<String> found = new TreeSet<>();
    collect(ContractValues.contract(), found);
    return found;
  }

  private static void collect(Object part, Set<String> found) {
    switch (part) {
      case JsonObject object -> {
        if (object.getValue("pattern") instanceof String pattern) {
          found.add(pattern);
        }
        object.forEach(field -> collect(field.getValue(), found));
      }
      case JsonArray array -> array.forEach(item -> collect(item, found));
      case null, default -> {}
    }
  }

  @Test
  void everyPatternUsesSharedSyntaxAlone() {
    assertThat(patterns()).hasSizeGreaterThan(10).allSatisfy(SharedPattern::parse);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(?![\\s\\S]*x)",
        "^(?<=a)b$",
        "^(?<name>a)$",
        "^(?:a)$",
        "^(?i)a$",
        "^\\p{L}$",
        "^\\d$",
        "^\\w$",
        "^[\\s]$",
        "^\\u0041$",
        "^a.b$",
        "^a*?$",
        "^a*+$",
        "^a{1,2000}$",
        "^[a[b]]$",
        "^[a&&b]$",
        "a$",
        "^a",
        "^\\bword$",
        "^(a)\\1$"
      })
  void noOtherSyntaxIsTaken(String pattern) {
    assertThatThrownBy(() -> SharedPattern.parse(pattern)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void re2CompilesEveryPattern() {
    for (String pattern : patterns()) {
      Pattern compiled = Pattern.compile(pattern);
      for (int seed = 0; seed < 100; seed++) {
        String text = SharedPattern.matching(pattern, new Random(seed));
        assertThat(compiled.matches(text)).as("%s of %s", text, pattern).isTrue();
        assertThat(text).matches(pattern);
      }
    }
  }
}
