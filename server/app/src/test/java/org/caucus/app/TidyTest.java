package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Taste that a machine can hold. Each {@link Rule} has the number of times it is broken today, each
 * {@link Length} the number of lines today; the numbers may only go down. Who can lower one is told
 * so on the console.
 */
class TidyTest {
  private static final int MAX_COLUMNS = 120;

  /** The ratchet: what is broken how often. */
  enum Rule {
    LINE_OVER_120_COLUMNS(0),
    CLASS_NOBODY_USES(0),
    WILDCARD_IMPORT(0),
    QUALIFIED_NAME_IN_CODE(3),
    CATCH_THROWABLE(0),
    /** {@code await} throws what is checked undeclared: a {@code TimeoutException} among it. */
    CATCH_UNCHECKED_AND_ERROR(0),
    SYNCHRONIZED(14),
    INTERRUPT(7),
    PATH_THAT_IS_NOT_THERE(0);

    private final int ratchet;

    Rule(int ratchet) {
      this.ratchet = ratchet;
    }
  }

  /**
   * How long methods and files of main code are, in lines: the middle one and the one that a tenth
   * exceeds. There is no limit for a single one: cut at the joint, not at a number.
   */
  enum Length {
    METHOD(6, 17),
    FILE(100, 245);

    private final int median;
    private final int ninetieth;

    Length(int median, int ninetieth) {
      this.median = median;
      this.ninetieth = ninetieth;
    }
  }

  private static final Path ROOT = Checkout.root("");

  private static final Map<Path, List<String>> SOURCES = read("main");
  private static final Map<Path, List<String>> TESTS = read("test");

  /** A method's first line as the formatter writes it: two or four columns in, opening a block. */
  private static final Pattern METHOD =
      Pattern.compile(
          "^( {2}| {4})(?!(if|for|while|switch|try|else|do|return|case|catch|finally|new)\\b)"
              + "[\\w<>\\[\\]?@,. ]*\\w+\\(.*$");

  private static final Pattern TYPE =
      Pattern.compile("^(?:public )?(?:\\w+ )*(?:class|record|interface|enum) (\\w+)");

  private static final Pattern NAMED_PATH =
      Pattern.compile(
          "`((?:server|web|infra|\\.ci)/[\\w./*{}<>-]*|[\\w./-]+\\.java|README\\.md|pom\\.xml)`");

