package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/** The page about security names no test that is not there. */
class SecurityPageTest {
  private static final Path PAGE = Checkout.server("docs/SECURITY.md");
  private static final Path STANDARD = Checkout.server("src/test/resources/asvs-5.0.0.txt");
  private static final Pattern ITEM = Pattern.compile("\\b\\d{1,2}\\.\\d\\.\\d{1,2}\\b");
  private static final Pattern NAMED = Pattern.compile("`([\\w/]+Test)\\.java(?:#(\\w+))?`");

  @Test
  void everyTestItNamesIsThere() throws IOException {
    Matcher named = NAMED.matcher(Files.readString(PAGE));
    List<String> missing = new ArrayList<>();
    int seen = 0;
    while (named.find()) {
      seen++;
      Path file = Checkout.test(named.group(1));
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

  /** Neither a promise nor an item of the standard stands there on its word alone. */
  @Test
  void everyRowNamesATest() throws IOException {
    String page = Files.readString(PAGE);
    List<String> without = new ArrayList<>();
    int rows = 0;
    for (String begins : List.of("## What is promised", "## Leaks that", "## ASVS")) {
      String part = page.substring(page.indexOf(begins) + 2);
      for (String line : part.substring(0, part.indexOf("\n## ")).split("\n", -1)) {
        boolean head = line.endsWith("| test |") || line.endsWith("| test here |");
        if (line.startsWith("| ") && !head) {
          rows++;
          String last = line.substring(line.lastIndexOf('|', line.length() - 2));
          if (!NAMED.matcher(last).find()) {
            without.add(line);
          }
        }
      }
    }

    assertThat(without).isEmpty();
    assertThat(rows).isGreaterThan(150);
  }

  /** Every item of levels 1 and 2 is in the table, or among those that do not apply, once. */
  @Test
  void everyItemOfTheStandardIsThereOnce() throws IOException {
    String page = Files.readString(PAGE);
    String part =
        page.substring(page.indexOf("## ASVS"), page.indexOf("Of level 3 these are met too"));
    List<String> named = new ArrayList<>();
    for (String line : part.split("\n", -1)) {
      String items = line.startsWith("| ") ? line.split("\\|", 3)[1] : line;
      if (!line.startsWith("##")) {
        ITEM.matcher(items).results().forEach(found -> named.add(found.group()));
      }
    }

    assertThat(named).containsExactlyInAnyOrderElementsOf(standard());
  }

  private static List<String> standard() throws IOException {
    List<String> items = new ArrayList<>();
    for (String line : Files.readAllLines(STANDARD)) {
      if (!line.startsWith("#")) {
        String[] section = line.split(" ", 2);
        for (int i = 0; i < section[1].length(); i++) {
          if (section[1].charAt(i) != '3') {
            items.add(section[0] + "." + (i + 1));
          }
        }
      }
    }
    assertThat(items).hasSize(253); // 70 and 183
    return items;
  }
}
