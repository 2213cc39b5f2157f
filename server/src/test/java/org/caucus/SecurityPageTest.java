package org.caucus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about security names no test that is not there. */
class SecurityPageTest {
  private static final Path PAGE = Path.of("docs", "SECURITY.md");
  private static final Path TESTS = Path.of("src", "test", "java", "org", "caucus");
  private static final Pattern NAMED = Pattern.compile("`([\\w/]+Test)\\.java(?:#(\\w+))?`");

  @Test
  void everyTestItNamesIsThere() throws IOException {
    Matcher named = NAMED.matcher(Files.readString(PAGE));
    List<String> missing = new ArrayList<>();
    int seen = 0;
    while (named.find()) {
      seen++;
      Path file = TESTS.resolve(named.group(1) + ".java");
      String source = Files.exists(file) ? Files.readString(file) : "";
      String method = named.group(2);
      boolean there =
          !source.isEmpty() && (method == null || source.contains("void " + method + "("));
      if (!there) {
        missing.add(named.group());
      }
    }

    assertThat(missing).isEmpty();
    assertThat(seen).isGreaterThan(50);
  }
}
