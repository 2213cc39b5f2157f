package org.caucus.mail.dsn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Bounces of real mail systems, old and new, with what was to be read in each. */
class BounceCorpusTest {
  private static final Path ARCHIVE = Checkout.root("../shared/corpus/archive-slice.mboxrd.gz");
  private static final Path CORPUS = Checkout.root("../shared/corpus/bounces");

  /**
   * Of a hundred addresses so many must be found, and be found to have failed for good or for now.
   */
  private static final double LEAST_SHARE = 0.98;

  @Test
  void whoFailedAndWhetherForGoodIsReadInReportsOfAllKinds() throws IOException {
    if (!Files.isDirectory(CORPUS)) {
      System.out.println("BounceCorpusTest: skipped, no corpus at " + CORPUS);
      Assumptions.abort("no corpus");
    }
    JsonObject expected = new JsonObject(Files.readString(CORPUS.resolve("expected.json")));
    int right = 0;
    int wanted = 0;
    List<String> wrong = new ArrayList<>();
    for (Path file : letters()) {
      String name = file.getFileName().toString();
      Set<String> should = expected(expected.getJsonObject(name, new JsonObject()));
      Set<String> is = seen(Bounce.of(Files.readAllBytes(file)));
      wanted += should.size();
      right += (int) should.stream().filter(is::contains).count();
      if (!is.equals(should)) {
        wrong.add(name + ": should be " + should + ", is " + is);
      }
    }
    wrong.forEach(System.out::println);
    long invented = wrong.stream().filter(w -> w.contains("should be []")).count();
    System.out.printf(
        "Bounce corpus: %d of %d addresses right, %d letters read otherwise, %d of them without"
            + " one%n",
        right, wanted, wrong.size(), invented);
    assertThat((double) right / wanted).isGreaterThanOrEqualTo(LEAST_SHARE);
    assertThat(invented).as("letters that name nobody").isZero();
  }

  /** Letters of people, as a list passed them on, and with nothing in their heads but the plain. */
  @Test
  void whatPeopleWriteToAListBlamesNobody() throws IOException {
    if (!Files.isRegularFile(ARCHIVE)) {
      System.out.println("BounceCorpusTest: skipped, no corpus at " + ARCHIVE);
      Assumptions.abort("no corpus");
    }
    String all;
    try (var in = new GZIPInputStream(Files.newInputStream(ARCHIVE))) {
      all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    int letters = 0;
    int blaming = 0;
    for (String one : Splitter.on(Pattern.compile("(?m)^From (?=\\S+ )")).split(all)) {
      if (!one.isEmpty()) {
        letters++;
        String letter = one.substring(one.indexOf('\n') + 1);
        boolean blames = Stream.of(letter, plain(letter)).anyMatch(BounceCorpusTest::blames);
        blaming += blames ? 1 : 0;
      }
    }
    System.out.printf("Archive slice: %d letters, %d blame somebody%n", letters, blaming);
    assertThat(letters).isPositive();
    assertThat(blaming).isZero();
  }

  private static boolean blames(String letter) {
    return !Bounce.of(letter.getBytes(StandardCharsets.ISO_8859_1)).failures().isEmpty();
  }

  /** As old archives keep it: who wrote it, when, and about what. */
  private static String plain(String letter) {
    int head = letter.indexOf("\n\n");
    String kept =
        Arrays.stream(letter.substring(0, head).split("\n(?![ \t])"))
            .filter(field -> field.matches("(?is)(from|date|subject|content-[a-z-]+):.*"))
            .collect(Collectors.joining("\n"));
    return kept + letter.substring(head);
  }

  private static List<Path> letters() throws IOException {
    try (Stream<Path> all = Files.list(CORPUS)) {
      return all.filter(p -> p.toString().endsWith(".eml")).sorted().toList();
    }
  }

  private static Set<String> expected(JsonObject answer) {
    Set<String> all = new TreeSet<>();
    for (String kind : List.of("permanent", "temporary")) {
      for (Object address : answer.getJsonArray(kind, new JsonArray())) {
        all.add(kind + " " + address.toString().toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }

  private static Set<String> seen(Bounce bounce) {
    return bounce.failures().stream()
        .map(f -> (f.permanent() ? "permanent " : "temporary ") + f.address().comparisonForm())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