  @ParameterizedTest
  @EnumSource
  void isNoMoreUntidyThanBefore(Rule rule) {
    List<String> broken = broken(rule);

    assertThat(broken).as("%s", rule).hasSizeLessThanOrEqualTo(rule.ratchet);
    if (broken.size() < rule.ratchet) {
      System.out.println(rule + " can be lowered to " + broken.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNoLongerThanBefore(Length length) {
    List<Integer> lines = lengths(length).stream().sorted().toList();
    int median = lines.get(lines.size() / 2);
    int ninetieth = lines.get(lines.size() * 9 / 10);

    assertThat(median).as("median lines of a %s", length).isLessThanOrEqualTo(length.median);
    assertThat(ninetieth).as("90th percentile of %s", length).isLessThanOrEqualTo(length.ninetieth);
    if (median < length.median || ninetieth < length.ninetieth) {
      System.out.println(length + " can be lowered to " + median + ", " + ninetieth);
    }
  }

  @Test
  void seesWhatItLooksFor() {
    assertThat(METHOD.matcher("  private static Plan plan(List<Waiting> batch) {").matches())
        .isTrue();
    assertThat(METHOD.matcher("    if (behind) {").matches()).isFalse();
    assertThat(SOURCES).hasSizeGreaterThan(200);
  }

  private static List<String> broken(Rule rule) {
    return switch (rule) {
      case LINE_OVER_120_COLUMNS -> lines(SOURCES, TESTS, l -> l.length() > MAX_COLUMNS);
      case CLASS_NOBODY_USES -> deadClasses();
      case WILDCARD_IMPORT -> lines(SOURCES, TESTS, l -> l.matches("import .*\\.\\*;"));
      case QUALIFIED_NAME_IN_CODE -> code("(?<!import )(?<!import static )\\borg\\.caucus\\.[a-z]");
      case CATCH_THROWABLE -> code("catch \\([^)]*\\bThrowable\\b");
      case CATCH_UNCHECKED_AND_ERROR -> code("catch \\(RuntimeException \\| Error\\b");
      case SYNCHRONIZED -> code("\\bsynchronized\\b");
      case INTERRUPT -> code("\\.interrupt\\(\\)");
      case PATH_THAT_IS_NOT_THERE -> missingPaths();
    };
  }

  private static List<Integer> lengths(Length length) {
    return switch (length) {
      case METHOD ->
          SOURCES.values().stream()
              .flatMap(
                  lines -> IntStream.range(0, lines.size()).mapToObj(at -> methodLength(lines, at)))
              .filter(n -> n > 0)
              .toList();
      case FILE ->
          SOURCES.entrySet().stream()
              .filter(e -> !e.getKey().endsWith("package-info.java"))
              .map(e -> e.getValue().size())
              .toList();
    };
  }

  /** Lines of the method that starts here; 0 if none does. */
  private static int methodLength(List<String> lines, int start) {
    String first = lines.get(start);
    if (!METHOD.matcher(first).matches() || first.strip().startsWith("*")) {
      return 0;
    }
    String indent = first.substring(0, first.length() - first.stripLeading().length());
    for (int i = start; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(indent) && line.strip().endsWith(";") && i == start) {
        return 0;
      }
      if (i > start && line.equals(indent + "}")) {
        return i - start + 1;
      }
      if (i > start && line.isBlank() && !lines.get(i - 1).startsWith(indent + " ")) {
        return 0;
      }
    }
    return 0;
  }

  private static List<String> lines(
      Map<Path, List<String>> some,
      Map<Path, List<String>> others,
      java.util.function.Predicate<String> test) {
    List<String> broken = new ArrayList<>();
    for (var all : List.of(some, others)) {
      all.forEach(
          (file, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
              if (test.test(lines.get(i))) {
                broken.add(place(file, i));
              }
            }
          });
    }
    return broken;
  }

  /** Lines of main code, comments and package pages aside, in which this occurs. */
  private static List<String> code(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return lines(
        SOURCES,
        Map.of(),
        line -> {
          String text = line.strip();
          boolean comment = text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
          return !comment && !text.startsWith("package ") && pattern.matcher(text).find();
        });
  }

  /** Top-level classes whose name occurs in no other file of main code. */
  private static List<String> deadClasses() {
    Map<Path, Set<String>> words = new TreeMap<>();
    SOURCES.forEach((file, lines) -> words.put(file, words(lines)));
    List<String> dead = new ArrayList<>();
    SOURCES.forEach(
        (file, lines) -> {
          String name = file.getFileName().toString().replace(".java", "");
          boolean used =
              words.entrySet().stream()
                  .anyMatch(e -> !e.getKey().equals(file) && e.getValue().contains(name));
          boolean type = lines.stream().anyMatch(l -> TYPE.matcher(l).find());
          if (type && !used && !name.equals("Main")) {
            dead.add(ROOT.relativize(file).toString());
          }
        });
    return dead;
  }

  private static Set<String> words(List<String> lines) {
    Set<String> words = new HashSet<>();
    for (String line : lines) {
      words.addAll(List.of(line.split("\\W+")));
    }
    return words;
  }

  private static List<String> missingPaths() {
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      List<String> lines = read1(page);
      for (int i = 0; i < lines.size(); i++) {
        var named = NAMED_PATH.matcher(lines.get(i));
        while (named.find()) {
          String path = named.group(1);
          if (path.matches("[\\w./-]+") && !there(path)) {
            missing.add(place(page, i) + " " + path);
          }
        }
      }
    }
    return missing;
  }

  /** From the root, or as pages about the server write it: from the package. */
  private static boolean there(String path) {
    return Files.exists(ROOT.resolve(path))
        || path.startsWith("server/target/") // what a build makes
        || Files.exists(Checkout.server("src/main/java/org/caucus/" + path))
        || Files.exists(Checkout.server("src/test/java/org/caucus/" + path));
  }

  /** The table of URLs in the page about the house names every operation of the contract. */
  @Test
  void thePageAboutTheHouseNamesEveryOperation() {
    String page = String.join("\n", read1(Checkout.server("docs/ARCHITECTURE.md")));
    List<String> missing =
        read1(Checkout.server("src/main/resources/openapi.yaml")).stream()
            .filter(l -> l.contains("operationId: "))
            .map(l -> "| `" + l.substring(l.indexOf(": ") + 2).strip() + "` |")
            .filter(row -> !page.contains(row))
            .toList();

    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() {
    List<Path> pages = new ArrayList<>();
    for (String where : List.of("README.md", "server", "web/README.md", "infra")) {
      Path from = ROOT.resolve(where);
      if (Files.exists(from)) {
        pages.addAll(walk(from, ".md"));
      }
    }
    return pages.stream().filter(p -> !p.toString().contains("node_modules")).toList();
  }

  private static String place(Path file, int line) {
    return ROOT.relativize(file) + ":" + (line + 1);
  }

  private static Map<Path, List<String>> read(String kind) {
    return Checkout.sources(kind).stream()
        .collect(Collectors.toMap(p -> p, TidyTest::read1, (a, b) -> a, TreeMap::new));
  }

  private static List<Path> walk(Path root, String ending) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> p.toString().endsWith(ending) && Files.isRegularFile(p)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read1(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
