package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** What the pages for operators tell people to set and to type is what the program takes. */
class OperatorPagesTest {
  private static final Path README = Checkout.root("README.md");
  private static final Path ENVIRONMENT = Checkout.root("infra/deploy/caucus.env");

  private static final Pattern SETTING = Pattern.compile("CAUCUS_[A-Z]+(?:_[A-Z]+){0,4}");
  private static final Pattern READ = Pattern.compile("\"(CAUCUS_[A-Z]+(?:_[A-Z]+){0,4})\"");
  private static final Pattern COMMAND =
      Pattern.compile("`caucus ([a-z][^`\n]{0,200})`|(?m)^ {4}caucus ([^\n]{1,200})$");
  private static final Pattern SCRIPT =
      Pattern.compile("\\b(infra/(?:demo|test))((?: \\[?--[a-z-]+(?: [A-Z]+)?\\]?){1,9})");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern BENCH = Pattern.compile("(?m)^\\| `([a-z-]+)");

  @Test
  void everySettingIsTold() {
    Set<String> read = new TreeSet<>();
    Checkout.sources("main")
        .forEach(file -> READ.matcher(text(file)).results().forEach(m -> read.add(m.group(1))));

    assertThat(read).hasSizeGreaterThan(30);
    assertThat(settings(README)).containsAll(read);
    assertThat(settings(ENVIRONMENT)).containsAll(read);
  }

  @Test
  void everySettingThatIsToldIsRead() {
    StringBuilder all = new StringBuilder();
    Checkout.sources("main").forEach(file -> all.append(text(file)));
    for (String script : List.of("infra/test", "infra/bench/fanout", "infra/bench/relay")) {
      all.append(text(Checkout.root(script)));
    }
    for (String test :
        List.of("e2e/browser/Look", "e2e/browser/Chromium", "kernel/support/Seeds")) {
      all.append(text(Checkout.test(test)));
    }

    for (Path page : pages()) {
      assertThat(settings(page))
          .as(page.toString())
          .allMatch(name -> Pattern.compile(name + "\\b").matcher(all).find());
    }
  }

  @Test
  void everyCommandThatIsToldIsOne() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Path page : pages()) {
      for (String words : commands(page)) {
        seen++;
        try {
          Main.commandLine().parseArgs(words.split(" "));
        } catch (MissingParameterException named) {
          // a sentence may name a command without all that it asks for
        } catch (ParameterException e) {
          wrong.add(page + ": caucus " + words + ": " + e.getMessage());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  void everyOptionOfAScriptThatIsToldIsOne() {
    List<String> told =
        SCRIPT
            .matcher(text(README))
            .results()
            .flatMap(
                m ->
                    OPTION
                        .matcher(m.group(2))
                        .results()
                        .filter(option -> !text(Checkout.root(m.group(1))).contains(option.group()))
                        .map(option -> m.group(1) + " " + option.group()))
            .toList();

    assertThat(told).isEmpty();
    assertThat(SCRIPT.matcher(text(README)).results()).hasSizeGreaterThan(1);
  }

  @Test
  void everyMeasurementIsTold() throws IOException {
    Path bench = Checkout.root("infra/bench");
    Set<String> told = new TreeSet<>();
    BENCH.matcher(text(bench.resolve("README.md"))).results().forEach(m -> told.add(m.group(1)));

    try (Stream<Path> scripts = Files.list(bench)) {
      List<String> there =
          scripts
              .filter(Files::isRegularFile)
              .map(p -> p.getFileName().toString())
              .filter(n -> !n.endsWith(".md"))
              .toList();
      assertThat(told).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  private static List<String> commands(Path page) {
    return COMMAND
        .matcher(text(page))
        .results()
        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
        .map(String::strip)
        .toList();
  }

  private static Set<String> settings(Path page) {
    Set<String> names = new TreeSet<>();
    SETTING.matcher(text(page)).results().forEach(m -> names.add(m.group()));
    return names;
  }

  private static List<Path> pages() {
    Path docs = Checkout.server("docs");
    return List.of(
        README,
        ENVIRONMENT,
        Checkout.root("infra/deploy/caucus.service"),
        docs.resolve("BACKUP.md"),
        docs.resolve("SECURITY.md"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
